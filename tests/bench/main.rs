//! Numbers, printed and never judged: `cargo bench`. What a machine's load can change is a median; counts are exact.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it reports to whoever runs it")]

#[path = "../tool/mod.rs"]
mod tool;

mod bl808;
mod line;

use std::{
    fs::File,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

const BINARY: &str = env!("CARGO_BIN_EXE_racklet-flash");
const RUNS: usize = 101;

fn main() {
    println!("binary: {:.2} MiB", mebibytes(std::fs::metadata(BINARY).expect("the binary").len()));
    if std::env::args().any(|argument| argument == "line") {
        // Minutes of a slow line, for whoever asks for them alone.
        return line::line();
    }
    if std::env::args().any(|argument| argument == "bl808") {
        return bl808::bl808();
    }
    start();
    waits();
    cable();
    memory();
    bl808::bl808();
    line::line();
}

fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

fn run(arguments: &str) -> Command {
    let mut command = Command::new(BINARY);
    command
        .args(arguments.split(' '))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn timed(arguments: &str) -> Duration {
    let start = Instant::now();
    let status = run(arguments).status().expect("the binary starts");
    assert!(status.success(), "{arguments}");
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Process start to process end of a whole VERSION request: an upper bound of start to first USB request.
fn start() {
    let version =
        median((0..RUNS).map(|_| timed("fel identify --virtual xunlong/orangepi-pc")).collect());
    let nothing = median((0..RUNS).map(|_| timed("--version")).collect());
    println!(
        "fel identify on a virtual board, start to end: {version:.1?} (of that, --version: {nothing:.1?})"
    );
}

/// Transfers and host waits, as the link counts them.
fn waits() {
    let folder = tempfile::tempdir().expect("a folder");
    let image = folder.path().join("image");
    std::fs::write(&image, synthetic()).expect("the image");
    let data = sparse(folder.path(), 1 << 20);
    println!("{:34} {:>9} {:>9}", "host waits (sunxi-fel: every one)", "transfers", "waits");
    for (what, arguments) in [
        ("version (1 message)", "fel identify".to_owned()),
        ("readl (5 messages)", "fel memory readl 0x01c14200".to_owned()),
        ("write 1 MiB (4 messages)", format!("fel write 0x40000000 {data}")),
        ("uboot, 24 KiB SPL, 512 KiB U-Boot", format!("fel boot {}", image.display())),
    ] {
        let [transfers, waits] = counts(&arguments);
        println!("{what:34} {transfers:>9} {waits:>9}");
    }
}

/// Transfers and waits of a command.
fn counts(arguments: &str) -> [u64; 2] {
    let board = format!("{arguments} -vv --virtual xunlong/orangepi-pc:dram=on");
    let output = run(&board).stderr(Stdio::piped()).output().expect("the binary starts");
    let text = String::from_utf8_lossy(&output.stderr);
    let line = text.lines().find(|line| line.contains("host waits")).expect("the counts");
    let mut numbers = line
        .split(|character: char| !character.is_ascii_digit())
        .filter_map(|part| part.parse().ok());
    [numbers.next().expect("transfers"), numbers.next().expect("waits")]
}

/// A recovery over modelled cables.
fn cable() {
    let folder = tempfile::tempdir().expect("a folder");
    let image = folder.path().join("image");
    std::fs::write(&image, synthetic()).expect("the image");
    for link in ["full-speed", "high-speed"] {
        let line =
            format!("fel boot {} --virtual xunlong/orangepi-pc:link={link}", image.display());
        let time = median((0..5).map(|_| timed(&line)).collect());
        println!("uboot over a modelled {link} cable: {time:.0?}");
    }
}

/// Resident memory while a file is written that is far larger. The board's DRAM is QEMU's, so none of it is counted.
fn memory() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = sparse(folder.path(), 96 << 20);
    let arguments =
        format!("fel write 0x40000000 {data} --virtual xunlong/orangepi-pc:engine=qemu,dram=on");
    let child = run(&arguments).spawn().expect("the binary starts");
    match peak(child) {
        Some(peak) => println!("resident while writing 96 MiB: {:.1} MiB", peak as f64 / 1024.0),
        None => {
            println!("resident while writing 96 MiB: not measured (is qemu-system-arm installed?)")
        }
    }
}

/// Highest resident size in KiB of a process that ends well.
fn peak(mut child: Child) -> Option<u64> {
    let path = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().expect("a child").is_none() {
        let status = std::fs::read_to_string(&path).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).or(peak);
        thread::sleep(Duration::from_millis(5));
    }
    child.wait().expect("a child").success().then_some(peak?)
}

fn sparse(folder: &Path, size: u64) -> String {
    let path = folder.join("data");
    File::create(&path).and_then(|file| file.set_len(size)).expect("a sparse file");
    path.display().to_string()
}

/// An SPL and a U-Boot of the usual sizes.
fn synthetic() -> Vec<u8> {
    tool::image(24 << 10, 512 << 10, None)
}
