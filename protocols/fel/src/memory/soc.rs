//! What the bus reaches beyond memory on SoCs whose storage ports are known: SD/MMC controllers with cards behind them,
//! behind clocks, gates, resets and pins, and a timer. Stricter than silicon, never more lenient: [`RULES`] says in what.
//!
//! Clocks and pins are plain registers, kept as memory; controllers look there what reaches them. Time passes by
//! instructions and by accesses, [`STEP`] each, as of a boot ROM's processor without caches.

mod card;
mod fifo;
mod flash;
mod layout;
mod mmc;
mod rules;
mod spi;
mod timer;
mod wiring;

use alloc::{boxed::Box, collections::VecDeque, format, string::String, vec::Vec};

use link::storage::Storage;

use super::pages::Pages;
use crate::chips::Chip;
use card::Card;
use flash::{Flash, Nand, Nor};
use layout::Layout;
use mmc::Controller;
use spi::{Place, Spi};
use timer::Timer;
use wiring::Wiring;

pub use card::Flaw;
pub use flash::NandFlaw;
pub use rules::{RULES, Rule};

/// Nanoseconds of an instruction, and of an access to a register.
pub(super) const STEP: u64 = 100;

/// What storage a board has. A boot partition is part of the eMMC.
#[derive(Default)]
pub struct Media {
    /// The card in the slot (MMC0).
    pub sd: Option<Box<dyn Storage>>,
    /// The eMMC (MMC2).
    pub emmc: Option<Box<dyn Storage>>,
    /// Its two boot partitions; 4 MiB in memory each where they are not given.
    pub boots: [Option<Box<dyn Storage>>; 2],
    /// SPI NOR flash on SPI0.
    pub spi_nor: Option<Box<dyn Storage>>,
    /// Its block protection bits are set; a NAND flash's, which are set when power comes, stay so.
    pub protected: bool,
    /// SPI NAND flash on SPI0, where there is no NOR: its pages, 128 MiB or 256 MiB.
    pub spi_nand: Option<Box<dyn Storage>>,
    /// What is wrong with it.
    pub nand_flaws: Vec<NandFlaw>,
    /// What is wrong with the card, and with the eMMC.
    pub flaw: Option<Flaw>,
}

/// Controllers, what is behind them, and a timer.
pub(super) struct Soc {
    layout: Layout,
    ports: [Controller; 2],
    /// SPI0, where it is known.
    spi: Option<(Place, Spi)>,
    timer: Timer,
    /// Nanoseconds since power came.
    now: u64,
    /// A register was accessed whose value changes by itself.
    acted: bool,
}

impl Soc {
    /// The storage ports of `chip`. `None`: they are not known.
    pub(super) fn new(chip: &Chip, media: Media) -> Option<Self> {
        let layout = Layout::of(chip)?;
        let flaw = media.flaw;
        let sd = media.sd.map(|storage| Card::sd(storage, flaw));
        let emmc = media.emmc.map(|storage| Card::emmc(storage, media.boots, flaw));
        let ports = [Controller::new(sd, flaw), Controller::new(emmc, flaw)];
        let protected = media.protected;
        let nor = |storage| Box::new(Nor::new(storage, protected)) as Box<dyn Flash>;
        let nand =
            |storage| Box::new(Nand::new(storage, media.nand_flaws, protected)) as Box<dyn Flash>;
        let flash = media.spi_nor.map(nor).or_else(|| media.spi_nand.map(nand));
        let spi = Place::of(chip).map(|place| (place, Spi::new(place.style, flash)));
        Some(Self { layout, ports, spi, timer: Timer::default(), now: 0, acted: false })
    }

    /// An instruction was executed.
    pub(super) fn tick(&mut self) {
        self.now += STEP;
    }

    /// Whether a register was accessed since the last call that changes by itself.
    pub(super) fn take_acted(&mut self) -> bool {
        core::mem::take(&mut self.acted)
    }

    /// Reads a register, `size` bytes of it. `None`: it is not one of these. Only SPI0 has some that are read by bytes.
    pub(super) fn load(
        &mut self,
        (address, size): (u32, u32),
        words: &Pages,
        notes: &mut VecDeque<String>,
    ) -> Option<u32> {
        self.now += STEP;
        if let Some((place, spi)) = &mut self.spi
            && place.has(address, size)
        {
            self.acted = true;
            let wiring = spi::Wiring { place, layout: &self.layout, words };
            if !wiring.is_open() {
                spi.reset();
                return Some(0);
            }
            return Some(spi.read((address - place.base, size), self.now, &wiring, notes));
        }
        if size < 4 {
            return None;
        }
        if let Some(offset) = self.layout.timer_offset(address) {
            self.acted = true;
            return Some(self.timer.read(offset, self.now));
        }
        let (port, offset) = self.layout.port(address)?;
        self.acted = true;
        let wiring = Wiring { layout: &self.layout, words, port };
        if !wiring.is_open() {
            self.ports[port].reset();
            return Some(0);
        }
        Some(self.ports[port].read(offset, self.now, &wiring, notes))
    }

    /// Writes a register likewise. `false`: it is not one of these.
    pub(super) fn store(
        &mut self,
        (address, size, value): (u32, u32, u32),
        words: &Pages,
        notes: &mut VecDeque<String>,
    ) -> bool {
        self.now += STEP;
        if let Some((place, spi)) = &mut self.spi
            && place.has(address, size)
        {
            let wiring = spi::Wiring { place, layout: &self.layout, words };
            match wiring.is_open() {
                true => spi.write((address - place.base, size, value), self.now, &wiring, notes),
                false => spi.reset(),
            }
            return true;
        }
        if size < 4 {
            return false;
        }
        if let Some(offset) = self.layout.timer_offset(address) {
            self.timer.write(offset, value, self.now);
            return true;
        }
        let Some((port, offset)) = self.layout.port(address) else { return false };
        let wiring = Wiring { layout: &self.layout, words, port };
        match wiring.is_open() {
            true => self.ports[port].write((offset, value), self.now, &wiring, notes),
            false => self.ports[port].reset(),
        }
        true
    }

    /// A register that is kept as memory has changed: a reset may have begun.
    pub(super) fn changed(&mut self, words: &Pages) {
        for (port, controller) in self.ports.iter_mut().enumerate() {
            let wiring = Wiring { layout: &self.layout, words, port };
            if wiring.is_reset() {
                controller.reset();
            }
        }
        if let Some((place, spi)) = &mut self.spi
            && (spi::Wiring { place, layout: &self.layout, words }).is_reset()
        {
            spi.reset();
        }
    }
}

/// Notes a rule that was broken, once.
fn note(notes: &mut VecDeque<String>, text: String) {
    let text = format!("{text} (a simulated board is strict here)");
    if !notes.contains(&text) {
        notes.push_back(text);
    }
}

#[cfg(test)]
mod tests;
