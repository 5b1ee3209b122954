//! An entry of a package's list.

use alloc::{format, string::String};
use core::ops::Range;

use crate::bytes::{le16, le32, le64};

/// What an item's bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// What is to be on the medium, or a file.
    Normal,
    /// An Android sparse image.
    Sparse,
    /// A UBI image.
    Ubi,
    /// A UBIFS image.
    Ubifs,
    /// Another, by its number.
    Other(u32),
}

impl Format {
    const KNOWN: [(Self, u32); 4] =
        [(Self::Normal, 0), (Self::Sparse, 0xfe), (Self::Ubi, 0x1fe), (Self::Ubifs, 0x2fe)];

    /// The format of that number.
    pub fn of(number: u32) -> Self {
        let known = Self::KNOWN.iter().find(|(_, known)| *known == number);
        known.map_or(Self::Other(number), |(format, _)| *format)
    }

    /// Its number.
    pub fn number(self) -> u32 {
        match self {
            Self::Other(number) => number,
            _ => Self::KNOWN
                .iter()
                .find(|(format, _)| *format == self)
                .map_or(0, |(_, number)| *number),
        }
    }
}

/// An item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number: its place in the list; some packers leave it 0.
    pub id: u32,
    /// What its bytes are.
    pub format: Format,
    /// Where they are in the file.
    pub range: Range<u64>,
    /// Its type: `USB`, `PARTITION`, `conf`, `VERIFY`, …
    pub main: String,
    /// Its name within the type.
    pub sub: String,
    /// The item after it holds its SHA-1.
    pub verify: bool,
    /// Its bytes are those of the item with this number.
    pub backup: Option<u16>,
}

impl Item {
    /// Bytes of an entry.
    pub(super) fn size(version: u32) -> usize {
        if version == 1 { 128 } else { 576 }
    }

    /// Bytes of each of the two names.
    pub(super) fn text(version: u32) -> usize {
        if version == 1 { 32 } else { 256 }
    }

    /// Reads an entry, which is as long as the version has it.
    pub(super) fn parse(bytes: &[u8], version: u32) -> Self {
        let text = Self::text(version);
        let after = 0x20 + 2 * text;
        let (start, size) = (le64(bytes, 0x10), le64(bytes, 0x18));
        let backup = le16(bytes, after + 4) != 0;
        Self {
            id: le32(bytes, 0),
            format: Format::of(le32(bytes, 4)),
            // An end beyond all numbers is outside any file.
            range: start..start.saturating_add(size),
            main: name(&bytes[0x20..0x20 + text]),
            sub: name(&bytes[0x20 + text..after]),
            verify: le32(bytes, after) != 0,
            backup: backup.then(|| le16(bytes, after + 6)),
        }
    }

    /// Type and name, as users see it.
    pub fn name(&self) -> String {
        format!("{}:{}", self.main.escape_debug(), self.sub.escape_debug())
    }
}

/// A name in a field that zeros fill up.
fn name(field: &[u8]) -> String {
    let end = field.iter().position(|&byte| byte == 0).unwrap_or(field.len());
    String::from_utf8_lossy(&field[..end]).into_owned()
}
