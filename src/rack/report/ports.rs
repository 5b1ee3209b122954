//! Retries per port, and what they say.

use maud::{Markup, html};

use super::{
    judge::{Judgement, port, together, troubles},
    words::count,
};
use crate::rack::{
    Summary,
    record::{Record, Trouble},
};

/// The section: what many nodes say together, a table of ports where something failed, and a line about the others.
pub(super) fn section(summary: &Summary) -> Markup {
    let records = &summary.nodes;
    let tried = records.iter().filter(|record| !record.attempts.is_empty());
    let (bad, good): (Vec<_>, Vec<_>) = tried.partition(|record| troubles(record).next().is_some());
    html! {
        @if let Some(seed) = summary.seed {
            p.faint { "These boards were simulated: what failed was drawn from the seed " (seed) "." }
        }
        @for judgement in together(records) { p { (judged(&judgement)) } }
        @if !bad.is_empty() { (table(&bad)) }
        @let others = others(&bad, &good, records.len());
        @if !others.is_empty() { p { (others) } }
    }
}

fn table(records: &[&Record]) -> Markup {
    html! {
        table.cards {
            thead { tr { th { "Port" } th.number { "Failed" } th { "Where" } th { "Judgement" } } }
            tbody {
                @for record in records {
                    tr {
                        td.head data-label="Port" { span.code { (record.port) } " " span.faint { (record.name) } }
                        td.number data-label="Failed" { (troubles(record).count()) " of " (record.attempts.len()) }
                        td data-label="Where" {
                            span { @for trouble in troubles(record) { (place(trouble)) } }
                        }
                        td.wide data-label="Judgement" {
                            @match port(record) {
                                Some(judgement) => span { (judged(&judgement)) },
                                None => span { "Something else ended it. This says nothing about the port." },
                            }
                        }
                    }
                }
            }
        }
    }
}

fn place(trouble: &Trouble) -> Markup {
    html! {
        span.place title=(trouble.message) {
            @if let Some(step) = &trouble.step { span.step { (step) } " " }
            span.code { (trouble.code) }
        }
    }
}

fn judged(judgement: &Judgement) -> Markup {
    let word = judgement.sure.word();
    html! { span class={ "sure " (word) } { (word) } " " (judgement.text) }
}

fn others(bad: &[&Record], good: &[&Record], all: usize) -> String {
    let idle = all - bad.len() - good.len();
    let mut text = match (bad.is_empty(), good.len()) {
        (_, 0) => String::new(),
        (true, 1) => "Nothing failed at the port that was used.".into(),
        (true, _) => format!("Nothing failed at any of {}.", count(good.len(), "port")),
        (false, _) => format!("Nothing failed at {}.", count(good.len(), "other port")),
    };
    if idle > 0 {
        text += &format!(
            " {} not begun.",
            if idle == 1 { "1 node was".into() } else { format!("{idle} nodes were") }
        );
    }
    text
}
