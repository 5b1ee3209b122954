//! `provision`: every board of a rack, from one manifest.

mod screen;

use std::path::PathBuf;

use serde_json::json;

use super::{Options, confirm::Consent, operator::Operator};
use crate::{
    family::Context,
    number::size,
    plan::Plan,
    rack::{
        Rack, Rehearsal, Settings, Summary, dry_run,
        manifest::Manifest,
        missing, prepare,
        record::{Record, State},
    },
    report::{Answer, Report},
    transport::Stop,
};
use screen::Screen;

/// What `provision --help` ends with.
pub(crate) const EXAMPLES: &str = "\
docs/manifest.md explains the manifest. Every run has a folder, runs/DATE-TIME beside the manifest, with result.json, report.html,
and for each node its log; runs/latest leads to the newest one. A node that holds its image already is compared, and not written.

Examples:
  racklet-flash provision rack.toml --rehearse
  racklet-flash provision rack.toml --only tray1 --dry-run";

/// Arguments of `provision`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The manifest: which board gets which image (TOML or JSON)
    manifest: PathBuf,
    /// Only this node, or the nodes of this group; repeatable
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Continue the newest run, or the one that --run names: nodes that are done are left alone
    #[arg(long)]
    resume: bool,
    /// Use simulated boards; what goes wrong with them is drawn from SEED (without one, nothing does)
    #[arg(long, value_name = "SEED", num_args = 0..=1, value_parser = seed)]
    rehearse: Option<Option<u64>>,
    /// The folder of the run (otherwise runs/DATE-TIME beside the manifest)
    #[arg(long, value_name = "DIR")]
    run: Option<PathBuf>,
    /// The most nodes at once (otherwise what the manifest says, or all)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    jobs: Option<u16>,
}

fn seed(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| {
        format!(
            "`{text}` is no seed, which is a whole number; the manifest comes before --rehearse"
        )
    })
}

/// `provision`.
pub(crate) fn run(
    options: &Options,
    args: &Args,
    stop: &Stop,
    report: &mut Report,
) -> anyhow::Result<Answer> {
    let manifest = Manifest::read(&args.manifest)?;
    let settings = Settings {
        only: args.only.clone(),
        jobs: args.jobs.map(usize::from),
        rehearsal: args.rehearse.map(|seed| Rehearsal { seed, ..Rehearsal::default() }),
        bus: options.usb,
    };
    let chosen = settings.chosen(&manifest)?;
    if options.dry_run {
        return plans(options, &manifest, &settings, &chosen, (stop, report));
    }
    if settings.rehearsal.is_none() {
        let consent = Consent::unnamed(options, stop);
        consent.ask_so(report, &overwrites(&manifest, &chosen))?;
    }
    let rack = Rack::begin(&manifest, &settings, args.run.as_deref(), args.resume)?;
    let prepared = prepare(&manifest, &chosen, report, stop)?;
    report.finish();
    let screen = Screen::new(report.style(), &manifest, &chosen);
    for (index, ready) in &prepared {
        if let Some(needed) = missing(&ready.plan).filter(|_| settings.rehearsal.is_none()) {
            let name = &manifest.nodes[*index].name;
            screen.say(&format!(
                "{name}: if its board is in its mask ROM, what it needs is {needed}"
            ));
        }
    }
    let summary = rack.run(&prepared, &screen, stop);
    screen.clear();
    Ok(closing(&summary))
}

/// What is overwritten, as one sentence.
fn overwrites(manifest: &Manifest, chosen: &[usize]) -> String {
    let nodes = chosen.iter().map(|index| &manifest.nodes[*index]);
    let all: Vec<_> = nodes.map(|node| format!("{} ({})", node.name, node.to.storage())).collect();
    format!("this overwrites storage of {} boards: {}", all.len(), all.join(", "))
}

/// The plan of every node.
fn plans(
    options: &Options,
    manifest: &Manifest,
    settings: &Settings,
    chosen: &[usize],
    (stop, report): (&Stop, &mut Report),
) -> anyhow::Result<Answer> {
    let prepared = prepare(manifest, chosen, report, stop)?;
    let consent = Consent::unnamed(options, stop);
    let mut all = Vec::new();
    for (index, ready) in &prepared {
        let node = &manifest.nodes[*index];
        report.about_node(&node.name);
        let mut desk = Operator::new(report, &consent);
        let mut cx = Context { stop, desk: &mut desk };
        all.push((node, dry_run(manifest, settings, (node, ready), &mut cx)?));
    }
    report.about(None, None);
    let lines: Vec<_> = all.iter().flat_map(|(node, plan)| of_node(&node.name, plan)).collect();
    let nodes: Vec<_> = all
        .iter()
        .map(|(node, plan)| json!({"node": node.name, "board": node.board.name, "steps": plan.fields()}))
        .collect();
    let answer = Answer::plan(&lines);
    let mut fields = answer.fields;
    fields["nodes"] = json!(nodes);
    Ok(Answer { fields, ..answer })
}

fn of_node(name: &str, plan: &Plan) -> Vec<String> {
    plan.lines().iter().map(|line| format!("{name}: {line}")).collect()
}

/// The end: what became of the nodes, and where that is written down.
fn closing(summary: &Summary) -> Answer {
    let count = |state| summary.count(state);
    let mut parts = Vec::new();
    for state in [State::Changed, State::Unchanged, State::Failed, State::Stopped] {
        if count(state) > 0 {
            parts.push(format!("{} {}", count(state), state.name()));
        }
    }
    let bytes = summary.nodes.iter().map(Record::written).fold(0, u64::saturating_add);
    let what = if summary.rehearsal { "Rehearsal" } else { "Rack" };
    let report = summary.folder.join("report.html");
    let report = match report.is_file() {
        true => format!("The report is {}", report.display()),
        false => format!("There is no report: {} could not be written", report.display()),
    };
    let lost = summary.unwritten.iter().map(|text| format!(". {text}")).collect::<String>();
    let text = format!(
        "{what}: {} of {} nodes in {:.1} s: {}; {} written. {report}{lost}",
        summary.nodes.iter().filter(|node| node.state.is_good()).count(),
        summary.nodes.len(),
        summary.seconds,
        parts.join(", "),
        size(bytes),
    );
    Answer { exit: summary.exit(), ..Answer::new(text, summary.fields()) }
}
