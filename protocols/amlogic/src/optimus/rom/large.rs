//! Large transfers between memory and the bulk pipes.

use link::device::{Gave, Took};

use super::memory::{Abort, Memory};
use crate::optimus::wire::{BLOCK, Large};

/// Memory that comes from the host, block by block.
pub(super) struct Coming {
    at: u32,
    block: usize,
    /// Blocks that are not through yet, the one under way among them.
    blocks: u32,
    /// Bytes of that block that have come.
    filled: usize,
    /// U-Boot counts bytes, the mask ROM blocks: this ends the last one.
    left: Option<u64>,
    /// Nothing is taken.
    pub(super) stuck: bool,
}

impl Coming {
    /// As the mask ROM takes it: this many blocks; a short packet ends a block.
    pub(super) fn blocks(large: Large, block: u16, blocks: u16) -> Self {
        let (block, blocks) = (block.into(), blocks.into());
        Self { at: large.address, block, blocks, filled: 0, left: None, stuck: false }
    }

    /// As U-Boot takes it: this many bytes.
    pub(super) fn total(large: Large) -> Self {
        let blocks = large.total.div_ceil(BLOCK as u32);
        let left = Some(large.total.into());
        Self { at: large.address, block: BLOCK, blocks, filled: 0, left, stuck: false }
    }

    pub(super) fn is_over(&self) -> bool {
        self.blocks == 0
    }

    /// Takes packets of one transfer, no more than the block under way has room for.
    pub(super) fn take(
        &mut self,
        packets: &[u8],
        max_packet: usize,
        memory: &mut Memory,
    ) -> Result<Took, Abort> {
        if self.stuck || self.blocks == 0 {
            return Ok(Took::Nak);
        }
        let room = self.room();
        let length = packets.len().min(room);
        if length < packets.len() && !length.is_multiple_of(max_packet) {
            return Err(Abort("more came than a block has room for"));
        }
        if length > 0 {
            memory.write(self.at, &packets[..length])?;
        }
        self.at = self.at.wrapping_add(length as u32);
        self.filled += length;
        self.left = self.left.map(|left| left - length as u64);
        // An empty packet ends a block as any short one does.
        if length == room || !length.is_multiple_of(max_packet) || length == 0 {
            self.blocks -= 1;
            self.filled = 0;
        }
        Ok(Took::Bytes(length))
    }

    fn room(&self) -> usize {
        let room = self.block - self.filled;
        self.left.map_or(room, |left| left.min(room as u64) as usize)
    }
}

/// Memory that goes to the host, block by block.
pub(super) struct Going {
    at: u32,
    block: usize,
    left: u64,
    /// Bytes of the block under way that are still to go.
    rest: usize,
}

impl Going {
    pub(super) fn new(large: Large, block: usize) -> Self {
        Self { at: large.address, block, left: large.total.into(), rest: 0 }
    }

    pub(super) fn is_over(&self) -> bool {
        self.left == 0
    }

    pub(super) fn give(
        &mut self,
        buf: &mut [u8],
        max_packet: usize,
        memory: &Memory,
    ) -> Result<Gave, Abort> {
        if self.rest == 0 {
            self.rest = self.left.min(self.block as u64) as usize;
        }
        let whole = buf.len() / max_packet * max_packet;
        let length = if self.rest <= buf.len() { self.rest } else { whole };
        if length == 0 {
            return Ok(Gave::Overlong);
        }
        if memory.read(self.at, &mut buf[..length])? < length {
            return Err(Abort("a read runs past the end of a memory"));
        }
        self.at = self.at.wrapping_add(length as u32);
        self.left -= length as u64;
        self.rest -= length;
        Ok(Gave::Bytes(length, length % max_packet != 0))
    }
}
