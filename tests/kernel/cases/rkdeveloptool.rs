//! Rockchip's boards on the kernel: Debian's rkdeveloptool, unmodified, against our ROM with the commands that Debian's
//! version has, and our own commands against the same.

use std::{fs, os::unix::fs::FileExt};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, Run, finish, loader, noise, run, text},
    world::{other, soon},
};

pub(super) const CASES: &[Case] = cases![
    it_lists_boards_and_the_programs_that_they_run,
    it_sends_a_loader,
    it_asks_what_we_ask,
    it_reads_and_writes_sectors,
    it_writes_and_prints_partition_tables,
    it_reads_the_table_that_we_write,
    it_erases,
    it_resets,
];

/// Our own commands on the same boards.
pub(super) const OURS: &[Case] = cases![
    we_list_what_boards_run,
    we_send_a_loader_and_find_the_board_again,
    we_write_and_read_back,
    we_resume_a_write_that_was_cut,
    we_say_that_a_loader_hangs,
];

const BOARD: &str = "radxa/rock-5b:port=1-3";

fn rkdeveloptool(arguments: &str) -> Run {
    finish(&mut other("rkdeveloptool", arguments))
}

/// A board in usbplug whose eMMC of 64 MiB is in a file that stays.
fn kept(folder: &Folder, more: &str) -> String {
    let emmc = text(&folder.path("emmc"));
    format!("{BOARD},mode=usbplug,storage={emmc},size=64M{more}")
}

/// What the eMMC's file has.
fn on_emmc(folder: &Folder, sector: u64, length: usize) -> Vec<u8> {
    let file = fs::File::open(folder.path("emmc")).expect("the eMMC's file");
    let mut bytes = vec![0; length];
    file.read_exact_at(&mut bytes, sector * 512).expect("inside");
    bytes
}

fn it_lists_boards_and_the_programs_that_they_run() {
    let _served =
        Served::start(&[BOARD, "radxa/rock-5b:port=1-4,mode=loader", "radxa/rock-4d:port=1-5"]);
    let list = rkdeveloptool("ld").good().stdout;
    let lines: Vec<_> = list.lines().filter(|line| line.contains("DevNo")).collect();
    assert_eq!(lines.len(), 3, "{list}");
    let of = |pid: &str, mode: &str| {
        lines.iter().filter(|line| line.contains(pid) && line.contains(mode)).count()
    };
    assert_eq!((of("Pid=0x350b", "Maskrom"), of("Pid=0x350b", "Loader")), (1, 1), "{list}");
    assert_eq!(of("Pid=0x350e", "Maskrom"), 1, "{list}");
}

fn it_sends_a_loader() {
    let _served = Served::start(&[BOARD]);
    let folder = Folder::new();
    // It knows loaders by the end of their names.
    let file = folder.file("loader.bin", &loader("RK3588"));
    let said = rkdeveloptool(&format!("db {file}")).good().stdout;
    assert!(said.contains("Downloading bootloader succeeded"), "{said}");
    // What it started answers both of us.
    assert!(run("rk identify --port 1-3 --wait 10").good().stdout.contains("usbplug"));
    assert!(rkdeveloptool("td").good().stdout.contains("OK"));
}

fn it_asks_what_we_ask() {
    let _served = Served::start(&[&format!("{BOARD},mode=usbplug")]);
    for (question, words) in [
        ("td", "Test Device OK."),
        ("rid", "Flash ID"),
        ("rci", "38 38 35 33"),
        ("rfi", "Flash Size: 29600 MB"),
        ("rcb", "Capability"),
    ] {
        let said = rkdeveloptool(question).good().stdout;
        assert!(said.contains(words), "{question}: {said}");
    }
    let event = run("rk identify --json").good().last_event();
    assert_eq!(
        (event["sectors"].as_u64(), event["soc"].as_str()),
        (Some(60_620_800), Some("RK3588"))
    );
}

fn it_reads_and_writes_sectors() {
    let folder = Folder::new();
    let _served = Served::start(&[&kept(&folder, "")]);
    let back = folder.path("back");
    for (start, length) in [(0_u64, 512), (3, 70_000), (64, 8 << 20)] {
        let data = noise(length, start as u32 + 1);
        let file = folder.file("data", &data);
        rkdeveloptool(&format!("wl {start} {file}")).good();
        assert!(on_emmc(&folder, start, length) == data, "{length} bytes at {start}");
        let sectors = length.div_ceil(512);
        rkdeveloptool(&format!("rl {start} {sectors} {}", back.display())).good();
        assert!(fs::read(&back).expect("the file")[..length] == data, "{length} bytes at {start}");
        run(&format!("rk disk verify {start} {file}")).good();
    }
}

fn it_writes_and_prints_partition_tables() {
    let folder = Folder::new();
    let _served = Served::start(&[&kept(&folder, "")]);
    let parameter = "FIRMWARE_VER: 1.0\nTYPE: GPT\n\
         CMDLINE: mtdparts=rk29xxnand:0x00002000@0x00004000(uboot),-@0x00008000(rootfs:grow)\n";
    let file = folder.file("parameter.txt", parameter.as_bytes());
    rkdeveloptool(&format!("gpt {file}")).good();
    let shown = rkdeveloptool("ppt").good().stdout;
    assert!(shown.contains("uboot") && shown.contains("rootfs"), "{shown}");
    let event = run("rk partition list --json").good().last_event();
    let parts: Vec<_> = event["partitions"]
        .as_array()
        .expect("partitions")
        .iter()
        .map(|part| (part["name"].as_str().unwrap_or(""), part["first"].as_u64().unwrap_or(0)))
        .collect();
    assert_eq!(parts, [("uboot", 0x4000), ("rootfs", 0x8000)]);
    let data = noise(100_000, 7);
    let file = folder.file("image", &data);
    rkdeveloptool(&format!("wlx uboot {file}")).good();
    assert!(on_emmc(&folder, 0x4000, data.len()) == data);
}

/// The table that we write is one to it, and what we write to a partition is what it reads.
fn it_reads_the_table_that_we_write() {
    let folder = Folder::new();
    let _served = Served::start(&[&kept(&folder, "")]);
    let table = "TYPE: GPT\nCMDLINE: mtdparts=:0x2000@0x4000(uboot),0x4000@0x8000(boot),-@0x10000(rootfs:grow)\n";
    let table = folder.file("parameter.txt", table.as_bytes());
    run(&format!("rk partition table {table} --yes")).good();
    let shown = rkdeveloptool("ppt").good().stdout;
    for (first, name) in [("00004000", "uboot"), ("00008000", "boot"), ("00010000", "rootfs")] {
        let found = shown.lines().any(|line| line.contains(first) && line.contains(name));
        assert!(found, "{name}: {shown}");
    }
    let data = noise(1 << 20, 11);
    let file = folder.file("image", &data);
    run(&format!("rk partition write --yes boot {file}")).good();
    let back = folder.path("back");
    rkdeveloptool(&format!("rl 0x8000 2048 {}", back.display())).good();
    assert!(fs::read(&back).expect("the file") == data);
}

fn it_erases() {
    let folder = Folder::new();
    let _served = Served::start(&[&kept(&folder, "")]);
    let file = folder.file("data", &noise(1 << 20, 7));
    rkdeveloptool(&format!("wl 8192 {file}")).good();
    rkdeveloptool("ef").good();
    assert!(on_emmc(&folder, 8192, 1 << 20).iter().all(|byte| *byte == 0));
}

fn it_resets() {
    let _served = Served::start(&[&format!("{BOARD},mode=usbplug")]);
    rkdeveloptool("rd 3").good();
    let in_maskrom = || run("list --json").stdout.contains("\"mask ROM\"");
    assert!(soon(in_maskrom), "{}", run("list").stdout);
}

fn we_list_what_boards_run() {
    let boards = [
        "radxa/rock-5b:port=1-3",
        "radxa/rock-4d:port=1-4,mode=usbplug",
        "friendlyelec/nanopi-r6s:port=1-5,mode=loader",
        "xunlong/orangepi-pc:port=1-6",
    ];
    let _served = Served::start(&boards);
    let event = run("list --json").good().last_event();
    let rows: Vec<_> = event["boards"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|board| {
            ["port", "soc", "mode"].map(|key| board[key].as_str().expect("text").to_owned())
        })
        .collect();
    let expected = [
        ["1-3", "RK3588", "mask ROM"],
        ["1-4", "RK3576", "usbplug (loader in memory)"],
        ["1-5", "RK3588", "loader (on flash)"],
        ["1-6", "H3", "FEL (mask ROM)"],
    ];
    assert_eq!(rows, expected.map(|row| row.map(str::to_owned)));
    run("doctor --port 1-3").good();
    run("rk td").bad(3, "at the ports 1-3, 1-4, 1-5");
    // Another family's command names what is there, at a port and anywhere.
    let h3 = "port 1-6 has an Allwinner H3 in FEL (mask ROM) (use `racklet-flash fel …`)";
    let rk = "port 1-4 has a Rockchip RK3576 in usbplug (loader in memory) (use `racklet-flash rockchip …`)";
    run("rk td --port 1-6").bad(7, h3);
    run("fel identify --port 1-4").bad(7, rk);
    run("aml identify").bad(3, "that this command is for; port 1-3 has").bad(3, rk).bad(3, h3);
    run("serial console --limit 1 --port 1-4").bad(3, rk);
    run("fel identify").good();
}

fn we_send_a_loader_and_find_the_board_again() {
    let _served = Served::start(&[BOARD, "radxa/rock-4d:port=1-4"]);
    let folder = Folder::new();
    let file = folder.file("loader", &loader("RK3588"));
    let other = folder.file("other", &loader("RK3576"));
    run(&format!("rk db {file} --port 1-4")).bad(7, "the board is an RK3576, not an RK3588");
    // The second board takes more than 3 s until it is back.
    for (port, file, soc) in [("1-3", &file, "RK3588"), ("1-4", &other, "RK3576")] {
        let event = run(&format!("rk db {file} --json --port {port}")).good().last_event();
        assert_eq!((event["state"].as_str(), event["soc"].as_str()), (Some("usbplug"), Some(soc)));
    }
    assert!(run("rk identify --port 1-3").good().stdout.contains("usbplug"));
    // There and back: the mask ROM takes a loader once more, in the same command as what needs it.
    run("rk reset maskrom --port 1-3").good();
    run(&format!("rk td --loader {file} --port 1-3")).good();
}

fn we_write_and_read_back() {
    let folder = Folder::new();
    let _served = Served::start(&[&kept(&folder, ",link=high-speed")]);
    let data = noise(8 << 20, 3);
    let (file, back) = (folder.file("data", &data), folder.path("back"));
    let wrote = run(&format!("rk disk write --yes 64 {file}")).good();
    assert!(wrote.stderr.contains("8388608 of 8388608 bytes compared"), "{}", wrote.stderr);
    assert!(on_emmc(&folder, 64, data.len()) == data);
    run(&format!("rk disk read --yes 64 16384 {}", back.display())).good();
    assert!(fs::read(&back).expect("the file") == data);
    run("rk disk erase 64 16384 --yes").good();
}

fn we_resume_a_write_that_was_cut() {
    let folder = Folder::new();
    let file = folder.file("data", &noise(4 << 20, 5));
    {
        let _served = Served::start(&[&kept(&folder, ",fault=disconnect@40,returns=1")]);
        let cut = run(&format!("rk disk write --yes 0 {file}"));
        cut.bad(1, "--resume goes on");
    }
    let _served = Served::start(&[&kept(&folder, "")]);
    let event = run(&format!("rk disk write --yes 0 {file} --resume --json")).good().last_event();
    assert!(event["already_there"].as_u64().is_some_and(|sectors| sectors > 0), "{event}");
    run(&format!("rk disk verify 0 {file}")).good();
}

fn we_say_that_a_loader_hangs() {
    let folder = Folder::new();
    let file = folder.file("loader", &loader("RK3588"));
    let _served = Served::start(&[&format!("{BOARD},usbplug=dead")]);
    run(&format!("rk db {file} --port 1-3")).bad(1, "it is on the bus and answers nothing");
}
