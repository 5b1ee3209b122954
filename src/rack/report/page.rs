//! The page: everything is in one file, nothing is loaded, and no script runs.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    Report, nodes, ports, timeline, troubles,
    words::{count, moment, time},
};
use crate::{
    number::size,
    rack::{
        Summary,
        record::{Record, State},
    },
};

const STYLE: &str = include_str!("style.css");
/// Browsers load and run nothing, whatever a board or a file says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The whole page.
pub(super) fn page(report: &Report<'_>) -> Markup {
    let summary = report.summary;
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (headline(summary)) " – racklet-flash" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (header(summary))
                main { (facts(report)) (sections(report)) }
                footer { "Made by racklet-flash " (env!("CARGO_PKG_VERSION")) ". The same for scripts is in " a href="result.json" { "result.json" } "." }
            }
        }
    }
}

fn bad(summary: &Summary) -> impl Iterator<Item = &Record> {
    summary.nodes.iter().filter(|node| !node.state.is_good())
}

/// The outcome in one sentence.
pub(super) fn headline(summary: &Summary) -> String {
    let all = summary.nodes.len();
    match (all, all - bad(summary).count()) {
        (1, 1) => format!("{} is as the manifest says", summary.nodes[0].name),
        (1, 0) => format!("{} is not as the manifest says", summary.nodes[0].name),
        (_, 0) => format!("None of {all} nodes is as the manifest says"),
        (_, good) if good == all => format!("All {all} nodes are as the manifest says"),
        (_, 1) => format!("1 of {all} nodes is as the manifest says"),
        (_, good) => format!("{good} of {all} nodes are as the manifest says"),
    }
}

fn header(summary: &Summary) -> Markup {
    let outcome = if bad(summary).next().is_none() { "good" } else { "bad" };
    html! {
        header class=(outcome) {
            @if summary.rehearsal {
                p.rehearsal { "Rehearsal on simulated boards" @if let Some(seed) = summary.seed { ", seed " (seed) } }
            }
            h1 { (headline(summary)) }
            (names(summary, State::Failed, "Failed"))
            (names(summary, State::Stopped, "Stopped or not begun"))
            (shares(summary))
        }
    }
}

/// The nodes that ended so, by name.
fn names(summary: &Summary, state: State, what: &str) -> Markup {
    let names = summary.nodes.iter().filter(|node| node.state == state);
    let names: Vec<_> = names.map(|node| node.name.as_str()).collect();
    html! { @if summary.nodes.len() > 1 && !names.is_empty() { p { strong { (what) ": " } (names.join(", ")) } } }
}

/// How many nodes ended how.
fn shares(summary: &Summary) -> Markup {
    let states = [State::Changed, State::Unchanged, State::Failed, State::Stopped];
    html! {
        p.shares {
            @for state in states.into_iter().filter(|state| summary.count(*state) > 0) {
                span class={ "badge " (state.name()) } { (summary.count(state)) " " (state.name()) }
            }
        }
    }
}

fn facts(report: &Report<'_>) -> Markup {
    let summary = report.summary;
    let now = summary.nodes.iter().filter(|node| !node.before);
    let written: u64 = now.map(Record::written).fold(0, u64::saturating_add);
    let before = summary.nodes.iter().filter(|node| node.before).count();
    html! {
        dl.facts {
            div { dt { "Began" } dd { (moment(report.begin)) } }
            div { dt { "Took" } dd { (time(summary.seconds)) } }
            div { dt { "Written" } dd { (size(written)) } }
            div { dt { "Boards" } dd { (boards(summary)) } }
            @if before > 0 { div { dt { "Done in an earlier run" } dd { (count(before, "node")) } } }
            div.long { dt { "Manifest" } dd { (summary.manifest.display()) } }
            div.long { dt { "Its SHA-256" } dd.code { (report.sha256) } }
        }
    }
}

fn boards(summary: &Summary) -> String {
    match (summary.rehearsal, summary.seed) {
        (false, _) => "real".into(),
        (true, None) => "simulated; nothing was made to fail".into(),
        (true, Some(seed)) => format!("simulated; failures drawn from seed {seed}"),
    }
}

fn sections(report: &Report<'_>) -> Markup {
    let summary = report.summary;
    html! {
        section {
            h2 { "Timeline" }
            (timeline::legend())
            (timeline::picture(summary))
        }
        @if bad(summary).next().is_some() {
            section {
                h2 { "What went wrong" }
                @for record in bad(summary) { (troubles::card(record, &summary.folder)) }
            }
        }
        section { h2 { "Nodes" } (nodes::table(&summary.nodes)) }
        section { h2 { "Retries by port" } (ports::section(summary)) }
        @if !report.plans.nodes.is_empty() {
            section { h2 { "Files" } (nodes::files(report)) }
        }
    }
}
