//! Progress on a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// One bar a step; a finished step leaves its line behind.
pub(super) struct Bars {
    current: Option<ProgressBar>,
}

impl Bars {
    pub(super) fn new() -> Self {
        Self { current: None }
    }

    pub(super) fn step(&mut self, what: &str, bytes: u64) {
        self.finish();
        let bar = if bytes == 0 {
            ProgressBar::new_spinner().with_style(style("{msg:24!} {spinner}"))
        } else {
            let template = "{msg:24!} [{bar:30}] {bytes:>10}/{total_bytes:<10} {binary_bytes_per_sec:>12} {eta:>4}";
            ProgressBar::new(bytes).with_style(style(template).progress_chars("=> "))
        };
        bar.set_message(what.to_owned());
        bar.enable_steady_tick(Duration::from_millis(100));
        self.current = Some(bar);
    }

    pub(super) fn advance(&self, bytes: u64) {
        if let Some(bar) = &self.current {
            bar.inc(bytes);
        }
    }

    pub(super) fn say(&self, text: &str) {
        match &self.current {
            Some(bar) => bar.suspend(|| eprintln!("{text}")),
            None => eprintln!("{text}"),
        }
    }

    pub(super) fn finish(&mut self) {
        if let Some(bar) = self.current.take() {
            bar.abandon();
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template)
        .expect("the templates are fixed, and the terminal test shows them")
}
