//! What a rack costs: boards on links of their own, from one `.xz`, beside one board alone; and at hubs whose link they share.
//! Printed and never judged.
//! The simulated boards are in this process: their time and their memory are counted, too. `--bench kernel` has one board
//! without that, beside rkdeveloptool.
#![allow(clippy::print_stdout, reason = "it reports to whoever runs it")]

#[path = "../tool/mod.rs"]
mod tool;

use std::{fs, process::Command};

use link::{StepId, Watch};
use racklet_flash::{
    boards::Board,
    family::Desk,
    plan::{Loss, Numbered},
    rack::{
        Audience, Pace, Rack, Rehearsal, Settings, Summary,
        manifest::{Manifest, Node},
        prepare,
        record::Record,
    },
    transport::Stop,
};
use tool::{Folder, noise};

/// Boards of a whole rack.
const BOARDS: usize = 14;
/// Bytes of the image.
const SIZE: usize = 64 << 20;
/// Times that each figure is measured.
const ROUNDS: usize = 3;
/// Bytes of a second on a link.
const LINK: f64 = 40e6;
/// Ticks of a second in /proc: USER_HZ, the same on every Linux.
const TICKS: f64 = 100.0;

fn main() {
    let folder = Folder::new();
    folder.file("disk.img", &noise(SIZE, 61));
    let packed = Command::new("xz").arg("-k").arg(folder.path("disk.img")).status();
    assert!(packed.expect("xz is installed").success());
    println!(
        "{} MiB of noise in an .xz, written to RK3588s that each have a link of 40 MB/s",
        SIZE >> 20
    );
    own_links(&folder);
    for hubs in [1, 2] {
        shared(&folder, hubs);
    }
}

/// One board and all of them in turn, each on a link of its own.
fn own_links(folder: &Folder) {
    let ratio = |round: usize| {
        println!("round {round} of {ROUNDS}, {}", load());
        let one = cost(folder, (1, 1), Pace::Links).seconds;
        cost(folder, (BOARDS, 1), Pace::Links).seconds / one
    };
    let ratio = median((1..=ROUNDS).map(ratio).collect());
    println!("time of {BOARDS} boards over that of one, median: {ratio:.2} (wanted: at most 1.10)");
}

/// All boards at hubs that they share.
fn shared(folder: &Folder, hubs: usize) {
    let rates = |round: usize| {
        println!("round {round} of {ROUNDS}, {BOARDS} boards at {hubs} hubs, {}", load());
        let summary = cost(folder, (BOARDS, hubs), Pace::Hubs);
        let spans: Vec<_> = summary.nodes.iter().map(moved).collect();
        let begin = spans.iter().map(|(begin, _, _)| *begin).fold(f64::MAX, f64::min);
        let end = spans.iter().map(|(_, end, _)| *end).fold(0.0, f64::max);
        let bytes: f64 = spans.iter().map(|(_, _, bytes)| bytes).sum();
        let slowest = spans.iter().map(|(begin, end, bytes)| bytes / (end - begin));
        let fair = hubs as f64 * LINK / BOARDS as f64;
        (bytes / (end - begin) / (hubs as f64 * LINK), slowest.fold(f64::MAX, f64::min) / fair)
    };
    let (total, slowest): (Vec<_>, Vec<_>) = (1..=ROUNDS).map(rates).unzip();
    println!(
        "{hubs} hubs of {} boards, medians: {:.3} of the hubs in total (wanted: at least 0.92), the slowest board {:.2} of its \
         share (wanted: at least 0.5)",
        BOARDS / hubs,
        median(total),
        median(slowest)
    );
}

/// When a board's data began and ended to move, and how many bytes they were.
fn moved(record: &Record) -> (f64, f64, f64) {
    let attempt = record.attempts.last().expect("it was tried");
    let spans = || attempt.spans.iter().filter(|span| ["write", "verify"].contains(&&*span.step));
    let begin = spans().map(|span| span.begin).fold(f64::MAX, f64::min);
    let end = spans().map(|span| span.end).fold(0.0, f64::max);
    (begin, end, spans().map(|span| span.bytes as f64).sum())
}

fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// What else this computer does, in words: a busy one makes all of it slower.
fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").expect("/proc is mounted");
    format!("load {}", load.split(' ').next().unwrap_or_default())
}

/// Has the given number of boards at so many hubs written, and tells what that took.
fn cost(folder: &Folder, (boards, hubs): (usize, usize), pace: Pace) -> Summary {
    let node = |index: usize| {
        let port = format!("1-{}.{}", index % hubs + 1, index / hubs + 1);
        format!(
            "[[node]]\nname = \"slot{index}\"\nboard = \"radxa/rock-5b\"\nport = \"{port}\"\nimage = \"disk\"\n\
             rewrite = true\n"
        )
    };
    let nodes: String = (0..boards).map(node).collect();
    let text = format!("schema = 1\n[image.disk]\nfile = \"disk.img.xz\"\n{nodes}");
    folder.file("rack.toml", text.as_bytes());
    let manifest = Manifest::read(&folder.path("rack.toml")).expect("it is sound");
    // From here on the most memory is counted afresh.
    fs::write("/proc/self/clear_refs", "5").expect("our own");
    let before = processor();
    let run = folder.path("run");
    let summary = provision(&manifest, &run, pace);
    fs::remove_dir_all(run).expect("our own");
    assert!(summary.nodes.iter().all(|node| node.verified), "a board was not written");
    let gib = (boards * SIZE) as f64 / f64::from(1 << 30);
    println!(
        "{boards:2} boards: {:5.1} s, {:4.1} s of the processor for a GiB, at most {:.1} MiB resident",
        summary.seconds,
        (processor() - before) / gib,
        peak(),
    );
    summary
}

fn provision(manifest: &Manifest, folder: &std::path::Path, pace: Pace) -> Summary {
    let rehearsal = Some(Rehearsal { seed: None, pace });
    let settings = Settings { rehearsal, ..Settings::default() };
    let chosen = settings.chosen(manifest).expect("all nodes");
    let rack = Rack::begin(manifest, &settings, Some(folder), false).expect("a fresh folder");
    let stop = Stop::default();
    let prepared = prepare(manifest, &chosen, &mut link::Silent, &stop).expect("files are sound");
    rack.run(&prepared, &Nobody, &stop)
}

/// Who hears nothing.
struct Nobody;

impl Audience for Nobody {
    fn desk(&self, _: &Node) -> Box<dyn Desk + '_> {
        Box::new(Self)
    }

    fn done(&self, _: &Record) {}

    fn note(&self, _: &str) {}
}

impl Watch for Nobody {
    fn step(&mut self, _: StepId, _: &str, _: u64) {}

    fn advance(&mut self, _: u64) {}

    fn note(&mut self, _: &str) {}
}

impl Desk for Nobody {
    fn opened(&mut self, _: &'static Board, _: &str, _: &str) {}

    fn begin(&mut self, _: &Numbered<'_>) {}

    fn then(&mut self, _: &[(StepId, u64)]) {}

    fn may_agree(&self) -> bool {
        true
    }

    fn detail(&mut self, _: &str) {}

    fn allow(&mut self, _: &Loss) -> anyhow::Result<()> {
        Ok(())
    }
}

/// Processor time of this process, in seconds.
fn processor() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("/proc is mounted");
    // The name may have spaces; behind it, utime and stime are the 12th and 13th field.
    let (_, fields) = stat.rsplit_once(") ").expect("a name in brackets");
    let ticks = fields.split(' ').skip(11).take(2);
    ticks.map(|field| field.parse::<f64>().expect("ticks")).sum::<f64>() / TICKS
}

/// The most memory that this process has had resident since it was counted afresh, in MiB.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").expect("/proc is mounted");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a line of it");
    line.trim().trim_end_matches(" kB").parse::<f64>().expect("KiB") / 1024.0
}
