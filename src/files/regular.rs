//! Files that users name, and stdin: opened and read so that nothing waits for ever, nothing is read without a limit, and
//! nothing changes between the first byte and the last without being seen.

use std::{
    fs::{File, Metadata},
    io::{self, Read},
    os::{
        fd::AsFd,
        unix::fs::{FileExt, FileTypeExt, MetadataExt, OpenOptionsExt},
    },
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use link::Foreign;
use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    fs::OFlags,
};

use super::ledger;
use crate::{
    failure::{Problem, causes, io_advice},
    transport::Stop,
};

/// How often a wish to stop is looked for while nothing comes, in nanoseconds.
const LOOK: i64 = 100_000_000;

/// A regular file that is what it was when it was opened: every read that finds another state fails.
#[derive(Clone, Debug)]
pub struct Regular {
    file: Arc<File>,
    seen: State,
}

/// What changes when a file's bytes do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct State {
    node: (u64, u64),
    length: u64,
    modified: (i64, i64),
    /// Set by the kernel alone, so that no program can put the other time back.
    changed: (i64, i64),
    links: u64,
}

impl State {
    fn of(metadata: &Metadata) -> Self {
        Self {
            node: (metadata.dev(), metadata.ino()),
            length: metadata.len(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
            links: metadata.nlink(),
        }
    }

    /// Another name, or one less, changes no byte; it moves the kernel's time all the same.
    fn holds(self, now: Self) -> bool {
        let renamed = now.links != self.links;
        self == Self { links: self.links, ..now }
            || (renamed && self == Self { links: self.links, changed: self.changed, ..now })
    }
}

impl Regular {
    /// Opens a file. A FIFO, a device, a socket or a folder is refused at once, and not waited for.
    ///
    /// # Errors
    ///
    /// What the system says, which kind of file it is, or that this process writes it.
    pub fn open(path: &Path) -> Result<Self, Problem> {
        let (file, seen) = Self::open_only(path).map_err(|error| unopened(path, &error))?;
        ledger::reads(&file, path)?;
        Ok(Self { file: Arc::new(file), seen })
    }

    fn open_only(path: &Path) -> io::Result<(File, State)> {
        // Without it, the open of a FIFO waits for a writer.
        let flags = OFlags::NONBLOCK.bits().cast_signed();
        let file = File::options().read(true).custom_flags(flags).open(path)?;
        let metadata = file.metadata()?;
        regular(&metadata)?;
        Ok((file, State::of(&metadata)))
    }

    /// Bytes.
    pub fn length(&self) -> u64 {
        self.seen.length
    }

    /// Reads at a place; less than `buf` has room for only at the end.
    ///
    /// # Errors
    ///
    /// Reading failed, or the file is no longer what it was when it was opened.
    pub fn read_at(&self, buf: &mut [u8], offset: u64) -> io::Result<usize> {
        let read = self.file.read_at(buf, offset)?;
        // After the read: a write changes the times before the bytes.
        self.check()?;
        Ok(read)
    }

    /// Fills `buf` from a place.
    ///
    /// # Errors
    ///
    /// As [`read_at`](Self::read_at), and where the file ends before that.
    pub fn read_exact_at(&self, buf: &mut [u8], offset: u64) -> io::Result<()> {
        let read = self.file.read_exact_at(buf, offset);
        self.check()?;
        read
    }

    /// Checks that the file is what it was when it was opened.
    ///
    /// # Errors
    ///
    /// It is not.
    pub fn check(&self) -> io::Result<()> {
        if self.seen.holds(State::of(&self.file.metadata()?)) {
            return Ok(());
        }
        Err(io::Error::other(Changed))
    }
}

/// A file was changed between its opening and now.
#[derive(Debug)]
pub struct Changed;

impl std::fmt::Display for Changed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(
            "the file was changed after it was checked; try again when nothing writes to it",
        )
    }
}

impl std::error::Error for Changed {}

/// Refuses what is no regular file, and says what it is.
///
/// # Errors
///
/// Which kind of file it is.
pub fn regular(metadata: &Metadata) -> io::Result<()> {
    let kind = metadata.file_type();
    let what = match kind {
        _ if kind.is_file() => return Ok(()),
        _ if kind.is_dir() => "a directory",
        _ if kind.is_fifo() => "a FIFO",
        _ if kind.is_socket() => "a socket",
        _ => "a device",
    };
    Err(io::Error::other(format!("it is {what}, not a regular file")))
}

/// Reads a file whole, of at most `most` bytes.
///
/// # Errors
///
/// As [`Regular::open`], and where it is longer.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Problem> {
    let file = Regular::open(path)?;
    let length = usize::try_from(file.length()).ok().filter(|length| *length as u64 <= most);
    let mut bytes = vec![0; length.ok_or_else(|| named(path, &too_long(most)))?];
    file.read_exact_at(&mut bytes, 0)
        .map_err(|error| unread(&error, format!("{}: {error}", path.display())))?;
    Ok(bytes)
}

/// Whether an error says that a file changed.
pub(crate) fn is_changed(error: &(dyn std::error::Error + 'static)) -> bool {
    causes(error).any(|error| error.is::<Changed>())
}

/// A file that cannot be read, in these words: one that changed is told from one that is not what it should be.
pub(crate) fn unread(error: &(dyn std::error::Error + 'static), text: String) -> Problem {
    if is_changed(error) { Problem::Changed(text) } else { Problem::BadInput(text) }
}

/// A file that cannot be opened, and what to do about it.
fn unopened(path: &Path, error: &io::Error) -> Problem {
    let problem = named(path, error);
    match error.kind() {
        io::ErrorKind::NotFound => problem.advised(format!(
            "check its name: it was looked for in {}",
            Foreign(folder_of(path).display())
        )),
        io::ErrorKind::Other => problem.advised("name a regular file"),
        kind => match io_advice(kind) {
            Some(advice) => problem.advised(advice),
            None => problem,
        },
    }
}

/// The folder that a path leads to.
fn folder_of(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.into());
    whole.parent().map_or_else(PathBuf::new, Into::into)
}

fn named(path: &Path, error: &dyn std::fmt::Display) -> Problem {
    Problem::BadInput(format!("{}: {error}", path.display()))
}

fn too_long(most: u64) -> String {
    let most = match most {
        0..=0xf_ffff => format!("{} KiB", most >> 10),
        _ => format!("{} MiB", most >> 20),
    };
    format!("it is longer than {most}, the most that is read here")
}

/// The wish to stop that [`Stdin`] looks at: there is one stdin to a process, and one user who sends it signals.
static STOP: OnceLock<Stop> = OnceLock::new();

/// Names the wish to stop that ends the wait for stdin.
pub fn stop_with(stop: &Stop) {
    // A second name in one process would be a test's; the first one stays.
    let _ = STOP.set(stop.clone());
}

/// Whether the user wants to stop.
pub fn stopped() -> bool {
    STOP.get().is_some_and(Stop::asked)
}

/// Stdin, which ends with an error when the user wants to stop, even while nothing comes.
#[derive(Clone, Copy, Debug)]
pub struct Stdin(());

impl Stdin {
    /// Takes stdin for an input.
    ///
    /// # Errors
    ///
    /// This process writes the file that stdin is.
    pub fn open() -> Result<Self, Problem> {
        ledger::reads(&io::stdin(), Path::new("-")).map(|()| Self(()))
    }
}

impl Read for Stdin {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let stdin = io::stdin();
        let limit = Timespec { tv_sec: 0, tv_nsec: LOOK };
        loop {
            if stopped() {
                return Err(io::Error::other("interrupted"));
            }
            match poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&limit)) {
                Ok(0) | Err(rustix::io::Errno::INTR) => {}
                // Past the buffer that the standard library keeps, whose bytes no poll sees.
                Ok(_) => match rustix::io::read(stdin.as_fd(), &mut *buf) {
                    Err(rustix::io::Errno::AGAIN | rustix::io::Errno::INTR) => {}
                    read => return Ok(read?),
                },
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// Reads stdin to its end, which has to come after at most `most` bytes.
///
/// # Errors
///
/// Reading failed, the user wants to stop, or there is more.
pub fn read_stdin(most: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    match Stdin::open()?.take(most + 1).read_to_end(&mut bytes) {
        Err(_) if stopped() => Err(Problem::Interrupted),
        Err(error) => Err(named(Path::new("stdin"), &error)),
        Ok(_) if bytes.len() as u64 > most => Err(named(Path::new("stdin"), &too_long(most))),
        Ok(_) => Ok(bytes),
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, io::Write};

    use super::*;

    fn opened() -> (tempfile::TempDir, PathBuf, Regular) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        fs::write(&path, [7; 1000]).expect("written");
        let file = Regular::open(&path).expect("a regular file");
        // The kernel's time moves in steps of some milliseconds.
        std::thread::sleep(std::time::Duration::from_millis(30));
        (folder, path, file)
    }

    #[test]
    fn a_change_is_seen_whatever_is_done_to_hide_it() {
        let mut buf = [0; 10];
        let (_folder, path, file) = opened();
        assert_eq!(file.read_at(&mut buf, 995).expect("as it was"), 5);
        let time = fs::metadata(&path).expect("it is there").modified().expect("a time");
        let mut other = File::options().write(true).open(&path).expect("it is there");
        other.write_all(&[8]).expect("written");
        other.set_modified(time).expect("its owner may");
        assert!(
            file.read_at(&mut buf, 0)
                .expect_err("another byte")
                .get_ref()
                .expect("ours")
                .is::<Changed>()
        );
        for change in [
            |path: &Path| File::options().append(true).open(path)?.write_all(b"x"),
            |path: &Path| File::options().write(true).open(path)?.set_len(500),
        ] {
            let (_folder, path, file) = opened();
            change(&path).expect("it is there");
            file.read_exact_at(&mut buf, 0).expect_err("another length");
        }
    }

    #[test]
    fn a_file_that_loses_its_name_is_the_file_that_it_was() {
        let mut buf = [0; 10];
        let (folder, path, file) = opened();
        fs::hard_link(&path, folder.path().join("other")).expect("linked");
        file.read_exact_at(&mut buf, 0).expect("the same bytes");
        let (_folder, path, file) = opened();
        fs::remove_file(&path).expect("removed");
        fs::write(&path, b"another").expect("written");
        file.read_exact_at(&mut buf, 0).expect("the same bytes");
    }

    #[test]
    fn what_is_no_file_is_refused_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let fifo = folder.path().join("fifo");
        let mode = rustix::fs::Mode::from_raw_mode(0o600);
        rustix::fs::mkfifoat(rustix::fs::CWD, &fifo, mode).expect("made");
        let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("socket"));
        for (path, what) in [
            (fifo.as_path(), "a FIFO"),
            (folder.path(), "a directory"),
            (Path::new("/dev/zero"), "a device"),
        ] {
            let error = Regular::open(path).expect_err("no regular file").to_string();
            assert!(error.contains(what), "{error}");
        }
        Regular::open(&folder.path().join("socket")).expect_err("a socket");
        let big = folder.path().join("big");
        File::create(&big).and_then(|file| file.set_len(1 << 40)).expect("a sparse file");
        assert!(read(&big, 64 << 20).expect_err("too long").to_string().contains("64 MiB"));
    }
}
