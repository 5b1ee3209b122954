//! The plain FIP of GXBB, AXG and G12: a table of contents, then parts with headers of their own.

use alloc::{format, vec::Vec};
use core::{fmt, ops::Range};

use sha2::{Digest, Sha256};

use super::{Layout, Unsound, bl2};
use crate::bytes::{array, le32, le64};

/// Where the table begins: on GXBB at once, elsewhere after 16 bytes.
const TABLES: [(usize, Layout); 2] = [(0, Layout::GXBB), (0x10, Layout::FIP)];
/// What the table begins with, and how long an entry is.
const MAGIC: u32 = 0xaa64_0001;
const SERIAL: u32 = 0x1234_5678;
const ENTRY: usize = 40;
/// Most entries: more are a sign of something else.
const MOST: usize = 32;

/// A part of a FIP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Firmware of the power controller.
    Bl30,
    /// Secure monitor.
    Bl31,
    /// Trusted operating system.
    Bl32,
    /// U-Boot.
    Bl33,
    /// Another, by its number.
    Other([u8; 16]),
}

/// As in Arm's fiptool; bytes as they stand in the file.
const KNOWN: [(Part, [u8; 16]); 4] = [
    (Part::Bl30, *b"\x97\x66\xfd\x3d\x89\xbe\xe8\x49\xae\x5d\x78\xa1\x40\x60\x82\x13"),
    (Part::Bl31, *b"\x47\xd4\x08\x6d\x4c\xfe\x98\x46\x9b\x95\x29\x50\xcb\xbd\x5a\x00"),
    (Part::Bl32, *b"\x05\xd0\xe1\x89\x53\xdc\x13\x47\x8d\x2b\x50\x0a\x4b\x7a\x3e\x38"),
    (Part::Bl33, *b"\xd6\xd0\xee\xa7\xfc\xea\xd5\x4b\x97\x82\x99\x34\xf2\x34\xb6\xe4"),
];

impl Part {
    fn of(number: [u8; 16]) -> Self {
        let known = KNOWN.iter().find(|(_, known)| *known == number);
        known.map_or(Self::Other(number), |(part, _)| *part)
    }

    /// Its number.
    pub fn number(self) -> [u8; 16] {
        match self {
            Self::Other(number) => number,
            _ => {
                KNOWN.iter().find(|(part, _)| *part == self).map_or([0; 16], |(_, number)| *number)
            }
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bl30 => f.write_str("BL30"),
            Self::Bl31 => f.write_str("BL31"),
            Self::Bl32 => f.write_str("BL32"),
            Self::Bl33 => f.write_str("BL33"),
            Self::Other(number) => number.iter().try_for_each(|byte| write!(f, "{byte:02x}")),
        }
    }
}

/// An entry of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub part: Part,
    /// Where it is, from the beginning of the FIP on; empty: the image goes without.
    pub range: Range<usize>,
    /// A SHA-256 of it is known, which holds.
    pub hashed: bool,
}

/// A FIP.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fip {
    /// Its parts, in the table's order.
    pub entries: Vec<Entry>,
    layout: Layout,
}

impl Fip {
    /// Which families a FIP is for that bytes begin with, as the place of its table tells.
    pub(super) fn layout_of(bytes: &[u8]) -> Option<Layout> {
        table(bytes).map(|(_, layout)| layout)
    }

    /// Which families it is for.
    pub(super) fn layout(&self) -> Layout {
        self.layout
    }

    /// Reads the table and checks that its parts are there, sound as far as their hashes are known, and U-Boot among
    /// them.
    ///
    /// # Errors
    ///
    /// The table is missing or has no end, a part is cut off or damaged, or there is no U-Boot.
    pub fn check(bytes: &[u8]) -> Result<Self, Unsound> {
        let Some((table, layout)) = table(bytes) else {
            return Err(Unsound::new(
                "what follows BL2 is no FIP: its table of contents is missing",
            ));
        };
        let mut entries = Vec::new();
        for at in (table + 16..).step_by(ENTRY).take(MOST) {
            if at + ENTRY > bytes.len() {
                break;
            }
            let number = array::<16>(bytes, at);
            if number == [0; 16] {
                return Self { entries, layout }.complete();
            }
            entries.push(entry(bytes, at, Part::of(number))?);
        }
        Err(Unsound::new("the table of contents of the FIP has no end"))
    }

    /// The entry of a part.
    pub fn find(&self, part: Part) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.part == part)
    }

    fn complete(self) -> Result<Self, Unsound> {
        match self.find(Part::Bl33) {
            Some(entry) if !entry.range.is_empty() => Ok(self),
            _ => Err(Unsound::new("the FIP holds no U-Boot (BL33)")),
        }
    }
}

/// Where the table begins, and which families that is for.
fn table(bytes: &[u8]) -> Option<(usize, Layout)> {
    let is_there = |at: usize| le32(bytes, at) == MAGIC && le32(bytes, at + 4) == SERIAL;
    TABLES.into_iter().find(|(at, _)| is_there(*at))
}

fn entry(bytes: &[u8], at: usize, part: Part) -> Result<Entry, Unsound> {
    let (start, size) = (le64(bytes, at + 16), le64(bytes, at + 24));
    let end = start.checked_add(size).filter(|&end| end <= bytes.len() as u64);
    let Some(end) = end else {
        return Err(Unsound(format!("the file ends before {part} of the FIP does")));
    };
    // Inside the bytes, whose length is a usize.
    let range = start as usize..end as usize;
    match holds(&bytes[range.clone()]) {
        Some(false) => Err(Unsound(format!("{part} is damaged: its SHA-256 does not hold"))),
        held => Ok(Entry { part, range, hashed: held.is_some() }),
    }
}

/// Whether the hash of a part holds; `None`: it has none that is known. The parts of AXG and G12 tell their payload's
/// length at 0x20, its place at 0x28 and its SHA-256 at 0x30 (seen on the files of 24 boards in amlogic-boot-fip); words
/// that are zero there would tell of another header.
fn holds(part: &[u8]) -> Option<bool> {
    let word = |at| le32(part, at) as usize;
    let is_known = part.get(0x10..0x14) == Some(bl2::MAGIC)
        && word(0x14) == 1
        && [0x18, 0x1c, 0x24, 0x2c].iter().all(|&at| word(at) == 0);
    let (length, start) = (word(0x20), word(0x28));
    if !is_known || length == 0 {
        return None;
    }
    let end = start.checked_add(length);
    let Some(payload) = end.and_then(|end| part.get(start..end)) else { return Some(false) };
    Some(Sha256::digest(payload)[..] == array::<32>(part, 0x30))
}
