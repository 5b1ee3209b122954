//! The archive of images in a package.

use alloc::{format, string::String, vec, vec::Vec};
use core::ops::Range;

use link::Source;

use super::{Error, read, stream, text};
use crate::{Unsound, bytes::le32, sums};

/// Bytes of the header, and of the one that holds more images (seen on the RK3562: rk3562_tools).
const HEADERS: [usize; 2] = [2048, 4096];
/// Where the entries are, and in how many bytes each.
const ENTRIES: (usize, usize) = (140, 112);
/// How many entries there can be in each header.
const MOST: [usize; 2] = [16, 35];
/// The units that packers count padded sizes in: the vendor's in pages of 2048 bytes, the open afptool in bytes.
const UNITS: [u64; 2] = [2048, 1];
/// Images are filled up to a multiple of at most this many bytes.
const PADDING: u64 = 4096;

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
    /// Whether there is an image after it.
    pub fn has_data(&self) -> bool {
        has_file(&self.path) && !self.range.is_empty()
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
    ///
    /// # Errors
    /// When the source fails, and when the package is damaged.
    pub fn read(source: &mut dyn Source) -> Result<Self, Error> {
        let mut header = vec![0; HEADERS[0]];
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
        let count = le32(&header, 136) as usize;
        let large = usize::from(count > MOST[0]);
        if count > MOST[1] {
            let most = MOST[1];
            let text = format!("the archive tells of {count} images, not of {most} at most");
            return Err(Unsound(text).into());
        }
        header.resize(HEADERS[large], 0);
        read(source, 0, &mut header)?;
        let (start, size) = ENTRIES;
        let entries: Vec<_> = header[start..].chunks_exact(size).take(count).collect();
        let parts = read_parts(&entries, HEADERS[large] as u64, length)?;
        Ok(Self { model: text(&header[8..42]), maker: text(&header[72..128]), parts, length })
    }

    /// Reads all of the archive and checks its checksum.
    ///
    /// # Errors
    /// When the source fails, and when the package is damaged.
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

/// Reads the entries of an archive of `length` bytes, whose images begin after its header.
fn read_parts(entries: &[&[u8]], header: u64, length: u64) -> Result<Vec<Part>, Unsound> {
    let unit = unit(entries)?;
    if unit == 1 && length > u32::MAX.into() {
        let text = "the archive is longer than 4 GiB, and its entries do not tell the lengths of such images";
        return Err(Unsound::new(text));
    }
    let mut end = header;
    let mut parts: Vec<Part> = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        let mut part = read_part(entry, end, unit);
        if let Some(same) = entries[..index].iter().position(|other| is_slot_of(entry, other)) {
            part.range = parts[same].range.clone();
        }
        if part.has_data() {
            check_range(&part, &parts, header, length)?;
            end = end.max(part.range.end);
        }
        parts.push(part);
    }
    Ok(parts)
}

/// The unit of the padded sizes, which is the same for all images.
fn unit(entries: &[&[u8]]) -> Result<u64, Unsound> {
    let fits = |entry: &[u8], unit: u64| {
        let (size, padded) = (u64::from(le32(entry, 108)), u64::from(le32(entry, 104)));
        // Sizes above 4 GiB lost their high bits.
        (padded * unit).wrapping_sub(size) & u64::from(u32::MAX) < PADDING
    };
    let with_data = || entries.iter().filter(|entry| has_file(&text(&entry[32..92])));
    let unit = UNITS.into_iter().find(|&unit| with_data().all(|entry| fits(entry, unit)));
    unit.ok_or_else(|| {
        let odd = with_data().find(|entry| !UNITS.iter().any(|&unit| fits(entry, unit)));
        let name = odd.map_or_else(|| "of some".into(), |entry| text(&entry[..32]));
        let name = name.escape_debug();
        Unsound(format!("the two sizes of image `{name}` contradict each other"))
    })
}

/// Refuses an image that is not all in the archive, or shares some of its bytes with one before. Both slots of an A/B
/// system may have the very same bytes.
fn check_range(part: &Part, before: &[Part], header: u64, length: u64) -> Result<(), Unsound> {
    let (name, range) = (part.name.escape_debug(), &part.range);
    if range.start < header || range.end > length {
        return Err(Unsound(format!("image `{name}` is outside the archive")));
    }
    let shares = |other: &&Part| {
        other.has_data()
            && other.range != *range
            && other.range.start < range.end
            && range.start < other.range.end
    };
    match before.iter().find(shares) {
        None => Ok(()),
        Some(other) => {
            let other = other.name.escape_debug();
            Err(Unsound(format!("the images `{other}` and `{name}` overlap in the archive")))
        }
    }
}

/// Whether two entries are for the same bytes of the archive, as both slots of an A/B system may be.
fn is_slot_of(entry: &[u8], other: &[u8]) -> bool {
    let path = 32..92;
    entry[path.clone()] == other[path]
        && [96, 104, 108].iter().all(|&at| le32(entry, at) == le32(other, at))
}

/// Whether an entry with this path stands for a file.
fn has_file(path: &str) -> bool {
    path != "SELF" && path != "RESERVED"
}

/// Reads an entry. Offsets and lengths above 4 GiB lost their high bits: the padded size tells those of the length, and
/// images are stored in order, none before `after`.
fn read_part(entry: &[u8], after: u64, unit: u64) -> Part {
    let (name, path) = (text(&entry[..32]), text(&entry[32..92]));
    let (low, padded) = (u64::from(le32(entry, 108)), u64::from(le32(entry, 104)));
    let size = low | (padded * unit).saturating_sub(low) >> 32 << 32;
    let mut offset = u64::from(le32(entry, 96));
    // Only an archive that is longer than 4 GiB can have lost bits.
    if after > u32::MAX.into() && offset < after {
        offset |= after & !u64::from(u32::MAX);
        if offset < after {
            offset += 1 << 32;
        }
    }
    let sector = Some(le32(entry, 100)).filter(|&sector| sector != u32::MAX);
    // The entry for the archive itself has the length of all of it.
    let range = if has_file(&path) { offset..offset + size } else { 0..0 };
    Part { name, path, sector, sectors: le32(entry, 92), range }
}
