//! `rockchip upgrade-loader`, `package flash`, and partitions of a table or a parameter block.

use std::fs;

use rockusb::{idb::IdBlock, loader::Loader};

use crate::{
    rockchip_files::packed,
    tool::{
        Folder, loader, noise,
        rockchip::{flash_loader, package},
        run, text,
    },
};

const PARAMETER: &str = "TYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x800@0x4000(uboot),0x1000@0x4800(boot),-@0x5800(rootfs:grow)\n";

/// A ROCK 5B whose eMMC of 16 MiB is in a file.
fn board(folder: &Folder, mode: &str) -> String {
    let emmc = text(&folder.path("emmc"));
    format!("--virtual radxa/rock-5b:mode={mode},storage={emmc},size=16M")
}

fn id_block(file: &str) -> Vec<u8> {
    let bytes = fs::read(file).expect("it was packed");
    IdBlock::of(&Loader::parse(&bytes).expect("sound")).expect("it has one").bytes
}

#[test]
fn a_loader_goes_to_where_the_mask_rom_looks_for_it() {
    let (folder, made) = packed();
    let block = id_block(&made);
    for mode in ["usbplug", "loader", "maskrom"] {
        let _ = fs::remove_file(folder.path("emmc"));
        let board = board(&folder, mode);
        let event = run(&format!("rk ul {made} --yes --json {board}")).good().last_event();
        assert_eq!(
            (event["verified"].as_bool(), event["sector"].as_u64(), event["sectors"].as_u64()),
            (Some(true), Some(64), Some(60)),
            "{mode}"
        );
        let emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
        assert!(emmc[64 * 512..].starts_with(&block), "{mode}");
        let elsewhere = emmc[..64 * 512].iter().chain(&emmc[64 * 512 + block.len()..]);
        assert!(elsewhere.clone().all(|byte| *byte == 0), "{mode}");
    }
    let nor = text(&folder.path("nor"));
    let board = format!("--virtual xunlong/orangepi-5:mode=usbplug,storage={nor}");
    let event = run(&format!("rk upgrade-loader {made} --yes --json {board}")).good().last_event();
    assert_eq!(event["sector"], 128);
    assert!(fs::read(&nor).expect("the NOR's file")[128 * 512..].starts_with(&block));
    let plan = run(&format!("rk ul {made} --dry-run {board}")).good().stdout;
    assert!(
        plan.contains("in its mask ROM: send usbplug")
            && plan.contains("60 sectors, new layout (RKNS)"),
        "{plan}"
    );
}

#[test]
fn loaders_that_cannot_be_upgraded_to_are_refused() {
    let (folder, made) = packed();
    let board = board(&folder, "usbplug");
    // It has parts for the mask ROM only.
    let bare = folder.file("bare", &loader("RK3588"));
    run(&format!("rk ul {bare} --yes {board}")).bad(6, "has no Flash");
    run(&format!("rk ul {made} --yes --virtual radxa/rock-4d:mode=usbplug"))
        .bad(7, "the board is an RK3576, not an RK3588");
    run(&format!("rk ul {made} --yes --virtual radxa/rock-4d"))
        .bad(7, "the board is an RK3576, not an RK3588");
    let mut damaged = fs::read(&made).expect("it was packed");
    damaged[80_000] ^= 1;
    run(&format!("rk ul {} --yes {board}", folder.file("damaged", &damaged)))
        .bad(6, "checksum does not hold");
    let emmc = fs::metadata(folder.path("emmc"));
    assert!(emmc.map_or(0, |emmc| std::os::unix::fs::MetadataExt::blocks(&emmc)) == 0);
}

/// Wherever it is cut: the old block whole, no head at all, or the new block whole.
#[test]
fn an_upgrade_that_is_cut_leaves_no_half_loader() {
    let (folder, made) = packed();
    let block = id_block(&made);
    let board = board(&folder, "usbplug");
    let mut ends = [0; 3];
    for at in (1..40).step_by(2) {
        let mut emmc = vec![0; 16 << 20];
        let old: Vec<u8> = block.iter().map(|byte| byte ^ 0x55).collect();
        emmc[64 * 512..][..old.len()].copy_from_slice(&old);
        folder.file("emmc", &emmc);
        let ran = run(&format!("rk ul {made} --yes --json {board},fault=disconnect@{at}"));
        let emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
        let held = &emmc[64 * 512..][..block.len()];
        let headless = held[..4096].iter().all(|byte| *byte == 0);
        let end = [held == old, headless, held == block].iter().position(|is| *is);
        ends[end.unwrap_or_else(|| panic!("half a loader after {at}"))] += 1;
        assert!(ran.code == 1 || held == block, "{at}");
    }
    assert!(ends.iter().all(|count| *count > 0), "{ends:?}");
}

fn parts() -> Vec<(&'static str, Vec<u8>, u32)> {
    let block = rockusb::parameter::wrap(PARAMETER.as_bytes()).expect("short");
    vec![
        ("package-file", b"# NAME FILE\n".to_vec(), u32::MAX),
        ("parameter", block, 0),
        ("uboot", noise(900_000, 21), 0x4000),
        ("rootfs", noise(3_000_001, 22), 0x5800),
        ("boot", noise(2 << 20, 23), 0x4800),
    ]
}

#[test]
fn a_package_becomes_a_board_that_starts() {
    let (folder, made) = packed();
    let loader = fs::read(&made).expect("it was packed");
    let parts = parts();
    let file = folder.file("update.img", &package(&loader, &parts));
    for mode in ["maskrom", "usbplug"] {
        let _ = fs::remove_file(folder.path("emmc"));
        let board = board(&folder, mode);
        run(&format!("rk package flash {file} {board}")).bad(7, "Add --yes to do it");
        let event =
            run(&format!("rk package flash {file} --yes --json {board}")).good().last_event();
        assert_eq!(
            (event["verified"].as_bool(), event["reset"].as_bool()),
            (Some(true), Some(true))
        );
        let names: Vec<_> =
            event["parts"].as_array().expect("a list").iter().map(|part| &part["name"]).collect();
        assert_eq!(names, ["uboot", "rootfs", "boot"]);
        let emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
        for (_, bytes, sector) in &parts[2..] {
            assert!(emmc[*sector as usize * 512..].starts_with(bytes), "{mode}, {sector}");
        }
        assert!(emmc[64 * 512..].starts_with(&id_block(&made)));
        let table =
            run(&format!("rk ppt --json {}", self::board(&folder, "usbplug"))).good().last_event();
        assert_eq!(table["partitions"][2]["last"], 32_768 - 34);
    }
    let plan = run(&format!("rk package flash {file} --dry-run")).good().stdout;
    for words in [
        "write partition rootfs and verify it",
        "restart the board",
        "60 sectors, new layout (RKNS)",
    ] {
        assert!(plan.contains(words), "{plan}");
    }
}

#[test]
fn a_package_that_does_not_fit_is_refused_before_the_first_byte() {
    let (folder, made) = packed();
    let loader = fs::read(&made).expect("it was packed");
    let board = board(&folder, "usbplug");
    let flash = |bytes: &[u8], board: &str| {
        let file = folder.file("update.img", bytes);
        run(&format!("rk package flash {file} --yes {board}"))
    };
    let good = package(&loader, &parts());
    let mut large = parts();
    large[2].1 = noise(0x800 * 512 + 1, 3);
    flash(&package(&loader, &large), &board)
        .bad(7, "2049 sectors do not fit into partition uboot, which has 2048");
    let mut strange = parts();
    strange[4].0 = "kernel";
    flash(&package(&loader, &strange), &board).bad(7, "no partition is called kernel");
    let none: Vec<_> = parts().into_iter().filter(|(name, ..)| *name != "parameter").collect();
    flash(&package(&loader, &none), &board).bad(6, "does not say where its parts go");
    flash(&good[..good.len() - 5000], &board).bad(6, "ends before its parts do");
    let mut damaged = good.clone();
    damaged[good.len() / 2] ^= 1;
    flash(&damaged, &board).bad(6, "MD5 does not hold");
    flash(&good, "--virtual radxa/rock-4d:mode=usbplug")
        .bad(7, "the board is an RK3576, not an RK3588");
    flash(&good, "--virtual radxa/rock-5b:mode=usbplug,size=12M").bad(7, "which has 2015");
    let emmc = fs::metadata(folder.path("emmc"))
        .map_or(0, |emmc| std::os::unix::fs::MetadataExt::blocks(&emmc));
    assert_eq!(emmc, 0, "something was written");
}

#[test]
fn a_package_that_contradicts_itself_is_refused_before_the_first_byte() {
    let (folder, made) = packed();
    let loader = fs::read(&made).expect("it was packed");
    let board = board(&folder, "usbplug");
    let flash = |parts: &[(&str, Vec<u8>, u32)], code: i32, says: &str| {
        let file = folder.file("update.img", &package(&loader, parts));
        run(&format!("rk package flash {file} --yes {board}")).bad(code, says);
    };
    for twin in ["boot", "BOOT"] {
        let mut twins = parts();
        twins.push((twin, noise(3000, 9), 0x4800));
        flash(&twins, 6, "two images are for the partition boot");
    }
    // A sparse image of a few bytes that stands for more than its partition has.
    let mut sparse = vec![0; 28 + 12];
    for (at, value) in
        [(0, 0xed26_ff3a_u32), (4, 1), (8, 28 | 12 << 16), (12, 4096), (16, 4096), (20, 1)]
    {
        sparse[at..at + 4].copy_from_slice(&value.to_le_bytes());
    }
    sparse[28..30].copy_from_slice(&0xcac3_u16.to_le_bytes());
    sparse[32..36].copy_from_slice(&4096_u32.to_le_bytes());
    sparse[36..40].copy_from_slice(&12_u32.to_le_bytes());
    let mut claims = parts();
    claims[2].1 = sparse;
    flash(&claims, 7, "32768 sectors do not fit into partition uboot, which has 2048");
    let mut covers = parts();
    covers[1].1 = PARAMETER.replace("0x800@0x4000", "0x800@0x50").into_bytes();
    flash(&covers, 6, "partition uboot overlaps the ID block");
    let mut names = parts();
    names[1].1 = PARAMETER.replace("(boot)", "(uboot)").into_bytes();
    flash(&names, 6, "two partitions are called `uboot`");
    let emmc = fs::metadata(folder.path("emmc"));
    let blocks = emmc.map_or(0, |emmc| std::os::unix::fs::MetadataExt::blocks(&emmc));
    assert_eq!(blocks, 0, "something was written");
}

/// An environment as mkenvimage makes it.
fn environment(text: &str) -> Vec<u8> {
    let mut data = text.replace('\n', "\0").into_bytes();
    data.resize(0x8000 - 4, 0);
    [&rockusb::sums::crc32_gpt(&data).to_le_bytes()[..], &data].concat()
}

/// As Luckfox' images are: no parameter file, an environment that says where its parts go, and an ID block among them.
fn cameras(prefix: &str, first: u32, block: &[u8]) -> Vec<(&'static str, Vec<u8>, u32)> {
    let unit = first / 2;
    let text = format!(
        "{prefix}{0}K(env),512K@{0}K(idblock),256K(uboot),1M(boot),-(userdata),\nsys_bootargs=root=/dev/x\nsd_parts=mmcblk0:16K@512(env)\n",
        unit
    );
    vec![
        ("package-file", b"# NAME FILE\n".to_vec(), u32::MAX),
        ("bootloader", b"the loader again".to_vec(), u32::MAX),
        ("env", environment(&text), 0),
        ("idblock", block.to_vec(), first),
        ("uboot", noise(200_000, 31), first + 1024),
        ("boot", noise(900_001, 32), first + 1024 + 512),
    ]
}

#[test]
fn a_package_with_an_environment_is_flashed_to_the_storage_that_it_is_for() {
    let (folder, made) = packed();
    let (loader, block) = (fs::read(&made).expect("it was packed"), id_block(&made));
    let nor = text(&folder.path("nor"));
    for mode in ["maskrom", "usbplug"] {
        let _ = (fs::remove_file(folder.path("emmc")), fs::remove_file(folder.path("nor")));
        let board = format!("{},spi-nor={nor}", board(&folder, mode));
        let card = cameras("blkdevparts=mmcblk0:", 64, &block);
        let chip = cameras("mtdparts=sfc_nor:", 128, &block);
        let card_file = folder.file("card.img", &package(&loader, &card));
        let chip_file = folder.file("chip.img", &package(&loader, &chip));
        for (file, on, held, parts) in
            [(&card_file, "emmc", "emmc", &card), (&chip_file, "spi-nor", "nor", &chip)]
        {
            let event = run(&format!("rk package flash {file} --on {on} --yes --json {board}"));
            let event = event.good().last_event();
            assert_eq!(
                (&event["verified"], &event["reset"]),
                (&true.into(), &true.into()),
                "{event}"
            );
            let names: Vec<_> = event["parts"]
                .as_array()
                .expect("a list")
                .iter()
                .map(|part| &part["name"])
                .collect();
            assert_eq!(names, ["env", "uboot", "boot", "idblock"], "the ID block is last");
            let held = fs::read(folder.path(held)).expect("the storage's file");
            for (name, bytes, sector) in &parts[2..] {
                assert!(held[*sector as usize * 512..].starts_with(bytes), "{mode}, {name}");
            }
        }
        run(&format!("rk package flash {card_file} --on spi-nor --yes {board}"))
            .bad(7, "the package is for mmcblk0, not for spi-nor storage");
        run(&format!("rk package flash {chip_file} --yes {board}"))
            .bad(7, "the package is for sfc_nor, not for emmc storage");
    }
    let plan = run(&format!("rk package flash {} --dry-run", text(&folder.path("card.img"))));
    assert!(plan.good().stdout.contains("write the ID block of"));
}

#[test]
fn environments_that_do_not_go_with_their_package_are_refused() {
    let (folder, made) = packed();
    let (loader, block) = (fs::read(&made).expect("it was packed"), id_block(&made));
    let board = board(&folder, "usbplug");
    let flash = |parts: &[(&str, Vec<u8>, u32)], code: i32, says: &str| {
        let file = folder.file("update.img", &package(&loader, parts));
        run(&format!("rk package flash {file} --yes {board}")).bad(code, says);
    };
    let good = || cameras("blkdevparts=mmcblk0:", 64, &block);
    let mut damaged = good();
    damaged[2].1[200] ^= 1;
    flash(&damaged, 6, "the environment is damaged");
    let mut elsewhere = good();
    elsewhere[4].2 += 1;
    flash(&elsewhere, 6, "the package puts uboot at sector 1089, its environment at sector 1088");
    let mut large = good();
    large[4].1 = noise((256 << 10) + 1, 3);
    flash(&large, 7, "513 sectors do not fit into partition uboot, which has 512");
    let mut strange = good();
    strange[5].0 = "rootfs";
    flash(&strange, 7, "no partition is called rootfs");
    // For flash whose ID block is elsewhere.
    flash(&cameras("blkdevparts=mmcblk0:", 128, &block), 7, "no ID block for sector 64");
    let emmc = fs::metadata(folder.path("emmc"));
    let blocks = emmc.map_or(0, |emmc| std::os::unix::fs::MetadataExt::blocks(&emmc));
    assert_eq!(blocks, 0, "something was written");
}

/// All is there; only the restart is missing.
#[test]
fn a_fault_at_the_last_restart_is_said_to_be_that() {
    let (folder, made) = packed();
    let loader = fs::read(&made).expect("it was packed");
    let (board, parts) = (board(&folder, "usbplug"), parts());
    let file = folder.file("update.img", &package(&loader, &parts));
    let ended = |at: usize, fault: &str| {
        run(&format!("rk package flash {file} --yes --json {board},fault={fault}@{at}"))
    };
    // The restart is the last command: from the first transfer on whose fault it is that.
    let last = (1..160).rev().find(|&at| ended(at, "timeout").code != 0).expect("one of them");
    for fault in ["stall", "timeout"] {
        let event = ended(last - 1, fault).last_event();
        assert_eq!(
            (&event["exit"], &event["code"]),
            (&1.into(), &"board.unrestarted".into()),
            "{event}"
        );
        let message = event["message"].as_str().unwrap_or_default();
        assert!(message.contains("written and verified"), "{event}");
        assert!(
            event["advice"].as_str().is_some_and(|advice| advice.contains("off and on")),
            "{event}"
        );
        let emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
        for (_, bytes, sector) in &parts[2..] {
            assert!(emmc[*sector as usize * 512..].starts_with(bytes), "{fault}");
        }
    }
}

/// Cut anywhere, the board comes up in its mask ROM, or was not touched, or is done.
#[test]
fn a_package_that_is_cut_leaves_a_board_that_can_be_flashed_again() {
    let (folder, made) = packed();
    let loader = fs::read(&made).expect("it was packed");
    let (board, block, parts) = (board(&folder, "usbplug"), id_block(&made), parts());
    let file = folder.file("update.img", &package(&loader, &parts));
    let mut cut = 0;
    for at in (1..140).step_by(5) {
        let mut emmc = vec![0; 16 << 20];
        emmc[64 * 512..][..block.len()].copy_from_slice(&block);
        folder.file("emmc", &emmc);
        let ran =
            run(&format!("rk package flash {file} --yes --json {board},fault=disconnect@{at}"));
        let after = fs::read(folder.path("emmc")).expect("the eMMC's file");
        let headless = after[64 * 512..][..4096].iter().all(|byte| *byte == 0);
        let whole = parts[2..]
            .iter()
            .all(|(_, bytes, sector)| after[*sector as usize * 512..].starts_with(bytes));
        assert!(
            headless || after == emmc || whole,
            "a loader in front of half a system, cut at {at}"
        );
        assert!(ran.code == 1 || whole, "{at}: {}", ran.code);
        cut += usize::from(headless);
    }
    assert!(cut > 8, "{cut}");
}

#[test]
fn partitions_are_read_compared_and_resumed_by_name() {
    let folder = Folder::new();
    let board = board(&folder, "usbplug");
    let table = folder.file("parameter.txt", PARAMETER.as_bytes());
    // As rkdeveloptool has it.
    run(&format!("rk partition table {table} --yes {board}")).good();
    let data = noise(0x1000 * 512, 5);
    let file = folder.file("boot.img", &data);
    run(&format!("rk wlx --yes boot {file} {board},fault=disconnect@36")).bad(1, "--resume");
    run(&format!("rk wlx --yes boot {file} --resume {board}")).good();
    let event =
        run(&format!("rk wlx --yes boot {file} --if-different --json {board}")).good().last_event();
    assert_eq!(event["already_there"], event["bytes"], "{event}");
    run(&format!("rk partition verify boot {file} {board}")).good();
    let out = folder.path("out");
    run(&format!("rk rlx boot {} {board}", text(&out))).good();
    assert!(fs::read(&out).expect("it was read") == data);
    run(&format!("rk partition verify uboot {file} {board}"))
        .bad(7, "do not fit into partition uboot");
    run(&format!("rk rlx kernel {} {board}", text(&out))).bad(7, "there are uboot, boot, rootfs");
}

#[test]
fn a_parameter_block_stands_in_for_a_table() {
    let folder = Folder::new();
    let board = board(&folder, "usbplug");
    let old = "CMDLINE: mtdparts=rk29xxnand:0x1000@0x2000(kernel),-@0x4000(root)\n";
    let file = folder.file("parameter", old.as_bytes());
    run(&format!("rk prm {file} {board}")).bad(7, "Add --yes to do it");
    run(&format!("rk prm {file} --yes {board}")).good();
    let emmc = fs::read(folder.path("emmc")).expect("the eMMC's file");
    assert!(
        emmc[0x2000 * 512..].starts_with(&rockusb::parameter::wrap(old.as_bytes()).expect("short"))
    );
    let shown = run(&format!("rk partition list --json {board}")).good().last_event();
    // Offsets in a block count from there.
    assert_eq!(
        (shown["partitions"][0]["name"].as_str(), shown["partitions"][0]["first"].as_u64()),
        (Some("kernel"), Some(0x4000))
    );
    run(&format!("rk prm /etc/hostname --yes {board}")).bad(6, "names no partitions");
}

/// 44 bytes that claim more than any storage has.
#[test]
fn a_sparse_image_without_an_end_in_a_package_is_refused_before_anything_is_sent() {
    let folder = Folder::new();
    let mut never = vec![0x3a, 0xff, 0x26, 0xed, 1, 0, 0, 0, 28, 0, 12, 0];
    for word in [u32::MAX - 3, u32::MAX, 1, 0] {
        never.extend(word.to_le_bytes());
    }
    never.extend([0xc2, 0xca, 0, 0]);
    for word in [u32::MAX, 16, 0] {
        never.extend(word.to_le_bytes());
    }
    let block = rockusb::parameter::wrap(PARAMETER.as_bytes()).expect("short");
    let parts = [("parameter", block, 0), ("uboot", never, 0x4000)];
    let update = package(&flash_loader("3588", true, 5), &parts);
    let file = folder.file("update.img", &update);
    for board in [board(&folder, "usbplug"), "--virtual radxa/rock-5b".into()] {
        let trace = text(&folder.path("record"));
        let line = format!("rk package flash {file} --yes --record {trace} {board}");
        run(&line).bad(6, "update.img: uboot");
        let sent = fs::read_to_string(&trace).expect("a recording").lines().count();
        assert!(sent < 20, "{sent}");
        fs::remove_file(trace).expect("it is there");
    }
    let emmc = fs::metadata(folder.path("emmc"));
    assert!(emmc.map_or(0, |emmc| std::os::unix::fs::MetadataExt::blocks(&emmc)) == 0);
}
