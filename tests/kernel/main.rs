//! The shipped binary on a real Linux kernel, which meets virtual boards as it meets real ones: through usbfs and sysfs.
//!
//! `cargo test --test kernel -- NAME` runs the cases whose names contain NAME. It boots as many guests as the machine has
//! processors, where this program runs again. A guest gets one case after the other, and runs each in a process of its own.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it reports to whoever runs it")]

#[path = "../tool/mod.rs"]
mod tool;

mod boards;
#[path = "../capture/mod.rs"]
mod capture;
mod cases;
mod guest;
mod guests;
mod harness;
mod python;
mod usbmon;
mod world;

use std::process::ExitCode;

use libtest_mimic::Arguments;

fn main() -> ExitCode {
    let cases = cases::all();
    if let Some(name) = harness::asked_for() {
        return harness::case(&cases, &name);
    }
    if let Some(orders) = guests::orders() {
        return harness::serve(&cases, &orders);
    }
    let arguments = Arguments::from_args();
    if harness::has_work(&arguments, &cases) && !guest::can_boot() {
        return ExitCode::FAILURE;
    }
    harness::run(&arguments, &cases)
}
