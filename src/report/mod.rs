//! What the user sees: answers on stdout, everything else on stderr, JSON lines for scripts.

mod bars;
mod json;

use std::io::{self, IsTerminal, Write};

use link::Watch;
use serde_json::{Value, json};

use crate::{exit::Exit, failure::Failure};

/// How much is said, and in which form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// One JSON object a line on stdout.
    pub json: bool,
    /// Errors only.
    pub quiet: bool,
    /// How often `-v` was given.
    pub verbose: u8,
    /// Colours in messages.
    pub color: bool,
}

/// An answer to a command: for people and for scripts.
pub struct Answer {
    /// Text for stdout, without its last newline; nothing is printed for an empty one.
    pub text: String,
    /// The fields of the `result` event.
    pub fields: Value,
    /// The exit code: an answer may be that something is wrong.
    pub exit: Exit,
}

impl Answer {
    /// An answer in both forms.
    pub fn new(text: impl Into<String>, fields: Value) -> Self {
        Self { text: text.into(), fields, exit: Exit::Done }
    }

    /// The same with another exit code, which scripts find in `exit` as they do in an error.
    pub fn exits(mut self, exit: Exit) -> Self {
        self.fields["exit"] = json!(exit as u8);
        Self { exit, ..self }
    }

    /// What a command would do, a line a step.
    pub fn plan(lines: &[String]) -> Self {
        Self::new(lines.join("\n"), json!({"dry_run": true, "plan": lines}))
    }

    /// Done, and nothing more to say.
    pub fn done() -> Self {
        Self::new("", json!({}))
    }
}

/// The one place that prints.
pub struct Report {
    style: Style,
    bars: Option<bars::Bars>,
    events: json::Events,
}

impl Report {
    /// A report in that style; bars appear only where stderr is a terminal.
    pub fn new(style: Style) -> Self {
        let bars = !style.json && !style.quiet && io::stderr().is_terminal();
        Self { style, bars: bars.then(bars::Bars::new), events: json::Events::default() }
    }

    /// How it was set up.
    pub fn style(&self) -> Style {
        self.style
    }

    /// The end of a command that worked.
    pub fn answer(&mut self, command: &str, answer: &Answer) -> io::Result<()> {
        self.finish();
        let mut out = io::stdout().lock();
        if self.style.json {
            let mut event = json!({"event": "result", "command": command});
            json::merge(&mut event, &answer.fields);
            return writeln!(out, "{event}");
        }
        if answer.text.is_empty() { Ok(()) } else { writeln!(out, "{}", answer.text) }
    }

    /// The end of a command that failed.
    pub fn failure(&mut self, error: &anyhow::Error, failure: &Failure) {
        self.finish();
        if self.style.json {
            json::print(&json!({
                "event": "error", "code": failure.code, "exit": failure.exit as u8, "step": failure.step,
                "message": format!("{error:#}"), "advice": failure.advice,
            }));
            return;
        }
        let (bold, plain) = if self.style.color { ("\x1b[1;31m", "\x1b[0m") } else { ("", "") };
        eprintln!("{bold}error:{plain} {error:#}");
        if let Some(advice) = &failure.advice {
            eprintln!("  what to do: {}", advice.replace('\n', "\n              "));
        }
    }

    /// Something that happened while a command runs on: a line for people, `fields` with that kind for scripts.
    pub fn event(&mut self, kind: &str, text: &str, fields: &Value) {
        if self.style.json {
            let mut event = json!({"event": kind});
            json::merge(&mut event, fields);
            json::print(&event);
        } else {
            self.note(text);
        }
    }

    /// A line for those who asked for more.
    pub fn detail(&mut self, text: &str) {
        if self.style.verbose > 0 && !self.style.quiet {
            self.say(text);
        }
    }

    /// Takes bars off the screen.
    pub fn finish(&mut self) {
        if self.style.json {
            self.events.finish();
        }
        if let Some(bars) = &mut self.bars {
            bars.finish();
        }
    }

    fn say(&self, text: &str) {
        match &self.bars {
            _ if self.style.json => json::print(&json!({"event": "note", "text": text})),
            Some(bars) => bars.say(text),
            None => eprintln!("{text}"),
        }
    }
}

impl Watch for Report {
    fn step(&mut self, what: &str, bytes: u64) {
        if self.style.json {
            return self.events.step(what, bytes);
        }
        match &mut self.bars {
            Some(bars) => bars.step(what, bytes),
            None if self.style.quiet => {}
            None if bytes > 0 => eprintln!("{what}: {bytes} bytes"),
            None => eprintln!("{what}"),
        }
    }

    fn advance(&mut self, bytes: u64) {
        if self.style.json {
            self.events.advance(bytes);
        } else if let Some(bars) = &mut self.bars {
            bars.advance(bytes);
        }
    }

    fn note(&mut self, text: &str) {
        if !self.style.quiet {
            self.say(text);
        }
    }
}
