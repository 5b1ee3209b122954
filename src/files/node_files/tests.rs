//! Files in images of disks. Debian's dosfstools and mtools make the file systems, and read what became of them.

use std::{
    fs,
    io::Write as _,
    ops::Range,
    path::{Path, PathBuf},
    process::Command,
};

use rockusb::gpt::{Guid, Partition, Table};

use super::Write;
use crate::{
    exit::Exit,
    failure::{Failure, Problem},
    files::{disk_image::ImageFile, shared_image::SharedImage, sums::Sums},
    image::Bmaps,
    transport::Stop,
};

/// The first sector of the partition with the file system.
const FIRST: usize = 4096;

fn run(program: &str, arguments: &[&str]) -> Vec<u8> {
    // fsck.fat and mkfs.fat are where a user's shell may not look.
    let path = format!("{}:/usr/sbin:/sbin", std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new(program);
    let output = command.args(arguments).env("PATH", path).env("MTOOLS_SKIP_CHECK", "1").output();
    let output = output.expect("tests/setup installs it");
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?}: {said}{errors}");
    output.stdout
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a name of letters")
}

/// A file system of this kind and size in KiB, with files.
fn fat(folder: &Path, kind: &str, kib: usize) -> Vec<u8> {
    let path = folder.join("fat");
    let _ = fs::remove_file(&path);
    let size = kib.to_string();
    run("mkfs.fat", &["-C", "-F", kind, "-s", "1", "-i", "12345678", text(&path), &size]);
    for (name, length) in [("old.txt", 3000), ("long name.yaml", 70_000), ("empty", 0)] {
        fs::write(folder.join(name), vec![b'o'; length]).expect("written");
        let target = format!("::/{name}");
        run("mcopy", &["-i", text(&path), text(&folder.join(name)), &target]);
    }
    run("mmd", &["-i", text(&path), "::/conf"]);
    fs::read(path).expect("made")
}

/// A disk with a GPT, whose third entry is a partition `CONF` with these bytes; the second is empty.
fn disk(fat: &[u8]) -> Vec<u8> {
    let sectors = FIRST + fat.len() / 512;
    let total = sectors as u64 + 100;
    let part = |name: &str, range: Range<usize>, id| Partition {
        name: name.into(),
        kind: Guid([7; 16]),
        id: Guid([id; 16]),
        first: range.start as u64,
        last: range.end as u64 - 1,
        attributes: 0,
    };
    let partitions =
        vec![part("boot", 64..100, 1), part("gone", 100..101, 2), part("CONF", FIRST..sectors, 3)];
    let table = Table { disk: Guid([9; 16]), partitions };
    let (mut primary, backup) = table.build(total).expect("there is room");
    // What tools leave of a partition that was deleted; the sums follow.
    primary[1024 + 128..1024 + 256].fill(0);
    let sum = crc32fast::hash(&primary[1024..34 * 512]);
    primary[512 + 88..512 + 92].copy_from_slice(&sum.to_le_bytes());
    primary[512 + 16..512 + 20].fill(0);
    let sum = crc32fast::hash(&primary[512..512 + 92]);
    primary[512 + 16..512 + 20].copy_from_slice(&sum.to_le_bytes());
    let mut disk = primary;
    disk.resize(FIRST * 512, 0x55);
    disk.extend(fat);
    disk.resize(total as usize * 512 - backup.len(), 0);
    disk.extend(backup);
    disk
}

fn shared(folder: &Path, packed: bool, disk: &[u8]) -> SharedImage {
    let path = folder.join("disk.img");
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(disk).expect("in memory");
    let bytes = if packed { packer.finish().expect("in memory") } else { disk.to_vec() };
    fs::write(&path, bytes).expect("written");
    let file = ImageFile { path, bmap: Bmaps::Ignored, raw: false, sums: Sums::Unchecked };
    SharedImage::open(&file, &mut link::Silent, &Stop::default()).expect("an image")
}

fn write(partition: &str, bytes: &[u8], target: Option<&str>) -> Write {
    let (partition, target) = (partition.into(), target.map(Into::into));
    Write { partition, bytes: bytes.to_vec(), target }
}

/// The disk with these files.
fn patched(disk: &[u8], image: &SharedImage, writes: &[Write]) -> Result<Vec<u8>, Problem> {
    let (mut disk, patch) = (disk.to_vec(), image.patch_for(writes, &Stop::default())?);
    for (offset, bytes) in patch.parts() {
        disk[offset as usize..][..bytes.len()].copy_from_slice(bytes);
    }
    assert_eq!(patch, image.patch_for(writes, &Stop::default())?, "the same files, the same bytes");
    Ok(disk)
}

/// The file system of a disk, as fsck finds it sound.
fn checked(folder: &Path, disk: &[u8], length: usize) -> PathBuf {
    let path = folder.join("after");
    fs::write(&path, &disk[FIRST * 512..][..length]).expect("written");
    run("fsck.fat", &["-n", text(&path)]);
    path
}

fn read(fat: &Path, name: &str) -> Vec<u8> {
    run("mtype", &["-i", text(fat), &format!("::/{name}")])
}

#[test]
fn a_file_is_made_or_replaced_and_the_others_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    for (kind, kib) in [("12", 1000), ("16", 8000), ("32", 36_000)] {
        let fat = fat(folder, kind, kib);
        let disk = disk(&fat);
        for packed in [false, true] {
            let image = shared(folder, packed, &disk);
            let new: Vec<u8> = (0..150_001).map(|at| (at % 251) as u8).collect();
            let writes = [
                write("conf", b"name: slot3\n", Some("conf/a long name for a node.yaml")),
                write("3", &new, Some("/made/for it/config")),
                write("CONF", b"shorter", Some("LONG NAME.YAML")),
            ];
            let after = patched(&disk, &image, &writes).expect("there is room");
            assert!(after[..FIRST * 512] == disk[..FIRST * 512], "before the partition");
            let end = FIRST * 512 + fat.len();
            assert!(after[end..] == disk[end..], "after the partition");
            let fat = checked(folder, &after, fat.len());
            assert_eq!(read(&fat, "conf/a long name for a node.yaml"), b"name: slot3\n");
            assert!(read(&fat, "made/for it/config") == new);
            assert_eq!(read(&fat, "long name.yaml"), b"shorter");
            assert!(read(&fat, "old.txt") == vec![b'o'; 3000]);
            assert_eq!(read(&fat, "empty"), b"");
        }
    }
}

#[test]
fn bytes_go_to_the_beginning_of_a_partition() {
    let folder = tempfile::tempdir().expect("a folder");
    let disk = disk(&[0x66; 64 << 10]);
    for packed in [false, true] {
        let image = shared(folder.path(), packed, &disk);
        for length in [1, 511, 512, 513, 36 * 512] {
            let bytes = vec![7; length];
            let after = patched(&disk, &image, &[write("boot", &bytes, None)]).expect("it fits");
            let mut expected = disk.clone();
            expected[64 * 512..][..length].copy_from_slice(&bytes);
            assert!(after == expected, "{length}");
        }
    }
    let image = shared(folder.path(), true, &disk);
    assert!(image.patch_for(&[], &Stop::default()).expect("nothing").is_empty());
}

#[test]
fn partitions_of_an_mbr_have_numbers() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut disk = vec![1; 64 << 10];
    disk[446..512].fill(0);
    disk[510..512].copy_from_slice(&[0x55, 0xaa]);
    disk[462..478].copy_from_slice(&[0, 0, 0, 0, 0x0c, 0, 0, 0, 10, 0, 0, 0, 4, 0, 0, 0]);
    let image = shared(folder.path(), true, &disk);
    let after = patched(&disk, &image, &[write("2", &[9; 2048], None)]).expect("it fits");
    disk[5120..7168].fill(9);
    assert!(after == disk);
    image.patch_for(&[write("1", b"x", None)], &Stop::default()).expect_err("an empty entry");
}

#[test]
fn what_cannot_be_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let fat = fat(folder, "12", 1000);
    let image = shared(folder, true, &disk(&fat));
    let large = vec![1; 2 << 20];
    for (write, says) in [
        (write("CONFIG", b"x", None), "no single partition CONFIG"),
        (write("2", b"x", None), "no single partition 2"),
        (write("boot", &large, None), "partition boot: 2097152 bytes do not fit into its 18432"),
        (write("boot", b"x", Some("file")), "partition boot: there is no FAT file system"),
        (write("CONF", &large, Some("file")), "partition CONF: file: "),
        (write("CONF", b"x", Some("conf")), "partition CONF: conf: "),
        (write("CONF", b"x", Some("old.txt/file")), "partition CONF: old.txt/file: "),
        (write("CONF", b"x", Some("../file")), "../file is no path of a file"),
        (write("CONF", b"x", Some("")), " is no path of a file"),
    ] {
        let problem = image.patch_for(std::slice::from_ref(&write), &Stop::default());
        let error = anyhow::Error::from(problem.expect_err(says));
        let said = error.to_string();
        assert!(said.contains(says) && said.contains("disk.img: "), "`{says}` is not in: {said}");
        let failure = Failure::of(&error);
        assert_eq!(failure.exit, Exit::BadInput, "{said}");
        assert!(failure.advice.is_some(), "{said}");
    }
    let none = shared(folder, true, &[3; 100 << 10]);
    let error = none.patch_for(&[write("1", b"x", None)], &Stop::default()).expect_err("no table");
    assert!(error.to_string().contains("no partition table"), "{error}");
}

/// Debian's sfdisk makes the table, and says where its partitions are.
#[test]
fn logical_partitions_have_the_numbers_of_sfdisk() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("table");
    fs::write(&path, vec![0; 8 << 20]).expect("written");
    let script = folder.path().join("script");
    let lines = "label: dos\nstart=64, size=64, type=83\nstart=2048, type=5\nstart=4096, size=8, type=83\n\
                 start=5000, size=1000, type=c\nstart=7000, size=1, type=83\n";
    fs::write(&script, lines).expect("written");
    let command = format!("sfdisk -q {} <{}", text(&path), text(&script));
    run("sh", &["-c", &command]);
    let disk = fs::read(&path).expect("made");
    let said = String::from_utf8(run("sfdisk", &["-J", text(&path)])).expect("text");
    let said: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    let parts = said["partitiontable"]["partitions"].as_array().expect("partitions");
    let number = |node: &serde_json::Value| {
        node["node"].as_str().expect("a name").trim_start_matches(text(&path)).to_owned()
    };
    assert_eq!(parts.iter().map(number).collect::<Vec<_>>(), ["1", "2", "5", "6", "7"]);
    for packed in [false, true] {
        let image = shared(folder.path(), packed, &disk);
        for part in parts {
            let (number, size) = (number(part), part["size"].as_u64().expect("sectors") as usize);
            let bytes = vec![0x77; size * 512];
            let write = [write(&number, &bytes, None)];
            if part["type"] == "5" {
                // What is written there would end its logical partitions.
                image.patch_for(&write, &Stop::default()).expect_err("it is extended");
                continue;
            }
            let after = patched(&disk, &image, &write).expect("it fits");
            let mut expected = disk.clone();
            let start = part["start"].as_u64().expect("a sector") as usize * 512;
            expected[start..start + bytes.len()].copy_from_slice(&bytes);
            assert!(after == expected, "{number}");
            let long = [Write { bytes: vec![1; bytes.len() + 1], ..write[0].clone() }];
            image.patch_for(&long, &Stop::default()).expect_err("it does not fit");
        }
    }
    // A chain that leads back, or out.
    let second = 2048 * 512 + 462 + 8;
    for next in [0_u32, 1, 5000, u32::MAX] {
        let mut disk = disk.clone();
        disk[second..second + 4].copy_from_slice(&next.to_le_bytes());
        let image = shared(folder.path(), false, &disk);
        let problem = image.patch_for(&[write("7", b"x", None)], &Stop::default());
        problem.expect_err("there is none");
    }
}

/// What mtools reads of a file; `None`: it reads nothing.
fn try_read(fat: &Path, name: &str) -> Option<Vec<u8>> {
    let mut command = Command::new("mtype");
    command.args(["-i", text(fat), &format!("::/{name}")]).env("MTOOLS_SKIP_CHECK", "1");
    let output = command.output().expect("tests/setup installs it");
    output.status.success().then_some(output.stdout)
}

/// Damages a file system by a seed and puts files into it: what comes of that, if it is not refused.
fn damaged(folder: &Path, fat: &[u8], seed: u64) -> Option<(PathBuf, PathBuf)> {
    let files = [write("CONF", &[5; 3000], Some("conf/x")), write("CONF", b"new", Some("old.txt"))];
    let mut random = fastrand::Rng::with_seed(seed);
    let mut fat = fat.to_vec();
    for _ in 0..random.usize(1..6) {
        // The first sector, the sector after it, the beginning of the table, anywhere.
        let end = [64, 512, 1024, 24 << 10, fat.len()][random.usize(0..5)];
        fat[random.usize(0..end)] = random.u8(..);
    }
    let disk = disk(&fat);
    let image = shared(folder, false, &disk);
    let after = patched(&disk, &image, &files).ok()?;
    assert!(after[..FIRST * 512] == disk[..FIRST * 512], "seed {seed}");
    assert!(after[FIRST * 512 + fat.len()..] == disk[FIRST * 512 + fat.len()..], "seed {seed}");
    let (one, other) = (folder.join("before"), folder.join("after"));
    fs::write(&one, fat).expect("written");
    fs::write(&other, &after[FIRST * 512..]).expect("written");
    Some((one, other))
}

#[test]
fn a_damaged_file_system_is_an_error_or_nothing_else_is_harmed() {
    let folder = tempfile::tempdir().expect("a folder");
    for (kind, kib, seeds) in [("12", 200, 300), ("16", 2200, 60), ("32", 33_500, 12)] {
        let fat = fat(folder.path(), kind, kib);
        let mut taken = 0;
        for seed in 0..seeds {
            let Some((before, after)) = damaged(folder.path(), &fat, seed) else { continue };
            taken += 1;
            for name in ["long name.yaml", "empty"] {
                let was = try_read(&before, name);
                assert!(try_read(&after, name) == was, "FAT{kind}, seed {seed}: {name}");
            }
        }
        assert!(taken > seeds / 10, "FAT{kind}: almost all is refused: {taken}");
    }
}
