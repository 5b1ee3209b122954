//! The run as a picture: a row a node, a bar for what it did at a time. Places are percentages, so that it is as wide as the page,
//! and its text is as large as other text.

use maud::{Markup, html};

use super::words::{extent, length, short, time};
use crate::{
    number::{size, to_millis},
    rack::{
        Summary,
        record::{Attempt, Record, Span},
    },
};

/// Heights in pixels: the axis, a row, and what is in it.
const AXIS: usize = 24;
const ROW: usize = 48;
/// Bars of a row: the longest ones are kept. More of them cannot be told apart.
const BARS: usize = 40;
/// The smallest share of the picture's width that is still seen, in percent.
const NARROW: f64 = 0.12;
/// Characters of a step's label.
const LABEL: usize = 100;

/// What a colour stands for: a class of the style sheet, and words.
pub(super) const LEGEND: &[(&str, &str)] = &[
    ("find", "find and choose"),
    ("start", "start boot loaders"),
    ("compare", "compare"),
    ("write", "write"),
    ("verify", "verify"),
    ("restart", "restart and console"),
    ("hook", "hook"),
    ("wait", "wait for the board"),
];

/// The class of a span.
fn class(span: &Span) -> &'static str {
    match span.step.as_str() {
        _ if span.label.starts_with("waiting for") => "wait",
        "start" | "send" | "run" | "command" | "unpack" => "start",
        "compare" | "read" => "compare",
        // The heading of what follows: the first byte is written later.
        "write" if span.bytes == 0 => "find",
        "write" | "erase" => "write",
        "verify" => "verify",
        "restart" | "console" => "restart",
        "hook" => "hook",
        _ => "find",
    }
}

/// Spans of one class, one after the other.
struct Bar<'r> {
    class: &'static str,
    first: &'r str,
    spans: usize,
    begin: f64,
    end: f64,
    bytes: u64,
}

impl Bar<'_> {
    fn title(&self) -> String {
        let words =
            LEGEND.iter().find(|(class, _)| *class == self.class).map_or("", |known| known.1);
        let more = match self.spans {
            1 => String::new(),
            spans => format!(" and {} more", spans - 1),
        };
        let bytes = match self.bytes {
            0 => String::new(),
            bytes => format!(", {}", size(bytes)),
        };
        let (first, took) = (short(self.first, LABEL), time(self.end - self.begin));
        format!("{words}: {first}{more}; {took}{bytes}, from {} on", time(self.begin))
    }
}

/// A scale from seconds to percent.
struct Scale {
    end: f64,
}

impl Scale {
    fn of(summary: &Summary) -> Self {
        let spans =
            summary.nodes.iter().filter(|node| !node.before).flat_map(|node| &node.attempts);
        let ends = spans.filter_map(extent).map(|(_, end)| end);
        Self { end: ends.fold(summary.seconds, f64::max).max(0.001) }
    }

    fn place(&self, seconds: f64) -> f64 {
        (seconds / self.end * 100.0).clamp(0.0, 100.0)
    }

    /// The seconds between two lines of the axis: at most six of them.
    fn step(&self) -> f64 {
        let decades = (-3..7).flat_map(|power| {
            let ones: &[f64] = match power {
                // Parts of minutes and hours.
                1.. => &[],
                _ => &[1.0, 2.0, 5.0],
            };
            ones.iter().map(move |one| one * 10f64.powi(power))
        });
        let clock = [10.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1200.0, 1800.0, 3600.0, 7200.0];
        let mut steps = decades.filter(|step| *step < 10.0).chain(clock);
        steps.find(|step| self.end / step <= 6.0).unwrap_or(self.end / 6.0)
    }

    fn lines(&self) -> Vec<f64> {
        let step = self.step();
        let most = (self.end / step).floor() as usize;
        (0..=most).map(|line| line as f64 * step).collect()
    }

    /// What a line of the axis says.
    fn label(&self, seconds: f64) -> String {
        match self.step() {
            step if step < 1.0 => format!("{} s", to_millis(seconds)),
            step if step < 60.0 && self.end < 100.0 => format!("{seconds} s"),
            step if step < 60.0 => format!("{}:{:02}", seconds as u64 / 60, seconds as u64 % 60),
            step if step < 3600.0 => format!("{} min", seconds as u64 / 60),
            _ => format!("{} h", (seconds / 360.0).round() / 10.0),
        }
    }
}

fn percent(value: f64) -> String {
    format!("{:.2}%", value)
}

/// The picture.
pub(super) fn picture(summary: &Summary) -> Markup {
    let scale = Scale::of(summary);
    let height = AXIS + ROW * summary.nodes.len();
    html! {
        svg.timeline width="100%" height=(height) role="img" aria-label="What every node did when" {
            defs {
                pattern id="waiting" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                    rect.ground width="6" height="6" {}
                    rect.stripe width="2.5" height="6" {}
                }
            }
            @for line in scale.lines() {
                (gridline(&scale, line, height))
            }
            @for (index, node) in summary.nodes.iter().enumerate() {
                (row(&scale, node, AXIS + ROW * index))
            }
        }
    }
}

fn gridline(scale: &Scale, line: f64, height: usize) -> Markup {
    let place = scale.place(line);
    let x = percent(place);
    let anchor = match place {
        ..2.0 => "start",
        98.0.. => "end",
        _ => "middle",
    };
    html! {
        line.grid x1=(x) x2=(x) y1=(AXIS - 6) y2=(height) {}
        text.tick x=(x) y="12" text-anchor=(anchor) { (scale.label(line)) }
    }
}

fn row(scale: &Scale, node: &Record, top: usize) -> Markup {
    let took = match (node.before, node.attempts.is_empty()) {
        (true, _) => "done in an earlier run".into(),
        (false, true) => "not begun".into(),
        (false, false) => format!("{}, {}", node.state.name(), time(node.seconds)),
    };
    let attempts = if node.before { &[] } else { node.attempts.as_slice() };
    let first = attempts.iter().find_map(extent).map(|(begin, _)| scale.place(begin));
    html! {
        line.rule x1="0" x2="100%" y1=(top) y2=(top) {}
        text.node x="0" y=(top + 15) {
            tspan.name { (node.name) }
            tspan.board { "  " (node.board) }
        }
        text x="100%" y=(top + 15) text-anchor="end" class={ "state " (node.state.name()) } { (took) }
        @if first.is_none() && !attempts.is_empty() {
            text.board x="0" y=(top + 33) { "failed before its first step" }
        }
        @if let Some(first) = first {
            rect.idle x="0" y=(top + 28) width=(percent(first)) height="2" {
                title { "preparing, or waiting for its turn" }
            }
        }
        @for bar in bars(scale, attempts) {
            @let (from, to) = (scale.place(bar.begin), scale.place(bar.end));
            rect class=(bar.class) x=(percent(from)) y=(top + 22) width=(percent((to - from).max(NARROW))) height="14" {
                title { (bar.title()) }
            }
        }
        @for (index, attempt) in attempts.iter().enumerate() {
            (attempt_line(scale, attempt, (index + 1, attempts.len()), top))
        }
    }
}

/// A line below the bars of an attempt, and a cross where it failed.
fn attempt_line(
    scale: &Scale,
    attempt: &Attempt,
    (number, of): (usize, usize),
    top: usize,
) -> Markup {
    let Some((begin, end)) = extent(attempt) else { return html! {} };
    let (from, to) = (scale.place(begin), scale.place(end));
    let title = match &attempt.trouble {
        None => format!("attempt {number} of {of}: passed"),
        Some(trouble) => {
            format!("attempt {number} of {of} failed: {}", short(&trouble.message, 2 * LABEL))
        }
    };
    let class = if attempt.trouble.is_some() { "bad" } else { "good" };
    let y = top + 39;
    html! {
        rect class={ "attempt " (class) } x=(percent(from)) y=(y) width=(percent((to - from).max(NARROW))) height="3" {
            title { (title) }
        }
        @if attempt.trouble.is_some() {
            text.cross x=(percent(to)) dx="2" y=(top + 34) text-anchor=(if to > 97.0 { "end" } else { "start" }) {
                "✕" title { (title) }
            }
        }
    }
}

/// The bars of a node's attempts: spans of one class are one bar, and of too many bars the shortest are left out.
fn bars<'r>(scale: &Scale, attempts: &'r [Attempt]) -> Vec<Bar<'r>> {
    let mut bars: Vec<Bar<'r>> = Vec::new();
    for attempt in attempts {
        let first = bars.len();
        for span in &attempt.spans {
            match bars[first..].last_mut() {
                Some(bar) if bar.class == class(span) => {
                    bar.spans += 1;
                    bar.bytes += span.bytes;
                    bar.end = span.end;
                }
                _ => bars.push(Bar::of(span)),
            }
        }
    }
    bars.retain(|bar| scale.place(bar.end) - scale.place(bar.begin) > NARROW / 2.0);
    bars.sort_by(|a, b| (b.end - b.begin).total_cmp(&(a.end - a.begin)));
    bars.truncate(BARS);
    bars.sort_by(|a, b| a.begin.total_cmp(&b.begin));
    bars
}

impl<'r> Bar<'r> {
    fn of(span: &'r Span) -> Self {
        Self {
            class: class(span),
            first: &span.label,
            spans: 1,
            begin: span.begin,
            end: span.begin + length(span),
            bytes: span.bytes,
        }
    }
}

/// What the colours stand for.
pub(super) fn legend() -> Markup {
    html! {
        ul.legend {
            @for (class, words) in LEGEND {
                li {
                    svg width="14" height="14" aria-hidden="true" { rect class=(class) width="14" height="14" {} }
                    (words)
                }
            }
            li { span.cross { "✕" } "an attempt failed" }
        }
    }
}
