//! Rockchip's boards: loaders, storage, and what is refused.

use std::{
    fs::File,
    os::unix::fs::{FileExt, MetadataExt},
};

use crate::tool::{Folder, Run, loader, noise, run, text};

const MASKROM: &str = "--virtual radxa/rock-5b";
const USBPLUG: &str = "--virtual radxa/rock-5b:mode=usbplug";

/// A ROCK 5B in usbplug whose eMMC of 64 MiB is in a file that stays.
fn kept(folder: &Folder, more: &str) -> String {
    let emmc = text(&folder.path("emmc"));
    format!("--virtual radxa/rock-5b:mode=usbplug,storage={emmc},size=64M{more}")
}

/// What the notes of a run say.
fn says(run: &Run, words: &str) {
    assert!(run.stderr.contains(words), "`{words}` is not in: {}", run.stderr);
}

#[test]
fn a_loader_is_sent_and_seen_to_run() {
    let folder = Folder::new();
    let file = folder.file("loader", &loader("RK3588"));
    for (board, soc, file) in [
        ("radxa/rock-5b", "RK3588", &file),
        ("khadas/edge2", "RK3588", &file),
        ("radxa/rock-4d", "RK3576", &folder.file("loader3576", &loader("RK3576"))),
    ] {
        let event =
            run(&format!("rockchip boot {file} --json --virtual {board}")).good().last_event();
        assert_eq!((event["state"].as_str(), event["soc"].as_str()), (Some("usbplug"), Some(soc)));
    }
    let done = run(&format!("rk db {file} {MASKROM}")).good();
    says(&done, "usbplug runs on the RK3588");
    // One command may send the loader and go on.
    let info = run(&format!("rk identify --loader {file} {MASKROM}")).good().stdout;
    assert!(info.contains("RK3588") && info.contains("usbplug"), "{info}");
    // A board that has a loader already does not get another.
    run(&format!("rk td --loader {file} {USBPLUG}")).good();
    let plan = run(&format!("rk db {file} --dry-run")).good().stdout;
    assert!(plan.contains("send usbplug to DRAM (0x472): 200704 bytes"), "{plan}");
}

#[test]
fn raw_code_is_sent() {
    let folder = Folder::new();
    let mut sram = noise(9000, 1);
    sram[..4].copy_from_slice(b"RK35");
    let (sram, dram) = (folder.file("471", &sram), folder.file("472", &noise(50_000, 2)));
    let both = format!("rk boot --code471 {sram} --code472 {dram}");
    says(&run(&format!("{both} {MASKROM}")).good(), "usbplug runs on the RK3588");
    run(&format!("rk boot --code471 {sram} {MASKROM}")).good();
    run(&format!("rk boot --code472 {dram} {MASKROM}")).bad(1, "");
    run(&format!("rk boot {sram} --code471 {sram} {MASKROM}")).bad(2, "cannot be used with");
    run(&format!("rk boot {MASKROM}")).bad(2, "`rockchip boot` needs <FILE>");
    let file = folder.file("loader", &loader("RK3588"));
    run(&format!("rk boot {file} --loader {file} {MASKROM}")).bad(2, "for other commands");
}

#[test]
fn loaders_that_do_not_fit_are_refused() {
    let folder = Folder::new();
    let good = loader("RK3588");
    let file = folder.file("loader", &good);
    let other = folder.file("other", &loader("RK3576"));
    // Nothing is sent: the first transfer would fail.
    let board = format!("{MASKROM}:fault=disconnect@1");
    run(&format!("rk db {other} {board}")).bad(7, "the board is an RK3588, not an RK3576");
    let mut damaged = good.clone();
    damaged[5000] ^= 1;
    let damaged = folder.file("damaged", &damaged);
    run(&format!("rk db {damaged} {board}")).bad(6, "checksum does not hold");
    let cut = folder.file("cut", &good[..good.len() / 2]);
    run(&format!("rk db {cut} {board}")).bad(6, "");
    run(&format!("rk db /etc/hostname {board}")).bad(6, "not a loader file");
    run(&format!("rk db {file} {USBPLUG}")).bad(7, "the board is in usbplug, not in mask ROM");
    run(&format!("rk identify {MASKROM}")).bad(7, "send a loader first");
    run("rk identify --virtual xunlong/orangepi-pc")
        .bad(7, "is an Allwinner H3 in FEL")
        .bad(7, "`racklet-flash fel …`");
    run("fel identify --virtual radxa/rock-5b")
        .bad(7, "is a Rockchip RK3588 in mask ROM (use `racklet-flash rockchip …`)");
}

#[test]
fn downloads_that_fail_say_what_to_do() {
    let folder = Folder::new();
    let file = folder.file("loader", &loader("RK3588"));
    // The head is one request and the probe two transfers; the others are of the blobs.
    for fault in ["stall", "timeout", "disconnect"] {
        for at in [4, 6, 9, 20] {
            let run = run(&format!("rk db {file} --json {MASKROM}:fault={fault}@{at}"));
            let event = run.last_event();
            assert_eq!(
                (run.code, event["event"].as_str()),
                (1, Some("error")),
                "{fault}@{at}: {event}"
            );
            assert_eq!(event["step"], "start", "{fault}@{at}: {event}");
        }
    }
    let dead = run(&format!("rk db {file} {MASKROM}:usbplug=dead"));
    dead.bad(1, "hangs").bad(1, "power the board off and on");
    let lost = run(&format!("rk db {file} --json {MASKROM}:usbplug=lost"));
    assert_eq!(
        (lost.code, &lost.last_event()["code"]),
        (1, &"board.lost".into()),
        "{}",
        lost.stdout
    );
}

#[test]
fn what_is_written_is_verified_and_read_back() {
    let folder = Folder::new();
    let board = kept(&folder, "");
    let data = noise(8 << 20, 3);
    let file = folder.file("image", &data);
    let done = run(&format!("rk disk write --yes 64 {file} {board}")).good();
    says(&done, "8388608 of 8388608 bytes compared by the board with a parity");
    let emmc = std::fs::read(folder.path("emmc")).expect("the eMMC's file");
    assert!(emmc.len() == 64 << 20 && emmc[64 * 512..][..data.len()] == data);
    assert!(emmc[..64 * 512].iter().all(|byte| *byte == 0));
    let back = folder.path("back");
    run(&format!("rk rl 64 16384 {} {board}", back.display())).good();
    assert!(std::fs::read(&back).expect("the file") == data);
    let same = run(&format!("rk disk verify 64 {file} {board}")).good();
    says(&same, "8388608 of 8388608 bytes read back and compared");
    run(&format!("rk disk verify 65 {file} {board}")).bad(5, "from sector 65 on");
    let event =
        run(&format!("rk wl --yes 0 {file} --verify read-back --json {board}")).good().last_event();
    assert_eq!(
        (event["verified"].as_bool(), event["how"]["read-back"].as_u64()),
        (Some(true), Some(8 << 20))
    );
    let event =
        run(&format!("rk wl --yes 0 {file} --verify none --json {board}")).good().last_event();
    assert_eq!(event["verified"], false);
}

#[test]
fn the_emmcs_file_is_sparse() {
    let folder = Folder::new();
    let emmc = folder.path("emmc");
    let board = format!("--virtual radxa/rock-5b:mode=usbplug,storage={}", emmc.display());
    let file = folder.file("image", &noise(1 << 20, 1));
    run(&format!("rk wl --yes 40000000 {file} {board}")).good();
    let metadata = emmc.metadata().expect("a file");
    assert_eq!(metadata.len(), 60_620_800 * 512);
    assert!(metadata.blocks() * 512 < 4 << 20, "{} blocks", metadata.blocks());
    run(&format!("rk disk verify 40000000 {file} {board}")).good();
    run(&format!("rk td {board},size=1M")).bad(6, "not size=1048576");
    // A board without eMMC keeps its SPI NOR there, which is all ones where it holds nothing.
    let nor = folder.path("nor");
    let board =
        format!("--virtual xunlong/orangepi-5:mode=usbplug,size=1M,storage={}", nor.display());
    assert!(run(&format!("rk identify {board}")).good().stdout.contains("2048 sectors (1 MiB)"));
    assert!(std::fs::read(&nor).expect("the NOR's file") == vec![0xff; 1 << 20]);
}

#[test]
fn faked_reads_are_not_called_verified() {
    let folder = Folder::new();
    let board = "--virtual radxa/rock-4d:mode=usbplug";
    let file = folder.file("image", &noise(2 << 20, 5));
    // Sectors 63488 to 67583: half of them lie above the wall at 65536.
    let done = run(&format!("rk wl --yes 63488 {file} {board}")).good();
    says(&done, "1048576 of 2097152 bytes read back and compared");
    says(&done, "1048576 of 2097152 bytes not verified: this loader does not read above 32 MiB");
    let event = run(&format!("rk wl --yes 63488 {file} --json {board}")).good().last_event();
    assert_eq!(
        (event["verified"].as_bool(), event["how"]["none"].as_u64()),
        (Some(false), Some(1 << 20))
    );
    let out = folder.path("out");
    let read = format!("rk rl 65536 8 {} {board}", out.display());
    run(&read).bad(7, "0xCC");
    assert!(!out.exists());
    run(&format!("{read} --force")).good();
    let emmc = folder.path("emmc");
    let kept = format!("{board},storage={},size=64M", emmc.display());
    run(&format!("rk wl --yes 63488 {file} {kept}")).good();
    run(&format!("rk disk verify 63488 {file} {kept}"))
        .bad(1, "1048576 of 2097152 bytes could not be verified");
    run(&format!("rk disk verify 65536 {file} {kept}"))
        .bad(1, "2097152 of 2097152 bytes could not be verified");
}

/// No one has seen a device do this; if one does, reading back decides.
#[test]
fn a_parity_that_is_wrong_is_not_believed() {
    let folder = Folder::new();
    let (board, file) = (kept(&folder, ",parity=wrong"), folder.file("image", &noise(1 << 20, 2)));
    let done = run(&format!("rk wl --yes 0 {file} {board}")).good();
    says(&done, "its parity is not used any more");
    says(&done, "1048576 of 1048576 bytes read back and compared");
    let event = run(&format!("rk td --json {USBPLUG},busy=3")).good().last_event();
    assert_eq!(event["ready"], true);
}

#[test]
fn what_must_not_get_to_a_disk_is_refused_before_the_first_byte() {
    let folder = Folder::new();
    // Whatever is sent fails.
    let board = format!("{USBPLUG},fault=disconnect@1");
    for (start, kind) in [
        (&b"RKFW"[..], "a firmware package"),
        (b"RKAF", "an archive"),
        (b"LDR ", "a loader file"),
        (b"BOOT", "a loader file"),
    ] {
        let mut bytes = vec![0; 4096];
        bytes[..start.len()].copy_from_slice(start);
        let file = folder.file("wrong", &bytes);
        run(&format!("rk wl --yes 0 {file} {board}")).bad(7, kind);
        run(&format!("rk wl --yes 0 {file} --raw {USBPLUG}")).good();
    }
    let empty = folder.file("empty", &[]);
    run(&format!("rk wl --yes 0 {empty} {board}")).bad(6, "it is empty");
    let file = folder.file("image", &[1; 4096]);
    let small = kept(&folder, "");
    run(&format!("rk wl --yes 131065 {file} {small}"))
        .bad(7, "ends at sector 131073, but the storage has 131072");
    let emmc = std::fs::metadata(folder.path("emmc")).expect("the eMMC's file");
    assert_eq!(emmc.blocks(), 0, "something was written");
}

#[test]
fn a_write_that_was_cut_is_resumed() {
    let folder = Folder::new();
    let (board, file) = (kept(&folder, ""), folder.file("image", &noise(4 << 20, 9)));
    let cut = run(&format!("rk wl --yes 0 {file} --json {board},fault=disconnect@36"));
    let event = cut.last_event();
    assert_eq!((cut.code, event["code"].as_str()), (1, Some("usb.gone")), "{event}");
    let message = event["message"].as_str().unwrap_or_default();
    let (_, good) = message.split_once("all before sector ").expect("the last good sector");
    let good: u64 = good.split(' ').next().and_then(|text| text.parse().ok()).expect("a number");
    assert!(good > 0 && good < 8192, "{message}");
    assert!(event["advice"].as_str().is_some_and(|advice| advice.contains("--resume")), "{event}");
    let event = run(&format!("rk wl --yes 0 {file} --resume --json {board}")).good().last_event();
    let there = event["already_there"].as_u64().expect("a number") / 512;
    assert!(there >= good && there < 8192, "{good}, {there}");
    assert_eq!(
        (event["verified"].as_bool(), event["bytes"].as_u64()),
        (Some(true), Some(8192 * 512))
    );
    run(&format!("rk disk verify 0 {file} {board}")).good();
    let event = run(&format!("rk wl --yes 0 {file} --resume --json {board}")).good().last_event();
    assert_eq!(event["already_there"], 8192 * 512);
}

/// A changed MiB in the middle: what is before and behind it is not written again.
#[test]
fn only_what_differs_is_written() {
    let folder = Folder::new();
    let (board, mut bytes) = (kept(&folder, ""), noise(8 << 20, 9));
    run(&format!("rk wl --yes 0 {} {board}", folder.file("image", &bytes))).good();
    bytes[4 << 20..5 << 20].fill(0x5a);
    let file = folder.file("image", &bytes);
    run(&format!("rk wl 0 {file} --if-different --resume {board}")).bad(2, "--resume");
    let write = format!("rk wl --yes 0 {file} --if-different --json {board}");
    let event = run(&write).good().last_event();
    assert_eq!((&event["verified"], &event["already_there"]), (&true.into(), &(7 << 20).into()));
    assert!(std::fs::read(folder.path("emmc")).expect("the eMMC")[..8 << 20] == bytes);
    assert_eq!(run(&write).good().last_event()["already_there"], 8 << 20);
}

#[test]
fn erasing_wants_to_be_confirmed_and_is_looked_at() {
    let folder = Folder::new();
    let (board, file) = (kept(&folder, ""), folder.file("image", &noise(1 << 20, 4)));
    run(&format!("rk wl --yes 0 {file} {board}")).good();
    run(&format!("rk disk erase 8 1024 {board}")).bad(7, "Add --yes to do it");
    run(&format!("rk disk verify 0 {file} {board}")).good();
    run(&format!("rk disk erase 8 1024 --yes {board},erase=fails"))
        .bad(5, "sector 8 still holds data");
    run(&format!("rk disk erase 8 1024 --yes {board}")).good();
    let emmc = std::fs::read(folder.path("emmc")).expect("the eMMC's file");
    assert!(emmc[8 * 512..][..1024 * 512].iter().all(|byte| *byte == 0) && emmc[7 * 512] != 0);
    run(&format!("rk disk erase 8 1024 --dry-run {board}")).good();
}

#[test]
fn storage_is_chosen_by_the_name_that_boards_has_for_it() {
    assert_eq!(run(&format!("rk storage {USBPLUG}")).good().stdout, "emmc\n");
    // What `boards` calls it, and what loaders know it by.
    for name in ["spi-nor", "spi", "mtd-spi-nor", "9"] {
        let nor = run(&format!("rk cs {name} {USBPLUG}")).good().stdout;
        assert_eq!(nor, "spi-nor: 32768 sectors (16 MiB)\n", "{name}");
        let event = run(&format!("rk identify --on {name} --json {USBPLUG}")).good().last_event();
        assert_eq!((&event["storage"], &event["number"]), (&"spi-nor".into(), &9.into()), "{name}");
    }
    for name in ["sd", "nvme", "ufs", "4", "sd1"] {
        let says = "; it serves emmc, spi-nor";
        run(&format!("rk cs {name} {USBPLUG}")).bad(1, says);
        run(&format!("rk identify --on {name} {USBPLUG}")).bad(1, says);
    }
    run(&format!("rk cs tape {USBPLUG}")).bad(2, "no storage is called");
    run(&format!("rk cs usb {USBPLUG}")).bad(2, "no number for");
    let plan = run(&format!("rk disk erase 0 128 --on 9 --dry-run {USBPLUG}")).good().stdout;
    assert!(plan.starts_with("choose spi-nor (number 9)\n"), "{plan}");
    let plan = run(&format!("rk disk erase 0 128 --on spi-nor --dry-run {USBPLUG}")).good().stdout;
    assert!(plan.starts_with("choose spi-nor\n"), "{plan}");
    let card = run("boards radxa/rock-5b --json").good().last_event();
    assert!(card["storage"].as_array().is_some_and(|all| all.len() > 3), "{card}");
    for storage in card["storage"].as_array().expect("a list") {
        let name = storage["kind"].as_str().expect("a word");
        let ran = run(&format!("rk identify --on {name} {USBPLUG}"));
        assert!(matches!(ran.code, 0 | 1), "{name} is no word for --on: {}", ran.stderr);
    }
}

/// The commonest repair of such boards: a boot loader goes to SPI NOR, and what is beside it stays.
#[test]
fn a_boot_loader_in_spi_nor_can_be_rehearsed() {
    let folder = Folder::new();
    let nor = text(&folder.path("nor"));
    let board = kept(&folder, &format!(",spi-nor={nor}"));
    let data = noise(1_500_000, 17);
    let file = folder.file("spi.img", &data);
    run(&format!("rk disk write 0 {file} --on spi-nor --yes {board}")).good();
    let held = std::fs::read(&nor).expect("the NOR's file");
    assert!(held.len() == 16 << 20 && held.starts_with(&data));
    assert!(held[data.len().next_multiple_of(512)..].iter().all(|byte| *byte == 0xff));
    run(&format!("rk disk verify 0 {file} --on spi {board}")).good();
    let emmc = std::fs::metadata(folder.path("emmc")).expect("the eMMC's file");
    assert_eq!(emmc.blocks(), 0, "the eMMC was written");
    run(&format!("rk disk erase 8 100 --on spi-nor --yes {board}"))
        .bad(2, "erase blocks of 128 sectors");
    run(&format!("rk disk erase 0 128 --on spi-nor --yes {board}")).good();
    let held = std::fs::read(&nor).expect("the NOR's file");
    assert!(
        held[..65_536].iter().all(|byte| *byte == 0xff)
            && held[65_536..].starts_with(&data[65_536..])
    );
    run(&format!("rk disk write 32767 {file} --on spi-nor --yes {board}"))
        .bad(7, "the storage has 32768");
    run(&format!("rk td {USBPLUG},spi-nand={nor}"))
        .bad(2, "this virtual board has emmc and spi-nor");
    run(&format!("rk td --virtual khadas/vim1:spi-nor={nor}")).bad(2, "spi-nor");
}

#[test]
fn progress_counts_every_byte_once() {
    let folder = Folder::new();
    let file = folder.file("image", &noise(4_000_000, 3));
    for (on, fault) in
        [("emmc", ""), ("emmc", ",fault=stall@31"), ("emmc", ",fault=stall@20"), ("spi-nor", "")]
    {
        let board = kept(&folder, fault);
        let ran = run(&format!("rk disk write 7 {file} --on {on} --yes --json {board}")).good();
        let events = ran.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON"));
        let events: Vec<serde_json::Value> = events.collect();
        let progress = events.iter().filter(|event| event["event"] == "progress");
        for event in progress.filter(|event| event["bytes"].as_u64() > Some(0)) {
            assert!(event["done"].as_u64() <= event["bytes"].as_u64(), "{on}{fault}: {event}");
        }
        assert!(!ran.stdout.contains("nobody listens"), "{}", ran.stdout);
    }
}

#[test]
fn restarts() {
    run(&format!("rk rd {USBPLUG}")).good();
    says(&run(&format!("rk rd maskrom {USBPLUG}")).good(), "the board is in mask ROM");
    run(&format!("rk rd 3 {USBPLUG}")).good();
    run(&format!("rk rd 7 {USBPLUG}")).bad(2, "no restart is called");
}

#[test]
fn a_partition_table_is_shown_also_from_its_backup() {
    use rockusb::gpt::{Guid, Partition, Table};
    let folder = Folder::new();
    let board = kept(&folder, "");
    run(&format!("rk partition list {board}")).bad(1, "there is no GPT");
    let part = |name: &str, first, last| Partition {
        name: name.into(),
        kind: Guid([7; 16]),
        id: Guid([first as u8; 16]),
        first,
        last,
        attributes: 0,
    };
    let partitions = vec![part("uboot", 16_384, 24_575), part("rootfs", 32_768, 100_000)];
    let (primary, backup) =
        Table { disk: Guid([1; 16]), partitions }.build(131_072).expect("a table");
    let (front, end) = (folder.file("primary", &primary), folder.file("backup", &backup));
    run(&format!("rk wl --yes {} {end} {board}", 131_072 - 33)).good();
    let shown = run(&format!("rk ppt {board}")).good();
    says(&shown, "looking for the backup");
    run(&format!("rk wl --yes 0 {front} {board}")).good();
    let event = run(&format!("rk partition list --json {board}")).good().last_event();
    assert_eq!(
        (event["partitions"][1]["name"].as_str(), event["partitions"][1]["last"].as_u64()),
        (Some("rootfs"), Some(100_000))
    );
    assert!(
        shown.stdout.contains("uboot") && shown.stdout.lines().count() == 3,
        "{}",
        shown.stdout
    );
}

#[test]
fn a_partition_table_is_written_and_its_partitions_too() {
    let folder = Folder::new();
    let board = kept(&folder, "");
    let text =
        "TYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x800@0x4000(uboot),-@0x8000(rootfs:grow)\n";
    let table = folder.file("parameter.txt", text.as_bytes());
    run(&format!("rk partition table {table} {board}")).bad(7, "Add --yes to do it");
    run(&format!("rk partition table /etc/hostname --yes {board}")).bad(6, "names no partitions");
    run(&format!("rk partition table {table} --yes {board}")).good();
    let event = run(&format!("rk partition list --json {board}")).good().last_event();
    assert_eq!(
        (event["partitions"][0]["first"].as_u64(), event["partitions"][1]["last"].as_u64()),
        (Some(0x4000), Some(131_072 - 34))
    );
    let data = noise(1 << 20, 8);
    let file = folder.file("image", &data);
    run(&format!("rk wlx uboot {file} --yes {board}")).good();
    let emmc = std::fs::read(folder.path("emmc")).expect("the eMMC's file");
    assert!(emmc[0x4000 * 512..][..data.len()] == data);
    let large = folder.file("large", &noise((1 << 20) + 1, 8));
    run(&format!("rk wlx uboot {large} --yes {board}"))
        .bad(7, "2049 sectors do not fit into partition uboot, which has 2048");
    run(&format!("rk wlx boot {file} --yes {board}")).bad(7, "there are uboot, rootfs");
}

/// The vendors' own files, which rkdeveloptool takes as they are.
#[test]
fn parameter_files_without_type_gpt_are_taken_as_rkdeveloptool_takes_them() {
    let folder = Folder::new();
    let text = "FIRMWARE_VER: 6.0.0\nMACHINE_MODEL: X\nCMDLINE: mtdparts=rk29xxnand:0x00001f40@0x00000040(loader1),\
                0x00002000@0x00004000(loader2),0x00008000@0x00008000(boot:bootable),-@0x0010000(rootfs)\n";
    let firsts = [0x40, 0x4000, 0x8000, 0x10000];
    let forms = [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes(), b"\0\0\0\0"].concat(),
        text.replace('\n', "\r\n").into_bytes(),
        [b"# \xb2\xce\xca\xfd\nTYPE: GPT /* a table */\n", text.as_bytes()].concat(),
    ];
    for form in forms {
        let board = kept(&folder, "");
        let file = folder.file("parameter.txt", &form);
        let done = run(&format!("rk partition table {file} --yes {board}")).good();
        assert_eq!(done.stderr.contains("TYPE: GPT"), !form.starts_with(b"#"), "{}", done.stderr);
        let event = run(&format!("rk partition list --json {board}")).good().last_event();
        let parts = event["partitions"].as_array().expect("a list");
        let found: Vec<_> = parts.iter().filter_map(|part| part["first"].as_u64()).collect();
        assert_eq!(found, firsts);
    }
    let board = kept(&folder, "");
    let file = folder.file("parameter.txt", format!("{text}uuid:boot=0000-1\n").as_bytes());
    says(
        &run(&format!("rk partition table {file} --yes {board}")).good(),
        "passed over: not a GUID",
    );
    let twins = folder.file("twins", text.replace("loader2", "loader1").as_bytes());
    run(&format!("rk partition table {twins} --yes {board}"))
        .bad(6, "two partitions are called `loader1`");
    let front = folder.file("front", text.replace("0x00000040", "0x00000020").as_bytes());
    run(&format!("rk partition table {front} --yes {board}")).bad(6, "between the sectors 34");
}

/// What a wrong table says is not done.
#[test]
fn a_partition_that_a_table_puts_where_nothing_may_go_is_not_written() {
    use rockusb::gpt::{Guid, Partition, Table};
    let folder = Folder::new();
    let board = kept(&folder, "");
    let part = |name: &str, first: u64, last: u64| Partition {
        name: name.into(),
        kind: Guid([7; 16]),
        id: Guid([first as u8; 16]),
        first,
        last,
        attributes: 0,
    };
    let sound = |name: &'static str| {
        part(name, 0x1000 + u64::from(name.as_bytes()[0]), 0x1000 + u64::from(name.as_bytes()[0]))
    };
    // Built soundly, then given its mistakes, as other people's tools do.
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let table = Table { disk: Guid([1; 16]), partitions: names.map(sound).into() };
    let (mut primary, _) = table.build(131_072).expect("a table");
    let wrong = [
        (20, 40),
        (131_040, 131_071),
        (50, 60),
        (60, 70),
        (200_000, 200_010),
        (100, 110),
        (120, 130),
        (34, 40),
    ];
    for (index, (first, last)) in wrong.into_iter().enumerate() {
        let at = 1024 + 128 * index;
        primary[at + 32..at + 40].copy_from_slice(&u64::to_le_bytes(first));
        primary[at + 40..at + 48].copy_from_slice(&u64::to_le_bytes(last));
    }
    // The seventh has the sixth's name.
    primary.copy_within(1024 + 128 * 5 + 56..1024 + 128 * 6, 1024 + 128 * 6 + 56);
    let sum = rockusb::sums::crc32_gpt(&primary[1024..]);
    primary[512 + 88..512 + 92].copy_from_slice(&sum.to_le_bytes());
    primary[512 + 16..512 + 20].fill(0);
    let sum = rockusb::sums::crc32_gpt(&primary[512..512 + 92]);
    primary[512 + 16..512 + 20].copy_from_slice(&sum.to_le_bytes());
    let front = folder.file("primary", &primary);
    run(&format!("rk wl 0 {front} --yes {board}")).good();
    let before = std::fs::read(folder.path("emmc")).expect("the eMMC's file");
    let file = folder.file("image", &[9; 512]);
    for (name, says) in [
        ("a", "between the sectors 34 and 131038"),
        ("b", "between the sectors 34 and 131038"),
        ("c", "c and d overlap"),
        ("d", "d and c overlap"),
        ("e", "between the sectors 34 and 131038"),
        ("f", "2 partitions are called f: f (sectors 100 to 110) and f (sectors 120 to 130)"),
        ("h", "overlap"),
    ] {
        run(&format!("rk wlx {name} {file} --yes {board}")).bad(7, says);
    }
    assert!(
        std::fs::read(folder.path("emmc")).expect("the eMMC's file") == before,
        "something was written"
    );
    run(&format!("rk rlx f {} {board}", text(&folder.path("out"))))
        .bad(7, "2 partitions are called f");
    run(&format!("rk rlx c {} {board}", text(&folder.path("out")))).good();
}

#[test]
fn the_list_tells_the_programs_apart() {
    let text = run("list --virtual radxa/rock-5b --virtual radxa/rock-5b:mode=usbplug \
                    --virtual friendlyelec/nanopi-r6s:mode=loader --virtual xunlong/orangepi-pc \
                    --virtual radxa/rock-4d:mode=usbplug,usbplug=dead")
    .good()
    .stdout;
    let lines: Vec<_> = text.lines().collect();
    for (line, mode) in
        [(0, "mask ROM"), (1, "usbplug (loader in memory)"), (2, "loader (on flash)"), (3, "FEL")]
    {
        assert!(lines[line].contains(mode) && lines[line].ends_with("ok"), "{text}");
    }
    assert!(lines[0].contains("Rockchip") && lines[3].contains("Allwinner"), "{text}");
    assert!(lines[4].contains("hangs"), "{text}");
    let rules = run("udev").good().stdout;
    assert!(rules.contains("ATTR{idVendor}==\"2207\", ATTR{idProduct}==\"350b\""), "{rules}");
    let card = run("boards radxa/rock-5b").good().stdout;
    assert!(card.contains("RK3588") && card.contains("0x350b") && card.contains("USB-C"), "{card}");
}

#[test]
fn a_session_is_replayed() {
    let folder = Folder::new();
    let file = folder.file("loader", &loader("RK3588"));
    let session = text(&folder.path("session"));
    run(&format!("rk db {file} --record {session} {MASKROM}")).good();
    let again = run(&format!("rk db {file} --replay {session}")).good();
    says(&again, "usbplug runs on the RK3588");
}

/// Whatever goes wrong on the way: what is said about it is true.
#[test]
fn any_transfer_of_a_write_may_fail() {
    let folder = Folder::new();
    let data = noise(300_000, 6);
    let file = folder.file("image", &data);
    let emmc = folder.path("emmc");
    let mut ends = std::collections::BTreeMap::new();
    for fault in ["stall", "timeout", "short", "garbage", "disconnect"] {
        for at in 1..=45 {
            let _ = std::fs::remove_file(&emmc);
            let board = kept(&folder, &format!(",fault={fault}@{at}"));
            let run = run(&format!("rk wl --yes 8 {file} --json {board}"));
            let event = run.last_event();
            let mut there = vec![0; data.len()];
            let read = File::open(&emmc).and_then(|emmc| emmc.read_exact_at(&mut there, 8 * 512));
            let holds = read.is_ok() && there == data;
            match (run.code, event["event"].as_str()) {
                (0, Some("result")) => {
                    assert!(holds && event["verified"] == true, "{fault}@{at}: {event}")
                }
                (1 | 5 | 7, Some("error")) => {
                    assert!(event["code"] != "failed", "{fault}@{at}: {event}")
                }
                _ => panic!("{fault}@{at}: {}: {event}", run.code),
            }
            *ends.entry((fault, run.code)).or_insert(0) += 1;
        }
    }
    // A stall is got over at any place, a board that leaves never is.
    assert!(ends.contains_key(&("stall", 0)) && ends.contains_key(&("disconnect", 1)), "{ends:?}");
}

#[test]
fn any_request_of_a_download_may_fail() {
    let folder = Folder::new();
    let file = folder.file("loader", &loader("RK3588"));
    for fault in ["stall", "timeout", "short", "garbage", "disconnect"] {
        let mut failed = 0;
        for at in 3..=57 {
            let run = run(&format!("rk db {file} --json {MASKROM}:fault={fault}@{at}"));
            let event = run.last_event();
            let said = event["state"] == "usbplug" || run.code == 1 && event["advice"].is_string();
            assert!(said, "{fault}@{at}: {}: {event}", run.code);
            failed += run.code;
        }
        assert!(failed > 40, "{fault}: only {failed} failed");
    }
}

/// Every Rockchip board of the database can be tried: it shows up in its mask ROM, answers as usbplug, and its storages
/// have the names that the database has for them.
#[test]
fn every_board_of_the_database_is_a_virtual_one() {
    let event = run("boards --json").good().last_event();
    let boards = event["boards"].as_array().expect("a list");
    let mut socs = std::collections::BTreeSet::new();
    for board in boards.iter().filter_map(|board| board["name"].as_str()) {
        let card = run(&format!("boards {board} --json")).good().last_event();
        if card["vendor"] != "Rockchip" {
            continue;
        }
        socs.insert(card["soc"].as_str().expect("a SoC").to_owned());
        let steps = card["recovery"]["steps"].as_array().expect("a list");
        assert!(
            !steps.is_empty() && card["commands"].as_array().is_some_and(|all| all.len() > 3),
            "{card}"
        );
        let list = run(&format!("list --virtual {board}")).good().stdout;
        assert!(list.contains("mask ROM"), "{list}");
        let info =
            run(&format!("rk identify --json --virtual {board}:mode=usbplug")).good().last_event();
        // Loaders of old do not tell.
        let Some(storage) = info["storage"].as_str() else { continue };
        let names = card["storage"].as_array().expect("a list");
        assert!(names.iter().any(|entry| entry["kind"] == storage), "{board}: {storage}");
        run(&format!("rk identify --on {storage} --virtual {board}:mode=usbplug")).good();
    }
    for soc in [
        "RK3399", "RK3328", "RK3566", "RK3568", "RK3528", "RK3308", "RV1103", "RV1106", "RV1103B",
        "RV1126B",
    ] {
        assert!(socs.contains(soc), "no board has an {soc}: {socs:?}");
    }
}

/// Blocks of an older UBI volume would be taken for parts of the new one. Other images leave the rest alone.
#[test]
fn a_ubi_image_gets_its_partition_erased_first() {
    let folder = Folder::new();
    let nor = text(&folder.path("nor"));
    let board = format!("--virtual xunlong/orangepi-5:mode=usbplug,storage={nor}");
    let table =
        "TYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x400@0x2000(a),0x800@0x2400(data),-@0x2c00(z)\n";
    let table = folder.file("parameter.txt", table.as_bytes());
    let partition = 0x2400 * 512..0x2c00 * 512;
    let image = [b"UBI#", &noise(100_000, 7)[..]].concat();
    for (image, rest) in [(image, 0xff), (noise(100_000, 8), 0x77)] {
        std::fs::write(&nor, vec![0x77; 16 << 20]).expect("a folder of ours");
        run(&format!("rk partition table {table} --yes {board}")).good();
        let file = folder.file("image", &image);
        let line = format!("rk wlx data {file} {board}");
        run(&line).bad(7, "overwrites partition data");
        run(&format!("{line} --yes")).good();
        let held = std::fs::read(&nor).expect("the NOR's file");
        assert!(held[partition.clone()].starts_with(&image));
        let written = image.len().next_multiple_of(512);
        let after = &held[partition.start + written..partition.end];
        let other = after.iter().position(|byte| *byte != rest);
        assert_eq!(other, None, "{rest:#x}");
        for outside in [&held[0x2000 * 512..partition.start], &held[partition.end..][..1 << 20]] {
            assert!(outside.iter().all(|byte| *byte == 0x77));
        }
    }
}
