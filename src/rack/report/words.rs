//! Numbers and names as the page has them.

use std::time::SystemTime;

use link::Method;

use crate::{
    number::size,
    rack::record::{Attempt, Record, Span},
};

/// A time for people: `0.36 s`, `12.3 s`, `3 min 5 s`, `1 h 2 min`.
pub(super) fn time(seconds: f64) -> String {
    let whole = seconds.round() as u64;
    match whole {
        3600.. => format!("{} h {} min", whole / 3600, whole % 3600 / 60),
        100.. => format!("{} min {} s", whole / 60, whole % 60),
        10.. => format!("{seconds:.1} s"),
        _ => format!("{seconds:.2} s"),
    }
}

/// A moment, of UTC: `2026-11-30 16:17:04 UTC`.
pub(super) fn moment(time: SystemTime) -> String {
    let text = humantime::format_rfc3339_seconds(time).to_string();
    text.replace('T', " ").replace('Z', " UTC")
}

/// A number of things: `1 node`, `2 nodes`.
pub(super) fn count(number: usize, thing: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {thing}{s}")
}

/// Bytes in a time, for people; `None` where too little happened to tell.
fn rate(bytes: u64, seconds: f64) -> Option<String> {
    let per_second = bytes as f64 / seconds;
    let mib = per_second / f64::from(1 << 20);
    match mib {
        _ if bytes == 0 || !per_second.is_finite() => None,
        0.1..10.0 => Some(format!("{mib:.1} MiB/s")),
        _ => Some(format!("{}/s", size(per_second as u64))),
    }
}

/// How fast the last attempt wrote, or compared where it wrote nothing.
pub(super) fn rate_of(record: &Record) -> Option<String> {
    let spans = &record.attempts.last()?.spans;
    let of = |step: &str| {
        let all = spans.iter().filter(|span| span.step == step && span.bytes > 0);
        let (bytes, seconds) = all
            .fold((0, 0.0), |(bytes, seconds), span| (bytes + span.bytes, seconds + length(span)));
        rate(bytes, seconds)
    };
    of("write").or_else(|| of("compare").map(|rate| format!("{rate} compared")))
}

/// How a node's bytes are known to be right, in words.
pub(super) fn verified(record: &Record) -> String {
    let methods = Method::ALL.into_iter().filter(|method| record.how.contains_key(method.name()));
    let words: Vec<_> = methods.map(Method::words).collect();
    match (words.is_empty(), record.verified) {
        (true, _) => "not verified".into(),
        (false, true) => format!("by {}", words.join(" and ")),
        (false, false) => format!("in part, by {}", words.join(" and ")),
    }
}

/// Seconds that a span took.
pub(super) fn length(span: &Span) -> f64 {
    (span.end - span.begin).max(0.0)
}

/// When an attempt began and ended, in seconds from the beginning of the run. `None`: it failed before its first step.
pub(super) fn extent(attempt: &Attempt) -> Option<(f64, f64)> {
    Some((attempt.spans.first()?.begin, attempt.spans.last()?.end))
}

/// The beginning of a text, of at most the given number of characters.
pub(super) fn short(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.into(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
