//! Amlogic's memory and way to U-Boot, beside pyamlboot.

use crate::{
    job::{Job, Way},
    python::{boot_file, package},
    tool::{Folder, noise, text},
};

/// DRAM, which BL2 has set up.
const ADDRESS: &str = "0x10000000";
/// What pyamlboot's own block length is fit for: 64 bytes, of which each is awaited.
const LITTLE: usize = 1 << 20;
const MUCH: usize = 16 << 20;
/// A board with mainline's U-Boot leaves, and is in its mask ROM again.
const AGAIN: &str = "khadas/vim1:uboot=mainline,returns=0";

fn pyamlboot(name: &'static str, program: &str) -> Way {
    let path = text(&package("pyamlboot"));
    let variables = format!("PYTHONPATH={path} PYTHONDONTWRITEBYTECODE=1");
    Way::other(name, "env", &format!("{variables} /usr/bin/python3 {program}"))
}

/// pyamlboot's writes of a file, with its default block and with the longest that boards bear.
fn theirs(name: &'static str, file: &str, block: usize) -> Way {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bench/kernel/write.py");
    pyamlboot(name, &format!("{script} {ADDRESS} {file} {block}"))
}

fn memory(name: &'static str, file: &str, bytes: usize, mut ways: Vec<Way>) -> Job {
    ways.extend(Way::both(&format!("aml write {ADDRESS} {file}")));
    let board = "khadas/vim1:mode=bl2".into();
    Job { name, board, bytes: Some(bytes as u64), ways, leaves: false }
}

/// From the mask ROM to U-Boot.
fn boot() -> Job {
    let boot = text(&package("pyamlboot").join("bin/boot.py"));
    let part = |name: &str| text(&boot_file(&format!("khadas-vim/u-boot.bin.usb.{name}")));
    let ours = format!("aml boot {} {} --mainline", part("bl2"), part("tpl"));
    let ways = vec![
        pyamlboot("pyamlboot", &format!("{boot} khadas-vim")),
        Way::ours("racklet-flash", &ours),
    ];
    Job { name: "boot VIM1", board: AGAIN.into(), bytes: None, ways, leaves: true }
}

/// Every task. `folder` gets their files.
pub(crate) fn all(folder: &Folder) -> Vec<Job> {
    let (little, much) =
        (folder.file("little", &noise(LITTLE, 2)), folder.file("much", &noise(MUCH, 3)));
    let by_64 = || theirs("pyamlboot, 64 bytes", &little, 64);
    let by_4096 = |file| theirs("pyamlboot, 4096 bytes", file, 4096);
    vec![
        memory("memory 1 MiB", &little, LITTLE, vec![by_64(), by_4096(&little)]),
        memory("memory 16 MiB", &much, MUCH, vec![by_4096(&much)]),
        boot(),
    ]
}
