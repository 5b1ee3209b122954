//! SPI NOR flash over FEL: the agent in SRAM reaches it through SPI0, and needs neither DRAM nor an SPL.

mod info;
mod nor;
mod sfdp;
mod write;

use alloc::vec::Vec;

pub use info::Info;
pub use sfdp::Erase;
pub use write::Changed;

use super::{
    Cause, Error, Fel, Stage,
    error::Action,
    spi::{CRC32, Port, SpiFlash, bus::Bus},
};
/// Bytes that one script sums at the most: a quarter of a second.
const MOST: usize = 256 << 10;
/// Sums that one script makes at the most.
const SUMS: usize = 16;
/// Operations of a script that reads.
const OVERHEAD: usize = 48;

/// A NOR flash that is ready for transfers.
pub struct Flash {
    port: Port,
    info: Info,
}

/// Has a flash with this id tell its size and its status.
pub(super) fn recognise(port: &mut Port, fel: &mut Fel<'_>, id: [u8; 3]) -> Result<Info, Error> {
    let by_sfdp = sfdp::parse(&tables(port, fel)?);
    let is_told = by_sfdp.is_some();
    let is_silent = matches!(id, [0, 0, 0] | [0xff, 0xff, 0xff]);
    let parameters = by_sfdp.or_else(|| sfdp::by_id(id)).filter(|_| !is_silent);
    let Some(parameters) = parameters else {
        return Err(fel.error(Action::Check, Cause::NoFlash(id)));
    };
    Ok(Info::new(id, parameters, is_told, status(port, fel)?))
}

fn tables(port: &mut Port, fel: &mut Fel<'_>) -> Result<Vec<u8>, Error> {
    let mut bus = port.bus("5Ah (SFDP)");
    let block = port.agent.room().block;
    bus.begin(&[0x5a, 0, 0, 0, 0]);
    bus.receive(block, sfdp::LENGTH as u32);
    bus.deselect();
    port.agent.run(fel, &[], &bus.script())?;
    fel.read_bytes(block, sfdp::LENGTH)
}

fn status(port: &mut Port, fel: &mut Fel<'_>) -> Result<u8, Error> {
    let script = nor::status(port.bus("05h (status)"));
    Ok(port.agent.run(fel, &[], &script)?[0].to_le_bytes()[0])
}

impl Flash {
    /// Bytes that are best written or compared at once.
    pub const CHUNK: usize = 256 << 10;

    pub(super) fn new(port: Port, info: Info) -> Self {
        Self { port, info }
    }

    /// Sets SPI0 up, and asks the flash there what it is.
    ///
    /// # Errors
    /// When a transfer fails, when the SoC's SPI0 is not known, and when no NOR flash answers there.
    pub fn open(fel: &mut Fel<'_>) -> Result<Self, Error> {
        match SpiFlash::open(fel)? {
            SpiFlash::Nor(flash) => Ok(flash),
            SpiFlash::Nand(mut other) => {
                other.close(fel)?;
                Err(fel.error(Action::Check, Cause::OtherFlash("NAND")))
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

    /// Reads bytes from anywhere, which cross the wire.
    ///
    /// # Errors
    /// When a transfer or the flash fails, and when the range runs past its end.
    pub fn read(&mut self, fel: &mut Fel<'_>, at: u64, buf: &mut [u8]) -> Result<(), Error> {
        fel.during(Stage::Storage, |fel| {
            self.check_range(fel, at, buf.len() as u64)?;
            let outcome = self.read_all(fel, at, buf);
            self.port.recovered(fel, outcome)
        })
    }

    fn read_all(&mut self, fel: &mut Fel<'_>, mut at: u64, buf: &mut [u8]) -> Result<(), Error> {
        let most = self.port.agent.room_for(OVERHEAD) / 64 * 64;
        // The script is before what it reads.
        let to = self.port.agent.room().input
            + (self.port.agent.room().input_size - most as u32) / 4 * 4;
        for part in buf.chunks_mut(most) {
            let bus = self.port.bus("reading the flash");
            let script = nor::read(bus, &self.info, at, to, part.len() as u32);
            self.port.agent.run(fel, &[], &script)?;
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
            self.port.recovered(fel, outcome)
        })
    }

    fn holds_all(&mut self, fel: &mut Fel<'_>, mut at: u64, bytes: &[u8]) -> Result<bool, Error> {
        for part in bytes.chunks(MOST) {
            let mut bus = self.port.bus("summing the flash");
            self.sum(&mut bus, at, part.len() as u32);
            let found = self.port.agent.run(fel, &[], &bus.script())?;
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
        self.port.begin_sum(bus);
        nor::begin_reading(bus, &self.info, at);
        bus.sum(self.port.agent.room().block, bytes);
        bus.deselect();
        self.port.end_sum(bus);
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
            let mut bus = self.port.bus("summing the flash");
            let first = at + all.len() as u64 * u64::from(length);
            for index in 0..(count - all.len()).min(SUMS) as u64 {
                self.sum(&mut bus, first + index * u64::from(length), length);
            }
            let found = self.port.agent.run(fel, &[], &bus.script())?;
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
                self.port.recovered(fel, outcome)?;
            }
            self.check_writable(fel)
        })
    }

    fn unlock_now(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        let status = self.info.status & !(self.info.protection() | 0x83);
        let mut bytes = Vec::from([status]);
        // Winbond's older ones clear the second register where it is not written, too.
        if self.info.id[0] == 0xef {
            bytes.push(self.port.asked(fel, &[0x35], "35h (second status)")?[0]);
        }
        let script = nor::write_status(self.port.bus("01h (write the status)"), &bytes);
        self.port.agent.run(fel, &[], &script)?;
        self.info.status = self::status(&mut self.port, fel)?;
        Ok(())
    }

    /// Gives back the pins.
    ///
    /// # Errors
    /// When a transfer fails.
    pub fn close(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        self.port.close(fel)
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
}
