//! `image info` of files that other people's tools made.

use std::{fs, path::Path, process::Command};

use rockusb::gpt::{Guid, Partition, Table};
use serde_json::Value;

use crate::tool::{Folder, command, debians_rockchip_boards, finish, image, run, text};

/// A disk of 16 MiB: a GPT, and data with a hole of 8 MiB.
fn disk() -> Vec<u8> {
    disk_of(16)
}

/// A disk of so many MiB (4 at least), the middle half of which is a hole.
pub(crate) fn disk_of(mib: usize) -> Vec<u8> {
    let mut state = 7_u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    let mut disk: Vec<u8> = (0..mib << 20).map(|_| noise()).collect();
    disk[mib << 18..(3 * mib) << 18].fill(0);
    let partition = |name: &str, first, last| Partition {
        name: name.into(),
        kind: Guid([1; 16]),
        id: Guid([2; 16]),
        first,
        last,
        attributes: 0,
    };
    let (total, last) = (mib as u64 * 2048, mib as u64 * 2000);
    let table = Table {
        disk: Guid([3; 16]),
        partitions: vec![partition("boot", 2048, 4095), partition("root", 4096, last)],
    };
    let (primary, backup) = table.build(total).expect("two partitions");
    disk[..primary.len()].copy_from_slice(&primary);
    let end = disk.len();
    disk[end - backup.len()..].copy_from_slice(&backup);
    disk
}

/// Runs another tool in a folder.
pub(crate) fn tool(folder: &Folder, line: &str) {
    let mut words = line.split(' ');
    let mut tool = Command::new(words.next().expect("a tool"));
    let ran = tool.args(words).current_dir(folder.path("")).output();
    let ran = ran.unwrap_or_else(|error| panic!("{line}: {error} (tests/setup installs it)"));
    assert!(ran.status.success(), "{line}: {}", String::from_utf8_lossy(&ran.stderr));
}

fn sha256(folder: &Folder, name: &str) -> String {
    let ran = Command::new("sha256sum").arg(folder.path(name)).output().expect("coreutils");
    String::from_utf8_lossy(&ran.stdout)[..64].to_owned()
}

fn info(path: &Path) -> Value {
    run(&format!("image info --json {}", path.display())).good().last_event()
}

fn kinds(info: &Value) -> Vec<&str> {
    let contents = info["contents"].as_array().expect("a list");
    contents.iter().map(|finding| finding["kind"].as_str().expect("a word")).collect()
}

/// `image info` finds the file damaged, and says so in these words.
#[track_caller]
fn damaged(path: &Path, says: &str) {
    let ran = run(&format!("image info {}", path.display()));
    assert_eq!(ran.code, 6, "{}{}", ran.stdout, ran.stderr);
    assert!(
        ran.stdout.contains(says) || ran.stderr.contains(says),
        "`{says}` is not in: {}{}",
        ran.stdout,
        ran.stderr
    );
}

#[test]
fn what_other_tools_packed_is_the_disk_that_it_was() {
    let folder = Folder::new();
    folder.file("card", &disk());
    let sum = sha256(&folder, "card");
    for line in [
        "gzip -k card",
        "xz -k --block-size=1MiB card",
        "zstd -q -k card",
        "bzip2 -k card",
        "img2simg card card.simg",
        "xz -k card.simg",
    ] {
        tool(&folder, line);
    }
    // Joined files are one file to each of these tools.
    for (name, tool) in [("gz", "gzip"), ("xz", "xz"), ("zst", "zstd"), ("bz2", "bzip2")] {
        let once = fs::read(folder.path(&format!("card.{name}"))).expect("it was made above");
        let twice = folder.path(&format!("twice.{name}"));
        fs::write(&twice, [once.clone(), once].concat()).expect("written");
        // The GPT's backup in the last sector is not of a disk of that length, which is said.
        let told = run(&format!("image info --json {}", twice.display())).last_event();
        assert_eq!(
            (&told["length"], &told["compressed"]),
            (&Value::from(32 << 20), &Value::from(tool))
        );
    }
    for name in ["card", "card.gz", "card.xz", "card.zst", "card.bz2", "card.simg", "card.simg.xz"]
    {
        let told = info(&folder.path(name));
        assert_eq!(told["sha256"], *sum, "{name}");
        assert_eq!(kinds(&told), ["gpt", "gpt-backup"], "{name}");
        assert_eq!(told["sound"], true);
    }
    let sparse = info(&folder.path("card.simg"));
    assert_eq!(
        (&sparse["sparse"]["block"], &sparse["sparse"]["blocks"]),
        (&4096.into(), &4096.into())
    );
}

#[test]
fn stdin_is_an_image_too() {
    let folder = Folder::new();
    folder.file("card", &disk());
    tool(&folder, "img2simg card card.simg");
    let simg = fs::File::open(folder.path("card.simg")).expect("it was made above");
    let told = finish(command(["image", "info", "-", "--json"]).stdin(simg)).good().last_event();
    assert_eq!(told["sha256"], *sha256(&folder, "card"));
}

#[test]
fn bmaptools_map_is_used_and_its_checksums_are_checked() {
    let folder = Folder::new();
    // bmaptool asks the file system for holes.
    folder.file("whole", &disk());
    tool(&folder, "cp --sparse=always whole card");
    tool(&folder, "bmaptool create card -o card.bmap");
    tool(&folder, "gzip -k card");
    for name in ["card", "card.gz"] {
        let told = info(&folder.path(name));
        // The hole, and the blocks of both GPTs that have no partitions.
        let holes = told["holes"].as_u64().expect("a number");
        assert!((8 << 20..9 << 20).contains(&holes), "{name}: {holes}");
        assert_eq!(told["bmap"]["checksums"], "sha256");
        assert_eq!(told["sha256"], *sha256(&folder, "whole"));
    }
    assert_eq!(
        run(&format!("image info --json --no-bmap {}", text(&folder.path("card"))))
            .good()
            .last_event()["holes"],
        0
    );
    let mut bytes = fs::read(folder.path("card")).expect("it is there");
    bytes[5 << 18] ^= 1;
    fs::write(folder.path("card"), &bytes).expect("written");
    damaged(&folder.path("card"), "the checksum of blocks");
    fs::write(folder.path("card"), &bytes[..bytes.len() - 1]).expect("written");
    damaged(&folder.path("card"), "its bmap");
    let map = fs::read_to_string(folder.path("card.bmap")).expect("it was made above");
    fs::write(folder.path("other"), map.replace("<Range", "<Range ").replace("4096", "8192"))
        .expect("written");
    let ran = run(&format!(
        "image info {} --bmap {}",
        text(&folder.path("whole")),
        text(&folder.path("other"))
    ));
    ran.bad(6, "checksum of itself does not hold");
}

#[test]
fn what_was_cut_off_or_damaged_is_said_with_its_place() {
    let folder = Folder::new();
    folder.file("card", &disk());
    for line in [
        "gzip -k card",
        "xz -k card",
        "zstd -q -k card",
        "bzip2 -k card",
        "img2simg card card.simg",
    ] {
        tool(&folder, line);
    }
    for (name, says) in [
        ("card.gz", "in the middle of its gzip data"),
        ("card.xz", "in the middle of its xz data"),
        ("card.zst", "in the middle of its zstd data"),
        ("card.bz2", "in the middle of its bzip2 data"),
        ("card.simg", "of the sparse image is cut off"),
    ] {
        let bytes = fs::read(folder.path(name)).expect("it was made above");
        let cut = folder.file("cut", &bytes[..bytes.len() * 2 / 3]);
        damaged(Path::new(&cut), says);
    }
    for name in ["card.gz", "card.xz", "card.zst", "card.bz2"] {
        let mut bytes = fs::read(folder.path(name)).expect("it was made above");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x40;
        damaged(Path::new(&folder.file("damaged", &bytes)), "data are damaged, at or before byte");
    }
    let mut bytes = disk();
    bytes[1024] ^= 1;
    damaged(Path::new(&folder.file("gpt", &bytes)), "GPT");
    let cut = info(Path::new(&folder.file("short", &disk()[..8 << 20])));
    assert_eq!(kinds(&cut), ["gpt", "gpt-end"]);
}

#[test]
fn boot_files_are_named_and_checked() {
    let folder = Folder::new();
    let spl =
        starfive::header::wrap(&[9; 5000], starfive::header::VERSION, 0).expect("a small SPL");
    let archive = image(0x6000, 1000, Some("sun8i-h3-orangepi-pc"));
    let legacy = fel::uimage::image(b"some program", 0x4a00_0000, fel::uimage::FIRMWARE, "it");
    for (bytes, kind, at) in
        [(spl, "jh7110", 0x500), (archive, "egon", 0x100), (legacy, "uimage", 70)]
    {
        assert_eq!(kinds(&info(Path::new(&folder.file("good", &bytes)))), [kind]);
        let mut bytes = bytes;
        bytes[at] ^= 1;
        damaged(Path::new(&folder.file("bad", &bytes)), "UNSOUND");
    }
    folder.file("zip", b"PK\x03\x04....");
    damaged(&folder.path("zip"), "a zip archive");
    run("image info /nonexistent").bad(6, "/nonexistent");
}

#[test]
fn debians_idbloaders_and_fit_images_are_sound() {
    let mut seen = 0;
    for board in fs::read_dir(debians_rockchip_boards()).expect("a folder") {
        let board = board.expect("readable").path();
        for (name, kind) in [("idbloader.img", "idblock"), ("u-boot.itb", "fit")] {
            let path = board.join(name);
            if path.is_file() {
                assert_eq!(kinds(&info(&path)), [kind], "{}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "{seen} files");
}
