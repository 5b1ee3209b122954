//! One recorded session of another tool, and racklet-flash in its place.

use std::{
    fs,
    path::{Path, PathBuf},
};

use link::Pipe;
use racklet_flash::transport::{Entry, Transcript};

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

    /// `TOOL/SESSION`
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Compares what they said with what we say.
    pub(crate) fn check(
        &self,
        messages: Messages,
        exceptions: &mut Exceptions,
    ) -> Result<(), String> {
        let ours = self.ours()?;
        let (theirs, our_messages) = self.conversations(messages, &ours)?;
        if theirs.is_empty() {
            return Err(format!("{}: nothing was said", self.name));
        }
        compare(&self.name, &theirs, &our_messages, exceptions)?;
        let same = exceptions.none_for(&self.name) && shape(&self.transcript) == shape(&ours);
        if same { self.replay() } else { Ok(()) }
    }

    /// Has racklet-flash speak to the recorded session, which is possible where it says the same in the same transfers.
    fn replay(&self) -> Result<(), String> {
        let folder = Folder::new();
        let transcript = folder.file("transcript", self.transcript.to_string().as_bytes());
        self.named(self.run(&folder, &["--replay", &transcript]))
    }

    /// Both conversations in words.
    pub(crate) fn show(&self, messages: Messages) -> Result<String, String> {
        let (theirs, ours) = self.conversations(messages, &self.ours()?)?;
        let list = |messages: &[Message]| {
            messages.iter().map(|message| format!("  {}\n", message.text)).collect::<String>()
        };
        Ok(format!("{}\n theirs\n{} ours\n{}", self.name, list(&theirs), list(&ours)))
    }

    fn conversations(
        &self,
        messages: Messages,
        ours: &Transcript,
    ) -> Result<(Vec<Message>, Vec<Message>), String> {
        Ok((self.named(messages(&self.transcript))?, self.named(messages(ours))?))
    }

    fn named<T>(&self, result: Result<T, String>) -> Result<T, String> {
        result.map_err(|problem| format!("{}: {problem}", self.name))
    }

    /// What racklet-flash says, recorded as it speaks to a virtual board.
    fn ours(&self) -> Result<Transcript, String> {
        let folder = Folder::new();
        let record = text(&folder.path("record"));
        let board = self.named(self.head.command("board", &folder))?;
        self.named(self.run(&folder, &["--virtual", &board, "--record", &record]))?;
        let recorded = fs::read_to_string(&record).map_err(|error| error.to_string());
        let parse = |text: String| Transcript::parse(&text).map_err(|error| error.to_string());
        self.named(recorded.and_then(parse))
    }

    /// Our command, with options in front of it.
    fn run(&self, folder: &Folder, options: &[&str]) -> Result<(), String> {
        let words = self.head.command("ours", folder)?;
        let run = finish(command(options).args(words.split_whitespace()));
        match run.code {
            0 => Ok(()),
            code => Err(format!("`{words}` ended with {code}: {}", run.stderr)),
        }
    }
}

/// Direction and length of each transfer.
fn shape(transcript: &Transcript) -> Vec<(bool, usize)> {
    let transfer = |entry: &Entry| match entry {
        Entry::Out(bytes) => (false, bytes.len()),
        Entry::Digest { len, .. } => (false, *len),
        Entry::In(bytes) | Entry::ControlIn(_, bytes) => (true, bytes.len()),
        Entry::ControlOut(_, bytes) => (false, bytes.len()),
        Entry::Failed(pipe, _) => (*pipe == Pipe::In, 0),
    };
    transcript.entries.iter().map(transfer).collect()
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
