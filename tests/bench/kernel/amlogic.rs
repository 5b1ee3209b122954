//! Amlogic's memory and way to U-Boot, beside pyamlboot.

use crate::{
    job::{Job, Task, Way},
    python::{boot_file, package},
    tool::{Folder, noise, text},
};

/// DRAM, which U-Boot has set up.
const ADDRESS: &str = "0x10000000";
const LENGTH: usize = 16 << 20;
/// The blocks that U-Boot takes. pyamlboot's own have 64 bytes, which only the mask ROM and BL2 take: see the boot.
const BLOCK: usize = 4096;
/// A board with mainline's U-Boot leaves, and is in its mask ROM again.
const AGAIN: &str = "khadas/vim1:uboot=mainline,returns=0";

fn pyamlboot(name: &'static str, program: &str) -> Way {
    let path = text(&package("pyamlboot"));
    let variables = format!("PYTHONPATH={path} PYTHONDONTWRITEBYTECODE=1");
    Way::other(name, "env", &format!("{variables} /usr/bin/python3 {program}"))
}

/// 16 MiB to memory.
fn memory(folder: &Folder) -> Job {
    let file = folder.file("memory", &noise(LENGTH, 3));
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bench/kernel/write.py");
    let theirs = format!("{script} {ADDRESS} {file} {BLOCK}");
    let mut ways = vec![pyamlboot("pyamlboot, 4096 bytes", &theirs)];
    ways.push(Way::ours("racklet-flash", &format!("aml memory write {ADDRESS} {file}")));
    let board = "khadas/vim1:mode=uboot".into();
    Job { board, bytes: Some(LENGTH as u64), ways, leaves: false }
}

/// From the mask ROM to U-Boot.
fn boot(_: &Folder) -> Job {
    let boot = text(&package("pyamlboot").join("bin/boot.py"));
    let part = |name: &str| text(&boot_file(&format!("khadas-vim/u-boot.bin.usb.{name}")));
    let ours = format!("aml boot {} {} --mainline", part("bl2"), part("tpl"));
    let ways = vec![
        pyamlboot("pyamlboot", &format!("{boot} khadas-vim")),
        Way::ours("racklet-flash", &ours),
    ];
    Job { board: AGAIN.into(), bytes: None, ways, leaves: true }
}

/// Every task.
pub(crate) const TASKS: &[Task] = &[("memory 16 MiB", memory), ("boot VIM1", boot)];
