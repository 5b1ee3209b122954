//! What holds for every run, whatever was done to it.

use std::{
    os::unix::process::ExitStatusExt,
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::tool::{Folder, check_event};

/// The longest that a run may take: far above the slowest. It finds what hangs, and measures nothing.
const LIMIT: Duration = Duration::from_secs(60);
/// The exit codes that are documented.
const CODES: [i32; 9] = [0, 1, 2, 3, 4, 5, 6, 7, 130];

/// A run that keeps the rules.
pub(crate) struct Kept {
    pub(crate) code: i32,
    pub(crate) stderr: String,
    pub(crate) events: Vec<Value>,
}

/// The binary with arguments, in 3 GiB of address space: what a file claims must not decide how much memory is asked for.
fn limited(arguments: &[String]) -> Command {
    let mut command = Command::new("sh");
    command.args([
        "-c",
        "ulimit -v 3145728; exec \"$@\"",
        "sh",
        env!("CARGO_BIN_EXE_racklet-flash"),
    ]);
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Runs it, and holds the end against the rules.
#[track_caller]
pub(crate) fn keeps_the_rules(arguments: &[String]) -> Kept {
    keeps_the_rules_in(&Folder::new(), arguments)
}

/// The same in a folder, where files that it makes belong.
#[track_caller]
pub(crate) fn keeps_the_rules_in(folder: &Folder, arguments: &[String]) -> Kept {
    let mut command = limited(arguments);
    command.current_dir(folder.path(""));
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("sh starts");
    judge(&arguments.join(" "), &finished(child, &arguments.join(" ")), arguments)
}

/// Waits for the end, which comes within the limit.
#[track_caller]
pub(crate) fn finished(child: std::process::Child, what: &str) -> Output {
    let id = child.id().to_string();
    let waiter = thread::spawn(move || child.wait_with_output());
    let start = Instant::now();
    while !waiter.is_finished() {
        if start.elapsed() > LIMIT {
            let _ = Command::new("kill").args(["-KILL", &id]).status();
            panic!("it hangs: {what}");
        }
        thread::sleep(Duration::from_millis(2));
    }
    waiter.join().expect("the waiter does not panic").expect("its output")
}

#[track_caller]
fn judge(what: &str, output: &Output, arguments: &[String]) -> Kept {
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.signal(), None, "{what}\n{stderr}");
    let code = output.status.code().expect("no signal ended it");
    assert!(CODES.contains(&code), "exit {code}: {what}\n{stderr}");
    assert!(!stderr.contains("panicked at"), "{what}\n{stderr}");
    let json = arguments.iter().any(|argument| argument == "--json");
    let raw = |text: &str| text.chars().find(|c| is_raw(*c));
    assert_eq!(raw(&stderr), None, "a raw control character on stderr: {what}\n{stderr:?}");
    let events = if json { events(what, &stdout) } else { vec![] };
    if json {
        assert_eq!(raw(&stdout), None, "a raw control character in JSON: {what}\n{stdout:?}");
        let last = events.last().unwrap_or(&Value::Null);
        // The parser of the command line speaks for itself, and not yet in JSON.
        let usage = code == 2 && events.is_empty();
        let kind = if last["event"] == "error" { code != 0 } else { last["event"] == "result" };
        assert!(kind || usage, "the last event does not tell of exit {code}: {what}\n{stdout}");
        if last["event"] == "error" {
            assert_eq!(last["exit"].as_i64(), Some(code.into()), "{what}\n{stdout}");
        }
        events.iter().for_each(check_event);
        progress(what, &events);
        if code == 0 {
            ends(what, &events);
        }
    }
    if code != 0 && !json {
        assert!(
            !stderr.trim().is_empty() || !stdout.trim().is_empty(),
            "exit {code} without a word: {what}"
        );
    }
    Kept { code, stderr, events }
}

#[track_caller]
fn events(what: &str, stdout: &str) -> Vec<Value> {
    let parse = |line: &str| {
        serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {what}\n{line}"))
    };
    stdout.lines().map(parse).collect()
}

/// Nothing is ever more than done.
#[track_caller]
fn progress(what: &str, events: &[Value]) {
    for event in events.iter().filter(|event| event["event"] == "progress") {
        let (done, bytes) =
            (event["done"].as_u64(), event["bytes"].as_u64().filter(|bytes| *bytes > 0));
        if let (Some(done), Some(bytes)) = (done, bytes) {
            assert!(done <= bytes, "more than all: {what}\n{event}");
        }
    }
}

/// A step of a job that ends well comes to its end. (A comparison is over at the first difference.)
#[track_caller]
fn ends(what: &str, events: &[Value]) {
    let (mut step, mut done) = (&Value::Null, 0);
    let last = json!({"event": "step"});
    for event in events.iter().chain([&last]) {
        match event["event"].as_str() {
            Some("progress") => done = event["done"].as_u64().unwrap_or_default(),
            Some("step") => {
                let bytes = step["bytes"].as_u64().unwrap_or_default();
                assert!(bytes == 0 || done == bytes || step["step"] == "compare", "{what}\n{step}");
                (step, done) = (event, 0);
            }
            _ => {}
        }
    }
}

/// Characters that do something to a terminal instead of being shown.
pub(crate) fn is_raw(c: char) -> bool {
    let formats = ['\u{200e}', '\u{200f}', '\u{61c}', '\u{2028}', '\u{2029}'];
    c.is_control() && c != '\n'
        || formats.contains(&c)
        || ('\u{202a}'..='\u{202e}').contains(&c)
        || ('\u{2066}'..='\u{2069}').contains(&c)
}
