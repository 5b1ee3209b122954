//! `serial`: files, words and U-Boot's prompt, with other people's programs at the other end.

use std::{
    fs::{self, File},
    io::{Read, Write},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};

use crate::{
    line::{Served, bytes, fit, spl},
    tool::{Folder, command, finish, pty::pty, run},
};

/// A program of lrzsz with a pty as stdin and stdout, joined byte by byte to another one, whose name the tool gets: a
/// terminal cannot be a program's stdin and somebody's port at once.
struct Peer {
    child: Child,
    port: String,
    /// Both ends stay open, so that nothing is lost when a program closes its own.
    _ends: [File; 2],
}

fn peer(folder: &Folder, name: &str, arguments: &[&str]) -> Peer {
    let (near, near_end, port) = pty();
    let (far, far_end, _) = pty();
    let end = || far_end.try_clone().expect("a descriptor");
    let child = Command::new(name)
        .args(arguments)
        .current_dir(folder.path(""))
        .stdin(end())
        .stdout(end())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| {
            panic!("{name} is missing: tests/setup installs Debian's lrzsz ({error})")
        });
    join(&near, &far);
    join(&far, &near);
    Peer { child, port, _ends: [near_end, far_end] }
}

/// Carries bytes one way as long as the test runs.
fn join(from: &File, to: &File) {
    let (mut from, mut to) =
        (from.try_clone().expect("it is open"), to.try_clone().expect("it is open"));
    std::thread::spawn(move || std::io::copy(&mut from, &mut to));
}

impl Peer {
    fn finish(mut self) {
        let end = Instant::now() + Duration::from_secs(30);
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                assert!(status.success(), "{status}");
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("it does not end");
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn rx_gets_a_file_by_both_kinds_of_xmodem() {
    for protocol in ["xmodem", "xmodem-1k"] {
        let folder = Folder::new();
        let data = bytes(50_001);
        let file = folder.file("in.bin", &data);
        let peer = peer(&folder, "rx", &["-c", "-b", "out.bin"]);
        let sent =
            run(&format!("serial send --protocol {protocol} {file} --port {} --json", peer.port));
        peer.finish();
        // `rx` may take its own last answer back with the terminal's queue; what it wrote is what counts then.
        assert!(sent.code == 0 || sent.last_event()["code"] == "xmodem.end", "{}", sent.stdout);
        let got = fs::read(folder.path("out.bin")).expect("it wrote a file");
        assert!(got.starts_with(&data) && got.len() < data.len() + 1024, "{} bytes", got.len());
    }
}

#[test]
fn rb_gets_several_files_by_their_names() {
    let folder = Folder::new();
    let (first, second) = (bytes(50_001), bytes(77));
    let sources = Folder::new();
    let (one, two) = (sources.file("first.bin", &first), sources.file("second.bin", &second));
    let peer = peer(&folder, "rb", &["-b"]);
    let sent =
        run(&format!("serial send --protocol ymodem {one} {two} --port {} --json", peer.port))
            .good();
    peer.finish();
    assert_eq!(sent.last_event()["bytes"], 50_078);
    assert!(fs::read(folder.path("first.bin")).expect("written") == first);
    assert!(fs::read(folder.path("second.bin")).expect("written") == second);
}

const UBOOT: &str = "--virtual starfive/visionfive-2:stage=uboot";

#[test]
fn uboot_runs_commands_until_one_fails() {
    let words = |commands: &[&str]| {
        let mut line = command([
            "serial",
            "uboot",
            "--virtual",
            "starfive/visionfive-2:stage=uboot",
            "--json",
        ]);
        finish(line.args(commands))
    };
    let done = words(&["version", "mw.b 0x50000000 0x55 0x10", "crc32 0x50000000 0x10"]).good();
    let event = done.last_event();
    assert_eq!(event["commands"][0]["output"], "U-Boot 2025.01 (virtual)");
    let crc = format!("==> {:08x}", starfive::crc32(&[0x55; 16]));
    assert!(
        event["commands"][2]["output"].as_str().is_some_and(|text| text.contains(&crc)),
        "{event}"
    );
    let failed = words(&["version", "nonsense", "version"]);
    assert_eq!((failed.code, &failed.last_event()["code"]), (1, &"uboot.failed".into()));
    assert!(failed.stdout.contains("command 2 of 3"), "{}", failed.stdout);
    assert!(failed.stdout.contains("U-Boot 2025.01 (virtual)"), "{}", failed.stdout);
}

#[test]
fn a_console_ends_at_the_text_that_comes_first() {
    let seen = run(&format!("serial console --expect autoboot --or-fail nonsense {UBOOT}")).good();
    assert!(seen.stdout.contains("U-Boot") && seen.stdout.contains("autoboot"), "{}", seen.stdout);
    run(&format!("serial console --expect never-said --or-fail autoboot {UBOOT}"))
        .bad(1, "the board said `autoboot`");
    run(&format!("serial console --expect never-said --limit 5 {UBOOT}"))
        .bad(1, "did not come in time");
    run(&format!("serial console --limit 1 {UBOOT}")).good();
}

#[test]
fn lines_from_stdin_go_to_the_board() {
    let folder = Folder::new();
    let served = Served::start(&folder, "starfive/visionfive-2", ",stage=uboot");
    let typed = File::open(folder.file("typed", b"\nversion\n")).expect("a file of ours");
    let mut line = command([
        "serial",
        "console",
        "--limit",
        "20",
        "--expect",
        "2025.01 (virtual)\r\nStarFive",
        "--port",
        &served.port,
    ]);
    // The first line stops the countdown.
    let seen = finish(line.stdin(typed)).good();
    assert!(seen.stdout.contains("version"), "{}", seen.stdout);
}

/// Every key is the board's, Ctrl-C too; Ctrl-] leaves, and the terminal is what it was.
#[test]
fn a_terminal_passes_single_keys() {
    let folder = Folder::new();
    let served = Served::start(&folder, "starfive/visionfive-2", ",stage=uboot");
    let (mut master, end, _) = pty();
    let mut cooked = tcgetattr(&end).expect("a tty");
    cooked.local_modes |= LocalModes::ICANON | LocalModes::ISIG;
    tcsetattr(&end, OptionalActions::Now, &cooked).expect("a tty");
    let other = || end.try_clone().expect("a descriptor");
    let mut child = command(["serial", "console", "--port", &served.port])
        .stdin(other())
        .stdout(other())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary starts");
    let hear = |master: &mut File, words: &str| {
        let (mut said, mut buf) = (String::new(), [0; 256]);
        while !said.contains(words) {
            let count = master.read(&mut buf).expect("a tty of ours");
            said += &String::from_utf8_lossy(&buf[..count]);
        }
    };
    hear(&mut master, "stop autoboot");
    master.write_all(b"\r").expect("a tty of ours");
    hear(&mut master, "StarFive # ");
    master.write_all(b"vers\x03").expect("a tty of ours");
    hear(&mut master, "StarFive # ");
    master.write_all(b"version\r").expect("a tty of ours");
    hear(&mut master, "(virtual)");
    master.write_all(&[0x1d]).expect("a tty of ours");
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
    let after = tcgetattr(&end).expect("a tty").local_modes;
    assert!(after.contains(LocalModes::ICANON | LocalModes::ISIG), "{after:?}");
}

#[test]
fn what_cannot_be_is_refused() {
    let folder = Folder::new();
    let file = folder.file("a", b"a");
    run(&format!("serial send --protocol xmodem {file} {file} {UBOOT}"))
        .bad(2, "XMODEM takes one file");
    run(&format!("serial send --protocol xmodem /nonexistent {UBOOT}")).bad(6, "/nonexistent");
    run("serial uboot version --virtual xunlong/orangepi-pc").bad(2, "on USB");
    run("fel identify --virtual starfive/visionfive-2").bad(2, "on a serial line");
    run("fel identify --port /dev/ttyUSB0").bad(2, "a USB port path");
    run("serial uboot version --port /dev/no-such-port").bad(3, "no serial port /dev/no-such-port");
    run("serial uboot version --port 99-1").bad(3, "nothing is plugged in at USB port 99-1");
    run(&format!("serial uboot version {UBOOT} --replay {file}")).bad(2, "");
    run(&format!("serial uboot version --replay {file}")).bad(6, "begins no line");
    run(&format!("serial uboot version {UBOOT} --baud 7")).bad(2, "slower");
}

/// The mask ROM's banner comes a second time, 0.4 s after the first, and it begins anew.
#[test]
fn a_mask_rom_gets_a_file_without_being_named() {
    let folder = Folder::new();
    for protocol in ["xmodem", "xmodem-1k"] {
        let spl = folder.file("spl", &spl(9000));
        let board = "--virtual starfive/visionfive-2";
        let sent = run(&format!("serial send --protocol {protocol} {spl} {board} --json")).good();
        assert_eq!(sent.last_event()["bytes"], 9000 + 0x400, "{}", sent.stdout);
    }
}

#[test]
fn a_mask_rom_is_no_uboot() {
    let run = run("serial uboot version --virtual starfive/visionfive-2 --json");
    let event = run.last_event();
    assert_eq!((run.code, &event["code"]), (1, &"board.rom".into()), "{event}");
    assert!(event["advice"].as_str().is_some_and(|advice| advice.contains("starfive boot")));
}

/// An adapter that sends as fast as the computer takes it, for ever.
#[test]
fn a_flood_ends_each_command_in_time() {
    let folder = Folder::new();
    let (spl, uboot) = (folder.file("spl", &spl(9000)), folder.file("uboot", &fit(9000)));
    for (byte, line) in [
        (b'x', format!("starfive boot {spl} {uboot} --wait 3")),
        (b'C', format!("serial send --protocol ymodem {spl} --wait 3")),
        (b'x', "serial uboot version".to_owned()),
    ] {
        let (near, _end, port) = pty();
        let flooding = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
        let more = std::sync::Arc::clone(&flooding);
        let mut pours = near.try_clone().expect("it is open");
        let flood = std::thread::spawn(move || {
            while more.load(std::sync::atomic::Ordering::Relaxed)
                && pours.write_all(&[byte; 4096]).is_ok()
            {}
        });
        let mut child = command(line.split(' ').chain(["--port", port.as_str(), "--json"]))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary starts");
        let begin = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().expect("it is our child") {
                break status;
            }
            assert!(begin.elapsed() < Duration::from_secs(90), "{line}: it does not end");
            std::thread::sleep(Duration::from_millis(50));
        };
        assert_eq!(status.code(), Some(1), "{line}");
        flooding.store(false, std::sync::atomic::Ordering::Relaxed);
        // Whatever it still writes is taken out, so that its last write ends.
        let mut rest = File::options().read(true).open(&port).expect("a tty");
        std::thread::spawn(move || std::io::copy(&mut rest, &mut std::io::sink()));
        flood.join().expect("it ends");
    }
}

#[test]
fn nobody_who_asks_for_a_file_is_told() {
    let folder = Folder::new();
    let file = folder.file("a", &bytes(1000));
    let run = run(&format!("serial send --protocol ymodem {file} --wait 3 --json {UBOOT}"));
    assert_eq!(
        (run.code, &run.last_event()["code"]),
        (1, &"xmodem.no-start".into()),
        "{}",
        run.stdout
    );
}
