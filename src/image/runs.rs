//! The data of an image on their way to one reader.

use std::{collections::VecDeque, sync::Arc};

use link::storage::SECTOR;

use super::{Ahead, PIECE, Patch, Reader, Run};
use crate::{failure::Problem, transport::Stop};

/// Where data come from.
enum From {
    Own(Ahead),
    Shared(Reader),
}

/// The data of an image in their order, whoever unpacks it, with what replaces them.
pub struct Runs {
    from: From,
    patch: Patch,
    /// All that was replaced before this place has been given.
    at: u64,
    /// What is given after that.
    next: Option<Run>,
    /// What was looked at and is handed out again.
    again: VecDeque<Run>,
}

impl From {
    fn next(&mut self, stop: &Stop) -> Result<Option<Run>, Problem> {
        match self {
            Self::Own(ahead) => ahead.next(stop),
            Self::Shared(reader) => reader.next(stop),
        }
    }

    fn length(&self) -> Option<u64> {
        match self {
            Self::Own(ahead) => ahead.length(),
            Self::Shared(reader) => reader.length(),
        }
    }
}

impl Runs {
    /// Data that are unpacked for this reader alone.
    pub fn own(ahead: Ahead, patch: Patch) -> Self {
        Self::of(From::Own(ahead), patch)
    }

    /// Data that are unpacked for others as well.
    pub fn shared(reader: Reader, patch: Patch) -> Self {
        Self::of(From::Shared(reader), patch)
    }

    fn of(from: From, patch: Patch) -> Self {
        Self { from, patch, at: 0, next: None, again: VecDeque::new() }
    }

    /// The next data; `None` at the end of a sound image.
    ///
    /// # Errors
    ///
    /// The image is damaged, is not what it was when it was checked, or cannot be read; or the user wants to stop.
    pub fn next(&mut self, stop: &Stop) -> Result<Option<Run>, Problem> {
        if let Some(run) = self.again.pop_front() {
            return Ok(Some(run));
        }
        if self.patch.is_empty() {
            return self.from.next(stop);
        }
        if self.next.is_none() {
            self.next = self.from.next(stop)?;
        }
        let hole = self.at..self.next.as_ref().map_or(u64::MAX, |run| run.offset);
        if let Some((offset, bytes)) = self.patch.first(hole) {
            let data = bytes[..bytes.len().min(PIECE)].to_vec();
            self.at = offset + data.len() as u64;
            return Ok(Some(Run { offset, data: Arc::new(data) }));
        }
        Ok(self.next.take().map(|run| self.patched(run)))
    }

    /// A run with what replaces it.
    fn patched(&mut self, mut run: Run) -> Run {
        let end = run.offset + run.data.len() as u64;
        // An image may end within a sector. Sectors are replaced whole.
        let whole = end.next_multiple_of(SECTOR as u64);
        if self.patch.first(run.offset..whole).is_some() {
            let data = Arc::make_mut(&mut run.data);
            if self.patch.first(end..whole).is_some() {
                data.resize(data.len() + (whole - end) as usize, 0);
            }
            self.patch.apply(run.offset, data);
        }
        self.at = run.offset + run.data.len() as u64;
        run
    }

    /// Has these come again, in their order: they were only looked at.
    pub fn put_back(&mut self, runs: Vec<Run>) {
        self.again.extend(runs);
    }

    /// Gives a buffer back, to be filled again.
    pub fn done(&self, run: Run) {
        match &self.from {
            From::Own(ahead) => ahead.done(run),
            From::Shared(reader) => reader.done(run),
        }
    }

    /// Bytes of the whole image, holes included; known at its end.
    pub fn length(&self) -> Option<u64> {
        self.from.length().map(|length| length.max(self.patch.end()))
    }
}
