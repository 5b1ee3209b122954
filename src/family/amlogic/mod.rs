//! Amlogic's boards.

mod identity;

pub(crate) use identity::{Identification, Program};

use crate::{
    family::{Identity, Stage},
    session::UsbSession,
};

/// Asks which program answers, on which SoC. Mask ROM, BL2 and U-Boot have the same ids: all of them know the one question.
pub fn identify(board: &mut UsbSession) -> anyhow::Result<Identity> {
    Ok(told(&Identification::ask(board)?))
}

/// The same in the words of every family.
pub(crate) fn told(seen: &Identification) -> Identity {
    let stage = match seen.mode() {
        "mask ROM, locked" => Stage::Locked,
        "mask ROM" => Stage::MaskRom,
        "BL2" | "BL2E" => Stage::Bl2,
        "U-Boot (burn mode)" => Stage::Uboot,
        _ => Stage::Unknown,
    };
    let number = seen.stranger.map(|number| format!("{number:#04x}"));
    Identity {
        vendor: "Amlogic",
        stage,
        mode: seen.mode(),
        socs: seen.families.iter().map(|family| family.name.to_owned()).collect(),
        number,
        chip_id: None,
        medium: None,
    }
}
