//! What a rack costs: boards on links of their own, from one `.xz`, beside one board alone. Printed and never judged.
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
        Audience, Rack, Rehearsal, Settings, Summary,
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
    let one = cost(&folder, 1);
    let all = cost(&folder, BOARDS);
    println!("time of {BOARDS} boards over that of one: {:.2} (wanted: at most 1.10)", all / one);
}

/// Has the given number of boards written, and tells what that took; its seconds.
fn cost(folder: &Folder, boards: usize) -> f64 {
    let node = |index| {
        format!(
            "[[node]]\nname = \"slot{index}\"\nboard = \"radxa/rock-5b\"\nport = \"1-{index}\"\nimage = \"disk\"\n\
             rewrite = true\n"
        )
    };
    let nodes: String = (1..=boards).map(node).collect();
    let text = format!("schema = 1\n[image.disk]\nfile = \"disk.img.xz\"\n{nodes}");
    folder.file("rack.toml", text.as_bytes());
    let manifest = Manifest::read(&folder.path("rack.toml")).expect("it is sound");
    // From here on the most memory is counted afresh.
    fs::write("/proc/self/clear_refs", "5").expect("our own");
    let before = processor();
    let summary = provision(&manifest, &folder.path(&format!("run{boards}")));
    assert!(summary.nodes.iter().all(|node| node.verified), "a board was not written");
    let gib = (boards * SIZE) as f64 / f64::from(1 << 30);
    println!(
        "{boards:2} boards: {:5.1} s, {:4.1} s of the processor for a GiB, at most {:.1} MiB resident",
        summary.seconds,
        (processor() - before) / gib,
        peak(),
    );
    summary.seconds
}

fn provision(manifest: &Manifest, folder: &std::path::Path) -> Summary {
    let rehearsal = Some(Rehearsal { seed: None, paced: true });
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
