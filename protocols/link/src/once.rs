//! Progress that tells of every byte once.

use core::time::Duration;

use crate::{StepId, Watch};

/// A [`Watch`] over work that may be done again: bytes that were told are not told again.
pub struct Once<'w> {
    watch: &'w mut dyn Watch,
    /// Bytes that the watch was told of.
    told: u64,
    /// Bytes of this attempt.
    at: u64,
    /// Bytes that it is told of at most: what fills up a block is moved, and is none of the work.
    most: u64,
}

impl<'w> Once<'w> {
    /// Tells `watch` of at most `most` bytes.
    pub fn new(watch: &'w mut dyn Watch, most: u64) -> Self {
        Self { watch, told: 0, at: 0, most }
    }

    /// Work of a length that may not be known (0).
    pub fn over(watch: &'w mut dyn Watch, length: u64) -> Self {
        Self::new(watch, if length == 0 { u64::MAX } else { length })
    }

    /// All is done: what was left out of it needed no work. Of work without a known length there is nothing to tell.
    pub fn end(&mut self) {
        if self.most < u64::MAX {
            self.begin_at(self.most);
            self.advance(0);
        }
    }

    /// The next byte is the one at this offset, which may have been moved before.
    pub fn begin_at(&mut self, at: u64) {
        self.at = at;
    }
}

impl Watch for Once<'_> {
    fn step(&mut self, id: StepId, label: &str, bytes: u64) {
        self.watch.step(id, label, bytes);
    }

    fn advance(&mut self, bytes: u64) {
        self.at = self.at.saturating_add(bytes);
        let reached = self.at.min(self.most);
        if reached > self.told {
            self.watch.advance(reached - self.told);
            self.told = reached;
        }
    }

    fn note(&mut self, text: &str) {
        self.watch.note(text);
    }

    fn wait(&mut self, what: &str, limit: Duration) {
        self.watch.wait(what, limit);
    }

    fn meanwhile(&mut self) {
        self.watch.meanwhile();
    }
}
