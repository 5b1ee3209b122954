//! Files of a run that could not be written: the boards are what they are, and nothing is lost without a word.

use std::{
    fmt::Display,
    sync::{Mutex, PoisonError},
};

/// What could not be written, in words.
#[derive(Debug, Default)]
pub(super) struct Lost(Mutex<Vec<String>>);

impl Lost {
    /// Keeps why the file of this name could not be written, and says it; `None`: it was written.
    pub(super) fn keep<E: Display>(&self, name: &str, written: Result<(), E>) -> Option<String> {
        let text = format!("{name} could not be written: {}", written.err()?);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(text.clone());
        Some(text)
    }

    /// All that was kept.
    pub(super) fn all(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
