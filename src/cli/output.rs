//! Files that a command makes of what a board sends.

use std::path::Path;

use crate::{
    failure::Problem,
    files::{Dump, output::is_stdout},
    report::Report,
};

/// A file for what a board sends. Refuses stdout where that is for JSON: a script could not tell the two apart.
pub(super) fn create(path: &Path, report: &Report) -> anyhow::Result<Dump> {
    if report.style().json && is_stdout(path) {
        let text = "with --json nothing but JSON goes to stdout: the file needs a name";
        return Err(Problem::Usage(text.into()).into());
    }
    Dump::create(path)
}
