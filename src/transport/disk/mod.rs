//! USB disks: found by their port, made sure of, and moved to and from past the page cache.

mod buffer;
mod found;
mod queue;
mod users;

pub use buffer::Buffer;
pub use found::{FoundDisk, find_disk};
pub use queue::{Moved, Queue};

use std::{
    fmt,
    fs::{File, OpenOptions},
    io::{self, ErrorKind},
    os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt},
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use super::PortPath;

/// How long the kernel may take to say that a disk has left.
const LEAVING: Duration = Duration::from_secs(2);

/// Why a disk cannot be used.
#[derive(Debug)]
pub enum DiskError {
    /// Nothing is plugged in there.
    Nothing(PortPath),
    /// What is plugged in there is no disk; its interfaces' classes.
    NoDisk(PortPath, String),
    /// It shows several disks.
    Several(PortPath, Vec<String>),
    /// The kernel has made no disk of it.
    Unready(PortPath),
    /// Something uses it.
    InUse(PathBuf, String),
    /// Its node may not be opened.
    Permission(PathBuf),
    /// It has disconnected.
    Gone(PortPath),
    /// The user stopped the wait.
    Interrupted,
    /// Something else.
    Other(PathBuf, io::Error),
}

impl fmt::Display for DiskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing(port) => write!(f, "nothing is plugged in at port {port}"),
            Self::NoDisk(port, is) => write!(f, "what is at port {port} is no USB disk ({is})"),
            Self::Several(port, disks) => {
                write!(f, "port {port} has more than one disk: {}", disks.join(", "))
            }
            Self::Unready(port) => {
                write!(
                    f,
                    "the USB disk at port {port} has no device: it does not answer, or its driver is missing"
                )
            }
            Self::InUse(disk, by) => write!(f, "{} is in use: {by}", disk.display()),
            Self::Permission(disk) => write!(f, "no permission to open {}", disk.display()),
            Self::Gone(port) => write!(f, "the disk at port {port} disconnected"),
            Self::Interrupted => f.write_str("interrupted while waiting for a disk"),
            Self::Other(disk, error) => write!(f, "{}: {error}", disk.display()),
        }
    }
}

impl std::error::Error for DiskError {}

/// An open disk, which no other program can mount or claim meanwhile.
#[derive(Debug)]
pub struct Disk {
    /// What it is.
    pub found: FoundDisk,
    file: Arc<File>,
}

impl Disk {
    /// Claims a disk.
    ///
    /// # Errors
    ///
    /// When something uses it (a mount, swap, another device on top of it, another program), when its node may not be opened, and
    /// when that is another disk by now.
    pub fn open(found: FoundDisk) -> Result<Self, DiskError> {
        let root = Path::new("/");
        if let Some(by) = users::of(root, &found) {
            return Err(DiskError::InUse(found.node(), by));
        }
        let file =
            open(&found.node(), !found.is_read_only).map_err(|error| refused(&found, error))?;
        let disk = Self { found, file: Arc::new(file) };
        disk.require_same()?;
        Ok(disk)
    }

    /// Makes sure that the open node is the disk that was found. Its number is not given to another one while it is open.
    fn require_same(&self) -> Result<(), DiskError> {
        let node = self.file.metadata().map_err(|error| refused(&self.found, error))?;
        let number = (rustix::fs::major(node.rdev()), rustix::fs::minor(node.rdev()));
        let is_same = node.file_type().is_block_device() && number == self.found.number;
        match is_same && self.found.is_there(Path::new("/")) {
            true => Ok(()),
            false => Err(DiskError::Gone(self.found.port.clone())),
        }
    }

    /// Requests to it, several at a time.
    pub fn queue(&self) -> Queue {
        Queue::new(&self.file)
    }

    /// Has the disk store what it took.
    ///
    /// # Errors
    ///
    /// When the disk fails.
    pub fn flush(&self) -> io::Result<()> {
        self.file.sync_all()
    }

    /// Whether it has disconnected, as an error of it may mean.
    pub fn has_gone(&self) -> bool {
        let start = Instant::now();
        while start.elapsed() < LEAVING {
            if !self.found.is_there(Path::new("/")) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        false
    }
}

/// Opens a node past the page cache. The kernel refuses what is mounted, swapped to or part of another device.
fn open(node: &Path, writes: bool) -> io::Result<File> {
    use rustix::fs::OFlags;
    #[cfg(target_os = "linux")]
    let flags = OFlags::DIRECT | OFlags::EXCL;
    #[cfg(not(target_os = "linux"))]
    let flags = OFlags::EXCL;
    OpenOptions::new().read(true).write(writes).custom_flags(flags.bits() as i32).open(node)
}

fn refused(found: &FoundDisk, error: io::Error) -> DiskError {
    match error.kind() {
        ErrorKind::PermissionDenied => DiskError::Permission(found.node()),
        ErrorKind::ResourceBusy => {
            DiskError::InUse(found.node(), "another program or device has claimed it".into())
        }
        ErrorKind::NotFound => DiskError::Gone(found.port.clone()),
        _ => DiskError::Other(found.node(), error),
    }
}
