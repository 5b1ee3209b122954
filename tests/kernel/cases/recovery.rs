//! A whole recovery: Debian's U-Boot, started over a real kernel on an emulated processor.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, run},
};

pub(super) const CASES: &[Case] = cases![debians_u_boot_comes_up];

/// The emulator shares the guest's one processor with everything else.
const PATIENCE: Duration = Duration::from_secs(90);

fn debians_u_boot_comes_up() {
    let images = std::env::var("RACKLET_FLASH_UBOOT").expect("tests/setup prints it");
    let image = format!("{images}/nanopi_neo/u-boot-sunxi-with-spl.bin");
    let folder = Folder::new();
    let serial = folder.path("serial");
    let board = format!("xunlong/orangepi-pc:engine=qemu,port=1-3,serial={}", serial.display());
    let _served = Served::start(&[&board]);
    assert!(run("fel sid --port 1-3").good().stdout.contains("02c00081"), "QEMU's identifier");
    run(&format!("fel boot {image} --port 1-3")).good();
    let start = Instant::now();
    while !says(&serial, "U-Boot 20") {
        assert!(start.elapsed() < PATIENCE, "no banner: {:?}", fs::read_to_string(&serial));
        thread::sleep(Duration::from_millis(200));
    }
}

/// U-Boot's own banner, not the one of its SPL ("U-Boot SPL 20…").
fn says(serial: &Path, text: &str) -> bool {
    fs::read(serial).is_ok_and(|said| String::from_utf8_lossy(&said).contains(text))
}
