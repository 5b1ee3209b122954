//! Amlogic's boards.

pub(crate) mod boot_loader_check;
pub(crate) mod burn_mode;
pub(crate) mod console;
mod conversation;
mod details;
mod identity;
pub mod made_up;
mod memory;
pub(crate) mod package;
pub(crate) mod partition;
mod reset;
pub(crate) mod stages;
mod target;

use amlogic::families::Family;

pub(crate) use details::Details;
pub(crate) use identity::{Identification, Program, chip_id_over_optimus};
pub(crate) use memory::Memory;
pub(crate) use reset::{Restart, restart};
pub(crate) use stages::Way;
pub(crate) use target::Target;

use crate::{
    boards::{Board, Chip, Protocol, Role, storage::Storage},
    failure::Problem,
    family::{Conversation, Driver, Identity, Placement, Stage, Via},
    files::disk_image::DiskImage,
    plan::{Artifacts, Start},
    session::{Access, UsbSession},
    transport::Stop,
};
use boot_loader_check::BootLoader;
use stages::Files;

/// Asks which program answers, on which SoC. Mask ROM, BL2 and U-Boot have the same ids: all of them know the one question.
pub fn identify(board: &mut UsbSession) -> anyhow::Result<Identity> {
    Ok(told(&Identification::ask(board)?))
}

/// The same in the words of every family.
pub(crate) fn told(seen: &Identification) -> Identity {
    let (stage, mode) = seen.running();
    let number = seen.stranger.map(|number| format!("{number:#04x}"));
    Identity {
        vendor: "Amlogic",
        stage,
        mode,
        socs: seen.families.iter().map(|family| family.name.to_owned()).collect(),
        number,
        chip_id: None,
        medium: None,
    }
}

/// The family's driver, for both of its protocols.
pub struct Amlogic;

impl Driver for Amlogic {
    fn reaches(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        via.require_direct(board)?;
        reaches(&board.name, storage)
    }

    fn judge(&self, board: &'static Board, files: &Artifacts) -> Result<(), Problem> {
        let roles = roles(board, files);
        match files.missing_of(&roles).is_empty() {
            true => boot_files(&roles, files).map_err(problem)?.check_family(family_of(board)?),
            false => Ok(()),
        }
    }

    fn starts(&self, board: &'static Board, files: &Artifacts) -> Vec<Start> {
        let roles = roles(board, files);
        vec![Start {
            from: vec![Stage::MaskRom, Stage::Bl2],
            to: Stage::Uboot,
            missing: files.missing_of(&roles),
            files: roles,
            words:
                "send the boot files, and wait until the vendor's U-Boot answers in its burn mode"
                    .into(),
        }]
    }

    fn place(
        &self,
        board: &'static Board,
        _: Storage,
        image: &DiskImage,
    ) -> Result<Placement, Problem> {
        match BootLoader::of(image, false) {
            None => Ok(Placement { sector: 0, what: None }),
            Some(loader) => {
                loader.check_family(family_of(board)?)?;
                Ok(loader.placement())
            }
        }
    }

    fn open(
        &self,
        board: &'static Board,
        access: &Access,
        stop: &Stop,
    ) -> anyhow::Result<Box<dyn Conversation>> {
        Ok(Box::new(conversation::Talk::open(board, access, stop)?))
    }

    fn made_up(&self, board: &'static Board, role: Role) -> Option<Vec<u8>> {
        made_up::file(board, role)
    }
}

/// Refuses a storage that the vendor's U-Boot does not reach sector by sector; `name` is what messages call the board.
pub(crate) fn reaches(name: &str, storage: Storage) -> Result<(), Problem> {
    let instead = match storage {
        Storage::Emmc => return Ok(()),
        Storage::Sd => "a card is written in a card reader of this computer",
        Storage::Nand | Storage::SpiNand => {
            "its partitions are written by their names (`racklet-flash amlogic partition write NAME FILE`), or all of \
             them from a burning package (`racklet-flash amlogic package flash FILE`)"
        }
        _ => "flash the eMMC, and write the rest from the system that starts from it",
    };
    Err(Problem::Refused(format!(
        "{storage} of {name} cannot be written as a disk: Amlogic's U-Boot reaches the eMMC over USB, and nothing else \
         sector by sector"
    ))
    .advised(instead))
}

/// The family of a board's SoC.
fn family_of(board: &Board) -> Result<&'static Family, Problem> {
    match board.chip() {
        Chip::Amlogic(family) => Ok(family),
        _ => Err(Problem::Refused(format!("{} has no SoC of Amlogic's", board.name))),
    }
}

/// The files that a board is brought up with. Older boards take one, or the two that it is made of: those that were named
/// come first.
fn roles(board: &Board, files: &Artifacts) -> Vec<Role> {
    const PAIR: [Role; 2] = [Role::Bl2, Role::Tpl];
    match board.protocol() {
        Some(Protocol::Adnl) => vec![Role::Bl2, Role::Uboot],
        _ => match files.first_of(&[Role::Fip, Role::Bl2, Role::Tpl]) {
            Some(role) if PAIR.contains(&role) => PAIR.into(),
            _ => vec![Role::Fip],
        },
    }
}

/// The files with those roles, which have to be sound.
fn boot_files(roles: &[Role], files: &Artifacts) -> anyhow::Result<Files> {
    let file = |role: &Role| {
        let file = files.require(*role)?;
        Ok((file.name.clone(), file.bytes.to_vec()))
    };
    Files::of(roles.iter().map(file).collect::<anyhow::Result<_>>()?, false)
}

/// What a plan says of files that are not sound.
fn problem(error: anyhow::Error) -> Problem {
    match error.downcast::<Problem>() {
        Ok(problem) => problem,
        Err(error) => Problem::of_input(&error),
    }
}
