//! Looking at the board before anything else: before a long check of files, and in dry runs.

use ::link::Watch;

use super::Options;
use crate::{
    family,
    report::Report,
    session::{Access, Opened, Way},
    transport::{Missing, Stop},
};

/// Opens the board to look at it. A dry run does without one where none is there; a recording is not asked by it.
pub(super) fn open(
    options: &Options,
    fits: fn(u16, u16) -> bool,
    (stop, report): (&Stop, &mut Report),
) -> anyhow::Result<Option<Opened>> {
    let access = options.access();
    let absent = |why: &str, report: &mut Report| {
        report.note(&format!("no board was checked: {why}"));
        Ok(None)
    };
    if options.dry_run && !access.answers() {
        return absent("a recording answers only what it was asked", report);
    }
    match awaited(&access, fits, (stop, report)) {
        Err(error) if options.dry_run && is_absent(&error) => absent(&error.to_string(), report),
        opened => opened.map(Some),
    }
}

/// Opens the board that a command is for.
pub(super) fn awaited(
    access: &Access,
    fits: fn(u16, u16) -> bool,
    (stop, report): (&Stop, &mut Report),
) -> anyhow::Result<Opened> {
    await_board(access, report);
    family::open(access, fits, stop)
}

/// Says that a board is waited for, where it may take its time.
pub(super) fn await_board(access: &Access, report: &mut Report) {
    if let (Way::Real, Some(limit)) = (&access.way, access.wait) {
        let at = access.port.as_ref().map(|port| format!(" at {port}")).unwrap_or_default();
        report.wait(&format!("a board{at}"), limit);
    }
}

/// Whether an error says that no board is there.
pub(super) fn is_absent(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(Missing::Nothing { .. } | Missing::Unlisted(_)))
}
