//! Files that change while a command reads them: what is written is what was checked, or the end is exit 6.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    process::Stdio,
};

use serde_json::Value;

use crate::tool::{Folder, command, text};

/// Bytes of the image: seconds on the modelled cable.
const LENGTH: usize = 64 << 20;
/// What it is full of.
const FILL: u8 = 0x5a;

/// Writes the image to a board on a slow cable, and does something to the image's file as soon as bytes have moved; the
/// last event, and what the storage holds.
fn changed_by(words: &str, board: &str, change: impl FnOnce(&Folder)) -> (Value, Vec<u8>) {
    let folder = Folder::new();
    let file = folder.file("image", &vec![FILL; LENGTH]);
    let storage = text(&folder.path("storage"));
    let words = format!(
        "{words}{file} --yes --virtual {board},link=high-speed,storage={storage},size=128M"
    );
    let last = changed_while(&words, || change(&folder));
    (last, fs::read(storage).expect("the storage"))
}

/// Runs a command, and does something as soon as it has moved bytes; its last event.
fn changed_while(words: &str, change: impl FnOnce()) -> Value {
    let line = format!("{words} --json");
    let mut command = command(line.split(' '));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it runs");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut next = || lines.next().map(|line| line.expect("a line"));
    while !next().expect("it moves first").contains("\"progress\"") {}
    change();
    let last = std::iter::from_fn(next).last().expect("an end");
    let last: Value = serde_json::from_str(&last).expect("JSON");
    let code = child.wait().expect("it ends").code().map(i64::from);
    assert_eq!(code, last["exit"].as_i64().or(Some(0)), "{last}");
    last
}

/// The end says that the file changed, and up to where the board has what was checked.
#[track_caller]
fn told(words: &str, board: &str, change: fn(&Folder)) {
    let (last, held) = changed_by(words, board, change);
    assert_eq!(
        (last["exit"].as_u64(), last["code"].as_str()),
        (Some(6), Some("input.changed")),
        "{last}"
    );
    let message = last["message"].as_str().expect("a message");
    let (_, rest) = message.split_once("all before sector ").expect("how far it came");
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next().expect("a part");
    let end = digits.parse::<usize>().expect("a number") * 512;
    assert!(0 < end && end < LENGTH, "{message}");
    assert!(held[..end].iter().all(|byte| *byte == FILL), "{message}");
    let more = held[end..].iter().position(|byte| *byte != 0);
    assert_eq!(more, None, "{message}");
}

const BOARDS: [(&str, &str); 3] = [
    ("rk disk write 0 ", "radxa/rock-5b:mode=usbplug"),
    ("aml disk write 0 ", "khadas/vim1:mode=uboot"),
    ("aml disk write 0 ", "generic/s905x4-box:mode=uboot"),
];

#[test]
fn an_image_that_is_cut_short_under_the_command() {
    for (words, board) in BOARDS {
        told(words, board, |folder| {
            let file = File::options().write(true).open(folder.path("image"));
            file.and_then(|file| file.set_len(4096)).expect("it is cut");
        });
    }
}

#[test]
fn an_image_that_is_written_again_under_the_command() {
    for (words, board) in BOARDS {
        told(words, board, |folder| {
            fs::write(folder.path("image"), vec![0xa5; LENGTH]).expect("it is replaced");
        });
    }
}

/// Another file of that name is another file: the one that was checked is written whole.
#[test]
fn an_image_whose_name_another_file_takes() {
    for (words, board) in BOARDS {
        let (last, held) = changed_by(words, board, |folder| {
            fs::write(folder.path("other"), [0xa5; 512]).expect("another file");
            fs::rename(folder.path("other"), folder.path("image")).expect("it takes the name");
        });
        assert_eq!(last["verified"], true, "{last}");
        assert!(held[..LENGTH].iter().all(|byte| *byte == FILL), "{board}");
    }
}

#[test]
fn an_image_that_is_written_again_while_storage_is_compared_with_it() {
    for (words, board) in [
        ("rk disk verify 0 ", "radxa/rock-5b:mode=usbplug"),
        ("aml disk verify 0 ", "khadas/vim1:mode=uboot"),
        ("aml disk verify 0 ", "generic/s905x4-box:mode=uboot"),
    ] {
        let folder = Folder::new();
        // As storage is that nobody wrote.
        let file = folder.file("image", &vec![0; LENGTH]);
        let words = format!("{words}{file} --virtual {board},link=high-speed,size=128M");
        let last = changed_while(&words, || {
            fs::write(folder.path("image"), vec![0; LENGTH / 2]).expect("it is replaced");
        });
        let told = (last["exit"].as_u64(), last["code"].as_str());
        assert_eq!(told, (Some(6), Some("input.changed")), "{words}: {last}");
    }
}
