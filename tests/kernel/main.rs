//! The shipped binary on a real Linux kernel, which meets virtual boards as it meets real ones: through usbfs and sysfs.
//!
//! `cargo test --test kernel -- NAME` boots a guest and runs this program again in it, where it runs the cases whose
//! names contain NAME, one after the other, each in a process of its own.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it reports to whoever runs it")]

#[path = "../tool/mod.rs"]
mod tool;

mod boards;
#[path = "../capture/mod.rs"]
mod capture;
mod cases;
mod guest;
mod harness;
mod python;
mod usbmon;
mod world;

use std::process::ExitCode;

use libtest_mimic::Arguments;

/// What the guest may use.
const MEMORY: &str = "1G";
/// What all cases together may take, in seconds.
const SECONDS: &str = "1200";

fn main() -> ExitCode {
    let cases = cases::all();
    if let Some(name) = harness::asked_for() {
        return harness::case(&cases, &name);
    }
    let arguments = Arguments::from_args();
    if guest::is_here() || !harness::has_work(&arguments, &cases) {
        harness::run(&arguments, &cases)
    } else {
        guest::boot(MEMORY, SECONDS)
    }
}
