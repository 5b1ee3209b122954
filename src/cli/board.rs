//! `boards` and `virtual list`.

mod card;
mod commands;
mod fields;
mod lines;

use std::path::Path;

use link::{Foreign, Watch};
use serde_json::{Value, json};

use crate::{
    boards::{self, Board, Invalid},
    exit::Exit,
    report::{Answer, Report},
    virt,
};

/// What `boards --help` ends with.
pub(super) const EXAMPLES: &str = "\
Examples:
  racklet-flash boards rock-5b
  racklet-flash boards --check my-board.toml";

/// `boards [BOARD]` and `boards --check FILE`.
///
/// # Errors
///
/// No board or several are called so; the file is not sound.
pub(super) fn run(
    name: Option<&str>,
    check: Option<&Path>,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    if let Some(file) = check {
        return Ok(checked(&boards::check(file)?));
    }
    let Some(name) = name else { return Ok(table(report)) };
    let board = boards::find(name)?;
    note_invalid(report);
    Ok(Answer::new(card::text(board), fields::of(board)))
}

/// Tells of users' files that are not sound: their boards are left out, and all others work.
pub(super) fn note_invalid(report: &mut Report) {
    for invalid in boards::invalid() {
        report.note(&format!("this board's file is left out: {invalid}"));
    }
}

fn checked(board: &Board) -> Answer {
    let text = format!("{} is sound: {}", board.name, board.title);
    Answer::new(text, json!({"name": board.name, "title": board.title, "sound": true}))
}

/// Every board; the exit code tells whether a user's file is not sound.
fn table(report: &mut Report) -> Answer {
    let invalid = boards::invalid();
    note_invalid(report);
    let lines = boards::all().iter().map(line);
    let heading = format!("{:26} {:8} {:34} FLASHABLE", "BOARD", "SOC", "TITLE");
    let text = std::iter::once(heading).chain(lines).collect::<Vec<_>>().join("\n");
    let names: Vec<_> = boards::all().iter().map(row).collect();
    let answer = Answer::new(
        text,
        json!({"boards": names, "invalid": invalid.iter().map(flaws).collect::<Vec<_>>()}),
    );
    if invalid.is_empty() { answer } else { answer.exits(Exit::BadInput) }
}

fn line(board: &Board) -> String {
    let flashable = if board.is_flashable().is_ok() { "yes" } else { "not yet" };
    format!("{:26} {:8} {:34} {flashable}", board.name, board.soc, board.title)
}

fn row(board: &Board) -> Value {
    json!({
        "name": board.name, "soc": board.soc, "title": board.title,
        "flashable": board.is_flashable().is_ok(),
    })
}

fn flaws(invalid: &Invalid) -> Value {
    let flaw = |flaw: &boards::Flaw| json!({"line": flaw.line, "message": flaw.text});
    json!({
        "file": invalid.path.display().to_string(), "name": invalid.name,
        "flaws": invalid.flaws.iter().map(flaw).collect::<Vec<_>>(),
    })
}

/// What carries a virtual board.
fn carriers(board: &Board) -> String {
    match (board.profile(), &board.qemu) {
        _ if board.is_serial() => "serial line".into(),
        (Some(profile), _) => format!("profile={profile}"),
        (None, Some(_)) => "engine=memory, engine=qemu".into(),
        (None, None) => "engine=memory".into(),
    }
}

pub(super) fn virtual_list() -> Answer {
    let boards = || boards::all().iter().filter(|board| board.is_virtual());
    let line = |board: &Board| format!("{:26} {}", Foreign(&board.name), carriers(board));
    let fields =
        |board: &Board| json!({"name": board.name, "qemu": board.qemu, "profile": board.profile()});
    let names: Vec<_> = boards().map(fields).collect();
    let options = virt::options();
    let lines: Vec<_> = boards().map(line).collect();
    Answer::new(
        format!("{}\n\n{}\n\n{}", lines.join("\n"), options, virt::SERIAL_OPTIONS),
        json!({"boards": names, "options": options, "serial_options": virt::SERIAL_OPTIONS}),
    )
}
