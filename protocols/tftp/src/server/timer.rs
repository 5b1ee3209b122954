//! How long to wait for the client.

use core::time::Duration;

/// The wait before anything was measured.
const FIRST: Duration = Duration::from_secs(1);
/// The shortest wait: a client that is a computer may be busy with something else for as long.
const SHORTEST: Duration = Duration::from_millis(200);
/// The longest.
const LONGEST: Duration = Duration::from_secs(4);

/// Waits that follow the client's pace, as TCP's do (RFC 6298).
#[derive(Clone, Debug)]
pub(super) struct Timer {
    /// The mean time to an answer and its mean deviation.
    measured: Option<(Duration, Duration)>,
    started: Duration,
    deadline: Duration,
    attempts: u32,
    /// Whether the next answer can only be one to what was sent at `started`.
    clean: bool,
}

impl Timer {
    pub(super) fn new() -> Self {
        Self {
            measured: None,
            started: Duration::ZERO,
            deadline: Duration::ZERO,
            attempts: 0,
            clean: false,
        }
    }

    pub(super) fn deadline(&self) -> Duration {
        self.deadline
    }

    /// How long a window takes to be answered, as far as that was measured.
    pub(super) fn pace(&self) -> Duration {
        self.measured.map_or(Duration::ZERO, |(mean, _)| mean)
    }

    /// How often there was no answer.
    pub(super) fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Something is sent for the first time.
    pub(super) fn start(&mut self, now: Duration) {
        (self.started, self.attempts, self.clean) = (now, 0, true);
        self.deadline = now + self.wait();
    }

    /// It is sent again, and so the wait becomes longer.
    pub(super) fn again(&mut self, now: Duration) {
        self.attempts += 1;
        self.clean = false;
        let wait = self.wait().saturating_mul(1 << self.attempts.min(10));
        self.deadline = now + wait.min(LONGEST);
    }

    /// The next answer is not to be measured (Karn's rule): it may be one to something earlier.
    pub(super) fn spoil(&mut self) {
        self.clean = false;
    }

    /// An answer has come.
    pub(super) fn heard(&mut self, now: Duration) {
        if self.clean {
            self.measure(now.saturating_sub(self.started));
        }
    }

    fn measure(&mut self, took: Duration) {
        self.measured = Some(match self.measured {
            None => (took, took / 2),
            Some((mean, deviation)) => {
                ((mean * 7 + took) / 8, (deviation * 3 + mean.abs_diff(took)) / 4)
            }
        });
    }

    fn wait(&self) -> Duration {
        let wait = self.measured.map_or(FIRST, |(mean, deviation)| mean + deviation * 4);
        wait.clamp(SHORTEST, FIRST)
    }
}
