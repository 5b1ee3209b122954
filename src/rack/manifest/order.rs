//! Nodes that come after others, by their names.

use super::{mistakes::Notes, read::Entry, tree::Value};
use crate::{boards, rack::folder};

/// Notes names that two nodes have, and those of files in a run's folder.
pub(super) fn names(entries: &[Entry<'_>], notes: &mut Notes) {
    for (index, entry) in entries.iter().enumerate() {
        let Some(name) = entry.all.text("name") else { continue };
        if folder::FILES.contains(&name) {
            let text =
                format!("a node cannot be called `{name}`: a run's folder has a file of that name");
            notes.wrong(entry.here("name"), text);
        }
        let first = entries[..index].iter().find(|other| other.all.text("name") == Some(name));
        if let Some(first) = first {
            let text =
                format!("another node is called `{name}`, too: the one in line {}", first.line);
            notes.wrong(entry.here("name"), text);
        }
    }
}

/// The indices of the nodes that each node comes after. Unknown names and circles are noted.
pub(super) fn after(entries: &[Entry<'_>], notes: &mut Notes) -> Vec<Vec<usize>> {
    let all: Vec<_> =
        entries.iter().map(|entry| entry.all.text("name").unwrap_or_default()).collect();
    let after: Vec<_> = entries.iter().map(|entry| of(entry, &all, notes)).collect();
    if let Some(circle) = circle(&after) {
        let names: Vec<_> = circle.iter().map(|index| all[*index]).collect();
        let text = match names[..] {
            [_, _] => "it cannot come after itself".to_owned(),
            _ => format!("`after` goes round in a circle: {}", names.join(" after ")),
        };
        notes.wrong(entries[circle[0]].here("after"), text);
    }
    after
}

fn of(entry: &Entry<'_>, all: &[&str], notes: &mut Notes) -> Vec<usize> {
    let mut after = Vec::new();
    for item in entry.all.list("after") {
        let Value::Text(name) = &item.value else { continue };
        match all.iter().position(|known| known == name) {
            Some(index) if after.contains(&index) => {}
            Some(index) => after.push(index),
            None => {
                let all: Vec<_> = all.iter().copied().filter(|name| !name.is_empty()).collect();
                notes.wrong((item.line, &entry.about), boards::unknown("node", name, &all));
            }
        }
    }
    after
}

/// A way from a node back to it, with the node at both ends.
fn circle(after: &[Vec<usize>]) -> Option<Vec<usize>> {
    // What comes after nothing but what is done is done; what is left when that ends is in a circle, or behind one.
    let mut left: Vec<_> = (0..after.len()).collect();
    loop {
        let before = left.len();
        let waits = |index: &usize| after[*index].iter().any(|other| left.contains(other));
        left = left.iter().copied().filter(waits).collect();
        if left.len() == before {
            break;
        }
    }
    let mut way = vec![*left.first()?];
    loop {
        let last = *way.last()?;
        let next = *after[last].iter().find(|next| left.contains(next))?;
        if let Some(start) = way.iter().position(|index| *index == next) {
            way.drain(..start);
            way.push(next);
            return Some(way);
        }
        way.push(next);
    }
}
