//! Numbers of the way over Ethernet, printed and never judged: `cargo bench --bench network`.
//!
//! Debian's U-Boot on an emulated RISC-V board loads 128 MiB from Debian's tftpd-hpa, which knows no windows, and then the
//! shipped binary has the same U-Boot write the same bytes: with and without verification, and again when they are
//! there. Emulator, server and tool share this machine's processors.
#![allow(clippy::print_stdout, reason = "it reports to whoever runs it")]

#[path = "../uboot/machine.rs"]
mod machine;
#[path = "../tool/mod.rs"]
mod tool;

use std::{
    fs,
    process::{Command, Stdio},
    time::Instant,
};

use machine::{HOST_ADDRESS, Machine, NET, RISCV64};
use tool::{Folder, finish};

const MIB: usize = 1 << 20;
const SIZE: usize = 128 * MIB;

fn main() {
    let folder = Folder::new();
    let disk = folder.path("disk");
    fs::File::create(&disk).and_then(|file| file.set_len(2 * SIZE as u64)).expect("there is room");
    let image = folder.file("image", &tool::noise(SIZE, 1));
    let machine = Machine::start(&RISCV64, &disk);
    let other = other(&machine, &folder);
    let flash =
        ["flash", "generic/u-boot", &image, "--to", "virtio", "--net", NET, "--yes", "--no-reset"];
    let ours = [
        (
            "ours, not verified",
            timed(&mut machine.command(&[&flash[..], &["--verify", "none"]].concat())),
        ),
        ("ours, verified", timed(&mut machine.command(&flash))),
        (
            "ours, there already",
            timed(&mut machine.command(&[&flash[..], &["--if-different"]].concat())),
        ),
    ];
    println!("{:<22} {:>8} {:>9} {:>6}", "128 MiB", "seconds", "MiB/s", "ratio");
    for (name, seconds) in [("tftpd-hpa, to memory", other)].into_iter().chain(ours) {
        let speed = (SIZE / MIB) as f64 / seconds;
        println!("{name:<22} {seconds:>8.1} {speed:>9.1} {:>6.2}", other / seconds);
    }
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
