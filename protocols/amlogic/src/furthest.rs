//! Progress of what may be sent again.

use link::Watch;

/// Tells of bytes once, however often they are sent.
pub(crate) struct Furthest<'w> {
    watch: &'w mut dyn Watch,
    /// Bytes that the watch was told of.
    told: u64,
    /// Bytes of this try.
    at: u64,
}

impl<'w> Furthest<'w> {
    pub(crate) fn new(watch: &'w mut dyn Watch) -> Self {
        Self { watch, told: 0, at: 0 }
    }

    /// The next byte to come is this one, which may have been sent before.
    pub(crate) fn begin_at(&mut self, at: u64) {
        self.at = at;
    }
}

impl Watch for Furthest<'_> {
    fn step(&mut self, what: &str, bytes: u64) {
        self.watch.step(what, bytes);
    }

    fn advance(&mut self, bytes: u64) {
        self.at += bytes;
        if self.at > self.told {
            self.watch.advance(self.at - self.told);
            self.told = self.at;
        }
    }

    fn note(&mut self, text: &str) {
        self.watch.note(text);
    }
}
