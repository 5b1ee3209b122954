//! `--dry-run` of `flash`, `recover`, `verify` and `backup`: they look at the board where there is one, and change nothing.

use std::fs;

use crate::tool::{Folder, Run, noise, run, text};

/// What a run says of its steps, by their stable words.
fn steps(run: &Run) -> Vec<String> {
    let event = run.last_event();
    let steps = event["steps"].as_array().expect("steps").iter();
    for step in steps.clone() {
        assert!(step["when"].is_null(), "a condition is left: {step}");
    }
    steps.map(|step| step["step"].as_str().expect("a word").to_owned()).collect()
}

#[test]
fn only_the_steps_that_apply_are_shown() {
    let folder = Folder::new();
    let image = folder.file("disk.img", &noise(1 << 20, 3));
    let (emmc, record) = (text(&folder.path("emmc")), text(&folder.path("record")));
    fs::write(&emmc, vec![0xee; 8 << 20]).expect("a file");
    let out = text(&folder.path("out.img"));
    for (name, early, late) in
        [("radxa/rock-5b", "maskrom", "usbplug"), ("khadas/vim1", "rom", "uboot")]
    {
        for (command, does) in [
            (format!("flash {name} {image}"), &["choose", "write", "restart"][..]),
            (format!("verify {name} {image}"), &["choose", "verify"]),
            (format!("backup {name} {out}"), &["choose", "read"]),
            (format!("recover {name}"), &[]),
        ] {
            for mode in [early, late] {
                let board = format!("--virtual {name}:storage={emmc},size=8M,mode={mode}");
                // Not with the user's consent either.
                let line = format!("{command} --dry-run --yes --json --record {record} {board}");
                let ran = run(&line).good();
                let start: &[&str] = if mode == early { &["find", "start"] } else { &["find"] };
                assert_eq!(steps(&ran), [start, does].concat(), "{line}");
                let sent = fs::read_to_string(&record).expect("a recording");
                assert!((1..60).contains(&sent.lines().count()), "{line}: more than questions");
                fs::remove_file(&record).expect("it is there");
                assert!(fs::read(&emmc).expect("a file") == vec![0xee; 8 << 20], "{line}");
                assert!(!folder.path("out.img").exists(), "{line}");
            }
        }
    }
}

#[test]
fn what_would_be_refused_is_refused() {
    let folder = Folder::new();
    let (small, large) =
        (folder.file("small.img", &noise(4096, 5)), folder.file("large.img", &noise(9 << 20, 5)));
    let board = "--virtual radxa/rock-5b:size=8M,mode=usbplug";
    run(&format!("flash rock-5b {large} --dry-run {board}")).bad(7, "room for 16384");
    run(&format!("verify rock-5b {large} --dry-run {board}")).bad(7, "room for 16384");
    run(&format!("flash rock-5b {small} --to root --dry-run {board}")).bad(7, "no GPT");
    run(&format!("flash rock-4d {small} --dry-run {board}")).bad(7, "--virtual simulates");
    let other = run(&format!("flash rock-5b {small} --to spi --dry-run {board}")).good();
    assert!(other.stderr.contains("is not selected yet"), "{}", other.stderr);
    // Before its loader runs, the storage is not there to be asked.
    let rom = run(&format!("flash rock-5b {large} --dry-run --virtual radxa/rock-5b:size=8M"));
    assert!(rom.good().stderr.contains("it was not checked"));
}

#[test]
fn without_a_board_the_plan_has_its_conditions() {
    let folder = Folder::new();
    let image = folder.file("disk.img", &noise(4096, 7));
    let ran = run(&format!("flash rock-5b {image} --dry-run --json --port 1-1.7")).good();
    assert!(ran.stdout.contains("no board was checked"), "{}", ran.stdout);
    assert_eq!(ran.last_event()["steps"][1]["when"][0], "mask-rom");
    let line = run("recover visionfive-2 --dry-run --virtual starfive/visionfive-2");
    assert!(line.good().stderr.contains("says nothing on a serial line"));
    // A recording is not asked.
    let record = text(&folder.path("record"));
    run(&format!("recover rock-5b --record {record} --virtual radxa/rock-5b")).good();
    let replayed = run(&format!("recover rock-5b --dry-run --replay {record}")).good();
    assert!(replayed.stderr.contains("a recording answers only"), "{}", replayed.stderr);
}

/// A card is asked for its size through FEL, and keeps what it holds.
#[test]
fn a_card_behind_fel_is_looked_at() {
    let folder = Folder::new();
    let (image, card) = (folder.file("disk.img", &noise(5 << 20, 4)), folder.path("card"));
    let looked = |mebibytes: usize| {
        fs::write(&card, vec![0xee; mebibytes << 20]).expect("a file");
        let board = format!("--virtual xunlong/orangepi-pc:sd={}", text(&card));
        let ran = run(&format!("flash orangepi-pc {image} --to sd --dry-run --yes --json {board}"));
        assert!(fs::read(&card).expect("the card") == vec![0xee; mebibytes << 20]);
        ran
    };
    looked(4).json_bad(7, "there is room for 8192");
    assert_eq!(steps(&looked(8).good()), ["find", "choose", "write", "restart"]);
}
