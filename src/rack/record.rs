//! What became of a node: what is kept in the journal, and shown in `result.json`, the report and the metrics.

use std::collections::BTreeMap;

use link::StepId;
use serde::{Deserialize, Serialize};

use super::{manifest::Node, words};
use crate::{
    exit::Exit,
    failure::Failure,
    plan::{Known, Outcome},
};

/// How a node ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Something was written, and all of it is as it should be.
    Changed,
    /// It was as it should be.
    Unchanged,
    /// It is not as it should be.
    Failed,
    /// It was not begun, or not brought to its end, because of something else: the user, or a node that it comes after.
    Stopped,
}

impl State {
    /// The word that scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Unchanged => "unchanged",
            Self::Failed => "failed",
            Self::Stopped => "stopped",
        }
    }

    /// Whether the node is as the manifest says.
    pub fn is_good(self) -> bool {
        matches!(self, Self::Changed | Self::Unchanged)
    }
}

/// Why something failed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Trouble {
    /// The stable word of the step, where there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// The stable word of the error.
    pub code: String,
    /// The exit code of its class.
    pub exit: u8,
    /// The error, in one line.
    pub message: String,
    /// What to do next.
    pub advice: Option<String>,
}

impl Trouble {
    /// An error, with the step under way where it names none itself.
    pub fn of(error: &anyhow::Error, under_way: Option<StepId>) -> Self {
        let failure = Failure::of(error);
        Self {
            step: failure.step.or(under_way).map(|step| step.word().to_owned()),
            code: failure.code.word().to_owned(),
            exit: failure.exit as u8,
            message: words::of_node(&link::Foreign(format!("{error:#}")).to_string()),
            advice: failure.advice.map(|advice| words::of_node(&advice)),
        }
    }

    /// Whether another attempt may come through: what was refused stays refused, and a file stays what it is.
    pub fn may_pass(&self) -> bool {
        [Exit::Failed, Exit::NoBoard, Exit::Differs].iter().any(|exit| *exit as u8 == self.exit)
    }
}

/// A step of an attempt, in seconds from the beginning of the run.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Span {
    /// The stable word of the step.
    pub step: String,
    /// It, in words.
    pub label: String,
    /// When it began.
    pub begin: f64,
    /// When it ended.
    pub end: f64,
    /// Bytes that it moved.
    pub bytes: u64,
}

/// One attempt at a node.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Attempt {
    /// Its steps, in their order.
    pub spans: Vec<Span>,
    /// Why it failed; `None`: it did not.
    pub trouble: Option<Trouble>,
}

/// What became of a node.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Record {
    /// Its name.
    pub name: String,
    /// Its board.
    pub board: String,
    /// Its port, as the manifest has it.
    pub port: String,
    /// How it ended.
    pub state: State,
    /// Why it is not as it should be: the fields of the last attempt's trouble.
    #[serde(flatten)]
    pub trouble: Option<Trouble>,
    /// Bytes of the image and of what was written after it.
    pub bytes: u64,
    /// Bytes of these that were there before.
    pub already_there: u64,
    /// How often something was sent again, as it was damaged or lost on its way.
    #[serde(default)]
    pub sent_again: u64,
    /// Seconds from its first attempt to its end.
    pub seconds: f64,
    /// Whether all bytes are verified.
    pub verified: bool,
    /// How: the bytes that each method speaks for.
    pub how: BTreeMap<String, u64>,
    /// How often it was tried again.
    pub retries: usize,
    /// The number of its chip, where it told.
    pub chip: Option<String>,
    /// The SHA-256 of the image's file.
    pub image: String,
    /// The attempts.
    pub attempts: Vec<Attempt>,
    /// Whether it was done in an earlier run, which this one goes on with.
    #[serde(default)]
    pub before: bool,
}

impl Record {
    /// A node that was not begun.
    pub fn new(node: &Node, image: &str) -> Self {
        Self {
            name: node.name.clone(),
            board: node.board.name.clone(),
            port: node.port.to_string(),
            state: State::Stopped,
            trouble: None,
            bytes: 0,
            already_there: 0,
            sent_again: 0,
            seconds: 0.0,
            verified: false,
            how: BTreeMap::new(),
            retries: 0,
            chip: None,
            image: image.into(),
            attempts: Vec::new(),
            before: false,
        }
    }

    /// Another attempt begins: what the one before it found out counts no more.
    pub(super) fn begin(&mut self) {
        (self.bytes, self.already_there, self.sent_again, self.verified) = (0, 0, 0, false);
        self.how.clear();
    }

    /// Takes what a job says of its board. `wrote`: an attempt before this one wrote something already.
    pub(super) fn take(&mut self, node: &Node, outcome: &Outcome, wrote: bool) {
        if let Some(seen) = &outcome.identity {
            self.chip = Known::of(node.board, seen).chip_id;
        }
        let Some(written) = &outcome.written else { return };
        let known = &written.known;
        self.bytes = known.bytes;
        self.already_there = written.held;
        self.sent_again = written.again;
        self.verified = known.is_proven();
        self.how = known.by_word().map(|(word, bytes)| (word.into(), bytes)).collect();
        let same = written.held >= known.bytes && !wrote && !outcome.boots_otherwise;
        self.state = if same { State::Unchanged } else { State::Changed };
    }

    /// The end of a node that is not as it should be.
    pub(super) fn fail(&mut self, trouble: Trouble) {
        let interrupted = trouble.exit == Exit::Interrupted as u8;
        self.state = if interrupted { State::Stopped } else { State::Failed };
        self.trouble = Some(trouble);
    }

    /// Bytes that were not there before.
    pub fn written(&self) -> u64 {
        self.bytes.saturating_sub(self.already_there)
    }

    /// The exit code of its class; `None`: it is as it should be.
    pub fn exit(&self) -> Option<Exit> {
        let trouble = self.trouble.as_ref()?;
        Exit::ALL.into_iter().find(|exit| *exit as u8 == trouble.exit)
    }
}
