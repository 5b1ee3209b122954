//! What SoCs are called: in the names of device trees, in the vendor's code, and those that only a name is known of.
//!
//! Words of device trees: Linux `arch/arm*/boot/dts/allwinner` and U-Boot `arch/arm/dts`; the vendor's: linux-sunxi's
//! table of SoCs; ids without a layout: xfel 1.3.6 and the open pull requests 223 (A733), 229 (H713) and 252 (T153) of
//! sunxi-tools, whose numbers are still disputed there.

use super::{Chip, by_name};

/// A SoC that is known by its id and name only. No place for an SPL or for code of ours is known there:
/// untried, so nothing but memory and EXEC works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Untried {
    /// Id of the VERSION reply.
    pub id: u16,
    /// Name.
    pub name: &'static str,
}

const fn untried(id: u16, name: &'static str) -> Untried {
    Untried { id, name }
}

/// Every SoC that is known by name only, by id.
pub const UNTRIED: [Untried; 13] = [
    untried(0x1699, "B288"),
    untried(0x1755, "A50"),
    untried(0x1821, "R328"),
    untried(0x1860, "H713"),
    untried(0x1882, "V821"),
    untried(0x1883, "R128"),
    untried(0x1903, "A733"),
    untried(0x1912, "T536"),
    untried(0x1918, "V881"),
    untried(0x1919, "A537"),
    untried(0x1921, "H135"),
    untried(0x1922, "T153"),
    untried(0x1937, "F101"),
];

/// SoC words in the names of device trees that are no name of a SoC here.
pub(super) const WORDS: [(&str, &str); 15] = [
    ("h2", "H3"),
    ("gr8", "A13"),
    ("a31s", "A31"),
    ("r58", "A83T"),
    ("h64", "A64"),
    ("r18", "A64"),
    ("a100", "A133"),
    ("t113s", "R528"),
    ("t113i", "R528"),
    ("s3l", "V3s"),
    ("v833", "V831"),
    ("a333", "A537"),
    ("h716", "H713"),
    ("v851s", "V853"),
    ("v851se", "V853"),
];

/// The vendor's words: `sun50iw9` is what the BSP calls the H616.
pub(super) const VENDOR_WORDS: [(&str, &str); 30] = [
    ("sun3iw1", "F1C100s"),
    ("sun4iw1", "A10"),
    ("sun5iw1", "A13"),
    ("sun6iw1", "A31"),
    ("sun7iw1", "A20"),
    ("sun8iw3", "A23"),
    ("sun8iw5", "A33"),
    ("sun8iw6", "A83T"),
    ("sun8iw7", "H3"),
    ("sun8iw8", "V3s"),
    ("sun8iw11", "R40"),
    ("sun8iw12", "V5"),
    ("sun8iw15", "A50"),
    ("sun8iw16", "V536"),
    ("sun8iw17", "T7"),
    ("sun8iw19", "V831"),
    ("sun8iw20", "R528"),
    ("sun8iw21", "V853"),
    ("sun9iw1", "A80"),
    ("sun20iw1", "D1"),
    ("sun50iw1", "A64"),
    ("sun50iw2", "H5"),
    ("sun50iw3", "A63"),
    ("sun50iw6", "H6"),
    ("sun50iw9", "H616"),
    ("sun50iw10", "A133"),
    ("sun50iw11", "R329"),
    ("sun50iw12", "H713"),
    ("sun55iw3", "A523"),
    ("sun60iw2", "A733"),
];

/// What the name of a device tree says about the SoC that it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim<'n> {
    /// The family's word: `sun50i`.
    pub family: &'n str,
    /// The SoC, where the word for it is known here.
    pub soc: Option<&'static str>,
}

impl<'n> Claim<'n> {
    /// Reads a name such as `sun8i-h3-nanopi-neo`, with or without a folder before it (`allwinner/sun50i-…`), or the
    /// vendor's `sun50iw9p1-…`. `None`: it does not begin with a family of Allwinner's, so it says nothing.
    pub fn of(dt_name: &'n str) -> Option<Self> {
        let file = dt_name.rsplit('/').next().unwrap_or(dt_name);
        let mut words = file.split('-');
        let first = words.next().unwrap_or_default();
        let family = family(first)?;
        let word = words.next().unwrap_or_default();
        let soc = if first == family { soc_word(word) } else { vendor_word(first) };
        Some(Self { family, soc })
    }

    /// Whether this may be the name of a device tree for `chip`: the family is its own, and so is the SoC's word where
    /// that is known.
    pub fn fits(&self, chip: &Chip) -> bool {
        self.family == chip.family && self.soc.is_none_or(|name| name == chip.name)
    }

    /// The SoC, where it is one with a known layout.
    pub fn chip(&self) -> Option<&'static Chip> {
        by_name(self.soc?).filter(|chip| self.fits(chip))
    }
}

/// The family that a word names: `suniv`, or `sun`, digits and `i`; what the vendor adds to it (`w9p1`) is left out.
fn family(word: &str) -> Option<&str> {
    if word == "suniv" {
        return Some(word);
    }
    let rest = word.strip_prefix("sun")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let end = "sun".len() + digits + 1;
    let tail = rest[digits..].strip_prefix('i')?;
    (digits > 0 && (tail.is_empty() || tail.starts_with('w'))).then(|| &word[..end])
}

fn soc_word(word: &str) -> Option<&'static str> {
    let listed = WORDS.iter().find(|(alias, _)| alias.eq_ignore_ascii_case(word));
    let untried = || UNTRIED.iter().find(|soc| soc.name.eq_ignore_ascii_case(word));
    listed
        .map(|(_, name)| *name)
        .or_else(|| by_name(word).map(|chip| chip.name))
        .or_else(|| untried().map(|soc| soc.name))
}

/// The SoC of a vendor's word, such as `sun50iw9` or `sun50iw9p1`.
pub(crate) fn vendor_word(word: &str) -> Option<&'static str> {
    let name = word.split('p').next().unwrap_or(word);
    VENDOR_WORDS.iter().find(|(vendors, _)| *vendors == name).map(|(_, name)| *name)
}
