//! A virtual board with a SoC of Rockchip's.

use link::device::Device;
use rockusb::{
    host::State,
    rom::{Medium, Profile, Rom, Traits, profile},
    wire::{SECTOR, Storage},
};

use super::PlugError;
use super::{Spec, spec::choose, storage};
use crate::{
    boards::{Board, Chip},
    number,
};

/// What can be said about them, as `virtual list` explains it.
pub(super) const OPTIONS: &str = "\
of Rockchip's boards:
  mode=maskrom|usbplug|loader   the program that it runs (default maskrom)
  storage=FILE           its eMMC, which is made as a sparse file where there is none
  size=BYTES             bytes of the eMMC, in place of the profile's
  profile=NAME           the measured board that it behaves like
  usbplug=dead           what is downloaded comes up and answers nothing (lost: it does not come up)
  busy=N                 so many TEST UNIT READY say busy
  erase=fails            erasing is acknowledged and does nothing
  parity=wrong           parities are compared with something else than they should be";

/// What is special about it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rockchip {
    /// The measured board that it behaves like; the database says which where the user does not.
    pub profile: Option<&'static Profile>,
    /// The program that it runs; the mask ROM where the user says nothing.
    pub state: Option<State>,
    /// What went wrong with it.
    pub traits: Traits,
}

impl Rockchip {
    /// Takes an option, if it is one of this family's boards.
    pub(super) fn set(&mut self, board: &Board, key: &str, value: &str) -> Result<bool, String> {
        let traits = &mut self.traits;
        match key {
            "mode" => {
                let states = [
                    ("maskrom", State::Maskrom),
                    ("usbplug", State::Usbplug),
                    ("loader", State::Loader),
                ];
                self.state = Some(choose(key, value, &states)?);
            }
            "profile" => self.profile = Some(known(board, value)?),
            "usbplug" => {
                let choices =
                    [("alive", (false, false)), ("dead", (true, false)), ("lost", (false, true))];
                (traits.dead_usbplug, traits.lost_usbplug) = choose(key, value, &choices)?;
            }
            "busy" => traits.busy = number::parse_u32(value)?,
            "erase" => {
                traits.erase_fails = choose(key, value, &[("works", false), ("fails", true)])?
            }
            "parity" => {
                traits.parity_wrong = choose(key, value, &[("right", false), ("wrong", true)])?
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The profile of `board`.
    pub(super) fn profile_of(&self, board: &Board) -> &'static Profile {
        let known = || profile(board.profile.as_deref()?);
        self.profile.or_else(known).expect("a test resolves the profile of every board")
    }
}

/// The profile of that name, if it can stand for the board.
fn known(board: &Board, name: &str) -> Result<&'static Profile, String> {
    let fits = |profile: &&Profile| match board.chip() {
        Chip::Rockchip(chip) => profile.chip().name == chip.name,
        Chip::Allwinner(_) | Chip::Amlogic(_) | Chip::Starfive(_) => false,
    };
    let known = rockusb::rom::PROFILES.iter().filter(fits);
    let names: Vec<_> = known.map(|profile| profile.name).collect();
    profile(name).filter(fits).ok_or_else(|| {
        format!("`profile={name}`: for {} it can be {}", board.name, names.join(" or "))
    })
}

/// Whether the board has a medium like that: a profile was measured on another board of the same SoC.
fn has(board: &Board, medium: &Medium) -> bool {
    let name = match medium.kind {
        Storage::EMMC => "emmc",
        Storage::MTD_SPI_NOR => "spi-nor",
        _ => "nand",
    };
    board.storage.iter().any(|known| known == name)
}

/// The board with power. Its first medium is in a file where the user names one.
pub(super) fn power_on(spec: &Spec) -> Result<Box<dyn Device>, PlugError> {
    let rock = &spec.rock;
    let profile = rock.profile_of(spec.board);
    let mut media: Vec<_> =
        profile.media().into_iter().filter(|medium| has(spec.board, medium)).collect();
    if spec.storage.is_some() || spec.size.is_some() {
        let first =
            media.first_mut().ok_or_else(|| "this board has no storage of its own".to_owned())?;
        let usual = first.storage.sectors() * SECTOR as u64;
        let blank = if first.kind == Storage::EMMC { 0 } else { 0xff };
        first.storage = storage::of(spec, usual, blank)?;
    }
    let state = rock.state.unwrap_or(State::Maskrom);
    Ok(Box::new(Rom::new(profile, rock.traits, state, media)))
}
