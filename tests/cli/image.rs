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
    let mut disk = vec![0; mib << 20];
    for byte in &mut disk {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *byte = (state >> 24) as u8;
    }
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
    let short = folder.file("short", &disk()[..8 << 20]);
    damaged(Path::new(&short), "partition `root` ends at sector 32000");
}

/// A disk of 4 MiB with an MBR of one partition.
fn mbr_disk(first: u32, sectors: u32) -> Vec<u8> {
    let mut disk = disk_of(4);
    disk[..34 * 512].fill(0);
    let end = disk.len();
    disk[end - 33 * 512..].fill(0);
    disk[450] = 0x83;
    disk[454..458].copy_from_slice(&first.to_le_bytes());
    disk[458..462].copy_from_slice(&sectors.to_le_bytes());
    disk[510..512].copy_from_slice(&[0x55, 0xaa]);
    disk
}

/// A disk of 4 MiB with a GPT of 4096-byte sectors: as a table of 512-byte ones whose header and entries are moved.
fn disk_of_long_sectors() -> Vec<u8> {
    let mut disk = disk_of(4);
    let (header, entries) = (disk[512..1024].to_vec(), disk[1024..34 * 512].to_vec());
    disk[512..34 * 512].fill(0);
    let end = disk.len();
    disk[end - 33 * 512..].fill(0);
    disk[4096..4608].copy_from_slice(&header);
    disk[8192..][..entries.len()].copy_from_slice(&entries);
    disk
}

/// What `write` refuses as unsound is what `image info` calls unsound, in every kind of damage that tables can have.
#[test]
fn info_and_write_agree_about_partition_tables() {
    let folder = Folder::new();
    let emmc = folder.file("emmc", &vec![0xee; 8 << 20]);
    let whole = disk_of(4);
    let end = whole.len();
    let with = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut disk = whole.clone();
        change(&mut disk);
        disk
    };
    let cases: Vec<(&str, Vec<u8>, Option<bool>)> = vec![
        ("whole", whole.clone(), Some(true)),
        ("a third of it", whole[..end / 3 / 512 * 512].to_vec(), Some(false)),
        ("not whole sectors", whole[..end - 100].to_vec(), Some(false)),
        ("without its last sector", whole[..end - 512].to_vec(), None),
        ("without a partition", whole[..end / 2].to_vec(), Some(false)),
        ("only its table", whole[..34 * 512].to_vec(), None),
        ("header's CRC", with(&|disk| disk[512 + 40] ^= 1), Some(false)),
        ("entries' CRC", with(&|disk| disk[1024 + 40] ^= 1), Some(false)),
        ("backup's header", with(&|disk| disk[end - 512 + 40] ^= 1), Some(false)),
        ("backup's entries", with(&|disk| disk[end - 33 * 512 + 40] ^= 1), Some(false)),
        ("primary is gone", with(&|disk| disk[512..34 * 512].fill(0)), Some(false)),
        ("primary and MBR are gone", with(&|disk| disk[..34 * 512].fill(0)), Some(false)),
        (
            "both are gone",
            with(&|disk| {
                disk[512..34 * 512].fill(0);
                disk[end - 33 * 512..].fill(0);
            }),
            Some(false),
        ),
        ("sectors of 4096 bytes", disk_of_long_sectors(), Some(false)),
        ("MBR", mbr_disk(2048, 6144), None),
        ("MBR that is cut", mbr_disk(2048, 6145), Some(false)),
    ];
    for (name, bytes, sound) in cases {
        let file = folder.file("card", &bytes);
        let told = run(&format!("image info --json {file}"));
        assert_eq!(told.last_event()["sound"], Value::from(sound), "{name}: {}", told.stdout);
        let code = if sound == Some(false) { 6 } else { 0 };
        assert_eq!(told.code, code, "{name}");
        let board = format!("--yes --virtual radxa/rock-5b:mode=usbplug,storage={emmc}");
        let written = run(&format!("rk disk write 0 {file} {board}"));
        assert_eq!(written.code, code, "{name}: {}", written.stderr);
        assert_eq!(run(&format!("rk disk write 0 {file} --raw {board}")).code, 0, "{name}");
        // The same packed, and from a pipe: judged when it has gone by.
        tool(&folder, "gzip -kf card");
        let packed = run(&format!("rk disk write 0 {file}.gz {board}"));
        assert_eq!(packed.code, code, "{name}: {}", packed.stderr);
        let piped = finish(
            command(format!("rk disk write 0 - {board}").split(' '))
                .stdin(fs::File::open(&file).expect("it was made above")),
        );
        assert_eq!(piped.code, code, "{name}: {}", piped.stderr);
    }
}

/// What downloads come as, and what nobody wants on a disk.
#[test]
fn archives_are_refused_wherever_they_are() {
    let folder = Folder::new();
    folder.file("card", &disk_of(4));
    for line in [
        "tar cf card.tar card",
        "tar cJf card.tar.xz card",
        "tar czf card.tgz card",
        "tar cf card.v7 --format=v7 card",
        "zip -q card.zip card",
        "gzip -k card.zip",
        "zstd -q card.tar -o card.tar.zst",
        "gzip -k card",
        "xz -k card.gz",
        "lz4 -q card.tar card.lz4",
    ] {
        tool(&folder, line);
    }
    let tar = fs::read(folder.path("card.tar")).expect("it was made above");
    // In an Android sparse image, too.
    let mut simg = [0xed26_ff3a_u32, 1, 28 | 12 << 16, 512, tar.len() as u32 / 512, 1, 0]
        .map(u32::to_le_bytes)
        .concat();
    simg.extend(
        [0xcac1_u32, tar.len() as u32 / 512, 12 + tar.len() as u32].map(u32::to_le_bytes).concat(),
    );
    simg.extend(&tar);
    folder.file("tar.simg", &simg);
    for (name, start) in [
        ("7z", &b"7z\xbc\xaf\x27\x1c\0\x04"[..]),
        ("rar", b"Rar!\x1a\x07\x01\0"),
        ("cpio", b"070701000000"),
        ("deb", b"!<arch>\ndebian-binary"),
        ("qcow2", b"QFI\xfb\0\0\0\x03"),
        ("html", b"<!DOCTYPE html><html>404"),
        ("lfs", b"version https://git-lfs.github.com/spec/v1"),
    ] {
        folder.file(name, &[start, &[7; 2000]].concat());
    }
    let emmc = folder.file("emmc", &vec![0xee; 8 << 20]);
    let board = format!("--yes --virtual radxa/rock-5b:mode=usbplug,storage={emmc}");
    for (name, what) in [
        ("card.tar", "a tar archive"),
        ("card.tar.xz", "a tar archive"),
        ("card.tgz", "a tar archive"),
        ("card.v7", "a tar archive"),
        ("card.tar.zst", "a tar archive"),
        ("tar.simg", "a tar archive"),
        ("card.zip", "a zip archive"),
        ("card.zip.gz", "a zip archive"),
        ("card.gz.xz", "gzip data"),
        ("card.lz4", "an lz4 file"),
        ("7z", "a 7z archive"),
        ("rar", "a rar archive"),
        ("cpio", "a cpio archive"),
        ("deb", "a Debian package"),
        ("qcow2", "a QEMU disk"),
        ("html", "a web page"),
        ("lfs", "a pointer of Git LFS"),
    ] {
        let file = text(&folder.path(name));
        damaged(Path::new(&file), what);
        run(&format!("rk disk write 0 {file} {board}")).bad(6, what);
    }
    assert!(fs::read(&emmc).expect("the eMMC's file").iter().all(|byte| *byte == 0xee));
    run(&format!("rk disk write 0 {}/card.tgz --raw {board}", text(&folder.path("")))).good();
}

/// lzip's format around what `lzma` makes: no tool of Debian's base makes it.
fn lzip(lzma: &[u8], data: &[u8]) -> Vec<u8> {
    let mut file = b"LZIP\x01\x17".to_vec();
    file.extend(&lzma[13..]);
    file.extend(crc32fast::hash(data).to_le_bytes());
    file.extend((data.len() as u64).to_le_bytes());
    file.extend((file.len() as u64 + 8).to_le_bytes());
    file
}

#[test]
fn lzma_lzip_and_zlib_are_unpacked_and_their_sums_hold() {
    let folder = Folder::new();
    let card = disk_of(4);
    folder.file("card", &card);
    tool(&folder, "xz -k --format=lzma card");
    let lzma = fs::read(folder.path("card.lzma")).expect("it was made above");
    let once = lzip(&lzma, &card);
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let packed = std::io::Write::write_all(&mut zlib, &card).and_then(|()| zlib.finish());
    let zlib = packed.expect("memory takes everything");
    for (bytes, kind) in [(lzma, "lzma"), (once.clone(), "lzip"), (zlib, "zlib")] {
        let told = info(Path::new(&folder.file("packed", &bytes)));
        assert_eq!(
            (&told["compressed"], &told["sha256"]),
            (&kind.into(), &sha256(&folder, "card").into())
        );
        let cut = folder.file("cut", &bytes[..bytes.len() * 2 / 3]);
        damaged(Path::new(&cut), &format!("in the middle of its {kind} data"));
        let more = folder.file("more", &[&bytes[..], b"garbage"].concat());
        damaged(Path::new(&more), "damaged");
    }
    let twice = folder.file("twice", &[once.clone(), once].concat());
    assert_eq!(run(&format!("image info --json {twice}")).last_event()["length"], 8 << 20);
}

/// OpenWrt's build appends metadata to a gzip file; `gzip -t` says "trailing garbage" and exits with 2.
#[test]
fn openwrts_metadata_are_named_and_left_out() {
    let folder = Folder::new();
    folder.file("card", &disk_of(4));
    tool(&folder, "gzip -k card");
    let gzip = fs::read(folder.path("card.gz")).expect("it was made above");
    let block = |data: &[u8], kind: u8| {
        let length = data.len() as u32 + 16;
        [data, b"FWx0\x12\x34\x56\x78", &[kind, 0, 0, 0], &length.to_be_bytes()].concat()
    };
    let metadata =
        [block(b"\0\0\0\0\0\0\0\0{\"supported_devices\":[]}", 1), block(b"signature", 0)].concat();
    let file = folder.file("openwrt.gz", &[gzip.clone(), metadata.clone()].concat());
    let told = run(&format!("image info --json {file}")).good().last_event();
    assert_eq!(told["sha256"], *sha256(&folder, "card"));
    assert!(told["left_out"].as_str().is_some_and(|text| text.contains("OpenWrt")), "{told}");
    let emmc = folder.file("emmc", &vec![0xee; 8 << 20]);
    let board = format!("--yes --virtual radxa/rock-5b:mode=usbplug,storage={emmc}");
    let written = run(&format!("rk disk write 0 {file} {board}")).good();
    assert!(written.stderr.contains("OpenWrt's metadata"), "{}", written.stderr);
    // What gzip ignores is left out, too; a member whose beginning is damaged is not.
    for other in [&metadata[..metadata.len() - 1], b"garbage", b"\0\0junk"] {
        let file = folder.file("other.gz", &[&gzip[..], other].concat());
        let told = run(&format!("image info --json {file}")).good().last_event();
        assert_eq!(told["sha256"], *sha256(&folder, "card"));
        let text = format!("{} bytes that are no gzip data follow", other.len());
        assert!(told["left_out"].as_str().is_some_and(|left| left.contains(&text)), "{told}");
    }
    for (at, byte) in [(0, 0x1e), (1, 0)] {
        let mut second = gzip.clone();
        second[at] = byte;
        let file = folder.file("other.gz", &[&gzip[..], &second].concat());
        damaged(Path::new(&file), "its gzip data are damaged");
    }
    let much = folder.file("much.gz", &[&gzip[..], &[1; 2 << 20]].concat());
    damaged(Path::new(&much), "the last gzip member");
}

/// Every header that claims more than any storage has is refused by itself, at once.
#[test]
fn what_claims_to_be_endless_is_refused_by_its_header() {
    let folder = Folder::new();
    let sparse = |block: u32, blocks: u32, kind: u32| {
        let head =
            [0xed26_ff3a, 1, 28 | 12 << 16, block, blocks, 1, 0].map(u32::to_le_bytes).concat();
        [
            head,
            [kind, blocks, 12 + if kind == 0xcac2 { 4 } else { 0 }].map(u32::to_le_bytes).concat(),
            vec![0; 4],
        ]
        .concat()
    };
    let never = folder.file("never.simg", &sparse(u32::MAX - 3, u32::MAX, 0xcac2));
    tool(&folder, "gzip -k never.simg");
    for file in [never.clone(), format!("{never}.gz")] {
        damaged(Path::new(&file), "no storage is that large");
        for also in ["", " --dry-run"] {
            let line =
                format!("rk disk write 0 {file} --yes --virtual radxa/rock-5b:mode=usbplug{also}");
            run(&line).bad(6, "no storage is that large");
        }
    }
    // 15 TiB of nothing: not hashed, but told.
    let file = folder.file("holes.simg", &sparse(1 << 20, 15 << 20, 0xcac3)[..40]);
    let told = info(Path::new(&file));
    assert_eq!((&told["length"], &told["sha256"]), (&(15_u64 << 40).into(), &Value::Null));
}

/// What no command reads, each of which would wait or read for ever.
#[test]
fn what_is_no_file_is_refused_at_once() {
    let folder = Folder::new();
    tool(&folder, "mkfifo fifo");
    let fifo = text(&folder.path("fifo"));
    let usbplug = "--yes --virtual radxa/rock-5b:mode=usbplug";
    for path in [&fifo[..], "/dev/zero", "/"] {
        for line in [
            format!("image info {path}"),
            format!("image info {path} --bmap {path}"),
            format!("rk disk write 0 {path} {usbplug}"),
            format!("rk disk verify 0 {path} {usbplug}"),
            format!("rk boot {path} --virtual radxa/rock-5b"),
            format!("rk upgrade-loader {path} {usbplug}"),
            format!("rk package flash {path} {usbplug}"),
            format!("rk package info {path}"),
            format!("rk loader info {path}"),
            format!("rk loader pack {path}"),
            format!("rk partition table {path} {usbplug}"),
            format!("fel spl {path} --virtual xunlong/orangepi-pc"),
            format!("fel write 0x40000000 {path} --virtual xunlong/orangepi-pc:dram=on"),
            format!("fel identify --replay {path}"),
            format!("aml boot {path} --virtual khadas/vim3"),
            format!("aml identify --virtual khadas/vim3:signed={path}"),
            format!("aml identify --replay {path}"),
            format!("aml package info {path}"),
            format!("sf boot {path} {path} --virtual starfive/visionfive-2"),
            format!("serial console --replay {path}"),
        ] {
            let begin = std::time::Instant::now();
            let ran = run(&line);
            assert_eq!(ran.code, 6, "{line}: {}", ran.stderr);
            assert!(begin.elapsed().as_secs() < 20, "{line}");
        }
    }
    // Of endless stdin no more is read than is stated.
    let zeros = || fs::File::open("/dev/zero").expect("every Linux has it");
    for (line, limit) in [
        ("rk boot - --virtual radxa/rock-5b", "256 MiB"),
        ("rk loader info -", "256 MiB"),
        ("fel write 0x40000000 - --virtual xunlong/orangepi-pc:dram=on", "256 MiB"),
        ("fel spl - --virtual xunlong/orangepi-pc", "64 MiB"),
        ("sf boot - - --virtual starfive/visionfive-2", "64 MiB"),
    ] {
        let says = format!("longer than {limit}");
        finish(command(line.split(' ')).stdin(zeros())).bad(6, &says);
    }
    // A file that is long and takes no room.
    let long = text(&folder.path("long"));
    let file = fs::File::create(&long).expect("made");
    file.set_len(1 << 40).expect("a sparse file");
    for line in [
        format!("fel identify --replay {long}"),
        format!("rk loader info {long}"),
        format!("rk partition table {long} {usbplug}"),
        format!("image info /etc/hostname --bmap {long}"),
    ] {
        let ran = run(&line);
        assert_eq!(ran.code, 6, "{line}: {}", ran.stderr);
    }
}

/// A pipe that nobody writes to is waited for, but not against the user's wish.
#[test]
fn a_silent_stdin_ends_with_the_first_signal() {
    for line in [
        "image info -",
        "rk disk write 0 - --yes --virtual radxa/rock-5b:mode=usbplug",
        "rk boot - --virtual radxa/rock-5b",
        "fel write 0x40000000 - --virtual xunlong/orangepi-pc:dram=on",
    ] {
        let mut child = command(line.split(' '))
            .stdin(std::process::Stdio::piped())
            .spawn()
            .expect("it starts");
        std::thread::sleep(std::time::Duration::from_millis(500));
        // A wait would close it.
        let _silent = child.stdin.take();
        let begin = std::time::Instant::now();
        let killed = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
        assert!(killed.expect("procps").success());
        let status = child.wait().expect("it ends");
        assert!(begin.elapsed().as_secs() < 3, "{line}");
        assert_eq!(status.code(), Some(130), "{line}");
    }
}

#[test]
fn boot_files_are_named_and_checked() {
    let folder = Folder::new();
    let spl =
        starfive::header::wrap(&[9; 5000], starfive::header::VERSION, 0).expect("a small SPL");
    let archive = image(0x6000, 1000, Some("sun8i-h3-orangepi-pc"));
    let legacy = fel::uimage::image(b"some program", 0x4a00_0000, fel::uimage::FIRMWARE, "it");
    let mut flash = bouffalo::header::build(&[7; 100]);
    flash.resize(9000, 7);
    for (bytes, kind, at) in [
        (spl, "jh7110", 0x500),
        (archive, "egon", 0x100),
        (legacy, "uimage", 70),
        (flash, "bl808", 200),
    ] {
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
