//! Restarting a board.

use std::time::Duration;

use amlogic::{
    adnl::{host::Adnl, wire::Reboot},
    optimus::host::{self, Optimus},
};
use link::Watch;

use super::{Identification, Program, burn_mode::takes_commands};
use crate::{
    failure::Problem,
    session::{Awaited, UsbSession, is_amlogic},
    transport::Stop,
};

/// How long a board may take until its mask ROM is there: 6 s were seen.
const RESTART: Duration = Duration::from_secs(15);

/// Where a restart leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Restart {
    /// To what is on storage.
    Normal,
    /// To the mask ROM, whatever is on storage.
    Rom,
    /// Off (before the S905X4).
    PowerOff,
}

/// Restarts a board. Where that leads to its mask ROM, waits for that and asks it to identify itself.
pub(crate) fn restart(
    what: Restart,
    who: &Identification,
    board: &mut UsbSession,
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<()> {
    match who.program {
        Program::Optimus(_) => optimus(what, board)?,
        Program::Adnl(identify) => {
            takes_commands(identify)?;
            adnl(what, board)?;
        }
    }
    match what {
        Restart::Rom => arrive(board, stop, watch),
        Restart::Normal | Restart::PowerOff => Ok(()),
    }
}

/// Waits for the mask ROM.
fn arrive(board: &mut UsbSession, stop: &Stop, watch: &mut dyn Watch) -> anyhow::Result<()> {
    let next = Awaited { what: "the mask ROM", fits: is_amlogic, limit: RESTART };
    board.reconnect(&next, stop, watch)?;
    let who = Identification::ask(board)?;
    watch.note(&format!("the board is in: {}", who.mode()));
    match who.is_rom() {
        true => Ok(()),
        false => {
            let text = format!("the board restarted, and is not in its mask ROM: {}", who.mode());
            Err(anyhow::Error::msg(text))
        }
    }
}

fn optimus(what: Restart, board: &mut UsbSession) -> Result<(), host::Error> {
    let mut soc = Optimus::new(&mut board.link);
    match what {
        Restart::Normal => soc.reset(),
        Restart::Rom => soc.next_reset_to_rom().and_then(|()| soc.reset()),
        Restart::PowerOff => soc.power_off(),
    }
}

fn adnl(what: Restart, board: &mut UsbSession) -> anyhow::Result<()> {
    let kind = match what {
        Restart::Normal => Reboot::Normal,
        Restart::Rom => Reboot::Rom,
        Restart::PowerOff => {
            let text = "this protocol has no request that switches a board off";
            return Err(Problem::Refused(text.into()).into());
        }
    };
    Ok(Adnl::new(&mut board.link).reboot(kind)?)
}
