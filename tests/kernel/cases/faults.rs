//! Boards that fail, on a real kernel.

use std::time::{Duration, Instant};

use crate::{
    boards::Served,
    harness::{Case, cases},
    tool::{Folder, Run, run},
    usbmon::Events,
};

pub(super) const CASES: &[Case] = cases![
    one_that_leaves_in_the_middle_of_any_phase,
    one_that_stalls,
    one_that_never_answers,
    one_whose_answer_is_short,
    one_that_answers_nonsense,
    an_spl_that_hangs,
];

const BOARD: &str = "xunlong/orangepi-pc:port=1-3,dram=on";

/// A write whose data takes three transfers.
const DATA: usize = 300_000;
/// The transfers of its first message, VERSION, and of its last, WRITE: nine, and nine less one that three pieces of data
/// take the place of. Between them are two messages like the first, which ask whether the SoC is fused and an SPL has run.
const PHASES: [core::ops::RangeInclusive<usize>; 2] = [1..=9, 28..=38];

fn write(folder: &Folder) -> Run {
    let file = folder.file("data", &[0xa5; DATA]);
    run(&format!("fel write 0x40000000 {file} --port 1-3 --wait 10 --json"))
}

fn code(run: &Run) -> (i32, String) {
    (run.code, run.last_event()["code"].as_str().unwrap_or_default().to_owned())
}

fn one_that_leaves_in_the_middle_of_any_phase() {
    let folder = Folder::new();
    for index in PHASES.into_iter().flatten() {
        let _served = Served::start(&[&format!("{BOARD},fault=disconnect@{index},returns=0.1")]);
        let failed = write(&folder);
        assert_eq!(code(&failed), (1, "usb.gone".into()), "transfer {index}: {}", failed.stdout);
        assert!(failed.last_event()["step"].is_string(), "transfer {index}: {}", failed.stdout);
        write(&folder).good();
    }
}

/// Sending and receiving, of heads and of data; tests/cli has every transfer of a recovery do it.
fn one_that_stalls() {
    let folder = Folder::new();
    for index in [1, 3, 29, 33, 35, 38] {
        let _served = Served::start(&[&format!("{BOARD},fault=stall@{index}")]);
        let failed = write(&folder);
        assert_eq!(code(&failed), (1, "usb.stall".into()), "transfer {index}: {}", failed.stdout);
    }
}

/// The first answer, and one in the middle of the data. What was cancelled must have left the kernel.
fn one_that_never_answers() {
    let folder = Folder::new();
    for index in [3, 31] {
        let _served = Served::start(&[&format!("{BOARD},fault=timeout@{index}")]);
        let events = Events::start(1, "silent");
        let start = Instant::now();
        let failed = write(&folder);
        assert_eq!(code(&failed), (1, "usb.timeout".into()), "transfer {index}: {}", failed.stdout);
        assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
        let events = events.stop();
        let count = |kind: &str| events.lines().filter(|line| line.contains(kind)).count();
        assert_eq!(count(" S B"), count(" C B"), "something was left in flight: {events}");
        assert!(count(" -2 ") + count(" -104 ") > 0, "nothing was cancelled: {events}");
    }
}

fn one_whose_answer_is_short() {
    let _served = Served::start(&[&format!("{BOARD},fault=short@3")]);
    let failed = write(&Folder::new());
    assert_eq!(failed.code, 1, "{}", failed.stdout);
}

fn one_that_answers_nonsense() {
    let _served = Served::start(&[&format!("{BOARD},fault=garbage@5")]);
    let failed = write(&Folder::new());
    assert_eq!(code(&failed), (1, "fel.answer".into()), "{}", failed.stdout);
}

fn an_spl_that_hangs() {
    let _served = Served::start(&["xunlong/orangepi-pc:port=1-3,spl=hang"]);
    let folder = Folder::new();
    let file = folder.file("spl", &crate::tool::image(0x4000, 100, None));
    let failed = run(&format!("fel spl {file} --port 1-3 --json"));
    assert_eq!(code(&failed), (1, "spl.no-return".into()), "{}", failed.stdout);
}
