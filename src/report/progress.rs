//! How far the step under way is.

use link::StepId;

/// A step, and how many of its bytes have been moved.
pub(super) struct Progress {
    pub(super) id: StepId,
    /// What is done, for people.
    pub(super) label: String,
    /// Bytes that it will move; 0 where nobody knows.
    pub(super) bytes: u64,
    done: u64,
}

impl Progress {
    pub(super) fn new(id: StepId, label: &str, bytes: u64) -> Self {
        Self { id, label: label.into(), bytes, done: 0 }
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
        let mut progress = Progress::new(StepId::START, "start", 0);
        progress.advance(6);
        assert_eq!((progress.done(), progress.is_complete()), (6, false));
    }
}
