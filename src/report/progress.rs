//! How far the step under way is. What time it is, it is told.

use std::time::{Duration, Instant};

use link::{Foreign, StepId};

/// A step, and how many of its bytes have been moved.
#[derive(Clone)]
pub(super) struct Progress {
    pub(super) id: StepId,
    /// What is done, for people.
    pub(super) label: String,
    /// Bytes that it will move; 0 if unknown.
    pub(super) bytes: u64,
    done: u64,
    begun: Instant,
    kind: Kind,
    /// Its number in the plan, and how many there are.
    number: Option<(usize, usize)>,
}

/// What a step is to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A step of the plan, which may be made of others.
    Heading,
    /// Something that is done.
    Work,
    /// A wait of at most this long.
    Wait(Duration),
}

impl Progress {
    pub(super) fn new(id: StepId, label: &str, bytes: u64, now: Instant) -> Self {
        Self { id, label: label.into(), bytes, done: 0, begun: now, kind: Kind::Work, number: None }
    }

    /// The same as another kind.
    pub(super) fn of_kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// The same with its number in the plan.
    pub(super) fn numbered(self, number: Option<(usize, usize)>) -> Self {
        Self { number, ..self }
    }

    pub(super) fn kind(&self) -> Kind {
        self.kind
    }

    /// It in words: `[2/4] usbplug`.
    pub(super) fn words(&self) -> String {
        let number = self.number.map(|(at, of)| format!("[{at}/{of}] ")).unwrap_or_default();
        let waiting = if matches!(self.kind, Kind::Wait(_)) { "waiting for " } else { "" };
        format!("{number}{waiting}{}", Foreign(&self.label))
    }

    /// How long it takes already.
    pub(super) fn elapsed(&self, now: Instant) -> Duration {
        now.saturating_duration_since(self.begun)
    }

    /// The same in words, with the limit of a wait: `12 s of 20 s`.
    pub(super) fn time(&self, now: Instant) -> String {
        let passed = self.elapsed(now);
        match self.kind {
            Kind::Wait(limit) if passed <= limit => {
                format!("{} s of {} s", passed.as_secs(), limit.as_secs())
            }
            _ => format!("{} s", passed.as_secs()),
        }
    }

    /// How far it is: `512 of 2048 bytes, 25 %`; `None`: unknown.
    pub(super) fn share(&self) -> Option<String> {
        let percent = (u128::from(self.done()) * 100).checked_div(self.bytes.into())?;
        Some(format!("{} of {} bytes, {percent} %", self.done(), self.bytes))
    }

    /// More bytes were moved.
    pub(super) fn advance(&mut self, bytes: u64) {
        self.done = self.done.saturating_add(bytes);
        // A bar that passes its end was announced wrongly: tests are to see that, users are not.
        debug_assert!(
            self.bytes == 0 || self.done <= self.bytes,
            "step `{}` of {} bytes has moved {}",
            self.label,
            self.bytes,
            self.done
        );
    }

    /// Bytes that were moved: never more than the step has.
    pub(super) fn done(&self) -> u64 {
        if self.bytes == 0 { self.done } else { self.done.min(self.bytes) }
    }

    pub(super) fn is_complete(&self) -> bool {
        self.bytes > 0 && self.done >= self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_without_a_size_counts_and_never_ends() {
        let mut progress = Progress::new(StepId::START, "start", 0, Instant::now());
        progress.advance(6);
        assert_eq!((progress.done(), progress.is_complete()), (6, false));
    }

    #[test]
    fn a_wait_says_for_what_and_how_long() {
        let start = Instant::now();
        let limit = Duration::from_secs(20);
        let wait = Progress::new(StepId::START, "usbplug at 1-1", 0, start)
            .of_kind(Kind::Wait(limit))
            .numbered(Some((2, 4)));
        assert_eq!(wait.words(), "[2/4] waiting for usbplug at 1-1");
        assert_eq!(wait.time(start + Duration::from_secs(12)), "12 s of 20 s");
        assert_eq!(wait.time(start + Duration::from_secs(21)), "21 s");
    }
}
