//! How far a sender has got in its files.

use alloc::vec::Vec;

use super::action::Block;
use crate::wire::{Check, LONG, SHORT};

/// A place in the files that are sent.
#[derive(Clone, Debug)]
pub(super) struct Cursor {
    sizes: Vec<u64>,
    /// The index of the present file.
    pub(super) file: usize,
    /// The block that is sent now, or that was the last one.
    pub(super) block: Block,
    /// The block before that; the same one when the file's last block was taken.
    pub(super) previous: Option<Block>,
    /// Bytes of all files that the receiver has confirmed.
    pub(super) taken: u64,
    long: bool,
}

impl Cursor {
    /// The beginning of files of these sizes.
    pub(super) fn new(sizes: Vec<u64>, long: bool) -> Self {
        let block = Block { file: 0, number: 1, offset: 0, length: 0, check: Check::Crc };
        Self { sizes, file: 0, block, previous: None, taken: 0, long }
    }

    /// Whether there is a present file.
    pub(super) fn has_file(&self) -> bool {
        self.file < self.sizes.len()
    }

    /// Whether no file follows.
    pub(super) fn is_last_file(&self) -> bool {
        self.file + 1 >= self.sizes.len()
    }

    /// Goes to the first block of the present file. `false`: the file has none.
    pub(super) fn rewind(&mut self) -> bool {
        let check = self.block.check;
        self.previous = None;
        self.block = Block { file: self.file, number: 1, offset: 0, length: self.piece(0), check };
        self.size() > 0
    }

    /// The block was taken: on to the next one. `false`: it was the last.
    pub(super) fn advance(&mut self) -> bool {
        let end = self.size().min(self.block.offset + self.block.length as u64);
        self.taken += end - self.block.offset;
        self.previous = Some(self.block);
        if end >= self.size() {
            return false;
        }
        self.block.number = self.block.number.wrapping_add(1);
        self.block.offset = end;
        self.block.length = self.piece(end);
        true
    }

    /// Goes to the next file.
    pub(super) fn next_file(&mut self) {
        self.file += 1;
        self.previous = None;
    }

    /// Whether all blocks of the file were taken.
    pub(super) fn is_at_end(&self) -> bool {
        self.previous == Some(self.block)
    }

    /// Whether the present block is a long one.
    pub(super) fn is_long(&self) -> bool {
        self.block.length == LONG
    }

    /// From here on with short blocks.
    pub(super) fn shorten(&mut self) {
        self.long = false;
        self.block.length = SHORT;
    }

    fn size(&self) -> u64 {
        self.sizes.get(self.file).copied().unwrap_or(0)
    }

    /// The length of the block at `offset`: a rest that a short block holds is not padded to a long one.
    fn piece(&self, offset: u64) -> usize {
        if self.long && self.size() - offset > SHORT as u64 { LONG } else { SHORT }
    }
}
