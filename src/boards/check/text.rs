//! Texts that people read: they fit a terminal and hold nothing that it obeys.

use link::is_control;

use super::{Board, Check};
use crate::boards::Recovery;

/// The most characters of a title, of a name in a list, and of a sentence.
const TITLE: usize = 48;
const SENTENCE: usize = 400;
/// The most columns and lines of a drawing.
const DRAWING: (usize, usize) = (72, 16);

impl Check<'_> {
    pub(super) fn texts(&mut self, board: &Board) {
        self.fits("title", &board.title, TITLE);
        for alias in &board.aliases {
            self.fits("aliases", alias, TITLE);
        }
        self.fits("where", &board.socket.place, SENTENCE);
        for entry in board.storages() {
            self.maybe("note", entry.note.as_deref());
        }
        if let Some(console) = &board.console {
            self.maybe("where", console.place.as_deref());
        }
        for fact in &board.traps {
            self.fits("text", &fact.text, SENTENCE);
            self.unfamiliar(&fact.socs);
        }
        self.maybe("not-flashable", board.not_flashable.as_deref());
        if let Some(elsewhere) = &board.elsewhere {
            self.steps(&elsewhere.steps);
        }
        if let Some(recovery) = &board.recovery {
            self.recovery(recovery);
        }
        for source in board.own_sources() {
            self.fits("source", source, SENTENCE);
        }
    }

    fn recovery(&mut self, recovery: &Recovery) {
        self.steps(&recovery.steps);
        for way in &recovery.alternatives {
            self.fits("when", &way.when, SENTENCE);
            self.steps(&way.steps);
        }
        let Some(drawing) = recovery.drawing.as_deref() else { return };
        let (columns, lines) = DRAWING;
        let small = drawing.lines().count() <= lines
            && drawing.lines().all(|line| line.chars().count() <= columns);
        self.require(small, ("drawing", drawing), || {
            format!("the drawing has more than {columns} columns or {lines} lines")
        });
        let plain = drawing.lines().all(|line| !line.chars().any(is_control));
        self.require(plain, ("drawing", drawing), || "the drawing has control characters".into());
    }

    fn steps(&mut self, steps: &[String]) {
        self.require(!steps.is_empty(), ("steps", ""), || "there are no steps".into());
        for step in steps {
            self.fits("steps", step, SENTENCE);
        }
    }

    pub(super) fn maybe(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.fits(key, text, SENTENCE);
        }
    }

    pub(super) fn sentence(&mut self, key: &str, text: &str) {
        self.fits(key, text, SENTENCE);
    }

    fn fits(&mut self, key: &str, text: &str, most: usize) {
        let length = text.chars().count();
        self.require((1..=most).contains(&length), (key, text), || {
            format!("`{key}` has {length} characters; 1 to {most} fit")
        });
        let plain = !text.chars().any(is_control);
        self.require(plain, (key, text), || format!("`{key}` has control characters"));
    }
}
