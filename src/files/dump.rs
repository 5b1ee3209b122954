//! Files for what boards send.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::Context;
use link::{IoError, Sink};

use super::output;

/// A file to be written, for what a board sends.
pub(crate) struct Dump {
    path: PathBuf,
    file: output::Output,
}

impl Dump {
    /// A file that appears when it is [finished](Self::finish); `-` is stdout.
    pub(crate) fn create(path: &Path) -> anyhow::Result<Self> {
        Ok(Self { path: path.into(), file: output::Output::create(path)? })
    }

    /// Makes sure that everything is written, and gives the file its name.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        self.file.finish()
    }
}

impl Sink for Dump {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        let written = self.file.write_all(data);
        written.map_err(|error| format!("{}: {error}", self.path.display()).into())
    }
}

/// Writes a file of these bytes.
pub(crate) fn save(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut file = output::Output::create(path)?;
    file.write_all(bytes).with_context(|| path.display().to_string())?;
    file.finish()
}
