//! From FEL to a U-Boot that runs from memory.

use fel::{
    chips::{Chip, Claim},
    host::{Error, Fel, Plan, Upload},
    image::Image,
};
use link::{Verified, Watch};

use crate::failure::Problem;

/// What was run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Started {
    /// What is known of what was written to memory.
    pub known: Verified,
    /// The SoC.
    pub soc: &'static str,
    /// Bytes of the SPL.
    pub spl: usize,
    /// Where U-Boot was started; `None`: the SPL alone ran.
    pub entry: Option<u32>,
}

impl Started {
    /// It in words.
    pub fn words(&self) -> String {
        match self.entry {
            Some(entry) => format!("U-Boot was started on the {} at {entry:#010x}", self.soc),
            None => format!("the SPL ran on the {} and is back in FEL", self.soc),
        }
    }
}

/// Runs an SPL, and where `start` is set loads the U-Boot after it and starts that, as `plan` says: the board then leaves
/// FEL.
pub fn boot(
    fel: &mut Fel<'_>,
    image: &Image<'_>,
    plan: &Plan<'_>,
    uploads: &mut [Upload<'_>],
    start: bool,
    watch: &mut dyn Watch,
) -> Result<Started, Error> {
    fel.ready()?;
    let known = fel.boot(plan, uploads, watch)?;
    let entry = image.program.as_ref().filter(|_| start).map(|program| program.entry);
    Ok(Started { known, soc: fel.chip()?.name, spl: image.spl.bytes().len(), entry })
}

/// What is to be known of an SPL whose device tree names a SoC that is not in the table: its family alone was compared.
/// New SoCs have new names, so that it is not refused.
pub fn unknown(chip: &Chip, image: &Image<'_>) -> Option<String> {
    let dt_name = image.spl.dt_name()?;
    let is_known = Claim::of(dt_name).is_some_and(|claim| claim.soc.is_some());
    let soc = chip.name;
    (!is_known).then(|| {
        format!("whether the SPL is for the {soc} is unknown: no SoC is known by the name of its device tree ({dt_name})")
    })
}

/// Makes sure that a file has an SPL and a U-Boot that can be started on a SoC. Nothing is sent.
pub(super) fn check(chip: &'static Chip, name: &str, file: &[u8]) -> Result<(), Problem> {
    let image =
        Image::parse(file).map_err(|error| Problem::BadInput(format!("{name}: {error}")))?;
    match Plan::new(chip, &image, &[], true) {
        Ok(_) => Ok(()),
        Err(error) => Err(Problem::Refused(format!("{name}: {}", error.cause))),
    }
}
