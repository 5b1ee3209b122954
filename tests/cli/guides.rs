//! What CONTRIBUTING and docs/reporting.md have people do works, and names what is there.

use std::path::Path;

use crate::tool::{Folder, image, run, text};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const CONTRIBUTING: &str = include_str!("../../CONTRIBUTING.md");
const REPORTING: &str = include_str!("../../docs/reporting.md");

/// What stands in backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// The file or folder that a word names, if it is one of ours.
fn ours(word: &str) -> Option<&Path> {
    let tops = ["src/", "protocols/", "tests/", "docs/", "fixtures/", "completions/"];
    let path = word.split_whitespace().next().filter(|path| {
        tops.iter().any(|top| path.starts_with(top)) && !path.chars().any(char::is_uppercase)
    });
    path.map(Path::new)
}

#[test]
fn every_file_that_contributing_names_is_there() {
    let named: Vec<_> = quoted(CONTRIBUTING).filter_map(ours).collect();
    assert!(named.len() > 30, "{named:?}");
    for path in named {
        assert!(Path::new(ROOT).join(path).exists(), "CONTRIBUTING names {}", path.display());
    }
}

/// The constants and types that a paragraph or an item names are in a file that it names.
#[test]
fn what_contributing_has_people_change_is_there() {
    let mut checked = 0;
    for item in CONTRIBUTING.split("\n\n").flat_map(|part| part.split("\n* ")) {
        let files: Vec<_> = quoted(item).filter_map(ours).filter(|path| is_rust(path)).collect();
        let whole: String = files.iter().map(|path| read(path)).collect();
        let symbols = quoted(item).filter(|word| is_symbol(word) && !files.is_empty());
        for symbol in symbols {
            let last = symbol.rsplit("::").next().expect("a part");
            assert!(whole.contains(last), "CONTRIBUTING: {symbol} is not in {files:?}");
            checked += 1;
        }
    }
    assert!(checked > 15, "{checked}");
}

fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(Path::new(ROOT).join(path)).expect("it is there")
}

/// A name of Rust's: a constant or a type, or what is in one.
fn is_symbol(word: &str) -> bool {
    let named = |part: &str| {
        !part.is_empty()
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
    };
    word.split("::").all(named) && word.contains(char::is_uppercase)
}

/// The table of commands that record a board's first answers: family, state, command.
#[test]
fn the_recordings_that_reporting_asks_for_can_be_made_and_replayed() {
    let rows = REPORTING.lines().filter(|line| line.contains("--record session.txt` |"));
    let mut count = 0;
    for row in rows {
        let folder = Folder::new();
        let line = quoted(row).last().expect("a command");
        let line = line.strip_prefix("racklet-flash ").expect("ours");
        let board = match line.split(' ').next() {
            Some("fel") => "xunlong/orangepi-pc",
            Some("rockchip") => "radxa/rock-5b:mode=usbplug",
            Some("amlogic") => "khadas/vim3",
            Some("serial") => "starfive/visionfive-2:stage=uboot",
            Some("fastboot") => "sipeed/licheepi-4a:mode=uboot",
            Some("bouffalo") => "sipeed/m1s-dock",
            Some("thead") => "milkv/meles-uart",
            other => panic!("{other:?} is not in this test"),
        };
        let session = text(&folder.path("session.txt"));
        let first = run(&format!("{} --virtual {board}", line.replace("session.txt", &session)));
        let again = line.replace("--record session.txt", &format!("--replay {session}"));
        assert_eq!(first.good().stdout, run(&again).good().stdout, "{row}");
        count += 1;
    }
    assert_eq!(count, 8);
}

/// What is promised of recordings: of files that were sent in bulk they have no more than sums.
#[test]
fn a_recording_has_no_file_that_was_sent() {
    let folder = Folder::new();
    let file = folder.file("image", &image(0x6000, 20_000, Some("sun8i-h3-orangepi-pc")));
    let session = text(&folder.path("session.txt"));
    run(&format!("fel boot {file} --record {session} --virtual xunlong/orangepi-pc")).good();
    let session = std::fs::read_to_string(session).expect("text");
    let sent = session.lines().filter(|line| line.starts_with("> ")).map(str::len).max();
    assert!(sent.is_some_and(|longest| (64..600).contains(&longest)), "{sent:?}");
    assert!(session.contains("> len=") && !session.contains(&text(&folder.path(""))), "{session}");
}
