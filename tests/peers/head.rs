//! What a session says of itself: the lines `# key: value` above it.
//!
//! * `origin`: where it is from
//! * `theirs`: the command that was run; PACKAGE/PROGRAM is one of a package for Python
//! * `served`: the virtual board that it spoke to, if it was one (as for `--virtual`)
//! * `ours`: what follows `racklet-flash` on the command line that is to say the same
//! * `board`: the virtual board for that
//! * `input: NAME = KIND …`: a file of the commands and the boards, where it stands as `{NAME}`; `{out}` is one that the
//!   commands write, `{folder}` the folder of all of them

use crate::{
    inputs,
    tool::{Folder, text},
};

/// The comments of a session.
pub(crate) struct Head(pub(crate) Vec<String>);

impl Head {
    /// The comments of a transcript's text, which may have nothing else.
    pub(crate) fn of(text: &str) -> Self {
        let comments = text.lines().filter_map(|line| line.strip_prefix('#'));
        Self(comments.map(|comment| comment.trim().to_owned()).collect())
    }

    /// The value of the only line of a key.
    pub(crate) fn one(&self, key: &'static str) -> Result<&str, String> {
        let mut lines = self.all(key);
        match (lines.next(), lines.next()) {
            (Some(line), None) => Ok(line),
            _ => Err(format!("its head takes one line `# {key}: …`")),
        }
    }

    /// The values of a key.
    pub(crate) fn all(&self, key: &'static str) -> impl Iterator<Item = &str> {
        let lines = self.0.iter();
        lines.filter_map(move |line| Some(line.strip_prefix(key)?.strip_prefix(':')?.trim()))
    }

    /// The command line of a key, with its files made in a folder.
    pub(crate) fn command(&self, key: &'static str, folder: &Folder) -> Result<String, String> {
        let mut words = self.one(key)?.replace("{out}", &text(&folder.path("out")));
        words = words.replace("{folder}", &text(&folder.path("")));
        for line in self.all("input") {
            let (name, path) = inputs::make(folder, line)?;
            words = words.replace(&format!("{{{name}}}"), &path);
        }
        Ok(words)
    }
}
