//! What was found in a file, and how sound it is.

use std::fmt::Display;

use serde_json::{Value, json};

/// Something that a file holds.
pub(crate) struct Finding {
    kind: &'static str,
    pub(crate) text: String,
    /// Sound or not; `None`: the file does not show it.
    pub(crate) sound: Option<bool>,
}

/// What a check says of the bytes it was given.
pub(crate) enum Verdict {
    /// Its checksums hold, or its structure does where it has none.
    Sound(String),
    /// It is recognised, but nothing in it can be checked, or not all of it.
    Unknown(String),
    /// It is damaged, or not what it should be.
    Unsound(String),
}

impl<E: Display> From<Result<String, E>> for Verdict {
    fn from(result: Result<String, E>) -> Self {
        match result {
            Ok(text) => Self::Sound(text),
            Err(error) => Self::Unsound(error.to_string()),
        }
    }
}

impl Finding {
    pub(crate) fn new(kind: &'static str, verdict: Verdict) -> Self {
        let (sound, text) = match verdict {
            Verdict::Sound(text) => (Some(true), text),
            Verdict::Unknown(text) => (None, text),
            Verdict::Unsound(text) => (Some(false), text),
        };
        Self { kind, text, sound }
    }

    pub(crate) fn sound(kind: &'static str, text: impl Into<String>) -> Self {
        Self::new(kind, Verdict::Sound(text.into()))
    }

    pub(crate) fn unknown(kind: &'static str, text: impl Into<String>) -> Self {
        Self::new(kind, Verdict::Unknown(text.into()))
    }

    pub(crate) fn unsound(kind: &'static str, text: impl Into<String>) -> Self {
        Self::new(kind, Verdict::Unsound(text.into()))
    }

    /// The same, found at a place of a disk.
    pub(crate) fn at(self, sector: u64) -> Self {
        Self { text: format!("at sector {sector}: {}", self.text), ..self }
    }

    /// One word for people.
    pub(crate) fn mark(&self) -> &'static str {
        match self.sound {
            Some(true) => "holds",
            None => "unknown",
            Some(false) => "UNSOUND",
        }
    }

    pub(crate) fn fields(&self) -> Value {
        json!({"kind": self.kind, "text": self.text, "sound": self.sound})
    }
}

/// Whether a file with these findings is sound: not where any is unsound, unknown where any is unknown or there is none.
pub(crate) fn overall(findings: &[Finding]) -> Option<bool> {
    if findings.iter().any(|finding| finding.sound == Some(false)) {
        return Some(false);
    }
    let known = !findings.is_empty() && findings.iter().all(|finding| finding.sound.is_some());
    known.then_some(true)
}
