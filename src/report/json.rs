//! Events for scripts.

use std::{
    io::{self, Write},
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// The shortest time between two `progress` events of a step.
const PACE: Duration = Duration::from_millis(200);

/// The step under way.
#[derive(Default)]
pub(super) struct Events {
    step: Option<Step>,
}

struct Step {
    what: String,
    bytes: u64,
    done: u64,
    told: u64,
    last: Instant,
}

impl Events {
    pub(super) fn step(&mut self, what: &str, bytes: u64) {
        self.finish();
        print(&json!({"event": "step", "step": what, "bytes": bytes}));
        self.step = Some(Step { what: what.into(), bytes, done: 0, told: 0, last: Instant::now() });
    }

    pub(super) fn advance(&mut self, bytes: u64) {
        let Some(step) = &mut self.step else { return };
        step.done += bytes;
        if step.last.elapsed() >= PACE {
            step.tell();
        }
    }

    /// Ends the step; its last `progress` event says how far it came.
    pub(super) fn finish(&mut self) {
        if let Some(mut step) = self.step.take().filter(|step| step.told != step.done) {
            step.tell();
        }
    }
}

impl Step {
    fn tell(&mut self) {
        (self.told, self.last) = (self.done, Instant::now());
        print(
            &json!({"event": "progress", "step": self.what, "done": self.done, "bytes": self.bytes}),
        );
    }
}

/// Prints one event. A reader that has gone away is no reason to stop flashing a board.
pub(super) fn print(event: &Value) {
    let _ = writeln!(io::stdout().lock(), "{event}");
}

/// Adds the fields of `more` to `event`.
pub(super) fn merge(event: &mut Value, more: &Value) {
    if let (Some(event), Some(more)) = (event.as_object_mut(), more.as_object()) {
        event.extend(more.iter().map(|(key, value)| (key.clone(), value.clone())));
    }
}
