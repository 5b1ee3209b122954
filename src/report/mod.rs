//! What the user sees: answers on stdout, everything else on stderr, JSON lines for scripts.

mod bars;
mod estimate;
mod json;
mod lines;
mod out;
mod progress;
mod rows;

pub(crate) use json::merge;
pub use rows::Rows;

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use link::{Code, Foreign, StepId, Watch};
use serde_json::{Value, json};

use self::{
    bars::Bars,
    estimate::Estimate,
    json::{About, Events},
    lines::Lines,
    progress::{Kind, Progress},
    rows::Row,
};
use crate::{exit::Exit, failure::Failure, plan::Numbered, rack::manifest::Mistakes};

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
        Self::new(own_lines(lines), json!({"dry_run": true, "plan": lines}))
    }

    /// Files that were made, a line for each.
    pub fn files(names: &[String]) -> Self {
        Self::new(own_lines(names), json!({"files": names}))
    }

    /// Done, and nothing more to say.
    pub fn done() -> Self {
        Self::new("", json!({}))
    }
}

/// Lines that stay lines, whatever is in them.
fn own_lines(lines: &[String]) -> String {
    lines.iter().map(|line| Foreign(line).to_string()).collect::<Vec<_>>().join("\n")
}

/// What the command line says. Nothing here fails because of stderr: what cannot be said is dropped, and the job goes on.
pub struct Report {
    style: Style,
    form: Form,
    step: Option<Progress>,
    /// The number of the plan's step that is under way, and how many there are.
    number: Option<(usize, usize)>,
    estimate: Estimate,
    about: About,
}

/// How progress is shown.
enum Form {
    Json(Events),
    Bars(Bars),
    /// One line of many.
    Row(Row),
    Lines(Lines),
    Quiet,
}

impl Report {
    /// A report in that style; bars appear only where stderr is a terminal.
    pub fn new(style: Style) -> Self {
        let form = match style {
            Style { json: true, .. } => Form::Json(Events::new(Instant::now())),
            Style { quiet: true, .. } => Form::Quiet,
            _ if io::stderr().is_terminal() => Form::Bars(Bars::new(Instant::now())),
            _ => Form::Lines(Lines::default()),
        };
        Self::of(style, form)
    }

    /// The same for one node of a rack; `rows` are the lines on the terminal, where there is one.
    pub fn of_node(style: Style, name: &str, rows: Option<&Rows>) -> Self {
        let form = match rows {
            Some(rows) => Form::Row(rows.row(name)),
            None if style.json => Form::Json(Events::new(Instant::now())),
            None if style.quiet => Form::Quiet,
            None => Form::Lines(Lines::of(name)),
        };
        let mut report = Self::of(style, form);
        report.about_node(name);
        report
    }

    fn of(style: Style, form: Form) -> Self {
        Self {
            style,
            form,
            step: None,
            number: None,
            estimate: Estimate::default(),
            about: About::default(),
        }
    }

    /// Everything from now on is about that board at that port: every JSON object says so.
    pub fn about(&mut self, board: Option<&str>, port: Option<&str>) {
        self.about = self.about.with_board(board, port);
        if let Form::Json(events) = &mut self.form {
            events.about(self.about.clone());
        }
    }

    /// Everything from now on is about a node of a rack.
    pub fn about_node(&mut self, name: &str) {
        self.about = About::node(name);
        self.about(None, None);
    }

    /// How it was set up.
    pub fn style(&self) -> Style {
        self.style
    }

    /// The end of a command that worked. A pipe that is not read any more is no failure. Fails where stdout cannot take
    /// the answer, unless that is about a board that was written: the board is right, and a note says what is missing.
    pub fn answer(&mut self, command: &str, answer: &Answer) -> io::Result<()> {
        self.finish();
        let told = if self.style.json {
            let mut event = json!({"event": "result", "command": command});
            merge(&mut event, &answer.fields);
            out::object(&self.about.with(&event))
        } else if answer.text.is_empty() {
            Ok(())
        } else {
            out::answer(&answer.text)
        };
        match told {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let text = format!("the answer could not be written to stdout: {error}");
                if answer.fields.get("verified").is_none() {
                    return Err(io::Error::new(error.kind(), text));
                }
                out::say("", &format!("all done, but {text}"));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The end of a command that failed.
    pub fn failure(&mut self, error: &anyhow::Error, failure: &Failure) {
        self.finish();
        let message = plain(&format!("{error:#}"));
        if self.style.json {
            self.about.print(&json!({
                "event": "error", "code": failure.code.word(), "exit": failure.exit as u8,
                "step": failure.step.map(StepId::word),
                "message": message, "advice": failure.advice,
            }));
            return;
        }
        let lead = if self.style.color { "\x1b[1;31merror:\x1b[0m " } else { "error: " };
        said(lead, &lines(error, message), failure.advice.as_deref());
    }

    /// Something that happened while a command runs on: a line for people, `fields` with that kind for scripts.
    pub fn event(&mut self, kind: &str, text: &str, fields: &Value) {
        if self.style.json {
            let mut event = json!({"event": kind});
            merge(&mut event, fields);
            self.about.print(&event);
        } else {
            self.note(text);
        }
    }

    /// Something of an answer that has no end yet: a line on stdout for people, `fields` with that kind for scripts. A pipe that
    /// is not read any more is an error here: nobody else wants to know.
    ///
    /// # Errors
    ///
    /// Stdout cannot take it.
    pub fn found(&mut self, kind: &str, text: &str, fields: &Value) -> io::Result<()> {
        if !self.style.json {
            return out::answer(text);
        }
        let mut event = json!({"event": kind});
        merge(&mut event, fields);
        out::object(&self.about.with(&event))
    }

    /// A line for those who asked for more.
    pub fn detail(&mut self, text: &str) {
        if self.style.verbose > 0 && !self.style.quiet {
            self.say(text);
        }
    }

    /// Takes bars off the screen.
    pub fn finish(&mut self) {
        let now = Instant::now();
        self.end(now);
        match &mut self.form {
            Form::Bars(bars) => bars.finish(),
            Form::Lines(lines) => lines.finish(),
            Form::Json(_) | Form::Row(_) | Form::Quiet => {}
        }
    }

    /// A step of a plan begins.
    pub fn plan_step(&mut self, step: &Numbered<'_>) {
        self.number = Some((step.number, step.of));
        self.estimate.plan(step.later);
        let (id, text) = (step.action.id(), step.action.to_string());
        self.begin(Progress::new(id, &text, 0, Instant::now()).of_kind(Kind::Heading));
        if self.style.json {
            self.about.print(&json!({
                "event": "plan-step", "number": step.number, "of": step.of, "step": id.word(), "text": text,
            }));
        }
    }

    /// What moves after the step under way and belongs to it.
    pub fn then(&mut self, bytes: &[(StepId, u64)]) {
        self.estimate.then(bytes);
    }

    fn begin(&mut self, step: Progress) {
        let now = Instant::now();
        self.end(now);
        self.estimate.begin();
        let step = self.step.insert(step.numbered(self.number));
        match &mut self.form {
            Form::Json(events) => events.step(step, now),
            Form::Bars(bars) => bars.step(step, now),
            Form::Row(row) => row.step(step),
            Form::Lines(lines) => lines.step(step, now),
            Form::Quiet => {}
        }
    }

    /// The step under way has ended.
    fn end(&mut self, now: Instant) {
        let Some(step) = self.step.take() else { return };
        self.estimate.end(&step, now);
        if let Form::Json(events) = &mut self.form {
            events.finish(&step, &self.estimate, now);
        }
    }

    /// One line, whatever is in `text`.
    fn say(&mut self, text: &str) {
        let is_complete = self.step.as_ref().is_some_and(Progress::is_complete);
        let line = Foreign(text).to_string();
        match &mut self.form {
            Form::Json(_) => self.about.print(&json!({"event": "note", "text": text})),
            Form::Bars(bars) => bars.say("", &line, is_complete),
            Form::Row(row) => row.say(&line),
            Form::Lines(lines) => lines.say(&line, Instant::now()),
            Form::Quiet => out::say("", &line),
        }
    }
}

impl Watch for Report {
    fn step(&mut self, id: StepId, label: &str, bytes: u64) {
        self.begin(Progress::new(id, label, bytes, Instant::now()));
    }

    fn advance(&mut self, bytes: u64) {
        let Some(step) = &mut self.step else { return };
        step.advance(bytes);
        if matches!(self.form, Form::Quiet) {
            return;
        }
        let now = Instant::now();
        match &mut self.form {
            Form::Json(events) => events.advance(step, &self.estimate, now),
            Form::Bars(bars) => bars.advance(step, &self.estimate, now),
            Form::Row(row) => row.advance(step, &self.estimate, now),
            Form::Lines(lines) => lines.advance(step, &self.estimate, now),
            Form::Quiet => {}
        }
    }

    fn note(&mut self, text: &str) {
        if !self.style.quiet {
            self.say(text);
        }
    }

    fn wait(&mut self, what: &str, limit: Duration) {
        let id = self.step.as_ref().map_or(StepId::FIND, |step| step.id);
        let wait = Progress::new(id, what, 0, Instant::now());
        self.begin(wait.of_kind(Kind::Wait(limit)));
    }
}

/// Says something from outside a command: before it begins, and when a signal comes.
pub fn say(text: &str) {
    out::say("", text);
}

/// Asks something, without ending the line. Fails if it cannot be shown.
pub fn ask(question: &str) -> io::Result<()> {
    out::ask(question)
}

/// Ends a run that has no report: the object for scripts where `json`, or else the text for people.
pub fn ending(json: bool, exit: Exit, code: Code, message: &str, advice: Option<&str>) {
    if json {
        json::print(&json!({
            "event": "error", "code": code.word(), "exit": exit as u8, "step": null, "message": message, "advice": advice,
        }));
    } else {
        said("error: ", &[message.to_owned()], advice);
    }
}

/// The lines of an error with this message. It is one line: what looks like a second one came from a device or a file. Only
/// the mistakes of a manifest have a line each.
fn lines(error: &anyhow::Error, message: String) -> Vec<String> {
    match error.downcast_ref::<Mistakes>() {
        Some(mistakes) => mistakes.lines().map(|line| plain(&line)).collect(),
        None => vec![message],
    }
}

/// Says what is wrong and what to do about it.
fn said(lead: &'static str, lines: &[String], advice: Option<&str>) {
    for line in lines {
        out::say(lead, &Foreign(line).to_string());
    }
    if let Some(advice) = advice {
        out::say("  what to do: ", &advice.replace('\n', "\n              "));
    }
}

/// An error's text without the numbers that the standard library adds to the system's words.
fn plain(text: &str) -> String {
    let mut parts = text.split(" (os error ");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(')') {
            Some((number, rest)) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
                plain.push_str(rest);
            }
            _ => plain.extend([" (os error ", part]),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_manifest_has_a_line_for_each_mistake() {
        let lines = |error: anyhow::Error| lines(&error, format!("{error:#}")).len();
        assert_eq!(lines(anyhow::anyhow!("one\ntwo")), 1);
        let manifest = crate::rack::manifest::Manifest::of_bytes(
            "rack.toml".as_ref(),
            b"schema = 2\nnode = 1\n\"\\n\" = 1",
        );
        assert_eq!(lines(manifest.expect_err("mistakes").into()), 4);
    }

    #[test]
    fn the_systems_words_lose_their_numbers_and_nothing_else() {
        for (text, expected) in [
            ("x: No such file (os error 2)", "x: No such file"),
            ("a (os error 2) and b (os error 13), too", "a and b, too"),
            ("a (os error x) (b)", "a (os error x) (b)"),
            ("a (os error 2", "a (os error 2"),
        ] {
            assert_eq!(plain(text), expected);
        }
    }
}
