//! Numbers of the way over Ethernet, printed and never judged: `cargo bench --bench network`.
//!
//! Debian's U-Boot on an emulated RISC-V board loads 128 MiB from Debian's tftpd-hpa, which knows no windows, and from our
//! server, with windows of several sizes. Then the shipped binary has the same U-Boot write the same bytes: with and without
//! verification, and again when they are there. After that fourteen of our own clients load at once, over a link of a rate
//! (tbf of Linux). Emulator, server, tool and clients share this machine's processors.
#![allow(clippy::print_stdout, reason = "it reports to whoever runs it")]

#[path = "../net/client.rs"]
#[allow(dead_code, reason = "tests use the rest")]
mod client;
mod crowd;
#[path = "../uboot/machine.rs"]
mod machine;
#[path = "../tool/mod.rs"]
mod tool;

use std::{
    fs,
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
    time::Instant,
};

use machine::{HOST_ADDRESS, Machine, NET, RISCV64};
use tool::{Folder, finish};

const MIB: usize = 1 << 20;
/// The board's address.
const BOARD: &str = "10.7.0.15";
const SIZE: usize = 128 * MIB;

fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["serve", boards] => crowd::serve(boards.parse().expect("a number")),
        ["load", ..] => crowd::load_all(&arguments[1..]),
        ["offer", window] => crowd::offer(HOST_ADDRESS, BOARD, window, SIZE),
        ["crowd", ..] => crowd::crowd(),
        _ => {
            board();
            crowd::crowd();
        }
    }
}

/// One board: servers, windows, and the whole way to its disk.
fn board() {
    let folder = Folder::new();
    let disk = folder.path("disk");
    fs::File::create(&disk).and_then(|file| file.set_len(2 * SIZE as u64)).expect("there is room");
    let image = folder.file("image", &tool::noise(SIZE, 1));
    let machine = Machine::start(&RISCV64, &disk);
    let other = other(&machine, &folder);
    let windows = ["1", "4", "8", "16"].map(|window| (window, with_window(&machine, window)));
    let flash =
        ["flash", "generic/u-boot", &image, "--to", "virtio", "--net", NET, "--yes", "--no-reset"];
    let flash = |more: &[&str]| timed(&mut machine.command(&[&flash[..], more].concat()));
    let ours = [
        ("ours, not verified", flash(&["--verify", "none"])),
        ("ours, verified", flash(&[])),
        ("ours, there already", flash(&["--if-different"])),
    ];
    println!("{:<22} {:>8} {:>9} {:>6}", "128 MiB", "seconds", "MiB/s", "ratio");
    let windows = windows.map(|(window, seconds)| (format!("ours to memory, {window}"), seconds));
    let ours = ours.map(|(name, seconds)| (name.to_owned(), seconds));
    for (name, seconds) in
        [("tftpd-hpa, to memory".to_owned(), other)].into_iter().chain(windows).chain(ours)
    {
        let speed = (SIZE / MIB) as f64 / seconds;
        println!("{name:<22} {seconds:>8.1} {speed:>9.1} {:>6.2}", other / seconds);
    }
}

/// Seconds that U-Boot takes to load the same from our server, with this many blocks on their way.
fn with_window(machine: &Machine, window: &str) -> f64 {
    let own = std::env::current_exe().expect("this program");
    let mut server = machine.other(&own.display().to_string());
    let mut server =
        server.args(["offer", window]).stdout(Stdio::piped()).spawn().expect("this program");
    let mut name = String::new();
    let stdout = server.stdout.take().expect("piped");
    BufReader::new(stdout).read_line(&mut name).expect("text");
    let load = format!("setenv tftpwindowsize {window}; tftpboot 0x81000000 {}", name.trim());
    let seconds = timed(&mut machine.command(&["serial", "uboot", &load]));
    assert!(server.wait().expect("a child").success());
    seconds
}

/// Seconds that U-Boot takes to load the same from tftpd-hpa.
fn other(machine: &Machine, folder: &Folder) -> f64 {
    let at = format!("{HOST_ADDRESS}:69");
    let root = tool::text(&folder.path(""));
    let mut server = machine.other("in.tftpd");
    server.args(["--foreground", "--address", &at, "--secure", &root]).stdin(Stdio::null());
    let mut server = server.spawn().expect("Debian's tftpd-hpa has it");
    for line in [
        "setenv ipaddr 10.7.0.15; setenv netmask 255.255.255.0; setenv autoload no",
        "setenv serverip 10.7.0.1",
    ] {
        finish(&mut machine.command(&["serial", "uboot", line])).good();
    }
    let seconds = timed(&mut machine.command(&["serial", "uboot", "tftpboot 0x81000000 image"]));
    let _ = server.kill();
    let _ = server.wait();
    seconds
}

fn timed(command: &mut Command) -> f64 {
    let begin = Instant::now();
    finish(command).good();
    begin.elapsed().as_secs_f64()
}
