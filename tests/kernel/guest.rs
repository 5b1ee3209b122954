//! Booting the guest, and running this program again in it.
#![allow(dead_code, reason = "for cases and benches")]

use std::{
    env,
    process::{Command, ExitCode},
};

/// Set in the guest.
const HERE: &str = "RACKLET_FLASH_IN_GUEST";
/// What `timeout` ends with when the time is over.
const TOO_LONG: i32 = 124;

/// Whether this program runs in the guest.
pub(crate) fn is_here() -> bool {
    env::var_os(HERE).is_some()
}

/// Whether there is a kernel; if not, says where one comes from.
pub(crate) fn can_boot() -> bool {
    let is_there = env::var_os("RACKLET_FLASH_UML").is_some();
    if !is_there {
        eprintln!(
            "RACKLET_FLASH_UML is not set: tests/run sets it from what tests/setup prints (it builds the kernel once, \
             in some minutes)"
        );
    }
    is_there
}

/// Boots a guest for this program and all its arguments, with the given memory and at most the given number of seconds.
/// What the guest says comes out as it says it.
pub(crate) fn boot(memory: &str, seconds: &str) -> ExitCode {
    if !can_boot() {
        return ExitCode::FAILURE;
    }
    let status = command(memory, seconds).status().expect("setpriv starts, of util-linux");
    if status.code() == Some(TOO_LONG) {
        eprintln!("the guest took longer than {seconds} s");
    }
    if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// This program in a guest, with all its arguments.
///
/// The guest is told to leave when its time is over, and when this program ends before it. `timeout` makes a process
/// group, so that whoever kills ours leaves somebody to clean up.
pub(crate) fn command(memory: &str, seconds: &str) -> Command {
    let mut command = Command::new("setpriv");
    command
        .args(["--pdeathsig", "TERM", "timeout", "--signal=HUP", "--kill-after=10", seconds])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/kernel/shell"))
        .args(["-m", memory, "-w", env!("CARGO_TARGET_TMPDIR")])
        .arg(env::current_exe().expect("a program has a path"))
        .args(env::args_os().skip(1))
        .env(HERE, "1");
    command
}
