//! Commands for the vendor's U-Boot, and the mask ROM's password.

use amlogic::{
    adnl::host::Adnl,
    optimus::{
        host::{Optimus, Patience},
        wire::Lock,
    },
};
use link::{StepId, Watch};

use super::{Identification, Program, burn_mode::takes_commands};
use crate::{failure::Problem, session::UsbSession};

/// Refuses a command that the board would not carry out as it is.
pub(crate) fn check_command(who: &Identification, text: &str) -> anyhow::Result<()> {
    let Program::Adnl(identify) = who.program else { return Ok(()) };
    takes_commands(identify)?;
    // U-Boot drops what follows a semicolon, and does not say so.
    match text.contains(';') {
        false => Ok(()),
        true => Err(Problem::Usage(
            "this board's U-Boot carries out what is before the first `;` and drops the rest: one command at a time".into(),
        )
        .into()),
    }
}

/// Has U-Boot carry out a command; what it answers.
pub(crate) fn command(
    board: &mut UsbSession,
    who: &Identification,
    text: &str,
    watch: &mut dyn Watch,
) -> anyhow::Result<String> {
    check_command(who, text)?;
    watch.step(StepId::COMMAND, text, 0);
    let said = match who.program {
        Program::Optimus(_) => Optimus::new(&mut board.link).command(text, Patience::LONG)?,
        Program::Adnl(_) => Adnl::new(&mut board.link).oem(text)?,
    };
    Ok(said.trim_matches(|c: char| c == ':' || c.is_whitespace()).to_owned())
}

/// Unlocks the mask ROM until its next reset.
pub(crate) fn unlock(
    board: &mut UsbSession,
    who: &Identification,
    password: &[u8],
    watch: &mut dyn Watch,
) -> anyhow::Result<()> {
    let Program::Optimus(identity) = who.program else {
        let text = "passwords cannot be sent over this protocol";
        let advice = "try the vendor's U-Boot, instead of the mask ROM (`racklet-flash boards BOARD` says how)";
        return Err(Problem::Refused(text.into()).advised(advice).into());
    };
    if identity.lock == Lock::Unlocked {
        watch.note("the mask ROM has its password already");
    }
    Optimus::new(&mut board.link).unlock(password)?;
    Ok(())
}
