//! `reset`.

use clap::ValueEnum;
use fastboot::wire::Reboot;
use serde_json::json;

use super::Context;
use crate::{family::fastboot::stages::restart, report::Answer};

/// What `fastboot reset --help` ends with.
pub(super) const RESET: &str = "\
A TH1520's mask ROM starts what was last sent to `ram`.

Examples:
  racklet-flash fastboot reset
  racklet-flash fastboot reset bootloader --virtual sipeed/licheepi-4a:mode=uboot";

/// Where a restart leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    /// To what is on storage
    #[default]
    Normal,
    /// To the boot loader, in fastboot again
    Bootloader,
    /// To the system's own fastboot, where it has one
    Fastboot,
    /// To the recovery system, where there is one
    Recovery,
}

impl What {
    pub(super) fn plan(self) -> &'static str {
        match self {
            Self::Normal => "restart the board",
            Self::Bootloader => "restart the board into its boot loader",
            Self::Fastboot => "restart the board into its system's fastboot",
            Self::Recovery => "restart the board into its recovery system",
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Bootloader => "bootloader",
            Self::Fastboot => "fastboot",
            Self::Recovery => "recovery",
        }
    }
}

impl From<What> for Reboot {
    fn from(what: What) -> Self {
        match what {
            What::Normal => Self::System,
            What::Bootloader => Self::Bootloader,
            What::Fastboot => Self::Fastboot,
            What::Recovery => Self::Recovery,
        }
    }
}

pub(super) fn run(what: What, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    restart(what.into(), context.board)?;
    Ok(Answer::new("", json!({"reset": what.code()})))
}
