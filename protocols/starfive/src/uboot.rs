//! U-Boot for the SPL: what a JH7110 board can start, told before anything is sent.

use core::fmt;

use fit::{Arch, Configuration, Fit, FitError, Program};

use crate::{chips::Chip, image::foreign};

/// Why a file is no U-Boot for the SoC's SPL.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UbootError {
    /// It does not begin like a FIT image. What it is, where that is known.
    NoFit(Option<&'static str>),
    /// It is no FIT image that the SPL can start.
    Fit(FitError),
}

impl fmt::Display for UbootError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFit(None) => f.write_str("this is no FIT image such as u-boot.itb"),
            Self::NoFit(Some(what)) => {
                write!(f, "this is {what}, not a FIT image such as u-boot.itb")
            }
            Self::Fit(error) => write!(f, "no U-Boot that the SPL can start: {error}"),
        }
    }
}

impl core::error::Error for UbootError {}

impl From<FitError> for UbootError {
    fn from(error: FitError) -> Self {
        Self::Fit(error)
    }
}

/// Checks all of a FIT: its structure, every hash, and that a board with `chip` could start each configuration, for only
/// the board knows which one its SPL chooses (by the product name in its EEPROM).
///
/// # Errors
/// When the SPL would stop, or would start something that cannot run.
pub fn check<'a>(chip: &Chip, file: &'a [u8]) -> Result<Fit<'a>, UbootError> {
    if !file.starts_with(&fit::MAGIC) {
        return Err(UbootError::NoFit(foreign(file)));
    }
    let fit = Fit::parse(file)?;
    if !fit.configurations().iter().any(|one| is_named_for(chip, one)) {
        // A board that no configuration is for takes the default.
        fit.choose(Some(chip.name))?;
    }
    for configuration in fit.configurations() {
        if configuration.description.is_none() {
            // The SPL's search ends there.
            let node = configuration.name.into();
            return Err(FitError::Missing { node, what: "description" }.into());
        }
        program(chip, &fit, configuration)?;
    }
    Ok(fit)
}

/// What the SPL loads for a configuration, if a board with `chip` can start it.
///
/// # Errors
/// As [`check`], for this configuration.
pub fn program<'a>(
    chip: &Chip,
    fit: &Fit<'a>,
    configuration: &Configuration<'a>,
) -> Result<Program<'a>, FitError> {
    let program = fit.program(configuration)?;
    program.suits(Arch::RiscV, &chip.memory)?;
    Ok(program)
}

/// Mainline's descriptions are device tree names: `starfive/jh7110-starfive-visionfive-2-v1.3b`.
fn is_named_for(chip: &Chip, configuration: &Configuration<'_>) -> bool {
    let name = chip.name.to_ascii_lowercase();
    configuration.description.is_some_and(|description| description.contains(&name))
}
