//! A clock that may run ahead of the one on the wall.

use std::time::{Duration, Instant};

/// Time since it was made, and the time that was skipped because nothing could have happened in it.
pub(crate) struct Clock {
    start: Instant,
    skipped: Duration,
}

impl Clock {
    pub(crate) fn new() -> Self {
        Self { start: Instant::now(), skipped: Duration::ZERO }
    }

    pub(crate) fn now(&self) -> Duration {
        self.start.elapsed() + self.skipped
    }

    pub(crate) fn skip(&mut self, time: Duration) {
        self.skipped += time;
    }
}
