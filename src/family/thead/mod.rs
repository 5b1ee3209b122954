//! T-Head's TH1520, over its serial line: the vendor's image writer, which the mask ROM starts, writes SPI flash.

mod conversation;
mod target;
mod words;

pub use conversation::Talk;
pub use target::SpiNor;

use std::path::Path;

use super::{Conversation, Driver, Placement, Stage, Via, fastboot};
use crate::{
    boards::{Board, Role, storage::Storage},
    failure::Problem,
    files::{disk_image::DiskImage, read_image},
    plan::{Artifacts, Start},
    session::Access,
    transport::Stop,
};

/// Bytes of a sector.
const SECTOR: u64 = link::storage::SECTOR as u64;

/// What a plan says of the way to the image writer.
const START: &str = "wait until the board is powered on, send the image writer to its mask ROM, have it summed, and start it";

/// The program that writes flash.
const ROLES: &[Role] = &[Role::Program];

/// Reads a file with the image writer.
///
/// # Errors
/// When it cannot be read, and when it is empty.
pub fn read_writer(path: &Path) -> anyhow::Result<Vec<u8>> {
    let bytes = read_image(path)?;
    require_writer(&path.display().to_string(), &bytes)?;
    Ok(bytes)
}

/// Refuses a file that is no program. How image writers begin is not known.
fn require_writer(name: &str, bytes: &[u8]) -> Result<(), Problem> {
    match bytes.len() {
        0 | 1 => Err(words::no_writer(name)),
        _ => Ok(()),
    }
}

/// The family's driver.
pub(super) struct Thead;

impl Driver for Thead {
    fn reaches(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        via.require_direct(board)?;
        match storage {
            Storage::SpiNor => Ok(()),
            _ => Err(words::out_of_reach(board, storage)),
        }
    }

    fn judge(&self, _: &'static Board, files: &Artifacts) -> Result<(), Problem> {
        match files.get(Role::Program) {
            Some(file) => require_writer(&file.name, &file.bytes),
            None => Ok(()),
        }
    }

    fn starts(&self, _: &'static Board, files: &Artifacts) -> Vec<Start> {
        vec![Start {
            from: vec![Stage::MaskRom],
            to: Stage::ImageWriter,
            missing: files.missing_of(ROLES),
            files: ROLES.into(),
            words: START.into(),
        }]
    }

    fn reads(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        self.reaches(board, storage, via)?;
        Err(words::unreadable(board))
    }

    /// No command of its client's has been seen to restart a board.
    fn restarts(&self) -> bool {
        false
    }

    fn place(
        &self,
        board: &'static Board,
        _: Storage,
        image: &DiskImage,
    ) -> Result<Placement, Problem> {
        match fastboot::is_disk(image.head()) {
            true => Err(words::is_disk(board, &image.name())),
            false => Ok(Placement { sector: 0, what: None }),
        }
    }

    fn open(
        &self,
        _: &'static Board,
        access: &Access,
        stop: &Stop,
    ) -> anyhow::Result<Box<dyn Conversation>> {
        Ok(Box::new(Talk::find(access, stop)?))
    }

    /// Instructions that do nothing, which is what a simulated board takes for a program.
    fn made_up(&self, _: &'static Board, role: Role) -> Option<Vec<u8>> {
        (role == Role::Program).then(|| [0x13, 0, 0, 0].repeat(256))
    }
}
