//! Boards whose U-Boot shows their storage as a USB disk (`ums 0 mmc 0`): the kernel's own driver moves the data.

mod conversation;
mod held;
mod target;
mod writer;

use link::Check;

pub(super) use held::Held;
pub(super) use target::Target;

use super::{Conversation, Driver, Via};
use crate::{
    boards::{Board, Role, storage::Storage},
    failure::Problem,
    plan::{Artifacts, Start},
    session::{Access, Way},
    transport::{DiskError, FoundDisk, Stop},
};

/// Bytes of a sector.
const SECTOR: u64 = link::storage::SECTOR as u64;
/// How U-Boot's disks call themselves. Anything else is not a board's.
const VENDOR: &str = "Linux";
const MODEL: &str = "UMS disk ";

/// The driver.
pub(super) struct MassStorage;

impl Driver for MassStorage {
    fn reaches(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        via.require_direct(board)?;
        match board.storage(storage.device()) {
            Some(_) => Ok(()),
            None => Err(Problem::Refused(format!("U-Boot's `ums` shows no {storage}"))),
        }
    }

    fn judge(&self, _: &'static Board, _: &Artifacts) -> Result<(), Problem> {
        Ok(())
    }

    fn starts(&self, _: &'static Board, _: &Artifacts) -> Vec<Start> {
        Vec::new()
    }

    fn restarts(&self) -> bool {
        false
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

/// Refuses every disk that no U-Boot shows, and those with blocks that are no sectors.
fn require_board(found: &FoundDisk) -> Result<(), Problem> {
    let FoundDisk { port, name, vendor, model, .. } = found;
    let number = model.strip_prefix(MODEL).filter(|number| number.parse::<u8>().is_ok());
    if vendor != VENDOR || number.is_none() {
        let text = format!(
            "the disk at port {port} ({name}) is `{vendor} {model}`, not one that U-Boot shows (`{VENDOR} {MODEL}0`); it was not opened"
        );
        return Err(Problem::OtherBoard(text)
            .advised("have the board's U-Boot run `ums 0 mmc 0`, or the like, and give the port that it shows up at"));
    }
    match found.block {
        SECTOR => Ok(()),
        block => Err(Problem::Refused(format!(
            "the disk at port {port} ({name}) has blocks of {block} bytes; those of 512 bytes are supported"
        ))),
    }
}

/// Refuses a simulated board in this process and a recording: only a kernel has a disk.
pub(super) fn require_kernel(access: &Access) -> Result<(), Problem> {
    match access.way {
        Way::Real => Ok(()),
        Way::Virtual(_) | Way::Recorded(_) => {
            let text =
                "a simulated or recorded USB disk needs a kernel, whose driver reads and writes it";
            Err(Problem::Usage(text.into()).advised(
                "plug a simulated one into this computer: `racklet-flash virtual serve --vhci`",
            ))
        }
    }
}

/// Whether what was written is read back.
fn reads_back(check: Check) -> Result<bool, Problem> {
    match check {
        Check::Best | Check::ReadBack => Ok(true),
        Check::None => Ok(false),
        Check::Parity | Check::BoardSum => Err(Problem::Usage(
            "a USB disk is verified by reading it back: choose read-back".into(),
        )),
    }
}

/// An error of finding or opening a disk.
fn unopened(error: DiskError) -> anyhow::Error {
    match error {
        DiskError::InUse(..) => Problem::Refused(error.to_string())
            .advised("unmount it, end what uses it, and repeat the command")
            .into(),
        DiskError::NoDisk(..) => Problem::OtherBoard(error.to_string())
            .advised("have the board's U-Boot run `ums 0 mmc 0`, or the like")
            .into(),
        error => error.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn disk(vendor: &str, model: &str) -> FoundDisk {
        let mut disk = FoundDisk::at("1-3".parse().expect("a port"), "sda", 2048);
        (disk.vendor, disk.model) = (vendor.into(), model.into());
        disk
    }

    #[test]
    fn only_disks_of_a_u_boot_are_opened() {
        require_board(&disk("Linux", "UMS disk 0")).expect("U-Boot's");
        for (vendor, model) in [
            ("SanDisk", "Cruzer"),
            ("Linux", "File-Stor Gadget"),
            ("Generic", "UMS disk 0"),
            ("Linux", "UMS disk x"),
            ("", ""),
        ] {
            let error = require_board(&disk(vendor, model)).expect_err("another disk");
            assert!(error.to_string().contains("not opened"), "{error}");
        }
    }

    #[test]
    fn larger_blocks_are_refused() {
        let mut coarse = disk("Linux", "UMS disk 1");
        coarse.block = 4096;
        assert!(require_board(&coarse).expect_err("no").to_string().contains("4096"));
    }

    #[test]
    fn it_knows_one_way_to_verify() {
        assert_eq!(reads_back(Check::Best).ok(), Some(true));
        assert_eq!(reads_back(Check::None).ok(), Some(false));
        assert!(reads_back(Check::BoardSum).is_err() && reads_back(Check::Parity).is_err());
    }
}
