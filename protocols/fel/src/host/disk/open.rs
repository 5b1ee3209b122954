//! From a port that nothing is known of to one that is ready for transfers.

use alloc::vec::Vec;

use super::{
    super::{
        Cause, Error, Fel,
        agent::{Agent, Fault, Op, Script},
        error::Action,
    },
    Disk, Part,
    info::{self, Extended, Info},
    port::{self, Answer, Command, Move, PATIENCE, Rate, SECTOR},
};
use crate::chips::{Mmc, Port};

/// How often a card is asked whether it is ready, 10 ms apart.
const ASKS: usize = 100;
const APART: u32 = 10_000;
/// The card's answer to an operating condition: it is ready; it is addressed by sectors.
const READY: u32 = 1 << 31;
const BY_SECTOR: u32 = 1 << 30;
/// 2.7 to 3.6 V.
const VOLTAGES: u32 = 0x00ff_8000;
/// The address that an eMMC is given.
const EMMC_ADDRESS: u32 = 1 << 16;
/// Bits of a card's status that are errors.
pub(super) const STATUS_ERRORS: u32 = 0xfdf9_8000;
/// An eMMC did not take what it was to switch.
const SWITCH_ERROR: u32 = 1 << 7;
/// Bytes of EXT_CSD.
const PARTITION_CONFIG: u32 = 179;
const BUS_WIDTH: u32 = 183;
const FLUSH_CACHE: u32 = 32;

const SELECT: &str = "CMD7 (select)";
const ACMD41: &str = "ACMD41 (operating conditions of an SD card)";
const CMD1: &str = "CMD1 (operating conditions of an eMMC)";

/// What speaks to a card before there is a [`Disk`].
struct Opening<'o, 'f> {
    fel: &'o mut Fel<'f>,
    agent: Agent,
    mmc: Mmc,
}

pub(super) fn open(fel: &mut Fel<'_>, port: Port, part: Part) -> Result<Disk, Error> {
    let chip = fel.chip()?;
    let Some(mmc) = chip.mmc(port) else {
        let what = "reaching storage (its ports are not known)";
        return Err(fel.error(Action::Check, Cause::Unsupported { chip: chip.name, what }));
    };
    let agent = Agent::new(fel, &mmc)?;
    let mut opening = Opening { fel, agent, mmc };
    opening.set_up()?;
    let (is_emmc, conditions) = opening.recognise()?;
    opening.finish(is_emmc, conditions & BY_SECTOR != 0, part)
}

impl Opening<'_, '_> {
    fn run(&mut self, script: &Script) -> Result<Vec<u32>, Error> {
        self.agent.run(self.fel, &[], script)
    }

    fn error(&self, cause: Cause) -> Error {
        self.fel.error(Action::Check, cause)
    }

    fn set_up(&mut self) -> Result<(), Error> {
        self.agent.start_clock(self.fel)?;
        self.run(&port::set_up(&self.mmc)).map(|_| ())
    }

    fn command(
        &mut self,
        index: u32,
        argument: u32,
        answer: Answer,
        name: &'static str,
    ) -> Result<Vec<u32>, Error> {
        let mut script = Script::new(name);
        port::command(&mut script, &self.mmc, &Command::new(index, argument, answer, name));
        self.run(&script)
    }

    /// The same; `None`: there was no answer.
    fn asked(
        &mut self,
        index: u32,
        argument: u32,
        answer: Answer,
        name: &'static str,
    ) -> Result<Option<u32>, Error> {
        match self.command(index, argument, answer, name) {
            Ok(words) => Ok(words.first().copied()),
            Err(Error { cause: Cause::Storage { fault: Fault::Error(_), .. }, .. }) => {
                self.run(&port::recover(&self.mmc))?;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    fn reset(&mut self) -> Result<(), Error> {
        self.command(0, 0, Answer::None, "CMD0 (reset)").map(|_| ())
    }

    /// Whether it is an eMMC, and its operating conditions.
    fn recognise(&mut self) -> Result<(bool, u32), Error> {
        self.reset()?;
        let second = self.asked(8, 0x1aa, Answer::Short, "CMD8 (voltages)")?;
        let high = if second.is_some_and(|word| word & 0xfff == 0x1aa) { BY_SECTOR } else { 0 };
        if let Some(conditions) = self.sd(high | VOLTAGES)? {
            return Ok((false, conditions));
        }
        self.reset()?;
        match self.emmc()? {
            Some(conditions) => Ok((true, conditions)),
            None => Err(self.error(Cause::NoCard)),
        }
    }

    /// An SD card's operating conditions when it is ready; `None`: it is none.
    fn sd(&mut self, wanted: u32) -> Result<Option<u32>, Error> {
        for _ in 0..ASKS {
            if self.asked(55, 0, Answer::Short, "CMD55")?.is_none() {
                return Ok(None);
            }
            match self.asked(41, wanted, Answer::Bare, ACMD41)? {
                None => return Ok(None),
                Some(conditions) if conditions & READY != 0 => return Ok(Some(conditions)),
                Some(_) => self.pause()?,
            }
        }
        Err(self.never(ACMD41))
    }

    fn emmc(&mut self) -> Result<Option<u32>, Error> {
        for _ in 0..ASKS {
            match self.asked(1, BY_SECTOR | VOLTAGES | 0x80, Answer::Bare, CMD1)? {
                None => return Ok(None),
                Some(conditions) if conditions & READY != 0 => return Ok(Some(conditions)),
                Some(_) => self.pause()?,
            }
        }
        Err(self.never(CMD1))
    }

    fn never(&self, command: &'static str) -> Error {
        self.error(Cause::Storage { command, fault: Fault::Expired(0) })
    }

    fn pause(&mut self) -> Result<(), Error> {
        let mut script = Script::new("waiting for the card");
        script.push(Op::Delay(APART));
        self.run(&script).map(|_| ())
    }

    fn long(&mut self, index: u32, address: u32, name: &'static str) -> Result<[u32; 4], Error> {
        let words = self.command(index, address, Answer::Long, name)?;
        Ok([words[0], words[1], words[2], words[3]])
    }

    fn finish(mut self, is_emmc: bool, by_sector: bool, part: Part) -> Result<Disk, Error> {
        let cid = self.long(2, 0, "CMD2 (CID)")?;
        let address = match is_emmc {
            true => EMMC_ADDRESS,
            false => 0,
        };
        let answer = self.command(3, address, Answer::Short, "CMD3 (address)")?;
        let address = if is_emmc { EMMC_ADDRESS } else { answer[0] & 0xffff_0000 };
        let csd = self.long(9, address, "CMD9 (CSD)")?;
        self.command(7, address, Answer::Busy, SELECT)?;
        let sectors = match is_emmc {
            true => info::first_sectors(&csd),
            false => info::sd_sectors(&csd).ok_or_else(|| self.never("CMD9 (CSD)"))?,
        };
        let info = Info {
            is_emmc,
            sectors,
            boot_sectors: 0,
            cid,
            csd,
            partition_config: 0,
            has_cache: false,
            by_sector,
        };
        let mut disk = Disk { agent: self.agent, mmc: self.mmc, info, part: Part::User, address };
        disk.widen(self.fel)?;
        disk.turn(self.fel, part)?;
        Ok(disk)
    }
}

impl Disk {
    pub(super) fn run(&mut self, fel: &mut Fel<'_>, script: &Script) -> Result<Vec<u32>, Error> {
        self.agent.run(fel, &[], script)
    }

    fn command(
        &mut self,
        fel: &mut Fel<'_>,
        index: u32,
        argument: u32,
        answer: Answer,
        name: &'static str,
    ) -> Result<u32, Error> {
        let mut script = Script::new(name);
        port::command(&mut script, &self.mmc, &Command::new(index, argument, answer, name));
        let status = self.run(fel, &script)?.first().copied().unwrap_or(0);
        self.judge(fel, name, status)
    }

    /// Refuses a status with an error.
    pub(super) fn judge(
        &self,
        fel: &Fel<'_>,
        command: &'static str,
        status: u32,
    ) -> Result<u32, Error> {
        if status & (STATUS_ERRORS | SWITCH_ERROR) == 0 {
            return Ok(status);
        }
        Err(fel.error(Action::Check, Cause::CardStatus { command, status }))
    }

    /// Goes over to four data lines and 24 MHz, and reads what only then is worth reading.
    fn widen(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        if !self.info.by_sector {
            self.command(fel, 16, SECTOR, Answer::Short, "CMD16 (block length)")?;
        }
        match self.info.is_emmc {
            true => self.switch(fel, BUS_WIDTH, 1, "CMD6 (bus width)")?,
            false => {
                self.command(fel, 55, self.address, Answer::Short, "CMD55")?;
                self.command(fel, 6, 2, Answer::Short, "ACMD6 (bus width)")?;
            }
        }
        let mut script = Script::new("changing the card's clock");
        script.push(port::four_lines(&self.mmc)).extend(port::rate(&self.mmc, Rate::Fast));
        self.run(fel, &script)?;
        if self.info.is_emmc {
            let extended = self.extended(fel)?;
            if extended.sectors() > 0 {
                self.info.sectors = extended.sectors();
            }
            self.info.boot_sectors = extended.boot_sectors();
            self.info.partition_config = extended.partition_config();
            self.info.has_cache = extended.has_cache();
        }
        Ok(())
    }

    /// Reads EXT_CSD twice, to see that data come over the four lines as they are.
    fn extended(&mut self, fel: &mut Fel<'_>) -> Result<Extended, Error> {
        let name = "CMD8 (EXT_CSD)";
        let first = self.extended_once(fel, name)?;
        if self.extended_once(fel, name)? == first {
            return Ok(Extended(first));
        }
        let fault = Fault::Damaged;
        Err(fel.error(Action::Check, Cause::Storage { command: name, fault }))
    }

    fn extended_once(&mut self, fel: &mut Fel<'_>, name: &'static str) -> Result<Vec<u8>, Error> {
        let mut script = Script::new(name);
        let block = self.agent.room().block;
        let get = Op::Get(block, SECTOR / 4, PATIENCE);
        let command = Command::new(8, 0, Answer::Short, name);
        port::data(&mut script, &self.mmc, &command, Move::In(1), [get]);
        self.run(fel, &script)?;
        fel.read_bytes(block, SECTOR as usize)
    }

    /// Writes a byte of EXT_CSD.
    fn switch(
        &mut self,
        fel: &mut Fel<'_>,
        byte: u32,
        value: u8,
        name: &'static str,
    ) -> Result<(), Error> {
        let argument = 3 << 24 | byte << 16 | u32::from(value) << 8;
        self.command(fel, 6, argument, Answer::Busy, name)?;
        self.command(fel, 13, self.address, Answer::Short, name).map(|_| ())
    }

    /// Turns to a part of it.
    fn turn(&mut self, fel: &mut Fel<'_>, part: Part) -> Result<(), Error> {
        let access = match part {
            Part::User => 0,
            Part::Boot0 => 1,
            Part::Boot1 => 2,
        };
        if part != Part::User && self.info.boot_sectors == 0 {
            return Err(fel.error(Action::Check, Cause::NoPart(part.name())));
        }
        if self.info.is_emmc {
            let config = self.info.partition_config & !7 | access;
            if config != self.info.partition_config || part != Part::User {
                self.switch(fel, PARTITION_CONFIG, config, "CMD6 (partition access)")?;
            }
        }
        self.part = part;
        Ok(())
    }
}

pub(super) fn flush(disk: &mut Disk, fel: &mut Fel<'_>) -> Result<(), Error> {
    match disk.info.has_cache {
        true => disk.switch(fel, FLUSH_CACHE, 1, "CMD6 (flush the cache)"),
        false => Ok(()),
    }
}

pub(super) fn close(disk: &mut Disk, fel: &mut Fel<'_>) -> Result<(), Error> {
    flush(disk, fel)?;
    if disk.part != Part::User {
        let config = disk.info.partition_config;
        disk.switch(fel, PARTITION_CONFIG, config, "CMD6 (partition access)")?;
        disk.part = Part::User;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
