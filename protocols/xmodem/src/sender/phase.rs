//! What a sender is doing.

use core::time::Duration;

/// What the sender waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// A start.
    Start,
    /// The answer to a frame.
    Answer(Part),
    /// That nothing else comes after an answer; then, the next thing is done.
    Settle { until: Duration, then: Then },
    /// The poll for the next file.
    NextFile { until: Duration },
}

/// The frame that is being sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Header,
    Block,
    /// The block before the present one, or before EOT: the receiver refuses what is sent now, perhaps because the answer
    /// to the last block was misread. A receiver that has it already confirms a duplicate.
    Previous,
    Eot,
    End,
}

/// What comes after a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    Again(Part),
    Onward(Part),
    NextFile,
}
