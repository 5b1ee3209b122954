//! Files that are as they should be, for the attacks to damage.

use std::io::Write;

use crate::tool::{self, Folder, amlogic, noise};

/// A file and the commands that take it (`{}` stands for its path).
pub(crate) struct Input {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
    pub(crate) commands: Vec<&'static str>,
}

const DISK: &[&str] = &[
    "rk disk write 0 {} --yes --virtual radxa/rock-5b:mode=usbplug,size=8M",
    "aml disk write 0 {} --yes --virtual khadas/vim1:mode=uboot,size=8M",
    "rk disk verify 0 {} --virtual radxa/rock-5b:mode=usbplug,size=8M",
    "rk disk write 0 {} --dry-run --virtual radxa/rock-5b:mode=usbplug,size=8M",
];

/// The bytes of a disk: noise with a hole.
pub(crate) fn disk(bytes: usize) -> Vec<u8> {
    let mut disk = noise(bytes, 5);
    disk[bytes / 4..bytes / 2].fill(0);
    disk
}

/// An Android sparse image of the disk, with raw, fill and don't-care chunks.
pub(crate) fn sparse(disk: &[u8]) -> Vec<u8> {
    const BLOCK: usize = 4096;
    let (blocks, quarter) = (disk.len() / BLOCK, disk.len() / BLOCK / 4);
    let mut file = Vec::new();
    let word = |file: &mut Vec<u8>, word: usize| file.extend((word as u32).to_le_bytes());
    word(&mut file, 0xed26_ff3a);
    for field in [1, 28 | 12 << 16, BLOCK, blocks, 4, 0] {
        word(&mut file, field);
    }
    let raw = |file: &mut Vec<u8>, part: &[u8]| {
        for field in [0xcac1, part.len() / BLOCK, 12 + part.len()] {
            word(file, field);
        }
        file.extend(part);
    };
    raw(&mut file, &disk[..quarter * BLOCK]);
    for field in [0xcac2, quarter / 2, 16, 0, 0xcac3, quarter - quarter / 2, 12] {
        word(&mut file, field);
    }
    raw(&mut file, &disk[2 * quarter * BLOCK..]);
    file
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    writer.write_all(bytes).expect("to memory");
    writer.finish().expect("to memory")
}

fn bzip2(bytes: &[u8]) -> Vec<u8> {
    let mut writer = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    writer.write_all(bytes).expect("to memory");
    writer.finish().expect("to memory")
}

/// What a program of the machine makes of the bytes.
fn packed_by(program: &str, bytes: &[u8]) -> Vec<u8> {
    let folder = Folder::new();
    let file = folder.file("file", bytes);
    let ran = std::process::Command::new(program).args(["-c", &file]).output();
    let ran = ran.unwrap_or_else(|error| panic!("{program}: {error} (tests/setup installs it)"));
    assert!(ran.status.success(), "{program}");
    ran.stdout
}

fn input(name: &'static str, bytes: Vec<u8>, commands: &[&[&'static str]]) -> Input {
    let commands = [&["image info {}"], &commands.concat()[..]].concat();
    Input { name, bytes, commands }
}

/// One file of every kind that a command takes.
pub(crate) fn all() -> Vec<Input> {
    let disk = disk(512 << 10);
    let spl = tool::image(0x6000, 20_000, Some("sun8i-h3-orangepi-pc"));
    let (bl2, tpl) = amlogic::gx();
    let mut rest = vec![
        input("disk", disk.clone(), &[DISK]),
        input("disk.gz", gzip(&disk), &[DISK]),
        input("disk.bz2", bzip2(&disk), &[DISK]),
        input("disk.xz", packed_by("xz", &disk), &[DISK]),
        input("disk.zst", packed_by("zstd", &disk), &[DISK]),
        input("disk.simg", sparse(&disk), &[DISK]),
        input("disk.simg.gz", gzip(&sparse(&disk)), &[DISK]),
        input("bl2", bl2, &[&["aml boot {} --virtual khadas/vim1"]]),
        input("tpl", tpl, &[]),
        input("u-boot.bin", amlogic::g12("g12b"), &[&["aml boot {} --virtual khadas/vim3"]]),
        input("axg.bin", amlogic::axg(), &[&["aml boot {} --virtual amlogic/s400"]]),
    ];
    rest.push(input(
        "loader.bin",
        tool::loader("RK3588"),
        &[&[
            "rk loader info {}",
            "rk loader check {}",
            "rk boot {} --virtual radxa/rock-5b",
            "rk upgrade-loader {} --yes --virtual radxa/rock-5b:mode=usbplug,size=8M",
        ]],
    ));
    rest.push(input(
        "u-boot-sunxi-with-spl.bin",
        spl,
        &[&[
            "fel spl {} --virtual xunlong/orangepi-pc",
            "fel boot {} --virtual xunlong/orangepi-pc",
        ]],
    ));
    rest
}
