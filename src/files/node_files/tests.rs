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

#[test]
fn a_damaged_file_system_is_an_error_or_nothing_else_is_harmed() {
    let folder = tempfile::tempdir().expect("a folder");
    let fat = fat(folder.path(), "12", 200);
    let files = [write("CONF", &[5; 3000], Some("conf/x")), write("CONF", b"new", Some("old.txt"))];
    for seed in 0..300 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut fat = fat.clone();
        for _ in 0..random.usize(1..6) {
            let end = [64, 512, 4096, fat.len()][random.usize(0..4)];
            fat[random.usize(0..end)] = random.u8(..);
        }
        let disk = disk(&fat);
        let image = shared(folder.path(), false, &disk);
        if let Ok(after) = patched(&disk, &image, &files) {
            assert!(after[..FIRST * 512] == disk[..FIRST * 512], "seed {seed}");
            assert!(after[FIRST * 512 + fat.len()..] == disk[FIRST * 512 + fat.len()..]);
        }
    }
}
