//! What `oem mwrite` and `oem mread` say of the data to come.

use alloc::{format, string::String};
use core::fmt;

use super::number::c_number;

/// What the data are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// What is to be on the medium.
    Normal,
    /// An Android sparse image, which the board expands.
    Sparse,
    /// A UBIFS image.
    Ubifs,
}

impl Format {
    /// All, with their names on the wire.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Normal, "normal"), (Self::Sparse, "sparse"), (Self::Ubifs, "ubifs")];
}

/// Where data go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// The partitions of the board's storage.
    Store,
    /// Memory: `dtb`, `gpt`, `sheader`, or an address.
    Mem,
    /// The store of keys.
    Key,
    /// All of a card: `1` is the eMMC, `0` the SD card.
    Mmc,
}

impl Medium {
    /// All, with their names on the wire.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Store, "store"), (Self::Mem, "mem"), (Self::Key, "key"), (Self::Mmc, "mmc")];
}

/// Data that are to be moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// How many bytes.
    pub size: u64,
    /// What they are.
    pub format: Format,
    /// Where they go, or come from.
    pub medium: Medium,
    /// The part of the medium; without blanks.
    pub part: String,
    /// Where in the part, in bytes.
    pub offset: u64,
}

impl Transfer {
    /// The part of the eMMC's user area.
    pub const EMMC: &'static str = "1";

    /// This many bytes of a partition, from its beginning on.
    pub fn store(part: impl Into<String>, format: Format, size: u64) -> Self {
        Self { size, format, medium: Medium::Store, part: part.into(), offset: 0 }
    }

    /// This many bytes of memory: `dtb`, `gpt`, `sheader`, or at an address.
    pub fn mem(part: impl Into<String>, size: u64) -> Self {
        Self { medium: Medium::Mem, ..Self::store(part, Format::Normal, size) }
    }

    /// This many bytes of the eMMC from `offset` on.
    pub fn emmc(offset: u64, size: u64) -> Self {
        Self { medium: Medium::Mmc, offset, ..Self::store(Self::EMMC, Format::Normal, size) }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_ascii_whitespace();
        let size = c_number(words.next()?)?;
        let format = named(&Format::ALL, words.next()?)?;
        let medium = named(&Medium::ALL, words.next()?)?;
        let part = words.next()?.into();
        let offset = words.next().map_or(Some(0), c_number)?;
        Some(Self { size, format, medium, part, offset })
    }
}

impl fmt::Display for Transfer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (format, medium) = (name(&Format::ALL, self.format), name(&Medium::ALL, self.medium));
        write!(f, "{:#x} {format} {medium} {}", self.size, self.part)?;
        // The vendor's tools give an offset for a whole card and none for partitions.
        let told = self.offset > 0 || self.medium == Medium::Mmc;
        f.write_str(&if told { format!(" {:#x}", self.offset) } else { String::new() })
    }
}

fn name<T: Copy + PartialEq>(all: &[(T, &'static str)], one: T) -> &'static str {
    all.iter().find(|(value, _)| *value == one).map_or("", |(_, name)| name)
}

fn named<T: Copy>(all: &[(T, &'static str)], name: &str) -> Option<T> {
    all.iter().find(|(_, known)| *known == name).map(|(value, _)| *value)
}
