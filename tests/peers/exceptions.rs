//! Where racklet-flash does not say what another tool says, and why: `exceptions.toml` of a family.
//!
//!     [[exception]]
//!     sessions = ["sunxi-fel/h3-readl"]       # tool/session; in each of them it must apply …
//!     times = 2                               # … so often (once, if not told)
//!     theirs = ["write 0x00001000 +40 crc32=*"]   # messages of theirs, one after the other,
//!     ours = ["write 0x00001000 +100 crc32=*"]    # in place of which we say these
//!     reason = "…"
//!
//! Without `theirs` a message of ours is additional, without `ours` one of theirs is left out. `*` stands for any word
//! of a message's text.

use std::{fs, path::Path};

use serde::Deserialize;

use crate::message::Message;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "exception")]
    exceptions: Vec<Exception>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    sessions: Vec<String>,
    #[serde(default = "once")]
    times: usize,
    #[serde(default)]
    theirs: Vec<String>,
    #[serde(default)]
    ours: Vec<String>,
    reason: String,
    /// Sessions in which it was used, with repetitions.
    #[serde(skip)]
    used: Vec<String>,
}

fn once() -> usize {
    1
}

/// All exceptions of a family.
#[derive(Debug)]
pub(crate) struct Exceptions(Vec<Exception>);

impl Exceptions {
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let text =
            fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Self::parse(&text).map_err(|problem| format!("{}: {problem}", path.display()))
    }

    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let File { exceptions } = toml::from_str(text).map_err(|error| error.to_string())?;
        match exceptions.iter().find_map(Exception::problem) {
            Some(problem) => Err(problem),
            None => Ok(Self(exceptions)),
        }
    }

    /// How many messages of each side the first exception that fits here takes.
    pub(crate) fn apply(
        &mut self,
        session: &str,
        theirs: &[Message],
        ours: &[Message],
    ) -> Option<(usize, usize)> {
        let fits = |one: &&mut Exception| {
            one.is_left(session) && begins(theirs, &one.theirs) && begins(ours, &one.ours)
        };
        let exception = self.0.iter_mut().find(fits)?;
        exception.used.push(session.to_owned());
        Some((exception.theirs.len(), exception.ours.len()))
    }

    /// Whether a session is to be the same, message by message.
    pub(crate) fn none_for(&self, session: &str) -> bool {
        !self.0.iter().any(|exception| exception.sessions().any(|one| one == session))
    }

    /// What was not used as often as it is told, in words.
    pub(crate) fn unused(&self) -> Vec<String> {
        let unused = |one: &Exception, session: &String| {
            let used = one.count(session);
            (used != one.times).then(|| {
                format!(
                    "{session}: the exception “{}” applies {used} times, not {}",
                    one.reason, one.times
                )
            })
        };
        let each = |one| Exception::sessions(one).filter_map(move |session| unused(one, session));
        self.0.iter().flat_map(each).collect()
    }
}

impl Exception {
    fn problem(&self) -> Option<String> {
        let Self { sessions, times, theirs, ours, reason, .. } = self;
        let nothing = theirs.is_empty() && ours.is_empty();
        if reason.trim().is_empty() || sessions.is_empty() || *times == 0 || nothing {
            return Some(format!("an exception takes sessions, messages and a reason: {self:?}"));
        }
        None
    }

    fn sessions(&self) -> impl Iterator<Item = &String> {
        self.sessions.iter()
    }

    fn count(&self, session: &str) -> usize {
        self.used.iter().filter(|used| *used == session).count()
    }

    fn is_left(&self, session: &str) -> bool {
        self.sessions.iter().any(|one| one == session) && self.count(session) < self.times
    }
}

/// Whether the messages begin with such that match.
fn begins(messages: &[Message], patterns: &[String]) -> bool {
    messages.len() >= patterns.len()
        && messages.iter().zip(patterns).all(|(message, pattern)| matches(&message.text, pattern))
}

/// Word by word; `*` is any, and may follow the beginning of a word.
fn matches(text: &str, pattern: &str) -> bool {
    let word = |text: &str, pattern: &str| match pattern.strip_suffix('*') {
        Some(beginning) => text.starts_with(beginning),
        None => text == pattern,
    };
    let (words, patterns): (Vec<_>, Vec<_>) =
        (text.split_whitespace().collect(), pattern.split_whitespace().collect());
    words.len() == patterns.len() && words.iter().zip(&patterns).all(|(text, one)| word(text, one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_word_by_word() {
        let text = "write 0x00001000 +100 crc32=0a1b2c3d";
        for pattern in [text, "write 0x00001000 +100 crc32=*", "write * +100 *", "* * * *"] {
            assert!(matches(text, pattern), "{pattern}");
        }
        for pattern in ["write", "*", "read 0x00001000 +100 crc32=*", "write * +10 *", "* * *"] {
            assert!(!matches(text, pattern), "{pattern}");
        }
    }

    #[test]
    fn an_exception_that_says_too_little_is_refused() {
        let sound = "[[exception]]\nsessions = [\"a/b\"]\nours = [\"version\"]\nreason = \"so\"\n";
        assert!(Exceptions::parse(sound).is_ok() && Exceptions::parse("").is_ok());
        for (from, to) in [
            ("\"so\"", "\" \""),
            ("[\"a/b\"]", "[]"),
            ("[\"version\"]", "[]"),
            ("reason", "times = 0\nreason"),
            ("reason = \"so\"\n", ""),
            ("reason", "raeson = \"\"\nreason"),
        ] {
            assert!(Exceptions::parse(&sound.replace(from, to)).is_err(), "{to}");
        }
    }
}
