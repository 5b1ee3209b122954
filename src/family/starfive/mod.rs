//! StarFive's boards, over their serial line.

mod conversation;
mod files;
mod firmware;
mod identify;
mod recovery;
mod stages;
mod target;
mod words;

use std::path::Path;

use starfive::{
    header::{Header, HeaderError},
    host::Layout,
    image::{self, Kind},
};

use files::{check_room, check_spl, check_uboot, unchecked_note};
pub use firmware::Firmware;
pub use identify::{Program, identify};
pub use recovery::Recovery;
use stages::{FAST, PATIENCE, bring_up, flash};

use super::{Conversation, Driver, Placement, Stage, Via, uboot};
use crate::{
    boards::{Board, Chip, Role, Starfive as Soc, storage::Storage},
    failure::Problem,
    files::disk_image::DiskImage,
    plan::{Artifacts, Start},
    session::Access,
    transport::Stop,
};

/// Bytes of a sector.
const SECTOR: u64 = link::storage::SECTOR as u64;

/// The family's driver.
pub struct Starfive;

impl Driver for Starfive {
    fn reaches(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        match (board.chip(), via, storage) {
            (Chip::Starfive(Soc::Jh7100), ..) => Err(words::jh7100(board)),
            (_, Via::Ethernet, _) => uboot::require_storage(&board.name, storage),
            (_, Via::Disk, _) => uboot::require_disk(storage),
            (_, _, Storage::SpiNor) => Ok(()),
            _ => Err(words::out_of_reach(board, storage)),
        }
    }

    fn reads(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        self.reaches(board, storage, via)?;
        match via {
            Via::Ethernet | Via::Disk => Ok(()),
            Via::Usb | Via::Serial => Err(words::unreadable(board)),
        }
    }

    fn judge(&self, board: &'static Board, files: &Artifacts) -> Result<(), Problem> {
        if matches!(board.chip(), Chip::Starfive(Soc::Jh7100)) {
            return Err(words::jh7100(board));
        }
        if let Some(file) = files.get(Role::Spl) {
            check_spl(Path::new(&file.name), &file.bytes)?;
        }
        if let Some(file) = files.get(Role::Uboot) {
            check_uboot(Path::new(&file.name), &file.bytes)?;
        }
        Ok(())
    }

    fn starts(&self, _: &'static Board, files: &Artifacts) -> Vec<Start> {
        let roles = vec![Role::Spl, Role::Uboot];
        vec![Start {
            from: vec![Stage::MaskRom],
            to: Stage::Uboot,
            missing: files.missing_of(&roles),
            files: roles,
            words: "wait until the board is switched on, send the SPL to its mask ROM (XMODEM) and U-Boot to the SPL \
                    (YMODEM), and get to U-Boot's prompt"
                .into(),
        }]
    }

    fn place(
        &self,
        board: &'static Board,
        storage: Storage,
        image: &DiskImage,
    ) -> Result<Placement, Problem> {
        if storage != Storage::SpiNor {
            return Ok(Placement { sector: 0, what: None });
        }
        let Layout { uboot, uboot_room, .. } = Layout::JH7110;
        if self.serves(image).is_some() {
            fits(image, "U-Boot", uboot_room)?;
            return Ok(placed(uboot, "U-Boot"));
        }
        let wrong = match Header::check(image.head()) {
            // The sum is of more than the first bytes.
            Ok(_) | Err(HeaderError::Truncated { .. } | HeaderError::Crc { .. }) => {
                return Ok(Placement { sector: 0, what: None });
            }
            Err(HeaderError::Size(_)) => "it is no SPL: its header does not hold".into(),
            Err(_) => match image::kind(image.head()) {
                Kind::Foreign(what) => format!("it is {what}"),
                Kind::Jh7100 => "it is an image for the JH7100".into(),
                _ => "it begins with no SPL".into(),
            },
        };
        Err(words::no_image(board, &image.name(), &wrong))
    }

    fn serves(&self, image: &DiskImage) -> Option<Role> {
        matches!(image::kind(image.head()), Kind::Fit).then_some(Role::Uboot)
    }

    fn also(
        &self,
        _: &'static Board,
        storage: Storage,
        image: &DiskImage,
    ) -> Vec<(Role, Placement)> {
        // The SPL last: should U-Boot fail to be written, the old SPL still starts what it can.
        match self.serves(image).filter(|_| storage == Storage::SpiNor) {
            Some(_) => vec![(Role::Spl, placed(Layout::JH7110.spl, "the SPL"))],
            None => Vec::new(),
        }
    }

    fn open(
        &self,
        _: &'static Board,
        access: &Access,
        stop: &Stop,
    ) -> anyhow::Result<Box<dyn Conversation>> {
        Ok(Box::new(conversation::Talk::find(access, stop)?))
    }

    fn made_up(&self, board: &'static Board, role: Role) -> Option<Vec<u8>> {
        matches!(board.chip(), Chip::Starfive(Soc::Jh7110)).then(|| files::made_up(role)).flatten()
    }
}

fn placed(offset: u32, what: &str) -> Placement {
    Placement { sector: u64::from(offset) / SECTOR, what: Some(what.into()) }
}

/// Refuses an image that is longer than its place.
fn fits(image: &DiskImage, name: &str, room: u32) -> Result<(), Problem> {
    match image.sectors() {
        Some(sectors) if sectors * SECTOR > room.into() => {
            Err(files::too_long(name, sectors * SECTOR, room))
        }
        _ => Ok(()),
    }
}
