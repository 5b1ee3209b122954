//! The one place that writes to the terminal. Everything is written with one call, and what cannot be written is dropped:
//! a terminal that went away, a full disk or a closed pipe is no reason to leave a board half-written.

use std::{
    borrow::Cow,
    fmt::Write as _,
    io::{self, Write},
};

use link::{Foreign, is_control};
use serde_json::Value;

/// Writes to stderr: `lead` is ours and may have colours; `text` may have several lines.
pub(super) fn say(lead: &'static str, text: &str) {
    let _ = io::stderr().lock().write_all(format!("{lead}{}\n", guarded(text)).as_bytes());
}

/// Writes text to stderr and stays on its line. Fails where stderr cannot take it.
pub(super) fn ask(text: &str) -> io::Result<()> {
    io::stderr().lock().write_all(guarded(text).as_bytes())
}

/// Writes lines to stdout. Fails where stdout cannot take them.
pub(super) fn answer(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(format!("{}\n", guarded(text)).as_bytes())?;
    out.flush()
}

/// Writes a JSON object to stdout, on a line of its own. Fails where stdout cannot take it.
pub(super) fn object(value: &Value) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(format!("{}\n", escaped(value)).as_bytes())?;
    out.flush()
}

/// Text that has nothing in it that a terminal obeys, but for line ends and tabs: what is not ours is wrapped in
/// [`Foreign`] long before, and this catches what was forgotten.
fn guarded(text: &str) -> Cow<'_, str> {
    let passes = |c: char| matches!(c, '\n' | '\t') || !is_control(c);
    if text.chars().all(passes) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        let _ = if passes(c) { write!(shown, "{c}") } else { write!(shown, "{}", Foreign(c)) };
    }
    shown.into()
}

/// JSON escapes C0 only. The rest of what a terminal obeys stands in strings alone, where `\u` says the same.
fn escaped(value: &Value) -> String {
    let plain = value.to_string();
    if !plain.chars().any(is_control) {
        return plain;
    }
    let mut text = String::with_capacity(plain.len() + 16);
    for c in plain.chars() {
        if is_control(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_what_it_hides_from_the_terminal() {
        let nasty = "\0\u{1b}[2J\r\n\u{7f}\u{9b}\u{202e}\u{2066}\u{e0041}é";
        let text = escaped(&serde_json::json!({ nasty: nasty }));
        assert!(!text.chars().any(is_control), "{text}");
        let back: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(back[nasty], nasty);
    }

    #[test]
    fn lines_and_tabs_pass_the_guard_and_nothing_else() {
        assert_eq!(guarded("a\n\tb"), "a\n\tb");
        assert_eq!(guarded("a\u{1b}[m\r\u{9b}b"), r"a\u{1b}[m\r\u{9b}b");
    }
}
