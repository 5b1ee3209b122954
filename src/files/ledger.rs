//! The files that this process reads and writes: no file is both.
//!
//! One list for the whole process, as descriptors are: inputs are opened in many rooms, and a trace that the user names may
//! be any of them. Files stay open for as long as they are listed, so that no other file gets their number.

use std::{
    ffi::OsString,
    fs::{File, Metadata},
    io,
    os::{fd::AsFd, unix::fs::MetadataExt},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::failure::Problem;

static LEDGER: Mutex<Vec<Entry>> = Mutex::new(Vec::new());

/// How a file is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Read,
    Written,
}

struct Entry {
    /// The file, or the folder in which it will be made under `name`.
    file: File,
    name: Option<OsString>,
    how: Use,
    /// What the user calls it.
    path: PathBuf,
}

/// An output on the list, until this is dropped.
#[derive(Debug)]
pub struct Listed(Option<(u64, u64, Option<OsString>)>);

impl Drop for Listed {
    fn drop(&mut self) {
        let Some((device, number, name)) = self.0.take() else { return };
        list().retain(|entry| entry.how == Use::Read || !entry.is(device, number, name.as_ref()));
    }
}

impl Entry {
    fn is(&self, device: u64, number: u64, name: Option<&OsString>) -> bool {
        let same = |metadata: Metadata| (metadata.dev(), metadata.ino()) == (device, number);
        self.name.as_ref() == name && self.file.metadata().is_ok_and(same)
    }
}

fn list() -> MutexGuard<'static, Vec<Entry>> {
    LEDGER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Lists a file as one that is read. Fails where this process writes it.
pub fn reads(file: &impl AsFd, path: &Path) -> Result<(), Problem> {
    // Inputs stay on the list: an output must not replace what was read before.
    enter(file, None, path, Use::Read).map(std::mem::forget)
}

/// Lists a file as one that is written. Fails where this process reads it, or writes it already.
pub fn writes(file: &impl AsFd, path: &Path) -> Result<Listed, Problem> {
    enter(file, None, path, Use::Written)
}

/// Lists a file that is going to be made. Fails where another output has that name.
pub(crate) fn makes(path: &Path) -> Result<Listed, Problem> {
    let folder = File::open(folder(path)).map_err(|error| failed(path, &error))?;
    enter(&folder, path.file_name().map(Into::into), path, Use::Written)
}

/// The folder that a path leads to.
pub(crate) fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn failed(path: &Path, error: &io::Error) -> Problem {
    Problem::BadInput(format!("{}: {error}", path.display()))
}

fn enter(
    file: &impl AsFd,
    name: Option<OsString>,
    path: &Path,
    how: Use,
) -> Result<Listed, Problem> {
    let file = file.as_fd().try_clone_to_owned().map_err(|error| failed(path, &error))?;
    let file = File::from(file);
    let metadata = file.metadata().map_err(|error| failed(path, &error))?;
    // Terminals, pipes and /dev/null may be both.
    if name.is_none() && !metadata.is_file() {
        return Ok(Listed(None));
    }
    let (device, number) = (metadata.dev(), metadata.ino());
    let mut list = list();
    match list.iter().find(|entry| entry.is(device, number, name.as_ref())) {
        Some(known) if known.how == Use::Read && how == Use::Read => {}
        Some(known) => return Err(clash(known, path, how)),
        None => list.push(Entry { file, name: name.clone(), how, path: path.into() }),
    }
    Ok(Listed(Some((device, number, name))))
}

fn clash(known: &Entry, path: &Path, how: Use) -> Problem {
    let alias = match known.path == path {
        true => String::new(),
        false => format!(" as {}", known.path.display()),
    };
    let path = path.display();
    Problem::Refused(match (known.how, how) {
        (Use::Read, _) => format!("{path} is not overwritten: this command reads it{alias}"),
        (_, Use::Read) => format!("{path} is not read: this command overwrites it{alias}"),
        _ => format!("{path} is already being written{alias}: each output needs a file of its own"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_or_written_by_whatever_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let (one, two) = (folder.path().join("one"), folder.path().join("two"));
        let file = File::create(&one).expect("a file");
        std::fs::hard_link(&one, &two).expect("another name");
        let again = File::open(&two).expect("the same file");
        reads(&file, &one).expect("nobody writes it");
        reads(&again, &two).expect("two may read");
        let error = writes(&again, &two).expect_err("it is read").to_string();
        assert!(error.contains("reads it as") && error.contains("one"), "{error}");
    }

    #[test]
    fn an_output_is_listed_until_it_is_done() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, new) = (folder.path().join("file"), folder.path().join("new"));
        let file = File::create(&path).expect("a file");
        let listed = writes(&file, &path).expect("nobody has it");
        writes(&file, &path).expect_err("it is being written");
        reads(&file, &path).expect_err("it is being written");
        drop(listed);
        reads(&file, &path).expect("it is done");
        let listed = makes(&new).expect("a new one");
        makes(&new).expect_err("it will be made");
        drop(listed);
        makes(&new).expect("it is done");
    }
}
