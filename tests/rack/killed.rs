//! A process that is killed at any moment: the next one goes on, and what was done is not done again.

use std::{
    collections::BTreeSet,
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::bench::{NODES, Rack, check_honest, states};

/// How often a rack is killed until it is done, at most: then it is left alone.
const KILLS: u64 = 6;

fn rounds() -> u64 {
    let count = std::env::var("RACKLET_FLASH_KILLS").ok().and_then(|count| count.parse().ok());
    count.unwrap_or(4)
}

#[test]
fn a_rack_that_is_killed_again_and_again_converges() {
    let rack = Rack::of(NODES);
    let alone = Instant::now();
    rack.run(&format!("--rehearse {}", rack.at("run"))).good();
    let whole = alone.elapsed();
    let (mut cut, mut resumed) = (0, 0);
    for round in 0..rounds() {
        std::fs::remove_dir_all(rack.folder.path("run")).expect("it is ours");
        for kill in 0..KILLS {
            let resume = rack.folder.path("run/journal").is_file();
            let flags = if resume { "--resume" } else { "" };
            resumed += u64::from(resume);
            let mut child = rack
                .command(&format!("--rehearse --quiet {} {flags}", rack.at("run")))
                .spawn()
                .expect("the binary starts");
            // Other moments in each round.
            let share = (round * KILLS + kill) * 37 % 101;
            thread::sleep(Duration::from_micros(whole.as_micros() as u64 * share / 100));
            cut += u64::from(child.kill().is_ok() && !child.wait().expect("it ended").success());
        }
        let resume = if rack.folder.path("run/journal").is_file() { "--resume" } else { "" };
        rack.run(&format!("--rehearse {} {resume}", rack.at("run"))).good();
        assert!(states(&rack.result("run")).iter().all(|(_, state)| state.ends_with("changed")));
        check_honest(&rack, "run", &format!("round {round}"));
        check_journal(&rack);
    }
    assert!(cut > 0 && resumed > 0, "{cut} {resumed}");
}

/// What was done is not written again.
#[track_caller]
fn check_journal(rack: &Rack) {
    let text = std::fs::read_to_string(rack.folder.path("run/journal")).expect("a journal");
    let mut done = BTreeSet::new();
    // A line may be cut off by the end of the process that wrote it.
    for event in text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        match event["event"].as_str() {
            Some("done") => {
                done.insert(event["record"]["name"].as_str().expect("a name").to_owned())
            }
            Some("write") => {
                let node = event["node"].as_str().expect("a name");
                assert!(!done.contains(node), "{node} was done, and written again:\n{text}");
                false
            }
            _ => false,
        };
    }
}
