//! U-Boot's `lib/image-sparse.c`, with its faults: a longer file header is skipped twice, a checksum's four bytes are taken for
//! the next chunk, and what is skipped is not compared with the partition's end.

use alloc::vec::Vec;

use link::storage::{SECTOR, Storage};

use super::media::Place;
use crate::sparse::{CHUNK, HEADER, MAGIC};

/// Behind every buffer.
const FAR: usize = 1 << 31;
/// Bytes that are filled at once.
const FILL: usize = 0x8_0000;

/// Whether the buffer begins as a sparse image does.
pub(super) fn is_sparse(buffer: &[u8]) -> bool {
    word(buffer, 0) == MAGIC && half(buffer, 4) == 1
}

struct Write<'w> {
    buffer: &'w [u8],
    storage: &'w mut dyn Storage,
    place: Place,
    /// Where it reads.
    at: usize,
    /// The next sector.
    sector: u64,
    /// Blocks that went by.
    blocks: u32,
    block: u32,
    chunk_header: usize,
}

/// Writes the image in a buffer.
pub(super) fn write(
    buffer: &[u8],
    storage: &mut dyn Storage,
    place: Place,
) -> Result<(), &'static str> {
    let header = usize::from(half(buffer, 8));
    // Its own mistake.
    let at = header + header.saturating_sub(HEADER);
    let block = word(buffer, 12);
    if !block.is_multiple_of(SECTOR as u32) {
        return Err("sparse image block size issue");
    }
    let chunk_header = usize::from(half(buffer, 10));
    let mut write =
        Write { buffer, storage, place, at, sector: place.start, blocks: 0, block, chunk_header };
    for _ in 0..word(buffer, 20) {
        write.chunk()?;
    }
    if write.blocks == word(buffer, 16) { Ok(()) } else { Err("sparse image write failure") }
}

impl Write<'_> {
    fn chunk(&mut self) -> Result<(), &'static str> {
        let head = self.at;
        let (kind, blocks) = (half(self.buffer, head), word(self.buffer, head + 4));
        let total = u64::from(word(self.buffer, head + 8));
        self.at += CHUNK + self.chunk_header.saturating_sub(CHUNK);
        let bytes = u64::from(self.block) * u64::from(blocks);
        let sectors = bytes.div_ceil(SECTOR as u64);
        let header = self.chunk_header as u64;
        match kind {
            0xcac1 if total != header + bytes => return Err("Bogus chunk size for chunk type Raw"),
            0xcac1 => self.raw(bytes, sectors)?,
            0xcac2 if total != header + 4 => return Err("Bogus chunk size for chunk type FILL"),
            0xcac2 => self.fill(sectors)?,
            0xcac3 => self.sector = self.sector.saturating_add(sectors),
            0xcac4 if total != header + 4 => return Err("Bogus chunk size for chunk type CRC32"),
            // Its own mistake: the sum is still there.
            0xcac4 => self.at = self.at.saturating_add(bytes as usize).min(FAR),
            _ => return Err("Unknown chunk type"),
        }
        self.blocks = self.blocks.wrapping_add(blocks);
        Ok(())
    }

    fn inside(&self, sectors: u64) -> Result<(), &'static str> {
        match self.sector.saturating_add(sectors)
            > self.place.start.saturating_add(self.place.sectors)
        {
            true => Err("Request would exceed partition size!"),
            false => Ok(()),
        }
    }

    fn raw(&mut self, bytes: u64, sectors: u64) -> Result<(), &'static str> {
        self.inside(sectors)?;
        // Inside the partition: what is after the buffer is not more than that.
        for at in (0..bytes).step_by(FILL) {
            let length = (bytes - at).min(FILL as u64) as usize;
            let from = self.at + at as usize;
            let data: Vec<u8> = (from..from + length).map(|at| byte(self.buffer, at)).collect();
            let sector = self.sector + at / SECTOR as u64;
            self.storage.write_at(sector, &data).map_err(|_| "flash write failure")?;
        }
        self.at += bytes as usize;
        self.sector += sectors;
        Ok(())
    }

    fn fill(&mut self, sectors: u64) -> Result<(), &'static str> {
        let value = word(self.buffer, self.at).to_le_bytes();
        self.at += 4;
        self.inside(sectors)?;
        let data = value.repeat(FILL / 4);
        let mut left = sectors;
        while left > 0 {
            let now = left.min((FILL / SECTOR) as u64);
            let part = &data[..now as usize * SECTOR];
            self.storage.write_at(self.sector, part).map_err(|_| "flash write failure")?;
            self.sector += now;
            left -= now;
        }
        Ok(())
    }
}

/// Bytes after the buffer's end read as what they were before any download.
fn half(buffer: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([byte(buffer, at), byte(buffer, at + 1)])
}

fn word(buffer: &[u8], at: usize) -> u32 {
    u32::from(half(buffer, at)) | u32::from(half(buffer, at + 2)) << 16
}

fn byte(buffer: &[u8], at: usize) -> u8 {
    buffer.get(at).copied().unwrap_or(0x5a)
}
