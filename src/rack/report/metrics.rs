//! `metrics.prom`. OpenMetrics and the text format that node_exporter reads differ in counters, state sets and infos; gauges
//! alone are the same in both, and a run that has ended is no counter.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    time::{SystemTime, UNIX_EPOCH},
};

use super::{Report, judge::troubles, words::length};
use crate::{
    number::to_millis,
    rack::record::{Record, State},
};

const STATES: [State; 4] = [State::Changed, State::Unchanged, State::Failed, State::Stopped];

/// Labels and their values.
type Labels<'l> = Vec<(&'l str, String)>;

/// The text, as it grows.
#[derive(Default)]
struct Text(String);

impl Text {
    /// Gauges of one name. With a `unit`, the name ends with it.
    fn family<'l>(
        &mut self,
        name: &str,
        unit: &str,
        help: &str,
        samples: impl IntoIterator<Item = (Labels<'l>, f64)>,
    ) {
        let name = format!("racklet_flash_{name}");
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} gauge");
        if !unit.is_empty() {
            let _ = writeln!(self.0, "# UNIT {name} {unit}");
        }
        for (labels, value) in samples {
            let _ = writeln!(self.0, "{name}{} {value}", braces(&labels));
        }
    }
}

fn braces(labels: &Labels<'_>) -> String {
    let all: Vec<_> =
        labels.iter().map(|(name, value)| format!("{name}=\"{}\"", escaped(value))).collect();
    if all.is_empty() { String::new() } else { format!("{{{}}}", all.join(",")) }
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

/// The file.
pub(super) fn metrics(report: &Report<'_>) -> String {
    let mut text = Text::default();
    of_run(&mut text, report);
    of_nodes(&mut text, &report.summary.nodes);
    of_steps(&mut text, &report.summary.nodes);
    text.0 + "# EOF\n"
}

fn of_run(text: &mut Text, report: &Report<'_>) {
    let summary = report.summary;
    let info = vec![
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("manifest", summary.manifest.display().to_string()),
        ("manifest_sha256", report.sha256.to_owned()),
        ("rehearsal", summary.rehearsal.to_string()),
        ("seed", summary.seed.map_or_else(String::new, |seed| seed.to_string())),
    ];
    text.family("run_info", "", "What ran: always 1.", [(info, 1.0)]);
    let unix =
        |time: SystemTime| time.duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_secs_f64());
    let begin = to_millis(unix(report.begin));
    text.family(
        "run_begin_timestamp_seconds",
        "seconds",
        "When the run began, in seconds since 1970.",
        [(vec![], begin)],
    );
    text.family(
        "run_duration_seconds",
        "seconds",
        "How long the run took.",
        [(vec![], summary.seconds)],
    );
    let code = f64::from(summary.exit() as u8);
    text.family(
        "run_exit_code",
        "",
        "The exit code of the run: 0 where every node is as the manifest says.",
        [(vec![], code)],
    );
    let states =
        STATES.map(|state| (vec![("state", state.name().to_owned())], summary.count(state) as f64));
    text.family("run_nodes", "", "How many nodes ended so.", states);
}

fn labels(node: &Record) -> Labels<'static> {
    vec![("node", node.name.clone()), ("board", node.board.clone()), ("port", node.port.clone())]
}

fn with(node: &Record, name: &'static str, value: &str) -> Labels<'static> {
    let mut labels = labels(node);
    labels.push((name, value.to_owned()));
    labels
}

fn of_nodes(text: &mut Text, nodes: &[Record]) {
    let states = nodes.iter().flat_map(|node| {
        STATES.map(|state| {
            (with(node, "state", state.name()), f64::from(u8::from(node.state == state)))
        })
    });
    text.family(
        "node_state",
        "",
        "How the node ended: 1 for that state, 0 for the others.",
        states,
    );
    let mut one = |name: &str, unit: &str, help: &str, value: &dyn Fn(&Record) -> f64| {
        text.family(name, unit, help, nodes.iter().map(|node| (labels(node), value(node))));
    };
    let flag = |value| f64::from(u8::from(value));
    one("node_verified", "", "Whether all bytes of the node are verified.", &|node| {
        flag(node.verified)
    });
    one(
        "node_earlier",
        "",
        "Whether the node was done in an earlier run, which this one goes on with.",
        &|node| flag(node.before),
    );
    one(
        "node_compared_bytes",
        "bytes",
        "Bytes of the image, and of what is written after it.",
        &|node| node.bytes as f64,
    );
    one("node_written_bytes", "bytes", "Those of them that were not there before.", &|node| {
        node.written() as f64
    });
    one(
        "node_duration_seconds",
        "seconds",
        "From the first attempt at the node to its end.",
        &|node| node.seconds,
    );
    one(
        "node_sent_again",
        "",
        "How often something was sent again, as it was damaged or lost on its way.",
        &|node| node.sent_again as f64,
    );
    one("node_retries", "", "How often the node was tried again.", &|node| node.retries as f64);
    let known = nodes.iter().flat_map(|node| {
        node.how.iter().map(|(how, bytes)| (with(node, "how", how), *bytes as f64))
    });
    text.family("node_verified_bytes", "bytes", "Bytes by how they are verified.", known);
    let failures = nodes.iter().flat_map(|node| {
        failures(node).into_iter().map(|((step, code), count)| {
            let mut labels = with(node, "step", step);
            labels.push(("code", code.to_owned()));
            (labels, count)
        })
    });
    text.family("node_failed_attempts", "", "Failed attempts by step and error.", failures);
}

/// How often a step failed with an error.
fn failures(node: &Record) -> BTreeMap<(&str, &str), f64> {
    let mut all = BTreeMap::new();
    for trouble in troubles(node) {
        *all.entry((trouble.step.as_deref().unwrap_or(""), trouble.code.as_str())).or_default() +=
            1.0;
    }
    all
}

fn of_steps(text: &mut Text, nodes: &[Record]) {
    let steps = |value: fn(&(f64, u64)) -> f64| {
        nodes.iter().flat_map(move |node| {
            steps(node)
                .into_iter()
                .map(move |(step, sums)| (with(node, "step", step), value(&sums)))
        })
    };
    let seconds = steps(|(seconds, _)| to_millis(*seconds));
    text.family(
        "node_step_seconds",
        "seconds",
        "How long each kind of step took, in all attempts.",
        seconds,
    );
    text.family(
        "node_step_bytes",
        "bytes",
        "Bytes that each kind of step moved, in all attempts.",
        steps(|(_, bytes)| *bytes as f64),
    );
}

/// Seconds and bytes by kind of step.
fn steps(node: &Record) -> BTreeMap<&str, (f64, u64)> {
    let mut all: BTreeMap<&str, (f64, u64)> = BTreeMap::new();
    for span in node.attempts.iter().flat_map(|attempt| &attempt.spans) {
        let sums = all.entry(&span.step).or_default();
        *sums = (sums.0 + length(span), sums.1 + span.bytes);
    }
    all
}
