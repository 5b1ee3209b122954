//! Ctrl-C, once and twice, in the middle of a write.

use std::{
    io::{BufRead, BufReader},
    process::{ChildStdout, Stdio},
    thread,
    time::Duration,
};

use serde_json::Value;

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, command, run},
    usbmon::Events,
    world::Background,
};

pub(super) const CASES: &[Case] =
    cases![once_stops_between_two_commands, twice_cuts_the_transfer_and_leaves_nothing_in_flight,];

const BOARD: &str = "xunlong/orangepi-pc:port=1-3,link=full-speed,dram=on";

/// Bytes of one command of a long write. At full speed it takes a second.
const COMMAND: u64 = 1 << 20;

/// A write that is under way, in the first half of a command.
fn write(folder: &Folder, length: usize) -> (Background, BufReader<ChildStdout>) {
    let file = folder.file("data", &vec![0x5a; length]);
    let write = ["fel", "write", "0x40000000", &file, "--json", "--port", "1-3"];
    let mut write = Background::start(command(write).stdout(Stdio::piped()));
    let mut lines = BufReader::new(write.stdout());
    let mut line = String::new();
    while !is_early(&line) {
        line.clear();
        assert_ne!(lines.read_line(&mut line).expect("a line"), 0, "it ended before it moved");
    }
    (write, lines)
}

fn is_early(line: &str) -> bool {
    let event: Value = serde_json::from_str(line).unwrap_or_default();
    let done = event["done"].as_u64().unwrap_or_default() % COMMAND;
    event["event"] == "progress" && (1..=COMMAND / 2).contains(&done)
}

fn last(lines: BufReader<ChildStdout>) -> Value {
    let last = lines.lines().map_while(Result::ok).last().expect("an event");
    serde_json::from_str(&last).expect("JSON")
}

fn assert_nothing_in_flight(events: &str) {
    let count = |kind: &str| events.lines().filter(|line| line.contains(kind)).count();
    assert_eq!(count(" S B"), count(" C B"), "something was left in flight: {events}");
}

fn once_stops_between_two_commands() {
    let _served = Served::start(&[BOARD]);
    let events = Events::start(1, "once");
    // More than one FEL message.
    let (write, lines) = write(&Folder::new(), 12 << 20);
    write.signal("INT");
    let event = last(lines);
    assert_eq!((write.end(), &event["code"]), (Some(130), &"interrupted".into()), "{event}");
    assert_nothing_in_flight(&events.stop());
    run("fel identify --port 1-3").good();
}

/// On a busy machine a command may end between the two signals: the first has stopped the write then. That is right, too,
/// and says nothing of what the second does.
fn twice_cuts_the_transfer_and_leaves_nothing_in_flight() {
    assert!((0..5).any(|_| is_cut_by_the_second()), "the second signal always came too late");
}

fn is_cut_by_the_second() -> bool {
    let served = Served::start(&[BOARD]);
    let events = Events::start(1, "twice");
    let (write, lines) = write(&Folder::new(), 8 << 20);
    write.signal("INT");
    // Signals of one kind that are pending are one signal: the second is sent when the first has been taken.
    thread::sleep(Duration::from_millis(200));
    write.signal("INT");
    let event = last(lines);
    assert_eq!(write.end(), Some(130), "{event}");
    assert_nothing_in_flight(&events.stop());
    if event["code"] == "interrupted" {
        return false;
    }
    assert_eq!(event["code"], "cancelled", "{event}");
    // The boot ROM waits for the rest of its data. The next command says so in bounded time, and works on the board that
    // is plugged in anew.
    let stuck = run("fel identify --port 1-3 --json");
    assert_eq!(stuck.code, 1, "{}", stuck.stdout);
    drop(served);
    let _served = Served::start(&[BOARD]);
    run("fel identify --port 1-3").good();
    true
}
