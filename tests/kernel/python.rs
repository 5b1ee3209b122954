//! Programs that are written in Python, as PyPI has them, unmodified, on Debian's Python.
#![allow(dead_code, reason = "for cases and benches")]

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::world::other;

/// A boot file that pyamlboot brings.
pub(crate) fn boot_file(name: &str) -> PathBuf {
    let files = env::var_os("RACKLET_FLASH_PYAMLBOOT").expect("tests/setup prints it");
    Path::new(&files).join(name)
}

/// The folder of a package, NAME-VERSION.
pub(crate) fn package(name: &str) -> PathBuf {
    match name {
        "pyamlboot" => boot_file(".").parent().expect("a folder in the package's").to_owned(),
        "snagboot" => env::var_os("RACKLET_FLASH_SNAGBOOT").expect("tests/setup prints it").into(),
        _ => panic!("tests/setup fetches no {name}"),
    }
}

/// Debian's Python, which finds a package.
pub(crate) fn python(name: &str) -> Command {
    let mut command = other("/usr/bin/python3", "");
    command.env("PYTHONPATH", package(name)).env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

/// A program of a package.
pub(crate) fn program(name: &str, program: &str) -> Command {
    let mut command = python(name);
    command.arg(package(name).join("bin").join(program));
    command
}
