//! `--dry-run` of commands that write storage: they look at the board where there is one, and change nothing.

use std::fs;

use crate::{
    rockchip_files::packed,
    tool::{
        Folder, loader, noise,
        rockchip::{flash_loader, package},
        run, text,
    },
};

/// The recording of a run has so few entries: nothing but questions.
fn asked_only(record: &str) {
    let sent = fs::read_to_string(record).expect("a recording");
    assert!((1..60).contains(&sent.lines().count()), "{sent}");
    fs::remove_file(record).expect("it is there");
}

#[test]
fn rockchips_commands_look_and_change_nothing() {
    let (folder, pack) = packed();
    let (emmc, record) = (text(&folder.path("emmc")), text(&folder.path("record")));
    let board = format!("--virtual radxa/rock-5b:mode=usbplug,storage={emmc},size=64M");
    let image = folder.file("image", &noise(64 * 512, 3));
    let parameter = b"TYPE: GPT\nCMDLINE: mtdparts=rk29xxnand:0x800@0x4000(uboot),-@0x8000(root)\n";
    let table = folder.file("parameter.txt", parameter);
    let block = rockusb::parameter::wrap(parameter).expect("short");
    let parts = [("parameter", block, 0), ("uboot", noise(5000, 4), 0x4000)];
    let update =
        |code: &str, name: &str| folder.file(name, &package(&flash_loader(code, true, 5), &parts));
    let (own, other) = (update("3588", "own.img"), update("3576", "other.img"));
    run(&format!("rk partition table {table} --yes {board}")).good();
    let before = fs::read(&emmc).expect("the eMMC's file");
    for command in [
        format!("disk write 0 {image}"),
        format!("disk write 64 {image} --resume"),
        "disk erase 8 16".into(),
        format!("wlx uboot {image}"),
        format!("partition table {table}"),
        format!("prm {table}"),
        format!("ul {pack}"),
        format!("package flash {own}"),
        format!("disk write 0 {image} --on emmc"),
    ] {
        // Not with the user's consent either.
        let ran = run(&format!("rk {command} --dry-run --yes --record {record} {board}")).good();
        assert!(!ran.stdout.is_empty() && !ran.stderr.contains("checked"), "{}", ran.stderr);
        asked_only(&record);
        assert!(fs::read(&emmc).expect("the eMMC's file") == before, "{command}");
    }
    let other_medium =
        run(&format!("rk disk write 0 {image} --on spi-nor --dry-run {board}")).good();
    assert!(other_medium.stderr.contains("spi-nor is not selected yet"), "{}", other_medium.stderr);
    assert_eq!(run(&format!("rk storage {board}")).good().stdout, "emmc\n");
    let rom = "--virtual radxa/rock-5b";
    for (command, board, code, says) in [
        (format!("disk write 131072 {image}"), &board[..], 7, "but the storage has 131072"),
        (format!("wlx boot {image}"), &board[..], 7, "no partition is called boot"),
        (format!("ul {pack}"), "--virtual radxa/rock-4d:mode=usbplug", 7, "not an RK3588"),
        (format!("package flash {other}"), &board[..], 7, "RK3588"),
        (format!("disk write 0 {image}"), rom, 7, "send a loader first"),
        (format!("disk write 0 {image}"), "--virtual khadas/vim1", 7, "use `racklet-flash amlogic"),
    ] {
        run(&format!("rk {command} --dry-run --yes {board}")).bad(code, says);
    }
    // A mask ROM is sent no loader for a look.
    let file = folder.file("loader", &loader("RK3588"));
    run(&format!(
        "rk disk write 0 {image} --loader {file} --dry-run --yes --record {record} {rom}"
    ))
    .good();
    asked_only(&record);
}

#[test]
fn amlogics_commands_look_and_change_nothing() {
    let folder = Folder::new();
    let (emmc, record) = (text(&folder.path("emmc")), text(&folder.path("record")));
    let image = folder.file("image", &noise(4096, 3));
    for name in ["khadas/vim1", "generic/s905x4-box"] {
        fs::write(&emmc, vec![0xee; 1 << 20]).expect("a folder of ours");
        fs::File::options()
            .write(true)
            .open(&emmc)
            .and_then(|file| file.set_len(160 << 20))
            .expect("a sparse file");
        let before = fs::read(&emmc).expect("the eMMC's file");
        let board = format!("--virtual {name}:mode=uboot,storage={emmc},size=160M");
        for command in [
            format!("disk write 0 {image}"),
            "disk erase --all".into(),
            format!("partition write logo {image}"),
            "partition erase logo --size 4M".into(),
            "command mmc write 0x1000000 0 8".into(),
        ] {
            let line = format!("aml {command} --dry-run --yes --record {record} {board}");
            let ran = run(&line).good();
            assert!(!ran.stdout.is_empty() && !ran.stderr.contains("checked"), "{}", ran.stderr);
            asked_only(&record);
            assert!(fs::read(&emmc).expect("the eMMC's file") == before, "{name} {command}");
        }
        let rom = format!("--virtual {name}");
        for (command, board, says) in [
            (format!("disk write 327680 {image}"), &board, "the range ends at byte"),
            (format!("disk write 0 {image}"), &rom, "amlogic boot"),
            (format!("partition write logo {image}"), &rom, "amlogic boot"),
        ] {
            run(&format!("aml {command} --dry-run --yes {board}")).bad(7, says);
        }
    }
}

#[test]
fn without_a_board_the_plan_says_that_none_was_looked_at() {
    let folder = Folder::new();
    let image = folder.file("image", &noise(4096, 3));
    for command in ["rk disk write 0", "aml disk write 0"] {
        let ran = run(&format!("{command} {image} --dry-run")).good();
        assert!(ran.stdout.contains("8 sectors"), "{}", ran.stdout);
        assert!(ran.stderr.contains("no board was checked: "), "{}", ran.stderr);
    }
    let ran = run("rk disk erase 0 8 --dry-run --port 1-1.7").good();
    assert!(ran.stderr.contains("no board was checked"), "{}", ran.stderr);
}
