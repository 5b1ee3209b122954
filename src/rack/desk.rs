//! Who a node's job reports to: its log, its timeline, the journal, and whoever looks on.

use std::{
    fs::File,
    io::{self, Write},
    path::Path,
    time::{Duration, Instant},
};

use link::{Foreign, StepId, Watch};

use super::{
    folder,
    journal::{Event, Journal},
    record::{Attempt, Span},
    words,
};
use crate::{
    boards::Board,
    family::Desk,
    number::to_millis,
    plan::{Action, Loss, Numbered},
};

/// Spans of one attempt that are kept; what comes after them is part of the last one.
const SPANS: usize = 400;

/// A node's log: lines with the seconds since the run began. A full disk ends the log, and not the node.
pub(super) struct Log {
    file: io::Result<File>,
    begin: Instant,
}

impl Log {
    pub(super) fn open(path: &Path, begin: Instant) -> Self {
        Self { file: folder::append(path), begin }
    }

    pub(super) fn say(&mut self, text: &str) {
        let seconds = self.begin.elapsed().as_secs_f64();
        let Ok(file) = &mut self.file else { return };
        for line in text.lines() {
            let line = format!("{seconds:9.3} {}\n", Foreign(line));
            if let Err(error) = file.write_all(line.as_bytes()) {
                self.file = Err(error);
                return;
            }
        }
    }

    /// Whether all of it is in its file, and if not, why.
    pub(super) fn end(self) -> io::Result<()> {
        self.file.map(drop)
    }
}

/// One attempt at a node, as its job sees it.
pub(super) struct NodeDesk<'d> {
    screen: &'d mut dyn Desk,
    log: &'d mut Log,
    journal: &'d Journal,
    node: &'d str,
    /// What to do when the board is about to be restarted.
    restarts: Option<Box<dyn FnOnce() + 'd>>,
    attempt: Attempt,
    open: Option<(StepId, Span)>,
    /// Whether something was overwritten, or may have been.
    pub(super) wrote: bool,
}

impl<'d> NodeDesk<'d> {
    pub(super) fn new(
        screen: &'d mut dyn Desk,
        log: &'d mut Log,
        (journal, node): (&'d Journal, &'d str),
        restarts: Box<dyn FnOnce() + 'd>,
    ) -> Self {
        let restarts = Some(restarts);
        let attempt = Attempt::default();
        Self { screen, log, journal, node, restarts, attempt, open: None, wrote: false }
    }

    /// The step under way.
    pub(super) fn under_way(&self) -> Option<StepId> {
        self.open.as_ref().map(|(id, _)| *id)
    }

    /// The timeline of the attempt.
    pub(super) fn end(mut self) -> Attempt {
        self.close();
        self.attempt
    }

    fn seconds(&self) -> f64 {
        to_millis(self.log.begin.elapsed().as_secs_f64())
    }

    fn close(&mut self) {
        let end = self.seconds();
        let Some((_, span)) = self.open.take() else { return };
        let span = Span { end, ..span };
        let is_full = self.attempt.spans.len() >= SPANS;
        match self.attempt.spans.last_mut() {
            Some(last) if is_full => {
                (last.end, last.bytes) = (end, last.bytes + span.bytes);
            }
            // What took no time and moved nothing is a heading of what follows.
            _ if span.bytes == 0 && end - span.begin < 0.001 => {}
            _ => self.attempt.spans.push(span),
        }
    }

    fn open(&mut self, id: StepId, label: &str) {
        self.close();
        let begin = self.seconds();
        let (step, label) = (id.word().to_owned(), Foreign(label).to_string());
        self.open = Some((id, Span { step, label, begin, end: begin, bytes: 0 }));
    }
}

impl Watch for NodeDesk<'_> {
    fn step(&mut self, id: StepId, label: &str, bytes: u64) {
        self.open(id, label);
        match bytes {
            0 => self.log.say(label),
            bytes => self.log.say(&format!("{label}: {bytes} bytes")),
        }
        self.screen.step(id, label, bytes);
    }

    fn advance(&mut self, bytes: u64) {
        if let Some((_, span)) = &mut self.open {
            span.bytes += bytes;
        }
        self.screen.advance(bytes);
    }

    fn note(&mut self, text: &str) {
        let text = words::of_node(text);
        self.log.say(&text);
        self.screen.note(&text);
    }

    fn wait(&mut self, what: &str, limit: Duration) {
        let id = self.under_way().unwrap_or(StepId::FIND);
        self.open(id, &format!("waiting for {what}"));
        self.log.say(&format!("waiting for {what}, at most {} s", limit.as_secs()));
        self.screen.wait(what, limit);
    }
}

impl Desk for NodeDesk<'_> {
    fn opened(&mut self, board: &'static Board, name: &str, port: &str) {
        self.log.say(&format!("{} is at {name}", board.title));
        self.screen.opened(board, name, port);
    }

    fn begin(&mut self, step: &Numbered<'_>) {
        if matches!(step.action, Action::Write { .. }) && !self.wrote {
            self.wrote = true;
            // Without it, a run that goes on calls the node unchanged where it finds all of it there.
            if let Err(error) = self.journal.add(&Event::Write { node: self.node.into() }) {
                self.note(&format!("the journal could not be written: {error}"));
            }
        }
        if let (Action::Restart, Some(restarts)) = (step.action, self.restarts.take()) {
            restarts();
        }
        let text = step.action.to_string();
        self.open(step.action.id(), &text);
        self.log.say(&format!("[{}/{}] {text}", step.number, step.of));
        self.screen.begin(step);
    }

    fn then(&mut self, bytes: &[(StepId, u64)]) {
        self.screen.then(bytes);
    }

    fn may_agree(&self) -> bool {
        true
    }

    fn detail(&mut self, text: &str) {
        self.log.say(text);
        self.screen.detail(text);
    }

    /// The one question was answered for the whole rack.
    fn allow(&mut self, _: &Loss) -> anyhow::Result<()> {
        Ok(())
    }
}
