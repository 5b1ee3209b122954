//! Other people's code on the other side: U-Boot as Debian builds it, on processors that QEMU emulates.

#[path = "../tool/mod.rs"]
mod tool;

mod blocks;
mod code;
mod recovery;

use std::{path::PathBuf, process::Command};

use tool::{Run, command, finish};

/// A variable that tests/setup prints.
pub(crate) fn needed(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set: tests/run sets it from what tests/setup prints")
    })
}

/// An image of Debian's u-boot-sunxi.
pub(crate) fn debian(board: &str) -> String {
    let path =
        PathBuf::from(needed("RACKLET_FLASH_UBOOT")).join(board).join("u-boot-sunxi-with-spl.bin");
    tool::text(&path)
}

/// Has the binary use the QEMU that has an R40 machine.
pub(crate) fn with_r40(command: &mut Command) -> &mut Command {
    command.env("RACKLET_FLASH_QEMU", needed("RACKLET_FLASH_QEMU_R40"));
    match needed("RACKLET_FLASH_QEMU_R40_DATA").as_str() {
        "" => command,
        data => command.env("RACKLET_FLASH_QEMU_DATA", data),
    }
}

/// Runs the binary with arguments that may hold spaces.
pub(crate) fn run(arguments: &[&str]) -> Run {
    finish(&mut command(arguments))
}
