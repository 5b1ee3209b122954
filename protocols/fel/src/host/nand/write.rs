//! Writing: what holds already is not touched; a block that does not is erased, and its pages are programmed once, in their
//! order.

use alloc::{vec, vec::Vec};

use super::{
    Nand,
    commands::{self, LOCKS, NOT_ERASED, NOT_PROGRAMMED},
    recognise::{self, STATUSES},
};
use crate::host::{Cause, Error, Fel, Stage, error::Action, flash::Changed, pack::Message};

/// Operations of a script beside its blocks', and of each block at the most.
const OVERHEAD: usize = 8;
const OF_BLOCK: usize = 96;
/// Bits of the register that locks which mean that blocks are locked.
const LOCKED: u8 = 0x78;
/// ECC, in the configuration.
const ECC: u8 = 0x10;

impl Nand {
    /// Writes bytes anywhere; bad blocks are left out. What is around the bytes stays as it is, except for spare bytes. `told`
    /// hears of bytes that hold. What was written is not read back.
    ///
    /// # Errors
    /// When a transfer or the flash fails, when the range runs past the end, when blocks stay locked, and when a page that is
    /// to stay cannot be corrected. A block that cannot be erased or programmed is marked as
    /// bad. What came before may have been written, and the block under way may be lost.
    pub fn write(
        &mut self,
        fel: &mut Fel<'_>,
        at: u64,
        bytes: &[u8],
        told: &mut dyn FnMut(u64),
    ) -> Result<Changed, Error> {
        fel.during(Stage::Storage, |fel| {
            self.check_range(fel, at, bytes.len() as u64)?;
            let outcome = self.write_all(fel, at, bytes, told);
            self.port.recovered(fel, outcome)
        })
    }

    fn write_all(
        &mut self,
        fel: &mut Fel<'_>,
        mut at: u64,
        mut bytes: &[u8],
        told: &mut dyn FnMut(u64),
    ) -> Result<Changed, Error> {
        let mut changed = Changed::default();
        while !bytes.is_empty() {
            let (block, offset, there) = self.place(at, u64::MAX);
            let (part, rest) = bytes.split_at(there.min(bytes.len() as u64) as usize);
            if !self.block_holds(fel, block, offset, part)? {
                self.write_block(fel, (block, offset as usize), part, &mut changed)?;
            }
            told(part.len() as u64);
            (at, bytes) = (at + part.len() as u64, rest);
        }
        Ok(changed)
    }

    fn write_block(
        &mut self,
        fel: &mut Fel<'_>,
        (block, offset): (u32, usize),
        part: &[u8],
        changed: &mut Changed,
    ) -> Result<(), Error> {
        let size = self.block_bytes();
        let end = offset + part.len();
        let mut wanted = vec![0; size as usize];
        self.keep(fel, block, 0, &mut wanted[..offset])?;
        wanted[offset..end].copy_from_slice(part);
        self.keep(fel, block, end, &mut wanted[end..])?;
        self.unlock(fel)?;
        let outcome = self.erase(fel, block).and_then(|()| {
            changed.erased += size;
            self.program(fel, block, &wanted, changed)
        });
        match outcome {
            Err(Error { cause: Cause::BadBlock { .. }, .. }) => {
                let is_marked = self.mark(fel, block)?;
                Err(fel.error(Action::Check, Cause::BadBlock { block, is_marked }))
            }
            outcome => outcome,
        }
    }

    /// Reads what a block holds from a place on.
    fn keep(
        &mut self,
        fel: &mut Fel<'_>,
        block: u32,
        mut at: usize,
        mut buf: &mut [u8],
    ) -> Result<(), Error> {
        let page = self.info.geometry.page as usize;
        while !buf.is_empty() {
            // What is left of a page, and whole pages after it.
            let most = self.most() as usize - at % page;
            let (part, rest) = buf.split_at_mut(most.min(buf.len()));
            self.read_block(fel, block, at as u32, part)?;
            (at, buf) = (at + part.len(), rest);
        }
        Ok(())
    }

    /// Has no block locked any more.
    fn unlock(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        if self.unlocked || self.info.locks == 0 {
            return Ok(());
        }
        let script = commands::set(self.port.bus("1Fh (unlock)"), LOCKS, 0);
        self.port.agent.run(fel, &[], &script)?;
        self.unlocked = true;
        let question = commands::question(LOCKS);
        match self.port.asked(fel, &question, "0Fh (locks)")?[0] {
            locks if locks & LOCKED != 0 => Err(fel.error(Action::Check, Cause::Locked(locks))),
            _ => Ok(()),
        }
    }

    fn first_page(&self, block: u32) -> u32 {
        block * self.info.geometry.pages
    }

    fn erase(&mut self, fel: &mut Fel<'_>, block: u32) -> Result<(), Error> {
        let script = commands::erase(self.port.bus("erasing the flash"), self.first_page(block));
        let status = self.port.agent.run(fel, &[], &script)?[0].to_le_bytes()[0];
        self.check(fel, block, status & NOT_ERASED)
    }

    fn check(&self, fel: &Fel<'_>, block: u32, failures: u8) -> Result<(), Error> {
        match failures {
            0 => Ok(()),
            _ => Err(fel.error(Action::Check, Cause::BadBlock { block, is_marked: false })),
        }
    }

    /// Programs the pages of a block that are not all ones.
    fn program(
        &mut self,
        fel: &mut Fel<'_>,
        block: u32,
        bytes: &[u8],
        changed: &mut Changed,
    ) -> Result<(), Error> {
        let size = self.info.geometry.page as usize;
        let pages: Vec<&[u8]> = bytes.chunks(size).collect();
        let is_blank = |page: &[u8]| page.iter().all(|byte| *byte == 0xff);
        let mut at = 0;
        for run in pages.chunk_by(|one, other| is_blank(one) == is_blank(other)) {
            if !is_blank(run[0]) {
                let bytes = &bytes[at * size..(at + run.len()) * size];
                self.program_run(fel, block, at as u32, bytes)?;
                changed.programmed += bytes.len() as u64;
            }
            at += run.len();
        }
        Ok(())
    }

    /// Programs consecutive pages of a block from one of them on.
    fn program_run(
        &mut self,
        fel: &mut Fel<'_>,
        block: u32,
        first: u32,
        mut bytes: &[u8],
    ) -> Result<(), Error> {
        let size = self.info.geometry.page;
        let most = (self.port.agent.room().block_size - STATUSES) / size * size;
        let mut page = self.first_page(block) + first;
        while !bytes.is_empty() {
            let message = Message::fill(bytes, most as usize, |blocks| {
                self.port.agent.room_for(OVERHEAD + OF_BLOCK * blocks)
            });
            let count = self.program_message(fel, block, page, &message)?;
            (page, bytes) = (page + count, &bytes[message.length()..]);
        }
        Ok(())
    }

    /// Programs the pages of a message; how many.
    fn program_message(
        &mut self,
        fel: &mut Fel<'_>,
        block: u32,
        page: u32,
        message: &Message,
    ) -> Result<u32, Error> {
        let size = self.info.geometry.page;
        let mut bus = self.port.bus("programming the flash");
        let mut done = 0;
        for part in &message.blocks {
            let sent = self.port.agent.data() + part.place.start as u32;
            let from = if part.is_packed { self.port.agent.room().block } else { sent };
            if part.is_packed {
                bus.unpack(sent, part.place.len() as u32, from, part.length as u32);
            }
            let count = part.length as u32 / size;
            commands::program(
                &mut bus,
                (page + done, count, size),
                from,
                self.statuses() + 4 * done,
            );
            done += count;
        }
        self.port.agent.run(fel, &message.data, &bus.script())?;
        let words = fel.read_bytes(self.statuses(), 4 * done as usize)?;
        let failures = words.chunks(4).fold(0, |all, word| all | word[0] & NOT_PROGRAMMED);
        self.check(fel, block, failures)?;
        Ok(done)
    }

    /// Marks a block as bad, as the factory does; whether that is so then. What it holds is erased first where it can be.
    fn mark(&mut self, fel: &mut Fel<'_>, block: u32) -> Result<bool, Error> {
        let page = self.first_page(block);
        let script = commands::erase(self.port.bus("erasing a bad block"), page);
        self.port.agent.run(fel, &[], &script)?;
        let configuration = self.info.configuration;
        recognise::set(&mut self.port, fel, configuration & !ECC)?;
        let bus = self.port.bus("marking a bad block");
        let script = commands::mark(bus, page, &self.info.geometry);
        let status = self.port.agent.run(fel, &[], &script)?[0].to_le_bytes()[0];
        recognise::set(&mut self.port, fel, configuration)?;
        self.blocks.mark(block);
        Ok(status & NOT_PROGRAMMED == 0)
    }
}
