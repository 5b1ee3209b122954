//! Rockchip's boards.

mod conversation;
mod id_block;
mod layout;
mod loader;
mod made_up;
mod package;
pub mod partitions;
mod place;
mod reset;
mod target;

use std::path::Path;

use rockusb::host::Seen;

pub use conversation::identify;
pub use id_block::{Older, Replacing, Upgrade};
pub use loader::{Load, Sent, wake};
pub use package::{Firmware, Flashed, Placed};
pub use reset::reset;
pub use target::{Target, check, medium};

use super::{Conversation, Driver, Placement, Stage, Via};
use crate::{
    boards::{Board, Role, storage::Storage},
    failure::Problem,
    files::disk_image::DiskImage,
    plan::{Artifacts, Start},
    session::{Access, UsbSession},
    transport::Stop,
};

/// The family's driver.
pub struct Rockchip;

impl Driver for Rockchip {
    fn reaches(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        via.require_direct(board)?;
        match rockusb::wire::Storage::candidates(storage.name()).is_empty() {
            false => Ok(()),
            true => Err(Problem::Refused(format!(
                "{storage} of {} cannot be reached: Rockchip's loaders know eMMC, SD, SPI flash, NAND, NVMe, SATA and UFS",
                board.name
            ))),
        }
    }

    fn judge(&self, _: &'static Board, files: &Artifacts) -> Result<(), Problem> {
        let Some(file) = files.get(Role::Loader) else { return Ok(()) };
        let sound = Load::of(Path::new(&file.name), file.bytes.clone());
        sound.map(drop).map_err(|error| Problem::of_input(&error))
    }

    fn starts(&self, _: &'static Board, files: &Artifacts) -> Vec<Start> {
        vec![Start {
            from: vec![Stage::MaskRom],
            to: Stage::Usbplug,
            missing: files.missing_of(&[Role::Loader]),
            files: vec![Role::Loader],
            words: "send the loader to the mask ROM, and wait until usbplug answers".into(),
        }]
    }

    fn place(
        &self,
        board: &'static Board,
        storage: Storage,
        image: &DiskImage,
    ) -> Result<Placement, Problem> {
        place::of(board, storage, image)
    }

    fn open(
        &self,
        _: &'static Board,
        access: &Access,
        stop: &Stop,
    ) -> anyhow::Result<Box<dyn Conversation>> {
        Ok(Box::new(conversation::Talk::open(access, stop)?))
    }

    fn made_up(&self, board: &'static Board, role: Role) -> Option<Vec<u8>> {
        (role == Role::Loader).then(|| made_up::loader(&board.soc)).flatten()
    }
}

/// What a board's descriptors tell, as far as Rockchip's programs are told apart by them.
pub fn seen(board: &UsbSession) -> Seen {
    let (endpoints, face) = (board.endpoints(), board.face());
    Seen {
        vendor: endpoints.vendor,
        product: endpoints.product,
        usb: face.usb,
        strings: face.strings,
        out: endpoints.out,
    }
}
