//! `doctor` on a machine with boards.

use std::process::Stdio;

use serde_json::Value;

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, Run, command, finish, run},
    world::{Background, as_user, soon},
};

pub(super) const CASES: &[Case] =
    cases![root_finds_nothing_wrong, a_plain_user_may_not_open, a_holder_is_named];

const BOARD: &str = "xunlong/orangepi-pc:port=1-3,link=full-speed,dram=on";

/// The texts of the findings of a check that are as bad as that.
fn findings(run: &Run, check: &str, severity: &str) -> Vec<String> {
    let event = run.last_event();
    let all = event["findings"].as_array().expect("findings");
    let wanted = |finding: &&Value| finding["check"] == check && finding["severity"] == severity;
    all.iter().filter(wanted).map(ToString::to_string).collect()
}

fn root_finds_nothing_wrong() {
    let _served = Served::start(&[BOARD, "mangopi/mq-quad:port=1-4"]);
    let run = run("doctor --json").good();
    assert_eq!(findings(&run, "permission", "ok").len(), 2, "{}", run.stdout);
    assert_eq!(findings(&run, "busy", "ok").len(), 2, "{}", run.stdout);
    let speed = findings(&run, "hub", "ok");
    assert!(speed.iter().any(|text| text.contains("12 Mbit/s through usb1")), "{speed:?}");
}

fn a_plain_user_may_not_open() {
    let _served = Served::start(&[BOARD]);
    let run = finish(&mut as_user(&command(["doctor", "--json"])));
    assert_eq!(run.code, 4, "{}", run.stdout);
    let denied = findings(&run, "permission", "problem").join("");
    assert!(denied.contains("root:root 0600, you are nobody"), "{denied}");
    assert!(denied.contains("chown nobody /dev/bus/usb/001/"), "{denied}");
}

fn a_holder_is_named() {
    let _served = Served::start(&[BOARD]);
    let folder = Folder::new();
    let file = folder.file("long", &[0x5a; 6 << 20]);
    let write = ["fel", "write", "0x40000000", &file, "--port", "1-3"];
    let write = Background::start(command(write).stderr(Stdio::null()));
    let pid = format!("process {}", write.id());
    let mut said = String::new();
    let named = soon(|| {
        let run = run("doctor --json");
        said = findings(&run, "busy", "problem").join("");
        said.contains(&pid)
    });
    assert!(named && said.contains("racklet-flash fel write"), "{said}");
    assert_eq!(write.end(), Some(0));
}
