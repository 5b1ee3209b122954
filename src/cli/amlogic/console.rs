//! `command` and `password`.

use std::path::Path;

use amlogic::optimus::{host::Patience, wire::Lock};
use link::{StepId, Watch};
use serde_json::json;

use super::Context;
use crate::{
    cli::lost::lost,
    failure::Problem,
    family::amlogic::{Program, burn_mode::takes_commands},
    files::read_image,
    report::Answer,
};

/// A command for U-Boot: one line of plain text.
pub(super) fn line(words: &[String]) -> Result<String, Problem> {
    let text = words.join(" ");
    let plain = |byte: u8| byte == b' ' || byte.is_ascii_graphic();
    match !text.trim().is_empty() && text.bytes().all(plain) {
        true => Ok(text),
        false => Err(Problem::Usage("a command for U-Boot is one line of plain text".into())),
    }
}

/// Has U-Boot carry out a command of its own.
pub(super) fn command(text: &str, context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let who = context.who()?;
    if let Program::Adnl(identify) = who.program {
        takes_commands(identify)?;
        is_one(text)?;
    }
    if let Some(does) = lost(text) {
        context.confirm(&who, format!("{does} (`{text}`)"), |_| Ok(()))?;
    }
    let said = match who.program {
        Program::Optimus(_) => {
            context.report.step(StepId::COMMAND, text, 0);
            context.optimus().command(text, Patience::LONG)?
        }
        Program::Adnl(_) => {
            context.report.step(StepId::COMMAND, text, 0);
            context.adnl().oem(text)?
        }
    };
    let said = said.trim_matches(|c: char| c == ':' || c.is_whitespace());
    Ok(Answer::new(said, json!({"answer": said})))
}

/// Over ADNL what stands behind a semicolon is not carried out, and U-Boot does not say so.
fn is_one(text: &str) -> Result<(), Problem> {
    match text.contains(';') {
        false => Ok(()),
        true => Err(Problem::Usage(
            "this board's U-Boot carries out what is before the first `;` and drops the rest: one command at a time".into(),
        )),
    }
}

/// Reads a password's bytes as they are.
pub(super) fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    let bytes = read_image(path)?;
    if (1..=64).contains(&bytes.len()) {
        return Ok(bytes);
    }
    let text =
        format!("{}: a password has 1 to 64 bytes, this file has {}", path.display(), bytes.len());
    Err(Problem::BadInput(text).into())
}

/// Unlocks the mask ROM until its next reset.
pub(super) fn unlock(password: &[u8], context: &mut Context<'_>) -> anyhow::Result<Answer> {
    let who = context.who()?;
    let Program::Optimus(identity) = who.program else {
        let text = "how passwords are told over this protocol is not known here";
        return Err(Problem::Refused(text.into()).into());
    };
    if identity.lock == Lock::Unlocked {
        context.report.note("the mask ROM has its password already");
    }
    context.optimus().unlock(password)?;
    Ok(Answer::new("unlocked until the next reset", json!({"lock": "unlocked"})))
}
