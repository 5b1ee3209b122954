//! `backup` of any board: what is in the file, and what is told of it.

use std::{fs, path::Path, process::Command};

use sha2::{Digest, Sha256};

use crate::tool::{Folder, command, noise, run, text};

const SIZE: usize = 8 << 20;

/// A board whose storage holds data, zeros, and data again.
fn board(folder: &Folder) -> (String, Vec<u8>) {
    let mut data = noise(SIZE / 4, 13);
    data.resize(SIZE - 4096, 0);
    data.extend(noise(4096, 14));
    let storage = folder.file("storage", &data);
    (format!("--virtual radxa/rock-5b:storage={storage},size=8M"), data)
}

fn sum(data: &[u8]) -> String {
    Sha256::digest(data).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What another program unpacks.
fn unpacked(file: &Path) -> Vec<u8> {
    let program = match file.extension().and_then(|ending| ending.to_str()) {
        Some("gz") => "gzip",
        Some("xz") => "xz",
        Some("zst") => "zstd",
        Some("bz2") => "bzip2",
        _ => return fs::read(file).expect("the file"),
    };
    let ran = Command::new(program).arg("-dc").arg(file).output().expect("it is installed");
    assert!(ran.status.success(), "{program}: {}", String::from_utf8_lossy(&ran.stderr));
    ran.stdout
}

#[test]
fn a_backup_is_what_the_storage_holds() {
    for name in ["out.img", "out.img.gz", "out.img.xz", "out.img.zst", "OUT.BZ2"] {
        let folder = Folder::new();
        let (board, data) = board(&folder);
        let out = folder.path(&name.replace("OUT.BZ2", "out.bz2"));
        let backup = format!("backup rock-5b {}", out.display());
        let event = run(&format!("{backup} --json {board}")).good().last_event();
        assert_eq!((&event["sha256"], &event["bytes"]), (&sum(&data).into(), &SIZE.into()));
        assert!(unpacked(&out) == data, "{name}");
        let packs = out.extension().is_some_and(|ending| ending != "img");
        let length = fs::metadata(&out).expect("the file").len();
        assert_eq!(packs, length < SIZE as u64 / 2, "{name}: {length} bytes");
        // The sum beside it is the file's.
        let mut beside = out.clone().into_os_string();
        beside.push(".sha256");
        assert_eq!(event["sum_file"], text(Path::new(&beside)));
        let checked = Command::new("sha256sum")
            .args(["--strict", "-c"])
            .arg(&beside)
            .current_dir(folder.path(""))
            .status();
        assert!(checked.expect("sha256sum of coreutils").success(), "{name}");
        // The board is compared with it, and the sum is asked for.
        let verify = format!("verify rock-5b {} {board}", out.display());
        let same = run(&verify).good();
        assert!(same.stdout.starts_with("The same: 8192 KiB on emmc"), "{}", same.stdout);
        assert!(same.stderr.contains(".sha256 says"), "{}", same.stderr);
        let mut other = data.clone();
        other[SIZE - 1] ^= 1;
        fs::write(folder.path("storage"), &other).expect("a file");
        run(&verify).bad(5, "differs from sector 16383 on");
    }
}

#[test]
fn nothing_is_replaced_unasked() {
    let folder = Folder::new();
    let (board, data) = board(&folder);
    let (out, sums) = (folder.path("out.img"), folder.path("out.img.sha256"));
    let backup = format!("backup rock-5b {} {board}", out.display());
    for there in [&out, &sums] {
        fs::write(there, "mine").expect("a file");
        run(&backup).bad(7, "--yes");
        let left = [&out, &sums].into_iter().filter(|file| file.exists()).collect::<Vec<_>>();
        assert_eq!(left, [there], "no half of it is left");
        assert_eq!(fs::read(there).expect("a file"), b"mine");
        fs::remove_file(there).expect("it is there");
    }
    fs::write(&sums, "mine").expect("a file");
    run(&format!("{backup} --yes")).good();
    assert_eq!(fs::read_to_string(&sums).expect("a file"), format!("{}  out.img\n", sum(&data)));
}

#[test]
fn a_backup_that_fails_leaves_no_file() {
    let folder = Folder::new();
    let (board, _) = board(&folder);
    let out = folder.path("out.img.gz");
    let ran =
        run(&format!("backup rock-5b {} {board},mode=usbplug,fault=disconnect@20", out.display()));
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(!out.exists() && !folder.path("out.img.gz.sha256").exists());
    // What this loader makes up is no backup.
    run(&format!("backup rock-4d {} --from emmc --virtual radxa/rock-4d:size=64M", out.display()))
        .bad(7, "0xCC");
    assert!(!out.exists() && !folder.path("out.img.gz.sha256").exists());
}

#[test]
fn stdout_has_the_data_and_no_sum_beside_it() {
    let folder = Folder::new();
    let (board, data) = board(&folder);
    let backup = format!("backup rock-5b - {board}");
    let ran = command(backup.split(' ')).output().expect("the binary starts");
    // The closing sentence follows it.
    assert!(ran.status.success() && ran.stdout.starts_with(&data));
    assert!(!Path::new("-.sha256").exists());
    let refused = run(&format!("backup rock-5b - --json {board}"));
    assert_eq!((refused.code, refused.last_event()["code"].as_str()), (2, Some("usage")));
}
