//! Standard streams that are closed, full, or whose reader goes away. The board is none of their business: every job is
//! done to its end.

use std::{
    io::Read,
    process::{Command, Stdio},
};

use crate::{
    jobs::{self, Holds, Job},
    random::{Random, attack},
    rules::finished,
    tool::{Folder, text},
};

const CASES: usize = 40;
const STREAMS: [&str; 9] = [
    "2>&-",
    ">&-",
    "<&-",
    "2>/dev/full",
    ">/dev/full",
    ">/dev/full 2>&1",
    ">&- 2>&- <&-",
    "2>&- </dev/null",
    "2>/dev/null",
];

#[test]
fn streams_that_are_closed_or_full() {
    let folder = Folder::new();
    let jobs = jobs::all(&folder);
    attack(|random| {
        for _ in 0..CASES {
            let job = random.one_of(&jobs);
            job.refill();
            if random.once_in(3) {
                readers_leave(job, random)
            } else {
                redirected(job, &folder, random)
            }
        }
    });
}

fn options(folder: &Folder, random: &mut Random) -> Vec<String> {
    let trace = text(&folder.path("trace"));
    let _ = std::fs::remove_file(&trace);
    let all = [
        "",
        "--json",
        "-v",
        "-q",
        "--trace /dev/full",
        "--record /dev/full",
        &format!("--trace {trace}"),
    ];
    random.one_of(&all).split_whitespace().map(str::to_owned).collect()
}

fn redirected(job: &Job, folder: &Folder, random: &mut Random) {
    let stream = random.one_of(&STREAMS);
    let arguments = [job.arguments(""), options(folder, random)].concat();
    let mut command = Command::new("sh");
    command.args([
        "-c",
        &format!("exec \"$@\" {stream}"),
        "sh",
        env!("CARGO_BIN_EXE_racklet-flash"),
    ]);
    let what = format!("{} {stream}", arguments.join(" "));
    let child = command
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    is_whole(job, &finished(child.expect("sh starts"), &what), &what);
}

/// Whoever reads has seen enough after some bytes, as `head` has.
fn readers_leave(job: &Job, random: &mut Random) {
    let mut arguments = job.arguments("");
    if random.once_in(2) {
        arguments.push("--json".into());
    }
    let what = arguments.join(" ");
    let mut command = Command::new(env!("CARGO_BIN_EXE_racklet-flash"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary starts");
    let mut seen = vec![0; random.below(200)];
    let _ = child.stderr.take().expect("a pipe").read(&mut seen);
    let _ = child.stdout.take().expect("a pipe").read(&mut seen);
    is_whole(job, &finished(child, &what), &what);
}

#[track_caller]
fn is_whole(job: &Job, output: &std::process::Output, what: &str) {
    let code = output.status.code();
    let stderr = String::from_utf8_lossy(&output.stderr);
    // An answer that nobody could be given is worth an exit code of 1.
    assert!(matches!(code, Some(0 | 1)), "{:?}: {what}\n{stderr}", output.status);
    assert_eq!(job.holds(), Holds::All, "exit {code:?}: {what}\n{stderr}");
}
