//! `reset`.

use clap::ValueEnum;
use serde_json::json;

use super::Context;
use crate::{
    family::amlogic::{Restart, restart},
    report::Answer,
};

/// What `amlogic reset --help` ends with.
pub(super) const RESET: &str = "\
Examples:
  racklet-flash amlogic reset
  racklet-flash amlogic reset rom --virtual khadas/vim1:mode=uboot";

/// Where a restart leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    /// To what is on storage
    #[default]
    Normal,
    /// To the mask ROM, whatever is on storage
    #[value(alias = "romusb")]
    Rom,
    /// Off (before the S905X4)
    PowerOff,
}

impl From<What> for Restart {
    fn from(what: What) -> Self {
        match what {
            What::Normal => Self::Normal,
            What::Rom => Self::Rom,
            What::PowerOff => Self::PowerOff,
        }
    }
}

impl What {
    pub(super) fn plan(self) -> String {
        match self {
            Self::Normal => "restart the board".into(),
            Self::Rom => "restart the board into its mask ROM, and wait for it".into(),
            Self::PowerOff => "switch the board off".into(),
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Rom => "rom",
            Self::PowerOff => "power-off",
        }
    }
}

pub(super) fn run(what: What, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let who = context.who()?;
    let Context { board, report, stop, .. } = context;
    restart(what.into(), &who, board, stop, *report)?;
    Ok(Answer::new("", json!({"reset": what.code()})))
}
