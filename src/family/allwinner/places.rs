//! Where the boot ROM looks for an SPL on cards and eMMCs, and whether what is there starts the SoC.

use fel::{
    chips::{Chip, Claim, Core, article},
    egon::{Architecture, Spl},
};
use link::{Source, storage::SECTOR};

use crate::{boards::storage::Storage, failure::Problem};

/// The sectors where the boot ROM looks for an SPL: at 8 KiB, and the H3 and later SoCs at 128 KiB, too.
const PLACES: [u64; 2] = [16, 256];
/// On an eMMC's boot partitions it looks at their beginning.
const BEGINNING: [u64; 1] = [0];
/// More bytes than any SPL has.
const LONGEST: u64 = 192 << 10;

/// The sectors where the boot ROM looks on a storage.
pub(super) fn places(storage: Storage) -> &'static [u64] {
    match storage {
        Storage::Sd | Storage::Emmc => &PLACES,
        _ => &BEGINNING,
    }
}

/// The first sector that says nothing of whether the board starts.
pub(super) fn end(storage: Storage) -> u64 {
    places(storage).last().copied().unwrap_or_default() + LONGEST / SECTOR as u64
}

/// Whether bytes begin with an SPL, sound or not.
pub(super) fn is_spl(bytes: &[u8]) -> bool {
    bytes.get(4..12) == Some(b"eGON.BT0")
}

/// Refuses bytes for sector `start` on that have an SPL for another SoC where the boot ROM looks for one, or an SPL in front
/// of where it looks.
pub(super) fn judge(
    chip: &Chip,
    storage: Storage,
    start: u64,
    bytes: &mut dyn Source,
) -> anyhow::Result<()> {
    let places = places(storage);
    if start == 0 && !places.contains(&0) && is_spl(&read(bytes, 0, SECTOR as u64)?) {
        return Err(in_front(places[0]).into());
    }
    for place in places.iter().filter(|place| **place >= start) {
        let spl = read(bytes, (place - start) * SECTOR as u64, LONGEST)?;
        if let Some(core) = Spl::parse(&spl).ok().and_then(|spl| core(spl.architecture()))
            && core != chip.core
        {
            return Err(for_another_core(chip, *place, core).into());
        }
        if let Some(name) = Spl::parse(&spl).ok().and_then(|spl| spl.dt_name().map(String::from))
            && let Some(claim) = Claim::of(&name).filter(|claim| !claim.fits(chip))
        {
            return Err(for_another(chip, *place, &name, claim.soc).into());
        }
    }
    Ok(())
}

/// At most `most` bytes from `offset` on, fewer where there are no more.
fn read(bytes: &mut dyn Source, offset: u64, most: u64) -> anyhow::Result<Vec<u8>> {
    let mut read = vec![0; bytes.size().saturating_sub(offset).min(most) as usize];
    if !read.is_empty() {
        bytes.read_at(offset, &mut read).map_err(anyhow::Error::from_boxed)?;
    }
    Ok(read)
}

/// The kind of processor that an SPL's first instruction is for. `None`: it is for none that is known.
fn core(architecture: Architecture) -> Option<Core> {
    match architecture {
        Architecture::Arm => Some(Core::Arm),
        Architecture::RiscV => Some(Core::RiscV),
        Architecture::Other => None,
    }
}

fn for_another_core(chip: &Chip, place: u64, core: Core) -> Problem {
    let name = |core| if core == Core::Arm { "ARM" } else { "RISC-V" };
    Problem::Refused(format!(
        "the SPL at {} KiB (sector {place}) is built for {}, but the board is {} {} ({}): it would not start; nothing was written",
        place / 2,
        name(core),
        article(chip.name),
        chip.name,
        name(chip.core)
    ))
    .advised("use an image for this board")
}

fn in_front(place: u64) -> Problem {
    let text = "it is an SPL, and the boot ROM looks for none at sector 0; nothing was written";
    Problem::Refused(text.into()).advised(format!("write it to sector {place} (8 KiB)"))
}

fn for_another(chip: &Chip, place: u64, name: &str, soc: Option<&str>) -> Problem {
    let (the, built_for) = match soc {
        Some(soc) => ("the ", soc),
        None => ("", "another family of SoCs"),
    };
    Problem::Refused(format!(
        "the SPL at {} KiB (sector {place}) is built for {the}{built_for} ({}), but the board is {} {}: it would not start; \
         nothing was written",
        place / 2,
        name.escape_debug(),
        article(chip.name),
        chip.name
    ))
    .advised("use an image for this board")
}
