//! What is seen of a rack while it is worked on: a line a node on a terminal, plain lines elsewhere, events for scripts.

use std::{
    io::{self, IsTerminal},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use link::{StepId, Watch};

use crate::{
    boards::Board,
    family::Desk,
    number::size,
    plan::{Loss, Numbered},
    rack::{
        Audience,
        manifest::{Manifest, Node},
        record::{Record, State},
    },
    report::{Report, Rows, Style},
};

/// The screen of a rack.
pub(super) struct Screen {
    style: Style,
    /// The lines on a terminal, where there is one.
    rows: Option<Rows>,
    nodes: usize,
    done: Mutex<Vec<State>>,
}

impl Screen {
    pub(super) fn new(style: Style, manifest: &Manifest, chosen: &[usize]) -> Self {
        let names: Vec<_> = chosen.iter().map(|node| manifest.nodes[*node].name.clone()).collect();
        let is_shown = !style.json && !style.quiet && io::stderr().is_terminal();
        let rows = is_shown.then(|| Rows::new(&names));
        let screen = Self { style, rows, nodes: names.len(), done: Mutex::default() };
        screen.count();
        screen
    }

    /// A line about the whole rack.
    pub(super) fn say(&self, text: &str) {
        match &self.rows {
            Some(rows) => rows.say(&link::Foreign(text).to_string()),
            None => Report::new(self.style).note(text),
        }
    }

    /// Takes the lines off the screen.
    pub(super) fn clear(&self) {
        if let Some(rows) = &self.rows {
            rows.clear();
        }
    }

    /// Has the last line say how many nodes are done.
    fn count(&self) {
        let Some(rows) = &self.rows else { return };
        let done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        let good = done.iter().filter(|state| state.is_good()).count();
        let bad = done.len() - good;
        let failed = if bad > 0 { format!(", {bad} failed") } else { String::new() };
        rows.summary(format!("{good} of {} nodes done{failed}", self.nodes));
    }
}

impl Audience for Screen {
    fn desk(&self, node: &Node) -> Box<dyn Desk + '_> {
        Box::new(Row(Report::of_node(self.style, &node.name, self.rows.as_ref())))
    }

    fn done(&self, record: &Record) {
        self.done.lock().unwrap_or_else(PoisonError::into_inner).push(record.state);
        self.count();
        match self.style.json {
            true => {
                let fields = serde_json::to_value(record).unwrap_or_default();
                Report::of_node(self.style, &record.name, None).event("node", "", &fields);
            }
            false if self.style.quiet && record.state.is_good() => {}
            false => self.say_end(record),
        }
    }

    fn note(&self, text: &str) {
        self.say(text);
    }
}

impl Screen {
    fn say_end(&self, record: &Record) {
        let text = format!("{}: {}", record.name, words(record));
        match &self.rows {
            Some(rows) => rows.say(&text),
            None => crate::report::say(&text),
        }
    }
}

/// How a node ended, in one line.
fn words(record: &Record) -> String {
    let mut text = match record.state {
        State::Changed => format!(
            "changed: {} written, {}, in {:.1} s",
            size(record.written()),
            if record.verified { "verified" } else { "not verified" },
            record.seconds
        ),
        State::Unchanged => format!("unchanged: {} compared", size(record.bytes)),
        State::Failed | State::Stopped => {
            let trouble = record.trouble.as_ref();
            let message = trouble.map_or("", |trouble| &trouble.message);
            let advice = trouble.and_then(|trouble| trouble.advice.as_ref());
            let advice =
                advice.map(|advice| format!(" (what to do: {})", advice.replace('\n', "; ")));
            format!("{}: {message}{}", record.state.name(), advice.unwrap_or_default())
        }
    };
    if record.before {
        text.push_str(" (in an earlier run)");
    }
    if record.retries > 0 {
        let s = if record.retries == 1 { "" } else { "s" };
        text.push_str(&format!("; it was tried again {} time{s}", record.retries));
    }
    link::Foreign(text).to_string()
}

/// One node's report, as its job sees it.
struct Row(Report);

impl Watch for Row {
    fn step(&mut self, id: StepId, label: &str, bytes: u64) {
        self.0.step(id, label, bytes);
    }

    fn advance(&mut self, bytes: u64) {
        self.0.advance(bytes);
    }

    fn note(&mut self, text: &str) {
        self.0.note(text);
    }

    fn wait(&mut self, what: &str, limit: Duration) {
        self.0.wait(what, limit);
    }
}

impl Desk for Row {
    fn opened(&mut self, board: &'static Board, _: &str, port: &str) {
        self.0.about(Some(&board.name), Some(port));
    }

    fn begin(&mut self, step: &Numbered<'_>) {
        self.0.plan_step(step);
    }

    fn then(&mut self, bytes: &[(StepId, u64)]) {
        self.0.then(bytes);
    }

    fn may_agree(&self) -> bool {
        true
    }

    fn detail(&mut self, text: &str) {
        self.0.detail(text);
    }

    fn allow(&mut self, _: &Loss) -> anyhow::Result<()> {
        Ok(())
    }
}
