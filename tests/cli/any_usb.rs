//! `--via usb` for boards on a serial line: what is told before a kernel is needed. The way itself is in tests/kernel.

use crate::tool::{Folder, noise, run};

#[test]
fn it_needs_the_port_of_the_disk_and_a_kernel() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(4096, 1));
    let line = format!("flash generic/u-boot {image} --to emmc --yes --virtual generic/u-boot");
    let unnamed = run(&format!("{line} --via usb")).bad(2, "USB needs the port");
    assert!(unnamed.stderr.contains("--usb-port PORT"), "{}", unnamed.stderr);
    run(&format!("{line} --usb-port 1-3")).bad(2, "needs a kernel");
    run(&format!("{line} --usb-port 1-3 --net 127.9.0.0/16")).bad(2, "leave --net or --usb-port");
    run(&format!("{line} --usb-port ttyUSB0")).bad(2, "not a USB port path");
    let disk = format!("virtual serve --virtual generic/u-boot:ums=1-3,pty={}", image);
    run(&disk).bad(2, "needs --vhci");
}

#[test]
fn a_dry_run_says_what_u_boot_is_asked_for() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(4096, 1));
    let line = format!("flash generic/u-boot {image} --to sd --via usb --usb-port 1-3 --dry-run");
    let plan = run(&line).good().stdout;
    assert!(plan.contains("have U-Boot find sd, and show it as a USB disk (`ums`)"), "{plan}");
}

#[test]
fn a_board_whose_mask_rom_is_on_usb_has_no_port_for_a_disk() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(4096, 1));
    let line = format!("flash rock-5b {image} --usb-port 1-3 --virtual radxa/rock-5b --yes");
    run(&line).bad(2, "--usb-port is for a USB disk of the board's U-Boot");
}
