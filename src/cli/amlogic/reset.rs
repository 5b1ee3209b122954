//! `reset`.

use std::time::Duration;

use amlogic::adnl::wire::Reboot;
use clap::ValueEnum;
use link::Watch;
use serde_json::json;

use super::{Context, Identification, console};
use crate::{failure::Problem, family::amlogic::Program, report::Answer, session::is_amlogic};

/// How long a board may take until its mask ROM is there: 6 s were seen.
const RESTART: Duration = Duration::from_secs(15);

/// Where a restart leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum What {
    /// To what is on storage
    #[default]
    Normal,
    /// To the mask ROM, whatever is on storage
    Rom,
    /// Off (before the S905X4)
    PowerOff,
}

impl What {
    pub(super) fn plan(self) -> String {
        match self {
            Self::Normal => "restart the board".into(),
            Self::Rom => "restart the board into its mask ROM, and ask it who it is".into(),
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
    match who.program {
        Program::Optimus(_) => optimus(what, context)?,
        Program::Adnl(identify) => {
            console::takes_commands(identify)?;
            adnl(what, context)?;
        }
    }
    if what == What::Rom {
        context.board.reconnect(is_amlogic, RESTART, context.stop)?;
        let who = Identification::ask(context.board)?;
        context.report.note(&format!("the board is in: {}", who.mode()));
        if !who.is_rom() {
            let text = format!("the board restarted, and is not in its mask ROM: {}", who.mode());
            return Err(anyhow::Error::msg(text));
        }
    }
    Ok(Answer::new("", json!({"reset": what.code()})))
}

fn optimus(what: What, context: &mut Context<'_>) -> Result<(), amlogic::optimus::host::Error> {
    let mut soc = context.optimus();
    match what {
        What::Normal => soc.reset(),
        What::Rom => soc.next_reset_to_rom().and_then(|()| soc.reset()),
        What::PowerOff => soc.power_off(),
    }
}

fn adnl(what: What, context: &mut Context<'_>) -> anyhow::Result<()> {
    let kind = match what {
        What::Normal => Reboot::Normal,
        What::Rom => Reboot::Rom,
        What::PowerOff => {
            let text = "this protocol has no request that switches a board off";
            return Err(Problem::Refused(text.into()).into());
        }
    };
    Ok(context.adnl().reboot(kind)?)
}
