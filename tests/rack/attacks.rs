//! Run folders, journals and hooks that are not what they should be: nothing is taken for done that is not, and nothing is
//! written elsewhere.

use std::{
    fs::{self, File},
    os::unix::fs::{FileExt, symlink},
    path::Path,
};

use crate::bench::{NODES, Rack, check_honest, states};

/// Two nodes that are alike.
const TWO: &str = r#"
[[node]]
name = "slot1"
board = "radxa/rock-5b"
port = "1-1.1"
image = "disk"
[[node]]
name = "slot2"
board = "radxa/rock-5b"
port = "1-1.2"
image = "disk"
"#;

fn damage(rack: &Rack, node: &str) {
    let storage = rack.folder.path("run").join(node).join("storage");
    let file = File::options().write(true).open(storage).expect("a storage");
    file.write_all_at(b"what another run has left here", 4096).expect("ours");
}

/// What the journal does not prove is compared again.
#[test]
fn a_journal_that_is_damaged_or_lies_proves_nothing() {
    let rack = Rack::of(TWO);
    let at = rack.at("run");
    rack.run(&format!("--rehearse {at}")).good();
    let path = rack.folder.path("run/journal");
    let whole = fs::read_to_string(&path).expect("a journal");
    let lines: Vec<_> = whole.lines().collect();
    let huge = whole.replace("\"bytes\":3145728", "\"bytes\":18446744073709551615");
    let cases = [
        ("begun again", format!("{whole}{{\"event\":\"begin\",\"node\":\"slot1\"}}\n"), 1),
        ("no run", lines[1..].join("\n"), 2),
        ("garbage", "\0\u{fffd}{]\n[[[[\n\n".into(), 2),
        ("empty", String::new(), 2),
        ("cut", whole[..whole.len() - 9].into(), 1),
        ("others", whole.replace("slot1", "../slot1"), 1),
        ("garbage inside", whole.replacen("\"event\":\"write\"", "\"event\"", 1), 0),
        ("huge", huge, 0),
    ];
    for (case, journal, again) in cases {
        fs::write(&path, journal).expect("ours");
        let run = rack.run(&format!("--rehearse {at} --resume")).good();
        let nodes = rack.result("run")["nodes"].clone();
        let count = nodes.as_array().expect("nodes").iter().filter(|node| node["before"] == false);
        assert!(count.clone().count() >= again, "{case}: {nodes}");
        check_honest(&rack, "run", &format!("{case}: {}", run.stderr));
    }
    for node in ["slot1", "slot2"] {
        damage(&rack, node);
    }
    fs::write(&path, lines[1..].join("\n")).expect("ours");
    rack.run(&format!("--rehearse {at} --resume")).good();
    check_honest(&rack, "run", "damaged");
}

/// A run to another image that was killed: what was done before it is not done any more.
#[test]
fn a_node_that_was_begun_again_is_not_done() {
    let rack = Rack::of(TWO);
    let at = rack.at("run");
    rack.run(&format!("--rehearse {at}")).good();
    let manifest = fs::read_to_string(rack.folder.path("rack.toml")).expect("there");
    rack.folder.file("other.img", &vec![7; 3 << 20]);
    rack.folder.file("rack.toml", manifest.replace("disk.img.xz", "other.img").as_bytes());
    rack.run(&format!("--rehearse {at} --resume --only slot1")).good();
    assert!(!rack.is_written("run", "slot1"));
    let path = rack.folder.path("run/journal");
    let journal = fs::read_to_string(&path).expect("a journal");
    let last = journal.trim_end().rfind('\n').expect("lines");
    fs::write(&path, &journal[..=last]).expect("ours");
    rack.folder.file("rack.toml", manifest.as_bytes());
    rack.run(&format!("--rehearse {at} --resume")).good();
    let words: Vec<_> = states(&rack.result("run")).into_iter().map(|(_, state)| state).collect();
    assert_eq!(words, ["changed"; 2]);
    check_honest(&rack, "run", "back to the first image");
}

#[test]
fn links_in_a_run_folder_lead_nowhere() {
    let rack = Rack::of(TWO);
    let at = rack.at("run");
    let begin = || rack.run(&format!("--rehearse {at}"));
    let outside = rack.folder.path("outside");
    fs::create_dir(&outside).expect("a folder");
    rack.folder.file("disk", b"a disk of this computer");
    fs::create_dir_all(rack.folder.path("run/slot2")).expect("a folder");
    symlink(&outside, rack.folder.path("run/slot1")).expect("a link");
    symlink(rack.folder.path("disk"), rack.folder.path("run/slot2/storage")).expect("a link");
    symlink(rack.folder.path("disk"), rack.folder.path("run/slot2/log")).expect("a link");
    let run = begin();
    assert_eq!(run.code, 6, "{}", run.stderr);
    assert!(run.stderr.contains("run/slot1: it is a link"), "{}", run.stderr);
    assert!(run.stderr.contains("storage: it is not a simulated storage"), "{}", run.stderr);
    fs::remove_file(rack.folder.path("run/slot2/storage")).expect("ours");
    fs::remove_file(rack.folder.path("run/journal")).expect("ours");
    symlink(rack.folder.path("disk"), rack.folder.path("run/journal")).expect("a link");
    begin().bad(6, "journal: it is a link");
    assert_eq!(fs::read(rack.folder.path("disk")).expect("there"), b"a disk of this computer");
    assert_eq!(fs::read_dir(&outside).expect("there").count(), 0);
}

#[test]
fn no_node_has_the_name_of_a_file_of_the_run() {
    for name in ["journal", "plan.json", "result.json", "report.html", "metrics.prom", "lock"] {
        let rack = Rack::of(&TWO.replace("\"slot1\"", &format!("\"{name}\"")));
        rack.run("--rehearse").bad(2, "a run's folder has a file of that name");
    }
}

#[test]
fn what_a_rack_remembers_is_not_overwritten_when_it_is_damaged() {
    let rack = Rack::of(TWO);
    let at = rack.at("run");
    rack.run(&format!("--rehearse {at}")).good();
    rack.folder.file("run/lock", b"[node.slot1");
    let run = rack.run(&format!("--rehearse {at}"));
    assert_eq!(run.code, 6, "{}", run.stderr);
    assert!(
        run.stderr.contains("run/lock: ") && run.stderr.contains("restore it"),
        "{}",
        run.stderr
    );
    assert_eq!(fs::read(rack.folder.path("run/lock")).expect("there"), b"[node.slot1");
}

/// Their addresses are their own, though all of them are in one line.
#[test]
fn a_manifest_may_be_one_line_of_json() {
    let rack = Rack::of("");
    let node = |number: u8| {
        format!(
            r#"{{"name":"slot{number}","board":"starfive/visionfive-2","port":"/dev/ttyUSB9{number}","to":"nvme","net":"10.7.0.0/24","image":"disk"}}"#
        )
    };
    let nodes = [1, 2, 3, 4].map(node).join(",");
    let manifest =
        format!(r#"{{"schema":1,"image":{{"disk":{{"file":"disk.img.xz"}}}},"node":[{nodes}]}}"#);
    rack.folder.file("rack.toml", manifest.as_bytes());
    rack.run(&format!("--rehearse {}", rack.at("run"))).good();
    check_honest(&rack, "run", "one line");
}

#[test]
fn a_hook_that_does_harm_is_told() {
    let nodes = r#"
[[node]]
name = "slot1"
board = "radxa/rock-5b"
port = "9-9.9"
wait = 0
retries = 0
image = "disk"
[node.hook]
recover = ["./hook"]
limit = 1
"#;
    let rack = Rack::of(nodes);
    let log = |run: &str| fs::read_to_string(rack.folder.path(run).join("slot1/log"));
    rack.program("hook", "echo one relay is stuck; trap '' TERM; while :; do sleep 1; done");
    let run = rack.run(&format!("--yes {}", rack.at("hangs")));
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("it did not end within 1 s"), "{}", run.stderr);
    let said = log("hangs").expect("a log");
    assert!(said.contains("recover: one relay is stuck"), "{said}");

    rack.program("hook", "rm -rf \"$RACKLET_RUN\"; exit 3");
    let run = rack.run(&format!("--yes {}", rack.at("gone")));
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("result.json could not be written"), "{}", run.stderr);
    assert!(run.stdout.contains("There is no report"), "{}", run.stdout);
    assert!(!Path::new(&rack.folder.path("gone")).exists());

    rack.program("hook", "echo '# more' >>rack.toml; exit 3");
    let run = rack.run(&format!("--yes {}", rack.at("changed")));
    assert!(run.stderr.contains("the manifest was changed during the run"), "{}", run.stderr);
}

/// A hook that outlives a run that was killed is ended by the one that goes on.
#[test]
fn a_hook_of_a_run_that_was_killed_is_ended() {
    let nodes = r#"
[[node]]
name = "slot1"
board = "radxa/rock-5b"
port = "9-9.9"
wait = 0
retries = 0
image = "disk"
[node.hook]
recover = ["./hook"]
limit = "10m"
"#;
    let rack = Rack::of(nodes);
    rack.program("hook", "echo $$ >pid.new; mv pid.new pid; while :; do sleep 600; done");
    let mut child =
        rack.command(&format!("--yes {}", rack.at("run"))).spawn().expect("the binary starts");
    let journal = || fs::read_to_string(rack.folder.path("run/journal")).unwrap_or_default();
    while !rack.folder.path("pid").exists() || !journal().contains("\"hook\"") {
        assert!(child.try_wait().expect("it is ours").is_none(), "it ended before its hook");
        std::thread::yield_now();
    }
    child.kill().and_then(|()| child.wait()).expect("it is ours");
    let pid = fs::read_to_string(rack.folder.path("pid")).expect("there");
    // One that ended and that nobody waits for is still listed.
    let runs = || {
        let stat = fs::read_to_string(format!("/proc/{}/stat", pid.trim())).unwrap_or_default();
        stat.rsplit_once(") ").is_some_and(|(_, fields)| !fields.starts_with(['Z', 'X']))
    };
    assert!(runs(), "it outlives the run");
    rack.program("hook", "exit 3");
    let run = rack.run(&format!("--yes --resume {}", rack.at("run")));
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(!runs());
    let log = fs::read_to_string(rack.folder.path("run/slot1/log")).expect("a log");
    assert!(log.contains(&format!("ended process {}", pid.trim())), "{log}");
}

/// What an earlier run in the same folder said of its end is not left for this one's.
#[test]
fn no_result_of_an_earlier_run_is_left() {
    let rack = Rack::of(NODES);
    let at = rack.at("run");
    rack.run(&format!("--rehearse {at} --only slot1")).good();
    let mut child = rack.command(&format!("--rehearse {at}")).spawn().expect("the binary starts");
    while fs::read_to_string(rack.folder.path("run/slot5/log")).is_err() {
        assert!(child.try_wait().expect("it is ours").is_none(), "it ended before slot5 began");
    }
    child.kill().expect("it is ours");
    child.wait().expect("it is ours");
    assert!(!rack.folder.path("run/result.json").exists());
}
