//! The blocks that the client has not acknowledged yet, as packets.

use alloc::{collections::VecDeque, vec::Vec};

use super::{
    source::{Pull, Source},
    terms::Terms,
};
use crate::wire::{HEAD, data_head};

/// How far an acknowledgement reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reached {
    /// Nowhere: to a block that was not sent, or was given up long ago.
    Nothing,
    /// To the last block before the window, as the acknowledgement before it did.
    Before,
    /// To a block of the window.
    Part,
    /// To the last block that was sent.
    All,
    /// To the end of the file.
    End,
}

#[derive(Debug)]
pub(super) struct Window {
    block_size: usize,
    size: usize,
    /// The number of the first of `blocks`, counted from 1 and without wrapping.
    first: u64,
    blocks: VecDeque<Vec<u8>>,
    /// The block that is being filled, at its full length, and how much of its data is there.
    filling: Option<(Vec<u8>, usize)>,
    /// Bytes that come before the source's: those of a transfer that began anew.
    earlier: VecDeque<u8>,
    /// The source has no more.
    dry: bool,
    /// The last of `blocks` is the file's last.
    ended: bool,
    /// The block that is sent next, how many may be sent, and how many were sent at some time; counted from `first`.
    next: usize,
    released: usize,
    reached: usize,
    /// Buffers for further blocks.
    spare: Vec<Vec<u8>>,
    bytes: u64,
    resent: u64,
}

impl Window {
    pub(super) fn new(terms: &Terms) -> Self {
        Self {
            block_size: usize::from(terms.block_size),
            size: usize::from(terms.window_size),
            first: 1,
            blocks: VecDeque::new(),
            filling: None,
            earlier: VecDeque::new(),
            dry: false,
            ended: false,
            next: 0,
            released: 0,
            reached: 0,
            spare: Vec::new(),
            bytes: 0,
            resent: 0,
        }
    }

    /// Begins the file anew, perhaps with other terms. Only allowed while the first block is still there.
    pub(super) fn begin(&mut self, terms: &Terms) {
        let mut earlier = VecDeque::new();
        for block in &self.blocks {
            earlier.extend(&block[HEAD..]);
        }
        if let Some((block, filled)) = &self.filling {
            earlier.extend(&block[HEAD..HEAD + filled]);
        }
        earlier.append(&mut self.earlier);
        let (dry, resent) = (self.dry, self.resent);
        *self = Self { earlier, dry, resent, ..Self::new(terms) };
    }

    /// Bytes that were acknowledged.
    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Blocks that were acknowledged.
    pub(super) fn acknowledged(&self) -> u64 {
        self.first - 1
    }

    /// Blocks that were sent again.
    pub(super) fn resent(&self) -> u64 {
        self.resent
    }

    /// Bytes that are here, and not acknowledged.
    pub(super) fn left(&self) -> u64 {
        self.blocks.iter().map(|block| (block.len() - HEAD) as u64).sum()
    }

    /// Whether nothing was acknowledged yet.
    pub(super) fn is_first(&self) -> bool {
        self.first == 1
    }

    /// Whether no more blocks belong to it.
    pub(super) fn is_whole(&self) -> bool {
        self.ended || self.blocks.len() >= self.size
    }

    /// Whether the whole rest of the file was sent.
    pub(super) fn is_out(&self) -> bool {
        self.ended && self.reached == self.blocks.len()
    }

    /// The block that is to be sent next.
    pub(super) fn next(&self) -> Option<&[u8]> {
        (self.next < self.released).then(|| self.blocks[self.next].as_slice())
    }

    /// It was sent.
    pub(super) fn step(&mut self) {
        if self.next < self.released {
            self.next += 1;
            self.resent += u64::from(self.next <= self.reached);
            self.reached = self.reached.max(self.next);
        }
    }

    /// All blocks may be sent.
    pub(super) fn release(&mut self) {
        self.released = self.blocks.len();
    }

    /// All blocks that may be sent are sent again.
    pub(super) fn repeat(&mut self) {
        self.next = 0;
    }

    /// The last of the blocks that may be sent is sent again.
    pub(super) fn repeat_last(&mut self) {
        self.next = self.next.min(self.released.saturating_sub(1));
    }

    /// Gives up the blocks up to the one with this number.
    pub(super) fn acknowledge(&mut self, block: u16) -> Reached {
        // Numbers wrap to 0; a window is far smaller than the circle.
        let before = (self.first - 1) as u16;
        let count = usize::from(block.wrapping_sub(before));
        if count == 0 || count > self.reached {
            return if count == 0 { Reached::Before } else { Reached::Nothing };
        }
        for block in self.blocks.drain(..count) {
            self.bytes += (block.len() - HEAD) as u64;
            self.spare.push(block);
        }
        self.first += count as u64;
        self.next = self.next.saturating_sub(count);
        self.released -= count;
        self.reached -= count;
        match self.reached {
            0 if self.ended && self.blocks.is_empty() => Reached::End,
            0 => Reached::All,
            _ => Reached::Part,
        }
    }

    /// Takes bytes until the window is whole or there are none yet.
    pub(super) fn fill(&mut self, source: &mut dyn Source) {
        while !self.is_whole() && self.fill_block(source) {}
    }

    /// Whether a block was completed.
    fn fill_block(&mut self, source: &mut dyn Source) -> bool {
        let (mut block, mut filled) = self.filling.take().unwrap_or_else(|| (self.buffer(), 0));
        while filled < self.block_size {
            match self.read(&mut block[HEAD + filled..], source) {
                Pull::Bytes(count) => filled += count.min(self.block_size - filled),
                Pull::Later => {
                    self.filling = Some((block, filled));
                    return false;
                }
                Pull::End => {
                    (self.dry, self.ended) = (true, true);
                    block.truncate(HEAD + filled);
                    break;
                }
            }
        }
        let number = self.first + self.blocks.len() as u64;
        block[..HEAD].copy_from_slice(&data_head(number as u16));
        self.blocks.push_back(block);
        true
    }

    fn buffer(&mut self) -> Vec<u8> {
        let mut block = self.spare.pop().unwrap_or_default();
        block.resize(HEAD + self.block_size, 0);
        block
    }

    fn read(&mut self, buf: &mut [u8], source: &mut dyn Source) -> Pull {
        let count = buf.len().min(self.earlier.len());
        if count > 0 {
            for (to, byte) in buf.iter_mut().zip(self.earlier.drain(..count)) {
                *to = byte;
            }
            return Pull::Bytes(count);
        }
        if self.dry { Pull::End } else { source.read(buf) }
    }
}
