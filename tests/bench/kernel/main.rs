//! Numbers on a real kernel, printed and never judged: `cargo bench --bench kernel -- [--link MODEL] [--rounds N]
//! [--only NAME]`.
//!
//! Our binary and other people's tools do the same things to the same virtual board, one after the other and over again,
//! in one guest. The board's cable is modelled: a transfer takes its length at 40 MB/s (high speed), and one that was not
//! waiting when the bus fell idle pays a microframe more. Times on the bus are the kernel's own, of a run that is watched
//! by usbmon: from the first transfer to the last, and of the data alone. A wait costs about four times there what it
//! costs on a cable, as guest, board and tool share one processor that switches slowly. Memory is looked at in the same
//! run; the processor's time is a median of the others, in steps of 10 ms.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it reports to whoever runs it")]

#[path = "../../tool/mod.rs"]
mod tool;

#[path = "../../kernel/boards.rs"]
mod boards;
#[path = "../../kernel/guest.rs"]
mod guest;
#[path = "../../kernel/python.rs"]
mod python;
#[path = "../../kernel/usbmon.rs"]
mod usbmon;
#[path = "../../kernel/world.rs"]
mod world;

mod amlogic;
mod bus;
mod cost;
mod disk;
mod fastboot;
mod fel;
mod job;
mod peer;
mod rockchip;

use std::process::ExitCode;

use boards::Served;
use bus::Bus;
use cost::Cost;
use job::{Job, Way};

/// What the guest may use, half of it for files: the largest is an image with 2.8 GiB of data.
const MEMORY: &str = "7G";
/// What all rounds together may take, in seconds.
const SECONDS: &str = "7200";

/// The options, with what they are by default.
struct Options {
    link: String,
    rounds: usize,
    only: String,
}

fn main() -> ExitCode {
    if !guest::is_here() {
        match peer::build() {
            Ok(status) if status.success() => return guest::boot(MEMORY, SECONDS),
            outcome => panic!("rockusb's client is not built: {outcome:?}"),
        }
    }
    let options = options();
    println!(
        "link {}, {} rounds; times are medians, ratios are the first one's time by theirs in the same round",
        options.link, options.rounds
    );
    println!(
        "{:<14} {:<23} {:>10} {:>6} {:>6} {:>6} {:>10} {:>7} {:>6} {:>6} {:>6} {:>8}",
        "",
        "",
        "command",
        "ratio",
        "MB/s",
        "CPU s",
        "on bus",
        "of link",
        "data",
        "waits",
        "URBs",
        "peak MiB"
    );
    let folder = tool::Folder::new();
    let tasks = [fel::TASKS, rockchip::TASKS, amlogic::TASKS, disk::TASKS, fastboot::TASKS]
        .into_iter()
        .flatten();
    for (name, job) in tasks.filter(|(name, _)| name.contains(&options.only)) {
        measure(name, &job(&folder), &options);
    }
    ExitCode::SUCCESS
}

fn options() -> Options {
    let mut options = Options { link: "high-speed".into(), rounds: 5, only: String::new() };
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    while let Some(argument) = arguments.next() {
        let value = arguments.next().unwrap_or_default();
        match argument.as_str() {
            "--link" => options.link = value,
            "--rounds" => options.rounds = value.parse().expect("a number of rounds"),
            "--only" => options.only = value,
            _ => panic!(
                "{argument} is not --link high-speed|full-speed|none, --rounds N or --only NAME"
            ),
        }
    }
    options
}

/// Bytes a second of the modelled cable.
fn rate(link: &str) -> Option<f64> {
    match link {
        "high-speed" => Some(40e6),
        "full-speed" => Some(1.1e6),
        _ => None,
    }
}

fn measure(name: &str, job: &Job, options: &Options) {
    let _served = Served::silently(&[&job.served(&options.link)]);
    let mut costs = vec![Vec::new(); job.ways.len()];
    for _ in 0..options.rounds {
        for (way, costs) in job.ways.iter().zip(&mut costs) {
            costs.push(job.run(way));
        }
    }
    for (way, own) in job.ways.iter().zip(&costs) {
        let of = |what: fn(&Cost) -> f64| median(own.iter().map(what).collect());
        let cost = Cost { time: of(|cost| cost.time), cpu: of(|cost| cost.cpu) };
        let pairs = costs[0].iter().zip(own);
        let ratio = median(pairs.map(|(first, own)| first.time / own.time).collect());
        let (peak, bus) = Bus::watch(|| job.peak(way));
        print((name, job), way, cost, ratio, peak, &bus, options);
    }
}

fn print(
    (name, job): (&str, &Job),
    way: &Way,
    cost: Cost,
    ratio: f64,
    peak: Option<f64>,
    bus: &Bus,
    options: &Options,
) {
    let speed = job.bytes.map(|bytes| bytes as f64 / cost.time / 1e6);
    let share = |time: f64| {
        let rate = rate(&options.link).filter(|_| job.bytes.is_some())?;
        Some(bus.data as f64 / time / rate)
    };
    let number = |number: Option<f64>, places: usize| {
        number.map_or_else(|| "-".into(), |number| format!("{number:.places$}"))
    };
    println!(
        "{:<14} {:<23} {:>7.1} ms {ratio:>6.2} {:>6} {:>6.2} {:>7.1} ms {:>7} {:>6} {:>6} {:>6} {:>8}",
        name,
        way.name,
        cost.time * 1e3,
        number(speed, 1),
        cost.cpu,
        bus.time * 1e3,
        number(share(bus.time), 3),
        number(share(bus.data_time), 3),
        bus.waits,
        bus.transfers,
        number(peak, 1),
    );
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
