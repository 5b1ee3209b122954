//! A U-Boot at its prompt, on whatever board: it reaches storage, and the network brings the data.

mod ahead;
mod conversation;
mod disk;
mod ending;
mod export;
mod lease;
mod network;
mod pace;
mod piece;
mod reached;
mod shown;
mod store;
mod target;

pub(super) use reached::{Guard, Reached, Wanted, leave};
pub(super) use shown::Shown;

use link::{Check, Method, Verified};

use super::{Conversation, Driver, Via};
use crate::{
    boards::{Board, Role, storage::Storage},
    failure::Problem,
    plan::{Artifacts, Start},
    session::Access,
    transport::Stop,
};

/// Bytes of a sector.
const SECTOR: u64 = link::storage::SECTOR as u64;

/// The driver of boards that stand at U-Boot's prompt already.
pub(super) struct Uboot;

impl Driver for Uboot {
    fn reaches(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        match via {
            Via::Ethernet => require_storage(&board.name, storage),
            Via::Disk => require_disk(storage),
            Via::Usb | Via::Serial => {
                require_storage(&board.name, storage)?;
                Err(over_serial(&board.name))
            }
        }
    }

    fn judge(&self, _: &'static Board, _: &Artifacts) -> Result<(), Problem> {
        Ok(())
    }

    fn starts(&self, _: &'static Board, _: &Artifacts) -> Vec<Start> {
        Vec::new()
    }

    fn open(
        &self,
        _: &'static Board,
        access: &Access,
        stop: &Stop,
    ) -> anyhow::Result<Box<dyn Conversation>> {
        Ok(Box::new(conversation::Talk::open(access, stop)?))
    }

    fn made_up(&self, _: &'static Board, _: Role) -> Option<Vec<u8>> {
        None
    }
}

/// Whether what was written is verified: U-Boot sums what it reads back, and knows no other way.
pub(super) fn sums(check: Check, storage: &str) -> Result<bool, Problem> {
    match check {
        Check::Best | Check::BoardSum => Ok(true),
        Check::None => Ok(false),
        Check::Parity | Check::ReadBack => Err(Problem::Usage(format!(
            "U-Boot sums what it reads back (board-sum); it knows no other way to verify {storage}"
        ))),
    }
}

/// How written bytes are verified; `verify`: U-Boot has summed them.
pub(super) fn written(verify: bool, bytes: u64) -> Verified {
    match verify {
        true => Verified::by(Method::BoardSum, bytes),
        false => Verified { bytes, ..Verified::default() },
    }
}

/// Refuses what U-Boot does not write from memory in a way that is known here.
pub(super) fn require_storage(board: &str, storage: Storage) -> Result<(), Problem> {
    if storage == Storage::SpiNor || disk::kind(storage).is_some() {
        return Ok(());
    }
    let text = format!(
        "{storage} of {board} is not written through U-Boot yet, but eMMC, SD, SPI NOR, NVMe, USB and virtio are"
    );
    Err(Problem::Refused(text))
}

/// Refuses what U-Boot does not show as a USB disk.
pub(super) fn require_disk(storage: Storage) -> Result<(), Problem> {
    if disk::kind(storage).is_some() {
        return Ok(());
    }
    let text =
        format!("U-Boot's `ums` shows no {storage}, but eMMC, SD, NVMe, USB and virtio disks");
    Err(Problem::Refused(text))
}

/// Why the line alone moves nothing.
fn over_serial(board: &str) -> Problem {
    Problem::Refused(format!("storage of {board} cannot be reached over the serial line alone: U-Boot's `loady` moves 11 KB/s")).advised(
        "add --net SUBNET, the network that this computer and the board are on: --net 10.7.0.0/24; or --usb-port PORT, where its \
         U-Boot can show a USB disk (`ums`)",
    )
}
