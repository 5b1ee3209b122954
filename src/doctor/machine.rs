//! Where everything is read from.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    str::FromStr,
};

use rustix::fs::{Access, access};

/// A machine's files, below `/` or below a folder that stands for it.
#[derive(Clone, Debug)]
pub struct Machine {
    root: PathBuf,
}

impl Machine {
    /// The machine this runs on.
    pub fn here() -> Self {
        Self::below("/")
    }

    /// The machine whose files are below `root`.
    pub fn below(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where the file is that the machine calls `path`.
    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path.trim_start_matches('/'))
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// A file's text without the white space around it. `None`: it cannot be read.
    pub(super) fn text(&self, path: &str) -> Option<String> {
        let bytes = fs::read(self.path(path)).ok()?;
        Some(String::from_utf8_lossy(&bytes).trim().to_owned())
    }

    pub(super) fn number<T: FromStr>(&self, path: &str) -> Option<T> {
        self.text(path)?.parse().ok()
    }

    /// What is in a folder, sorted.
    pub(super) fn names(&self, folder: &str) -> io::Result<Vec<String>> {
        let entries = fs::read_dir(self.path(folder))?;
        let mut names: Vec<_> =
            entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
        names.sort();
        Ok(names)
    }

    /// What a link says, which need not exist.
    pub(super) fn link(&self, path: &str) -> Option<PathBuf> {
        fs::read_link(self.path(path)).ok()
    }

    /// The last part of what a link says: the name of a driver, for one.
    pub(super) fn link_name(&self, path: &str) -> Option<String> {
        let target = self.link(path)?;
        Some(target.file_name()?.to_str()?.to_owned())
    }

    /// Opens a device as a command would, and closes it again. Only the kernel knows the answer: mode bits tell nothing
    /// of ACLs, of containers or of security modules.
    pub(super) fn try_open(&self, node: &str) -> io::Result<()> {
        File::options().read(true).write(true).open(self.path(node)).map(drop)
    }

    /// Whether a device may be read and written, without opening it: a serial port that is opened moves its modem lines,
    /// which reset some boards.
    pub(super) fn may_use(&self, node: &str) -> io::Result<()> {
        Ok(access(self.path(node), Access::READ_OK | Access::WRITE_OK)?)
    }

    pub(super) fn metadata(&self, path: &str) -> Option<fs::Metadata> {
        fs::metadata(self.path(path)).ok()
    }

    /// Whether this is a container, as far as one says so.
    pub(super) fn is_container(&self) -> bool {
        ["/.dockerenv", "/run/.containerenv", "/run/systemd/container"]
            .iter()
            .any(|path| self.has(path))
    }

    /// Whether udev runs: rules change nothing without it.
    pub(super) fn has_udev(&self) -> bool {
        self.has("/run/udev/control")
    }

    /// Its files, for code that reads there itself.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of USB devices, for code that reads there itself.
    pub(super) fn usb(&self) -> PathBuf {
        self.path(USB)
    }
}

/// The kernel's folder of USB devices and their interfaces.
pub(super) const USB: &str = "/sys/bus/usb/devices";
