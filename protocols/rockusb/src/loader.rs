//! Loader files (`LDR `, older: `BOOT`): what goes to the mask ROM, and what goes to flash for later starts.
//!
//! Layout: rkdeveloptool at 304f073 and files made by boot_merger 1.35, read as facts. The bytes of the entries are in
//! the form that they are sent in: never to be scrambled again.

mod heads;
mod pack;
mod recipe;

use alloc::{borrow::Cow, format, string::String, vec::Vec};
use core::time::Duration;

use crate::{
    Unsound,
    bytes::{array, le16, le32},
    package::partition_image,
    rc4, sums,
    wire::Area,
};

pub use heads::{Heads, Load};
pub use pack::{Blob, Pack};
pub use recipe::{Part, Recipe, prebuilt};

/// Bytes of the header.
pub const HEADER_SIZE: usize = 0x66;
/// Bytes of an entry.
pub const ENTRY_SIZE: usize = 57;
/// Letters of an entry's name.
pub const NAME: usize = 20;
/// Longest time to wait after a blob: vendors' files say 1 ms, and a file must not hold a job up.
pub const LONGEST_DELAY: Duration = Duration::from_secs(10);

/// What an entry is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To the mask ROM.
    Download(Area),
    /// To flash, as a part of the ID block.
    Flash,
}

impl Kind {
    /// In the order of the header's tables.
    pub const ALL: [Self; 3] =
        [Self::Download(Area::Sram), Self::Download(Area::Dram), Self::Flash];

    fn code(self) -> u32 {
        match self {
            Self::Download(Area::Sram) => 1,
            Self::Download(Area::Dram) => 2,
            Self::Flash => 4,
        }
    }

    /// Where the header tells about its table.
    fn table(self) -> usize {
        match self {
            Self::Download(Area::Sram) => 25,
            Self::Download(Area::Dram) => 31,
            Self::Flash => 37,
        }
    }

    /// The name that the field uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Download(Area::Sram) => "471",
            Self::Download(Area::Dram) => "472",
            Self::Flash => "loader",
        }
    }
}

/// What the header says beside its tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// It begins with `LDR `, not with `BOOT`.
    pub new: bool,
    /// Major version in bits 8 and up, minor below: as plain numbers by boot_merger 1.35, in decimal digits (BCD) by older
    /// packers.
    pub version: u32,
    /// Version of the packer.
    pub merger: u32,
    /// Year, month, day, hour, minute, second.
    pub time: (u16, [u8; 5]),
    /// The SoC's code: see [`crate::chips::by_code`].
    pub chip: u32,
    /// The file is signed.
    pub signed: bool,
    /// ID blocks on flash are not scrambled.
    pub plain_flash: bool,
    /// What is sent is not scrambled. Seen in files; documented nowhere.
    pub plain_wire: bool,
    /// The mask ROM may be spared the check of sums. Seen in files; documented nowhere.
    pub no_sum: bool,
}

impl Header {
    fn parse(file: &[u8]) -> Result<Self, Unsound> {
        let new = match file.get(..4) {
            Some(b"LDR ") => true,
            Some(b"BOOT") => false,
            _ => {
                return Err(match partition_image(file) {
                    Some(what) => Unsound(format!("not a loader file: it is {what}")),
                    None => Unsound::new("not a loader file: it begins with neither LDR nor BOOT"),
                });
            }
        };
        if file.len() < HEADER_SIZE {
            return Err(Unsound::new("the loader file ends in its header"));
        }
        Ok(Self {
            new,
            version: le32(file, 6),
            merger: le32(file, 10),
            time: (le16(file, 14), array(file, 16)),
            chip: le32(file, 21),
            signed: file[43] == b'S',
            plain_flash: file[44] != 0,
            plain_wire: file[45] != 0,
            no_sum: file[46] != 0,
        })
    }
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What it is for.
    pub kind: Kind,
    /// Its name: for flash parts it has a meaning (`FlashData`, `FlashBoot`, `FlashHead` …).
    pub name: String,
    /// How long to wait after it was sent.
    pub delay: Duration,
    /// Its bytes, as stored.
    pub data: &'a [u8],
}

/// How sure the checksum makes of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    /// It holds, at the end of the file.
    Good,
    /// It holds after the last entry; the given number of bytes follow (a signature).
    Followed(usize),
    /// The file is signed and the checksum was not found.
    Unknown,
}

/// A loader file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loader<'a> {
    /// What the header says.
    pub header: Header,
    /// All entries, in the order of their tables.
    pub entries: Vec<Entry<'a>>,
    /// Its checksum.
    pub sum: Sum,
}

impl<'a> Loader<'a> {
    /// Whether a file says of itself that it is one.
    pub fn is_one(head: &[u8]) -> bool {
        head.starts_with(b"LDR ") || head.starts_with(b"BOOT")
    }

    /// Reads and checks a file.
    ///
    /// # Errors
    /// When it is no loader, when it is damaged, and when it ends too early.
    pub fn parse(file: &'a [u8]) -> Result<Self, Unsound> {
        let header = Header::parse(file)?;
        let mut entries = Vec::new();
        for kind in Kind::ALL {
            read_table(file, kind, &mut entries)?;
        }
        if entries.is_empty() {
            return Err(Unsound::new("the loader file has no entries"));
        }
        let sum = find_sum(file, header.signed, end_of(file, &entries))?;
        Ok(Self { header, entries, sum })
    }

    /// The entries of a kind, in file order.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(move |entry| entry.kind == kind)
    }

    /// An entry's bytes as they go to flash. In the file they are always scrambled by the sector.
    pub fn flash_form(&self, entry: &Entry<'a>) -> Cow<'a, [u8]> {
        if entry.kind != Kind::Flash || !self.header.plain_flash {
            return Cow::Borrowed(entry.data);
        }
        let mut bytes = entry.data.to_vec();
        rc4::sectors(&mut bytes);
        Cow::Owned(bytes)
    }

    /// An entry's bytes as the SoC executes them.
    pub fn plain_form(&self, entry: &Entry<'a>) -> Cow<'a, [u8]> {
        let scramble = match entry.kind {
            Kind::Flash => rc4::sectors,
            Kind::Download(_) if self.header.plain_wire => return Cow::Borrowed(entry.data),
            Kind::Download(_) => rc4::whole,
        };
        let mut bytes = entry.data.to_vec();
        scramble(&mut bytes);
        Cow::Owned(bytes)
    }
}

fn read_table<'a>(file: &'a [u8], kind: Kind, entries: &mut Vec<Entry<'a>>) -> Result<(), Unsound> {
    let at = kind.table();
    let (count, offset, size) = (file[at], le32(file, at + 1) as usize, usize::from(file[at + 5]));
    if count > 0 && size < ENTRY_SIZE {
        return Err(Unsound(format!(
            "the entries of table {} are only {size} bytes long",
            kind.name()
        )));
    }
    for index in 0..usize::from(count) {
        let start = offset.checked_add(index * size);
        let entry = start.and_then(|start| file.get(start..start.checked_add(ENTRY_SIZE)?));
        let Some(entry) = entry else {
            return Err(Unsound(format!("table {} is outside of the file", kind.name())));
        };
        entries.push(read_entry(file, kind, entry)?);
    }
    Ok(())
}

fn read_entry<'a>(file: &'a [u8], kind: Kind, entry: &[u8]) -> Result<Entry<'a>, Unsound> {
    let units = entry[5..45].chunks_exact(2).map(|unit| le16(unit, 0));
    let name: String = char::decode_utf16(units.take_while(|&unit| unit != 0))
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    let (offset, size) = (le32(entry, 45) as usize, le32(entry, 49) as usize);
    let Some(data) = offset.checked_add(size).and_then(|end| file.get(offset..end)) else {
        return Err(Unsound(format!(
            "the data of entry `{}` are outside of the file",
            name.escape_debug()
        )));
    };
    if le32(entry, 1) != kind.code() {
        return Err(Unsound(format!("entry `{}` is in the wrong table", name.escape_debug())));
    }
    let delay = Duration::from_millis(le32(entry, 53).into());
    if delay > LONGEST_DELAY {
        return Err(Unsound(format!(
            "entry `{}` asks for a wait of {} s after it: more than {} s are refused",
            name.escape_debug(),
            delay.as_secs(),
            LONGEST_DELAY.as_secs()
        )));
    }
    Ok(Entry { kind, name, delay, data })
}

/// Where the last entry's data end.
fn end_of(file: &[u8], entries: &[Entry<'_>]) -> usize {
    let start = file.as_ptr() as usize;
    entries
        .iter()
        .map(|entry| entry.data.as_ptr() as usize - start + entry.data.len())
        .max()
        .unwrap_or(0)
}

fn find_sum(file: &[u8], signed: bool, end: usize) -> Result<Sum, Unsound> {
    let holds = |end: usize| {
        file.get(end..end + 4).is_some_and(|sum| le32(sum, 0) == sums::crc32(&file[..end]))
    };
    // Header and entries are longer than the checksum.
    if holds(file.len() - 4) {
        Ok(Sum::Good)
    } else if holds(end) {
        Ok(Sum::Followed(file.len() - end - 4))
    } else if signed {
        Ok(Sum::Unknown)
    } else {
        Err(Unsound::new("the loader file is damaged: its checksum does not hold"))
    }
}

#[cfg(test)]
mod tests;
