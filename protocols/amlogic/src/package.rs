//! Burning packages (`aml_upgrade_package.img`), versions 1 and 2: items one after the other, with a list before them.
//!
//! Layout: khadas' and ampack's descriptions (AML-IMAGE-FORMAT.md), pyamlboot's reader.

mod build;
mod burn;
mod item;
mod platform;
mod sparse;

use alloc::{format, vec, vec::Vec};
use core::{fmt, ops::Range};

use crc::{CRC_32_JAMCRC, Crc};
use link::{IoError, Source};
use sha1::{Digest, Sha1};

use crate::{
    bytes::{le32, le64},
    image::Unsound,
};

pub use build::{Build, Content};
pub use burn::{Burn, Step, is_plain_name};
pub use item::{Format, Item};
pub use platform::Platform;

const MAGIC: u32 = 0x27b5_1956;
/// Bytes of the header.
const HEADER: usize = 64;
/// Most items that are believed. The vendor's card decoder takes 48; newer packages have more.
const MOST: u32 = 1024;
/// Bytes that are read at once.
const PIECE: usize = 64 << 10;
/// Text of a VERIFY item before its 40 digits.
const SHA1: &[u8] = b"sha1sum ";

/// The usual CRC-32 without its last step.
static CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_JAMCRC);

/// Why a package cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// It is not what it should be.
    Unsound(Unsound),
    /// The file failed.
    Io(IoError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsound(error) => error.fmt(f),
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl core::error::Error for Error {}

impl link::Classify for Error {
    fn meaning(&self) -> link::Meaning {
        link::Meaning::input(link::Code::INPUT_IMAGE)
    }

    fn of_file(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(&**error),
            _ => None,
        }
    }
}

impl From<Unsound> for Error {
    fn from(error: Unsound) -> Self {
        Self::Unsound(error)
    }
}

/// A package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// 1 or 2.
    pub version: u32,
    /// Bytes, as it says itself.
    pub size: u64,
    /// Items begin at multiples of this.
    pub align: u32,
    /// The items, in their order.
    pub items: Vec<Item>,
    crc: u32,
}

impl Package {
    /// Whether a file says of itself that it is one.
    pub fn is_one(head: &[u8]) -> bool {
        le32(head, 8) == MAGIC && matches!(le32(head, 4), 1 | 2)
    }

    /// Reads header and list, and checks that all items lie in the file. [`check`](Self::check) reads the rest.
    ///
    /// # Errors
    /// When the source fails, and when the package is damaged.
    pub fn read(source: &mut dyn Source) -> Result<Self, Error> {
        let mut header = [0; HEADER];
        read(source, 0, &mut header)?;
        if !Self::is_one(&header) {
            return Err(Unsound::new("not a burning package of version 1 or 2").into());
        }
        let (version, count) = (le32(&header, 4), le32(&header, 0x18));
        let (size, align) = (le64(&header, 0xc), le32(&header, 0x14));
        if size > source.size() {
            let there = source.size();
            return Err(Unsound(format!(
                "the package is cut off: {there} of {size} bytes are there"
            ))
            .into());
        }
        if count == 0 || count > MOST {
            return Err(Unsound(format!("the package tells of {count} items")).into());
        }
        let mut list = vec![0; count as usize * Item::size(version)];
        read(source, HEADER as u64, &mut list)?;
        let items: Vec<Item> = list
            .chunks_exact(Item::size(version))
            .map(|bytes| Item::parse(bytes, version))
            .collect();
        let package = Self { version, size, align, items, crc: le32(&header, 0) };
        package.check_list((HEADER + list.len()) as u64)?;
        Ok(package)
    }

    fn check_list(&self, start: u64) -> Result<(), Unsound> {
        for (index, item) in self.items.iter().enumerate() {
            let name = item.name();
            if item.range.start < start || item.range.end > self.size {
                return Err(Unsound(format!("item {name} is outside the package")));
            }
            if item.verify && self.verify_item(index).is_none() {
                return Err(Unsound(format!("item {name} should be followed by its VERIFY item")));
            }
            let shared =
                item.backup.and_then(|id| self.items.iter().find(|other| other.id == id.into()));
            if item.backup.is_some() && shared.is_none_or(|other| other.range != item.range) {
                return Err(Unsound(format!("item {name} is a copy of an item that is not there")));
            }
        }
        self.check_names()?;
        self.check_overlaps()
    }

    /// Refuses two items of one name: it would be unclear which of them counts.
    fn check_names(&self) -> Result<(), Unsound> {
        let mut names: Vec<_> = self
            .items
            .iter()
            .filter(|item| item.main != "VERIFY")
            .map(|item| (&item.main, &item.sub))
            .collect();
        names.sort_unstable();
        match names.windows(2).find(|pair| pair[0] == pair[1]) {
            None => Ok(()),
            Some(pair) => {
                let (main, sub) = (pair[0].0.escape_debug(), pair[0].1.escape_debug());
                Err(Unsound(format!("there are two items {main}:{sub}")))
            }
        }
    }

    /// Refuses items that share bytes, but for copies, which say so and share all of them.
    fn check_overlaps(&self) -> Result<(), Unsound> {
        let mut items: Vec<_> = self.items.iter().filter(|item| !item.range.is_empty()).collect();
        items.sort_by_key(|item| (item.range.start, item.range.end, item.backup));
        for pair in items.windows(2) {
            let (one, other) = (pair[0], pair[1]);
            let copy = other.backup.is_some() && one.range == other.range;
            if other.range.start < one.range.end && !copy {
                let (one, other) = (one.name(), other.name());
                return Err(Unsound(format!("the items {one} and {other} overlap")));
            }
        }
        Ok(())
    }

    /// Reads all of the package and checks its checksum.
    ///
    /// # Errors
    /// When the source fails, and when the package is damaged.
    pub fn check(&self, source: &mut dyn Source) -> Result<(), Error> {
        let mut digest = CRC.digest();
        stream(source, 4..self.size, &mut |piece| digest.update(piece))?;
        if digest.finalize() == self.crc {
            return Ok(());
        }
        Err(Unsound::new("the package is damaged: its checksum does not hold").into())
    }

    /// The item of that type and name.
    pub fn find(&self, main: &str, sub: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.main == main && item.sub == sub)
    }

    /// The items that become partitions, in the package's order.
    pub fn partitions(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.main == "PARTITION")
    }

    /// Whether it is for boards that speak ADNL: only those packages bring the script for it.
    pub fn is_adnl(&self) -> bool {
        self.find("aml", "usb_flow").is_some()
    }

    /// What it says of the SoC that it is for, where it does.
    ///
    /// # Errors
    /// When the source fails, and when the package is damaged.
    pub fn platform(&self, source: &mut dyn Source) -> Result<Option<Platform>, Error> {
        let Some(item) = self.find("conf", "platform") else { return Ok(None) };
        let length = (item.range.end - item.range.start).min(PIECE as u64);
        // At most 64 KiB.
        let mut text = vec![0; length as usize];
        read(source, item.range.start, &mut text)?;
        Ok(Some(Platform::parse(&text)))
    }

    /// The SHA-1 that the package tells of an item, where it does.
    ///
    /// # Errors
    /// When the source fails, and when the package is damaged.
    pub fn told(&self, item: &Item, source: &mut dyn Source) -> Result<Option<[u8; 20]>, Error> {
        let index = self.items.iter().position(|other| other == item);
        let Some(verify) = index.and_then(|index| self.verify_item(index)) else { return Ok(None) };
        if verify.range.end - verify.range.start < 48 {
            return Err(Unsound(format!("the VERIFY item of {} is too short", item.name())).into());
        }
        let mut text = [0; 48];
        read(source, verify.range.start, &mut text)?;
        match text.strip_prefix(SHA1).and_then(digits) {
            Some(hash) => Ok(Some(hash)),
            None => Err(Unsound(format!("the VERIFY item of {} is no SHA-1", item.name())).into()),
        }
    }

    /// Reads an item and checks it against the SHA-1 that the package tells; whether it tells one.
    ///
    /// # Errors
    /// When the source fails, and when the package is damaged.
    pub fn verify(&self, item: &Item, source: &mut dyn Source) -> Result<bool, Error> {
        let Some(told) = self.told(item, source)? else { return Ok(false) };
        let mut sha1 = Sha1::new();
        stream(source, item.range.clone(), &mut |piece| sha1.update(piece))?;
        if <[u8; 20]>::from(sha1.finalize()) == told {
            return Ok(true);
        }
        Err(Unsound(format!("item {} is damaged: its SHA-1 does not hold", item.name())).into())
    }

    /// Bytes of the items that [`verify`](Self::verify) reads.
    pub fn hashed(&self) -> u64 {
        let items = self.items.iter().enumerate();
        let hashed = items.filter(|(index, _)| self.verify_item(*index).is_some());
        hashed.map(|(_, item)| item.range.end - item.range.start).sum()
    }

    /// Follows the chunks of an item that is a sparse image; how many bytes it expands to. What is no sparse image is
    /// unsound.
    ///
    /// # Errors
    ///
    /// The image is damaged or claims more than any eMMC holds, or the file failed.
    pub fn expanded(&self, item: &Item, source: &mut dyn Source) -> Result<u64, Error> {
        sparse::expanded(source, item.range.clone()).map_err(|error| match error {
            Error::Unsound(Unsound(what)) => {
                Unsound(format!("item {}: {what}", item.name())).into()
            }
            other => other,
        })
    }

    /// The VERIFY item of the item with this index: the one after it, of the same name.
    fn verify_item(&self, index: usize) -> Option<&Item> {
        let (item, next) = (self.items.get(index)?, self.items.get(index + 1)?);
        (item.verify && next.main == "VERIFY" && next.sub == item.sub).then_some(next)
    }
}

/// Reads at an offset; a file that ends before is unsound.
fn read(source: &mut dyn Source, offset: u64, buf: &mut [u8]) -> Result<(), Error> {
    if offset.saturating_add(buf.len() as u64) > source.size() {
        return Err(Unsound::new("the package ends too early").into());
    }
    source.read_at(offset, buf).map_err(Error::Io)
}

/// Gives a range of a file to `take`, piece by piece.
fn stream(
    source: &mut dyn Source,
    range: Range<u64>,
    take: &mut dyn FnMut(&[u8]),
) -> Result<(), Error> {
    let mut buffer = vec![0; PIECE];
    let mut at = range.start;
    while at < range.end {
        // At most the buffer's length.
        let piece = &mut buffer[..(range.end - at).min(PIECE as u64) as usize];
        read(source, at, piece)?;
        take(piece);
        at += piece.len() as u64;
    }
    Ok(())
}

fn digits(text: &[u8]) -> Option<[u8; 20]> {
    let mut bytes = [0; 20];
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        let digit = |at: usize| char::from(pair[at]).to_digit(16);
        // Two hexadecimal digits are a byte.
        *byte = (digit(0)? << 4 | digit(1)?) as u8;
    }
    (text.len() == 40).then_some(bytes)
}

#[cfg(test)]
mod tests;
