//! Looking at the board before anything else: before a long check of files, and in dry runs.

use link::Watch;

use super::Options;
use crate::{
    family,
    report::Report,
    session::{Access, Opened},
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
        Err(error) if options.dry_run && Missing::is_reason(&error) => {
            absent(&error.to_string(), report)
        }
        opened => opened.map(Some),
    }
}

/// Opens the board that a command is for.
pub(super) fn awaited(
    access: &Access,
    fits: fn(u16, u16) -> bool,
    (stop, report): (&Stop, &mut Report),
) -> anyhow::Result<Opened> {
    access.announce(report);
    family::open(access, fits, stop)
}
