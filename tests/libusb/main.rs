//! Sessions through the real libusb. umockdev stands for the kernel: it answers usbfs's calls from a trace, which the same
//! command has written before with a virtual board. Whatever is sent otherwise than then is never answered.

#[path = "../tool/mod.rs"]
mod tool;

mod host;
mod trace;

use std::{path::Path, process::Command};

use tool::{Folder, Run, command, finish, text};

/// The board of the traces, as sysfs has it.
const SYSFS: &str = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1";

/// Descriptors of device and configuration: a mask ROM with the bulk endpoints 0x82 and 0x01 of 512 bytes.
const DESCRIPTORS: &str = concat!(
    "12010002000000403A1FE8EFB30200000001",
    "0902200001010080FA",
    "0904000002FFFFFF00",
    "07058202000200",
    "07050102000200",
);

/// A command under umockdev, for a board that answers as in `trace`.
fn testbed(folder: &Folder, trace: &Path) -> Command {
    let device = format!(
        "P: {}\nN: bus/usb/001/002={DESCRIPTORS}\nE: DEVNAME=/dev/bus/usb/001/002\nE: DEVTYPE=usb_device\n\
         E: BUSNUM=001\nE: DEVNUM=002\nE: MAJOR=189\nE: MINOR=1\nE: SUBSYSTEM=usb\nA: bConfigurationValue=1\n\
         A: busnum=1\nA: devnum=2\nA: devpath=1\nA: speed=480\nH: descriptors={DESCRIPTORS}\n",
        SYSFS.trim_start_matches("/sys"),
    );
    let device = folder.file("device", device.as_bytes());
    let mut command = Command::new("umockdev-run");
    command.args(["-d", &device, "-p", &format!("{SYSFS}={}", trace.display()), "--"]);
    // Every test has a port 1-1 of its own.
    command.env("RACKLET_FLASH_LOCK_DIR", folder.path(""));
    command
}

/// Runs the shipped binary there.
fn replay(folder: &Folder, trace: &Path, arguments: &str) -> Run {
    let mut command = testbed(folder, trace);
    command.arg(env!("CARGO_BIN_EXE_racklet-flash"));
    finish(command.args(arguments.split_whitespace()).args(["--usb", "libusb", "--json"]))
}

/// Runs it with a virtual board, and again through libusb with what that board answered.
fn twice(arguments: &str, options: &str) -> (Run, Run) {
    let folder = Folder::new();
    let trace = folder.path("trace");
    let board = format!("xunlong/orangepi-pc:dram=on{options}");
    let words = arguments.split_whitespace();
    let first = ["--json", "--virtual", &board, "--trace", &text(&trace)];
    let first = finish(&mut command(words.chain(first)));
    forget_timeouts(&trace);
    let second = replay(&folder, &trace, &format!("{arguments} --port 1-1"));
    (first, second)
}

/// Cuts a trace before the first transfer that had no answer: its end was the host's doing.
fn forget_timeouts(trace: &Path) {
    let mut blocks = std::fs::read(trace).expect("the trace");
    let word = |at: usize| u32::from_le_bytes(blocks[at..at + 4].try_into().expect("four bytes"));
    let mut at = 0;
    while at < blocks.len() {
        // An enhanced packet block has usbmon's header 28 bytes on: its kind is byte 8 of that, its status byte 28.
        let is_timeout = word(at) == 6 && blocks[at + 36] == b'C' && word(at + 56) == -2i32 as u32;
        if is_timeout {
            break;
        }
        at += word(at + 4) as usize;
    }
    blocks.truncate(at);
    std::fs::write(trace, blocks).expect("the trace is written");
}
