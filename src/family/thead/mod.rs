//! T-Head's TH1520, over its serial line: the vendor's image writer, which the mask ROM starts, writes SPI flash.

mod conversation;
mod target;
mod words;

use super::{Conversation, Driver, Placement, Stage, Via, fastboot};
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

/// What a plan says of the way to the image writer.
const START: &str = "wait until the board is powered on, send the image writer to its mask ROM, have it summed, and start it";

/// The program that writes flash.
const ROLES: &[Role] = &[Role::Program];

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
            Some(file) if file.bytes.len() < 2 => Err(words::no_writer(&file.name)),
            _ => Ok(()),
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
        Ok(Box::new(conversation::Talk::find(access, stop)?))
    }

    /// Instructions that do nothing, which is what a simulated board takes for a program.
    fn made_up(&self, _: &'static Board, role: Role) -> Option<Vec<u8>> {
        (role == Role::Program).then(|| [0x13, 0, 0, 0].repeat(256))
    }
}
