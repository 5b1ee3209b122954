//! Android sparse images in packages: their chunks are followed without being unpacked, so that a board that expands
//! them finds nothing wrong after it has erased its storage.

use alloc::{format, vec, vec::Vec};
use core::ops::Range;

use link::Source;

use super::{Error, read};
use crate::{
    bytes::{le16, le32},
    image::Unsound,
};

const MAGIC: u32 = 0xed26_ff3a;
const HEADER: u64 = 28;
const CHUNK: u64 = 12;
/// Bytes that are read at once.
const PIECE: u64 = 64 << 10;
/// Bytes of the largest eMMC that there can be: its sectors are counted in 32 bits.
const MOST: u64 = 512 << 32;

/// The image's bytes, read in pieces.
struct Reader<'s> {
    source: &'s mut dyn Source,
    range: Range<u64>,
    /// Where the piece begins that is held.
    start: u64,
    held: Vec<u8>,
}

impl Reader<'_> {
    /// A header of up to 64 KiB, `at` bytes from the image's beginning on.
    fn header(&mut self, at: u64, length: u64) -> Result<&[u8], Error> {
        let size = self.range.end - self.range.start;
        if at.checked_add(length).is_none_or(|end| end > size) {
            return Err(Unsound::new("the sparse image ends too early").into());
        }
        if at < self.start || at + length > self.start + self.held.len() as u64 {
            self.start = at;
            // At most 64 KiB.
            self.held = vec![0; (size - at).min(PIECE) as usize];
            read(self.source, self.range.start + at, &mut self.held)?;
        }
        let from = (at - self.start) as usize;
        Ok(&self.held[from..from + length as usize])
    }
}

/// Follows the chunks; how many bytes the image expands to.
pub(super) fn expanded(source: &mut dyn Source, range: Range<u64>) -> Result<u64, Error> {
    let unsound = |what: &str| Err(Unsound::new(what).into());
    let mut reader = Reader { source, range, start: 0, held: Vec::new() };
    let head = match reader.header(0, HEADER) {
        Ok(head) if le32(head, 0) == MAGIC && le16(head, 4) == 1 => head,
        Err(Error::Io(error)) => return Err(Error::Io(error)),
        _ => return unsound("it is no Android sparse image"),
    };
    let (file, chunk) = (u64::from(le16(head, 8)), u64::from(le16(head, 10)));
    let (block, blocks, chunks) =
        (u64::from(le32(head, 12)), u64::from(le32(head, 16)), le32(head, 20));
    if file < HEADER || chunk < CHUNK || block == 0 || !block.is_multiple_of(512) {
        return unsound("its sparse header contradicts itself");
    }
    // Two numbers of 32 bits each.
    if block * blocks > MOST {
        let bytes = block * blocks;
        return Err(Unsound(format!("it claims {bytes} bytes, which no eMMC has")).into());
    }
    let (mut at, mut found) = (file, 0);
    for _ in 0..chunks {
        let head = reader.header(at, CHUNK)?;
        let (kind, count, total) = (le16(head, 0), u64::from(le32(head, 4)), le32(head, 8));
        let data = match kind {
            0xcac1 => count * block,
            0xcac2 => 4,
            0xcac3 => 0,
            _ => return unsound("it has a sparse chunk that boards do not know"),
        };
        if u64::from(total) != chunk + data {
            return unsound("a sparse chunk has another length than its blocks");
        }
        (at, found) = (at + chunk + data, found + count);
        if found > blocks {
            return unsound("its sparse chunks are more than its header says");
        }
    }
    let size = reader.range.end - reader.range.start;
    match (found == blocks, at <= size) {
        (true, true) => Ok(block * blocks),
        (false, _) => unsound("its sparse chunks are fewer than its header says"),
        (_, false) => unsound("the sparse image ends too early"),
    }
}
