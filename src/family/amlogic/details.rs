//! What a board tells beside its stage and SoC.

use amlogic::{
    adnl::host::Adnl,
    families::{Family, Fuse},
    optimus::{
        self,
        host::Optimus,
        wire::{Lock, Stage},
    },
};

use super::{Identification, Program, chip_id_over_optimus};
use crate::session::UsbSession;

/// What else a board tells; `None`: this stage does not tell it.
#[derive(Default)]
pub(crate) struct Details {
    /// The number of this very chip.
    pub(crate) chip_id: Option<String>,
    /// Whether the board starts only what its maker signed.
    pub(crate) secure: Option<bool>,
    /// U-Boot's version.
    pub(crate) uboot: Option<String>,
}

impl Details {
    /// Asks: questions that change nothing.
    pub(crate) fn ask(board: &mut UsbSession, who: &Identification) -> anyhow::Result<Self> {
        match who.program {
            Program::Adnl(_) => {
                let survey = Adnl::new(&mut board.link).survey()?;
                let (chip_id, secure, uboot) = (survey.serial, survey.secure, survey.version);
                Ok(Self { chip_id, secure, uboot })
            }
            // A locked mask ROM refuses whatever it is asked.
            Program::Optimus(identity) if identity.lock == Lock::Locked => Ok(Self::default()),
            Program::Optimus(_) => Ok(over_optimus(&mut Optimus::new(&mut board.link), who)?),
        }
    }
}

fn over_optimus(
    soc: &mut Optimus<'_>,
    who: &Identification,
) -> Result<Details, optimus::host::Error> {
    let chip_id = chip_id_over_optimus(soc)?;
    Ok(Details { chip_id, secure: secure(soc, who)?, uboot: None })
}

/// Whether a board starts only what its maker signed, where its mask ROM lets that be read.
pub(super) fn is_secure(board: &mut UsbSession, who: &Identification) -> anyhow::Result<bool> {
    match who.program {
        Program::Optimus(_) => Ok(secure(&mut Optimus::new(&mut board.link), who)? == Some(true)),
        Program::Adnl(_) => Ok(false),
    }
}

/// Later stages may keep the registers out of reach.
fn secure(
    soc: &mut Optimus<'_>,
    who: &Identification,
) -> Result<Option<bool>, optimus::host::Error> {
    let rom = matches!(who.program, Program::Optimus(identity) if identity.stage == Stage::Rom);
    match fuse(&who.families).filter(|_| rom) {
        Some(fuse) => soc.is_secure(fuse),
        None => Ok(None),
    }
}

/// Where secure boot shows, if all the families that a board may be of have it at the same place.
fn fuse(families: &[&'static Family]) -> Option<Fuse> {
    let first = families.first()?.fuse;
    first.filter(|_| families.iter().all(|family| family.fuse == first))
}
