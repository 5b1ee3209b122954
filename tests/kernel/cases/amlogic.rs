//! Amlogic's boards: listed, brought up stage by stage at their own port, used.

use std::fs;

use amlogic::package::{Build, Content, Format};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{
        Folder,
        amlogic::{g12, gx, signed},
        noise, run, text,
    },
};

pub(super) const CASES: &[Case] = cases![
    amlogics_boards_say_who_they_are,
    u_boot_comes_up_on_the_amlogic_board_at_the_port,
    a_locked_amlogic_board_is_left_alone,
    a_package_is_flashed_and_the_disk_read_back,
    amlogics_boards_are_flashed_by_their_names,
];

fn amlogics_boards_say_who_they_are() {
    let _served = Served::start(&[
        "khadas/vim1:port=1-3",
        "khadas/vim3:port=1-4,mode=bl2",
        "generic/s905x4-box:port=1-5,mode=uboot",
    ]);
    let event = run("list --json").good().last_event();
    let boards = event["boards"].as_array().expect("a list");
    let row = |board: &serde_json::Value| {
        ["port", "soc", "mode"].map(|key| board[key].as_str().expect("text").to_owned())
    };
    let rows: Vec<_> = boards.iter().map(row).collect();
    assert_eq!(
        rows,
        [
            ["1-3", "GXL/GXM", "mask ROM"],
            ["1-4", "G12A/G12B/SM1", "BL2"],
            ["1-5", "SC2", "U-Boot (burn mode)"]
        ]
    );
    run("amlogic identify").bad(3, "at the ports 1-3, 1-4, 1-5");
}

fn u_boot_comes_up_on_the_amlogic_board_at_the_port() {
    let folder = Folder::new();
    let (bl2, tpl) = gx();
    let data = noise(96 << 10, 4);
    let (file, back) = (folder.file("data", &data), folder.path("back"));
    for (board, image) in [
        ("khadas/vim1", [&bl2[..], &tpl].concat()),
        ("khadas/vim3", g12("g12b")),
        ("generic/s905x4-box", signed("s905x4")),
        ("ugoos/am9-pro", signed("s905x5")),
    ] {
        let (one, other) = (format!("{board}:port=1-3"), format!("{board}:port=1-4"));
        let _served = Served::start(&[&one, &other]);
        let image = folder.file("u-boot.bin", &image);
        let event = run(&format!("aml boot {image} --port 1-3 --json")).good().last_event();
        assert_eq!(event["stage"], "uboot", "{board}: {event}");
        // Its twin is where it was.
        for (port, stage) in [("1-3", "uboot"), ("1-4", "rom")] {
            let event = run(&format!("aml identify --port {port} --json")).good().last_event();
            assert_eq!(event["stage"], stage, "{board}: {event}");
        }
        run(&format!("aml memory write 0x08000000 {file} --verify --port 1-3")).good();
        run(&format!("aml memory read --yes 0x08000000 96k {} --port 1-3", back.display())).good();
        assert!(fs::read(&back).expect("the file") == data, "{board}: other data came back");
        run("aml reset rom --port 1-3").good();
        let event = run("aml identify --port 1-3 --json").good().last_event();
        assert_eq!(event["stage"], "rom", "{board}: {event}");
    }
}

fn a_locked_amlogic_board_is_left_alone() {
    let _served = Served::start(&["khadas/vim1:port=1-3,password=open!"]);
    let folder = Folder::new();
    let (bl2, tpl) = gx();
    let image = folder.file("u-boot.bin", &[&bl2[..], &tpl].concat());
    let (right, wrong) = (folder.file("right", b"open!"), folder.file("wrong", b"shut!"));
    run(&format!("aml boot {image} --port 1-3")).bad(7, "locked by a password");
    run(&format!("aml password {wrong} --port 1-3")).bad(7, "does not take this password");
    run(&format!("aml password {right} --port 1-3")).good();
    // It stays unlocked until it restarts.
    run(&format!("aml boot {image} --port 1-3")).good();
}

/// A small package for a board, and where its parts are to be on the eMMC.
fn package(board: &str) -> (Vec<u8>, Vec<(usize, Vec<u8>)>) {
    let (env, logo) = (noise(70_001, 5), noise(300_000, 6));
    let (first, second, more, places) = match board {
        "khadas/vim1" => {
            let (bl2, tpl) = gx();
            let conf = b"DDRLoad:0xd9000000\nbl2ParaAddr=0xd900c000\n".to_vec();
            (bl2, tpl, Content::new("conf", "platform", conf), [0x2_2000, 0x2_8000])
        }
        _ => {
            let file = signed("s905x4");
            let flow = Content::new("aml", "usb_flow", b"steps".to_vec());
            (file.clone(), file, flow, [139_264, 155_648])
        }
    };
    let contents = vec![
        Content::new("USB", "DDR", first),
        Content::new("USB", "UBOOT", second),
        Content::partition("env", Format::Normal, env.clone()),
        Content::partition("logo", Format::Normal, logo.clone()),
        more,
    ];
    let build = Build { version: 2, align: 4, contents };
    (build.build(), places.into_iter().zip([env, logo]).collect())
}

fn a_package_is_flashed_and_the_disk_read_back() {
    for board in ["khadas/vim1", "generic/s905x4-box"] {
        let folder = Folder::new();
        let (package, places) = package(board);
        let (file, emmc) = (folder.file("package", &package), text(&folder.path("emmc")));
        let served = format!("{board}:port=1-3,size=160M,storage={emmc}");
        let served = Served::start(&[&served, &format!("{board}:port=1-4")]);
        run(&format!("aml package flash {file} --no-reset --port 1-3"))
            .bad(7, "Add --yes to do it");
        run(&format!("aml package flash {file} --no-reset --yes --port 1-3")).good();
        let back = text(&folder.path("back"));
        for (sector, bytes) in &places {
            let sectors = bytes.len().div_ceil(512);
            run(&format!("aml disk read --yes {sector} {sectors} {back} --port 1-3")).good();
            let read = fs::read(&back).expect("the file");
            assert!(read.starts_with(bytes), "{board}: other bytes from sector {sector} on");
        }
        let image = folder.file("image", &noise(1 << 20, 8));
        let event = run(&format!("aml disk write --yes 4096 {image} --json --port 1-3"))
            .good()
            .last_event();
        assert_eq!(event["verified"], true, "{board}: {event}");
        // The U-Boot that runs has laid out its storage, and would not do it again: another one has to come up.
        run(&format!("aml package flash {file} --no-reset --yes --port 1-3")).good();
        run(&format!("aml disk read --yes 4096 8 {back} --port 1-3")).good();
        assert!(fs::read(&back).expect("the file") == [0; 4096], "{board}: nothing was erased");
        run(&format!("aml disk write --yes 4096 {image} --port 1-3")).good();
        served.end();
        let emmc = fs::read(&emmc).expect("the eMMC's file");
        assert!(emmc[4096 * 512..].starts_with(&noise(1 << 20, 8)), "{board}");
    }
}

/// From the mask ROM to a written disk, with the board found again at its port. A board that is not the one that was named,
/// or that was there before, is left alone.
fn amlogics_boards_are_flashed_by_their_names() {
    let folder = Folder::new();
    let flash = |words: &str| run(&format!("flash {words} --port 1-3 --yes --json"));
    let bytes = noise((3 << 20) + 100, 9);
    let image = folder.file("image", &bytes);
    let (bl2, tpl) = gx();
    let older = folder.file("u-boot.bin", &[&bl2[..], &tpl].concat());
    let newer = folder.file("signed", &signed("s905x4"));
    for (index, (board, files)) in [
        ("khadas/vim1", format!("--file fip={older}")),
        ("generic/s905x4-box", format!("--file bl2={newer} --file uboot={newer}")),
    ]
    .into_iter()
    .enumerate()
    {
        let emmc = text(&folder.path(&format!("emmc{index}")));
        let served = Served::start(&[&format!("{board}:port=1-3,size=16M,storage={emmc}")]);
        let refused = |words: &str, code: i32, says: &str| {
            let run = flash(words);
            assert_eq!(run.code, code, "{board}: {}", run.stdout);
            assert!(run.stdout.contains(says), "{board}: `{says}`: {}", run.stdout);
        };
        refused(&format!("{board} {image}"), 2, "published by");
        let other = if index == 0 { "vim3" } else { "am9-pro" };
        let its = if index == 0 {
            format!("--file fip={}", folder.file("g12", &g12("g12b")))
        } else {
            files.clone()
        };
        refused(&format!("{other} {image} {its}"), 7, "nothing was sent to it");
        let line = format!("{board} {image} {files}");
        if index > 0 {
            refused(&line, 7, "another board is at 1-3 than before");
        }
        let event = flash(&format!("{line} --new-board")).good().last_event();
        assert_eq!(
            (&event["verified"], &event["restarted"], &event["port"]),
            (&true.into(), &true.into(), &"1-3".into()),
            "{board}: {event}"
        );
        served.end();
        let emmc = fs::read(&emmc).expect("the eMMC's file");
        assert!(emmc.starts_with(&bytes), "{board}: other bytes are on the eMMC");
    }
}
