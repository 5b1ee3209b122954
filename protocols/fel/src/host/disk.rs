//! SD cards and eMMCs over FEL: the agent in SRAM reaches them, and needs neither DRAM nor an SPL.

mod info;
mod open;
mod port;
mod transfer;

pub use info::Info;

use super::{Cause, Error, Fel, Stage, agent::Agent, error::Action};
use crate::chips::{Mmc, Port};

/// What of a storage is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// The user area, or all of a card.
    #[default]
    User,
    /// The first boot partition of an eMMC.
    Boot0,
    /// The second.
    Boot1,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::User => "user area",
            Self::Boot0 => "first boot partition",
            Self::Boot1 => "second boot partition",
        }
    }
}

/// A card or an eMMC that is ready for transfers.
pub struct Disk {
    agent: Agent,
    mmc: Mmc,
    info: Info,
    part: Part,
    /// The relative address, in the upper half.
    address: u32,
}

impl Disk {
    /// Sets a port up, and brings what is there to where it takes transfers: 4 bits at 24 MHz.
    ///
    /// # Errors
    /// When a transfer fails, when the SoC's port is not known, and when nothing answers there, or not as it should.
    pub fn open(fel: &mut Fel<'_>, port: Port, part: Part) -> Result<Self, Error> {
        fel.ready()?;
        fel.during(Stage::Storage, |fel| open::open(fel, port, part))
    }

    /// What it is.
    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Sectors of what is reached.
    pub fn sectors(&self) -> u64 {
        if self.part == Part::User { self.info.sectors } else { self.info.boot_sectors }
    }

    /// Messages to the boot ROM so far.
    pub fn messages(&self) -> u64 {
        self.agent.messages()
    }

    /// Has an eMMC write its cache to flash, where it has one that is on.
    ///
    /// # Errors
    /// When a transfer or the eMMC fails.
    pub fn flush(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        fel.during(Stage::Storage, |fel| open::flush(self, fel))
    }

    /// Completes what was written: a cache is written to flash, and an eMMC's user area is reached again.
    ///
    /// # Errors
    /// When a transfer or the eMMC fails.
    pub fn close(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        fel.during(Stage::Storage, |fel| open::close(self, fel))
    }

    fn check_range(&self, fel: &Fel<'_>, sector: u64, count: u64) -> Result<(), Error> {
        let sectors = self.sectors();
        match sector.checked_add(count).is_some_and(|end| end <= sectors) {
            true => Ok(()),
            false => Err(fel.error(Action::Check, Cause::PastTheStorage(sectors))),
        }
    }
}
