//! `command` and `password`.

use std::path::Path;

use serde_json::json;

use super::Context;
use crate::{
    cli::lost::lost,
    failure::Problem,
    family::amlogic::console::{self, check_command},
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
    check_command(&who, text)?;
    if let Some(does) = lost(text) {
        context.confirm(&who, format!("{does} (`{text}`)"), |_| Ok(()))?;
    }
    let said = console::command(context.board, &who, text, context.report)?;
    Ok(Answer::new(&said, json!({"answer": said})))
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
    console::unlock(context.board, &who, password, context.report)?;
    Ok(Answer::new("unlocked until the next reset", json!({"lock": "unlocked"})))
}
