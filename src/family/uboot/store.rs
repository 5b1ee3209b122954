//! What U-Boot keeps bytes in, and the commands that move them between it and memory.

use std::time::Duration;

use link::StepId;
use uboot::{
    disk::Moved,
    flash::{self, Flash},
    host::{Prompt, Step, erase_limit},
};

use super::{SECTOR, disk::Disk};
use crate::{boards::storage::Storage, family::Medium};

/// A step of finding SPI flash.
const PROBE: Step = Step::new(&(StepId::CHOOSE, "finding the SPI flash"));
/// Bytes of SPI flash that are written with one command: each takes seconds, and says nothing meanwhile.
const FLASH_PIECE: u64 = 1 << 20;

/// Storage that is chosen at U-Boot's prompt.
#[derive(Clone, Debug)]
pub(super) enum Store {
    Disk(Disk),
    Flash {
        /// Bytes that are erased at once.
        erase: u64,
        medium: Medium,
    },
}

/// A command that moves bytes.
pub(super) struct Order {
    command: String,
    limit: Duration,
    done: Done,
}

/// What shows that all was moved.
enum Done {
    Blocks(Moved),
    Updated(u64),
    /// Its status alone: a sum of what was read follows.
    Status,
}

impl Order {
    /// Has U-Boot carry it out.
    pub(super) fn run(
        &self,
        prompt: &mut Prompt<'_, '_>,
        step: Step,
    ) -> Result<(), uboot::host::Error> {
        prompt.ask(step, &self.command, self.limit, |text| {
            let all = match &self.done {
                Done::Blocks(all) => Moved::parse(text)? == *all,
                Done::Updated(bytes) => flash::updated(text)? == *bytes,
                Done::Status => true,
            };
            all.then_some(())
        })
    }
}

impl Store {
    /// Finds storage of that kind and chooses it. Fails where there is none, or more than one. `memory`: where a sector may
    /// be read to.
    pub(super) fn choose(
        prompt: &mut Prompt<'_, '_>,
        storage: Storage,
        memory: u64,
    ) -> anyhow::Result<Self> {
        match storage {
            Storage::SpiNor => probe(prompt),
            _ => Disk::choose(prompt, storage, memory).map(Self::Disk),
        }
    }

    pub(super) fn medium(&self) -> &Medium {
        match self {
            Self::Disk(disk) => &disk.medium,
            Self::Flash { medium, .. } => medium,
        }
    }

    /// The command that ends the choice of an eMMC's boot partition, where one is chosen.
    pub(super) fn leave(&self) -> Option<&str> {
        match self {
            Self::Disk(disk) => disk.leave.as_deref(),
            Self::Flash { .. } => None,
        }
    }

    /// The eMMC that is chosen, or a part of one.
    pub(super) fn emmc(&self) -> Option<&Disk> {
        match self {
            Self::Disk(disk) if disk.medium.kind.map(Storage::device) == Some(Storage::Emmc) => {
                Some(disk)
            }
            _ => None,
        }
    }

    /// Bytes of a block: whole ones are read and written.
    pub(super) fn block(&self) -> u64 {
        match self {
            Self::Disk(disk) => disk.block,
            Self::Flash { .. } => SECTOR,
        }
    }

    /// The most that one command writes, in bytes.
    pub(super) fn most(&self) -> u64 {
        match self {
            Self::Disk(_) => u64::MAX,
            Self::Flash { .. } => FLASH_PIECE,
        }
    }

    /// Bytes that are erased at once; a disk erases none.
    fn erase(&self) -> u64 {
        match self {
            Self::Disk(_) => SECTOR,
            Self::Flash { erase, .. } => (*erase).max(SECTOR),
        }
    }

    /// Bytes before a sector that are erased along with it: they have to be written again.
    pub(super) fn before(&self, sector: u64) -> u64 {
        sector * SECTOR % self.erase()
    }

    /// The same behind this many bytes from a sector on.
    pub(super) fn after(&self, sector: u64, bytes: u64) -> u64 {
        let end = sector * SECTOR + bytes;
        end.next_multiple_of(self.erase()) - end
    }

    /// `mmc read 0x40000000 0x800 0x8000`, `sf read 0x40000000 0x100000 0x1000000`.
    pub(super) fn read(&self, memory: u64, sector: u64, bytes: u64) -> Order {
        match self {
            Self::Disk(disk) => disk.order("read", memory, sector, bytes),
            Self::Flash { .. } => sf("read", memory, sector, bytes, Done::Status),
        }
    }

    /// The same with `mmc write` and `sf update`, which leaves alone what is equal.
    pub(super) fn write(&self, memory: u64, sector: u64, bytes: u64) -> Order {
        match self {
            Self::Disk(disk) => disk.order("write", memory, sector, bytes),
            Self::Flash { .. } => sf("update", memory, sector, bytes, Done::Updated(bytes)),
        }
    }
}

impl Disk {
    fn order(&self, verb: &str, memory: u64, sector: u64, bytes: u64) -> Order {
        let (word, block) = (self.word, self.block);
        let (first, blocks) = (sector * SECTOR / block, bytes / block);
        Order {
            command: format!("{word} {verb} {memory:#x} {first:#x} {blocks:#x}"),
            limit: limit(bytes),
            done: Done::Blocks(Moved { written: verb == "write", blocks, ok: true }),
        }
    }
}

fn sf(verb: &str, memory: u64, sector: u64, bytes: u64, done: Done) -> Order {
    let command = format!("sf {verb} {memory:#x} {:#x} {bytes:#x}", sector * SECTOR);
    // No flash has 4 GiB.
    Order { command, limit: erase_limit(u32::try_from(bytes).unwrap_or(u32::MAX)), done }
}

/// Finds the SPI flash that a board starts from.
fn probe(prompt: &mut Prompt<'_, '_>) -> anyhow::Result<Store> {
    let output = prompt.run("sf probe", limit(0))?;
    if output.is_unknown() {
        return Err(super::disk::no_command("sf").into());
    }
    if output.status != 0 {
        return Err(super::disk::none(Storage::SpiNor).into());
    }
    let Flash { name, erase, size } = match Flash::parse(&output.text) {
        Some(flash) => flash,
        // Its answer may have been damaged.
        None => prompt.ask(PROBE, "sf probe", limit(0), Flash::parse)?,
    };
    let medium = Medium {
        kind: Some(Storage::SpiNor),
        sectors: Some(size / SECTOR),
        id: Some(name),
        boots: None,
        part: None,
    };
    Ok(Store::Flash { erase: erase.into(), medium })
}

/// The longest that U-Boot may take to move bytes: a bad card writes 1 MB/s, and stops for seconds to tidy up.
pub(super) fn limit(bytes: u64) -> Duration {
    Duration::from_secs(30 + (bytes >> 20))
}
