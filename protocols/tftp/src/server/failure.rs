//! Why a transfer ended without success.

use core::fmt;

use link::{Classify, Code, Meaning};

use crate::refusal::Refusal;

/// The end of a transfer that the client did not acknowledge.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// The client ended it.
    Refused(Refusal),
    /// The client did not answer, however often it was sent the same.
    Silent {
        /// Bytes that it acknowledged before.
        sent: u64,
        /// How often it was sent the same.
        times: u32,
    },
    /// Nobody listens at the client's port any more.
    Unreachable {
        /// Bytes that the client acknowledged before.
        sent: u64,
    },
    /// The client asked for the file anew, after parts of it were given up here.
    Restarted {
        /// Bytes that it acknowledged before.
        sent: u64,
    },
    /// Everything was sent, and the client did not acknowledge the end. It may have everything: clients do not wait to
    /// see their last acknowledgement arrive.
    Unconfirmed {
        /// Bytes that were not acknowledged.
        left: u64,
    },
    /// This side ended it.
    Aborted,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Silent { sent, times } => {
                write!(
                    f,
                    "the client did not answer a packet that was sent {times} times, after {sent} bytes that it acknowledged"
                )
            }
            Self::Unreachable { sent } => {
                write!(f, "the client left the transfer after {sent} bytes that it acknowledged")
            }
            Self::Restarted { sent } => {
                write!(f, "the client began anew after {sent} bytes that it acknowledged")
            }
            Self::Unconfirmed { left } => {
                write!(
                    f,
                    "everything was sent, but the client did not acknowledge the last {left} bytes"
                )
            }
            Self::Aborted => f.write_str("the transfer was ended"),
        }
    }
}

impl core::error::Error for Failure {}

impl Classify for Failure {
    fn meaning(&self) -> Meaning {
        Meaning::failed(match self {
            Self::Refused(_) => Code::NET_REFUSED,
            _ => Code::NET_TRANSFER,
        })
    }

    fn acknowledged(&self) -> Option<u64> {
        match self {
            Self::Silent { sent, .. } | Self::Unreachable { sent } | Self::Restarted { sent } => {
                Some(*sent)
            }
            _ => None,
        }
    }
}
