//! Amlogic's boards: listed, brought up stage by stage at their own port, used.

use std::fs;

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{
        Folder,
        amlogic::{g12, gx, signed},
        noise, run,
    },
};

pub(super) const CASES: &[Case] = cases![
    amlogics_boards_say_who_they_are,
    u_boot_comes_up_on_the_amlogic_board_at_the_port,
    a_locked_amlogic_board_is_left_alone,
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
    let data = noise(1 << 20, 4);
    let (file, back) = (folder.file("data", &data), folder.path("back"));
    for (board, image) in [
        ("khadas/vim1", [&bl2[..], &tpl].concat()),
        ("khadas/vim3", g12()),
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
        run(&format!("aml write 0x08000000 {file} --verify --port 1-3")).good();
        run(&format!("aml read 0x08000000 1M {} --port 1-3", back.display())).good();
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
