//! Files that users name: read at any place, never held in memory whole; `-` is stdin, of limited length.

use std::{fmt::Display, path::Path};

use link::{IoError, Once, Source, StepId, Watch};

use super::regular::{self, Changed, Regular};
use crate::{failure::Problem, transport::Stop};

/// The most that a file for a board's memory may have that is read whole (SPL, U-Boot, loader, recipe): far above any, far
/// below what would hurt.
const IMAGE_LIMIT: u64 = 64 << 20;

/// The most that stdin may have where it is read whole. More has to be in a file, of which only parts are in memory.
const STDIN_LIMIT: u64 = 256 << 20;

/// The most that a recording may have: those of a whole flash have only sums of its data.
const RECORDING_LIMIT: u64 = 256 << 20;

/// A file to be sent.
pub(crate) enum Input {
    /// One that is the same from its first byte to its last.
    File(Regular),
    /// Stdin has no places, so it is read whole.
    Bytes(Vec<u8>),
}

impl Input {
    pub(crate) fn open(path: &Path) -> Result<Self, Problem> {
        if path == Path::new("-") {
            return Ok(Self::Bytes(regular::read_stdin(STDIN_LIMIT)?));
        }
        Ok(Self::File(Regular::open(path)?))
    }

    /// Whether it is no longer what it was when it was opened.
    fn has_changed(&self) -> bool {
        matches!(self, Self::File(file) if file.check().is_err_and(|error| regular::is_changed(&error)))
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
            Self::File(file) => Ok(file.read_exact_at(buf, offset)?),
            Self::Bytes(bytes) => bytes.as_slice().read_at(offset, buf),
        }
    }
}

/// A source that tells how much of it is read, and ends when the user has had enough.
pub(crate) struct Watched<'s> {
    pub(crate) source: &'s mut dyn Source,
    pub(crate) watch: &'s mut dyn Watch,
    pub(crate) stop: &'s Stop,
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
pub(crate) fn through<T, E: Display>(
    path: &Path,
    input: &mut Input,
    stop: &Stop,
    watch: &mut dyn Watch,
    check: impl FnOnce(&mut dyn Source) -> Result<T, E>,
) -> Result<T, Problem> {
    match check(&mut Watched { source: input, watch, stop }) {
        Err(_) if stop.asked() => Err(Problem::Interrupted),
        Err(_) if input.has_changed() => {
            Err(Problem::Changed(format!("{}: {Changed}", path.display())))
        }
        other => other.map_err(|error| bad(path, error)),
    }
}

/// What went wrong with a file that is read here and there.
pub(crate) fn trouble(error: &IoError) -> Problem {
    regular::unread(&**error, error.to_string())
}

/// The same as a step with that label, which ends at `bytes`: what else is read to find its way in the file is no part of it.
pub(crate) fn step_through<T, E: Display>(
    path: &Path,
    input: &mut Input,
    stop: &Stop,
    (watch, label, bytes): (&mut dyn Watch, &str, u64),
    check: impl FnOnce(&mut dyn Source) -> Result<T, E>,
) -> Result<T, Problem> {
    watch.step(StepId::CHECK, label, bytes);
    let mut watch = Once::new(watch, bytes);
    let found = through(path, input, stop, &mut watch, check)?;
    // What fills up the file needs no check.
    watch.end();
    Ok(found)
}

/// Makes sure that a file is there and may be read.
pub(crate) fn glance(path: &Path) -> Result<(), Problem> {
    // What is read from a pipe is gone.
    if path == Path::new("-") { Ok(()) } else { Regular::open(path).map(drop) }
}

/// Reads an image whole.
pub(crate) fn read_image(path: &Path) -> anyhow::Result<Vec<u8>> {
    let stdin = path == Path::new("-");
    let bytes =
        if stdin { regular::read_stdin(IMAGE_LIMIT) } else { regular::read(path, IMAGE_LIMIT) };
    Ok(bytes?)
}

/// A file that is not what it should be, and why.
pub(crate) fn bad(path: &Path, what: impl Display) -> Problem {
    Problem::BadInput(format!("{}: {what}", path.display()))
}

/// Reads a recording, of the kind that `parse` reads.
pub(crate) fn recording<T, E: Display>(
    path: &Path,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, Problem> {
    let bytes = regular::read(path, RECORDING_LIMIT)?;
    let text = String::from_utf8(bytes).map_err(|_| bad(path, "it is no text in UTF-8"))?;
    parse(&text).map_err(|error| bad(path, error))
}

/// Bytes in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The same byte over and over.
pub(crate) struct Fill {
    pub(crate) byte: u8,
    pub(crate) size: u64,
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
