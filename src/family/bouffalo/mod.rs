//! Bouffalo Lab's BL808, over its serial line: the mask ROM itself writes the flash.

mod conversation;
mod target;
mod words;

pub use conversation::Talk;
pub use target::SpiNor;

use bouffalo::header::Header;

use super::{Conversation, Driver, Placement, Via};
use crate::{
    boards::{Board, Role, storage::Storage},
    failure::Problem,
    files::disk_image::DiskImage,
    plan::{Artifacts, Start},
    session::Access,
    transport::Stop,
};

/// Bytes of a sector.
const SECTOR: u64 = link::storage::SECTOR as u64;

/// The family's driver.
pub(super) struct Bouffalo;

impl Driver for Bouffalo {
    fn reaches(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        via.require_direct(board)?;
        match storage {
            Storage::SpiNor => Ok(()),
            _ => Err(words::out_of_reach(board, storage)),
        }
    }

    fn judge(&self, _: &'static Board, _: &Artifacts) -> Result<(), Problem> {
        Ok(())
    }

    fn starts(&self, _: &'static Board, _: &Artifacts) -> Vec<Start> {
        Vec::new()
    }

    fn place(
        &self,
        board: &'static Board,
        _: Storage,
        image: &DiskImage,
    ) -> Result<Placement, Problem> {
        match Header::parse(image.head()) {
            Ok(_) => Ok(Placement { sector: 0, what: None }),
            Err(error) => Err(words::no_image(board, &image.name(), &error)),
        }
    }

    fn open(
        &self,
        _: &'static Board,
        access: &Access,
        stop: &Stop,
    ) -> anyhow::Result<Box<dyn Conversation>> {
        Ok(Box::new(Talk::find(access, None, stop)?))
    }

    fn made_up(&self, _: &'static Board, _: Role) -> Option<Vec<u8>> {
        None
    }
}
