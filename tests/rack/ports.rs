//! Real ports: hooks run, consoles are listened to, and what is not there is told.

use std::{
    path::Path,
    thread,
    time::{Duration, Instant},
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};

use crate::{
    bench::{Rack, states},
    tool::{command, noise, text},
};

#[test]
fn hooks_run_with_their_nodes_environment() {
    let nodes = r#"
[[node]]
name = "slot1"
board = "radxa/rock-5b"
port = "9-9.9"
wait = 0
retries = 1
image = "disk"
[node.hook]
recover = ["hooks/recover", "1"]
power-cycle = ["hooks/recover", "power"]
"#;
    let rack = Rack::of(nodes);
    rack.program(
        "hooks/recover",
        r#"echo "$1 $RACKLET_NODE $RACKLET_BOARD $RACKLET_PORT" >>"$RACKLET_RUN/said""#,
    );
    let run = rack.run(&format!("--yes {}", rack.at("run")));
    assert_eq!(run.code, 3, "{}", run.stderr);
    let said = std::fs::read_to_string(rack.folder.path("run/said")).expect("the hook ran");
    let line = |word| format!("{word} slot1 radxa/rock-5b 9-9.9\n");
    assert_eq!(said, [line("1"), line("power"), line("1")].concat());
    let log = std::fs::read_to_string(rack.folder.path("run/slot1/log")).expect("a log");
    assert!(log.contains("hook recover: ") && log.contains("hooks/recover 1"), "{log}");

    rack.program("hooks/recover", "echo the relay is stuck\nexit 4");
    let run = rack.run(&format!("--yes {}", rack.at("run2")));
    assert_eq!(run.code, 1, "{}", run.stderr);
    let result = rack.result("run2");
    assert_eq!(result["nodes"][0]["code"], "rack.hook");
    let message = text(Path::new(result["nodes"][0]["message"].as_str().expect("text")));
    assert!(message.contains("code 4: the relay is stuck"), "{message}");
}

#[test]
fn a_node_has_a_limit() {
    let nodes = r#"
[[node]]
name = "slot1"
board = "radxa/rock-5b"
port = "9-9.9"
limit = 1
image = "disk"
[node.hook]
recover = ["sleep", "600"]
limit = 3600
"#;
    let rack = Rack::of(nodes);
    let run = rack.run(&format!("--yes {}", rack.at("run")));
    assert_eq!(run.code, 1, "{}", run.stderr);
    let result = rack.result("run");
    assert_eq!(result["nodes"][0]["code"], "rack.limit", "{result}");
    assert_eq!(result["nodes"][0]["state"], "failed", "{result}");
}

/// Every node ends at once, also one whose turn had not come, and all of it is written down.
#[test]
fn a_rack_that_is_interrupted_says_how_far_it_came() {
    let node = |name: &str, port: &str| {
        format!(
            "[[node]]\nname = \"{name}\"\nboard = \"radxa/rock-5b\"\nport = \"{port}\"\nimage = \"disk\"\n\
             [node.hook]\nrecover = [\"sleep\", \"600\"]\nlimit = 3600\n"
        )
    };
    let rack =
        Rack::of(&(node("slot1", "9-9.1") + &node("slot2", "9-9.2") + &node("slot3", "9-9.3")));
    let mut command = rack.command(&format!("--yes --jobs 2 {}", rack.at("run")));
    let child = command.spawn().expect("the binary starts");
    let log = |name: &str| std::fs::read_to_string(rack.folder.path("run").join(name).join("log"));
    let begins = |name: &str| log(name).is_ok_and(|log| log.contains("hook recover"));
    let begin = Instant::now();
    while !(begins("slot1") && begins("slot2")) {
        assert!(begin.elapsed() < Duration::from_secs(60), "the hooks do not begin");
        thread::sleep(Duration::from_millis(10));
    }
    let id = Pid::from_raw(child.id().try_into().expect("a small number"));
    kill(id, Signal::SIGINT).expect("it runs");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(130), "{}", String::from_utf8_lossy(&output.stderr));
    let result = rack.result("run");
    assert!(states(&result).iter().all(|(_, state)| state == "stopped"), "{result}");
    assert_eq!(result["exit"], 130);
    assert!(log("slot3").is_err(), "its turn had not come");
    // It goes on from there.
    rack.run(&format!("--resume --rehearse {}", rack.at("run"))).bad(2, "a rehearsal and a run");
}

/// A board at U-Boot's prompt, on a pty of another process.
struct Served(std::process::Child);

impl Served {
    fn start(board: &str, link: &Path) -> Self {
        let mut command = command(["virtual", "serve", "--quiet", "--virtual", board]);
        let served = Self(command.spawn().expect("the binary starts"));
        let begin = Instant::now();
        while !link.exists() {
            assert!(begin.elapsed() < Duration::from_secs(60), "no pty came");
            thread::sleep(Duration::from_millis(10));
        }
        served
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_console_decides_whether_a_node_is_up() {
    let rack = Rack::of("");
    let (line, disk) = (text(&rack.folder.path("line")), text(&rack.folder.path("disk")));
    let _served = Served::start(
        &format!("generic/u-boot:pty={line},virtio={disk},size=16M"),
        Path::new(&line),
    );
    let image = noise(100 << 10, 3);
    rack.folder.file("small.img", &image);
    let manifest = |expect: &str, fail: &str| {
        format!(
            "schema = 1\n[image.small]\nfile = \"small.img\"\n[[node]]\nname = \"slot1\"\nboard = \"generic/u-boot\"\n\
             port = \"{line}\"\nimage = \"small\"\nto = \"virtio\"\nnet = \"127.33.{}.0/24\"\nretries = 0\n\
             [node.console]\nport = \"{line}\"\nexpect = \"{expect}\"\nfail = [\"{fail}\"]\nlimit = 30\n",
            std::process::id() % 250
        )
    };
    let first = manifest("Hit any key", "panic");
    let first = first.replace("retries = 0", "retries = 0\nrewrite = true");
    rack.folder.file("rack.toml", first.as_bytes());
    rack.run(&format!("--yes {}", rack.at("run"))).good();
    let heard = std::fs::read_to_string(rack.folder.path("run/slot1/console")).expect("kept");
    assert!(heard.contains("U-Boot") && heard.contains("Hit any key"), "{heard}");
    assert!(std::fs::read(&disk).expect("the disk").starts_with(&image));

    rack.folder.file("rack.toml", manifest("login:", "U-Boot 2").as_bytes());
    let run = rack.run(&format!("--yes {}", rack.at("run2")));
    assert_eq!(run.code, 1, "{}", run.stderr);
    let node = rack.result("run2")["nodes"][0].clone();
    assert_eq!((&node["code"], &node["step"]), (&"rack.console".into(), &"console".into()));
    assert!(
        node["message"].as_str().is_some_and(|text| text.contains("said `U-Boot 2`")),
        "{node}"
    );
    // What it was found to hold is known all the same.
    assert_eq!((&node["state"], &node["verified"]), (&"failed".into(), &true.into()), "{node}");
    assert_eq!(node["bytes"], node["already_there"], "{node}");
}

/// What was damaged on its way, and sent again, is told of the node.
#[test]
fn what_was_sent_again_is_told() {
    let rack = Rack::of("");
    let (line, disk) = (text(&rack.folder.path("line")), text(&rack.folder.path("disk")));
    let board = format!("generic/u-boot:pty={line},virtio={disk},size=16M,uboot=loads-wrong@1");
    let _served = Served::start(&board, Path::new(&line));
    let image = noise(100 << 10, 4);
    rack.folder.file("small.img", &image);
    let manifest = format!(
        "schema = 1\n[image.small]\nfile = \"small.img\"\n[[node]]\nname = \"slot1\"\nboard = \"generic/u-boot\"\n\
         port = \"{line}\"\nimage = \"small\"\nto = \"virtio\"\nnet = \"127.34.{}.0/24\"\nretries = 0\nrewrite = true\n",
        std::process::id() % 250
    );
    rack.folder.file("rack.toml", manifest.as_bytes());
    rack.run(&format!("--yes {}", rack.at("run"))).good();
    let node = rack.result("run")["nodes"][0].clone();
    assert_eq!((&node["sent_again"], &node["retries"]), (&1.into(), &0.into()), "{node}");
    assert_eq!(node["verified"], true, "{node}");
    assert!(std::fs::read(&disk).expect("the disk").starts_with(&image));
}

/// A node that holds its image and starts from elsewhere is changed by `set-boot`; the next run finds it as it should be.
#[test]
fn what_the_soc_starts_from_is_a_change() {
    let rack = Rack::of("");
    let (line, disk) = (text(&rack.folder.path("line")), text(&rack.folder.path("disk")));
    let _served =
        Served::start(&format!("generic/u-boot:pty={line},emmc={disk},size=16M"), Path::new(&line));
    rack.folder.file("small.img", &noise(100 << 10, 5));
    for (run, set, state) in
        [("first", false, "changed"), ("second", true, "changed"), ("third", true, "unchanged")]
    {
        let manifest = format!(
            "schema = 1\n[image.small]\nfile = \"small.img\"\n[[node]]\nname = \"slot1\"\nboard = \"generic/u-boot\"\n\
             port = \"{line}\"\nimage = \"small\"\nto = \"emmc\"\nnet = \"127.35.{}.0/24\"\nretries = 0\nset-boot = {set}\n",
            std::process::id() % 250
        );
        rack.folder.file("rack.toml", manifest.as_bytes());
        rack.run(&format!("--yes {}", rack.at(run))).good();
        let node = rack.result(run)["nodes"][0].clone();
        assert_eq!(node["state"], state, "{run}: {node}");
    }
}
