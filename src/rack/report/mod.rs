//! What a run leaves for people and for monitoring: `report.html` and `metrics.prom`, made from what `result.json` and
//! `plan.json` hold.

mod judge;
mod metrics;
mod nodes;
mod page;
mod ports;
mod timeline;
mod troubles;
mod words;

#[cfg(test)]
mod tests;

use std::time::SystemTime;

use serde::Deserialize;
use serde_json::Value;

use super::Summary;

/// A run that came to its end, to be told.
pub(super) struct Report<'r> {
    summary: &'r Summary,
    /// The SHA-256 of the manifest, in hexadecimal.
    sha256: &'r str,
    begin: SystemTime,
    plans: Plans,
}

/// What the report takes from `plan.json`.
#[derive(Clone, Debug, Default, Deserialize)]
struct Plans {
    nodes: Vec<NodePlan>,
}

#[derive(Clone, Debug, Deserialize)]
struct NodePlan {
    name: String,
    image: String,
    image_sha256: String,
    files: Vec<PlannedFile>,
}

#[derive(Clone, Debug, Deserialize)]
struct PlannedFile {
    role: String,
    name: String,
    sha256: String,
}

impl<'r> Report<'r> {
    /// A run whose manifest has this SHA-256, which began then, with the value that `plan.json` holds.
    pub(super) fn new(
        summary: &'r Summary,
        sha256: &'r str,
        begin: SystemTime,
        plans: &Value,
    ) -> Self {
        // Without plans, the page lacks the names of files.
        let plans = Plans::deserialize(plans).unwrap_or_default();
        Self { summary, sha256, begin, plans }
    }

    /// `report.html`: one page that needs nothing beside it.
    pub(super) fn html(&self) -> String {
        page::page(self).into_string()
    }

    /// `metrics.prom`: OpenMetrics, and Prometheus' older text format at once.
    pub(super) fn metrics(&self) -> String {
        metrics::metrics(self)
    }
}
