//! The binary on a machine that has USB but no board.

use std::fs;

use crate::{
    harness::{Case, cases},
    tool::{Folder, command, finish, run},
    world::as_user,
};

pub(super) const CASES: &[Case] = cases![
    list_finds_nothing_and_says_so,
    a_plain_user_may_list,
    no_board_is_exit_3,
    no_board_at_a_port_in_time_is_exit_3,
    memory_is_written_as_anywhere,
];

const NOTHING: &str = "no board in a recovery mode";

fn list_finds_nothing_and_says_so() {
    let run = run("list").good();
    assert_eq!(run.stdout.trim(), "");
    assert!(run.stderr.contains(NOTHING), "{}", run.stderr);
    assert_eq!(self::run("list --json").good().last_event()["boards"], serde_json::json!([]));
}

fn a_plain_user_may_list() {
    let run = finish(&mut as_user(&command(["list"]))).good();
    assert!(run.stderr.contains(NOTHING), "{}", run.stderr);
}

fn no_board_is_exit_3() {
    run("fel identify").bad(3, NOTHING);
}

fn no_board_at_a_port_in_time_is_exit_3() {
    let said = format!("{NOTHING} at port 1-3 within 0.2 s");
    run("fel identify --port 1-3 --wait 0.2").bad(3, &said);
}

fn memory_is_written_as_anywhere() {
    let folder = Folder::new();
    let data: Vec<u8> = (0..8u32 << 20).map(|index| (index % 251) as u8).collect();
    let (file, back) = (folder.file("data", &data), folder.path("back"));
    let board = "--virtual xunlong/orangepi-pc:dram=on,link=none";
    run(&format!("fel write 0x40000000 {file} {board} --verify")).good();
    run(&format!("fel read --yes 0x40000000 0x1000 {} {board}", back.display())).good();
    assert_eq!(fs::read(&back).expect("the file").len(), 0x1000);
}
