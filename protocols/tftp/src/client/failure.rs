//! Why a client ended without the file.

use alloc::{string::String, vec::Vec};
use core::fmt;

use crate::wire::ErrorCode;

/// The end of a transfer that did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// The server ended it.
    Refused {
        /// Its reason, for programs.
        code: ErrorCode,
        /// Its reason, for people.
        text: Vec<u8>,
    },
    /// The server was silent for too long, too often.
    Silent,
    /// The server agreed to more than it was asked for.
    Options,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // U-Boot's words.
            Self::Refused { code, text } => {
                write!(f, "TFTP error: '{}' ({})", String::from_utf8_lossy(text), code.0)
            }
            Self::Silent => f.write_str("Retry count exceeded"),
            Self::Options => f.write_str("the server agreed to more than it was asked for"),
        }
    }
}

impl core::error::Error for Failure {}
