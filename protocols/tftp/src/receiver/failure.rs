//! Why a file did not come.

use core::{fmt, time::Duration};

use link::{Classify, Code, Meaning};

use crate::refusal::Refusal;

/// The end of a transfer that did not bring the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// The client ended it.
    Refused(Refusal),
    /// Nothing came for too long.
    Silent {
        /// Bytes that came before.
        received: u64,
        /// How long it was waited for.
        waited: Duration,
    },
    /// Nobody listens at the client's port any more.
    Unreachable {
        /// Bytes that came before.
        received: u64,
    },
    /// The client began anew, after parts of the file had been handed on here.
    Restarted {
        /// Bytes that came before.
        received: u64,
    },
    /// The file is longer than this many bytes.
    TooLong {
        /// The most that is taken.
        most: u64,
    },
    /// This side ended it.
    Aborted,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Silent { received, waited } => {
                let seconds = waited.as_secs();
                write!(f, "the client sent nothing for {seconds} s, after {received} bytes")
            }
            Self::Unreachable { received } => {
                write!(f, "the client left the transfer after {received} bytes")
            }
            Self::Restarted { received } => {
                write!(f, "the client began anew after {received} bytes")
            }
            Self::TooLong { most } => {
                write!(f, "the client sent more than the {most} bytes that it was to send")
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
}
