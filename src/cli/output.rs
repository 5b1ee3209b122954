//! Files that a command makes of what a board sends.

use std::path::Path;

use crate::{
    failure::Problem,
    files::{Backup, Dump, output::is_stdout},
    report::Report,
};

/// A file for what a board sends. Refuses stdout where that is for JSON: a script could not tell the two apart.
pub(super) fn create(path: &Path, report: &Report) -> anyhow::Result<Dump> {
    require_named(path, report)?;
    Dump::create(path)
}

/// A file for a whole storage, with its sum beside it. Refuses stdout where that is for JSON.
pub(super) fn backup(path: &Path, report: &Report) -> anyhow::Result<Backup> {
    require_named(path, report)?;
    Backup::create(path)
}

fn require_named(path: &Path, report: &Report) -> Result<(), Problem> {
    if report.style().json && is_stdout(path) {
        let text = "with --json nothing but JSON goes to stdout: the file needs a name";
        return Err(Problem::Usage(text.into()));
    }
    Ok(())
}
