//! Signals at any moment of a write.

use std::{
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use crate::{
    jobs::{self, Holds, Job},
    random::{Random, attack},
    rules::finished,
    tool::Folder,
};

const CASES: usize = 30;
const SIGNALS: [&str; 4] = ["INT", "TERM", "HUP", "QUIT"];

#[test]
fn signals_at_any_moment() {
    let folder = Folder::new();
    let jobs = jobs::all(&folder);
    attack(|random| {
        for _ in 0..CASES {
            one(random.one_of(&jobs), random);
        }
    });
}

fn one(job: &Job, random: &mut Random) {
    job.refill();
    // A slow cable, so that there is a middle.
    let arguments = job.arguments(job.slow);
    let what = arguments.join(" ");
    let mut command = Command::new(env!("CARGO_BIN_EXE_racklet-flash"));
    command.args(&arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().expect("the binary starts");
    let id = child.id().to_string();
    for _ in 0..=random.below(3) {
        thread::sleep(Duration::from_millis(random.below(120) as u64));
        let signal = random.one_of(&SIGNALS);
        // It may have ended.
        let _ = Command::new("kill").args(["-s", signal, &id]).stderr(Stdio::null()).status();
    }
    let output = finished(child, &what);
    let stderr = String::from_utf8_lossy(&output.stderr);
    match (output.status.code(), job.holds()) {
        (Some(0), Holds::All) | (Some(130), _) => {}
        // A signal before the program has begun ends it as it ends any program.
        (None, Holds::Old) => {}
        (code, holds) => panic!("exit {code:?}, {holds:?}: {what}\n{stderr}"),
    }
}
