//! The SoCs: their USB product ids, and what their mask ROM wants.
//!
//! Sources: rkbin's recipes at f43a462 (codes, RC4 on the wire, CRC off, layout of the ID block), the loaders that
//! boot_merger 1.35 makes of them, mainline U-Boot's rkcommon (tags, SPL limits), the ids of rkdeveloptool, rkflashtool,
//! xrock and labgrid. All read as facts; nothing here was tried on silicon by this project.

mod table;

use alloc::{format, string::String};
use core::fmt;

pub use table::TABLE;

/// The layout of the ID block that the boot ROM looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdBlock {
    /// `RK28`: a scrambled sector 0.
    Old,
    /// `RKNS`: a plain head with hashes.
    New,
}

impl fmt::Display for IdBlock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Old => "old layout (RK28)",
            Self::New => "new layout (RKNS)",
        })
    }
}

/// Whether what was made for one SoC is for the SoC of a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It is.
    Same,
    /// Unknown: the code is in no table.
    Unknown,
    /// It is for another SoC.
    Other,
}

/// A SoC, or several that share a mask ROM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chip {
    /// Name.
    pub name: &'static str,
    /// SoCs that answer with the same product id.
    pub also: &'static [&'static str],
    /// `idProduct`.
    pub product: u16,
    /// What READ CHIP INFO and loader files call it, besides the letters of its product id: up to four letters, as the
    /// vendor's packer cuts its recipes' names.
    pub codes: &'static [&'static str],
    /// What is sent to the mask ROM is scrambled with RC4.
    pub rc4: bool,
    /// Its mask ROM skips the check of a sum of zero: tried for the RK3576 and reported for RK3506, RK3528 and RV1106.
    pub zero_sum: bool,
    /// First four bytes of a blob for SRAM.
    pub tag: Option<[u8; 4]>,
    /// Longest blob for SRAM in an ID block, where U-Boot knows it.
    pub spl_limit: Option<u32>,
    /// Layout of its ID block.
    pub id_block: IdBlock,
    /// Sectors that the head of its ID block takes: 4, on the RK3576 8.
    pub head_sectors: u16,
    /// Where the images of its ID blocks are loaded, which is its own SRAM: an address there names the SoC.
    pub sram: Option<(u32, u32)>,
    /// Width of the code that its boot ROM starts, in bits, where that is known.
    pub bits: Option<u8>,
    /// What its users should know.
    pub quirk: Option<&'static str>,
}

impl Chip {
    /// All its names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        [self.name].into_iter().chain(self.also.iter().copied())
    }

    /// The codes by which loader files and READ CHIP INFO may call it: its own, and its product id in letters.
    fn codes(&self) -> impl Iterator<Item = u32> + use<> {
        let product = u32::from_be_bytes(hex(self.product));
        self.codes.iter().filter_map(|text| code(text)).chain([product])
    }

    /// Whether a code of a loader file or of READ CHIP INFO is of this SoC. A package of SoCs with one mask ROM counts
    /// as one.
    pub fn is_called(&self, code: u32) -> bool {
        self.codes().any(|known| known == code)
            || FAMILIES
                .iter()
                .any(|(family, prefix)| *family == code && self.name.starts_with(prefix))
    }

    /// Whether boards and files do not tell the two apart: they are one, or share a code.
    pub(crate) fn is_kin_of(&self, other: &Self) -> bool {
        self.codes().any(|code| other.codes().any(|own| own == code))
    }
}

/// The number that up to four letters are in the header of a loader file.
pub(crate) fn code(text: &str) -> Option<u32> {
    let mut bytes = [0; 4];
    bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
    Some(u32::from_be_bytes(bytes))
}

/// Four capital hexadecimal digits.
fn hex(number: u16) -> [u8; 4] {
    core::array::from_fn(|index| {
        let digit = (number >> (12 - 4 * index) & 15) as u8;
        if digit < 10 { b'0' + digit } else { b'A' + digit - 10 }
    })
}

/// Codes that loader files of old carry for whole families.
pub(crate) const FAMILIES: [(u32, &str); 7] = [
    (0x20, "RK28"),
    (0x21, "RK281"),
    (0x50, "RK29"),
    (0x51, "RK292"),
    (0x60, "RK30"),
    (0x70, "RK31"),
    (0x80, "RK32"),
];

/// Every SoC.
pub fn all() -> impl Iterator<Item = &'static Chip> {
    TABLE.iter()
}

/// The SoC that reports this `idProduct`.
pub fn by_product(product: u16) -> Option<&'static Chip> {
    TABLE.iter().find(|chip| chip.product == product)
}

/// The SoC of that name, under any of its names.
pub fn by_name(name: &str) -> Option<&'static Chip> {
    TABLE.iter().find(|chip| chip.names().any(|known| known.eq_ignore_ascii_case(name)))
}

/// The SoC that a loader file or READ CHIP INFO calls so.
pub fn by_code(code: u32) -> Option<&'static Chip> {
    TABLE.iter().find(|chip| chip.codes().any(|known| known == code))
}

/// Whether what is made for the SoC with this code is for a board with this `idProduct`, whose program says in READ CHIP
/// INFO that it is `told`. Loader files carry codes of the packer's, which are not product ids: only what is known to be
/// another SoC's is refused.
pub fn fit(product: Option<u16>, told: Option<u32>, code: u32) -> Fit {
    let board = told.and_then(by_code).or_else(|| by_product(product?));
    let known = by_code(code).is_some() || FAMILIES.iter().any(|(family, _)| *family == code);
    if told == Some(code) || board.is_some_and(|chip| chip.is_called(code)) {
        Fit::Same
    } else if known {
        Fit::Other
    } else {
        Fit::Unknown
    }
}

/// The name of the SoC that a code stands for, or the code in letters.
pub fn name_of(code: u32) -> String {
    let family = FAMILIES.iter().find(|(family, _)| *family == code);
    match (by_code(code), family) {
        (Some(chip), _) => chip.name.into(),
        (None, Some((_, prefix))) => format!("{prefix}xx"),
        (None, None) => crate::wire::code_name(code),
    }
}

/// A name with its article: an RK3588, a PX30.
pub fn with_article(name: &str) -> String {
    // Letters are spelt out: an R, an S; a P.
    let vowel = name.starts_with(|first: char| "AEFHILMNORSX".contains(first));
    format!("{} {name}", if vowel { "an" } else { "a" })
}

/// A code of the SoC of that name, as loader files for it have it.
pub fn code_of(name: &str) -> Option<u32> {
    by_name(name)?.codes().next()
}

#[cfg(test)]
mod tests;
