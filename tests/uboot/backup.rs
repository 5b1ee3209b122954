//! A disk that U-Boot reads and sends.

use std::{fs, path::Path};

use crate::{
    Machine,
    machine::{NET, RISCV64, riscv64_with},
    storage::image,
    tool::{Folder, Run},
};

const MIB: usize = 1 << 20;

/// `backup` of the disk.
fn backup(machine: &Machine, file: &Path) -> Run {
    let file = file.to_str().expect("its name is text");
    let arguments = ["backup", "generic/u-boot", file, "--from", "virtio", "--net", NET, "--json"];
    machine.run(&arguments)
}

/// A disk with data, zeros and data, of an odd number of sectors.
fn disk(folder: &Folder) -> (std::path::PathBuf, Vec<u8>) {
    let mut bytes = image(9 * MIB + 512);
    bytes.resize(70 * MIB, 0);
    bytes.extend(image(3 * MIB + 7 * 512));
    let path = folder.path("disk");
    fs::write(&path, &bytes).expect("there is room");
    (path, bytes)
}

#[test]
fn a_u_boot_without_tftpput_is_told_apart() {
    let folder = Folder::new();
    let (path, _) = disk(&folder);
    let machine = Machine::start(&RISCV64, &path);
    let file = folder.path("backup");
    backup(&machine, &file).json_bad(7, "no command `tftpput`");
    assert!(!file.exists());
}

/// Debian builds none for QEMU that has the command: `RACKLET_FLASH_UBOOT_PUT` names a build of qemu-riscv64_smode with
/// CONFIG_CMD_TFTPPUT.
#[test]
#[ignore = "takes a U-Boot that is built for it"]
fn a_whole_disk_is_read() {
    let uboot = std::env::var("RACKLET_FLASH_UBOOT_PUT").expect("it names a U-Boot");
    let model = riscv64_with(uboot.leak());
    let folder = Folder::new();
    let (path, bytes) = disk(&folder);
    let file = folder.path("backup");
    let whole = |machine: &Machine| {
        let result = backup(machine, &file).good().last_event();
        assert_eq!(
            (&result["verified"], &result["how"]["board-sum"]),
            (&true.into(), &bytes.len().into()),
            "{result}"
        );
        assert!(fs::read(&file).expect("a file") == bytes);
        assert!(fs::read(&path).expect("a file") == bytes, "nothing is written");
        for made in [&file, &file.with_extension("sha256")] {
            fs::remove_file(made).expect("it was made");
        }
    };
    whole(&Machine::start(&model, &path));
    // One packet of some is lost, doubled, or late.
    let bytes = image(200_000 / 512 * 512);
    fs::write(&path, &bytes).expect("there is room");
    let machine = Machine::badly_connected(&model, &path, 5);
    backup(&machine, &file).good();
    assert!(fs::read(&file).expect("a file") == bytes);
}
