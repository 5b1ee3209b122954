//! Reading and summing pages, with what the flash says of each.

use alloc::vec::Vec;

use super::{
    Nand, Remark,
    commands::{self, Piece},
    info::Read,
    recognise::STATUSES,
};
use crate::host::{Cause, Error, Fel, error::Action, spi::CRC32};

/// Operations of a script that reads three pieces.
const OVERHEAD: usize = 256;

impl Nand {
    /// Where statuses are kept.
    pub(super) fn statuses(&self) -> u32 {
        let room = self.port.agent.room();
        room.block + room.block_size / 4 * 4 - STATUSES
    }

    /// The pieces of a range within a block: the rest of a page, whole pages, the beginning of a page.
    pub(super) fn pieces(&self, block: u32, at: u32, length: u32) -> Vec<Piece> {
        let size = self.info.geometry.page;
        let (mut at, mut left) = (at, length);
        let mut pieces = Vec::new();
        while left > 0 {
            let column = at % size;
            let (count, length) = match column == 0 && left >= size {
                true => (left / size, size),
                false => (1, left.min(size - column)),
            };
            let page = block * self.info.geometry.pages + at / size;
            pieces.push(Piece { page, count, column, length });
            (at, left) = (at + count * length, left - count * length);
        }
        pieces
    }

    /// The block at an address, the place in it, and how many bytes from there on are in it, `most` and what is left of a page
    /// at the most. The blocks that were skipped are remarked upon.
    pub(super) fn place(&mut self, at: u64, most: u64) -> (u32, u32, u64) {
        let (size, page) = (self.block_bytes(), u64::from(self.info.geometry.page));
        // The range was checked.
        let (block, skipped) = self.blocks.at((at / size) as u32).unwrap_or_default();
        skipped.for_each(|block| self.remarks.add(Remark::Skipped(block)));
        let offset = at % size;
        (block, offset as u32, (size - offset).min(most - offset % page))
    }

    /// Asks what the flash said of pages, and remarks upon it. The first that it could not correct.
    fn judge(&mut self, fel: &mut Fel<'_>, pieces: &[Piece]) -> Result<Option<u32>, Error> {
        let pages = pieces.iter().flat_map(|piece| piece.page..piece.page + piece.count);
        let count: u32 = pieces.iter().map(|piece| piece.count).sum();
        let words = fel.read_bytes(self.statuses(), 4 * count as usize)?;
        let mut worst = None;
        for (page, word) in pages.zip(words.chunks(4)) {
            match self.info.ecc.of(word[0]) {
                Read::Clean => {}
                Read::Corrected => self.remarks.add(Remark::Corrected(page)),
                Read::Uncorrectable => {
                    self.remarks.add(Remark::Uncorrectable(page));
                    worst = worst.or(Some(page));
                }
            }
        }
        Ok(worst)
    }

    pub(super) fn read_all(
        &mut self,
        fel: &mut Fel<'_>,
        mut at: u64,
        mut buf: &mut [u8],
    ) -> Result<(), Error> {
        while !buf.is_empty() {
            let (block, offset, there) = self.place(at, self.most());
            let length = there.min(buf.len() as u64) as usize;
            let (part, rest) = buf.split_at_mut(length);
            self.read_block(fel, block, offset, part)?;
            (at, buf) = (at + length as u64, rest);
        }
        Ok(())
    }

    /// Bytes that one script reads, whole pages.
    pub(super) fn most(&self) -> u64 {
        let page = self.info.geometry.page;
        let room = self.port.agent.room_for(OVERHEAD) as u32 / page;
        u64::from(page * room.saturating_sub(1).max(1))
    }

    /// Reads within a block, [`most`](Self::most) bytes at the most.
    pub(super) fn read_block(
        &mut self,
        fel: &mut Fel<'_>,
        block: u32,
        offset: u32,
        buf: &mut [u8],
    ) -> Result<(), Error> {
        let pieces = self.pieces(block, offset, buf.len() as u32);
        let length = |piece: &Piece| (piece.count * piece.length).next_multiple_of(4);
        let all: u32 = pieces.iter().map(length).sum();
        let room = self.port.agent.room();
        // The script is before what it reads.
        let to = room.input + room.input_size / 4 * 4 - all;
        let mut bus = self.port.bus("reading the flash");
        let (mut place, mut statuses) = (to, self.statuses());
        for piece in &pieces {
            commands::read(&mut bus, *piece, statuses, |bus| bus.receive(place, piece.length));
            (place, statuses) = (place + length(piece), statuses + 4 * piece.count);
        }
        self.port.agent.run(fel, &[], &bus.script())?;
        let bytes = fel.read_bytes(to, all as usize)?;
        if let Some(page) = self.judge(fel, &pieces)? {
            return Err(fel.error(Action::Check, Cause::Uncorrectable(page)));
        }
        let (mut from, mut into) = (&bytes[..], buf);
        for piece in &pieces {
            let (part, rest) = into.split_at_mut((piece.count * piece.length) as usize);
            part.copy_from_slice(&from[..part.len()]);
            (from, into) = (&from[length(piece) as usize..], rest);
        }
        Ok(())
    }

    pub(super) fn holds_all(
        &mut self,
        fel: &mut Fel<'_>,
        mut at: u64,
        mut bytes: &[u8],
    ) -> Result<bool, Error> {
        while !bytes.is_empty() {
            let (block, offset, there) = self.place(at, u64::MAX);
            let (part, rest) = bytes.split_at(there.min(bytes.len() as u64) as usize);
            if !self.block_holds(fel, block, offset, part)? {
                return Ok(false);
            }
            (at, bytes) = (at + part.len() as u64, rest);
        }
        Ok(true)
    }

    /// Whether bytes are at a place of a block, by their sum.
    pub(super) fn block_holds(
        &mut self,
        fel: &mut Fel<'_>,
        block: u32,
        offset: u32,
        bytes: &[u8],
    ) -> Result<bool, Error> {
        let pieces = self.pieces(block, offset, bytes.len() as u32);
        let (mut statuses, scratch) = (self.statuses(), self.port.agent.room().block);
        let mut bus = self.port.bus("summing the flash");
        for piece in &pieces {
            self.port.begin_sum(&mut bus);
            commands::read(&mut bus, *piece, statuses, |bus| bus.sum(scratch, piece.length));
            self.port.end_sum(&mut bus);
            statuses += 4 * piece.count;
        }
        let found = self.port.agent.run(fel, &[], &bus.script())?;
        let is_readable = self.judge(fel, &pieces)?.is_none();
        Ok(is_readable && is_summed(&pieces, bytes, &found))
    }
}

/// Whether what was summed is `bytes`: of each piece up to three bytes that are no whole word, then the sum of the others.
fn is_summed(pieces: &[Piece], bytes: &[u8], found: &[u32]) -> bool {
    let (mut bytes, mut found) = (bytes, found.iter());
    pieces.iter().all(|piece| {
        let (part, rest) = bytes.split_at((piece.count * piece.length) as usize);
        bytes = rest;
        let (words, tail) = part.split_at(part.len() / 4 * 4);
        let is_tail = tail.is_empty()
            || found.next().is_some_and(|word| word.to_le_bytes().starts_with(tail));
        is_tail && found.next().is_some_and(|sum| !sum == CRC32.checksum(words))
    })
}
