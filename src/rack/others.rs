//! The nodes of a run that goes on which this process was not asked for: they stay in what the run says.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Prepared, Rack, record::Record};
use crate::files::regular;

/// The longest `plan.json` that is read, in bytes.
const MOST: u64 = 64 << 20;

impl Rack<'_> {
    /// The records of all nodes of the run, in the order of the manifest: what the journal says of the others.
    pub(super) fn with_others(&self, records: Vec<Record>) -> Vec<Record> {
        let named = records.into_iter().map(|record| (record.name.clone(), record));
        let mut now: BTreeMap<_, _> = named.collect();
        let nodes = self.manifest.nodes.iter();
        nodes.filter_map(|node| now.remove(&node.name).or_else(|| self.past.other(node))).collect()
    }

    /// What `plan.json` holds: the plans of the nodes that were prepared, and those that an earlier run wrote down.
    pub(super) fn plans(&self, prepared: &BTreeMap<usize, Prepared>) -> Value {
        let before = self.plans_before();
        let plans = self.manifest.nodes.iter().zip(0..).filter_map(|(node, index)| {
            let before = || before.iter().find(|plan| plan["name"] == *node.name).cloned();
            prepared.get(&index).map(|ready| ready.fields(node)).or_else(before)
        });
        json!({"schema": 1, "nodes": plans.collect::<Vec<_>>()})
    }

    fn plans_before(&self) -> Vec<Value> {
        if self.past.nodes.is_empty() {
            return Vec::new();
        }
        let bytes = regular::read(&self.folder.file("plan.json"), MOST).unwrap_or_default();
        let plan: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        plan["nodes"].as_array().cloned().unwrap_or_default()
    }
}
