//! Every single transfer of a whole recovery is made to fail, in every way.

use std::{sync::Mutex, thread};

use crate::tool::{Folder, image, run};

const BOARD: &str = "--virtual xunlong/orangepi-pc";
const KINDS: [&str; 5] = ["stall", "timeout", "short", "garbage", "disconnect"];

/// Transfers of the recovery when nothing goes wrong, as the binary counts them.
fn transfers(command: &str) -> u64 {
    let stderr = run(&format!("{command} {BOARD} -vv")).good().stderr;
    let line = stderr.lines().find(|line| line.contains(" host waits")).expect("the counts");
    line.split(' ').next().and_then(|count| count.parse().ok()).expect("a number")
}

#[test]
fn every_transfer_of_a_recovery_may_fail() {
    let folder = Folder::new();
    let file = folder.file("image", &image(0x6000, 20_000, Some("sun8i-h3-orangepi-pc")));
    let script = folder.file("boot.cmd", b"echo hello\n");
    let command = format!("fel boot {file} --script {script}");
    let count = transfers(&command);
    assert!(count > 100, "{count} transfers");
    let board = |index: u64, kind: &str| format!("{BOARD}:fault={kind}@{index}");
    let jobs: Vec<_> = (1..=count)
        .flat_map(|index| KINDS.map(|kind| (index, kind)))
        .map(|(index, kind)| (index, kind, board(index, kind)))
        .collect();
    let queue = Mutex::new(jobs.into_iter());
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some((index, kind, board)) =
                    { queue.lock().expect("no job panics while it takes one").next() }
                {
                    one(&command, &board, index, kind, count);
                }
            });
        }
    });
    // The board is a fresh one in each run: plugged in again, it takes the same command.
    run(&format!("{command} {BOARD}")).good();
}

/// One recovery in which one transfer fails.
fn one(command: &str, board: &str, index: u64, kind: &str, count: u64) {
    let what = format!("transfer {index} of {count} on {board}");
    let run = run(&format!("{command} --json {board}"));
    let event = run.last_event();
    if run.code == 0 {
        assert!(is_harmless(index, kind, count), "{what} went unnoticed");
        assert_eq!(event["event"], "result", "{what}");
        return;
    }
    // Data that arrives as other data is found by the sums that the SoC makes.
    let code = if event["code"] == "differs" { 5 } else { 1 };
    assert_eq!(run.code, code, "{what}: {event}");
    assert_eq!(event["event"], "error", "{what}");
    assert_eq!(event["exit"].as_i64(), Some(run.code.into()), "{what}");
    let message = event["message"].as_str().unwrap_or_default();
    assert!(message.starts_with("virtual xunlong/orangepi-pc at port 1-1: "), "{what}: {message}");
    assert!(event["step"].is_string(), "{what} names no step: {event}");
    assert!(event["advice"].is_string(), "{what} has no advice: {event}");
}

/// Faults that do no harm. Transfer 14 brings the word that tells the non-secure state: any value but 0 means the same.
/// The last three belong to a start of U-Boot that was accepted before: silence is what success looks like there.
fn is_harmless(index: u64, kind: &str, count: u64) -> bool {
    match kind {
        "garbage" => index == 14,
        "timeout" | "disconnect" => index > count - 3,
        _ => false,
    }
}
