//! Numbers on a real kernel, printed and never judged: `cargo bench --bench kernel -- [--link MODEL] [--rounds N]
//! [--only NAME]`.
//!
//! Our binary and sunxi-fel do the same things to the same virtual board, one after the other and over again, in one guest.
//! The board's cable is modelled: a transfer takes its length at 40 MB/s (high speed), and one that was not waiting when
//! the bus fell idle pays a microframe more. Times on the bus are the kernel's own, of a run that is watched by usbmon: from
//! the first transfer to the last, and of the data alone. A wait costs about four times there what it costs on a cable, as
//! guest, board and tool share one processor that switches slowly.

#[path = "../../tool/mod.rs"]
mod tool;

#[path = "../../kernel/boards.rs"]
mod boards;
#[path = "../../kernel/guest.rs"]
mod guest;
#[path = "../../kernel/usbmon.rs"]
mod usbmon;
#[path = "../../kernel/world.rs"]
mod world;

mod bus;
mod job;

use std::process::ExitCode;

use boards::Served;
use bus::Bus;
use job::{Job, Tool};

/// The options, with what they are by default.
struct Options {
    link: String,
    rounds: usize,
    only: String,
}

fn main() -> ExitCode {
    if !guest::is_here() {
        return guest::boot();
    }
    let options = options();
    println!(
        "link {}, {} rounds; times are medians, ratios are sunxi-fel's time by ours in the same round",
        options.link, options.rounds
    );
    println!(
        "{:<12} {:<22} {:>10} {:>7} {:>7} {:>10} {:>8} {:>8} {:>6} {:>6}",
        "", "", "command", "ratio", "MB/s", "on bus", "of link", "data", "waits", "URBs"
    );
    let folder = tool::Folder::new();
    for job in job::all(&folder).into_iter().filter(|job| job.name.contains(&options.only)) {
        measure(&job, &options);
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

fn measure(job: &Job, options: &Options) {
    let board =
        format!("xunlong/orangepi-pc:port=1-3,link={},returns=0{}", options.link, job.options);
    let _served = Served::silently(&[&board]);
    let mut times = [const { Vec::new() }; Tool::ALL.len()];
    for _ in 0..options.rounds {
        for (tool, times) in Tool::ALL.into_iter().zip(&mut times) {
            times.push(job.run(tool).as_secs_f64());
        }
    }
    for (tool, own) in Tool::ALL.into_iter().zip(&times) {
        let ratio = median(times[0].iter().zip(own).map(|(peer, own)| peer / own).collect());
        print(job, tool, median(own.clone()), ratio, &Bus::watch(|| job.run(tool)), options);
    }
}

fn print(job: &Job, tool: Tool, time: f64, ratio: f64, bus: &Bus, options: &Options) {
    let speed = job.bytes.map(|bytes| bytes as f64 / time / 1e6);
    let share = |time: f64| {
        let rate = rate(&options.link).filter(|_| job.bytes.is_some())?;
        Some(bus.data as f64 / time / rate)
    };
    let number =
        |number: Option<f64>| number.map_or_else(|| "-".into(), |number| format!("{number:.2}"));
    println!(
        "{:<12} {:<22} {:>7.1} ms {ratio:>7.2} {:>7} {:>7.1} ms {:>8} {:>8} {:>6} {:>6}",
        job.name,
        tool.name(),
        time * 1e3,
        number(speed),
        bus.time * 1e3,
        number(share(bus.time)),
        number(share(bus.data_time)),
        bus.waits,
        bus.transfers,
    );
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_unstable_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
