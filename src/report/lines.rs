//! Progress where there is no terminal: in the log of a service or a CI job.

use std::time::{Duration, Instant};

use link::Foreign;

use super::{out, progress::Progress};

/// The shortest time between two lines of a step.
const PACE: Duration = Duration::from_secs(10);

/// When the step under way was last mentioned.
pub(super) struct Lines(Instant);

impl Lines {
    pub(super) fn new() -> Self {
        Self(Instant::now())
    }

    pub(super) fn step(&mut self, step: &Progress) {
        self.0 = Instant::now();
        let label = Foreign(&step.label);
        match step.bytes {
            0 => out::say("", &label.to_string()),
            bytes => out::say("", &format!("{label}: {bytes} bytes")),
        }
    }

    pub(super) fn advance(&mut self, step: &Progress) {
        if self.0.elapsed() >= PACE && step.bytes > 0 {
            self.0 = Instant::now();
            let percent = u128::from(step.done()) * 100 / u128::from(step.bytes);
            out::say("", &format!("{}: {} bytes, {percent} %", Foreign(&step.label), step.done()));
        }
    }
}
