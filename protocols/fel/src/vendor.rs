//! Boot files that FEL cannot start, though they are for Allwinner's SoCs: the vendor's own, and signed ones.
//!
//! Layouts: U-Boot `include/sunxi_image.h` and `tools/sunxi_toc0.c` (TOC0); the headers `private_boot0.h`,
//! `private_uboot.h` and `private_toc.h` of the vendor's BSP, compared with sunxi-fw (facts only). All numbers are
//! little-endian. All four kinds have the checksum of eGON, see [`egon::STAMP`].

use alloc::{borrow::ToOwned, format, string::String, vec::Vec};
use core::fmt;

use crate::{chips, egon};

/// Magic number of both tables of contents.
const TOC: u32 = 0x8911_9800;
const HEAD_END: &[u8] = b"MIE;";
const ITEM_END: &[u8] = b"IIE;";
/// The most items that a table of contents is believed to have: the vendor's have up to about 16.
const MOST_ITEMS: u32 = 64;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The first stage of a SoC with a burned secure-boot fuse.
    Toc0,
    /// The vendor's first stage (boot0), or its twin for USB (fes1): eGON.BT0 without U-Boot's mark.
    Boot0,
    /// What boot0 loads: U-Boot, TF-A, device tree and so on in one file (TOC1, `boot_package.fex`).
    Package,
    /// The vendor's U-Boot alone (`u-boot.fex`).
    Uboot,
}

impl Kind {
    /// The kind of a file that begins with `head`: 64 bytes suffice.
    pub fn of(head: &[u8]) -> Option<Self> {
        match head {
            _ if head.starts_with(b"TOC0.GLH") => Some(Self::Toc0),
            _ if head.starts_with(b"sunxi-package") || word(head, 0x10) == Some(TOC) => {
                Some(Self::Package)
            }
            _ if head.get(4..12) == Some(b"uboot\0\0\0") => Some(Self::Uboot),
            _ if head.get(4..12) == Some(b"eGON.BT0") && has_vendor_head(head) => Some(Self::Boot0),
            _ => None,
        }
    }

    /// The word that scripts see.
    pub fn code(self) -> &'static str {
        match self {
            Self::Toc0 => "toc0",
            Self::Boot0 => "boot0",
            Self::Package => "sunxi-package",
            Self::Uboot => "u-boot.fex",
        }
    }

    /// What to give to FEL instead.
    pub fn instead(self) -> &'static str {
        match self {
            Self::Toc0 => {
                "build the same U-Boot without CONFIG_SPL_IMAGE_TYPE_SUNXI_TOC0: its u-boot-sunxi-with-spl.bin begins with \
                 an eGON.BT0 SPL, which FEL runs"
            }
            Self::Boot0 => {
                "boot0 looks for the rest on storage and does not return to FEL: use U-Boot's u-boot-sunxi-with-spl.bin for \
                 this board. Code that is meant for memory: `fel write ADDR FILE`, then `fel memory run ADDR`"
            }
            Self::Package | Self::Uboot => {
                "it needs the vendor's boot0 before it, which FEL cannot run: use U-Boot's u-boot-sunxi-with-spl.bin for this \
                 board"
            }
        }
    }

    /// What it is, in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Toc0 => {
                "a TOC0 image, the signed first stage of a SoC whose secure-boot fuse is burned"
            }
            Self::Boot0 => {
                "the vendor's boot0 or fes1 (eGON.BT0 with the vendor's header, without U-Boot's SPL mark)"
            }
            Self::Package => {
                "a sunxi-package (TOC1, boot_package.fex), which the vendor's boot0 loads"
            }
            Self::Uboot => "the vendor's u-boot.fex, which the vendor's boot0 loads",
        }
    }
}

/// Whether a file's sums hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Checksum and contents hold. Signatures are not checked.
    Sound,
    /// They do not.
    Damaged(String),
    /// The file does not say.
    Unknown(&'static str),
}

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What the file calls it.
    pub name: String,
    /// Its first byte in the file.
    pub offset: u32,
    /// Bytes.
    pub length: u32,
}

/// A file that was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// The vendor's word for a SoC that stands in it, and the SoC: `sun50iw9`, H616.
    pub soc: Option<(String, &'static str)>,
    /// What it holds, where it has a table of that.
    pub parts: Vec<Part>,
    /// Whether it is sound.
    pub state: State,
}

impl Found {
    /// Whether it is sound; `None`: that cannot be told.
    pub fn sound(&self) -> Option<bool> {
        match self.state {
            State::Sound => Some(true),
            State::Damaged(_) => Some(false),
            State::Unknown(_) => None,
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.name())?;
        if let Some((word, soc)) = &self.soc {
            write!(f, ", for {word} ({soc})")?;
        }
        match &self.state {
            State::Sound if self.kind == Kind::Toc0 => {
                f.write_str(", checksum holds, signature not checked")?
            }
            State::Sound => f.write_str(", checksum holds")?,
            State::Damaged(why) => write!(f, ": {why}")?,
            State::Unknown(why) => write!(f, " ({why})")?,
        }
        for Part { name, offset, length } in &self.parts {
            write!(f, "\n{} ({length} bytes at {offset:#x})", name.escape_debug())?;
        }
        Ok(())
    }
}

/// Looks at a file from its first byte to its last; `None`: it is none of these.
pub fn recognise(file: &[u8]) -> Option<Found> {
    let kind = Kind::of(file)?;
    let mut parts = Vec::new();
    let state = match kind {
        Kind::Toc0 => toc0(file, &mut parts),
        Kind::Package => package(file, &mut parts),
        Kind::Boot0 => match egon::Spl::parse(file) {
            Ok(_) => State::Sound,
            Err(error) => State::Damaged(format!("{error}")),
        },
        Kind::Uboot => uboot(file),
    };
    let soc = if kind == Kind::Toc0 { None } else { soc(file) };
    Some(Found { kind, soc, parts, state })
}

/// U-Boot's SPL has its mark at byte 0x14, the vendor's the length of its header and a version of four digits.
fn has_vendor_head(head: &[u8]) -> bool {
    let length = word(head, 0x14).unwrap_or_default();
    let version = head.get(0x18..0x1c).unwrap_or_default();
    (0x20..=0x1000).contains(&length)
        && length.is_multiple_of(4)
        && version.len() == 4
        && version.iter().all(u8::is_ascii_digit)
}

fn toc0(file: &[u8], parts: &mut Vec<Part>) -> State {
    let table = Table { head: 0x30, item: 0x20, count: 0x18, length: 0x1c, sum: 0x0c, magic: 8 };
    table.check(file, parts, |item| {
        let part = |name: String| Some((name, word(item, 4)?, word(item, 8)?));
        match word(item, 0)? {
            0x0001_0101 => part("certificate".to_owned()),
            0x0001_0202 => part("firmware".to_owned()),
            0x0001_0303 => part("keys".to_owned()),
            other => part(format!("item {other:#010x}")),
        }
    })
}

fn package(file: &[u8], parts: &mut Vec<Part>) -> State {
    let table =
        Table { head: 0x40, item: 0x170, count: 0x20, length: 0x24, sum: 0x14, magic: 0x10 };
    table.check(file, parts, |item| {
        let name = item.get(..0x40)?.split(|&byte| byte == 0).next()?;
        Some((String::from_utf8_lossy(name).into_owned(), word(item, 0x40)?, word(item, 0x44)?))
    })
}

/// Where a table of contents has what.
struct Table {
    head: usize,
    item: usize,
    count: usize,
    length: usize,
    sum: usize,
    magic: usize,
}

impl Table {
    /// Checks a file with this table; `read` makes name, offset and length of an item's bytes.
    fn check(
        &self,
        file: &[u8],
        parts: &mut Vec<Part>,
        read: impl Fn(&[u8]) -> Option<(String, u32, u32)>,
    ) -> State {
        self.try_check(file, parts, read).map_or_else(State::Damaged, |()| State::Sound)
    }

    fn try_check(
        &self,
        file: &[u8],
        parts: &mut Vec<Part>,
        read: impl Fn(&[u8]) -> Option<(String, u32, u32)>,
    ) -> Result<(), String> {
        let head = file.get(..self.head).ok_or("it ends within its header")?;
        if word(head, self.magic) != Some(TOC) || !head.ends_with(HEAD_END) {
            return Err("its header is damaged".into());
        }
        let length = word(head, self.length).unwrap_or_default();
        let whole = summed(file, length, self.sum)?;
        let count = word(head, self.count).unwrap_or_default();
        if count == 0 || count > MOST_ITEMS {
            return Err(format!("it cannot have {count} items"));
        }
        for item in 0..count as usize {
            let at = self.head + item * self.item;
            let bytes = whole.get(at..at + self.item).filter(|bytes| bytes.ends_with(ITEM_END));
            let (name, offset, length) = bytes
                .and_then(&read)
                .ok_or_else(|| format!("item {item} of its table is damaged"))?;
            if u64::from(offset) + u64::from(length) > whole.len() as u64 {
                return Err(format!("its part `{}` ends after the file does", name.escape_debug()));
            }
            parts.push(Part { name, offset, length });
        }
        Ok(())
    }
}

fn uboot(file: &[u8]) -> State {
    let (Some(stored), Some(length)) = (word(file, 0x0c), word(file, 0x14)) else {
        return State::Damaged("it ends within its header".into());
    };
    if stored == egon::STAMP || length == 0 {
        return State::Unknown("its checksum was never filled in");
    }
    summed(file, length, 0x0c).map_or_else(State::Damaged, |_| State::Sound)
}

/// The first `length` bytes of a file, whose checksum is at `sum` and holds.
fn summed(file: &[u8], length: u32, sum: usize) -> Result<&[u8], String> {
    let bytes = usize::try_from(length).ok().and_then(|length| file.get(..length));
    let bytes = bytes.ok_or_else(|| {
        format!("it is {length} bytes long by its header, but the file ends after {}", file.len())
    })?;
    let stored = word(bytes, sum).filter(|_| length.is_multiple_of(4));
    let stored = stored
        .ok_or_else(|| format!("its header gives a length of {length} bytes, which cannot be"))?;
    match egon::sum(bytes, sum) {
        computed if computed == stored => Ok(bytes),
        computed => Err(format!(
            "it is damaged: its checksum is {computed:#010x}, its header says {stored:#010x}"
        )),
    }
}

/// The first word of the vendor's for a SoC: `sun`, digits, `iw`, digits.
fn soc(file: &[u8]) -> Option<(String, &'static str)> {
    let starts = file.windows(3).enumerate().filter(|(_, bytes)| *bytes == b"sun");
    starts.map(|(start, _)| &file[start..]).find_map(|bytes| {
        let text =
            bytes[..bytes.len().min(10)].iter().take_while(|byte| byte.is_ascii_alphanumeric());
        let text: String = text.map(|&byte| char::from(byte)).collect();
        let (family, variant) = text.split_once("iw")?;
        let digits: String = variant.chars().take_while(char::is_ascii_digit).collect();
        let word = format!("{family}iw{digits}");
        chips::vendor_word(&word).map(|soc| (word, soc))
    })
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests;
