//! What cases do with programs that are written in Python, and with the boards that those start.

use std::{fs, time::Duration};

use crate::{
    python::{program, python},
    tool::{Folder, Run, run, text},
    usbmon::Events,
    world::{comes, leaves, within},
};

pub(super) use crate::python::boot_file;

/// What a tool may take: a boot waits for a few seconds, and Python starts slowly in the guest.
const LIMIT: Duration = Duration::from_secs(60);

/// A program of pyamlboot's and its arguments.
pub(super) fn pyamlboot(name: &str, arguments: &[&str]) -> Run {
    within(LIMIT, program("pyamlboot", name).args(arguments))
}

/// A script of ours over pyamlboot.
pub(super) fn script(text: &str, arguments: &[&str]) -> Run {
    within(LIMIT, python("pyamlboot").args(["-c", text]).args(arguments))
}

/// snagrecover on a SoC, with what its file of firmware says.
pub(super) fn snagrecover(soc: &str, firmware: &str) -> Run {
    let folder = Folder::new();
    let (firmware, log) = (folder.file("fw.yaml", firmware.as_bytes()), text(&folder.path("log")));
    let mut command = program("snagboot", "snagrecover");
    command.args(["-s", soc, "-f", &firmware, "--loglevel", "debug", "--logfile", &log]);
    within(LIMIT, &command)
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

/// The sums of the segments that BL2 of a VIM3 asks for of pyamlboot's file. The second was captured from a real board; the
/// others are those of the file's bytes.
pub(super) const VIM3_SUMS: [u32; 7] =
    [0x3980_5570, 0xdc0c_1be2, 0xf736_e149, 0x5a14_a8a0, 0xe251_72d4, 0x3980_5570, 0x4234_dbb9];

/// The sums that are told to BL2 with its segments during a run that ends well, as the kernel sees them.
#[track_caller]
pub(super) fn sums(run: impl FnOnce() -> Run) -> Vec<u32> {
    let events = Events::start(1, "amls");
    run().good();
    events.stop().lines().filter_map(sum).collect()
}

/// The sum that a line of usbmon's tells: bytes 8 to 11 of a record.
fn sum(line: &str) -> Option<u32> {
    let (what, data) = line.split_once(" = ")?;
    let mut words = data.split(' ');
    let is_one = what.contains(" S Bo:") && words.next() == Some("414d4c53");
    let word = words.nth(1).filter(|_| is_one)?;
    Some(u32::from_str_radix(word, 16).expect("usbmon writes hexadecimal").swap_bytes())
}

/// Waits until U-Boot has taken the mask ROM's place at a port.
#[track_caller]
pub(super) fn uboot_comes(port: &str) {
    leaves(port);
    comes(port);
    let said = run(&format!("amlogic identify --port {port}")).good().stdout;
    assert!(said.contains("U-Boot (burn mode)"), "{said}");
}
