//! Tables: what became of every node, and the files that the nodes were to hold.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{
    Report,
    words::{count, rate_of, time, verified},
};
use crate::{number::size, rack::record::Record};

/// The table of nodes.
pub(super) fn table(records: &[Record]) -> Markup {
    html! {
        table.cards {
            thead {
                tr {
                    th { "Node" } th { "Port" } th { "State" } th.number { "Written" } th.number { "There before" }
                    th.number { "Rate" } th { "Verified" } th { "Chip" } th.number { "Retries" } th.number { "Time" }
                }
            }
            tbody { @for record in records { (row(record)) } }
        }
    }
}

fn row(record: &Record) -> Markup {
    let state = record.state.name();
    let moved = |value: String| (record.bytes > 0).then_some(value);
    html! {
        tr {
            td.head data-label="Node" { strong { (record.name) } " " span.faint { (record.board) } }
            td.code data-label="Port" { (record.port) }
            td data-label="State" {
                span {
                    span class={ "badge " (state) } { (state) }
                    @if record.before { " " span.faint { "in an earlier run" } }
                }
            }
            (cell("number", "Written", moved(size(record.written()))))
            (cell("number", "There before", moved(size(record.already_there))))
            (cell("number", "Rate", rate_of(record).and_then(moved)))
            (cell("", "Verified", moved(verified(record))))
            (cell("code", "Chip", record.chip.clone()))
            (cell("number", "Retries", Some(record.retries.to_string())))
            (cell("number", "Time", Some(time(record.seconds))))
        }
    }
}

/// A cell, which a narrow page leaves out where there is nothing to say.
fn cell(class: &str, label: &str, value: Option<String>) -> Markup {
    let none = if value.is_none() { " none" } else { "" };
    html! { td class={ (class) (none) } data-label=(label) { (value.unwrap_or_else(|| "–".into())) } }
}

/// A file that nodes were to hold, or that started them.
struct Source<'r> {
    /// What it is: an image, or the role of a boot loader's file.
    role: &'r str,
    name: &'r str,
    nodes: Vec<&'r str>,
}

/// Images and boot loaders' files, by role and SHA-256: files of one content are one.
fn sources<'r>(report: &'r Report<'_>) -> BTreeMap<(bool, &'r str, &'r str), Source<'r>> {
    let mut all = BTreeMap::new();
    for node in &report.plans.nodes {
        let image = ("image", node.image.as_str(), node.image_sha256.as_str());
        let files = node
            .files
            .iter()
            .map(|file| (file.role.as_str(), file.name.as_str(), file.sha256.as_str()));
        for (role, name, sha256) in std::iter::once(image).chain(files) {
            // Images come first.
            let key = (role != "image", role, sha256);
            let source = all.entry(key).or_insert_with(|| Source { role, name, nodes: Vec::new() });
            source.nodes.push(node.name.as_str());
        }
    }
    all
}

/// The table of files.
pub(super) fn files(report: &Report<'_>) -> Markup {
    html! {
        table.cards {
            thead { tr { th { "File" } th { "What" } th { "SHA-256" } th { "For" } } }
            tbody {
                @for ((_, _, sha256), source) in sources(report) {
                    tr {
                        td.head data-label="File" { (source.name) }
                        td data-label="What" { (source.role) }
                        td.code data-label="SHA-256" { (sha256) }
                        td data-label="For" title=(source.nodes.join(", ")) { (whom(&source.nodes)) }
                    }
                }
            }
        }
    }
}

/// A few names, or how many there are.
fn whom(nodes: &[&str]) -> String {
    match nodes.len() {
        ..=3 => nodes.join(", "),
        more => count(more, "node"),
    }
}
