//! Files that users name: read at any place, never held in memory whole; `-` is stdin, of limited length, or stdout.

use std::{
    fmt::Display,
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::Context;
use link::{IoError, Sink, Source, Watch};

use crate::{
    failure::Problem,
    file::{self, Changed, Regular},
    output,
    report::Report,
    transport::Stop,
};

/// The most that a file for a board's memory may have that is read whole (SPL, U-Boot, loader, recipe): far above any, far
/// below what would hurt.
const IMAGE_LIMIT: u64 = 64 << 20;

/// The most that stdin may have where it is read whole. More has to be in a file, of which only parts are in memory.
const STDIN_LIMIT: u64 = 256 << 20;

/// The most that a recording may have: those of a whole flash have only sums of its data.
const RECORDING_LIMIT: u64 = 256 << 20;

/// A file to be sent.
pub(super) enum Input {
    /// One that is the same from its first byte to its last.
    File(Regular),
    /// Stdin has no places, so it is read whole.
    Bytes(Vec<u8>),
}

impl Input {
    pub(super) fn open(path: &Path) -> Result<Self, Problem> {
        if path == Path::new("-") {
            return Ok(Self::Bytes(file::read_stdin(STDIN_LIMIT)?));
        }
        Ok(Self::File(Regular::open(path)?))
    }
}

impl Source for Input {
    fn size(&self) -> u64 {
        match self {
            Self::File(file) => file.length(),
            Self::Bytes(bytes) => bytes.len() as u64,
        }
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        match self {
            Self::File(file) => file.read_exact_at(buf, offset).map_err(changed),
            Self::Bytes(bytes) => bytes.as_slice().read_at(offset, buf),
        }
    }
}

/// An error of a file, as what it is: where the file changed, that decides about the exit code.
fn changed(error: io::Error) -> IoError {
    if error.get_ref().is_some_and(|inner| inner.is::<Changed>()) {
        return Box::new(Changed);
    }
    error.into()
}

/// A source that tells how much of it is read, and ends when the user has had enough.
pub(super) struct Watched<'s> {
    pub(super) source: &'s mut dyn Source,
    pub(super) watch: &'s mut dyn Watch,
    pub(super) stop: &'s Stop,
}

impl Source for Watched<'_> {
    fn size(&self) -> u64 {
        self.source.size()
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        if self.stop.asked() {
            return Err(Problem::Interrupted.into());
        }
        self.watch.advance(buf.len() as u64);
        self.source.read_at(offset, buf)
    }
}

/// Reads a file through in whatever way `check` does, and says what is wrong with it. A wish to stop is nothing wrong.
pub(super) fn through<T, E: Display>(
    path: &Path,
    input: &mut Input,
    stop: &Stop,
    watch: &mut dyn Watch,
    check: impl FnOnce(&mut dyn Source) -> Result<T, E>,
) -> Result<T, Problem> {
    match check(&mut Watched { source: input, watch, stop }) {
        Err(_) if stop.asked() => Err(Problem::Interrupted),
        other => other.map_err(|error| bad(path, error)),
    }
}

/// Makes sure that a file is there and may be read.
pub(super) fn glance(path: &Path) -> Result<(), Problem> {
    // What is read from a pipe is gone.
    if path == Path::new("-") { Ok(()) } else { Regular::open(path).map(drop) }
}

/// Reads an image whole.
pub(super) fn read_image(path: &Path) -> anyhow::Result<Vec<u8>> {
    let stdin = path == Path::new("-");
    let bytes = if stdin { file::read_stdin(IMAGE_LIMIT) } else { file::read(path, IMAGE_LIMIT) };
    Ok(bytes?)
}

/// A file that is not what it should be, and why.
pub(super) fn bad(path: &Path, what: impl Display) -> Problem {
    Problem::BadInput(format!("{}: {what}", path.display()))
}

/// Reads a recording, of whichever kind `parse` reads.
pub(super) fn recording<T, E: Display>(
    path: &Path,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, Problem> {
    let bytes = file::read(path, RECORDING_LIMIT)?;
    let text = String::from_utf8(bytes).map_err(|_| bad(path, "it is no text in UTF-8"))?;
    parse(&text).map_err(|error| bad(path, error))
}

/// A file to be written, for what a board sends.
pub(super) struct Output {
    path: PathBuf,
    file: output::Output,
}

impl Output {
    /// Refuses stdout where that is for JSON: a script could not tell the two apart.
    pub(super) fn new(path: &Path, report: &Report) -> anyhow::Result<Self> {
        if report.style().json && output::is_stdout(path) {
            let text = "with --json nothing but JSON goes to stdout: the file needs a name";
            return Err(Problem::Usage(text.into()).into());
        }
        Ok(Self { path: path.into(), file: output::Output::create(path)? })
    }

    /// Makes sure that everything is written, and gives the file its name.
    pub(super) fn finish(self) -> anyhow::Result<()> {
        self.file.finish()
    }
}

impl Sink for Output {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        let written = self.file.write_all(data);
        written.map_err(|error| format!("{}: {error}", self.path.display()).into())
    }
}

/// Writes a file of these bytes.
pub(super) fn save(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut file = output::Output::create(path)?;
    file.write_all(bytes).with_context(|| path.display().to_string())?;
    file.finish()
}

/// Bytes in hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The same byte over and over.
pub(super) struct Fill {
    pub(super) byte: u8,
    pub(super) size: u64,
}

impl Source for Fill {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&mut self, _: u64, buf: &mut [u8]) -> Result<(), IoError> {
        buf.fill(self.byte);
        Ok(())
    }
}
