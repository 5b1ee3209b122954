//! A virtual board with a SoC of Rockchip's.

use std::path::PathBuf;

use link::device::Device;
use rockusb::{
    host::State,
    rom::{Medium, Profile, Rom, Traits, profile},
    wire::SECTOR,
};

use super::{
    PlugError,
    options::choose,
    storage::{self, Kept},
};
use crate::{
    boards::{Board, Chip, storage::Storage},
    number,
};

/// What can be said about them, as `virtual list` explains it.
pub(super) const OPTIONS: &str = "\
of Rockchip's boards:
  mode=maskrom|usbplug|loader   the program that it runs (default maskrom)
  storage=FILE           its first storage (eMMC, where it has one), which is made as a sparse file where there is none
  size=BYTES             bytes of the first storage, instead of the profile's
  spi-nor=FILE           one storage by its name (emmc, spi-nor, spi-nand, nand) in a file
  profile=NAME           the measured board that it behaves like
  usbplug=dead           what is downloaded comes up and answers nothing (lost: it does not come up)
  busy=N                 the first N TEST UNIT READY say busy
  erase=fails            erasing is acknowledged and does nothing
  parity=wrong           parities are compared with something else than they should be";

/// What is special about it.
#[derive(Clone, Debug, Default)]
pub struct Rockchip {
    /// The measured board that it behaves like; the database says which where the user does not.
    pub profile: Option<&'static Profile>,
    /// The program that it runs; the mask ROM where the user says nothing.
    pub state: Option<State>,
    /// What went wrong with it.
    pub traits: Traits,
    /// Files that single storages are kept in.
    pub files: Vec<(Storage, PathBuf)>,
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
            name => match Storage::ALL.iter().find(|storage| storage.name() == name) {
                Some(&storage) => self.keep(board, storage, value)?,
                None => return Ok(false),
            },
        }
        Ok(true)
    }

    /// Keeps a storage of the board in a file.
    fn keep(&mut self, board: &Board, storage: Storage, file: &str) -> Result<(), String> {
        let media = self.media(board);
        if !media.iter().any(|medium| is(medium, storage)) {
            let names: Vec<_> = media.iter().map(|medium| medium.kind.name()).collect();
            let names = names.join(" and ");
            return Err(format!("`{storage}=`: this virtual board has {names}"));
        }
        self.files.push((storage, file.into()));
        Ok(())
    }

    /// What the virtual board can keep a system on: a profile was measured on another board of the same SoC.
    fn media(&self, board: &Board) -> Vec<Medium> {
        let has = |medium: &Medium| board.storages().iter().any(|known| is(medium, known.kind));
        self.profile_of(board).media().into_iter().filter(has).collect()
    }

    /// The profile of `board`.
    pub(super) fn profile_of(&self, board: &Board) -> &'static Profile {
        let known = || profile(board.profile()?);
        self.profile.or_else(known).expect("`Spec` refuses boards without a profile")
    }
}

/// The profile of that name, if it can stand for the board.
fn known(board: &Board, name: &str) -> Result<&'static Profile, String> {
    let fits = |profile: &&Profile| match board.chip() {
        Chip::Rockchip(chip) => profile.chip().name == chip.name,
        _ => false,
    };
    let known = rockusb::rom::PROFILES.iter().filter(fits);
    let names: Vec<_> = known.map(|profile| profile.name).collect();
    profile(name).filter(fits).ok_or_else(|| {
        format!("`profile={name}`: for {} it can be {}", board.name, names.join(" or "))
    })
}

fn is(medium: &Medium, storage: Storage) -> bool {
    medium.kind.name() == storage.name()
}

/// The board with power, its storages in files where the user names some.
pub(super) fn power_on(
    rock: &Rockchip,
    board: &Board,
    kept: Kept<'_>,
) -> Result<Box<dyn Device>, PlugError> {
    let mut media = rock.media(board);
    let usual = |medium: &Medium| (medium.storage.sectors() * SECTOR as u64, medium.blank());
    if kept.path.is_some() || kept.size.is_some() {
        let first =
            media.first_mut().ok_or_else(|| "this board has no storage of its own".to_owned())?;
        let (bytes, blank) = usual(first);
        first.storage = storage::of(kept, bytes, blank)?;
    }
    for (kind, path) in &rock.files {
        // `set` has seen to it that there is one.
        for medium in media.iter_mut().filter(|medium| is(medium, *kind)) {
            let (bytes, blank) = usual(medium);
            medium.storage = storage::in_file(path, bytes, blank)?;
        }
    }
    let state = rock.state.unwrap_or(State::Maskrom);
    Ok(Box::new(Rom::new(rock.profile_of(board), rock.traits, state, media)))
}
