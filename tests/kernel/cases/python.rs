//! Tools that are written in Python, as PyPI has them, unmodified.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use crate::{
    tool::{Folder, Run, run, text},
    world::{comes, leaves, other, within},
};

/// What a tool may take: a boot waits for a few seconds, and Python starts slowly in the guest.
const LIMIT: Duration = Duration::from_secs(60);

/// Debian's Python and a program for it, which finds the package in `folder`.
fn python(folder: &Path, program: &str) -> Command {
    let mut command = other("/usr/bin/python3", program);
    command.env("PYTHONPATH", folder).env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

/// A boot file that pyamlboot brings.
pub(super) fn boot_file(name: &str) -> PathBuf {
    let files = env::var_os("RACKLET_FLASH_PYAMLBOOT").expect("tests/setup prints it");
    Path::new(&files).join(name)
}

/// A program of pyamlboot's and its arguments.
pub(super) fn pyamlboot(program: &str, arguments: &[&str]) -> Run {
    let files = boot_file("");
    let folder = files.parent().expect("it is in the package's folder");
    let mut command = python(folder, "");
    command.arg(folder.join("bin").join(program)).args(arguments);
    within(LIMIT, &command)
}

/// A script of ours over pyamlboot.
pub(super) fn script(text: &str, arguments: &[&str]) -> Run {
    let files = boot_file("");
    let mut command = python(files.parent().expect("it is in the package's folder"), "-c");
    command.arg(text).args(arguments);
    within(LIMIT, &command)
}

/// snagrecover on a SoC, with what its file of firmware says.
pub(super) fn snagrecover(soc: &str, firmware: &str) -> Run {
    let package = env::var_os("RACKLET_FLASH_SNAGBOOT").expect("tests/setup prints it");
    let folder = Folder::new();
    let firmware = folder.file("fw.yaml", firmware.as_bytes());
    let mut command = python(Path::new(&package), "");
    command.arg(Path::new(&package).join("bin/snagrecover"));
    command.args(["-s", soc, "-f", &firmware, "--loglevel", "debug", "--logfile"]);
    within(LIMIT, command.arg(folder.path("log")).env("HOME", folder.path("")))
}

/// What lies in the board's memory from an address on, for as long as a file is.
#[track_caller]
pub(super) fn holds(address: u32, expected: &[u8]) {
    let folder = Folder::new();
    let file = text(&folder.path("memory"));
    let (address, length) = (format!("{address:#x}"), expected.len().to_string());
    script(include_str!("python/read.py"), &[&address, &length, &file]).good();
    let found = fs::read(&file).expect("it was written");
    assert!(found == expected, "{address} on holds other bytes");
}

/// Waits until U-Boot has taken the mask ROM's place at a port.
#[track_caller]
pub(super) fn uboot_comes(port: &str) {
    leaves(port);
    comes(port);
    let said = run(&format!("amlogic identify --port {port}")).good().stdout;
    assert!(said.contains("U-Boot (burn mode)"), "{said}");
}
