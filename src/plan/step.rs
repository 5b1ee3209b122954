//! The steps of a plan.

use std::fmt;

use link::StepId;
use serde_json::{Value, json};

use super::Place;
use crate::{
    boards::{Board, BootBus, Role, storage::Storage},
    family::{How, Placement, Scope, Stage, Via},
};

/// A boot loader that is brought up in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    /// The stages from which it is done.
    pub from: Vec<Stage>,
    /// The stage that comes up.
    pub to: Stage,
    /// The files that are sent, by role.
    pub files: Vec<Role>,
    /// What is done, in words: `send the loader to the mask ROM, and wait until usbplug answers`.
    pub words: String,
    /// The files that were neither named nor found: which, and who publishes them.
    pub missing: Vec<String>,
}

/// What is written or compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// The image that was named.
    Image,
    /// The board's file with that role.
    File(Role),
}

/// When a step is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// Always.
    Always,
    /// Where the board is in one of these stages.
    Stage(Vec<Stage>),
}

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Find the board in a recovery mode, and prove that it is the right one.
    Find,
    /// Bring a boot loader up.
    Start(Start),
    /// Choose a storage and the way to it, and make sure of both.
    Choose(Storage, Via),
    /// Write an image, and verify it.
    Write {
        /// What.
        content: Content,
        /// Where it goes.
        to: Place,
        /// Where that is.
        at: Placement,
        /// How.
        how: How,
        /// It, in words.
        image: String,
    },
    /// Compare storage with an image.
    Compare {
        /// With what.
        content: Content,
        /// What is compared.
        to: Place,
        /// Where that is.
        at: Placement,
        /// The content, in words.
        image: String,
    },
    /// Read all of a storage.
    Read {
        /// Which.
        from: Storage,
    },
    /// Have the SoC start from there; where its bus has to be told how, that, too.
    SetBoot(Storage, Option<BootBus>),
    /// Restart the board.
    Restart,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// When it is done.
    pub when: When,
    /// What is done.
    pub action: Action,
}

/// A step of a plan that is carried out.
#[derive(Clone, Copy, Debug)]
pub struct Numbered<'s> {
    /// Its number; the first one is 1.
    pub number: usize,
    /// How many there are, of those that are really done.
    pub of: usize,
    /// What is done.
    pub action: &'s Action,
    /// What moves after it: kinds of steps, with their bytes where they are known.
    pub later: &'s [(StepId, u64)],
}

/// Steps in their order.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The board that it is for.
    pub board: &'static Board,
    /// The steps.
    pub steps: Vec<Step>,
}

impl Plan {
    /// A plan without steps.
    pub fn new(board: &'static Board) -> Self {
        Self { board, steps: Vec::new() }
    }

    /// Adds a step that is always done.
    pub fn push(&mut self, action: Action) {
        self.when(When::Always, action);
    }

    /// Adds a step.
    pub fn when(&mut self, when: When, action: Action) {
        self.steps.push(Step { when, action });
    }

    /// The same for a board that is in that stage: only the steps that apply to it, without conditions.
    pub fn from(&self, stage: Stage) -> Self {
        Self { steps: applying(&self.steps, stage), ..*self }
    }

    /// The storage that is chosen; `None`: none is touched.
    pub fn storage(&self) -> Option<Storage> {
        self.choice().map(|(storage, _)| storage)
    }

    /// The storage that is chosen, and the way to it.
    pub fn choice(&self) -> Option<(Storage, Via)> {
        self.steps.iter().find_map(|step| match step.action {
            Action::Choose(storage, via) => Some((storage, via)),
            _ => None,
        })
    }

    /// That what the SoC starts from is set, in the third person; `None`: it is not.
    pub fn sets_boot(&self) -> Option<String> {
        let mut actions = self.steps.iter().map(|step| &step.action);
        actions.find(|action| matches!(action, Action::SetBoot(..)))?.destroys()
    }

    /// What is lost, in the third person; `None`: nothing.
    pub fn destroys(&self) -> Option<String> {
        let all: Vec<_> = self.steps.iter().filter_map(|step| step.action.destroys()).collect();
        (!all.is_empty()).then(|| all.join(" and "))
    }

    /// The steps in words, a line each.
    pub fn lines(&self) -> Vec<String> {
        self.steps.iter().map(ToString::to_string).collect()
    }

    /// The steps for scripts.
    pub fn fields(&self) -> Vec<Value> {
        self.steps.iter().map(Step::fields).collect()
    }
}

/// The steps that apply to a board that is in that stage. Each start takes it to another one.
pub(super) fn applying(steps: &[Step], mut stage: Stage) -> Vec<Step> {
    let mut all = Vec::new();
    for Step { when, action } in steps {
        if matches!(when, When::Stage(stages) if !stages.contains(&stage)) {
            continue;
        }
        if let Action::Start(start) = action {
            stage = start.to;
        }
        all.push(Step { when: When::Always, action: action.clone() });
    }
    all
}

impl Action {
    /// The stable word of the step: the same in events and errors.
    pub fn id(&self) -> StepId {
        match self {
            Self::Find => StepId::FIND,
            Self::Start(_) => StepId::START,
            Self::Choose(..) => StepId::CHOOSE,
            Self::Write { .. } => StepId::WRITE,
            Self::Compare { .. } => StepId::VERIFY,
            Self::Read { .. } => StepId::READ,
            Self::SetBoot(..) => StepId::SET,
            Self::Restart => StepId::RESTART,
        }
    }

    /// What is lost by it, in the third person; `None`: nothing.
    pub fn destroys(&self) -> Option<String> {
        match self {
            Self::Write { to: Place::Partition(_, name), .. } => {
                Some(format!("overwrites partition {name}"))
            }
            Self::Write { at: Placement { what: Some(what), .. }, .. } => {
                Some(format!("replaces {what}"))
            }
            Self::Write { .. } => Some("overwrites storage".into()),
            Self::SetBoot(storage, _) => {
                Some(format!("has the SoC start from {}", part_of(*storage)))
            }
            _ => None,
        }
    }
}

impl Step {
    fn fields(&self) -> Value {
        let mut fields = json!({"step": self.action.id().word(), "text": self.to_string(), "destroys": self.action.destroys()});
        if let When::Stage(stages) = &self.when {
            fields["when"] = stages.iter().map(|stage| stage.name()).collect();
        }
        fields
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let When::Stage(stages) = &self.when {
            let names: Vec<_> = stages.iter().map(|stage| stage.name()).collect();
            write!(f, "where the board is in {}: ", names.join(" or "))?;
        }
        self.action.fmt(f)
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Find => f.write_str(
                "find the board in a recovery mode, and make sure that it is the right one",
            ),
            Self::Start(start) => {
                f.write_str(&start.words)?;
                match start.missing.as_slice() {
                    [] => Ok(()),
                    missing => write!(f, " (still needed: {})", missing.join("; ")),
                }
            }
            Self::Choose(storage, Via::Ethernet) => {
                write!(f, "have U-Boot find {storage}, and reach this computer over Ethernet")
            }
            Self::Choose(storage, Via::Disk) => {
                write!(f, "have U-Boot find {storage}, and show it as a USB disk (`ums`)")
            }
            Self::Choose(storage, Via::Usb | Via::Serial) => write!(f, "choose {storage}"),
            Self::Write { to, at, how, image, .. } => {
                if how.scope != Scope::All {
                    write!(f, "compare with what the board holds; ")?;
                }
                write!(f, "write {image} to {}", where_to(to, at))?;
                match how.check {
                    link::Check::None => f.write_str(", without verifying it"),
                    _ => f.write_str(", and verify it"),
                }
            }
            Self::Compare { to, at, image, .. } => {
                write!(f, "compare {} with {image}", where_to(to, at))
            }
            Self::Read { from } => write!(f, "read all of {from}"),
            Self::SetBoot(storage, bus) => {
                let first = if bus.is_some() { "`mmc bootbus` and " } else { "" };
                write!(f, "have the SoC start from {} ({first}`mmc partconf`)", part_of(*storage))
            }
            Self::Restart => f.write_str("restart the board"),
        }
    }
}

/// A part of an eMMC in words.
fn part_of(storage: Storage) -> String {
    match storage.boot_partition() {
        Some(number) => format!("boot{} of the eMMC", number - 1),
        None => "the user area of the eMMC".into(),
    }
}

fn where_to(to: &Place, at: &Placement) -> String {
    match (to, &at.what) {
        (Place::Partition(storage, name), _) => format!("partition {name} of {storage}"),
        (Place::On(storage), None) => format!("{storage}, from sector {}", at.sector),
        (Place::On(storage), Some(what)) => {
            format!("{storage}, from sector {} ({what})", at.sector)
        }
    }
}
