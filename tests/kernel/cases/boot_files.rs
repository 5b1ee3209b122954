//! Our own commands on Amlogic's boards, with the boot files that pyamlboot brings.

use std::{fs, path::PathBuf};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, noise, run, text},
};

use super::python::{VIM3_SUMS, boot_file, holds, sums};

pub(super) const OURS: &[Case] = cases![
    we_boot_gx_and_axg_boards,
    we_boot_g12_and_sm1_boards,
    we_send_the_sums_that_a_real_board_was_sent,
    we_write_and_read_memory,
];

fn path(files: &str, name: &str) -> PathBuf {
    boot_file(files).join(name)
}

fn we_boot_gx_and_axg_boards() {
    for (board, files, soc, bl2) in [
        ("khadas/vim1", "khadas-vim", "S905X", 0xd900_0000),
        ("khadas/vim2", "khadas-vim2", "S912", 0xd900_0000),
        ("amlogic/s400", "s400", "A113D", 0xfffc_0000),
    ] {
        let _served = Served::start(&[&format!("{board}:port=1-3")]);
        let pair = ["u-boot.bin.usb.bl2", "u-boot.bin.usb.tpl"].map(|name| path(files, name));
        let [first, second] = pair.each_ref().map(|path| text(path));
        run(&format!("amlogic boot {first} {second} --soc {soc} --port 1-3")).good();
        assert!(run("amlogic identify --port 1-3").good().stdout.contains("U-Boot (burn mode)"));
        let [first, second] = pair.map(|path| fs::read(path).expect("it is in the wheel"));
        holds(bl2, &first);
        holds(0x0200_c000, &second);
    }
}

fn we_boot_g12_and_sm1_boards() {
    for (board, files) in [
        ("khadas/vim3", "khadas-vim3"),
        ("khadas/vim3l", "khadas-vim3l"),
        ("hardkernel/odroid-c4", "odroid-c4"),
    ] {
        let _served = Served::start(&[&format!("{board}:port=1-3")]);
        let file = path(files, "u-boot.bin");
        run(&format!("amlogic boot {} --port 1-3", text(&file))).good();
        assert!(run("amlogic identify --port 1-3").good().stdout.contains("U-Boot (burn mode)"));
        holds(0xfffa_0000, &fs::read(file).expect("it is in the wheel")[..0x1_0000]);
    }
}

fn we_send_the_sums_that_a_real_board_was_sent() {
    let file = text(&path("khadas-vim3", "u-boot.bin"));
    let boot = format!("amlogic boot {file} --port 1-3");
    assert_eq!(sums(|| drop(run(&boot).good())), VIM3_SUMS);
}

fn we_write_and_read_memory() {
    for (board, address, length) in
        [("khadas/vim1", 0xd900_d000_u32, 0x3001), ("khadas/vim3", 0xfffb_0000, 0x3_0001)]
    {
        let _served = Served::start(&[&format!("{board}:port=1-3")]);
        let folder = Folder::new();
        let data = noise(length, 5);
        let (file, back) = (folder.file("data", &data), folder.path("back"));
        run(&format!("amlogic memory write {address:#x} {file} --port 1-3")).good();
        run(&format!("amlogic memory read --yes {address:#x} {length} {} --port 1-3", text(&back)))
            .good();
        assert!(fs::read(&back).expect("the file") == data, "{board}");
        // And as another tool has it.
        holds(address, &data);
    }
    // Memory of a board that runs U-Boot, in which there is more of it.
    let _served = Served::start(&["khadas/vim1:port=1-3,mode=uboot"]);
    let folder = Folder::new();
    let data = noise(300_001, 6);
    let file = folder.file("data", &data);
    run(&format!("amlogic memory write 0x1000000 {file} --port 1-3")).good();
    holds(0x0100_0000, &data);
    uboot_stays();
}

/// Reading and writing leave U-Boot where it was.
fn uboot_stays() {
    assert!(run("amlogic identify --port 1-3").good().stdout.contains("U-Boot (burn mode)"));
}
