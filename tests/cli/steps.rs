//! The words of steps: one published list for events, errors and plans of every family. ([`Run::events`] holds every event
//! of every test against it.)
//!
//! [`Run::events`]: crate::tool::Run::events

use link::StepId;

use crate::{
    line::{fit, spl},
    tool::{Folder, amlogic::g12, image, noise, run, text},
};

/// The words of the steps that a command begins, those that follow themselves left out, and of the one that failed.
#[track_caller]
fn words(line: &str) -> (Vec<String>, Option<String>) {
    let run = run(&format!("{line} --json"));
    let events = run.events();
    let begun = events.iter().filter(|event| event["event"] == "step");
    let mut words: Vec<_> = begun.filter_map(|event| event["step"].as_str()).collect();
    words.dedup();
    let error = events.iter().find(|event| event["event"] == "error");
    let failed = error.map(|event| event["step"].as_str().unwrap_or_else(|| panic!("{event}")));
    assert_eq!(run.code != 0, failed.is_some(), "{line}: {}", run.stdout);
    (words.into_iter().map(Into::into).collect(), failed.map(Into::into))
}

#[test]
fn every_family_calls_its_steps_by_the_same_words() {
    let folder = Folder::new();
    let disk = folder.file("disk.img", &noise(1 << 20, 3));
    let fel = folder.file("fel", &image(0x6000, 20_000, Some("sun8i-h3-orangepi-pc")));
    let files = [folder.file("spl", &spl(9000)), folder.file("uboot", &fit(9000))];
    let sf = format!("{} {}", files[0], files[1]);
    let aml = folder.file("g12.bin", &g12("g12b"));
    for (line, begun, failed) in [
        (
            format!("fel read 0 64 {} --virtual xunlong/orangepi-pc", text(&folder.path("out"))),
            "read",
            "",
        ),
        (format!("fel boot {fel} --virtual xunlong/orangepi-pc"), "start", ""),
        (format!("fel boot {fel} --virtual xunlong/orangepi-pc:fault=stall@90"), "start", "start"),
        (format!("rk disk write 0 {disk} --yes --virtual radxa/rock-5b:mode=loader"), "write", ""),
        ("rk disk erase 0 64 --yes --virtual radxa/rock-5b:mode=loader".into(), "erase", ""),
        (format!("aml boot {aml} --virtual khadas/vim3"), "start", ""),
        (format!("aml boot {aml} --virtual khadas/vim3:fault=stall@20"), "start", "start"),
        ("aml identify --virtual khadas/vim1:fault=disconnect@1".into(), "", "find"),
        (
            format!("sf flash-spi {sf} --yes --virtual starfive/visionfive-2"),
            "start choose send write verify send write verify",
            "",
        ),
        (
            format!("sf flash-spi {sf} --yes --virtual starfive/visionfive-2:worn=0x100100"),
            "start choose send write verify",
            "verify",
        ),
    ] {
        let (words, error) = words(&line);
        assert_eq!(words.join(" "), begun, "{line}");
        assert_eq!(error.unwrap_or_default(), failed, "{line}");
    }
}

#[test]
fn a_plan_an_event_and_an_error_say_the_same() {
    let folder = Folder::new();
    let disk = folder.file("disk.img", &noise(1 << 20, 3));
    for board in ["radxa/rock-5b", "khadas/vim1", "generic/s905x4-box"] {
        let flash = format!("flash {board} {disk} --to emmc --yes --virtual {board}");
        let plan = run(&format!("{flash} --json --dry-run")).good().last_event();
        let planned: Vec<_> = plan["steps"].as_array().expect("a plan").iter().collect();
        let (begun, _) = words(&flash);
        for word in ["start", "write"] {
            assert!(planned.iter().any(|step| step["step"] == word), "{board}: {plan}");
            assert!(begun.iter().any(|begun| begun == word), "{board}: {begun:?}");
        }
    }
}

#[test]
fn the_list_is_documented() {
    let readme = include_str!("../../docs/scripting.md");
    let (_, list) = readme.split_once("`step` is a stable word").expect("the paragraph");
    let list = list.split("\n\n").next().unwrap_or_default();
    let named: Vec<_> = list.split('`').skip(1).step_by(2).collect();
    let all: Vec<_> = StepId::ALL.iter().map(|id| id.word()).chain(["label"]).collect();
    assert_eq!(named, all);
}
