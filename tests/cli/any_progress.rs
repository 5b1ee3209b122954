//! What is told while a plan is carried out: numbered steps, waits, and how long it takes.

use serde_json::Value;

use crate::tool::{Folder, Run, noise, run};

fn of_kind(run: &Run, kind: &str) -> Vec<Value> {
    run.events().into_iter().filter(|event| event["event"] == kind).collect()
}

/// Number, count and word of the plan's steps, as they began.
fn numbered(run: &Run) -> Vec<(u64, u64, String)> {
    let number = |event: &Value, key: &str| event[key].as_u64().expect("a number");
    let word = |event: &Value| event["step"].as_str().expect("a word").to_owned();
    let steps = of_kind(run, "plan-step");
    for step in &steps {
        assert!(step["text"].as_str().is_some_and(|text| text.len() > 5), "{step}");
        assert_eq!(step["board"], "radxa/rock-5b");
    }
    steps.iter().map(|step| (number(step, "number"), number(step, "of"), word(step))).collect()
}

#[test]
fn only_steps_that_are_done_are_counted() {
    let folder = Folder::new();
    let image = folder.file("disk.img", &noise(1 << 20, 3));
    for (mode, expected) in [
        ("maskrom", &["find", "start", "choose", "write", "restart"][..]),
        ("usbplug", &["find", "choose", "write", "restart"]),
    ] {
        let board = format!("--virtual radxa/rock-5b:size=64M,mode={mode}");
        let ran = run(&format!("flash rock-5b {image} --yes --json {board}")).good();
        let count = expected.len() as u64;
        let expected: Vec<_> =
            (1..).zip(expected).map(|(at, word)| (at, count, (*word).to_owned())).collect();
        assert_eq!(numbered(&ran), expected);
        // The same for people, off a terminal.
        let said = run(&format!("flash rock-5b {image} --yes {board}")).good().stderr;
        let heads =
            |at: u64| said.lines().any(|line| line.starts_with(&format!("[{at}/{count}] ")));
        assert!((1..=count).all(heads), "{said}");
        assert!(
            said.contains(&format!("[{}/{count}] write: 1048576 bytes\n", count - 1)),
            "{said}"
        );
    }
}

#[test]
fn a_wait_says_for_what() {
    let ran = run("recover rock-5b --json --virtual radxa/rock-5b").good();
    let waits = of_kind(&ran, "wait");
    assert_eq!(waits.len(), 1);
    assert_eq!(waits[0]["for"], "usbplug at 1-1");
    assert!(waits[0]["seconds"].as_f64() > Some(0.0), "{}", waits[0]);
}

#[test]
fn the_time_left_counts_the_read_back() {
    let folder = Folder::new();
    let image = folder.file("disk.img", &noise(32 << 20, 5));
    let board = "--virtual radxa/rock-5b:size=64M,mode=usbplug";
    let ran = run(&format!("flash rock-5b {image} --verify read-back --yes --json {board}")).good();
    let told = of_kind(&ran, "progress");
    let left = |step: &str| {
        let of = told.iter().filter(|event| event["step"] == step);
        of.filter_map(|event| event["seconds_left"].as_f64()).collect::<Vec<_>>()
    };
    // As soon as a rate is known, there is more ahead than the write itself.
    if let Some(last) = left("write").last() {
        assert!(*last > 0.0, "all was written, and nothing was left to verify");
    }
    assert_eq!(left("verify").last(), Some(&0.0));
}
