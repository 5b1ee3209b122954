//! Progress on a terminal.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};
use rustix::termios::tcgetwinsize;

use super::{
    estimate::{self, Estimate},
    out,
    progress::{Kind, Progress},
};

/// Columns below which there is no room for a bar, and below which there is none for a rate.
const NARROW: usize = 76;
const MIDDLE: usize = 100;
/// Columns of all that is on a line with a bar but the label: numbers, the time left, and ten columns of the bar itself.
const NUMBERS: usize = 49;
/// The same of a rate.
const RATE: usize = 14;
/// How often the time left is worked out.
const PACE: Duration = Duration::from_millis(250);

/// One bar for each step; a finished step leaves its line on the screen.
pub(super) struct Bars {
    bar: Option<(ProgressBar, Kind)>,
    /// When the time left was worked out.
    told: Instant,
}

impl Bars {
    pub(super) fn new(now: Instant) -> Self {
        Self { bar: None, told: now }
    }

    pub(super) fn step(&mut self, step: &Progress, now: Instant) {
        match &self.bar {
            // What it is made of says more.
            Some((bar, Kind::Heading)) if step.kind() != Kind::Heading => bar.finish_and_clear(),
            _ => self.finish(),
        }
        let columns = columns();
        let bar = match step.bytes {
            0 => ProgressBar::new_spinner().with_style(style(&still(step.kind()))),
            bytes => ProgressBar::new(bytes).with_style(style(moving(columns))),
        };
        let room = if step.bytes > 0 && columns >= NARROW { room(columns) } else { usize::MAX };
        bar.set_message(shortened(&step.words(), room));
        bar.enable_steady_tick(Duration::from_millis(100));
        self.bar = Some((bar, step.kind()));
        self.told = now;
    }

    pub(super) fn advance(&mut self, step: &Progress, estimate: &Estimate, now: Instant) {
        let Some((bar, _)) = &self.bar else { return };
        bar.set_position(step.done());
        if now.saturating_duration_since(self.told) >= PACE {
            self.told = now;
            bar.set_prefix(estimate.left(step, now).map(estimate::words).unwrap_or_default());
        }
    }

    /// Writes text above the bar, or below that of a step that is complete.
    pub(super) fn say(&mut self, lead: &'static str, text: &str, is_complete: bool) {
        if is_complete {
            self.finish();
        }
        match &self.bar {
            Some((bar, _)) => bar.suspend(|| out::say(lead, text)),
            None => out::say(lead, text),
        }
    }

    pub(super) fn finish(&mut self) {
        let Some((bar, kind)) = self.bar.take() else { return };
        if matches!(kind, Kind::Wait(_)) {
            bar.finish_and_clear();
            return;
        }
        let moved = bar.length().is_some();
        bar.set_style(style(if moved {
            "{wide_msg} {bytes:>11} in {elapsed}"
        } else {
            "{wide_msg}"
        }));
        bar.abandon();
    }
}

fn columns() -> usize {
    tcgetwinsize(std::io::stderr()).map_or(80, |size| size.ws_col.into())
}

/// The line of a step without bytes.
fn still(kind: Kind) -> String {
    match kind {
        Kind::Wait(limit) => {
            format!("{{wide_msg}} {{elapsed}} of {} s {{spinner}}", limit.as_secs())
        }
        Kind::Heading | Kind::Work => "{wide_msg} {elapsed} {spinner}".into(),
    }
}

/// What fits on one line of this many columns.
fn moving(columns: usize) -> &'static str {
    match columns {
        ..NARROW => "{wide_msg} {percent:>3} % {prefix:>11}",
        NARROW..MIDDLE => "{msg} [{wide_bar}] {bytes:>11}/{total_bytes:>11} {prefix:>11}",
        _ => "{msg} [{wide_bar}] {bytes:>11}/{total_bytes:>11} {bytes_per_sec:>13} {prefix:>11}",
    }
}

/// Columns for the label beside a bar.
fn room(columns: usize) -> usize {
    columns - NUMBERS - if columns < MIDDLE { 0 } else { RATE }
}

/// A text that is not longer than the room for it.
fn shortened(text: &str, room: usize) -> String {
    match text.chars().count() > room {
        true => text.chars().take(room.saturating_sub(1)).chain(['…']).collect(),
        false => text.into(),
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template)
        .expect("the templates are fixed, and the terminal test shows them")
        .progress_chars("=> ")
}
