//! How long to wait for the client.

use core::time::Duration;

/// The wait before anything was measured.
const FIRST: Duration = Duration::from_secs(1);
/// The shortest wait before one packet is sent again.
const BRIEF: Duration = Duration::from_millis(5);
/// The shortest wait after that: a client that is a computer may be busy with something else for as long.
const SHORTEST: Duration = Duration::from_millis(100);
/// The longest.
const LONGEST: Duration = Duration::from_secs(4);

/// Waits that follow the client's pace, as TCP's do (RFC 6298).
#[derive(Clone, Debug)]
pub(super) struct Timer {
    /// The mean time to an answer and its mean deviation.
    measured: Option<(Duration, Duration)>,
    /// When something was sent for the first time, and for the last time.
    started: Duration,
    sent: Duration,
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
            sent: Duration::ZERO,
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
        (self.started, self.sent, self.attempts, self.clean) = (now, now, 0, true);
        self.deadline = now + self.brief();
    }

    /// A part of it was answered. What comes next may be an answer to that part as well.
    pub(super) fn resume(&mut self, now: Duration) {
        self.start(now);
        self.clean = false;
    }

    /// It is sent again, and so the wait becomes longer.
    pub(super) fn again(&mut self, now: Duration) {
        let wait = self.usual().clamp(SHORTEST, FIRST).saturating_mul(1 << self.attempts.min(10));
        self.deadline = now + wait.min(LONGEST);
        self.attempts += 1;
        (self.sent, self.clean) = (now, false);
    }

    /// Something may be missing: the answer that is waited for has to come soon.
    pub(super) fn hasten(&mut self, now: Duration) {
        self.deadline = self.deadline.min(now + self.brief());
    }

    /// The answer has come. Of what was sent again it is not known which time it answers (Karn's rule), unless it comes far
    /// too late for the last one.
    pub(super) fn heard(&mut self, now: Duration) {
        if self.clean || now.saturating_sub(self.sent) > self.usual() {
            self.measure(now.saturating_sub(self.started).min(FIRST));
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

    /// The time within which nearly every answer comes.
    fn usual(&self) -> Duration {
        self.measured.map_or(FIRST, |(mean, deviation)| mean + deviation * 4)
    }

    fn brief(&self) -> Duration {
        self.usual().clamp(BRIEF, FIRST)
    }
}
