//! Boards over TCP, imported by the kernel's own tool.

use std::{
    io::{BufRead, BufReader},
    process::Stdio,
};

use crate::{
    harness::{Case, cases},
    tool::{command, finish, run},
    world::{Background, comes, leaves, other},
};

pub(super) const CASES: &[Case] = cases![the_kernels_own_tool_lists_attaches_and_detaches];

fn the_kernels_own_tool_lists_attaches_and_detaches() {
    let board = "xunlong/orangepi-pc:port=1-4";
    let mut server = Background::start(
        command(["virtual", "serve", "--json", "--virtual", board]).stdout(Stdio::piped()),
    );
    let mut events = BufReader::new(server.stdout()).lines().map_while(Result::ok);
    assert!(events.any(|event| event.contains("\"serving\"")), "it does not serve");
    let usbip = |arguments: &str| finish(&mut other("usbip", arguments)).good().stdout;
    let list = usbip("list -r 127.0.0.1");
    assert!(list.contains("1-4") && list.contains("1f3a:efe8"), "{list}");
    // Twice: what was let go can be had again.
    for _ in 0..2 {
        usbip("attach -r 127.0.0.1 -b 1-4");
        comes("1-1");
        assert!(run("fel identify --port 1-1").good().stdout.contains("H3"));
        usbip("detach -p 0");
        leaves("1-1");
    }
    server.signal("INT");
    assert_eq!(server.end(), Some(0));
}
