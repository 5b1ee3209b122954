//! What is done: the same by our binary and by other people's tools.

use std::process::Command;

use crate::{
    cost::{self, Cost},
    tool::{Folder, command},
    world::{comes, other, soon},
};

/// Where the board is plugged in.
pub(crate) const PORT: &str = "1-3";

/// Who carries it out, and how.
pub(crate) struct Way {
    pub(crate) name: &'static str,
    /// The program; ours without one.
    program: Option<String>,
    arguments: String,
}

impl Way {
    /// By somebody else's program.
    pub(crate) fn other(name: &'static str, program: &str, arguments: &str) -> Self {
        Self { name, program: Some(program.into()), arguments: arguments.into() }
    }

    /// By ours.
    pub(crate) fn ours(name: &'static str, arguments: &str) -> Self {
        Self { name, program: None, arguments: format!("{arguments} --quiet") }
    }

    fn command(&self) -> Command {
        match &self.program {
            Some(program) => other(program, &self.arguments),
            None => command(self.arguments.split_whitespace()),
        }
    }
}

/// A task's name, and what makes it once its turn comes: some have files of many MiB, in the folder.
pub(crate) type Task = (&'static str, fn(&Folder) -> Job);

/// A task.
pub(crate) struct Job {
    /// The board, with what is special about it.
    pub(crate) board: String,
    /// Bytes of data, where that is what counts.
    pub(crate) bytes: Option<u64>,
    /// Who does it; the one that the others are compared with comes first.
    pub(crate) ways: Vec<Way>,
    /// The board starts something and leaves; it has to be back before the next run.
    pub(crate) leaves: bool,
}

impl Job {
    /// Carries it out, and says what that cost.
    pub(crate) fn run(&self, way: &Way) -> Cost {
        self.back(|| cost::run(&mut way.command()))
    }

    /// Carries it out, and says how much memory that took, in MiB.
    pub(crate) fn peak(&self, way: &Way) -> Option<f64> {
        self.back(|| cost::peak(&mut way.command()))
    }

    /// Has the board back after `work`.
    fn back<T>(&self, work: impl FnOnce() -> T) -> T {
        let before = address();
        let result = work();
        if self.leaves {
            assert!(soon(|| address() != before), "the board never left");
            comes(PORT);
        }
        result
    }

    /// The board for `virtual serve`.
    pub(crate) fn served(&self, link: &str) -> String {
        let separator = if self.board.contains(':') { ',' } else { ':' };
        format!("{}{separator}port={PORT},link={link}", self.board)
    }
}

/// What the kernel calls the board now; another number each time it is plugged in.
fn address() -> Option<String> {
    std::fs::read_to_string(format!("/sys/bus/usb/devices/{PORT}/devnum")).ok()
}
