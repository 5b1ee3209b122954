//! A paced serial line: what of its rate a file gets, beside lrzsz's `sb` on the same line.

use std::{
    fs::File,
    io::{Read, Write},
    path::Path,
    process::{Command, Stdio},
    sync::{Arc, Mutex},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use link::Silent;
use racklet_flash::transport::{
    SerialLine, Stop,
    virt::{PtyServer, SerialSpec},
};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use starfive::host::{Console, Prompt};

use super::{
    BINARY,
    tool::pty::{pty, raw},
};

/// What blocks of 1024 bytes leave of 115200 baud, in bytes a second: each takes six bytes more on the line.
const MOST: f64 = 11_453.0;
const SIZE: usize = 256 << 10;
const LIMIT: Duration = Duration::from_secs(10);

/// A write of more bytes than this is a block of the file, and no word about it.
const BLOCK: usize = 200;

/// Sends the same file to a virtual U-Boot's `loady` on a line of 115200 baud, with the tool and with `sb -k`; U-Boot's
/// crc32 judges both.
pub(super) fn line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file");
    let data: Vec<u8> = (0..SIZE).map(|i| (i * 31 + i / 251) as u8).collect();
    std::fs::write(&path, &data).expect("the file");
    for name in ["racklet-flash", "sb"] {
        match rate(name, &path, &data) {
            Some(rate) => println!(
                "YMODEM at 115200 baud, {name:13}: {rate:.0} B/s, {:.3} of the most",
                rate / MOST
            ),
            None => {
                println!("YMODEM at 115200 baud, {name:13}: not measured (is lrzsz installed?)")
            }
        }
    }
}

/// From the file's first block to its last.
fn rate(name: &str, path: &Path, data: &[u8]) -> Option<f64> {
    let spec: SerialSpec = "starfive/visionfive-2:stage=uboot".parse().expect("a board");
    let (stop, server) = (Stop::default(), PtyServer::start(&spec).expect("a pty"));
    let board = server.path().display().to_string();
    let ended = stop.clone();
    let serving = thread::spawn(move || server.serve(&ended, &mut |_| ()));
    at_the_prompt(&board, |prompt| prompt.start("loady 0x50000000").expect("it is shown back"));
    let (near, near_end, port) = pty();
    let end = raw(&board);
    let times = Arc::new(Mutex::new(None));
    let over = Stop::default();
    let carriers =
        [carry(&near, &end, Some(Arc::clone(&times)), &over), carry(&end, &near, None, &over)];
    let status = match name {
        "sb" => {
            let end = || near_end.try_clone().expect("a descriptor");
            Command::new("sb")
                .args(["-k", "-b"])
                .arg(path)
                .stdin(end())
                .stdout(end())
                .stderr(Stdio::null())
                .status()
        }
        _ => Command::new(BINARY)
            .args([
                "-q",
                "serial",
                "send",
                "--protocol",
                "ymodem",
                "--receiver",
                "uboot",
                "--port",
                &port,
            ])
            .arg(path)
            .stdout(Stdio::null())
            .status(),
    };
    let done = status.ok()?.success();
    assert!(done, "{name} failed");
    let (first, last): (Instant, Instant) =
        times.lock().expect("nobody panicked").expect("it was sent");
    over.request();
    carriers.into_iter().for_each(|carrier| carrier.join().expect("it does not panic"));
    drop(end);
    let words = format!("==> {:08x}", starfive::crc32(data));
    at_the_prompt(&board, |prompt| {
        let command = format!("crc32 0x50000000 {SIZE:#x}");
        let output = prompt.run(&command, LIMIT).expect("it answers");
        assert!(output.text.contains(&words), "{name}: {}", output.text);
    });
    stop.request();
    serving.join().expect("it does not panic").expect("a pty");
    Some((data.len() - 1024) as f64 / (last - first).as_secs_f64())
}

fn at_the_prompt(port: &str, work: impl FnOnce(&mut Prompt<'_, '_>)) {
    let mut line = SerialLine::open(port, 115_200, Stop::default()).expect("a tty");
    let mut silent = Silent;
    let mut console = Console::new(&mut line, &mut silent);
    let _ = console.wait_for(&["stop autoboot"], Duration::from_secs(2)).expect("it is open");
    work(&mut Prompt::open(&mut console).expect("a prompt"));
}

type Times = Arc<Mutex<Option<(Instant, Instant)>>>;

/// Carries bytes one way until it is over, and says when the first and the last block came.
fn carry(from: &File, to: &File, times: Option<Times>, over: &Stop) -> JoinHandle<()> {
    let mut from = from.try_clone().expect("a descriptor");
    let mut to = to.try_clone().expect("a descriptor");
    let over = over.clone();
    thread::spawn(move || {
        let mut buf = [0; 4096];
        while !over.asked() {
            if !readable(&from) {
                continue;
            }
            let count = from.read(&mut buf).expect("a tty of ours");
            let now = Instant::now();
            if let Some(times) = times.as_ref().filter(|_| count > BLOCK) {
                let mut times = times.lock().expect("nobody panicked");
                *times = Some((times.map_or(now, |(first, _)| first), now));
            }
            to.write_all(&buf[..count]).expect("a tty of ours");
        }
    })
}

/// Waits a moment for bytes.
fn readable(file: &File) -> bool {
    let mut fds = [PollFd::new(file, PollFlags::IN)];
    let limit = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
    poll(&mut fds, Some(&limit)).is_ok() && fds[0].revents().contains(PollFlags::IN)
}
