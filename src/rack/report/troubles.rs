//! What failed: where, why, what to do, and where the evidence is.

use std::{fs, path::Path};

use maud::{Markup, html};

use super::{judge::troubles, words::count};
use crate::rack::record::{Record, Trouble};

/// A node that is not as it should be. `folder`: that of the run.
pub(super) fn card(record: &Record, folder: &Path) -> Markup {
    let state = record.state.name();
    let links = evidence(&folder.join(&record.name));
    html! {
        article.trouble {
            h3 { (record.name) " " span class={ "badge " (state) } { (state) } }
            p.faint { (record.board) " at " span.code { (record.port) } ", " (tried(record)) }
            @if let Some(trouble) = &record.trouble { (told(trouble)) }
            @if earlier(record).next().is_some() {
                details {
                    summary { "What failed before" }
                    ol { @for trouble in earlier(record) { li { (at(trouble)) (trouble.message) } } }
                }
            }
            @if !links.is_empty() {
                p.links {
                    "Evidence: "
                    @for name in &links { a href={ (record.name) "/" (name) } { (name) } " " }
                }
            }
        }
    }
}

fn tried(record: &Record) -> String {
    match record.attempts.len() {
        0 => "not begun".into(),
        attempts => count(attempts, "attempt"),
    }
}

fn told(trouble: &Trouble) -> Markup {
    html! {
        p.message { (at(trouble)) (trouble.message) }
        @if let Some(advice) = &trouble.advice { p { strong { "What to do: " } (advice) } }
        p.faint { "error " span.code { (trouble.code) } ", exit code " (trouble.exit) }
    }
}

fn at(trouble: &Trouble) -> Markup {
    html! { @if let Some(step) = &trouble.step { span.step { (step) } " " } }
}

/// The errors of attempts before the last one.
fn earlier(record: &Record) -> impl Iterator<Item = &Trouble> {
    troubles(record).take(record.attempts.len().saturating_sub(1))
}

/// Names of the files in a node's folder that tell what happened.
fn evidence(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = names.filter_map(|file| file.file_name().into_string().ok());
    let is_ours =
        |name: &String| ["log", "console"].contains(&name.as_str()) || name.contains("trace.");
    // They become part of a link as they are.
    let is_plain = |name: &String| {
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte))
    };
    let mut names: Vec<_> = names.filter(is_ours).filter(is_plain).collect();
    names.sort_by_key(|name| (name.contains("trace."), name.clone()));
    names
}
