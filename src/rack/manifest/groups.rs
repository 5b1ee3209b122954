//! The groups of nodes.

use super::{
    Group,
    mistakes::Notes,
    read::{Entry, jobs},
    tree::Table,
};

/// The groups that are declared, and then those that only nodes name. One that no node names is noted.
pub(super) fn all(
    declared: &[(&str, usize, &Table)],
    entries: &[Entry<'_>],
    notes: &mut Notes,
) -> Vec<Group> {
    let mut groups = Vec::new();
    for (name, line, table) in declared {
        if !entries.iter().any(|entry| entry.all.text("group") == Some(*name)) {
            let text = "no node is in it: remove it, or name it as the `group` of a node";
            notes.wrong((*line, &format!("group {name}")), text);
        }
        groups.push(Group { name: (*name).to_owned(), jobs: jobs(table) });
    }
    for name in entries.iter().filter_map(|entry| entry.all.text("group")) {
        if !groups.iter().any(|group| group.name == name) {
            groups.push(Group { name: name.to_owned(), jobs: None });
        }
    }
    groups
}
