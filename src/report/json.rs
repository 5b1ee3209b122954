//! Events for scripts.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{
    estimate::Estimate,
    out,
    progress::{Kind, Progress},
};

/// The shortest time between two `progress` events of a step.
const PACE: Duration = Duration::from_millis(200);

/// What was told of the step under way.
pub(super) struct Events {
    told: u64,
    last: Instant,
    about: About,
}

/// The node, the board and the port that events are about, where they are about one.
#[derive(Clone, Debug, Default)]
pub(super) struct About(Value);

impl About {
    pub(super) fn node(name: &str) -> Self {
        Self(json!({"node": name}))
    }

    /// The same with that board and port.
    pub(super) fn with_board(&self, board: Option<&str>, port: Option<&str>) -> Self {
        Self(json!({"node": self.0.get("node"), "board": board, "port": port}))
    }

    /// Prints an event with them. A reader that has gone away is no reason to stop flashing a board.
    pub(super) fn print(&self, event: &Value) {
        let _ = out::object(&self.with(event));
    }

    /// The event with them: what an event says of its board itself stays.
    pub(super) fn with(&self, event: &Value) -> Value {
        let mut whole = event.clone();
        if let (Some(whole), Some(about)) = (whole.as_object_mut(), self.0.as_object()) {
            for (key, value) in about.iter().filter(|(_, value)| !value.is_null()) {
                whole.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
        whole
    }
}

impl Events {
    pub(super) fn new(now: Instant) -> Self {
        Self { told: 0, last: now, about: About::default() }
    }

    pub(super) fn about(&mut self, about: About) {
        self.about = about;
    }

    pub(super) fn step(&mut self, step: &Progress, now: Instant) {
        (self.told, self.last) = (0, now);
        let (id, label) = (step.id.word(), &step.label);
        self.about.print(&match step.kind() {
            // It has an event of its own.
            Kind::Heading => return,
            Kind::Work => json!({"event": "step", "step": id, "label": label, "bytes": step.bytes}),
            Kind::Wait(limit) => {
                json!({"event": "wait", "for": label, "seconds": limit.as_secs_f64()})
            }
        });
    }

    pub(super) fn advance(&mut self, step: &Progress, estimate: &Estimate, now: Instant) {
        if now.saturating_duration_since(self.last) >= PACE {
            self.tell(step, estimate, now);
        }
    }

    /// Ends the step; its last `progress` event says how far it came.
    pub(super) fn finish(&mut self, step: &Progress, estimate: &Estimate, now: Instant) {
        if self.told != step.done() {
            self.tell(step, estimate, now);
        }
    }

    fn tell(&mut self, step: &Progress, estimate: &Estimate, now: Instant) {
        (self.told, self.last) = (step.done(), now);
        let left = estimate.left(step, now).map(|left| left.as_secs_f64().ceil());
        self.about.print(&json!({
            "event": "progress", "step": step.id.word(), "label": step.label, "done": step.done(),
            "bytes": step.bytes, "seconds_left": left,
        }));
    }
}

/// Prints one event. A reader that has gone away is no reason to stop flashing a board.
pub(super) fn print(event: &Value) {
    let _ = out::object(event);
}

/// Adds the fields of `more` to `event`.
pub(crate) fn merge(event: &mut Value, more: &Value) {
    if let (Some(event), Some(more)) = (event.as_object_mut(), more.as_object()) {
        event.extend(more.iter().map(|(key, value)| (key.clone(), value.clone())));
    }
}
