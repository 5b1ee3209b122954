//! What is wrong with a manifest: all of it at once.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use anyhow::Error;
use link::{Code, Foreign};

use crate::{exit::Exit, failure::Failure};

/// What to do about a manifest.
const ADVICE: &str = "correct the manifest; docs/manifest.md explains every key";

/// Something that is wrong with a manifest, or with a file that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, from 1, where there is one.
    pub line: Option<usize>,
    /// What it is about: `node tray1-slot3`. Empty: the manifest itself.
    pub about: String,
    /// What is wrong, and what was probably meant.
    pub text: String,
    /// Its class, and what to do about it.
    pub failure: Failure,
}

/// All that is wrong with a manifest, by line. There is at least one mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistakes {
    path: PathBuf,
    list: Vec<Mistake>,
}

impl Mistakes {
    /// The mistakes, by line.
    pub fn list(&self) -> &[Mistake] {
        &self.list
    }

    /// Each on a line of its own: `rack.toml:12: node slot1: …`.
    pub fn lines(&self) -> impl Iterator<Item = String> {
        let path = Foreign(self.path.display());
        self.list.iter().map(move |Mistake { line, about, text, .. }| {
            let line = line.map_or_else(String::new, |line| format!(":{line}"));
            let about = if about.is_empty() { String::new() } else { format!(": {about}") };
            format!("{path}{line}{about}: {text}")
        })
    }

    /// What they mean together: the class is the smallest of theirs.
    pub fn failure(&self) -> Failure {
        let first = self.list.iter().map(|mistake| &mistake.failure).min_by_key(|one| one.exit);
        let mut failure = first.expect("there is at least one mistake").clone();
        if self.list.len() > 1 || failure.advice.is_none() {
            failure.advice = Some(ADVICE.into());
        }
        failure
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines().collect::<Vec<_>>().join("\n"))
    }
}

impl std::error::Error for Mistakes {}

/// Where in a manifest something is: the line, and what it belongs to.
pub(super) type At<'a> = (usize, &'a str);

/// The mistakes so far.
#[derive(Default)]
pub(super) struct Notes(Vec<Mistake>);

impl Notes {
    /// Notes what the manifest says wrongly.
    pub(super) fn wrong(&mut self, (line, about): At<'_>, text: impl fmt::Display) {
        let failure = Failure { exit: Exit::Usage, code: Code::MANIFEST, step: None, advice: None };
        self.push(Some(line), about, &text.to_string(), failure);
    }

    /// Notes that a file is missing, or not what it should be.
    pub(super) fn bad_file(&mut self, at: At<'_>, path: &Path, text: &str) {
        let text = format!("{}: {text}", path.display());
        let failure = Failure { exit: Exit::BadInput, code: Code::INPUT, step: None, advice: None };
        self.push(Some(at.0), at.1, &text, failure);
    }

    /// Notes an error of what the manifest names. `hint` says what to change in the manifest; empty: nothing is known.
    pub(super) fn error(&mut self, at: At<'_>, error: &Error, hint: &str) {
        let mut failure = Failure::of(error);
        let (colon, own) = if hint.is_empty() { ("", failure.advice) } else { (": ", None) };
        failure.advice = own;
        self.failed((Some(at.0), at.1), &format!("{error:#}{colon}{hint}"), failure);
    }

    /// That the manifest at `path` cannot be read at all.
    pub(super) fn unread(path: &Path, error: &Error) -> Mistakes {
        // The error names the file, as we do.
        let (text, lead) = (format!("{error:#}"), format!("{}: ", path.display()));
        let mut notes = Self::default();
        notes.failed((None, ""), text.strip_prefix(&lead).unwrap_or(&text), Failure::of(error));
        Mistakes { path: path.to_owned(), list: notes.0 }
    }

    fn failed(&mut self, (line, about): (Option<usize>, &str), text: &str, failure: Failure) {
        let exit = match failure.exit {
            exit @ (Exit::Usage | Exit::Refused | Exit::Interrupted) => exit,
            _ => Exit::BadInput,
        };
        // What to do about a wrong command line is no help here.
        let advice = failure.advice.filter(|_| exit != Exit::Usage);
        self.push(line, about, text, Failure { exit, advice, ..failure });
    }

    /// Nodes share what `[defaults]` says wrongly: it is told once.
    fn push(&mut self, line: Option<usize>, about: &str, text: &str, failure: Failure) {
        let (about, text) = (Foreign(about).to_string(), Foreign(text).to_string());
        let mistake = Mistake { line, about, text, failure };
        if !self.0.contains(&mistake) {
            self.0.push(mistake);
        }
    }

    /// The mistakes of a manifest's file. Fails where there are any.
    pub(super) fn judged(self, path: &Path) -> Result<(), Mistakes> {
        let mut list = self.0;
        list.sort_by_key(|mistake| mistake.line);
        let path = path.to_owned();
        if list.is_empty() { Ok(()) } else { Err(Mistakes { path, list }) }
    }
}
