//! PyPI's pyamlboot 1.0.0, unmodified, with the boot files that it brings, against our mask ROMs.

use std::fs;

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, run, text},
};

use super::python::{VIM3_SUMS, boot_file, holds, pyamlboot, script, sums, uboot_comes};

pub(super) const CASES: &[Case] = cases![
    it_identifies,
    it_reads_and_writes_memory,
    it_boots_gxl,
    it_boots_gxm,
    it_boots_axg,
    it_boots_g12b,
    it_boots_sm1,
    its_sums_are_those_of_a_real_board,
    its_password_without_a_sum_opens_nothing,
];

/// Where BL2 and U-Boot go on a board of the GX and AXG families.
const GX: (u32, u32) = (0xd900_0000, 0x0200_c000);
const AXG: (u32, u32) = (0xfffc_0000, 0x0200_c000);
/// Where BL2 goes on a board of the G12 family.
const G12: u32 = 0xfffa_0000;
/// Where BL2 ends in a file for such a board.
const BL2: usize = 0x1_0000;

fn it_identifies() {
    for (board, rom) in [("khadas/vim1", "2.4"), ("amlogic/s400", "3.0"), ("khadas/vim3", "3.2")] {
        let _served = Served::start(&[&format!("{board}:port=1-3")]);
        let said = pyamlboot("socid.py", &[]).good().stdout;
        assert!(said.contains(&format!("ROM: {rom} Stage: 0.0\n")), "{said}");
        assert!(said.contains("Need Password: 0 Password OK: 0"), "{said}");
    }
}

fn it_reads_and_writes_memory() {
    for (board, address) in [("khadas/vim1", "0xd900d000"), ("khadas/vim3", "0xfffd0000")] {
        let _served = Served::start(&[&format!("{board}:port=1-3")]);
        let folder = Folder::new();
        let left = text(&folder.path("left"));
        script(include_str!("python/memory.py"), &[address, &left]).good();
        let address = u32::from_str_radix(&address[2..], 16).expect("a number");
        holds(address, &fs::read(&left).expect("it was written"));
    }
}

fn it_boots_gxl() {
    boots("khadas/vim1", "khadas-vim", GX);
}

fn it_boots_gxm() {
    boots("khadas/vim2", "khadas-vim2", GX);
}

fn it_boots_axg() {
    boots("amlogic/s400", "s400", AXG);
}

/// Boots a board with a pair of files. What arrived in its memory is what is in them.
fn boots(board: &str, files: &str, (bl2, tpl): (u32, u32)) {
    let _served = Served::start(&[&format!("{board}:port=1-3")]);
    let said = pyamlboot("boot.py", &[files]).good().stdout;
    assert!(said.contains("Stage: 0.8"), "BL2 was there: {said}");
    uboot_comes("1-3");
    for (address, file) in [(bl2, "u-boot.bin.usb.bl2"), (tpl, "u-boot.bin.usb.tpl")] {
        holds(address, &fs::read(boot_file(files).join(file)).expect("it is in the wheel"));
    }
}

fn it_boots_g12b() {
    // As captured from a real board with this file.
    let asked = [
        (16384, 0x1_0000),
        (49152, 0x6_0000),
        (16384, 0x3_8000),
        (49152, 0x3_c000),
        (49152, 0x4_8000),
        (16384, 0x1_0000),
        (1_035_120, 0x1_4000),
    ];
    boots_g12("khadas/vim3", "khadas-vim3", &asked);
}

fn it_boots_sm1() {
    boots_g12("hardkernel/odroid-c4", "odroid-c4", &[]);
    boots_g12("khadas/vim3l", "khadas-vim3l", &[]);
}

/// Boots a board with a file. BL2 is in its memory, which asks for the rest and checks the sum of each segment; `asked` is
/// what it has asked for, where that is known.
fn boots_g12(board: &str, files: &str, asked: &[(usize, usize)]) {
    let _served = Served::start(&[&format!("{board}:port=1-3")]);
    let path = boot_file(files).join("u-boot.bin");
    let said = pyamlboot("boot-g12.py", &[&text(&path)]).good().stdout;
    assert!(said.contains("[BL2 END]"), "{said}");
    for (seq, (length, offset)) in asked.iter().enumerate() {
        let line = format!("AMLC dataSize={length}, offset={offset}, seq={seq}...");
        assert!(said.contains(&line), "{line}: {said}");
    }
    uboot_comes("1-3");
    holds(G12, &fs::read(&path).expect("it is in the wheel")[..BL2]);
}

fn its_sums_are_those_of_a_real_board() {
    let file = text(&boot_file("khadas-vim3").join("u-boot.bin"));
    assert_eq!(sums(|| drop(pyamlboot("boot-g12.py", &[&file]).good())), VIM3_SUMS);
}

fn its_password_without_a_sum_opens_nothing() {
    let _served = Served::start(&["khadas/vim3:port=1-3,password=secret"]);
    let said = script(include_str!("python/password.py"), &["secret"]).good().stdout;
    assert_eq!(said, "1 0\n1 0\n", "one is wanted, and none was taken");
    let path = text(&boot_file("khadas-vim3").join("u-boot.bin"));
    pyamlboot("boot-g12.py", &[&path]).bad(1, "Pipe error");
    // With the sum it is taken.
    let folder = Folder::new();
    let password = folder.file("password", b"secret");
    run(&format!("amlogic password {password} --port 1-3")).good();
    let said = pyamlboot("boot-g12.py", &[&path]).good().stdout;
    assert!(said.contains("Need Password: 1 Password OK: 1"), "{said}");
    uboot_comes("1-3");
}
