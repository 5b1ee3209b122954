//! The manifest of a rack: which board gets which image, as data. `docs/manifest.md` explains every key.
//!
//! [`Manifest::read`] finds all mistakes of a manifest before anything is touched.

mod addresses;
mod files;
mod groups;
mod hooks;
mod json;
mod keys;
mod mistakes;
mod node;
mod order;
mod ports;
mod read;
mod schema;
#[cfg(test)]
mod tests;
mod time;
mod tree;
mod walk;

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use link::Check;
pub use mistakes::{Mistake, Mistakes};
pub use schema::schema;

use crate::{
    boards::{Board, Role},
    family::Via,
    files::disk_image::ImageFile,
    net::Addressing,
    plan::Place,
    transport::{PortName, PortPath},
};

/// What a manifest says. Everything that it names exists, and belongs together.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The manifest's file.
    pub path: PathBuf,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
    /// The most nodes that are worked on at once.
    pub jobs: Option<usize>,
    /// The images, in the order of the file. Each has a node that it is for.
    pub images: Vec<ImageSpec>,
    /// The nodes, in the order of the file. There is at least one.
    pub nodes: Vec<Node>,
    /// The groups, in the order of the file; then those that only nodes name.
    pub groups: Vec<Group>,
}

impl Manifest {
    /// Reads a manifest: JSON where its name ends with `.json` or it begins with `{`, TOML otherwise. Paths in it are
    /// taken from its folder. The files that it names are looked at, and nothing is changed.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the manifest and with the files that it names. Where its text is no TOML or JSON,
    /// only that.
    pub fn read(path: &Path) -> Result<Self, Mistakes> {
        read::read(path)
    }

    /// The same of a manifest that is in memory, as if it were the file `path`.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn of_bytes(path: &Path, bytes: &[u8]) -> Result<Self, Mistakes> {
        read::of_bytes(path, bytes)
    }
}

/// An image for nodes.
#[derive(Clone, Debug)]
pub struct ImageSpec {
    /// What nodes call it.
    pub name: String,
    /// Its file, and how it is read.
    pub file: ImageFile,
}

/// A board in the rack, and what it is to become.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its name: `a-z`, `0-9`, `.` and `-`; no other node has it.
    pub name: String,
    /// Its index in [`Manifest::nodes`].
    pub index: usize,
    /// The line of the manifest where it begins, from 1.
    pub line: usize,
    /// Which board it is.
    pub board: &'static Board,
    /// Where it is plugged in; no other node is there.
    pub port: PortName,
    /// The index of its image in [`Manifest::images`].
    pub image: usize,
    /// Where the image goes.
    pub to: Place,
    /// The way that the data take.
    pub via: Via,
    /// Its network, with its own address, where the data go over Ethernet.
    pub net: Option<Addressing>,
    /// The serial port of U-Boot's console, for data over Ethernet to a board on USB.
    pub uboot_console: Option<PortName>,
    /// The USB port where its U-Boot shows a disk, for data over USB to a board on a serial line.
    pub usb_port: Option<PortPath>,
    /// The chip id that the board has to have; `None`: the one that it had before.
    pub chip: Option<String>,
    /// Its boot loaders' files. They are for this board.
    pub files: Vec<(Role, PathBuf)>,
    /// Files that are written into the image's partitions.
    pub writes: Vec<Write>,
    /// Programs that help with it.
    pub hooks: Hooks,
    /// What has to be seen of it after the restart.
    pub console: Option<Console>,
    /// How often it is tried again after a failure.
    pub retries: u32,
    /// How what was written is verified.
    pub check: Check,
    /// Whether its SoC is set to start from where the image goes.
    pub set_boot: bool,
    /// Whether it is restarted at the end.
    pub restart: bool,
    /// Whether what is there already is written, too.
    pub rewrite: bool,
    /// How long it may take to show up at its port.
    pub wait: Duration,
    /// How long it may take in all, hooks and console included.
    pub limit: Duration,
    /// The name of its group.
    pub group: Option<String>,
    /// Indices of the nodes in [`Manifest::nodes`] that have to be done before it. There is no circle.
    pub after: Vec<usize>,
}

/// A file that is written into a partition of the image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The partition's name, or its number from 1.
    pub partition: String,
    /// The file.
    pub file: PathBuf,
    /// Its path in the FAT file system there; `None`: its bytes go to the partition's start.
    pub target: Option<String>,
}

/// Programs with their arguments, each for one purpose. They run without a shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hooks {
    /// Puts the board into its recovery mode.
    pub recover: Option<Vec<String>>,
    /// Turns its power off and on.
    pub power_cycle: Option<Vec<String>>,
    /// Connects its USB port with this computer.
    pub usb: Option<Vec<String>>,
    /// How long each of them may take.
    pub limit: Duration,
}

/// What a node has to print on its serial console after the restart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Console {
    /// The serial port.
    pub port: PathBuf,
    /// Its rate in bit/s.
    pub baud: u32,
    /// What shows that the node is up.
    pub expect: String,
    /// What shows that it failed.
    pub fail: Vec<String>,
    /// How long it may take to print that.
    pub limit: Duration,
}

/// Nodes that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name: `a-z`, `0-9`, `.` and `-`.
    pub name: String,
    /// The most nodes of it that are worked on at once.
    pub jobs: Option<usize>,
}
