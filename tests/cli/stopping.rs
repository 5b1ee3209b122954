//! Ctrl-C, once and twice.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use crate::tool::{Folder, command};

/// Starts a write that takes seconds on a modelled full-speed cable, and waits until it moves.
fn slow_write(folder: &Folder) -> (Child, BufReader<std::process::ChildStdout>) {
    let file = folder.file("data", &[0x5a; 12 << 20]);
    let board = "xunlong/orangepi-pc:dram=on,link=full-speed";
    moving(&["fel", "write", "0x40000000", &file, "--json", "--virtual", board])
}

/// Starts a command, and waits until it moves bytes.
pub(crate) fn moving(arguments: &[&str]) -> (Child, BufReader<std::process::ChildStdout>) {
    let mut child = command(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut line = String::new();
    while !line.contains("\"progress\"") {
        line.clear();
        assert_ne!(lines.read_line(&mut line).expect("a line"), 0, "it ended before it moved");
    }
    (child, lines)
}

pub(crate) fn interrupt(child: &Child) {
    let status =
        Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill starts");
    assert!(status.success());
}

pub(crate) fn ending(
    mut child: Child,
    lines: BufReader<std::process::ChildStdout>,
) -> (Option<i32>, String) {
    let last = lines.lines().map_while(Result::ok).last().unwrap_or_default();
    (child.wait().expect("it ends").code(), last)
}

#[test]
fn the_first_stops_between_two_commands() {
    let folder = Folder::new();
    let (child, lines) = slow_write(&folder);
    interrupt(&child);
    let (code, last) = ending(child, lines);
    assert_eq!(code, Some(130), "{last}");
    assert!(last.contains("stopped before the next command"), "{last}");
    assert!(last.contains("\"code\":\"interrupted\""), "{last}");
}

#[test]
fn the_second_cuts_the_transfer() {
    let folder = Folder::new();
    let (child, lines) = slow_write(&folder);
    interrupt(&child);
    // Signals of one kind that are pending are one signal: the second is sent when the first has been taken.
    std::thread::sleep(std::time::Duration::from_millis(100));
    interrupt(&child);
    let (code, last) = ending(child, lines);
    assert_eq!(code, Some(130), "{last}");
    assert!(last.contains("cancelled in the middle of a transfer"), "{last}");
    assert!(last.contains("advice"), "{last}");
}

#[test]
fn a_write_to_storage_tells_how_far_it_got() {
    let folder = Folder::new();
    let file = folder.file("data", &[0x5a; 96 << 20]);
    let board = "radxa/rock-5b:mode=usbplug,link=high-speed";
    let (child, lines) =
        moving(&["rk", "disk", "write", "0", &file, "--yes", "--json", "--virtual", board]);
    interrupt(&child);
    let (code, last) = ending(child, lines);
    assert_eq!(code, Some(130), "{last}");
    assert!(last.contains("all before sector") && last.contains("--resume"), "{last}");
}
