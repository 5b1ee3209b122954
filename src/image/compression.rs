//! How a file is compressed.

use std::io::{BufReader, Read};

use lzma_rust2::{LzipStream, LzmaStream};

use super::{
    foreign::{is_lzma, is_zlib},
    unpack::{Gzip, LeftOut, Processed, Zlib, Zstd},
};

/// Bytes of a file's beginning that say what it is, how it is compressed, and with which window.
pub(super) const MAGIC: usize = 4096;

/// A kind of compression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compression {
    /// RFC 1952; several members one after the other are one file.
    Gzip,
    /// The xz format, several streams and padding between them included.
    Xz,
    /// RFC 8878, several frames and skippable ones included.
    Zstd,
    /// Several streams one after the other are one file.
    Bzip2,
    /// lzip's format, several members included.
    Lzip,
    /// What `lzma` makes (LZMA_alone); it has no checksum.
    Lzma,
    /// RFC 1950.
    Zlib,
}

impl Compression {
    /// Recognises a file by its first `MAGIC` bytes.
    pub fn of(head: &[u8]) -> Option<Self> {
        let skippable = |head: &[u8]| head[0] & 0xf0 == 0x50 && head[1..] == [0x2a, 0x4d, 0x18];
        match head {
            [0x1f, 0x8b, 8, ..] => Some(Self::Gzip),
            [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Some(Self::Xz),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Self::Zstd),
            [a, b, c, d, ..] if skippable(&[*a, *b, *c, *d]) => Some(Self::Zstd),
            // A block's number after the level, or that of the end where there is no block.
            [b'B', b'Z', b'h', b'1'..=b'9', 0x31, 0x41, 0x59, 0x26, 0x53, 0x59, ..]
            | [b'B', b'Z', b'h', b'1'..=b'9', 0x17, 0x72, 0x45, 0x38, 0x50, 0x90, ..] => {
                Some(Self::Bzip2)
            }
            [b'L', b'Z', b'I', b'P', ..] => Some(Self::Lzip),
            _ if is_lzma(head) => Some(Self::Lzma),
            _ if is_zlib(head) => Some(Self::Zlib),
            _ => None,
        }
    }

    /// The name that the field uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Xz => "xz",
            Self::Zstd => "zstd",
            Self::Bzip2 => "bzip2",
            Self::Lzip => "lzip",
            Self::Lzma => "lzma",
            Self::Zlib => "zlib",
        }
    }

    /// Endings of such files, which a bmap's name leaves out.
    pub(super) fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Gzip => &["gz"],
            Self::Xz => &["xz"],
            Self::Zstd => &["zst", "zstd"],
            Self::Bzip2 => &["bz2"],
            Self::Lzip => &["lz"],
            Self::Lzma => &["lzma"],
            Self::Zlib => &["zlib", "zz"],
        }
    }

    /// Bytes of what was unpacked that unpacking has to keep, as the first block says; others may differ.
    pub(super) fn window(self, head: &[u8]) -> Option<u64> {
        match self {
            Self::Gzip | Self::Zlib => Some(32 << 10),
            Self::Bzip2 => Some(u64::from(head.get(3)?.checked_sub(b'0')?) * 100_000),
            Self::Zstd => zstd_window(head),
            Self::Xz => xz_window(head),
            Self::Lzip => lzip_window(head),
            Self::Lzma => Some(u32::from_le_bytes(*head.get(1..5)?.first_chunk()?).into()),
        }
    }

    /// What is in the file; `window` is the most that may be kept of what was unpacked. `left_out`: what follows the data,
    /// and does not belong to them.
    pub(super) fn unpack<R: Read + Send + 'static>(
        self,
        file: BufReader<R>,
        window: u64,
        left_out: LeftOut,
    ) -> Box<dyn Read + Send> {
        // 1 MiB for the unpacker itself, beside its window.
        let kib = u32::try_from((window >> 10) + 1024).unwrap_or(u32::MAX - 1);
        match self {
            Self::Gzip => Box::new(Gzip::new(file, left_out)),
            Self::Xz => Box::new(lzma_rust2::XzReader::new_mem_limit(file, true, kib)),
            Self::Lzip => Box::new(Processed::new(file, LzipStream::new_mem_limit(true, kib))),
            Self::Lzma => Box::new(Processed::new(file, LzmaStream::new_mem_limit(kib, None))),
            Self::Zlib => Box::new(Zlib::new(file)),
            Self::Zstd => Box::new(Zstd::new(file, window)),
            Self::Bzip2 => Box::new(bzip2::bufread::MultiBzDecoder::new(file)),
        }
    }
}

/// Of a frame that does not say it otherwise, the window is the content.
fn zstd_window(head: &[u8]) -> Option<u64> {
    let descriptor = *head.get(4)?;
    if !head.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) {
        return None;
    }
    if descriptor & 0x20 == 0 {
        let (exponent, mantissa) = (head.get(5)? >> 3, u64::from(head.get(5)? & 7));
        return Some((1 << (10 + exponent)) / 8 * (8 + mantissa));
    }
    let at = 5 + [0, 1, 2, 4][usize::from(descriptor & 3)];
    let (bytes, more) = [(1, 0), (2, 256), (4, 0), (8, 0)][usize::from(descriptor >> 6)];
    let field = head.get(at..at + bytes)?.iter().rev();
    field.fold(0_u64, |value, byte| value << 8 | u64::from(*byte)).checked_add(more)
}

/// A power of two, less this many sixteenths of it.
fn lzip_window(head: &[u8]) -> Option<u64> {
    let code = *head.get(5)?;
    let size = 1_u64 << (code & 0x1f);
    Some(size - size / 16 * u64::from(code >> 5))
}

/// The dictionary of the first block's LZMA2 filter: its number is 0x21, its only property the size.
fn xz_window(head: &[u8]) -> Option<u64> {
    let (size, flags) = (usize::from(*head.get(12)?), *head.get(13)?);
    let end = 12 + (size + 1) * 4;
    let mut rest = head.get(14..end).filter(|_| size > 0)?.iter().copied();
    // The two lengths that may come first have seven bits in a byte.
    for _ in 0..(flags >> 6 & 1) + (flags >> 7) {
        while rest.next()? & 0x80 != 0 {}
    }
    for _ in 0..=flags & 3 {
        let (filter, length) = (rest.next()?, rest.next()?);
        let property = rest.next();
        if (filter, length) == (0x21, 1) {
            let bits = u32::from(property?);
            return Some(u64::from(2 | bits & 1) << (bits.min(40) / 2 + 11));
        }
        // The byte that was taken above was the filter's first, where it has any.
        rest = head.get(end - rest.len() - usize::from(length == 0)..end)?.iter().copied();
        (1..length).try_for_each(|_| rest.next().map(drop))?;
    }
    None
}
