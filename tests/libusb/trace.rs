//! Whole commands, replayed from the trace of a virtual board.

use crate::{
    replay,
    tool::{Folder, command, finish, text},
    twice,
};

/// Long enough for four transfers in flight, several times over.
fn payload(folder: &Folder) -> String {
    let bytes: Vec<u8> = (0..1_500_000u32).map(|index| (index * 7 + (index >> 9)) as u8).collect();
    folder.file("payload", &bytes)
}

#[test]
fn a_stream_goes_both_ways() {
    let folder = Folder::new();
    let write = format!("fel write 0x44000000 {} --verify", payload(&folder));
    let (first, second) = twice(&write, "");
    assert_eq!(first.good().last_event(), second.good().last_event());
}

#[test]
fn transfers_fail_as_they_do_on_a_virtual_board() {
    let folder = Folder::new();
    let write = format!("fel write 0x44000000 {}", payload(&folder));
    for (fault, code) in
        [("stall", "usb.stall"), ("timeout", "usb.timeout"), ("disconnect", "usb.gone")]
    {
        // The status of VERSION, and a transfer to the board with others in flight behind it.
        for number in [3, 34] {
            let (first, second) = twice(&write, &format!(",fault={fault}@{number}"));
            let (first, second) = (first.bad(1, "").last_event(), second.bad(1, "").last_event());
            assert_eq!(second["code"], code, "{fault}@{number}: {second}");
            assert_eq!(second["code"], first["code"], "{fault}@{number}: {second}");
            assert_eq!(second["step"], first["step"], "{fault}@{number}: {second}");
        }
    }
}

#[test]
fn a_short_transfer_is_told_with_its_length() {
    let folder = Folder::new();
    let write = format!("fel write 0x44000000 {}", payload(&folder));
    let (_, second) = twice(&write, ",fault=short@34");
    let event = second.bad(1, "").last_event();
    assert_eq!(event["code"], "usb.short");
    assert!(
        event["message"].as_str().is_some_and(|text| text.contains("65536 of 131072")),
        "{event}"
    );
}

#[test]
fn a_board_is_listed_by_its_port() {
    let folder = Folder::new();
    let trace = folder.path("trace");
    let arguments = ["list", "--virtual", "xunlong/orangepi-pc", "--trace", &text(&trace)];
    finish(&mut command(arguments)).good();
    let answer = replay(&folder, &trace, "list").good().last_event();
    let board = &answer["boards"][0];
    assert_eq!((&board["port"], &board["soc"]), (&"1-1".into(), &"H3".into()), "{answer}");
    replay(&folder, &trace, "fel identify --port 1-2").bad(3, "");
}
