//! Transfers that fail, in every long command: the exit code, what it says, and what the storage holds go together.

use crate::{
    jobs::{self, Holds, Job},
    random::{Random, attack},
    rules::keeps_the_rules,
    tool::Folder,
};

const CASES: usize = 60;

#[test]
fn transfers_that_fail() {
    let folder = Folder::new();
    let jobs = jobs::all(&folder);
    let counts: Vec<_> = jobs.iter().map(transfers).collect();
    attack(|random| {
        for _ in 0..CASES {
            let index = random.below(jobs.len());
            one(&jobs[index], counts[index], random);
        }
    });
}

/// Transfers of the job when nothing fails, as the binary counts them.
fn transfers(job: &Job) -> usize {
    job.refill();
    let arguments = [job.arguments(""), vec!["-vv".into()]].concat();
    let run = keeps_the_rules(&arguments);
    assert_eq!((run.code, job.holds()), (0, Holds::All), "{}", run.stderr);
    if let Some(bytes) = job.bytes {
        return bytes;
    }
    let line = run.stderr.lines().find(|line| line.contains(" host waits")).expect("the counts");
    line.split(' ').next().and_then(|count| count.parse().ok()).expect("a number")
}

fn one(job: &Job, transfers: usize, random: &mut Random) {
    let (kind, at) = (random.one_of(job.faults), 1 + random.below(transfers));
    job.refill();
    let arguments = [job.arguments(&format!(",fault={kind}@{at}")), vec!["--json".into()]].concat();
    let run = keeps_the_rules(&arguments);
    let (what, holds) = (arguments.join(" "), job.holds());
    let last = run.events.last().expect("the rules ask for one");
    match run.code {
        // StarFive's say how.
        0 => assert!(
            (last["verified"] == true || last["verified"].is_string()) && holds == Holds::All,
            "{what}\n{last}"
        ),
        1 | 5 | 7 => assert_ne!(last["verified"], true, "{what}\n{last}"),
        code => panic!("exit {code}: {what}\n{last}"),
    }
    // What was damaged on its way is what the board has stored.
    let damaged = ["garbage", "short"].contains(kind) && run.code != 0;
    assert!(holds != Holds::Garbage || damaged, "{what}\n{last}");
    // A refusal is one before anything is written, but for a board that seems to be another one in the middle of a job.
    let refused = run.code == 7 && last["code"] != "board.changed";
    assert!(!refused || holds == Holds::Old, "{what}\n{last}");
    let untrue = last["advice"].as_str().is_some_and(|text| text.contains("nothing was written"));
    assert!(!untrue || holds == Holds::Old, "{what}\n{last}");
    let message = last["message"].as_str();
    // A line's name is the board's.
    let board = if job.bytes.is_some() { "virtual " } else { " at port " };
    assert!(run.code == 0 || message.is_some_and(|text| text.contains(board)), "{what}\n{last}");
}
