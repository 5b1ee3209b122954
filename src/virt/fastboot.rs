//! A virtual board whose mask ROM and U-Boot speak fastboot.

use std::path::PathBuf;

use fastboot::rom::{Media, Profile, Program, Rom, Traits, profile};
use link::{device::Device, storage::SECTOR};

use super::{
    PlugError,
    disk::Disk,
    options::{ON_OFF, choose},
    storage::{self, Kept},
};
use crate::{boards::Board, number};

/// What can be said about them, as `virtual list` explains it.
pub(super) const OPTIONS: &str = "\
of boards with fastboot (TH1520, K1):
  mode=rom|spl|uboot|ums  the program that it runs (default rom; spl: K1; ums, for `virtual serve`: its U-Boot shows the eMMC
                         as a USB disk)
  disk=NAME              mode=ums: what the disk calls itself (default UMS disk 0)
  storage=FILE           its eMMC, which is made as a sparse file where there is none
  size=BYTES             bytes of the eMMC, instead of the profile's
  loader=FILE            of all loaders only this one starts, as if the others were for other memory
  protected=on           writes to the eMMC fail, and are said to be OKAY where the vendor's U-Boot says so
  limit=BYTES            the longest download that is taken
  info=N                 before a write or an erasure is answered, it says N times that it works
  table=off              K1: its eMMC is blank, and has no table of partitions
  oem=on                 mainline's U-Boot was built with `oem run` and `oem console`, whose record has record=BYTES (1024)
  mmc=twin|idle          mainline's U-Boot: it has another MMC with the same table, or its `mmc read` reads nothing
  worn=OFFSET            mainline's U-Boot: this byte of its eMMC keeps what it holds
  staged=on              it has 4 KiB ready to be fetched
  text=on                it says TEXT before every answer";

/// The most that a loader may have, in bytes.
const LOADER_LIMIT: u64 = 64 << 20;

/// What is special about it.
#[derive(Clone, Debug, Default)]
pub(super) struct Fastboot {
    program: Option<Program>,
    loader: Option<PathBuf>,
    traits: Traits,
    blank: bool,
    staged: bool,
    /// Its U-Boot runs `ums`.
    shown: bool,
    disk: Option<String>,
}

impl Fastboot {
    /// Takes an option, if it is one of these boards.
    pub(super) fn set(&mut self, board: &Board, key: &str, value: &str) -> Result<bool, String> {
        let traits = &mut self.traits;
        match key {
            "mode" if value == "ums" => self.shown = true,
            "disk" => self.disk = Some(value.into()),
            "mode" => self.program = Some(choose(key, value, modes(of(board)))?),
            "loader" => self.loader = Some(value.into()),
            "protected" => traits.protected = choose(key, value, &ON_OFF)?,
            "limit" => traits.limit = Some(number::parse_u32(value)?),
            "info" => traits.info = number::parse_u32(value)?,
            "table" => self.blank = !choose(key, value, &ON_OFF)?,
            "oem" => traits.oem = choose(key, value, &ON_OFF)?,
            "record" => traits.record = Some(number::parse_u32(value)? as usize),
            "mmc" => match choose(key, value, &[("twin", true), ("idle", false)])? {
                true => traits.twin = true,
                false => traits.idle = true,
            },
            "worn" => traits.worn = Some(number::parse(value)?),
            "staged" => self.staged = choose(key, value, &ON_OFF)?,
            "text" => traits.text = choose(key, value, &ON_OFF)?,
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn of(board: &Board) -> &'static Profile {
    let known = board.profile().and_then(profile);
    known.expect("boards with fastboot have a profile: a test asks for each")
}

/// The programs of a board, by the names that users give them.
fn modes(profile: &Profile) -> &'static [(&'static str, Program)] {
    match profile.first {
        Program::Uboot => &[("uboot", Program::Uboot)],
        Program::Th1520Rom => &[("rom", Program::Th1520Rom), ("uboot", Program::Th1520Uboot)],
        _ => &[("rom", Program::K1Rom), ("spl", Program::K1Spl), ("uboot", Program::K1Uboot)],
    }
}

/// The board with power. Its eMMC is in a file where the user names one.
pub(super) fn power_on(
    own: &Fastboot,
    board: &Board,
    kept: Kept<'_>,
) -> Result<Box<dyn Device>, PlugError> {
    let profile = of(board);
    if own.shown {
        let storage = storage::of(kept, profile.emmc[0] * SECTOR as u64, 0)?;
        let name = own.disk.as_deref().unwrap_or("UMS disk 0");
        return Ok(Box::new(Disk::new(profile.uboot, name, storage, own.traits.protected)));
    }
    let mut traits = own.traits.clone();
    if let Some(path) = &own.loader {
        let bytes = crate::files::regular::read(path, LOADER_LIMIT);
        let bytes = bytes.map_err(|error| PlugError::Storage(error.to_string()))?;
        traits.loader = Some(crc32fast::hash(&bytes));
    }
    let emmc = storage::of(kept, profile.emmc[0] * SECTOR as u64, 0)?;
    let program = own.program.unwrap_or(profile.first);
    let media = Media { table: !own.blank, ..Media::with(profile, emmc) };
    let staged = if own.staged { vec![b'S'; 4096] } else { Vec::new() };
    Ok(Box::new(Rom::new(profile, traits, program, media).with_staged(staged)))
}
