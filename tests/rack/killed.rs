//! A process that is killed at any moment: the next one goes on, and what was done is not done again.

use std::{
    collections::BTreeSet,
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::bench::{NODES, Rack, check_honest, count, each, racklet, states};

/// How often a rack is killed until it is done, at most: then it is left alone.
const KILLS: u64 = 6;

/// Rounds of the daily run.
const DAILY: u64 = 4;

#[test]
#[allow(clippy::print_stderr, reason = "for tests/long")]
fn a_rack_that_is_killed_again_and_again_converges() {
    let long = count("RACKLET_FLASH_KILLS");
    let make = || {
        let rack = Rack::of(&long.map_or_else(|| NODES.into(), |_| racklet()));
        let alone = Instant::now();
        rack.run(&format!("--rehearse {}", rack.at("run"))).good();
        (rack, alone.elapsed())
    };
    let rounds = long.map_or(DAILY, |kills| kills.div_ceil(KILLS));
    let all = each(rounds, make, |(rack, whole), round| converges(rack, *whole, round));
    let [cut, resumed] = all.iter().fold([0; 2], |sum, one| [sum[0] + one[0], sum[1] + one[1]]);
    eprintln!("{rounds} racks: killed {cut} times, resumed {resumed} times");
    assert!(cut > 0 && resumed > 0, "{cut} {resumed}");
}

/// How often it was killed, and how often it went on.
fn converges(rack: &Rack, whole: Duration, round: u64) -> [u64; 2] {
    let (mut cut, mut resumed) = (0, 0);
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
    rack.bounded(&format!("--rehearse {} {resume}", rack.at("run"))).good();
    assert!(states(&rack.result("run")).iter().all(|(_, state)| state.ends_with("changed")));
    check_honest(rack, "run", &format!("round {round}"));
    check_journal(rack);
    [cut, resumed]
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
