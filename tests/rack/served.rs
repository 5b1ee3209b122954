//! The boards of a manifest, for other programs.

use std::{
    io::{BufRead, BufReader},
    process::Stdio,
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
use serde_json::Value;

use crate::{
    bench::{NODES, Rack},
    tool::{command, text},
};

#[test]
fn a_rack_is_served_with_its_lines_and_its_storage() {
    let rack = Rack::of(NODES);
    let folder = rack.folder.path("served");
    let serve = ["virtual", "serve", "--json", "--listen", "127.0.0.1:0"];
    let mut server = command(serve)
        .args(["--manifest", &text(&rack.folder.path("rack.toml")), "--folder", &text(&folder)])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut said = BufReader::new(server.stdout.take().expect("piped")).lines();
    let mut events = || -> Value {
        let line = said.next().expect("it goes on").expect("text");
        serde_json::from_str(&line).expect("JSON")
    };
    let mut places = Vec::new();
    let address = loop {
        let event = events();
        assert_eq!(event["event"], "serving", "{event}");
        if let Some(node) = event["node"].as_str() {
            places.push((node.to_owned(), event["port"].as_str().expect("a place").to_owned()));
        }
        if let Some(address) = event["address"].as_str() {
            break address.to_owned();
        }
    };
    assert_eq!(places.len(), 6);
    assert_eq!(places[0], ("slot1".into(), "1-1.1".into()));
    assert_eq!(places[4], ("slot5".into(), text(&folder.join("slot5/line"))));
    std::net::TcpStream::connect(address).expect("a USB/IP server");
    for line in ["slot5/line", "slot6/console"] {
        let link = std::fs::read_link(folder.join(line)).expect("a link");
        assert!(link.starts_with("/dev/pts"), "{line}: {}", link.display());
    }
    let id = Pid::from_raw(server.id().try_into().expect("a small number"));
    kill(id, Signal::SIGINT).expect("it runs");
    assert!(server.wait().expect("it ends").success());
    assert!(folder.join("slot1/storage").exists() && !folder.join("slot5/line").exists());
    let plan = command(["virtual", "serve", "--dry-run", "--virtual", "radxa/rock-5b"])
        .args(["--virtual", "starfive/visionfive-2"])
        .output()
        .expect("the binary starts");
    let plan = String::from_utf8(plan.stdout).expect("text");
    assert!(
        plan.contains("radxa/rock-5b on 127.0.0.1:3240, and starfive/visionfive-2 on ptys"),
        "{plan}"
    );
}
