//! SPI NOR flash over FEL: the agent in SRAM reaches it through SPI0, and needs neither DRAM nor an SPL.

mod bus;
mod info;
mod nor;
mod set_up;
mod sfdp;
mod write;

use alloc::vec::Vec;

pub use info::Info;
pub use sfdp::Erase;
pub use write::Changed;

use super::{
    Cause, Error, Fel, Stage,
    agent::{Agent, Op, Script},
    error::Action,
};
use crate::chips::Spi;
use bus::Bus;

/// CRC-32 (IEEE), as the agent sums.
const CRC32: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
/// Bytes that one script sums at the most: a quarter of a second.
const MOST: usize = 256 << 10;
/// Sums that one script makes at the most.
const SUMS: usize = 16;
/// Operations of a script that reads.
const OVERHEAD: usize = 48;

/// A NOR flash that is ready for transfers.
pub struct Flash {
    agent: Agent,
    spi: Spi,
    /// The pins' registers as they were found.
    pins: Vec<u32>,
    info: Info,
}

impl Flash {
    /// Bytes that are best written or compared at once.
    pub const CHUNK: usize = 256 << 10;

    /// Sets SPI0 up, and asks the flash there what it is.
    ///
    /// # Errors
    /// When a transfer fails, when the SoC's SPI0 is not known, and when no flash answers there.
    pub fn open(fel: &mut Fel<'_>) -> Result<Self, Error> {
        fel.ready()?;
        fel.during(Stage::Storage, |fel| {
            let mut flash = Self::new(fel)?;
            flash.agent.start_clock(fel)?;
            flash.pins = flash.agent.run(fel, &[], &set_up::look(&flash.spi))?;
            let outcome = flash.recognise(fel, &set_up::set_up(&flash.spi));
            match outcome {
                Ok(()) => Ok(flash),
                Err(error) => {
                    // The pins may be a card's, too. What went wrong first is told.
                    let _ = flash.close(fel);
                    Err(error)
                }
            }
        })
    }

    fn new(fel: &mut Fel<'_>) -> Result<Self, Error> {
        let chip = fel.chip()?;
        let Some(spi) = chip.spi() else {
            let what = "reaching SPI flash (its SPI0 is not known)";
            return Err(fel.error(Action::Check, Cause::Unsupported { chip: chip.name, what }));
        };
        let agent = Agent::new(fel, bus::fifo(&spi))?;
        let nothing = sfdp::Parameters { size: 0, erases: Vec::new() };
        let info = Info::new([0; 3], nothing, false, 0);
        Ok(Self { agent, spi, pins: Vec::new(), info })
    }

    fn recognise(&mut self, fel: &mut Fel<'_>, set_up: &Script) -> Result<(), Error> {
        self.agent.run(fel, &[], set_up)?;
        let id = self.asked(fel, &[0x9f], "9Fh (id)")?;
        let id = [id[0], id[1], id[2]];
        let tables = self.tables(fel)?;
        let by_sfdp = sfdp::parse(&tables);
        let is_told = by_sfdp.is_some();
        let is_silent = matches!(id, [0, 0, 0] | [0xff, 0xff, 0xff]);
        let parameters = by_sfdp.or_else(|| sfdp::by_id(id)).filter(|_| !is_silent);
        let Some(parameters) = parameters else {
            return Err(fel.error(Action::Check, Cause::NoFlash(id)));
        };
        let status = self.status(fel)?;
        self.info = Info::new(id, parameters, is_told, status);
        Ok(())
    }

    fn tables(&mut self, fel: &mut Fel<'_>) -> Result<Vec<u8>, Error> {
        let mut bus = self.bus("5Ah (SFDP)");
        let block = self.agent.room().block;
        bus.begin(&[0x5a, 0, 0, 0, 0]);
        bus.receive(block, sfdp::LENGTH as u32);
        bus.deselect();
        self.agent.run(fel, &[], &bus.script())?;
        fel.read_bytes(block, sfdp::LENGTH)
    }

    /// The first four bytes of an answer.
    fn asked(
        &mut self,
        fel: &mut Fel<'_>,
        command: &[u8],
        name: &'static str,
    ) -> Result<[u8; 4], Error> {
        let mut bus = self.bus(name);
        bus.begin(command);
        bus.answer();
        bus.deselect();
        Ok(self.agent.run(fel, &[], &bus.script())?[0].to_le_bytes())
    }

    fn status(&mut self, fel: &mut Fel<'_>) -> Result<u8, Error> {
        let script = nor::status(self.bus("05h (status)"));
        Ok(self.agent.run(fel, &[], &script)?[0].to_le_bytes()[0])
    }

    fn bus(&self, name: &'static str) -> Bus {
        Bus::new(&self.agent, &self.spi, name)
    }

    /// What it is.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Messages to the boot ROM so far.
    pub fn messages(&self) -> u64 {
        self.agent.messages()
    }

    /// Reads bytes from anywhere, which cross the wire.
    ///
    /// # Errors
    /// When a transfer or the flash fails, and when the range runs past its end.
    pub fn read(&mut self, fel: &mut Fel<'_>, at: u64, buf: &mut [u8]) -> Result<(), Error> {
        fel.during(Stage::Storage, |fel| {
            self.check_range(fel, at, buf.len() as u64)?;
            let outcome = self.read_all(fel, at, buf);
            self.recovered(fel, outcome)
        })
    }

    fn read_all(&mut self, fel: &mut Fel<'_>, mut at: u64, buf: &mut [u8]) -> Result<(), Error> {
        let most = self.agent.room_for(OVERHEAD) / 64 * 64;
        // The script is before what it reads.
        let to = self.agent.room().input + (self.agent.room().input_size - most as u32) / 4 * 4;
        for part in buf.chunks_mut(most) {
            let bus = self.bus("reading the flash");
            let script = nor::read(bus, &self.info, at, to, part.len() as u32);
            self.agent.run(fel, &[], &script)?;
            part.copy_from_slice(&fel.read_bytes(to, part.len())?);
            at += part.len() as u64;
        }
        Ok(())
    }

    /// Whether it holds `bytes`, by the SoC's CRC-32 of them: they do not cross the wire.
    ///
    /// # Errors
    /// When a transfer or the flash fails, and when the range runs past its end.
    pub fn holds(&mut self, fel: &mut Fel<'_>, at: u64, bytes: &[u8]) -> Result<bool, Error> {
        fel.during(Stage::Storage, |fel| {
            self.check_range(fel, at, bytes.len() as u64)?;
            let outcome = self.holds_all(fel, at, bytes);
            self.recovered(fel, outcome)
        })
    }

    fn holds_all(&mut self, fel: &mut Fel<'_>, mut at: u64, bytes: &[u8]) -> Result<bool, Error> {
        for part in bytes.chunks(MOST) {
            let mut bus = self.bus("summing the flash");
            self.sum(&mut bus, at, part.len() as u32);
            let found = self.agent.run(fel, &[], &bus.script())?;
            let (words, rest) = part.split_at(part.len() / 4 * 4);
            let [tail @ .., sum] = &found[..] else { return Ok(false) };
            let is_tail = tail.iter().all(|tail| tail.to_le_bytes().starts_with(rest));
            if !is_tail || !sum != CRC32.checksum(words) {
                return Ok(false);
            }
            at += part.len() as u64;
        }
        Ok(true)
    }

    /// A sum from its beginning, which is the last result.
    fn sum(&self, bus: &mut Bus, at: u64, bytes: u32) {
        bus.push(Op::Write(self.agent.sum(), u32::MAX));
        nor::begin_reading(bus, &self.info, at);
        bus.sum(self.agent.room().block, bytes);
        bus.deselect();
        bus.push(Op::Read(self.agent.sum()));
    }

    /// The CRC-32 of each of some parts of the same length, a multiple of four.
    fn sums(
        &mut self,
        fel: &mut Fel<'_>,
        at: u64,
        length: u32,
        count: usize,
    ) -> Result<Vec<u32>, Error> {
        let mut all = Vec::with_capacity(count);
        while all.len() < count {
            let mut bus = self.bus("summing the flash");
            let first = at + all.len() as u64 * u64::from(length);
            for index in 0..(count - all.len()).min(SUMS) as u64 {
                self.sum(&mut bus, first + index * u64::from(length), length);
            }
            let found = self.agent.run(fel, &[], &bus.script())?;
            all.extend(found.iter().map(|sum| !sum));
        }
        Ok(all)
    }

    /// Has nothing protected any more: the bits of the status register that protect are cleared.
    ///
    /// # Errors
    /// When a transfer or the flash fails, and when it stays protected: its WP pin may be low.
    pub fn unlock(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        fel.during(Stage::Storage, |fel| {
            if self.info.is_protected() {
                let outcome = self.unlock_now(fel);
                self.recovered(fel, outcome)?;
            }
            self.check_writable(fel)
        })
    }

    fn unlock_now(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        let status = self.info.status & !(self.info.protection() | 0x83);
        let mut bytes = Vec::from([status]);
        // Winbond's older ones clear the second register where it is not written, too.
        if self.info.id[0] == 0xef {
            bytes.push(self.asked(fel, &[0x35], "35h (second status)")?[0]);
        }
        let script = nor::write_status(self.bus("01h (write the status)"), &bytes);
        self.agent.run(fel, &[], &script)?;
        self.info.status = self.status(fel)?;
        Ok(())
    }

    /// Gives back the pins.
    ///
    /// # Errors
    /// When a transfer fails.
    pub fn close(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        let script = set_up::leave(&self.spi, &self.pins);
        fel.during(Stage::Storage, |fel| self.agent.run(fel, &[], &script).map(|_| ()))
    }

    /// Refuses a flash that is protected.
    ///
    /// # Errors
    /// When bits of its status register protect some of it.
    pub fn check_writable(&self, fel: &Fel<'_>) -> Result<(), Error> {
        match self.info.is_protected() {
            true => Err(fel.error(Action::Check, Cause::Protected(self.info.status))),
            false => Ok(()),
        }
    }

    fn check_range(&self, fel: &Fel<'_>, at: u64, length: u64) -> Result<(), Error> {
        match at.checked_add(length).is_some_and(|end| end <= self.info.size) {
            true => Ok(()),
            false => Err(fel.error(Action::Check, Cause::PastTheFlash(self.info.size))),
        }
    }

    /// After an error the controller is brought back: the next command works, if anything does.
    fn recovered<T>(&mut self, fel: &mut Fel<'_>, outcome: Result<T, Error>) -> Result<T, Error> {
        if let Err(Error { cause: Cause::Storage { .. }, .. }) = &outcome {
            let _ = self.agent.run(fel, &[], &set_up::recover(&self.spi));
        }
        outcome
    }
}

#[cfg(test)]
mod tests;
