//! Boards on ptys, and files for them.

use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, ChildStdout, Command, Stdio},
};

use serde_json::Value;

use crate::tool::{Folder, command, text};

/// Bytes with everything in them that XMODEM has a meaning for; they do not end in padding.
pub(crate) fn bytes(length: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = (0..length).map(|i| (i * 31 + i / 251) as u8).collect();
    if let Some(last) = bytes.last_mut() {
        *last = 0x55;
    }
    bytes
}

/// An SPL without its header, as the virtual board knows one.
pub(crate) fn raw_spl(length: usize) -> Vec<u8> {
    let mut payload = b"U-Boot SPL 2025.01".to_vec();
    payload.extend(bytes(length - payload.len()));
    payload
}

/// An SPL with its header.
pub(crate) fn spl(payload: usize) -> Vec<u8> {
    wrap(&raw_spl(payload))
}

/// The recovery program, as the virtual board knows it.
pub(crate) fn agent() -> Vec<u8> {
    let mut payload = b"* JH7110 program tool *".to_vec();
    payload.extend(bytes(5000));
    wrap(&payload)
}

fn wrap(payload: &[u8]) -> Vec<u8> {
    starfive::header::wrap(payload, starfive::header::VERSION, starfive::header::BACKUP)
        .expect("it fits")
}

/// A U-Boot that the JH7110's SPL starts, `length` bytes in all.
pub(crate) fn fit(length: usize) -> Vec<u8> {
    fit::build::uboot_of_length("riscv", 0x4020_0000, length, bytes)
}

/// A server of one board on a pty.
pub(crate) struct Served {
    child: Child,
    events: BufReader<ChildStdout>,
    /// The symbolic link to the pty.
    pub(crate) port: String,
    link: PathBuf,
}

impl Served {
    /// Serves `board`, with these options more.
    pub(crate) fn start(folder: &Folder, board: &str, options: &str) -> Self {
        let link = folder.path("tty");
        let board = format!("{board}:pty={}{options}", link.display());
        let mut child = command(["virtual", "serve", "--json", "--virtual", &board])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary starts");
        let mut events = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut line = String::new();
        events.read_line(&mut line).expect("a line");
        let serving: Value = serde_json::from_str(&line).expect("JSON");
        assert_eq!(serving["link"], text(&link), "{line}");
        Self { child, events, port: text(&link), link }
    }

    /// Ends the server; returns what it said.
    pub(crate) fn end(mut self) -> Vec<Value> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill starts").success());
        let lines = (&mut self.events).lines().map_while(Result::ok);
        let events = lines.map(|line| serde_json::from_str(&line).expect("JSON")).collect();
        assert_eq!(self.child.wait().expect("it ends").code(), Some(0));
        assert!(!self.link.exists() && self.link.symlink_metadata().is_err(), "the link stayed");
        events
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
