//! Files that this program makes. One that exists is replaced only if the user allows it, and only when the new one is whole.

use std::{
    fs::{self, File, Metadata, Permissions},
    io::{self, Write},
    os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use rustix::{
    fs::OFlags,
    io::{Errno, ioctl_fionbio},
};
use tempfile::NamedTempFile;

use crate::{
    failure::Problem,
    files::{
        ledger::{self, Listed},
        regular,
    },
};

/// How often to check whether a FIFO has a reader, or the user wants to stop.
const LOOK: Duration = Duration::from_millis(20);

/// Whether files that exist may be replaced: the user's word for the whole run.
static REPLACE: AtomicBool = AtomicBool::new(false);

/// Files that exist may be replaced.
pub fn allow_replacing() {
    REPLACE.store(true, Ordering::Relaxed);
}

/// A file that is being made.
#[derive(Debug)]
pub struct Output {
    path: PathBuf,
    to: To,
    /// Keeps others from using the file.
    _listed: Option<Listed>,
}

#[derive(Debug)]
enum To {
    Stdout(io::Stdout),
    /// What is written as it comes: pipes, devices, and new traces.
    Direct(File),
    /// A file beside the one that it becomes, with the metadata of what it replaces.
    Beside(NamedTempFile, Option<Metadata>),
}

/// When a file has its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    /// When it is whole.
    Whole,
    /// From the start, where nothing is replaced: what is kept of a job that failed.
    Live,
}

/// Whether a path means stdout.
pub fn is_stdout(path: &Path) -> bool {
    path == Path::new("-") || path == Path::new("/dev/stdout")
}

impl Output {
    /// A file that appears when it is [finished](Self::finish). `-` is stdout. Links are followed; pipes and devices are
    /// written directly. Fails if the file exists and the user did not allow replacing it, and where this process reads it.
    pub fn create(path: &Path) -> anyhow::Result<Self> {
        Self::make(path, Shown::Whole)
    }

    /// A file that is written as things happen, and kept when the job fails: a trace.
    pub fn live(path: &Path) -> anyhow::Result<Self> {
        Self::make(path, Shown::Live)
    }

    /// A file in a folder, under a name that comes from a file: where that is a link, the link is replaced.
    pub(crate) fn inside(folder: &Path, name: impl AsRef<Path>) -> anyhow::Result<Self> {
        let path = folder.join(name);
        match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(named(&path, error)),
            Ok(metadata) if metadata.is_dir() => return Err(is_folder(&path)),
            Ok(metadata) => {
                may_replace(&path)?;
                if metadata.is_file() {
                    // The package itself may be in the folder.
                    let file = File::open(&path).map_err(|error| named(&path, error))?;
                    ledger::writes(&file, &path)?;
                }
            }
        }
        let listed = Some(ledger::makes(&path)?);
        Ok(Self { to: To::Beside(beside(&path)?, None), path, _listed: listed })
    }

    fn make(path: &Path, shown: Shown) -> anyhow::Result<Self> {
        if is_stdout(path) {
            return Ok(Self { path: path.into(), to: To::Stdout(io::stdout()), _listed: None });
        }
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Self::new(path, shown),
            Err(error) => return Err(named(path, error)),
        };
        if metadata.is_dir() {
            return Err(is_folder(path));
        }
        let direct = !metadata.is_file() || is_descriptor(path);
        if !direct || metadata.file_type().is_block_device() {
            may_replace(path)?;
        }
        // Also whether it may be written at all: to replace it, only its folder would have to be.
        let file = match metadata.file_type().is_fifo() {
            true => fifo(path)?,
            false => File::options().write(true).open(path).map_err(|error| named(path, error))?,
        };
        let listed = Some(ledger::writes(&file, path)?);
        let path = match direct {
            true => return Ok(Self { path: path.into(), to: To::Direct(file), _listed: listed }),
            // A link stays, and what it leads to is replaced.
            false => fs::canonicalize(path).map_err(|error| named(path, error))?,
        };
        Ok(Self { to: To::Beside(beside(&path)?, Some(metadata)), path, _listed: listed })
    }

    fn new(path: &Path, shown: Shown) -> anyhow::Result<Self> {
        if fs::symlink_metadata(path).is_ok() {
            let text = format!("{}: this link leads to no file", path.display());
            return Err(Problem::Refused(text).into());
        }
        if shown == Shown::Live {
            let file = File::create_new(path).map_err(|error| named(path, error))?;
            let listed = Some(ledger::writes(&file, path)?);
            return Ok(Self { path: path.into(), to: To::Direct(file), _listed: listed });
        }
        let temporary = beside(path)?;
        let listed = Some(ledger::makes(path)?);
        Ok(Self { path: path.into(), to: To::Beside(temporary, None), _listed: listed })
    }

    /// Makes sure that everything is on storage, and gives the file its name.
    pub fn finish(mut self) -> anyhow::Result<()> {
        let path = self.path.clone();
        self.flush().map_err(|error| named(&path, error))?;
        match self.to {
            To::Stdout(_) => Ok(()),
            To::Direct(file) => match file.sync_all() {
                // Pipes and devices cannot do that.
                Err(error) if file.metadata().is_ok_and(|metadata| metadata.is_file()) => {
                    Err(named(&path, error))
                }
                _ => Ok(()),
            },
            To::Beside(file, old) => persist(file, old.as_ref(), &path),
        }
    }
}

/// Opens a FIFO: waits for a reader, as a shell does, or until the user wants to stop.
fn fifo(path: &Path) -> anyhow::Result<File> {
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    loop {
        match File::options().write(true).custom_flags(flags).open(path) {
            // It has no reader yet.
            Err(error) if error.raw_os_error() == Some(Errno::NXIO.raw_os_error()) => {
                if regular::stopped() {
                    return Err(named(path, Problem::Interrupted));
                }
                thread::sleep(LOOK);
            }
            opened => {
                let file = opened.map_err(|error| named(path, error))?;
                ioctl_fionbio(&file, false).map_err(|error| named(path, error))?;
                return Ok(file);
            }
        }
    }
}

fn persist(file: NamedTempFile, old: Option<&Metadata>, path: &Path) -> anyhow::Result<()> {
    if let Some(old) = old {
        // Only root may keep another owner; the mode is kept in any case.
        let _ = std::os::unix::fs::fchown(file.as_file(), Some(old.uid()), Some(old.gid()));
        let mode = Permissions::from_mode(old.mode() & 0o777);
        file.as_file().set_permissions(mode).map_err(|error| named(path, error))?;
    }
    file.as_file().sync_all().map_err(|error| named(path, error))?;
    let kept = match old.is_some() || REPLACE.load(Ordering::Relaxed) {
        true => file.persist(path),
        // A file that appeared meanwhile belongs to another program.
        false => file.persist_noclobber(path),
    };
    kept.map(drop).map_err(|error| named(path, error.error))
}

/// Refuses to replace a file, unless the user allowed it.
pub(crate) fn may_replace(path: &Path) -> Result<(), Problem> {
    if REPLACE.load(Ordering::Relaxed) {
        return Ok(());
    }
    let text = format!("{} exists, and would be overwritten. Add --yes to do it", path.display());
    Err(Problem::Unconfirmed(text))
}

/// Whether a path is one of this process's descriptors: it cannot be renamed to.
fn is_descriptor(path: &Path) -> bool {
    let folder = fs::canonicalize(ledger::folder(path));
    folder.is_ok_and(|folder| folder.starts_with("/proc"))
}

/// A temporary file beside another, with the mode that a new file has.
fn beside(path: &Path) -> anyhow::Result<NamedTempFile> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let made = tempfile::Builder::new()
        .prefix(&format!(".{}.", name.chars().take(60).collect::<String>()))
        .suffix(".part")
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(ledger::folder(path));
    made.map_err(|error| named(path, error))
}

fn named(path: &Path, error: impl Into<anyhow::Error>) -> anyhow::Error {
    error.into().context(path.display().to_string())
}

fn is_folder(path: &Path) -> anyhow::Error {
    named(path, anyhow::Error::msg("is a folder"))
}

impl Write for Output {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        match &mut self.to {
            To::Stdout(out) => out.write(data),
            To::Direct(file) => file.write(data),
            To::Beside(file, _) => file.write(data),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::Stdout(out) => out.flush(),
            To::Direct(file) => file.flush(),
            To::Beside(file, _) => file.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(output: anyhow::Result<Output>, text: &str) -> anyhow::Result<()> {
        let mut output = output?;
        output.write_all(text.as_bytes())?;
        output.finish()
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        let mut names: Vec<_> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_appears_when_it_is_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        let mut output = Output::create(&path).expect("made");
        output.write_all(b"half").expect("written");
        assert!(!path.exists());
        drop(output);
        assert!(names(folder.path()).is_empty(), "the temporary file stayed");
        put(Output::create(&path), "whole").expect("made");
        assert_eq!(fs::read(&path).expect("there"), b"whole");
        assert_eq!(names(folder.path()), ["file"]);
    }

    #[test]
    fn a_trace_is_there_from_the_start() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("trace");
        let mut output = Output::live(&path).expect("made");
        output.write_all(b"half").expect("written");
        drop(output);
        assert_eq!(fs::read(&path).expect("there"), b"half");
    }

    #[test]
    fn nothing_is_replaced_unasked() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        fs::write(&path, "old").expect("written");
        for made in
            [Output::create(&path), Output::live(&path), Output::inside(folder.path(), "file")]
        {
            let error = made.expect_err("it exists");
            assert!(matches!(error.downcast_ref(), Some(Problem::Unconfirmed(_))), "{error:#}");
        }
        let link = folder.path().join("link");
        std::os::unix::fs::symlink("nowhere", &link).expect("a link");
        let error = Output::create(&link).expect_err("it leads nowhere");
        assert!(matches!(error.downcast_ref(), Some(Problem::Refused(_))), "{error:#}");
        assert_eq!(names(folder.path()), ["file", "link"]);
    }

    #[test]
    fn two_outputs_have_two_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        let one = Output::create(&path).expect("made");
        Output::create(&path).expect_err("it is being made");
        drop(one);
        put(Output::create(&path), "one").expect("made");
    }

    #[test]
    fn devices_are_written_as_they_are() {
        put(Output::create(Path::new("/dev/null")), "text").expect("written");
        put(Output::live(Path::new("/dev/null")), "text").expect("written");
        Output::create(Path::new("/nonexistent/file")).expect_err("there is no such folder");
        Output::create(Path::new("/tmp")).expect_err("it is a folder");
    }
}
