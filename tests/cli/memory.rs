//! Memory that stays flat: 32 MiB for an image of any length, however it is packed. What counts is memory that only the process
//! has: the pages of its own file are larger in a debug build than in the shipped one, and the kernel takes them back at will.

use std::{
    fs::File,
    io::{Seek, SeekFrom, Write},
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use crate::tool::{Folder, command, noise};

const MIB: u64 = 1 << 20;
/// Bytes of the image: most of it zeros, with data here and there.
const SIZE: u64 = 192 * MIB;
/// The promise, in KiB.
const PROMISE: u64 = 32 * 1024;

/// A sparse file with 1 MiB of noise in every 32 MiB.
fn image(path: &Path) {
    let mut file = File::create(path).expect("a file");
    file.set_len(SIZE).expect("a sparse file");
    for at in (0..SIZE).step_by(32 << 20) {
        file.seek(SeekFrom::Start(at)).expect("a file");
        file.write_all(&noise(1 << 20, at as u32 + 1)).expect("a file");
    }
}

/// Runs the binary; the most memory of its own that it was seen to have, in KiB, and what it said on stderr.
fn peak(arguments: &str) -> (u64, String) {
    let mut tool = command(arguments.split(' '));
    let mut child = tool.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it starts");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().expect("a child of ours").is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("RssAnon:"));
        let kib =
            line.and_then(|line| line.trim().strip_suffix(" kB")).and_then(|kib| kib.parse().ok());
        peak = kib.unwrap_or(0).max(peak);
        thread::sleep(Duration::from_millis(2));
    }
    let ran = child.wait_with_output().expect("it ended");
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(ran.status.success(), "{arguments}: {said}");
    assert!(peak > 1024, "{arguments}: it was not measured");
    (peak, said)
}

fn pack(program: &str, options: &[&str], from: &Path, to: &Path) {
    let out = File::create(to).expect("a file");
    let packed = Command::new(program).args(options).arg("-c").arg(from).stdout(out).status();
    assert!(packed.expect("it is installed").success(), "{program}");
}

/// An Android sparse image of the same: a chunk of data and one that is left out, in turn.
fn android(path: &Path) {
    let block = 4096_u32;
    let blocks = (SIZE / u64::from(block)) as u32;
    let pairs = (SIZE / (32 * MIB)) as u32;
    let mut file = File::create(path).expect("a file");
    let mut put = |words: &[u8]| file.write_all(words).expect("a file");
    put(&0xed26_ff3a_u32.to_le_bytes());
    for half in [1_u16, 0, 28, 12] {
        put(&half.to_le_bytes());
    }
    for word in [block, blocks, pairs * 2, 0] {
        put(&word.to_le_bytes());
    }
    let (data, hole) = (MIB as u32 / block, 31 * MIB as u32 / block);
    for pair in 0..pairs {
        for (kind, count, bytes) in [(0xcac1_u16, data, 12 + MIB as u32), (0xcac3, hole, 12)] {
            put(&kind.to_le_bytes());
            put(&[0, 0]);
            put(&count.to_le_bytes());
            put(&bytes.to_le_bytes());
            if kind == 0xcac1 {
                put(&noise(1 << 20, pair + 1));
            }
        }
    }
}

#[test]
fn flashing_stays_below_32_mib() {
    let folder = Folder::new();
    let path = |name: &str| folder.path(name);
    let raw = path("disk.img");
    image(&raw);
    pack("gzip", &["-1"], &raw, &path("disk.img.gz"));
    pack("zstd", &["-1", "-q"], &raw, &path("disk.img.zst"));
    // The windows of `xz -6` and `xz -9`, without their search for what is shortest.
    for (window, name) in [("8MiB", "disk.img.xz"), ("64MiB", "nine.img.xz")] {
        let options = format!("--lzma2=preset=0,dict={window}");
        pack("xz", &["-T1", &options], &raw, &path(name));
    }
    android(&path("disk.simg"));
    let emmc = path("emmc");
    for name in
        ["disk.img", "disk.img.gz", "disk.img.zst", "disk.img.xz", "disk.simg", "nine.img.xz"]
    {
        let file = path(name);
        let line = format!(
            "flash rock-5b {} --yes --virtual radxa/rock-5b:storage={},size=512M",
            file.display(),
            emmc.display()
        );
        let (peak, said) = peak(&line);
        // The one exception is told beforehand, with the number.
        let window = if name.starts_with("nine") { 64 * 1024 } else { 0 };
        assert_eq!(said.contains("takes 64 MiB of memory"), window > 0, "{said}");
        assert!(peak <= PROMISE + window, "{name}: {peak} KiB resident");
    }
}

#[test]
fn backups_and_verifying_stay_below_32_mib() {
    let folder = Folder::new();
    let storage = folder.path("storage");
    image(&storage);
    let board = format!("--virtual radxa/rock-5b:storage={},size=192M", storage.display());
    for ending in ["img", "img.gz", "img.zst", "img.xz"] {
        let file = folder.path(&format!("backup.{ending}"));
        for command in ["backup", "verify"] {
            let (peak, _) = peak(&format!("{command} rock-5b {} {board}", file.display()));
            assert!(peak <= PROMISE, "{command} {ending}: {peak} KiB resident");
        }
    }
}
