//! An image as bytes from its beginning to its end, for boards that are told its length beforehand.

use link::{IoError, Source};

use super::{Image, Patch, Run, Runs};
use crate::{failure::Problem, transport::Stop};

/// The bytes of an image in their order, holes as zeros. What was given last can be read again; what is before it
/// or after it cannot.
pub struct Straight {
    runs: Runs,
    stop: Stop,
    length: u64,
    /// Where the next new byte is.
    at: u64,
    /// Data that are there, or further on.
    run: Option<Run>,
    /// Bytes of the run that were given.
    taken: usize,
    ended: bool,
    /// What was given last.
    last: Vec<u8>,
}

impl Image {
    /// Streams the image from its beginning; it is as long as [`extent`](Self::extent) has found.
    pub fn straight(&mut self, length: u64, stop: &Stop) -> Result<Straight, Problem> {
        Ok(Straight::new(Runs::own(self.ahead()?, Patch::default()), length, stop))
    }
}

impl Straight {
    /// The bytes of data that come from their beginning on, of an image of this length in bytes.
    pub fn new(runs: Runs, length: u64, stop: &Stop) -> Self {
        let (stop, run, last) = (stop.clone(), None, Vec::new());
        Self { runs, stop, length, at: 0, run, taken: 0, ended: false, last }
    }

    /// Fills a buffer with what comes next.
    fn next(&mut self, mut buf: &mut [u8]) -> Result<(), Problem> {
        while !buf.is_empty() {
            self.fetch()?;
            let start = self.run.as_ref().map_or(self.length, |run| run.offset);
            // Not more than the buffer has.
            let zeros = start.saturating_sub(self.at).min(buf.len() as u64) as usize;
            let (hole, rest) = std::mem::take(&mut buf).split_at_mut(zeros);
            hole.fill(0);
            self.at += zeros as u64;
            buf = self.data(rest);
        }
        Ok(())
    }

    /// Sees to it that there is a run, if there is one left.
    fn fetch(&mut self) -> Result<(), Problem> {
        if self.run.is_some() || self.ended {
            return Ok(());
        }
        (self.run, self.taken) = (self.runs.next(&self.stop)?, 0);
        self.ended = self.run.is_none();
        self.check()
    }

    /// Gives data of the run, where it has begun; what is left of the buffer.
    fn data<'b>(&mut self, buf: &'b mut [u8]) -> &'b mut [u8] {
        let Some(run) = &self.run else { return buf };
        if run.offset + self.taken as u64 != self.at {
            return buf;
        }
        let rest = &run.data[self.taken..];
        let length = rest.len().min(buf.len());
        let (now, later) = buf.split_at_mut(length);
        now.copy_from_slice(&rest[..length]);
        (self.at, self.taken) = (self.at + length as u64, self.taken + length);
        if self.taken == run.data.len()
            && let Some(run) = self.run.take()
        {
            self.runs.done(run);
        }
        later
    }

    /// At its end an image is as long as it was found to be.
    fn check(&self) -> Result<(), Problem> {
        match (&self.run, self.runs.length()) {
            (Some(run), _) if run.offset + run.data.len() as u64 <= self.length => Ok(()),
            (None, Some(length)) if length == self.length => Ok(()),
            _ => Err(Problem::Changed("its length changed while it was read".into())),
        }
    }
}

impl Source for Straight {
    fn size(&self) -> u64 {
        self.length
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        let first = self.at - self.last.len() as u64;
        if !(first..=self.at).contains(&offset) || offset + buf.len() as u64 > self.length {
            return Err("an image that is streamed was read here and there".into());
        }
        // Not more than what was given last.
        let again = &self.last[(offset - first) as usize..];
        let length = again.len().min(buf.len());
        let (old, new) = buf.split_at_mut(length);
        old.copy_from_slice(&again[..length]);
        if new.is_empty() {
            return Ok(());
        }
        self.next(new)?;
        if self.at == self.length {
            self.fetch()?;
        }
        self.last.clear();
        self.last.extend_from_slice(buf);
        Ok(())
    }
}
