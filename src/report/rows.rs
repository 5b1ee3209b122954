//! Progress of many boards on a terminal: a line a node, and one for all of them.

use std::time::{Duration, Instant};

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use super::{
    estimate::{self, Estimate},
    out,
    progress::{Kind, Progress},
};

/// How often the time left is worked out.
const PACE: Duration = Duration::from_millis(250);

/// The lines of a rack.
#[derive(Clone)]
pub struct Rows {
    screen: MultiProgress,
    all: ProgressBar,
    /// Columns of the longest name.
    width: usize,
}

impl Rows {
    /// A line for each of these names, and the last one for all of them.
    pub fn new(names: &[String]) -> Self {
        let screen = MultiProgress::new();
        let all = screen.add(ProgressBar::new_spinner());
        all.set_style(style("{wide_msg} {bytes_per_sec:>13} {elapsed:>5} {spinner}"));
        all.enable_steady_tick(Duration::from_millis(200));
        let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
        Self { screen, all, width }
    }

    /// The line of a node.
    pub(super) fn row(&self, name: &str) -> Row {
        let bar = self.screen.insert_before(&self.all, ProgressBar::new_spinner());
        bar.set_prefix(format!("{name:width$}", width = self.width));
        Row {
            rows: self.clone(),
            bar,
            name: name.into(),
            told: Instant::now(),
            left: String::new(),
        }
    }

    /// What the last line says.
    pub fn summary(&self, text: String) {
        self.all.set_message(text);
    }

    /// Writes a line above all of them.
    pub fn say(&self, text: &str) {
        self.screen.suspend(|| out::say("", text));
    }

    /// Takes the lines off the screen.
    pub fn clear(&self) {
        self.all.finish_and_clear();
        let _ = self.screen.clear();
    }
}

/// The line of one node.
pub(super) struct Row {
    rows: Rows,
    bar: ProgressBar,
    name: String,
    told: Instant,
    left: String,
}

impl Row {
    pub(super) fn step(&mut self, step: &Progress) {
        self.bar.set_style(style(match (step.bytes, step.kind()) {
            (0, Kind::Heading | Kind::Work) => "{prefix} {wide_msg} {spinner}",
            (0, Kind::Wait(_)) => "{prefix} {wide_msg} {elapsed} {spinner}",
            _ => "{prefix} {wide_msg} {percent:>3} %",
        }));
        self.bar.reset();
        match step.bytes {
            0 => self.bar.unset_length(),
            bytes => self.bar.set_length(bytes),
        }
        self.left.clear();
        self.bar.set_message(step.words());
        self.bar.enable_steady_tick(Duration::from_millis(200));
    }

    pub(super) fn advance(&mut self, step: &Progress, estimate: &Estimate, now: Instant) {
        let more = step.done().saturating_sub(self.bar.position());
        self.rows.all.inc(more);
        self.bar.set_position(step.done());
        if now.saturating_duration_since(self.told) >= PACE {
            self.told = now;
            let rate = self.bar.per_sec() / f64::from(1 << 20);
            let left = estimate.left(step, now).map(estimate::words).unwrap_or_default();
            self.bar.set_message(format!("{}  {rate:.1} MiB/s  {left}", step.words()));
        }
    }

    pub(super) fn say(&self, text: &str) {
        self.rows.say(&format!("{}: {text}", self.name));
    }
}

impl Drop for Row {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the templates are fixed, and a test shows them")
}
