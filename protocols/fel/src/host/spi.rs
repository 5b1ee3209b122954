//! SPI0 over FEL: the agent in SRAM drives it, and needs neither DRAM nor an SPL. What flash is there tells its id.

pub(in crate::host) mod bus;
pub(in crate::host) mod set_up;

use alloc::vec::Vec;

use super::{
    Cause, Error, Fel, Stage,
    agent::{Agent, Op, Script},
    error::Action,
    flash::{self, Flash},
    nand::{self, Nand},
};
use crate::chips::Spi;
use bus::Bus;

/// CRC-32 (IEEE), as the agent sums.
pub(in crate::host) const CRC32: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);

/// SPI0 with the agent that drives it.
pub(in crate::host) struct Port {
    pub(in crate::host) agent: Agent,
    spi: Spi,
    /// The pins' registers as they were found.
    pins: Vec<u32>,
}

/// The flash on SPI0.
pub enum SpiFlash {
    /// SPI NOR flash.
    Nor(Flash),
    /// SPI NAND flash.
    Nand(Nand),
}

/// What a flash says that it is.
enum Found {
    Nor(flash::Info),
    Nand(nand::Info),
}

impl SpiFlash {
    /// Sets SPI0 up, and asks the flash there what it is.
    ///
    /// # Errors
    /// When a transfer fails, when the SoC's SPI0 is not known, and when no flash that is known answers there.
    pub fn open(fel: &mut Fel<'_>) -> Result<Self, Error> {
        fel.ready()?;
        fel.during(Stage::Storage, |fel| {
            let mut port = Port::new(fel)?;
            let set_up = set_up::set_up(&port.spi);
            match recognise(&mut port, fel, &set_up) {
                Ok(Found::Nor(info)) => Ok(Self::Nor(Flash::new(port, info))),
                Ok(Found::Nand(info)) => Ok(Self::Nand(Nand::new(port, info))),
                Err(error) => {
                    // The pins may be a card's, too. What went wrong first is told.
                    let _ = port.close(fel);
                    Err(error)
                }
            }
        })
    }

    /// Gives back the pins.
    ///
    /// # Errors
    /// When a transfer fails.
    pub fn close(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        match self {
            Self::Nor(flash) => flash.close(fel),
            Self::Nand(flash) => flash.close(fel),
        }
    }
}

/// Has a flash tell what it is. A NAND flash answers 9Fh after a byte that it does not drive, a NOR flash at once.
fn recognise(port: &mut Port, fel: &mut Fel<'_>, set_up: &Script) -> Result<Found, Error> {
    port.agent.run(fel, &[], set_up)?;
    let id = port.asked(fel, &[0x9f], "9Fh (id)")?;
    let is_silent = |byte: u8| matches!(byte, 0 | 0xff);
    match id {
        [first, second, ..] if is_silent(first) && !is_silent(second) => {
            nand::recognise(port, fel).map(Found::Nand)
        }
        _ => flash::recognise(port, fel, [id[0], id[1], id[2]]).map(Found::Nor),
    }
}

impl Port {
    /// The agent, written to SRAM, with its timer running and the pins looked at.
    pub(in crate::host) fn new(fel: &mut Fel<'_>) -> Result<Self, Error> {
        let chip = fel.chip()?;
        let Some(spi) = chip.spi() else {
            let what = "reaching SPI flash (its SPI0 is not known)";
            return Err(fel.error(Action::Check, Cause::Unsupported { chip: chip.name, what }));
        };
        let mut agent = Agent::new(fel, bus::fifo(&spi))?;
        agent.start_clock(fel)?;
        let pins = agent.run(fel, &[], &set_up::look(&spi))?;
        Ok(Self { agent, spi, pins })
    }

    /// A script of bursts that is called `name` in errors.
    pub(in crate::host) fn bus(&self, name: &'static str) -> Bus {
        Bus::new(&self.agent, &self.spi, name)
    }

    /// The first four bytes of an answer.
    pub(in crate::host) fn asked(
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

    /// Gives back the pins.
    pub(in crate::host) fn close(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        let script = set_up::leave(&self.spi, &self.pins);
        fel.during(Stage::Storage, |fel| self.agent.run(fel, &[], &script).map(|_| ()))
    }

    /// After an error the controller is brought back: the next command works, if anything does.
    pub(in crate::host) fn recovered<T>(
        &mut self,
        fel: &mut Fel<'_>,
        outcome: Result<T, Error>,
    ) -> Result<T, Error> {
        if let Err(Error { cause: Cause::Storage { .. }, .. }) = &outcome {
            let _ = self.agent.run(fel, &[], &set_up::recover(&self.spi));
        }
        outcome
    }

    /// Has the running sum begin again: part of a script that reads it at its end.
    pub(in crate::host) fn begin_sum(&self, bus: &mut Bus) {
        bus.push(Op::Write(self.agent.sum(), u32::MAX));
    }

    /// Reads the running sum, to be inverted.
    pub(in crate::host) fn end_sum(&self, bus: &mut Bus) {
        bus.push(Op::Read(self.agent.sum()));
    }
}

#[cfg(test)]
mod tests;
