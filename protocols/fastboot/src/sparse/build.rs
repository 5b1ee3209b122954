//! One piece, as it grows.

use alloc::vec::Vec;

use super::{
    CHUNK, HEADER, Header, Plan, WRITTEN_MOST,
    format::{self, FILL, RAW, SKIP},
    units::Unit,
};

/// A sparse image that skips what went before.
pub(super) struct Build {
    bytes: Vec<u8>,
    block: u32,
    /// Bytes that it may have without what is skipped at its end.
    room: usize,
    /// Blocks of the whole image, where that is known.
    total: Option<u64>,
    chunks: u32,
    /// Where the header of the chunk of raw blocks is that may grow, and its blocks.
    raw: Option<(usize, u32)>,
    /// Blocks that are skipped before the next ones.
    skip: u64,
    /// The first block that it writes, and the one after the last.
    range: Option<(u64, u64)>,
    /// Blocks that it writes.
    written: u64,
}

impl Build {
    /// A piece that begins at block `at` of an image of `total` blocks, in a buffer that was used before.
    pub(super) fn new(plan: &Plan, at: u64, total: Option<u64>, mut bytes: Vec<u8>) -> Self {
        let behind = total.map_or(0, |total| skips(total.saturating_sub(at), plan.block));
        let room = (plan.limit as usize).saturating_sub(behind * CHUNK);
        let rest = total.map(|total| total.saturating_sub(at).saturating_mul(plan.block.into()));
        let most = rest.unwrap_or(u64::MAX).saturating_add(1 << 16).min(plan.limit.into());
        bytes.clear();
        bytes.reserve_exact(most as usize);
        bytes.resize(HEADER, 0);
        let (block, skip) = (plan.block, at);
        Self { bytes, block, room, total, chunks: 0, raw: None, skip, range: None, written: 0 }
    }

    /// Takes what fits of a unit, and returns the number of blocks that it took.
    pub(super) fn accept(&mut self, unit: Unit, data: &[u8]) -> u64 {
        let left = (WRITTEN_MOST / u64::from(self.block)).saturating_sub(self.written);
        let before = self.bytes.len() + skips(self.skip, self.block) * CHUNK;
        match unit {
            Unit::Skip(blocks) => {
                self.skip += blocks;
                blocks
            }
            Unit::Data if left > 0 && before + self.raw_cost() <= self.room => {
                self.raw(data);
                1
            }
            Unit::Same(word, blocks) if left > 0 && before + CHUNK + 4 <= self.room => {
                let blocks = blocks.min(left);
                self.same(word, blocks);
                blocks
            }
            Unit::Data | Unit::Same(..) => 0,
        }
    }

    /// Whether it writes nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.range.is_none()
    }

    /// The block that follows all that was taken.
    pub(super) fn end(&self) -> u64 {
        self.range.map_or(0, |(_, end)| end) + self.skip
    }

    /// Its memory, where it is not to be a piece.
    pub(super) fn into_memory(self) -> Vec<u8> {
        self.bytes
    }

    /// The piece, the first block that it writes and the one after the last, and how many it writes.
    pub(super) fn finish(mut self) -> (Vec<u8>, (u64, u64), u64) {
        let range = self.range.unwrap_or_default();
        let total = self.total.unwrap_or(range.1);
        self.skip = total.saturating_sub(range.1);
        self.put_skip();
        // Blocks of an image are counted in 32 bits, which was checked.
        let header = Header::new(self.block, total as u32, self.chunks);
        self.bytes[..HEADER].copy_from_slice(&header.to_bytes());
        (self.bytes, range, self.written)
    }

    fn raw_cost(&self) -> usize {
        let grows = self.raw.is_some() && self.skip == 0;
        self.block as usize + if grows { 0 } else { CHUNK }
    }

    fn raw(&mut self, data: &[u8]) {
        self.put_skip();
        let (at, blocks) = self.raw.unwrap_or_else(|| {
            self.chunks += 1;
            self.bytes.extend_from_slice(&[0; CHUNK]);
            (self.bytes.len() - CHUNK, 0)
        });
        self.bytes.extend_from_slice(data);
        // Less than the limit, which has 32 bits.
        let header = format::chunk(RAW, blocks + 1, (self.bytes.len() - at) as u32);
        self.bytes[at..at + CHUNK].copy_from_slice(&header);
        self.raw = Some((at, blocks + 1));
        self.wrote(1);
    }

    fn same(&mut self, word: [u8; 4], blocks: u64) {
        self.put_skip();
        // At most WRITTEN_MOST bytes of blocks.
        self.chunk(FILL, blocks as u32, CHUNK as u32 + 4);
        self.bytes.extend_from_slice(&word);
        self.wrote(blocks);
    }

    fn wrote(&mut self, blocks: u64) {
        let (start, end) = self.range.unwrap_or_default();
        self.range = Some((start, end + blocks));
        self.written += blocks;
    }

    /// Writes what is skipped here.
    fn put_skip(&mut self) {
        if self.skip == 0 {
            return;
        }
        let (start, end) = self.range.unwrap_or((self.skip, 0));
        self.range = Some((start, end + self.skip));
        let most = skip_most(self.block);
        while self.skip > 0 {
            let blocks = self.skip.min(most);
            // At most 32 bits of bytes, let alone of blocks.
            self.chunk(SKIP, blocks as u32, CHUNK as u32);
            self.skip -= blocks;
        }
    }

    fn chunk(&mut self, kind: u16, blocks: u32, total: u32) {
        self.raw = None;
        self.chunks += 1;
        self.bytes.extend_from_slice(&format::chunk(kind, blocks, total));
    }
}

/// Most blocks of a chunk that skips: older U-Boots, and Android's boot loaders, count its bytes in 32 bits.
fn skip_most(block: u32) -> u64 {
    u64::from(u32::MAX / block)
}

/// Chunks that skip a number of blocks.
fn skips(blocks: u64, block: u32) -> usize {
    // At most 2^32 blocks of at most 2^31 bytes.
    blocks.div_ceil(skip_most(block)) as usize
}
