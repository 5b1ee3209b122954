//! Files that go to a place in memory.

use std::{
    path::{Path, PathBuf},
    str::FromStr,
};

use fel::{
    host::{ScriptKind, Upload},
    uimage::UImage,
};
use link::{IoError, Sink, Source};

use super::{Input, bad, regular};
use crate::{failure::Problem, number::parse_u32};

/// The longest script in bytes: far above any that people write.
const SCRIPT_LIMIT: u64 = 1 << 20;

/// A file and where it goes.
#[derive(Clone, Debug)]
pub(crate) struct AddressedFile {
    pub(crate) address: u32,
    pub(crate) path: PathBuf,
}

impl FromStr for AddressedFile {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (address, path) = text.split_once('=').ok_or("it is not ADDR=FILE")?;
        Ok(Self { address: parse_u32(address)?, path: path.into() })
    }
}

/// The same, open.
pub(crate) struct MemoryFile {
    pub(crate) name: String,
    pub(crate) address: u32,
    pub(crate) input: Input,
}

impl MemoryFile {
    pub(crate) fn open(address: u32, path: &Path) -> anyhow::Result<Self> {
        Ok(Self { name: short(path), address, input: Input::open(path)? })
    }

    /// Finds out what the file at `path` is to a U-Boot that is started with it in memory, and that it is sound. What
    /// U-Boot carries out is kept in memory, so that what is written is what was checked.
    pub(crate) fn check(&mut self, path: &Path) -> anyhow::Result<Option<ScriptKind>> {
        let script = self.kind(path)?;
        if script.is_some() {
            self.input = Input::Bytes(self.text(path)?);
            self.kind(path)?;
        }
        Ok(script)
    }

    fn kind(&mut self, path: &Path) -> Result<Option<ScriptKind>, Problem> {
        let upload = Upload::new(self.name.clone(), self.address, &mut self.input);
        upload.map(|upload| upload.script).map_err(|error| bad(path, error))
    }

    /// All of a file that is a script.
    pub(crate) fn text(&mut self, path: &Path) -> anyhow::Result<Vec<u8>> {
        if self.input.size() > SCRIPT_LIMIT {
            return Err(bad(path, "too long for a script").into());
        }
        let mut bytes = vec![0; usize::try_from(self.input.size())?];
        self.input
            .read_at(0, &mut bytes)
            .map_err(|error| regular::unread(&*error, format!("{}: {error}", path.display())))?;
        Ok(bytes)
    }

    /// The commands that a U-Boot finds in it, where it is a script image or an environment; [`check`](Self::check) has to
    /// come first.
    pub(crate) fn commands(&self) -> Option<String> {
        let Input::Bytes(bytes) = &self.input else { return None };
        let text = match ScriptKind::of(bytes)? {
            ScriptKind::Script => texts(UImage::parse(bytes).ok()?.data),
            ScriptKind::Environment => bytes,
        };
        Some(String::from_utf8_lossy(text).into_owned())
    }

    /// What is to be done with it, in words.
    pub(crate) fn plan(&self) -> String {
        format!("write {}: {} bytes at {:#010x}", self.name, self.input.size(), self.address)
    }

    /// What memory that is read is to be compared with.
    pub(crate) fn compare(&mut self) -> Compare<'_> {
        Compare { load: self, at: 0, buffer: Vec::new(), differs: None }
    }
}

/// The texts of a script image, after the table of their lengths, which ends with a zero.
fn texts(data: &[u8]) -> &[u8] {
    let end = data.chunks_exact(4).position(|length| length == [0; 4]);
    end.map_or(data, |end| &data[4 * (end + 1)..])
}

/// What steps and messages call a file: the folder it is in would fill a line of its own.
pub(crate) fn short(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Compares what comes with a file, remembering the first difference.
pub(crate) struct Compare<'c> {
    load: &'c mut MemoryFile,
    at: u64,
    buffer: Vec<u8>,
    differs: Option<u64>,
}

impl Compare<'_> {
    /// Whether all of it was the same.
    pub(crate) fn result(self) -> Result<(), Problem> {
        let Some(offset) = self.differs else { return Ok(()) };
        let place = u64::from(self.load.address) + offset;
        Err(Problem::Differs(format!(
            "{}: memory differs from byte {offset:#x} of the file on ({place:#010x})",
            self.load.name
        )))
    }
}

impl Sink for Compare<'_> {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        self.buffer.resize(data.len(), 0);
        self.load.input.read_at(self.at, &mut self.buffer)?;
        let first = self.buffer.iter().zip(data).position(|(wanted, found)| wanted != found);
        self.differs = self.differs.or_else(|| first.map(|index| self.at + index as u64));
        self.at += data.len() as u64;
        Ok(())
    }
}
