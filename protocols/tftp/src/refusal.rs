//! A client's own reason for the end of a transfer.

use alloc::string::{String, ToString};
use core::fmt;

use link::Foreign;

use crate::wire::ErrorCode;

/// The reason that a client gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// For programs.
    pub code: ErrorCode,
    /// In its own words: their first 128 characters.
    pub text: Foreign<String>,
}

impl Refusal {
    pub(crate) fn new(code: ErrorCode, text: &[u8]) -> Self {
        let text = String::from_utf8_lossy(text);
        Self { code, text: Foreign(text.chars().take(128).collect()) }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, text } = self;
        let text = if text.0.is_empty() { code.meaning().to_string() } else { text.to_string() };
        write!(f, "the client ended the transfer: {text} (error {})", code.0)
    }
}
