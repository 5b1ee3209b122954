//! The piece of a job that came last, put where it goes while the next one is on the bus.

use alloc::vec::Vec;

use link::{IoError, Sink, Watch};

/// Hands pieces on to a sink. As a [`Watch`] of the exchange that brings one piece, it hands on the one before meanwhile:
/// twice as fast as transfers end, so that it is through when the last ones are still in flight.
pub(super) struct Behind<'s> {
    sink: &'s mut dyn Sink,
    watch: &'s mut dyn Watch,
    piece: Vec<u8>,
    /// Bytes of it that the sink has.
    done: usize,
    spare: Vec<u8>,
    failed: Option<IoError>,
}

impl<'s> Behind<'s> {
    /// Hands on to `sink`.
    pub(super) fn new(sink: &'s mut dyn Sink, watch: &'s mut dyn Watch) -> Self {
        let (piece, spare) = (Vec::new(), Vec::new());
        Self { sink, watch, piece, done: 0, spare, failed: None }
    }

    /// Memory for a piece, which was used before.
    pub(super) fn spare(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.spare)
    }

    /// Takes a piece, once the sink has all of the one before.
    pub(super) fn take(&mut self, piece: Vec<u8>) -> Result<(), IoError> {
        self.end()?;
        self.spare = core::mem::replace(&mut self.piece, piece);
        self.done = 0;
        Ok(())
    }

    /// Hands on all that is left.
    pub(super) fn end(&mut self) -> Result<(), IoError> {
        self.hand_on(usize::MAX);
        self.failed.take().map_or(Ok(()), Err)
    }

    fn hand_on(&mut self, most: usize) {
        let rest = &self.piece[self.done..];
        let some = &rest[..rest.len().min(most)];
        if self.failed.is_none() && !some.is_empty() {
            self.done += some.len();
            self.failed = self.sink.write(some).err();
        }
    }
}

impl Watch for Behind<'_> {
    fn step(&mut self, what: &str, bytes: u64) {
        self.watch.step(what, bytes);
    }

    fn advance(&mut self, bytes: u64) {
        self.watch.advance(bytes);
        // Above what memory has there is nothing to hand on.
        self.hand_on(usize::try_from(bytes).unwrap_or(usize::MAX).saturating_mul(2));
    }

    fn note(&mut self, text: &str) {
        self.watch.note(text);
    }
}
