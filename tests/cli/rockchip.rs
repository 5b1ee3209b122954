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
            run(&format!("rockchip download {file} --json --virtual {board}")).good().last_event();
        assert_eq!((event["state"].as_str(), event["soc"].as_str()), (Some("usbplug"), Some(soc)));
    }
    let done = run(&format!("rk db {file} {MASKROM}")).good();
    says(&done, "usbplug runs on the RK3588");
    // One command may send the loader and go on.
    let info = run(&format!("rk info --loader {file} {MASKROM}")).good().stdout;
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
    let both = format!("rk download --code471 {sram} --code472 {dram}");
    says(&run(&format!("{both} {MASKROM}")).good(), "usbplug runs on the RK3588");
    run(&format!("rk download --code471 {sram} {MASKROM}")).good();
    run(&format!("rk download --code472 {dram} {MASKROM}")).bad(1, "");
    run(&format!("rk download {sram} --code471 {sram} {MASKROM}")).bad(2, "cannot be used with");
    run(&format!("rk download {MASKROM}")).bad(2, "required");
    let file = folder.file("loader", &loader("RK3588"));
    run(&format!("rk download {file} --loader {file} {MASKROM}")).bad(2, "for other commands");
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
    run(&format!("rk info {MASKROM}")).bad(7, "send a loader first");
    run("rk info --virtual xunlong/orangepi-pc")
        .bad(7, "is an Allwinner H3 in FEL")
        .bad(7, "`racklet-flash fel …`");
    run("fel version --virtual radxa/rock-5b")
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
            assert_eq!(event["step"], "download", "{fault}@{at}: {event}");
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
    let done = run(&format!("rk write --yes 64 {file} {board}")).good();
    says(&done, "16384 of 16384 sectors compared by the board with a parity");
    let emmc = std::fs::read(folder.path("emmc")).expect("the eMMC's file");
    assert!(emmc.len() == 64 << 20 && emmc[64 * 512..][..data.len()] == data);
    assert!(emmc[..64 * 512].iter().all(|byte| *byte == 0));
    let back = folder.path("back");
    run(&format!("rk rl 64 16384 {} {board}", back.display())).good();
    assert!(std::fs::read(&back).expect("the file") == data);
    let same = run(&format!("rk verify 64 {file} {board}")).good();
    says(&same, "16384 of 16384 sectors read back and compared");
    run(&format!("rk verify 65 {file} {board}")).bad(5, "from sector 65 on");
    let event =
        run(&format!("rk wl --yes 0 {file} --verify read-back --json {board}")).good().last_event();
    assert_eq!(
        (event["verified"].as_bool(), event["read_back"].as_u64()),
        (Some(true), Some(16384))
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
    run(&format!("rk verify 40000000 {file} {board}")).good();
    run(&format!("rk td {board},size=1M")).bad(6, "not size=1048576");
    // A board without eMMC keeps its SPI NOR there, which is all ones where it holds nothing.
    let nor = folder.path("nor");
    let board =
        format!("--virtual xunlong/orangepi-5:mode=usbplug,size=1M,storage={}", nor.display());
    assert!(run(&format!("rk info {board}")).good().stdout.contains("2048 sectors (1 MiB)"));
    assert!(std::fs::read(&nor).expect("the NOR's file") == vec![0xff; 1 << 20]);
}

#[test]
fn faked_reads_are_not_called_verified() {
    let folder = Folder::new();
    let board = "--virtual radxa/rock-4d:mode=usbplug";
    let file = folder.file("image", &noise(2 << 20, 5));
    // Sectors 63488 to 67583: half of them lie above the wall at 65536.
    let done = run(&format!("rk wl --yes 63488 {file} {board}")).good();
    says(&done, "2048 of 4096 sectors read back and compared");
    says(&done, "2048 of 4096 sectors not verified: this loader does not read above 32 MiB");
    let event = run(&format!("rk wl --yes 63488 {file} --json {board}")).good().last_event();
    assert_eq!(
        (event["verified"].as_bool(), event["unverified"].as_u64()),
        (Some(false), Some(2048))
    );
    let out = folder.path("out");
    let read = format!("rk rl 65536 8 {} {board}", out.display());
    run(&read).bad(7, "0xCC");
    assert!(!out.exists());
    run(&format!("{read} --force")).good();
    let emmc = folder.path("emmc");
    let kept = format!("{board},storage={},size=64M", emmc.display());
    run(&format!("rk wl --yes 63488 {file} {kept}")).good();
    run(&format!("rk verify 63488 {file} {kept}"))
        .bad(1, "2048 of 4096 sectors could not be verified");
    run(&format!("rk verify 65536 {file} {kept}"))
        .bad(1, "4096 of 4096 sectors could not be verified");
}

/// No one has seen a device do this; if one does, reading back decides.
#[test]
fn a_parity_that_is_wrong_is_not_believed() {
    let folder = Folder::new();
    let (board, file) = (kept(&folder, ",parity=wrong"), folder.file("image", &noise(1 << 20, 2)));
    let done = run(&format!("rk wl --yes 0 {file} {board}")).good();
    says(&done, "its parity is not used any more");
    says(&done, "2048 of 2048 sectors read back and compared");
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
    let cut = run(&format!("rk wl --yes 0 {file} --json {board},fault=disconnect@40"));
    let event = cut.last_event();
    assert_eq!((cut.code, event["code"].as_str()), (1, Some("usb.gone")), "{event}");
    let message = event["message"].as_str().unwrap_or_default();
    let (_, good) = message.split_once("all before sector ").expect("the last good sector");
    let good: u64 = good.split(' ').next().and_then(|text| text.parse().ok()).expect("a number");
    assert!(good > 0 && good < 8192, "{message}");
    assert!(event["advice"].as_str().is_some_and(|advice| advice.contains("--resume")), "{event}");
    let event = run(&format!("rk wl --yes 0 {file} --resume --json {board}")).good().last_event();
    let there = event["already_there"].as_u64().expect("a number");
    assert!(there >= good && there < 8192, "{good}, {there}");
    assert_eq!((event["verified"].as_bool(), event["sectors"].as_u64()), (Some(true), Some(8192)));
    run(&format!("rk verify 0 {file} {board}")).good();
    let event = run(&format!("rk wl --yes 0 {file} --resume --json {board}")).good().last_event();
    assert_eq!(event["already_there"], 8192);
}

#[test]
fn erasing_wants_to_be_confirmed_and_is_looked_at() {
    let folder = Folder::new();
    let (board, file) = (kept(&folder, ""), folder.file("image", &noise(1 << 20, 4)));
    run(&format!("rk wl --yes 0 {file} {board}")).good();
    run(&format!("rk erase 8 1024 {board}")).bad(7, "Add --yes to do it");
    run(&format!("rk verify 0 {file} {board}")).good();
    run(&format!("rk erase 8 1024 --yes {board},erase=fails")).bad(5, "sector 8 still holds data");
    run(&format!("rk erase 8 1024 --yes {board}")).good();
    let emmc = std::fs::read(folder.path("emmc")).expect("the eMMC's file");
    assert!(emmc[8 * 512..][..1024 * 512].iter().all(|byte| *byte == 0) && emmc[7 * 512] != 0);
    run(&format!("rk erase 8 1024 --dry-run {board}")).good();
}

#[test]
fn storage_is_chosen_and_made_sure_of() {
    assert_eq!(run(&format!("rk storage {USBPLUG}")).good().stdout, "emmc\n");
    let nor = run(&format!("rk cs 9 {USBPLUG}")).good().stdout;
    assert_eq!(nor, "mtd-spi-nor: 32768 sectors (16 MiB)\n");
    run(&format!("rk cs sd {USBPLUG}"))
        .bad(1, "acknowledged the switch to sd0, but is still on emmc");
    run(&format!("rk cs tape {USBPLUG}")).bad(2, "no storage is called");
    // Any command may choose first.
    let info = run(&format!("rk info --on mtd-spi-nor {USBPLUG}")).good().stdout;
    assert!(info.contains("NOR") && info.contains("32768 sectors (16 MiB)"), "{info}");
    run(&format!("rk info --on sd {USBPLUG}")).bad(1, "still on emmc");
    let plan = run(&format!("rk erase 0 128 --on 9 --dry-run {USBPLUG}")).good().stdout;
    assert!(plan.starts_with("choose mtd-spi-nor\n"), "{plan}");
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
    run(&format!("rk gpt {board}")).bad(1, "there is no GPT");
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
    let event = run(&format!("rk gpt --json {board}")).good().last_event();
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
    run(&format!("rk gpt write {table} {board}")).bad(7, "Add --yes to do it");
    run(&format!("rk gpt write /etc/hostname --yes {board}")).bad(6, "names no partitions");
    run(&format!("rk gpt write {table} --yes {board}")).good();
    let event = run(&format!("rk gpt --json {board}")).good().last_event();
    assert_eq!(
        (event["partitions"][0]["first"].as_u64(), event["partitions"][1]["last"].as_u64()),
        (Some(0x4000), Some(131_072 - 34))
    );
    let data = noise(1 << 20, 8);
    let file = folder.file("image", &data);
    run(&format!("rk wlx --yes uboot {file} {board}")).good();
    let emmc = std::fs::read(folder.path("emmc")).expect("the eMMC's file");
    assert!(emmc[0x4000 * 512..][..data.len()] == data);
    let large = folder.file("large", &noise((1 << 20) + 1, 8));
    run(&format!("rk wlx --yes uboot {large} {board}"))
        .bad(7, "2049 sectors do not fit into partition uboot, which has 2048");
    run(&format!("rk wlx --yes boot {file} {board}")).bad(7, "there are uboot, rootfs");
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
