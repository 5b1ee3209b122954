//! Blocks between memory and disks.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    format,
    string::String,
    vec,
};
use core::time::Duration;

use link::storage::{SECTOR, Storage};

use super::{
    Drive, Flaw, Uboot, World,
    commands::{Fail, Outcome, number},
    dram::rate,
    partitions,
};

/// Sectors that are moved at once.
const PIECE: u64 = 2048;

/// What U-Boot knows of its disks.
#[derive(Default)]
pub(super) struct Disks {
    /// Commands whose bus was looked at.
    pub(super) scanned: BTreeSet<&'static str>,
    /// eMMCs and cards that were started, by number.
    pub(super) started: BTreeSet<u32>,
    /// The current eMMC or card.
    pub(super) card: Option<u32>,
    /// The current disks of the other commands, which begin with 0.
    pub(super) current: BTreeMap<&'static str, u32>,
}

/// A read or write: `mmc read ADDRESS BLOCK COUNT`.
#[derive(Clone, Copy)]
pub(super) struct Request {
    pub(super) writes: bool,
    pub(super) address: u64,
    pub(super) block: u64,
    pub(super) count: u64,
}

impl Request {
    pub(super) fn parse(words: &[&str]) -> Result<Self, Fail> {
        let [what, address, block, count] = words else { return Err(Fail::Usage) };
        let writes = match *what {
            "read" => false,
            "write" => true,
            _ => return Err(Fail::Usage),
        };
        let (address, block) = (number(address)?, number(block)?);
        let count = number(count)?;
        // More than any memory there is.
        if count > 1 << 32 {
            return Err(Fail::Usage);
        }
        Ok(Self { writes, address, block, count })
    }

    /// `read` or `write`.
    pub(super) fn verb(self) -> &'static str {
        if self.writes { "write" } else { "read" }
    }

    /// The same in sectors; `None`: no disk is so long.
    fn in_sectors(self, per_block: u64) -> Option<Self> {
        let (block, count) = (self.block.checked_mul(per_block)?, self.count * per_block);
        Some(Self { block, count, ..self })
    }

    fn bytes(self) -> u64 {
        self.count * SECTOR as u64
    }

    /// What is printed at its end.
    pub(super) fn ends(self, blocks: i64, ok: bool) -> String {
        let verb = if self.writes { "written" } else { "read" };
        let word = if ok { "OK" } else { "ERROR" };
        format!("{blocks} blocks {verb}: {word}\n")
    }
}

/// The disk of a command with this number.
pub(super) fn drive<'w>(world: &'w mut World, command: &str, number: u32) -> Option<&'w mut Drive> {
    let mut drives = world.drives.iter_mut().filter(|drive| drive.command() == command);
    drives.nth(number as usize)
}

impl Uboot {
    /// Moves blocks between memory and a disk.
    pub(super) fn transfer(
        &mut self,
        (command, number): (&'static str, u32),
        request: Request,
        now: Duration,
        world: &mut World,
    ) -> Outcome {
        let Some(found) = drive(world, command, number) else { return Err(Fail::Failed) };
        let (per_block, blocks) = (found.per_block(), request.count);
        let Some(request) = request.in_sectors(per_block) else {
            world.print(now, &request.ends(refused(command), false));
            return Err(Fail::Failed);
        };
        let (address, bytes, flaw) = (request.address, request.bytes(), world.flaw);
        let memory = match request.writes {
            true => self.memory.has(address, bytes),
            false => self.memory.is_free(address, bytes),
        };
        if !memory {
            return self.crash(now, world);
        }
        let fails = match flaw {
            Some(Flaw::ReadOnly) => request.writes,
            Some(Flaw::ReadFails) => !request.writes,
            _ => false,
        };
        let idle = !request.writes && self.reads_nothing(world);
        let Some(drive) = drive(world, command, number) else { return Err(Fail::Failed) };
        let done = now + rate(bytes, drive.speed());
        let moved = match () {
            () if fails => false,
            () if idle => true,
            () => self.move_blocks(drive, request, flaw).is_some(),
        };
        if request.writes && moved && self.loses_power(world) {
            return Ok(());
        }
        let blocks = if moved { blocks as i64 } else { refused(command) };
        world.print(done, &request.ends(blocks, moved));
        self.busy(done);
        if moved { Ok(()) } else { Err(Fail::Failed) }
    }

    /// Moves them; `None`: the disk refuses, as it does past its end.
    fn move_blocks(
        &mut self,
        drive: &mut Drive,
        request: Request,
        flaw: Option<Flaw>,
    ) -> Option<()> {
        let end = request
            .block
            .checked_add(request.count)
            .filter(|end| *end <= drive.blocks() * drive.per_block())?;
        let storage = drive.storage()?;
        let (mut at, mut address) = (request.block, request.address);
        let mut piece = vec![0; PIECE as usize * SECTOR];
        while at < end {
            let count = (end - at).min(PIECE);
            let piece = &mut piece[..count as usize * SECTOR];
            if request.writes {
                self.memory.read_into(address, piece);
                write(storage, at, piece, flaw)?;
            } else {
                storage.read_at(at, piece).ok()?;
                self.memory.write(address, piece);
            }
            at += count;
            address += piece.len() as u64;
        }
        Some(())
    }
}

/// A disk's partitions; `None`: it has no table.
pub(super) fn table(world: &mut World, command: &str, number: u32) -> Option<String> {
    partitions::listed(command, number, drive(world, command, number)?.storage()?)
}

/// Writes what the disk keeps.
fn write(storage: &mut dyn Storage, sector: u64, data: &[u8], flaw: Option<Flaw>) -> Option<()> {
    let kept = match flaw {
        Some(Flaw::Shrunk(end)) => end.saturating_sub(sector).saturating_mul(SECTOR as u64),
        _ => u64::MAX,
    };
    let kept = usize::try_from(kept).unwrap_or(usize::MAX).min(data.len());
    storage.write_at(sector, &data[..kept]).ok()
}

/// What U-Boot prints as the count of blocks when a disk refuses.
fn refused(command: &str) -> i64 {
    if command == "virtio" { -5 } else { 0 }
}
