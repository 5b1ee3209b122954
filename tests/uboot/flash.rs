//! SPI flash that a real U-Boot writes, on SiFive's Unleashed: the board then starts from it.

use std::fs;

use crate::{
    fel::comes_up,
    machine::{Machine, NET, UNLEASHED, unpacked},
    storage::{holds, image},
    tool::Folder,
};

const FLASH: usize = 32 << 20;
/// Where the SPL looks for U-Boot (`CONFIG_SYS_SPI_U_BOOT_OFFS`).
const UBOOT: usize = 0x10_5000;

#[test]
fn a_board_starts_from_the_spi_flash_that_was_written_over_the_network() {
    let folder = Folder::new();
    let flash = folder.file("flash", &vec![0xee; FLASH]);
    let mut bytes = image(3_000_000);
    let uboot = fs::read(unpacked("sifive_unleashed/u-boot.itb")).expect("tests/setup gets it");
    bytes[UBOOT..UBOOT + uboot.len()].copy_from_slice(&uboot);
    let file = folder.file("image", &bytes);
    let to = ["--to", "spi", "--net", NET, "--yes", "--json", "--no-reset"];
    let machine = Machine::start(&UNLEASHED, flash.as_ref());
    let flash_it = |file: &str, more: &[&str]| {
        let command = ["flash", "generic/u-boot", file];
        machine.run(&[&command, &to[..], more].concat()).good().last_event()
    };
    let result = flash_it(&file, &[]);
    assert_eq!(result["how"]["board-sum"], bytes.len().next_multiple_of(512), "{result}");
    assert_eq!(result["identity"]["storage_id"], "is25wp256", "{result}");
    let expected = |bytes: &[u8]| {
        let mut all = bytes.to_vec();
        all.resize(bytes.len().next_multiple_of(512), 0);
        all.resize(FLASH, 0xee);
        all
    };
    holds(flash.as_ref(), &expected(&bytes));

    // One byte within the last erase block: what is behind it stays.
    let end = bytes.len() - 1;
    bytes[end] ^= 0x20;
    let file = folder.file("image", &bytes);
    let result = flash_it(&file, &["--if-different"]);
    assert!(result["already_there"].as_u64() > Some(2_000_000), "{result}");
    holds(flash.as_ref(), &expected(&bytes));
    drop(machine);

    // The mask ROM's switches are at SPI. Its model does not read the SPL, and is given it.
    let spl = unpacked("sifive_unleashed/u-boot-spl.bin");
    let drive = format!("if=mtd,format=raw,file={flash}");
    let arguments = format!("-M sifive_u,msel=6 -m 8G -smp 5 -nic none -bios {spl} -drive {drive}");
    comes_up("qemu-system-riscv64", &arguments);
}
