//! What goes wrong with a rack, beyond its boards.

use std::fmt;

use link::{Classify, Code, Meaning, StepId};

/// Why a node is not as it should be, where its board is not to blame alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RackError {
    /// A hook failed.
    Hook {
        /// Which: `recover`.
        hook: &'static str,
        /// What happened.
        what: String,
    },
    /// A node took longer than it may.
    Limit {
        /// Seconds.
        seconds: u64,
    },
    /// The console said something that means failure.
    ConsoleSaid(String),
    /// The console did not say what it should, in time.
    ConsoleSilent {
        /// What it should say.
        expected: String,
        /// Seconds that it was listened to.
        seconds: u64,
    },
    /// The console cannot be listened to.
    Console(String),
    /// A node that comes before it is not as it should be.
    After(String),
    /// An earlier run was cut before it came to its end, and this one leaves it alone.
    Cut,
    /// The user stopped it.
    Stopped,
}

impl fmt::Display for RackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hook { hook, what } => write!(f, "the hook `{hook}`: {what}"),
            Self::Limit { seconds } => {
                write!(f, "the node was not done within its limit of {seconds} s")
            }
            Self::ConsoleSaid(text) => write!(f, "the console said `{text}` after the restart"),
            Self::ConsoleSilent { expected, seconds } => {
                write!(
                    f,
                    "`{expected}` was not on the console within {seconds} s after the restart"
                )
            }
            Self::Console(text) => write!(f, "the console: {text}"),
            Self::After(node) => write!(f, "not begun: {node} comes before it, and is not done"),
            Self::Cut => f.write_str("not done: an earlier run was cut before its end"),
            Self::Stopped => f.write_str("interrupted"),
        }
    }
}

impl std::error::Error for RackError {}

impl Classify for RackError {
    fn meaning(&self) -> Meaning {
        match self {
            Self::Hook { .. } => Meaning::failed(Code::RACK_HOOK),
            Self::Limit { .. } => Meaning::failed(Code::RACK_LIMIT),
            Self::ConsoleSaid(_) | Self::ConsoleSilent { .. } | Self::Console(_) => {
                Meaning::failed(Code::RACK_CONSOLE)
            }
            Self::After(_) => Meaning::failed(Code::RACK_AFTER),
            Self::Cut | Self::Stopped => Meaning::interrupted(Code::INTERRUPTED),
        }
    }

    fn step(&self) -> Option<StepId> {
        match self {
            Self::Hook { .. } => Some(StepId::HOOK),
            Self::ConsoleSaid(_) | Self::ConsoleSilent { .. } | Self::Console(_) => {
                Some(StepId::CONSOLE)
            }
            Self::Limit { .. } | Self::After(_) | Self::Cut | Self::Stopped => None,
        }
    }
}
