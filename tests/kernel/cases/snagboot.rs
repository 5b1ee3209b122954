//! PyPI's snagboot 3.0.1, unmodified, against our mask ROMs, with the boot files of pyamlboot.

use std::fs;

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::text,
};

use super::python::{VIM3_SUMS, boot_file, holds, snagrecover, sums, uboot_comes};

pub(super) const CASES: &[Case] =
    cases![it_boots_gxl, it_boots_axg, it_boots_g12b, it_boots_sm1, it_is_told_of_a_locked_board,];

/// What it says of its firmware: BL2 and what follows.
fn pair(files: &str) -> String {
    let path = |name: &str| text(&boot_file(files).join(name));
    let (bl2, tpl) = (path("u-boot.bin.usb.bl2"), path("u-boot.bin.usb.tpl"));
    format!("bl2:\n  path: {bl2}\nu-boot:\n  path: {tpl}\n")
}

fn whole(files: &str) -> String {
    format!("u-boot-fip:\n  path: {}\n", text(&boot_file(files).join("u-boot.bin")))
}

fn it_boots_gxl() {
    boots_pair("khadas/vim1", "s905x", "khadas-vim", 0xd900_0000);
}

fn it_boots_axg() {
    boots_pair("amlogic/s400", "a113d", "s400", 0xfffc_0000);
}

fn boots_pair(board: &str, soc: &str, files: &str, bl2: u32) {
    let _served = Served::start(&[&format!("{board}:port=1-3")]);
    let said = snagrecover(soc, &pair(files)).good();
    assert!(said.stdout.contains("Done recovering"), "{}", said.stdout);
    uboot_comes("1-3");
    for (address, file) in [(bl2, "u-boot.bin.usb.bl2"), (0x0200_c000, "u-boot.bin.usb.tpl")] {
        holds(address, &fs::read(boot_file(files).join(file)).expect("it is in the wheel"));
    }
}

fn it_boots_g12b() {
    let file = fs::read(boot_file("khadas-vim3").join("u-boot.bin")).expect("it is in the wheel");
    let sums = sums(|| {
        snagrecover("a311d", &whole("khadas-vim3")).good();
        uboot_comes("1-3");
        holds(0xfffa_0000, &file[..0x1_0000]);
    });
    assert_eq!(sums, VIM3_SUMS);
}

fn it_boots_sm1() {
    let _served = Served::start(&["khadas/vim3l:port=1-3"]);
    snagrecover("s905d3", &whole("khadas-vim3l")).good();
    uboot_comes("1-3");
}

/// It knows no passwords: a board that wants one stays as it is.
fn it_is_told_of_a_locked_board() {
    let _served = Served::start(&["khadas/vim1:port=1-3,password=secret"]);
    let said = snagrecover("s905x", &pair("khadas-vim"));
    assert_ne!(said.code, 0, "{}{}", said.stdout, said.stdout);
    assert!(said.stdout.contains("Need Password: 1 Password OK: 0"), "{}", said.stdout);
}
