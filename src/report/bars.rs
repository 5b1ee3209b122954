//! Progress on a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use link::Foreign;
use rustix::termios::tcgetwinsize;

use super::{out, progress::Progress};

/// Columns below which there is no room for a bar.
const NARROW: u16 = 76;

/// One bar for each step; a finished step leaves its line on the screen.
pub(super) struct Bars(Option<ProgressBar>);

impl Bars {
    pub(super) fn new() -> Self {
        Self(None)
    }

    pub(super) fn step(&mut self, step: &Progress) {
        self.finish();
        let bar = match step.bytes {
            0 => ProgressBar::new_spinner().with_style(style("{wide_msg} {spinner}")),
            bytes => ProgressBar::new(bytes).with_style(moving()),
        };
        bar.set_message(Foreign(&step.label).to_string());
        bar.enable_steady_tick(Duration::from_millis(100));
        self.0 = Some(bar);
    }

    pub(super) fn advance(&self, step: &Progress) {
        if let Some(bar) = &self.0 {
            bar.set_position(step.done());
        }
    }

    /// Writes text above the bar, or below that of a step that is complete.
    pub(super) fn say(&mut self, lead: &'static str, text: &str, is_complete: bool) {
        if is_complete {
            self.finish();
        }
        match &self.0 {
            Some(bar) => bar.suspend(|| out::say(lead, text)),
            None => out::say(lead, text),
        }
    }

    pub(super) fn finish(&mut self) {
        if let Some(bar) = self.0.take() {
            let moved = bar.length().is_some();
            bar.set_style(style(if moved {
                "{wide_msg} {bytes:>11} in {elapsed}"
            } else {
                "{wide_msg}"
            }));
            bar.abandon();
        }
    }
}

/// What fits on one line of the terminal.
fn moving() -> ProgressStyle {
    let columns = tcgetwinsize(std::io::stderr()).map_or(80, |size| size.ws_col);
    let template = if columns < NARROW {
        "{wide_msg} {percent:>3} %"
    } else {
        "{msg} [{wide_bar}] {bytes:>10}/{total_bytes} {bytes_per_sec:>12} {eta:>4}"
    };
    style(template).progress_chars("=> ")
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template)
        .expect("the templates are fixed, and the terminal test shows them")
}
