//! Looking at the board before anything else: before a long check of files, and in dry runs.

use ::link::Watch;

use super::Options;
use crate::{
    family,
    report::Report,
    session::Opened,
    transport::{Missing, Stop},
};

/// Opens the board to look at it. A dry run does without one where none is there; a recording is not asked by it.
pub(super) fn open(
    options: &Options,
    fits: fn(u16, u16) -> bool,
    (stop, report): (&Stop, &mut Report),
) -> anyhow::Result<Option<Opened>> {
    let access = options.access();
    let mut absent = |why: &str| {
        report.note(&format!("no board was looked at: {why}"));
        Ok(None)
    };
    if options.dry_run && !access.answers() {
        return absent("a recording answers only what it was asked");
    }
    match family::open(&access, fits, stop) {
        Err(error) if options.dry_run && is_absent(&error) => absent(&error.to_string()),
        opened => opened.map(Some),
    }
}

/// Whether an error says that no board is there.
pub(super) fn is_absent(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(Missing::Nothing { .. } | Missing::Unlisted(_)))
}
