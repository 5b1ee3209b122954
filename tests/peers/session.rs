//! One recorded session of another tool, and racklet-flash in its place.

use std::{
    fs,
    path::{Path, PathBuf},
};

use racklet_flash::transport::Transcript;

use crate::{
    compare::compare,
    exceptions::Exceptions,
    head::Head,
    message::{Message, Messages},
    tool::{Folder, command, finish, text},
};

/// A recorded session.
pub(crate) struct Session {
    /// `TOOL/SESSION`
    name: String,
    head: Head,
    transcript: Transcript,
}

impl Session {
    /// All sessions of a tool, which has some.
    pub(crate) fn all(family: &Path, tool: &str) -> Result<Vec<Self>, String> {
        files(family, tool)?.iter().map(|path| Self::read(tool, path)).collect()
    }

    fn read(tool: &str, path: &Path) -> Result<Self, String> {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(path).map_err(|error| format!("{stem}: {error}"))?;
        Self::parse(format!("{tool}/{stem}"), &text)
    }

    pub(crate) fn parse(name: String, text: &str) -> Result<Self, String> {
        let transcript = Transcript::parse(text).map_err(|error| format!("{name}: {error}"))?;
        Ok(Self { name, head: Head::of(text), transcript })
    }

    /// Compares what they said with what we say.
    pub(crate) fn check(
        &self,
        messages: Messages,
        exceptions: &mut Exceptions,
    ) -> Result<(), String> {
        let (theirs, ours) = self.conversations(messages)?;
        if theirs.is_empty() {
            return Err(format!("{}: nothing was said", self.name));
        }
        compare(&self.name, &theirs, &ours, exceptions)
    }

    /// Both conversations in words.
    pub(crate) fn show(&self, messages: Messages) -> Result<String, String> {
        let (theirs, ours) = self.conversations(messages)?;
        let list = |messages: &[Message]| {
            messages.iter().map(|message| format!("  {}\n", message.text)).collect::<String>()
        };
        Ok(format!("{}\n theirs\n{} ours\n{}", self.name, list(&theirs), list(&ours)))
    }

    fn conversations(&self, messages: Messages) -> Result<(Vec<Message>, Vec<Message>), String> {
        let named = |problem: String| format!("{}: {problem}", self.name);
        let theirs = messages(&self.transcript).map_err(named)?;
        let ours = self.ours().and_then(|ours| messages(&ours)).map_err(named)?;
        Ok((theirs, ours))
    }

    /// What racklet-flash says, recorded as it speaks to a virtual board.
    fn ours(&self) -> Result<Transcript, String> {
        let folder = Folder::new();
        let words = self.head.command("ours", &folder)?;
        let record = text(&folder.path("record"));
        let options = ["--virtual", self.head.one("board")?, "--record", &record, "--yes"];
        let run = finish(&mut command(words.split_whitespace().chain(options)));
        if run.code != 0 {
            return Err(format!("`{words}` ended with {}: {}", run.code, run.stderr));
        }
        let recorded = fs::read_to_string(&record).map_err(|error| error.to_string())?;
        Transcript::parse(&recorded).map_err(|error| error.to_string())
    }
}

/// The files of a tool's sessions.
pub(crate) fn files(family: &Path, tool: &str) -> Result<Vec<PathBuf>, String> {
    let folder = family.join(tool);
    let fail = |problem: String| format!("{}: {problem}", folder.display());
    let mut paths = fs::read_dir(&folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>())
        .map_err(|error| fail(error.to_string()))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    if paths.is_empty() { Err(fail("it has no sessions".into())) } else { Ok(paths) }
}
