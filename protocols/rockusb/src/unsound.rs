//! What is wrong with a file.

use alloc::string::String;
use core::fmt;

/// A file that is not what it should be, and in what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsound(pub String);

impl Unsound {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self(what.into())
    }
}

impl fmt::Display for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for Unsound {}

impl link::Classify for Unsound {
    fn meaning(&self) -> link::Meaning {
        link::Meaning::input(link::Code::INPUT_IMAGE)
    }
}
