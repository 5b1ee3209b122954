//! Allwinner's boards.

mod console;
mod conversation;
mod device;
mod efuses;
mod made_up;
mod memory;
mod places;
mod recovery;
mod stages;
mod target;
mod words;

use fel::{
    host::{Cause, Fel},
    wire::Mode,
};

pub(crate) use device::{Device, port, reaches, storages};
pub use efuses::{Efuses, efuses};
pub(crate) use memory::write;
pub(crate) use recovery::Recovery;
pub use stages::{Started, boot, unknown};
pub(crate) use target::{OpenDisk, Target};
pub(crate) use words::starts;

use crate::{
    boards::{Board, Role, storage::Storage},
    failure::Problem,
    family::{Conversation, Driver, Identity, Placement, Stage, Via, uboot},
    files::disk_image::DiskImage,
    plan::{Artifacts, Start},
    session::{Access, UsbSession},
    transport::Stop,
};

/// The family's driver: an agent in SRAM reaches cards, eMMCs and SPI flash; U-Boot, started from memory, the rest over its network.
pub struct Allwinner;

impl Driver for Allwinner {
    fn reaches(&self, board: &'static Board, storage: Storage, via: Via) -> Result<(), Problem> {
        match via {
            Via::Ethernet => {
                self.recovers(board)?;
                uboot::require_storage(&board.name, storage)
            }
            Via::Disk => via.require_direct(board),
            _ if words::reaches(board, storage) => Ok(()),
            _ => Err(words::out_of_reach(board, storage)),
        }
    }

    /// Boot ROMs stay at full speed.
    fn is_slow(&self) -> bool {
        true
    }

    /// The agent in SRAM needs none.
    fn needs_start(&self, via: Via) -> bool {
        via == Via::Ethernet
    }

    fn recovers(&self, board: &'static Board) -> Result<(), Problem> {
        match board.chip().fel() {
            Some(chip) if !starts(chip) => Err(words::no_boot_loader(board)),
            _ => Ok(()),
        }
    }

    fn judge(&self, board: &'static Board, files: &Artifacts) -> Result<(), Problem> {
        match (files.get(Role::Uboot), board.chip().fel()) {
            (Some(file), Some(chip)) => stages::check(chip, &file.name, &file.bytes),
            _ => Ok(()),
        }
    }

    fn starts(&self, _: &'static Board, files: &Artifacts) -> Vec<Start> {
        vec![Start {
            from: vec![Stage::MaskRom],
            to: Stage::Uboot,
            missing: files.missing_of(&[Role::Uboot]),
            files: vec![Role::Uboot],
            words: "run the SPL in the board's SRAM, load U-Boot after it and start that: the board leaves FEL".into(),
        }]
    }

    fn place(
        &self,
        _: &'static Board,
        storage: Storage,
        image: &DiskImage,
    ) -> Result<Placement, Problem> {
        if !places::is_spl(image.head()) {
            return Ok(Placement { sector: 0, what: None });
        }
        let sector = places::places(storage)[0];
        Ok(Placement { sector, what: Some("a boot loader (SPL)".into()) })
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
        let chip = board.chip().fel().filter(|_| role == Role::Uboot)?;
        Some(made_up::uboot(chip))
    }
}

/// Asks which program answers, on which SoC.
pub fn identify(board: &mut UsbSession) -> anyhow::Result<Identity> {
    let told = |stage, mode, soc: Option<String>, number| Identity {
        vendor: "Allwinner",
        stage,
        mode,
        socs: soc.into_iter().collect(),
        number,
        chip_id: None,
        medium: None,
    };
    match Fel::open(&mut board.link) {
        Ok(fel) => {
            let soc = fel.chip().ok().map(|chip| chip.name.to_owned());
            let number = soc.is_none().then(|| format!("id {:#06x}", fel.version().soc()));
            Ok(told(Stage::MaskRom, "FEL (mask ROM)", soc, number))
        }
        Err(error) if matches!(error.cause, Cause::NotFel(Mode::FES)) => {
            Ok(told(Stage::Fes, "FES (vendor's boot loader)", None, None))
        }
        Err(error) => Err(error.into()),
    }
}
