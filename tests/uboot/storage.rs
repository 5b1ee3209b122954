//! A disk that U-Boot writes.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::{
    Machine,
    machine::{ARM, ARM64, Model, NET, NEWER_ARM64, RISCV64, disk},
    tool::{Folder, Run},
};

const MIB: usize = 1 << 20;

/// Bytes that are no two pieces the same, and no whole number of sectors.
pub(crate) fn image(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..length).map(|_| next()).collect()
}

/// What the disk must hold: the image, zeros up to the end of its last sector, and then what was there.
fn expected(image: &[u8], disk: usize) -> Vec<u8> {
    let mut bytes = image.to_vec();
    bytes.resize(image.len().next_multiple_of(512), 0);
    bytes.resize(disk, 0xee);
    bytes
}

#[track_caller]
pub(crate) fn holds(path: &Path, expected: &[u8]) {
    let found = fs::read(path).expect("the disk is a file");
    let differs = found.iter().zip(expected).position(|(found, expected)| found != expected);
    assert_eq!(differs, None, "the disk differs at that byte");
    assert_eq!(found.len(), expected.len());
}

/// `flash` of a file, with more arguments.
fn flash(machine: &Machine, file: &str, more: &[&str]) -> Run {
    let fixed = [
        "flash",
        "generic/u-boot",
        file,
        "--to",
        "virtio",
        "--net",
        NET,
        "--yes",
        "--json",
        "--no-reset",
    ];
    machine.run(&[&fixed, more].concat())
}

fn flashes(model: &Model) {
    let folder = Folder::new();
    let (path, bytes) = (disk(&folder, 9), image(6 * MIB + 700));
    let file = folder.file("image", &bytes);
    let machine = Machine::start(model, &path);
    let result = flash(&machine, &file, &[]).good().last_event();
    assert_eq!(
        (&result["verified"], &result["via"]),
        (&true.into(), &"ethernet".into()),
        "{result}"
    );
    assert_eq!(result["how"]["board-sum"], bytes.len().next_multiple_of(512), "{result}");
    holds(&path, &expected(&bytes, 9 * MIB));
    let verify = ["verify", "generic/u-boot", &file, "--on", "virtio", "--net", NET, "--json"];
    machine.run(&verify).good();
}

#[test]
fn riscv64_writes_its_disk() {
    flashes(&RISCV64);
}

#[test]
fn arm_writes_its_disk() {
    flashes(&ARM);
}

#[test]
fn arm64_writes_its_disk() {
    flashes(&ARM64);
}

#[test]
fn a_newer_u_boot_writes_its_disk() {
    flashes(&NEWER_ARM64);
}

#[test]
fn only_what_differs_is_sent_and_an_interrupted_write_goes_on() {
    let folder = Folder::new();
    let mut bytes = image(9 * MIB);
    let path = disk(&folder, 12);
    let file = folder.file("image", &bytes);
    let machine = Machine::start(&RISCV64, &path);
    flash(&machine, &file, &[]).good();
    bytes[5 * MIB + 17] ^= 1;
    let file = folder.file("image", &bytes);
    let verify = ["verify", "generic/u-boot", &file, "--on", "virtio", "--net", NET];
    // The sector itself is not found: sums are of 64 KiB.
    let sector = 5 * MIB / 512;
    machine.run(&verify).bad(5, &format!("differs from sector {sector} on"));
    let result = flash(&machine, &file, &["--if-different"]).good().last_event();
    assert_eq!(result["already_there"], 8 * MIB, "{result}");
    holds(&path, &expected(&bytes, 12 * MIB));
    bytes[7 * MIB..].fill(0x11);
    let file = folder.file("image", &bytes);
    let result = flash(&machine, &file, &["--resume"]).good().last_event();
    assert_eq!(result["already_there"], 7 * MIB, "{result}");
    holds(&path, &expected(&bytes, 12 * MIB));
}

#[test]
fn a_packed_image_with_holes_leaves_them_as_they_were() {
    let folder = Folder::new();
    let path = disk(&folder, 16);
    let mut bytes = image(12 * MIB);
    bytes[3 * MIB..7 * MIB].fill(0);
    let file = folder.file("image", &bytes);
    let made = Command::new("fallocate").args(["--dig-holes", &file]).status();
    assert!(made.expect("Debian's util-linux has it").success());
    let map = format!("{file}.bmap");
    let made = Command::new("bmaptool").args(["create", &file, "-o", &map]).status();
    assert!(made.expect("tests/setup installs it").success());
    let made = Command::new("gzip").args(["-1", &file]).status();
    assert!(made.expect("gzip is there").success());
    let machine = Machine::start(&RISCV64, &path);
    flash(&machine, &format!("{file}.gz"), &["--bmap", &map]).good();
    bytes[3 * MIB..7 * MIB].fill(0xee);
    holds(&path, &expected(&bytes, 16 * MIB));
}

#[test]
fn a_bad_network_costs_time_and_nothing_else() {
    let folder = Folder::new();
    let (path, bytes) = (disk(&folder, 8), image(4 * MIB));
    let file = folder.file("image", &bytes);
    let machine = Machine::badly_connected(&RISCV64, &path, 17);
    flash(&machine, &file, &[]).good();
    holds(&path, &expected(&bytes, 8 * MIB));
}

/// The link is down from the midst of a load on until that load is given up.
#[test]
fn a_cable_that_is_out_for_a_while_costs_time_and_nothing_else() {
    let folder = Folder::new();
    let (path, bytes) = (disk(&folder, 40), image(32 * MIB));
    let file = folder.file("image", &bytes);
    let machine = Machine::start(&RISCV64, &path);
    let line =
        ["flash", "generic/u-boot", &file, "--to", "virtio", "--net", NET, "--yes", "--json"];
    let mut command = machine.command(&[&line[..], &["--no-reset"]].concat());
    let mut tool = command.stdout(Stdio::piped()).spawn().expect("the binary");
    let link = |state| {
        let status = machine.other("ip").args(["link", "set", "tap", state]).status();
        assert!(status.expect("Debian's iproute2 has it").success());
    };
    let (mut is_out, mut last) = (false, Value::Null);
    for line in BufReader::new(tool.stdout.take().expect("piped")).lines() {
        last = serde_json::from_str(&line.expect("text")).expect("an object");
        let loading = last["event"] == "progress" && last["step"] == "write";
        if loading && !is_out && last["done"].as_u64() > Some(12 << 20) {
            link("down");
            is_out = true;
        }
        if last["text"].as_str().is_some_and(|text| text.contains("sending it again")) {
            link("up");
        }
    }
    assert!(tool.wait().expect("a child").success(), "{last}");
    assert!(is_out && last["sent_again"].as_u64() > Some(0), "{last}");
    holds(&path, &expected(&bytes, 40 * MIB));
}

#[test]
fn a_board_may_get_its_address_from_a_dhcp_server() {
    let folder = Folder::new();
    let (path, bytes) = (disk(&folder, 4), image(MIB));
    let file = folder.file("image", &bytes);
    let machine = Machine::start(&RISCV64, &path);
    let leases = folder.file("leases", b"");
    let settings = format!(
        "interface tap\nstart 10.7.0.80\nend 10.7.0.80\nlease_file {leases}\nopt subnet 255.255.255.0\n"
    );
    let settings = folder.file("udhcpd.conf", settings.as_bytes());
    let mut server = machine.other("busybox");
    server.args(["udhcpd", "-f", &settings]).stdout(Stdio::null()).stderr(Stdio::null());
    let mut server = server.spawn().expect("Debian's busybox has it");
    let arguments = ["flash", "generic/u-boot", &file, "--to", "virtio", "--net", "dhcp", "--yes"];
    let run = machine.run(&[&arguments[..], &["--no-reset", "-v"]].concat());
    let _ = server.kill();
    let _ = server.wait();
    assert!(run.good().stderr.contains("the board is 10.7.0.80 on Ethernet"));
    holds(&path, &expected(&bytes, 4 * MIB));
}

#[test]
fn what_does_not_fit_is_refused_before_anything_is_sent() {
    let folder = Folder::new();
    let path = disk(&folder, 4);
    let file = folder.file("image", &image(5 * MIB));
    let machine = Machine::start(&RISCV64, &path);
    flash(&machine, &file, &[]).json_bad(7, "there is room for 8192");
    holds(&path, &vec![0xee; 4 * MIB]);
    let wrong = ["flash", "generic/u-boot", &file, "--to", "emmc", "--net", NET, "--yes"];
    machine.run(&wrong).bad(7, "has no command `mmc list`");
    let elsewhere =
        ["flash", "generic/u-boot", &file, "--to", "virtio", "--net", "10.8.0.0/24", "--yes"];
    machine.run(&elsewhere).bad(1, "10.8.0.0/24");
    // No answer.
    machine.hush();
    let small = folder.file("small", &image(MIB));
    flash(&machine, &small, &[]).json_bad(1, "does not reach this computer");
    holds(&path, &vec![0xee; 4 * MIB]);
}
