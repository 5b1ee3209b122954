//! What cases do with programs that are written in Python, and with the boards that those start.

use std::{fs, time::Duration};

use amlogic::optimus::wire::{Amls, RECORD};
use racklet_flash::transport::Entry;

use crate::{
    boards::Served,
    capture::{Address, Choice, transcript},
    python::{program, python},
    tool::{Folder, Run, run, text},
    usbmon::Capture,
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

/// The sums that a VIM3's BL2 is told with its segments while `act` boots it at port 1-3, as the kernel sees them.
pub(super) fn sums(act: impl FnOnce()) -> Vec<u32> {
    let capture = Capture::start(1, "amls");
    let _served = Served::start(&["khadas/vim3:port=1-3"]);
    let device = fs::read_to_string("/sys/bus/usb/devices/1-3/devnum").expect("sysfs");
    let device = Address { bus: 1, device: device.trim().parse().expect("a number") };
    act();
    let capture = fs::read(capture.stop()).expect("tcpdump wrote it");
    let choice = Choice { device: Some(device), whole: Some(RECORD), ..Choice::default() };
    let transcript = transcript(&capture, &choice).expect("nothing is missing");
    transcript.entries.iter().filter_map(sum).collect()
}

fn sum(entry: &Entry) -> Option<u32> {
    let Entry::Out(bytes) = entry else { return None };
    Amls::from_bytes(bytes).ok().map(|amls| amls.sum)
}

/// Waits until U-Boot has taken the mask ROM's place at a port.
#[track_caller]
pub(super) fn uboot_comes(port: &str) {
    leaves(port);
    comes(port);
    let said = run(&format!("amlogic identify --port {port}")).good().stdout;
    assert!(said.contains("U-Boot (burn mode)"), "{said}");
}
