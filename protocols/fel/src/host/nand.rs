//! SPI NAND flash over FEL: pages behind a cache, blocks that are erased, bad blocks that are skipped.
//!
//! Addresses are bytes of pages, without their spare bytes. From where transfers [begin](Nand::begin_at), bad blocks are left
//! out, and what was to be there is in the next good one: as U-Boot's `mtd write` and Linux' `nandwrite` have it.

mod blocks;
mod chips;
mod commands;
mod info;
mod pages;
mod parameters;
mod recognise;
mod remarks;
mod write;

use alloc::vec::Vec;

pub use info::{Geometry, Info};
pub(super) use recognise::recognise;
pub use remarks::Remark;

use super::{
    Cause, Error, Fel, Stage,
    error::Action,
    spi::{Port, SpiFlash},
};
use blocks::Blocks;
use remarks::Remarks;

/// A NAND flash that is ready for transfers.
pub struct Nand {
    port: Port,
    info: Info,
    blocks: Blocks,
    remarks: Remarks,
    /// Its blocks were unlocked, and are locked again at the end.
    unlocked: bool,
}

impl Nand {
    /// Bytes that are best written or compared at once: two blocks of nearly every flash.
    pub const CHUNK: usize = 256 << 10;

    pub(super) fn new(port: Port, info: Info) -> Self {
        let blocks = Blocks::new(info.geometry.blocks, &info.bad);
        Self { port, info, blocks, remarks: Remarks::default(), unlocked: false }
    }

    /// Sets SPI0 up, and asks the flash there what it is and which of its blocks are bad.
    ///
    /// # Errors
    /// When a transfer fails, when the SoC's SPI0 is not known, and when no NAND flash that is known answers there.
    pub fn open(fel: &mut Fel<'_>) -> Result<Self, Error> {
        match SpiFlash::open(fel)? {
            SpiFlash::Nand(flash) => Ok(flash),
            SpiFlash::Nor(mut other) => {
                other.close(fel)?;
                Err(fel.error(Action::Check, Cause::OtherFlash("NOR")))
            }
        }
    }

    /// What it is.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Messages to the boot ROM so far.
    pub fn messages(&self) -> u64 {
        self.port.agent.messages()
    }

    /// Has addresses count good blocks from this byte on: the block there is the first that may be skipped.
    pub fn begin_at(&mut self, at: u64) {
        self.blocks.begin_at((at / self.block_bytes()).min(u64::from(u32::MAX)) as u32);
    }

    /// The end of the addresses: fewer bytes than the flash has where blocks are bad.
    pub fn end(&self) -> u64 {
        self.blocks.end() * self.block_bytes()
    }

    /// What transfers have come across since the last call: pages that the flash corrected, or could not, and blocks that
    /// were skipped.
    pub fn remarks(&mut self) -> Vec<Remark> {
        self.remarks.take()
    }

    fn block_bytes(&self) -> u64 {
        self.info.geometry.block_bytes()
    }

    /// Reads bytes from anywhere, which cross the wire.
    ///
    /// # Errors
    /// When a transfer or the flash fails, when a page cannot be corrected, and when the range runs past the end.
    pub fn read(&mut self, fel: &mut Fel<'_>, at: u64, buf: &mut [u8]) -> Result<(), Error> {
        fel.during(Stage::Storage, |fel| {
            self.check_range(fel, at, buf.len() as u64)?;
            let outcome = self.read_all(fel, at, buf);
            self.port.recovered(fel, outcome)
        })
    }

    /// Whether it holds `bytes`, by the SoC's CRC-32 of them: they do not cross the wire. A page that cannot be corrected
    /// does not hold anything.
    ///
    /// # Errors
    /// When a transfer or the flash fails, and when the range runs past its end.
    pub fn holds(&mut self, fel: &mut Fel<'_>, at: u64, bytes: &[u8]) -> Result<bool, Error> {
        fel.during(Stage::Storage, |fel| {
            self.check_range(fel, at, bytes.len() as u64)?;
            let outcome = self.holds_all(fel, at, bytes);
            self.port.recovered(fel, outcome)
        })
    }

    /// Gives back the pins, and locks what was locked.
    ///
    /// # Errors
    /// When a transfer fails.
    pub fn close(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        if core::mem::take(&mut self.unlocked) {
            let script =
                commands::set(self.port.bus("1Fh (lock)"), commands::LOCKS, self.info.locks);
            fel.during(Stage::Storage, |fel| self.port.agent.run(fel, &[], &script))?;
        }
        self.port.close(fel)
    }

    fn check_range(&self, fel: &Fel<'_>, at: u64, length: u64) -> Result<(), Error> {
        match at.checked_add(length).is_some_and(|end| end <= self.end()) {
            true => Ok(()),
            false => Err(fel.error(Action::Check, Cause::PastTheFlash(self.end()))),
        }
    }
}

#[cfg(test)]
mod tests;
