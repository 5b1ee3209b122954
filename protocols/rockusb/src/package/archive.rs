//! The archive of images in a package.

use alloc::{format, string::String, vec::Vec};
use core::ops::Range;

use link::Source;

use super::{Error, read, stream, text};
use crate::{Unsound, bytes::le32, sums};

/// Bytes of the header.
const HEADER: usize = 2048;
/// Where the entries are, in how many bytes each, and how many there can be.
const ENTRIES: (usize, usize, usize) = (140, 112, 16);
/// Unit of the padded sizes.
const UNIT: u64 = 2048;

/// An image in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The partition's name.
    pub name: String,
    /// The file that it was made from; `SELF` and `RESERVED` have none.
    pub path: String,
    /// Where it goes on flash, in sectors; `None`: nowhere.
    pub sector: Option<u32>,
    /// The partition's size in sectors; 0: not told.
    pub sectors: u32,
    /// Where its bytes are in the archive.
    pub range: Range<u64>,
}

impl Part {
    /// Whether there is an image behind it.
    pub fn has_data(&self) -> bool {
        self.path != "SELF" && self.path != "RESERVED" && !self.range.is_empty()
    }
}

/// An archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// The product's model.
    pub model: String,
    /// Its maker.
    pub maker: String,
    /// The images.
    pub parts: Vec<Part>,
    /// Bytes before the checksum at its end.
    length: u64,
}

impl Archive {
    /// Whether a file says of itself that it is one.
    pub fn is_one(head: &[u8]) -> bool {
        head.starts_with(b"RKAF")
    }

    /// Reads the header; `source` is the archive alone. [`check`](Self::check) reads the rest.
    pub fn read(source: &mut dyn Source) -> Result<Self, Error> {
        let mut header = [0; HEADER];
        read(source, 0, &mut header)?;
        if !Self::is_one(&header) {
            return Err(
                Unsound::new("not an archive of images: it does not begin with RKAF").into()
            );
        }
        let length = source.size().checked_sub(4).filter(|length| {
            // The field holds the low 32 bits.
            *length as u32 == le32(&header, 4)
        });
        let length =
            length.ok_or_else(|| Unsound::new("the archive's length is not what it tells"))?;
        let (start, size, most) = ENTRIES;
        let count = le32(&header, 136) as usize;
        if count > most {
            return Err(
                Unsound(format!("the archive tells of {count} images, not of 16 at most")).into()
            );
        }
        let mut end = HEADER as u64;
        let mut parts = Vec::with_capacity(count);
        for entry in header[start..].chunks_exact(size).take(count) {
            let part = read_part(entry, end)?;
            if part.range.end > length {
                let name = part.name.escape_debug();
                return Err(Unsound(format!("image `{name}` lies outside the archive")).into());
            }
            if part.has_data() {
                end = part.range.end;
            }
            parts.push(part);
        }
        Ok(Self { model: text(&header[8..42]), maker: text(&header[72..128]), parts, length })
    }

    /// Reads all of the archive and checks its checksum.
    pub fn check(&self, source: &mut dyn Source) -> Result<(), Error> {
        let mut digest = sums::crc32_digest();
        stream(source, 0..self.length, &mut |piece| digest.update(piece))?;
        let mut told = [0; 4];
        read(source, self.length, &mut told)?;
        if digest.finalize() == u32::from_le_bytes(told) {
            return Ok(());
        }
        Err(Unsound::new("the archive is damaged: its checksum does not hold").into())
    }

    /// The image of that name.
    pub fn find(&self, name: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.name == name)
    }
}

/// Reads an entry. Offsets and lengths above 4 GiB lost their high bits: the padded size tells those of the length, and
/// images lie in order, none before `after`.
fn read_part(entry: &[u8], after: u64) -> Result<Part, Unsound> {
    let name = text(&entry[..32]);
    let (low, padded) = (u64::from(le32(entry, 108)), u64::from(le32(entry, 104)));
    let high = (padded * UNIT).saturating_sub(low) >> 32;
    let size = low | high << 32;
    if size > padded * UNIT {
        let name = name.escape_debug();
        return Err(Unsound(format!("the two sizes of image `{name}` contradict each other")));
    }
    let mut offset = u64::from(le32(entry, 96));
    // Only an archive that is longer than 4 GiB can have lost bits.
    if after > u32::MAX.into() && offset < after {
        offset |= after & !u64::from(u32::MAX);
        if offset < after {
            offset += 1 << 32;
        }
    }
    let sector = Some(le32(entry, 100)).filter(|&sector| sector != u32::MAX);
    let path = text(&entry[32..92]);
    Ok(Part { name, path, sector, sectors: le32(entry, 92), range: offset..offset + size })
}
