//! The flash: set up, erased, written, summed and read.

use alloc::vec::Vec;
use core::{ops::Range, time::Duration};

use link::StepId;

use super::{Cause, Error, Isp, conversation::Wants, join::SHORT};
use crate::{
    SECTOR, sha256,
    wire::{self, BootInfo, Command, Flash, PIECE},
};

/// The most bytes that one command erases: what is under way can be told, and a limit be set.
pub const STEP: u32 = 64 << 10;
/// The longest that a flash may take to erase that much, by data sheets 2 s; 16 sectors one by one, 400 ms each.
const ERASES: Duration = Duration::from_secs(8);
/// The longest that a flash may take for a piece: 16 pages, 5 ms each, and some.
const WRITES: Duration = Duration::from_secs(2);
/// How often a part of the flash is written before it counts as worn out.
const WRITTEN: u32 = 2;
/// How often a part of it is read before the chip's sum is not believed.
const READ: u32 = 4;

impl Isp<'_> {
    /// Tells the chip where its flash is, and asks which one that is.
    ///
    /// # Errors
    /// When no flash answers, when the ROM refuses, and when the line fails.
    pub fn open_flash(&mut self, info: &BootInfo) -> Result<Flash, Error> {
        self.begin(StepId::CHOOSE, "SPI flash");
        let pins = wire::flash_pins(info.flash_pin);
        self.command(Command::SetFlash, &pins, Wants::Nothing, SHORT)?;
        let id = self.ask(Command::JedecId, &[], Wants::Bytes(4))?;
        let flash = Flash::parse([id[0], id[1], id[2], id[3]]);
        let flash = flash.ok_or_else(|| self.error(Cause::NoFlash))?;
        if !flash.known {
            let all = [&pins[..], &wire::flash_commands(flash.id[0])].concat();
            self.command(Command::SetFlash, &all, Wants::Nothing, SHORT)?;
        }
        Ok(flash)
    }

    /// Erases a range of addresses, whole sectors of 4096 bytes.
    ///
    /// # Errors
    /// When it is not whole sectors, when the ROM refuses, and when the line fails.
    pub fn erase(&mut self, range: Range<u32>) -> Result<(), Error> {
        self.begin(StepId::ERASE, "erasing");
        self.whole(range.start, range.len() as u32)?;
        let mut at = range.start;
        while at < range.end {
            let end = range.end.min((at / STEP + 1).saturating_mul(STEP));
            // The last address that is erased, too.
            self.command(Command::Erase, &pair(at, end - 1), Wants::Nothing, ERASES)?;
            self.watch.advance(u64::from(end - at));
            at = end;
        }
        Ok(())
    }

    /// Writes bytes into erased flash, and waits until they are there.
    ///
    /// # Errors
    /// When the ROM refuses, and when the line fails.
    pub fn program(&mut self, at: u32, bytes: &[u8]) -> Result<(), Error> {
        self.begin(StepId::WRITE, "writing");
        let mut address = at;
        for piece in bytes.chunks(PIECE) {
            // Erased flash is that already.
            if piece.iter().any(|byte| *byte != 0xff) {
                let payload = [&address.to_le_bytes()[..], piece].concat();
                self.command(Command::Write, &payload, Wants::Nothing, WRITES)?;
            }
            self.watch.advance(piece.len() as u64);
            address += piece.len() as u32;
        }
        self.command(Command::Check, &[], Wants::Nothing, SHORT)?;
        Ok(())
    }

    /// The SHA-256 of a part of the flash, by the chip.
    ///
    /// # Errors
    /// When the ROM refuses, and when the line fails.
    pub fn sha256(&mut self, at: u32, length: u32) -> Result<[u8; 32], Error> {
        self.begin(StepId::VERIFY, "SHA-256");
        let limit = SHORT + Duration::from_secs(1) * (length >> 18);
        let sum = self.command(Command::Sha256, &pair(at, length), Wants::Bytes(32), limit)?;
        let mut all = [0; 32];
        all.copy_from_slice(&sum);
        Ok(all)
    }

    /// Whether the flash holds these bytes at `at`, by the chip's SHA-256 of it.
    ///
    /// # Errors
    /// When the ROM refuses, and when the line fails.
    pub fn holds(&mut self, at: u32, bytes: &[u8]) -> Result<bool, Error> {
        Ok(self.sha256(at, bytes.len() as u32)? == sha256(bytes))
    }

    /// Erases a part of the flash, whole sectors, writes it, and has the chip sum it, if `verify` is set. What has a wrong sum
    /// is written again.
    ///
    /// # Errors
    /// When it is not whole sectors, when the sum stays wrong, when the ROM refuses, and when the line fails.
    pub fn store(&mut self, at: u32, bytes: &[u8], verify: bool) -> Result<(), Error> {
        let length = bytes.len() as u32;
        self.whole(at, length)?;
        for _ in 0..WRITTEN {
            Isp::new(self.link, &mut link::Silent).erase(at..at + length)?;
            self.program(at, bytes)?;
            if !verify || self.holds(at, bytes)? {
                return Ok(());
            }
        }
        Err(self.error(Cause::Differs { at, length }))
    }

    /// Reads a part of the flash. Answers have no sum: the chip's SHA-256 of the part is compared with what came.
    ///
    /// # Errors
    /// When the sum stays wrong, when the ROM refuses, and when the line fails.
    pub fn read(&mut self, at: u32, length: u32) -> Result<Vec<u8>, Error> {
        for _ in 0..READ {
            let bytes = self.read_once(at, length)?;
            if self.holds(at, &bytes)? {
                return Ok(bytes);
            }
        }
        Err(self.error(Cause::Unread(at)))
    }

    fn read_once(&mut self, at: u32, length: u32) -> Result<Vec<u8>, Error> {
        self.begin(StepId::READ, "reading");
        let mut bytes = Vec::with_capacity(length as usize);
        while bytes.len() < length as usize {
            let piece = PIECE.min(length as usize - bytes.len());
            let from = pair(at + bytes.len() as u32, piece as u32);
            bytes.extend(self.command(Command::Read, &from, Wants::Bytes(piece), SHORT)?);
            self.watch.advance(piece as u64);
        }
        Ok(bytes)
    }

    /// Refuses what is not whole sectors.
    fn whole(&self, at: u32, length: u32) -> Result<(), Error> {
        match at.is_multiple_of(SECTOR) && length.is_multiple_of(SECTOR) {
            true => Ok(()),
            false => Err(self.error(Cause::Unaligned)),
        }
    }
}

/// Two numbers, as commands take them.
fn pair(first: u32, second: u32) -> [u8; 8] {
    let (a, b) = (first.to_le_bytes(), second.to_le_bytes());
    [a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3]]
}
