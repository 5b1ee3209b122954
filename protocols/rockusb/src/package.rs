//! Firmware packages (`update.img`): an `RKFW` wrapper around a loader file and an `RKAF` archive of images.

mod archive;
mod environment;

use alloc::{string::String, vec};
use core::{fmt, ops::Range};

use link::{IoError, Source, SubSource};
use md5::{Digest, Md5};

use crate::{
    Unsound,
    bytes::{array, le32},
};

pub use archive::{Archive, Part};
pub use environment::Environment;

/// Bytes of the wrapper's header.
const HEADER: usize = 0x66;
/// Bytes that are read at once.
const PIECE: usize = 64 << 10;

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

/// What the bytes after a package say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// The MD5 of all before it.
    Md5([u8; 32]),
    /// A signature of this many bytes after the MD5, which only the SoC can check.
    Signed([u8; 32], u64),
    /// Nothing: a package without.
    None,
}

/// A package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Version: major, minor, build.
    pub version: (u8, u8, u16),
    /// The SoC's code.
    pub chip: u32,
    /// Where its loader file is, in bytes.
    pub loader: Range<u64>,
    /// Where its archive is, in bytes.
    pub archive: Range<u64>,
    /// What follows.
    pub tail: Tail,
}

impl Package {
    /// Whether a file says of itself that it is one.
    pub fn is_one(head: &[u8]) -> bool {
        head.starts_with(b"RKFW")
    }

    /// Reads the wrapper and checks that its parts lie in the file. [`check`](Self::check) reads the rest.
    ///
    /// # Errors
    /// When the source fails, and when the package is damaged.
    pub fn read(source: &mut dyn Source) -> Result<Self, Error> {
        let mut header = [0; HEADER];
        read(source, 0, &mut header)?;
        if !Self::is_one(&header) {
            return Err(Unsound::new("not a package: it does not begin with RKFW").into());
        }
        let word = |at| u64::from(le32(&header, at));
        let high = if &header[55..57] == b"HI" { word(57) << 32 } else { 0 };
        let loader = word(25)..word(25) + word(29);
        let archive = word(33)..word(33).saturating_add(high | word(37));
        let size = source.size();
        if loader.end > size || archive.end > size || archive.start < loader.end {
            return Err(Unsound::new("the package ends before its parts do").into());
        }
        let tail = read_tail(source, archive.end)?;
        let [build @ .., minor, major] = array::<4>(&header, 6);
        let version = (major, minor, u16::from_le_bytes(build));
        Ok(Self { version, chip: le32(&header, 21), loader, archive, tail })
    }

    /// Bytes that [`check`](Self::check) reads.
    pub fn summed(&self) -> u64 {
        if self.tail == Tail::None { 0 } else { self.archive.end }
    }

    /// Reads all of the package and checks its MD5.
    ///
    /// # Errors
    /// When the source fails, and when the package is damaged.
    pub fn check(&self, source: &mut dyn Source) -> Result<(), Error> {
        let (Tail::Md5(told) | Tail::Signed(told, _)) = self.tail else { return Ok(()) };
        let mut md5 = Md5::new();
        stream(source, 0..self.archive.end, &mut |piece| md5.update(piece))?;
        let found = md5.finalize();
        let digits = |byte: &u8| [byte >> 4, byte & 15];
        let letter = |digit: u8| char::from_digit(digit.into(), 16).unwrap_or_default() as u8;
        let text = found.iter().flat_map(digits).map(letter);
        if text.eq(told.to_ascii_lowercase()) {
            return Ok(());
        }
        Err(Unsound::new("the package is damaged: its MD5 does not hold").into())
    }

    /// Reads the archive's header.
    ///
    /// # Errors
    /// When the source fails, and when the package is damaged.
    pub fn open(&self, source: &mut dyn Source) -> Result<Archive, Error> {
        let length = self.archive.end - self.archive.start;
        Archive::read(&mut SubSource::padded(source, self.archive.start, length))
    }
}

fn read_tail(source: &mut dyn Source, at: u64) -> Result<Tail, Error> {
    let rest = source.size() - at;
    if rest < 32 {
        return Ok(Tail::None);
    }
    let mut text = [0; 32];
    read(source, at, &mut text)?;
    if !text.iter().all(u8::is_ascii_hexdigit) {
        return Ok(Tail::None);
    }
    Ok(if rest >= 160 { Tail::Signed(text, rest - 32) } else { Tail::Md5(text) })
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

/// What a file is that must not be written to a disk as it is: someone bricked a board with a package at sector 0.
pub fn not_an_image(head: &[u8]) -> Option<&'static str> {
    match head.get(..4)? {
        b"RKFW" => Some("a firmware package (RKFW)"),
        b"RKAF" => Some("an archive of images (RKAF)"),
        b"BOOT" | b"LDR " => Some("a loader file"),
        _ => None,
    }
}

/// What a file is that the vendor's tools make for one partition: neither a loader nor the image of a disk.
pub fn partition_image(head: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 6] = [
        (b"LOADER  ", "the vendor's U-Boot (LOADER), for the partition uboot"),
        (b"TOS     ", "the vendor's trusted OS (TOS), for the partition trust"),
        (b"BL3X", "the vendor's trusted firmware (BL3X), for the partition trust"),
        (b"RSCE", "the vendor's resources (RSCE), for the partition resource"),
        (b"KERNEL", "the vendor's kernel (KERNEL), for the partition kernel"),
        (b"KRNL", "the vendor's kernel (KRNL), for the partition kernel"),
    ];
    KINDS.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, what)| *what)
}

/// Printable text of a field.
fn text(field: &[u8]) -> String {
    crate::bytes::name(field)
}

#[cfg(test)]
mod tests;
