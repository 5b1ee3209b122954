//! What a U-Boot holds, summed by itself: mainline's, where it was built with `oem run`, which carries out a line and says only
//! whether that worked, and `oem console`, which tells what it printed.
//!
//! Nothing tells to which of its disks fastboot writes. A disk is believed to be that one only if it is the only one with such a
//! partition, and if what it holds there became what was written, and was something else before.

use std::time::Duration;

use fastboot::host::{Cause, Error, Fastboot as Device};
use link::{Silent, storage::SECTOR};
use uboot::{disk::cards, memory::Sum};

use super::{Program, Target, partition::unread};

const BYTES: u64 = SECTOR as u64;
/// A line that U-Boot carries out: it reads a few MiB at the most.
const LIMIT: Duration = Duration::from_secs(30);
/// The most that is read to memory at once, in bytes: where `loadaddr` is, there is room for a kernel.
const MOST: u64 = 4 << 20;
/// How often `oem console` is asked for the rest.
const ROUNDS: u32 = 8;
/// What memory is filled with before storage is read to it: a read that moves nothing is known by their sums.
const FILL: [u32; 2] = [0x5ac3_3ca5, 0xa53c_c35a];
/// How fastboot calls all of an eMMC.
const USER: &str = "mmc0";

const UNTOLD: &str =
    "nothing can be read back, and U-Boot's record of its console is too short to tell a sum";
const UNSUMMED: &str = "nothing can be read back, and U-Boot does not sum what it reads";
const UNPLACED: &str =
    "nothing can be read back, and U-Boot does not tell which of its disks it wrote";
const UNPROVEN: &str = "nothing can be read back, and which disk U-Boot wrote is not proven: the one that it may be held the same \
                        before, or did not change";

/// Where a partition is, as U-Boot's `mmc` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    slot: u32,
    /// Its first sector.
    start: u64,
}

/// What U-Boot sums.
#[derive(Debug)]
pub(super) enum Sums {
    /// Nothing, and why.
    None(&'static str),
    /// A partition.
    Of {
        place: Place,
        /// Whether it is the one that is written.
        proven: bool,
    },
}

/// Bytes that were sent.
pub(super) struct Summed {
    /// Their first byte in the partition, and how many.
    pub(super) place: (u64, u64),
    /// Their sum.
    pub(super) wanted: u32,
    /// The sum of what was held there before, where it was asked for.
    pub(super) before: Option<u32>,
}

impl Sums {
    /// Asks whether U-Boot sums a partition. Storage stays as it is.
    pub(super) fn ask(target: &mut Target<'_>) -> Result<Self, Error> {
        if target.program != Program::Uboot || target.is_whole() {
            return Ok(Self::None(unread(target.program)));
        }
        match said(&mut target.device)? {
            Told::Lines(_) => {}
            Told::Refused => return Ok(Self::None(unread(target.program))),
            Told::Overflown => return Ok(Self::None(UNTOLD)),
        }
        Ok(match places(target)?.as_slice() {
            [place] => Self::Of { place: *place, proven: false },
            _ => Self::None(UNPLACED),
        })
    }

    /// Why it sums nothing.
    pub(super) fn refusal(&self) -> Option<&'static str> {
        match self {
            Self::None(why) => Some(why),
            Self::Of { .. } => None,
        }
    }

    /// Why nothing is known of what was written; `None`: all is right.
    pub(super) fn why(&self) -> Option<&'static str> {
        match self {
            Self::None(why) => Some(why),
            Self::Of { proven: false, .. } => Some(UNPROVEN),
            Self::Of { proven: true, .. } => None,
        }
    }

    /// What is held where bytes are going to be written, unless that need not be known.
    pub(super) fn before(
        &mut self,
        device: &mut Device<'_>,
        (at, bytes): (u64, u64),
    ) -> Result<Option<u32>, Error> {
        match self {
            Self::Of { proven: false, .. } => self.sum(device, at, bytes),
            _ => Ok(None),
        }
    }

    /// Whether what was written is there, as far as that can be told.
    pub(super) fn after(&mut self, device: &mut Device<'_>, sent: &Summed) -> Result<bool, Error> {
        let Some(now) = self.sum(device, sent.place.0, sent.place.1)? else { return Ok(true) };
        let Self::Of { proven, .. } = self else { return Ok(true) };
        let is_there = now == sent.wanted;
        match *proven || sent.before.is_some_and(|before| before != now) {
            // It is another disk, or it has taken nothing.
            false if !is_there => *self = Self::None(UNPROVEN),
            changed => *proven = changed,
        }
        Ok(is_there || !matches!(self, Self::Of { .. }))
    }

    /// The sum of bytes of the partition; `None`: none is told, from now on.
    fn sum(&mut self, device: &mut Device<'_>, at: u64, bytes: u64) -> Result<Option<u32>, Error> {
        let Self::Of { place, .. } = *self else { return Ok(None) };
        // What a download printed.
        if !matches!(said(device)?, Told::Lines(_)) {
            *self = Self::None(UNTOLD);
            return Ok(None);
        }
        let mut whole = crc32fast::Hasher::new();
        for start in (0..bytes).step_by(MOST as usize) {
            let length = (bytes - start).min(MOST);
            let Some(sum) = place.sum(device, (at + start) / BYTES, length)? else {
                *self = Self::None(UNSUMMED);
                return Ok(None);
            };
            whole.combine(&crc32fast::Hasher::new_with_initial_len(sum, length));
        }
        Ok(Some(whole.finalize()))
    }
}

impl Place {
    /// The sum of sectors. `None`: it is not told, or nothing was read.
    fn sum(self, device: &mut Device<'_>, sector: u64, bytes: u64) -> Result<Option<u32>, Error> {
        for fill in FILL {
            let sum = self.read(device, (self.start + sector, bytes), fill)?;
            let words = fill.to_le_bytes().repeat(bytes as usize / 4);
            if sum != Some(crc32fast::hash(&words)) {
                return Ok(sum);
            }
            // Storage holds just that, or it was not read.
        }
        Ok(None)
    }

    /// The sum of memory, which sectors are read to.
    fn read(
        self,
        device: &mut Device<'_>,
        (sector, bytes): (u64, u64),
        fill: u32,
    ) -> Result<Option<u32>, Error> {
        let mut last = None;
        for line in [
            format!("mmc dev {}", self.slot),
            format!("mw.l ${{loadaddr}} {fill:x} {:x}", bytes / 4),
            format!("mmc read ${{loadaddr}} {sector:x} {:x}", bytes / BYTES),
            format!("crc32 ${{loadaddr}} {bytes:x}"),
        ] {
            last = run(device, &line)?;
            if last.is_none() {
                return Ok(None);
            }
        }
        let sum = last.and_then(|text| Sum::parse(&text));
        Ok(sum.filter(|sum| sum.is_of(sum.first, bytes)).map(|sum| sum.crc))
    }
}

/// Everything that may be the partition.
fn places(target: &mut Target<'_>) -> Result<Vec<Place>, Error> {
    let (device, name) = (&mut target.device, &target.name);
    // Another one would be written.
    if run(device, &format!("printenv fastboot_partition_alias_{name}"))?.is_some() {
        return Ok(Vec::new());
    }
    let listed = run(device, "mmc list")?.unwrap_or_default();
    let mut places = Vec::new();
    for slot in cards(&listed).iter().map(|card| card.number) {
        if run(device, &format!("mmc dev {slot}"))?.is_none() {
            continue;
        }
        let start = match name == USER {
            true => Some(0),
            false => {
                let told = run(device, &format!("part start mmc {slot} {name}"))?;
                told.and_then(|text| u64::from_str_radix(text.trim(), 16).ok())
            }
        };
        places.extend(start.map(|start| Place { slot, start }));
    }
    Ok(places)
}

/// Has U-Boot carry out a line: what it printed. `None`: it failed, or that is not told.
fn run(device: &mut Device<'_>, line: &str) -> Result<Option<String>, Error> {
    let done = match device.oem(&format!("run:{line}"), LIMIT, &mut Silent) {
        Ok(_) => true,
        Err(Error { cause: Cause::Refused(_), .. }) => false,
        Err(error) => return Err(error),
    };
    match said(device)? {
        Told::Lines(lines) if done => Ok(Some(lines.join("\n"))),
        _ => Ok(None),
    }
}

/// What `oem console` tells.
enum Told {
    Lines(Vec<String>),
    /// U-Boot printed more than its record has room for: nothing is told any more.
    Overflown,
    /// This U-Boot has no such command.
    Refused,
}

/// Reads the record, which is empty then.
fn said(device: &mut Device<'_>) -> Result<Told, Error> {
    let mut lines = Vec::new();
    for _ in 0..ROUNDS {
        match device.oem("console", LIMIT, &mut Silent) {
            Ok(answer) => lines.extend(answer.info),
            Err(Error { cause: Cause::Refused(why), .. }) => {
                return Ok(match why.as_str() {
                    "Empty console" => Told::Lines(lines),
                    "Error reading console" => Told::Overflown,
                    _ => Told::Refused,
                });
            }
            Err(error) => return Err(error),
        }
    }
    Ok(Told::Overflown)
}
