//! Progress that tells of every byte once.

use link::Watch;

/// A watch over work that may be done twice: what was counted is not counted again.
pub(super) struct Once<'w> {
    watch: &'w mut dyn Watch,
    /// Bytes that were told.
    told: u64,
    /// Bytes of this attempt.
    done: u64,
    most: u64,
}

impl<'w> Once<'w> {
    /// Tells `watch` of at most `most` bytes.
    pub(super) fn new(watch: &'w mut dyn Watch, most: u64) -> Self {
        Self { watch, told: 0, done: 0, most }
    }

    /// Begins another attempt.
    pub(super) fn again(&mut self) {
        self.done = 0;
    }
}

impl Watch for Once<'_> {
    fn step(&mut self, what: &str, bytes: u64) {
        self.watch.step(what, bytes);
    }

    fn advance(&mut self, bytes: u64) {
        self.done = self.done.saturating_add(bytes);
        let reached = self.done.min(self.most);
        if reached > self.told {
            self.watch.advance(reached - self.told);
            self.told = reached;
        }
    }

    fn note(&mut self, text: &str) {
        self.watch.note(text);
    }
}
