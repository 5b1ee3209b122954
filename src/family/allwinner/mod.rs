//! Allwinner's boards.

use fel::{
    host::{Cause, Fel},
    wire::Mode,
};

use crate::{
    family::{Identity, Stage},
    session::UsbSession,
};

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
