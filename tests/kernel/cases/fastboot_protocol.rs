//! The published crate fastboot-protocol (by boardswarm) against our virtual boards: every command that it has.

use std::{fs::File, os::unix::fs::FileExt, path::Path};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, Run, finish, noise, text},
    world::{comes, leaves, other, soon},
};

pub(super) const CASES: &[Case] = cases![
    it_asks_and_writes_mainlines_u_boot,
    it_sends_what_is_longer_than_its_buffers,
    it_starts_a_licheepis_loader,
    it_brings_a_k1_to_its_u_boot,
    it_restarts_boards_and_lets_them_go_on,
];

/// Built by tests/run, or by hand:
/// `cargo build --manifest-path protocols/fastboot/tests/peers/Cargo.toml --target-dir target`.
const CLIENT: &str = "fastboot-client";
/// Where the vendor's U-Boot of a LicheePi 4A has `boot`, in sectors.
const BOOT: u64 = 4096;

fn client(arguments: &str) -> Run {
    let program = Path::new(env!("CARGO_BIN_EXE_racklet-flash")).with_file_name(CLIENT);
    assert!(program.exists(), "{} is not there: tests/run builds it", program.display());
    finish(&mut other(&text(&program), &format!("1-3 {arguments}")))
}

/// A board at 1-3 whose eMMC is in a file that stays.
fn board(folder: &Folder, name: &str, options: &str) -> Served {
    let emmc = text(&folder.path("emmc"));
    Served::start(&[&format!("{name}:port=1-3,storage={emmc},size=1G{options}")])
}

/// Bytes of the eMMC from a sector on.
fn on_emmc(folder: &Folder, sector: u64, length: usize) -> Vec<u8> {
    let file = File::open(folder.path("emmc")).expect("the eMMC's file");
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, sector * 512).expect("inside");
    bytes
}

#[track_caller]
fn answers(question: &str, value: &str) {
    assert_eq!(client(&format!("getvar {question}")).good().stdout.trim(), value, "{question}");
}

/// What the board refuses, as the client tells it.
#[track_caller]
fn refused(arguments: &str, why: &str) {
    let run = client(arguments);
    assert!(run.code == 1 && run.stderr.contains(why), "{arguments}: {}", run.stderr);
}

/// Waits for a program at the port, by its product.
#[track_caller]
fn runs(product: &str) {
    let is = || {
        let said = std::fs::read_to_string("/sys/bus/usb/devices/1-3/idProduct");
        said.is_ok_and(|said| said.trim() == product)
    };
    assert!(soon(is), "{product} did not come");
    comes("1-3");
}

fn it_asks_and_writes_mainlines_u_boot() {
    let folder = Folder::new();
    let data = noise((1 << 20) + 513, 1);
    let image = folder.file("image", &data);
    let served = board(&folder, "generic/u-boot-fastboot", ",info=3");
    answers("version", "0.4");
    answers("max-download-size", "0x02000000");
    refused("getvar secure", "Variable not implemented");
    refused("getvar partition-size:nothing", "invalid partition or device");
    let all = client("getvars").good().stdout;
    assert_eq!(all.lines().count(), 10, "{all}");
    assert!(all.contains("max-download-size=0x02000000\n"), "{all}");
    assert!(all.contains("serialno=Value not set\n"), "{all}");
    client(&format!("flash mmc0 {image}")).good();
    assert!(on_emmc(&folder, 0, data.len()) == data);
    refused(&format!("flash nothing {image}"), "invalid partition or device");
    let empty = folder.file("empty", b"");
    refused(&format!("stage {empty}"), "Expected nonzero image size");
    client("erase mmc0").good();
    assert!(on_emmc(&folder, 0, data.len()).iter().all(|byte| *byte == 0));
    served.end();
}

/// Three transfers of 1 MiB at a time, and a last one that ends in the midst of a packet; TEXT before each answer.
fn it_sends_what_is_longer_than_its_buffers() {
    let folder = Folder::new();
    let data = noise((9 << 20) + 77, 2);
    let image = folder.file("image", &data);
    let served = board(&folder, "sipeed/licheepi-4a", ",mode=uboot,text=on");
    answers("partition-size:boot", "0x000000001f400000");
    client(&format!("flash boot {image}")).good();
    assert!(on_emmc(&folder, BOOT, data.len()) == data);
    client("erase boot").good();
    assert!(on_emmc(&folder, BOOT, data.len()).iter().all(|byte| *byte == 0));
    served.end();
}

fn it_starts_a_licheepis_loader() {
    let folder = Folder::new();
    let loader = folder.file("loader", &noise(1_000_001, 3));
    let long = folder.file("long", &noise(0x12_0001, 4));
    let _served = board(&folder, "sipeed/licheepi-4a", "");
    answers("max-download-size", "0x00120000");
    refused(&format!("stage {long}"), "00120001");
    client(&format!("flash ram {loader}")).good();
    client("reboot").good();
    runs("8888");
    answers("version", "0.4");
}

fn it_brings_a_k1_to_its_u_boot() {
    let folder = Folder::new();
    let _served = board(&folder, "bananapi/f3", "");
    for (length, seed) in [(200_000, 5), (1 << 20, 6)] {
        answers("version-brom", "1.0");
        client(&format!("stage {}", folder.file("stage", &noise(length, seed)))).good();
        client("continue").good();
        leaves("1-3");
        comes("1-3");
    }
    answers("product", "k1-x");
}

fn it_restarts_boards_and_lets_them_go_on() {
    let folder = Folder::new();
    let served = board(&folder, "generic/u-boot-fastboot", "");
    client("reboot bootloader").good();
    leaves("1-3");
    comes("1-3");
    answers("version", "0.4");
    client("continue").good();
    leaves("1-3");
    drop(served);
    for way in ["reboot", "reboot recovery", "reboot fastboot"] {
        let served = board(&folder, "generic/u-boot-fastboot", "");
        client(way).good();
        leaves("1-3");
        drop(served);
    }
}
