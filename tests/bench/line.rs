//! A paced serial line: what of its rate a file gets, beside lrzsz's `sb` on the same line; a bad line; and how long a
//! board takes from power-on to verified flash, beside what the line needs at least.

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
use racklet_flash::{
    transport::{SerialLine, Stop},
    virt::{PtyServer, SerialSpec},
};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use uboot::host::{Console, Prompt};

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
    for name in ["any", "uboot", "sb"] {
        let who = if name == "sb" { "sb -k".into() } else { format!("ours, --receiver {name}") };
        let what = format!("YMODEM at 115200 baud, {who:22}");
        match rate(name, &path, &data) {
            Some(rate) => println!("{what}: {rate:.0} B/s, {:.3} of the most", rate / MOST),
            None => println!("{what}: not measured (is lrzsz installed?)"),
        }
    }
    damaged(folder.path());
    board(folder.path());
}

/// The sizes of Debian's `u-boot-spl.bin.normal.out` and `u-boot.itb` for the board.
const SPL: usize = 147_274;
const UBOOT: usize = 1_024_523;
/// Where U-Boot is in the flash.
const UBOOT_AT: usize = 0x10_0000;
/// Bytes in a million that are damaged: with 1029 in a block, 1.03 % of them.
const NOISE: u32 = 10;
const RUNS: u64 = 100;

/// Recoveries of a board on a modelled line on which 1 % of the blocks arrive damaged, and 1 % of the words.
fn damaged(folder: &Path) {
    let (mut good, mut failed, mut wrong) = (0, 0, 0);
    for seed in 1..=RUNS {
        let flash = Flash::new(folder, 30_000, 100_000);
        let done = flash.write(&format!(",noise={seed}@{NOISE}"), &["-q"]).status.success();
        match (done, flash.is_whole()) {
            (true, true) => good += 1,
            (true, false) => wrong += 1,
            (false, _) => failed += 1,
        }
    }
    println!(
        "1 % of blocks damaged: of {RUNS} recoveries (4 transfers each) {good} verified and intact, {failed} failed with an error, {wrong} wrong"
    );
}

/// A virtual VisionFive 2 with files of the usual size, from power-on to verified flash: on a modelled line, whose time is
/// exact. Every byte crosses the line twice, to RAM and to the flash.
fn board(folder: &Path) {
    let least = 2.0 * (SPL + UBOOT) as f64 / MOST;
    let flash = Flash::new(folder, SPL, UBOOT);
    let trace = folder.join("trace");
    let output = flash.write("", &["-q", "--trace", &trace.display().to_string()]);
    assert!(output.status.success() && flash.is_whole(), "the flash is not what was sent");
    let trace = std::fs::read_to_string(trace).expect("the trace");
    let last = trace.lines().last().and_then(|line| line.split_whitespace().next());
    let took: f64 = last.and_then(|time| time.parse().ok()).expect("a line begins with its time");
    println!(
        "VisionFive 2, power-on to verified flash, {SPL} + {UBOOT} bytes: {took:.1} s; the line needs {least:.1} s ({:.3} times)",
        took / least
    );
}

/// Files, and a virtual board's flash that they are to be written to.
struct Flash {
    folder: tempfile::TempDir,
    spl: Vec<u8>,
    uboot: Vec<u8>,
}

impl Flash {
    fn new(folder: &Path, spl: usize, uboot: usize) -> Self {
        let folder = tempfile::tempdir_in(folder).expect("a folder");
        let bytes = |length| (0..length).map(|i: usize| (i * 31 + i / 251) as u8);
        let mut payload = b"U-Boot SPL 2025.01".to_vec();
        payload.extend(bytes(spl - starfive::header::SIZE - payload.len()));
        let spl =
            starfive::header::wrap(&payload, starfive::header::VERSION, starfive::header::BACKUP);
        let fill = |length| bytes(length).collect();
        let image = fit::build::uboot_of_length("riscv", 0x4020_0000, uboot, fill);
        let made = Self { folder, spl: spl.expect("it fits"), uboot: image };
        std::fs::write(made.path("spl"), &made.spl).expect("the SPL");
        std::fs::write(made.path("uboot"), &made.uboot).expect("U-Boot");
        made
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn write(&self, options: &str, arguments: &[&str]) -> std::process::Output {
        let board = format!("starfive/visionfive-2:storage={}{options}", self.path("flash"));
        let (spl, uboot) = (self.path("spl"), self.path("uboot"));
        let mut command = Command::new(BINARY);
        command.args(["starfive", "flash-spi", "--yes", &spl, &uboot]);
        command.args(["--virtual", &board]).args(arguments);
        command.stdin(Stdio::null()).output().expect("the binary starts")
    }

    fn is_whole(&self) -> bool {
        let flash = std::fs::read(self.path("flash")).unwrap_or_default();
        let has = |at: usize, bytes: &[u8]| flash.get(at..at + bytes.len()) == Some(bytes);
        has(0, &self.spl) && has(UBOOT_AT, &self.uboot)
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
        receiver => Command::new(BINARY)
            .args(["-q", "serial", "send", "--protocol", "ymodem", "--receiver", receiver])
            .args(["--port", &port])
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
