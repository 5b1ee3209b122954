//! Why a capture cannot become a transcript.

use std::fmt;

/// Why a capture cannot become a transcript. Records are counted from 1, as tcpdump and Wireshark do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Error {
    /// The file is no capture of the kinds that are read, or not whole.
    File(String),
    /// A record is not what usbmon writes, or does not fit to those before it.
    Record {
        /// Which.
        number: usize,
        /// What is wrong with it.
        problem: String,
    },
    /// Data that a transfer moved are not all there.
    Cut {
        /// The record that should hold them.
        number: usize,
        /// Bytes of the URB.
        length: usize,
        /// Bytes in the capture.
        captured: usize,
        /// Who left the rest out.
        by: &'static str,
    },
    /// It takes the caller to say which device, or what it is.
    Choice(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(problem) | Self::Choice(problem) => f.write_str(problem),
            Self::Record { number, problem } => write!(f, "record {number}: {problem}"),
            Self::Cut { number, length, captured, by } => write!(
                f,
                "record {number}: {captured} of the URB's {length} bytes were captured, the rest was left out by {by}; \
                 record smaller transfers"
            ),
        }
    }
}

impl std::error::Error for Error {}
