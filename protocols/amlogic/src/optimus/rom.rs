//! The virtual board: mask ROM, BL2 and U-Boot's burn mode, one after the other on the same port.
//!
//! It executes nothing: what is run is recognised by its address and its first bytes. Mask ROM and BL2 are one USB
//! device, U-Boot another. It is strict where boards are: DRAM before BL2 hangs it, a BL2 that came by the wrong kind
//! of transfer does not arrive, an AMLC exchange that breaks leaves it deaf.

mod amlc;
mod board;
mod burn;
mod command;
mod early;
mod large;
mod medium;
mod memory;
mod profile;
mod requests;
mod store;

use alloc::{boxed::Box, format, string::String, vec::Vec};
use core::time::Duration;

use link::{
    Pipe, Setup,
    device::{Answer, Device, Gave, Identity, Successor, Took},
};

use super::wire::{self, Stage};
use board::Board;
use burn::Burn;
use early::Early;

pub use board::{Program, Traits};
pub use medium::{Medium, Partition};
pub use memory::{Kind, Window};
pub use profile::{PROFILES, Profile, Training, profile};

/// How long the port is empty while a board restarts.
const RESTART: Duration = Duration::from_millis(900);

/// What a board does beside answering.
enum Reaction {
    /// Nothing.
    Stay,
    /// It disconnects, for another program or for good.
    Leave(Option<Stage>, Duration),
    /// It does not answer any more until it is switched off and on.
    Hang(&'static str),
}

/// The program that runs.
enum Runs {
    Early(Box<Early>),
    Burn(Box<Burn>),
    /// It answers nothing.
    Deaf,
    /// It has disconnected.
    Gone(Option<Stage>, Duration),
}

/// A board at its port.
pub struct Rom {
    stage: Stage,
    runs: Runs,
    board: Option<Box<Board>>,
    profile: &'static Profile,
    notes: Vec<String>,
}

impl Rom {
    /// A board of this profile with this medium, at this stage. DRAM is set up from BL2 on where BL2 is the caller's
    /// choice and not one that was run, but for the BL2 that waits for parameters.
    pub fn new(profile: &'static Profile, traits: Traits, stage: Stage, medium: Medium) -> Self {
        let mut board = Board::new(profile, traits, medium);
        board.memory.dram = stage == Stage::Uboot;
        Self::with(Box::new(board), stage)
    }

    /// The board as it comes up when it is switched on. `None`: it starts from its flash and does not show up here.
    pub fn switched_on(
        profile: &'static Profile,
        traits: Traits,
        mut medium: Medium,
    ) -> Option<Self> {
        (!medium.boots()).then(|| Self::new(profile, traits, Stage::Rom, medium))
    }

    fn with(board: Box<Board>, stage: Stage) -> Self {
        let profile = board.profile;
        let runs = match stage {
            Stage::Uboot => Runs::Burn(Box::new(Burn::new(profile, &board.traits))),
            _ => Runs::Early(Box::new(Early::new(&board, stage))),
        };
        Self { stage, runs, board: Some(board), profile, notes: Vec::new() }
    }

    /// Its stage.
    pub fn stage(&self) -> Stage {
        match &self.runs {
            Runs::Early(early) => early.stage,
            _ => self.stage,
        }
    }

    /// Its medium, to be looked at, while it is on the bus.
    pub fn medium(&mut self) -> Option<&mut Medium> {
        self.board.as_mut().map(|board| &mut board.medium)
    }

    /// Its memory, to be looked at: `None` where there is none, or DRAM is not set up.
    pub fn memory(&self, address: u32, length: usize) -> Option<Vec<u8>> {
        self.board.as_ref()?.memory.bytes(address, length).ok()
    }

    fn react(&mut self, reaction: Reaction) {
        match reaction {
            Reaction::Stay => {}
            Reaction::Leave(next, after) => self.runs = Runs::Gone(next, after),
            Reaction::Hang(why) => {
                self.notes.push(format!(
                    "the board answers nothing until it is switched off and on: {why}"
                ));
                self.runs = Runs::Deaf;
            }
        }
    }
}

impl Device for Rom {
    fn identity(&self) -> Identity {
        let strings = ["Amlogic", "GX-CHIP", ""];
        let uboot = self.stage == Stage::Uboot;
        Identity {
            usb: 0x0200,
            vendor: wire::VENDOR,
            product: wire::PRODUCT,
            release: if uboot { 0x0007 } else { 0x0020 },
            class: [0xff, 0, 0],
            strings: if uboot { Default::default() } else { strings.map(Into::into) },
            out: wire::OUT,
            r#in: wire::IN,
            max_packet: self.profile.max_packet,
        }
    }

    fn control(&mut self, setup: Setup, data: &[u8]) -> Answer {
        let Some(board) = self.board.as_deref_mut() else { return Answer::Gone };
        let (answer, reaction) = match &mut self.runs {
            Runs::Gone(..) => return Answer::Gone,
            Runs::Deaf => return Answer::Nak,
            Runs::Early(early) => early.control(setup, data, board),
            Runs::Burn(burn) => burn.control(setup, data, board),
        };
        self.react(reaction);
        // A program that hangs does not end the request either.
        if matches!(self.runs, Runs::Deaf) { Answer::Nak } else { answer }
    }

    fn bulk_out(&mut self, packets: &[u8]) -> Took {
        let Some(board) = self.board.as_deref_mut() else { return Took::Gone };
        let (took, reaction) = match &mut self.runs {
            Runs::Gone(..) => return Took::Gone,
            Runs::Deaf => return Took::Nak,
            Runs::Early(early) => early.bulk_out(packets, board),
            Runs::Burn(burn) => burn.bulk_out(packets, board),
        };
        self.react(reaction);
        took
    }

    fn bulk_in(&mut self, buf: &mut [u8]) -> Gave {
        let Some(board) = self.board.as_deref_mut() else { return Gave::Gone };
        let (gave, reaction) = match &mut self.runs {
            Runs::Gone(..) => return Gave::Gone,
            Runs::Deaf => return Gave::Nak,
            Runs::Early(early) => early.bulk_in(buf, board),
            Runs::Burn(burn) => burn.bulk_in(buf, board),
        };
        self.react(reaction);
        gave
    }

    fn clear_halt(&mut self, _: Pipe) {}

    fn gone(&mut self) -> bool {
        matches!(self.runs, Runs::Gone(..))
    }

    fn successor(&mut self) -> Option<Successor> {
        let Runs::Gone(next, after) = &mut self.runs else { return None };
        let (stage, after) = (next.take()?, *after);
        let mut board = self.board.take()?;
        self.notes.append(&mut board.notes);
        if stage == Stage::Rom {
            board.restart();
        }
        Some(Successor { after, device: Box::new(Self::with(board, stage)) })
    }

    fn notes(&mut self) -> Vec<String> {
        let mut notes = core::mem::take(&mut self.notes);
        if let Some(board) = &mut self.board {
            notes.append(&mut board.notes);
        }
        notes
    }
}

#[cfg(test)]
mod tests;
