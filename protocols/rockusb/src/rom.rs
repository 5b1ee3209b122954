//! The virtual board: mask ROM, usbplug and loader, one after the other on the same port.
//!
//! It is strict where boards are, and claims false things where they do: a failed switch of storage and a misaligned erase are
//! acknowledged, reads above 32 MiB are faked by some profiles, a parity stays in the command buffer.

mod bulk;
mod lba;
mod maskrom;
mod medium;
mod profile;
mod reply;

use alloc::{boxed::Box, string::String, vec, vec::Vec};
use core::time::Duration;

use link::{
    Pipe, Setup,
    device::{Answer, Device, Gave, Identity, Successor, Took},
};

use bulk::Bulk;
use maskrom::{Arrived, Maskrom};

pub use medium::Medium;
pub use profile::{PROFILES, Profile, Program, Residue, profile};

use crate::{
    chips::Chip,
    host::State,
    idb,
    wire::{self, ResetKind, SECTOR},
};

/// How long the port is empty while a board restarts.
const RESTART: Duration = Duration::from_millis(900);

/// What went wrong with this one board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// What is downloaded comes up on the bus and answers nothing, not even standard requests.
    pub dead_usbplug: bool,
    /// What is downloaded never comes up: the board disconnects for good.
    pub lost_usbplug: bool,
    /// This many TEST UNIT READY say busy.
    pub busy: u32,
    /// Erasing is acknowledged and does nothing (now and then on an RK3576).
    pub erase_fails: bool,
    /// Parities are compared with something else than they should be.
    pub parity_wrong: bool,
    /// A normal restart comes up in the mask ROM, whatever is on flash.
    pub stays_in_maskrom: bool,
}

/// The program that runs.
enum Runs {
    Maskrom(Maskrom),
    Bulk(Box<Bulk>),
    /// usbplug that hangs.
    Dead,
    /// The board has disconnected for another program, or for good.
    Gone(Option<State>, Duration),
}

/// A board at its port.
pub struct Rom {
    profile: &'static Profile,
    traits: Traits,
    state: State,
    runs: Runs,
    /// Its media; those of a program that runs are with it.
    media: Vec<Medium>,
    notes: Vec<String>,
}

impl Rom {
    /// A board of this profile with these media, in this state.
    pub fn new(
        profile: &'static Profile,
        traits: Traits,
        state: State,
        media: Vec<Medium>,
    ) -> Self {
        let (runs, media) = match state {
            State::Maskrom => (Runs::Maskrom(Maskrom::new(profile.chip())), media),
            State::Usbplug if traits.dead_usbplug => (Runs::Dead, media),
            State::Usbplug | State::Loader => {
                (Runs::Bulk(Box::new(Bulk::new(profile, traits, media))), Vec::new())
            }
        };
        Self { profile, traits, state, runs, media, notes: Vec::new() }
    }

    /// The board as it comes up when it is switched on: from its loader, where it has one.
    pub fn switched_on(profile: &'static Profile, traits: Traits, mut media: Vec<Medium>) -> Self {
        let state = boot_state(&mut media, profile.chip());
        Self::new(profile, traits, state, media)
    }

    /// Its state.
    pub fn state(&self) -> State {
        self.state
    }

    /// Its media, to be looked at.
    pub fn media(&mut self) -> &mut Vec<Medium> {
        match &mut self.runs {
            Runs::Bulk(bulk) => &mut bulk.media,
            _ => &mut self.media,
        }
    }

    fn leave(&mut self, next: Option<State>, after: Duration) {
        if let Runs::Bulk(bulk) = &mut self.runs {
            self.media = core::mem::take(&mut bulk.media);
            self.notes.append(&mut bulk.notes);
        }
        self.runs = Runs::Gone(next, after);
    }

    /// A download request.
    fn download(&mut self, setup: Setup, data: &[u8]) -> Answer {
        let Runs::Maskrom(maskrom) = &mut self.runs else { return Answer::Stall };
        let arrived = maskrom.take(setup, data, &mut self.notes);
        match arrived {
            Arrived::Refused => return Answer::Stall,
            Arrived::Taken => {}
            Arrived::Started => {
                let next = (!self.traits.lost_usbplug).then_some(State::Usbplug);
                self.leave(next, self.profile.comeback);
            }
        }
        Answer::Data(Vec::new())
    }

    /// A restart, once its status was fetched.
    fn restart(&mut self) {
        let Runs::Bulk(bulk) = &mut self.runs else { return };
        let Some(kind) = bulk.restart.take() else { return };
        let next = match kind {
            ResetKind::PowerOff | ResetKind::Disconnect if self.profile.knows_resets => None,
            ResetKind::Maskrom if self.profile.resets_to_maskrom => Some(State::Maskrom),
            _ if self.traits.stays_in_maskrom => Some(State::Maskrom),
            _ => Some(boot_state(&mut bulk.media, self.profile.chip())),
        };
        self.leave(next, RESTART);
    }
}

/// Where a board comes up: in its loader when one of its media has an ID block, at one of the places where its boot ROM
/// looks, that starts it.
fn boot_state(media: &mut [Medium], chip: &Chip) -> State {
    let mut boots = |medium: &mut Medium| {
        idb::places(medium.kind).any(|place| {
            let block = id_block_at(medium, place.into());
            block.is_some_and(|block| idb::starts(&block, chip))
        })
    };
    if media.iter_mut().any(&mut boots) { State::Loader } else { State::Maskrom }
}

/// The ID block at a sector, whole.
fn id_block_at(medium: &mut Medium, sector: u64) -> Option<Vec<u8>> {
    let mut block = vec![0; idb::HEAD_SIZE];
    read(medium, sector, &mut block)?;
    let length = idb::is_one(&block).then(|| idb::sectors_of(&block))?;
    block.resize((length as usize * SECTOR).max(idb::HEAD_SIZE), 0);
    read(medium, sector, &mut block)?;
    Some(block)
}

fn read(medium: &mut Medium, sector: u64, buf: &mut [u8]) -> Option<()> {
    let end = sector + (buf.len() / SECTOR) as u64;
    let there = end <= medium.storage.sectors();
    there.then(|| medium.storage.read_at(sector, buf).ok()).flatten()
}

impl Device for Rom {
    fn identity(&self) -> Identity {
        let named = match self.state {
            State::Maskrom => false,
            State::Usbplug => self.profile.usbplug_strings,
            State::Loader => self.profile.loader_strings,
        };
        let strings = ["RockChip", "USB-MSC", "rockchip"];
        Identity {
            usb: if self.state == State::Loader { 0x0201 } else { 0x0200 },
            vendor: wire::VENDOR,
            product: self.profile.chip().product,
            release: if self.state == State::Maskrom { 0x0100 } else { 0x0223 },
            class: [0xff, 6, 5],
            strings: if named { strings.map(Into::into) } else { Default::default() },
            out: if self.state == State::Maskrom { 2 } else { self.profile.out },
            r#in: 0x81,
            max_packet: self.profile.max_packet,
        }
    }

    fn control(&mut self, setup: Setup, data: &[u8]) -> Answer {
        match &mut self.runs {
            Runs::Gone(..) => Answer::Gone,
            Runs::Dead => Answer::Nak,
            Runs::Maskrom(_) => self.download(setup, data),
            Runs::Bulk(bulk) => bulk.control(setup),
        }
    }

    fn bulk_out(&mut self, packets: &[u8]) -> Took {
        match &mut self.runs {
            Runs::Gone(..) => Took::Gone,
            Runs::Dead => Took::Nak,
            // The pair of endpoints is there; a transfer on it faults.
            Runs::Maskrom(_) => Took::Stall,
            Runs::Bulk(bulk) => bulk.out(packets),
        }
    }

    fn bulk_in(&mut self, buf: &mut [u8]) -> Gave {
        let gave = match &mut self.runs {
            Runs::Gone(..) => Gave::Gone,
            Runs::Dead => Gave::Nak,
            Runs::Maskrom(_) => Gave::Stall,
            Runs::Bulk(bulk) => bulk.give(buf),
        };
        if matches!(gave, Gave::Bytes(..)) {
            self.restart();
        }
        gave
    }

    fn clear_halt(&mut self, pipe: Pipe) {
        if let Runs::Bulk(bulk) = &mut self.runs {
            bulk.clear_halt(pipe);
        }
    }

    fn gone(&mut self) -> bool {
        matches!(self.runs, Runs::Gone(..))
    }

    fn successor(&mut self) -> Option<Successor> {
        let Runs::Gone(next, after) = &mut self.runs else { return None };
        let (state, after) = (next.take()?, *after);
        let media = core::mem::take(&mut self.media);
        let device = Box::new(Self::new(self.profile, self.traits, state, media));
        Some(Successor { after, device })
    }

    fn notes(&mut self) -> Vec<String> {
        let mut notes = core::mem::take(&mut self.notes);
        if let Runs::Bulk(bulk) = &mut self.runs {
            notes.append(&mut bulk.notes);
        }
        notes
    }
}

#[cfg(test)]
mod tests;
