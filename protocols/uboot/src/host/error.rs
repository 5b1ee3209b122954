//! What can go wrong at a console, and in which step.

use alloc::string::String;
use core::fmt;

use link::{Classify, Code, LineError, Meaning, StepId};
use xmodem::drive;

use crate::text::last_line;

/// A step, as the user thinks of it. Boards add their own with [`new`](Self::new).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step(&'static (StepId, &'static str));

impl Step {
    /// Getting to U-Boot's prompt.
    pub const PROMPT: Self = Self::new(&(StepId::START, "reaching the prompt"));
    /// A command at the prompt.
    pub const COMMAND: Self = Self::new(&(StepId::COMMAND, "U-Boot command"));
    /// Finding the flash.
    pub const PROBE: Self = Self::new(&(StepId::CHOOSE, "finding the flash"));
    /// Sending an image into memory.
    pub const LOAD: Self = Self::new(&(StepId::SEND, "loading the image"));
    /// Writing the flash.
    pub const WRITE: Self = Self::new(&(StepId::WRITE, "writing the flash"));
    /// Reading the flash back.
    pub const VERIFY: Self = Self::new(&(StepId::VERIFY, "reading the flash back"));

    /// A step with the word that scripts see, and its name for people.
    pub const fn new(words: &'static (StepId, &'static str)) -> Self {
        Self(words)
    }

    /// The word that scripts see.
    pub fn id(self) -> StepId {
        self.0.0
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.1)
    }
}

/// Why it failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Cause {
    /// The line failed.
    Line(LineError),
    /// A transfer failed.
    Transfer(drive::Error),
    /// Nothing at all came.
    Silence,
    /// What came is not text: the rate is wrong, or the wires are.
    Garbage,
    /// The board says that its DRAM does not work, in these words.
    Dram(&'static str),
    /// The mask ROM boots from another medium than the UART and says so, in these words.
    OtherMode(&'static str),
    /// A boot ROM asks for a program, where U-Boot's prompt was expected.
    AsksForProgram,
    /// What should have come did not.
    Missing(&'static str),
    /// What the prompt showed of a command is not what was typed: it was not executed.
    Echo {
        /// The command.
        command: String,
        /// What was echoed.
        came: String,
    },
    /// The command failed.
    Failed {
        /// The command.
        command: String,
        /// What `$?` was.
        status: u32,
        /// What it printed.
        output: String,
    },
    /// The command printed something else than it should.
    Unexpected {
        /// The command.
        command: String,
        /// What it printed.
        output: String,
    },
    /// Memory or storage does not hold what was sent.
    Differs {
        /// The CRC-32 of what was sent.
        expected: u32,
        /// The CRC-32 of what is there.
        found: u32,
    },
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(error) => error.fmt(f),
            Self::Transfer(error) => error.fmt(f),
            Self::Silence => f.write_str("nothing came over the line"),
            Self::Garbage => {
                f.write_str("what came is not text: wrong baud rate, or a bad contact")
            }
            Self::Dram(words) => write!(f, "the board's DRAM does not work: it says `{words}`"),
            Self::OtherMode(words) if words.starts_with("dwmci") => {
                write!(f, "the board is in SD boot mode, not in UART mode: it says `{words}`")
            }
            Self::OtherMode(words) => {
                write!(f, "the board is not in UART boot mode: it says `{words}`")
            }
            Self::AsksForProgram => {
                f.write_str("a mask ROM asks for a program (`CCCCCCCCCC`): U-Boot is not running")
            }
            Self::Missing(what) => write!(f, "{what} did not come in time"),
            Self::Echo { command, came } => {
                write!(
                    f,
                    "`{command}` was echoed as `{}` and was not executed",
                    came.escape_debug()
                )
            }
            Self::Failed { command, status, output } => {
                write!(f, "`{command}` failed with {status}: {}", last_line(output))
            }
            Self::Unexpected { command, output } => {
                write!(f, "`{command}` printed `{}`", last_line(output))
            }
            Self::Differs { expected, found } => {
                write!(f, "the CRC is {found:08x} and should be {expected:08x}")
            }
        }
    }
}

impl Cause {
    /// What it means, in the words that all families share.
    pub fn meaning(&self) -> Meaning {
        match self {
            Self::Line(error) => error.meaning(),
            Self::Transfer(error) => error.meaning(),
            Self::Silence => Meaning::failed(Code::SERIAL_SILENCE),
            Self::Garbage => Meaning::failed(Code::SERIAL_GARBAGE),
            Self::Dram(_) => Meaning::failed(Code::BOARD_DRAM),
            Self::OtherMode(_) => Meaning::failed(Code::BOARD_MODE),
            Self::AsksForProgram => Meaning::failed(Code::BOARD_ROM),
            Self::Missing(_) => Meaning::failed(Code::BOARD_MISSING),
            Self::Echo { .. } => Meaning::failed(Code::PROMPT_ECHO),
            Self::Failed { .. } => Meaning::failed(Code::UBOOT_FAILED),
            Self::Unexpected { .. } => Meaning::failed(Code::UBOOT_ANSWER),
            Self::Differs { .. } => Meaning::differs(Code::DIFFERS),
        }
    }

    /// The error of the user's file, where that is what failed.
    pub fn of_file(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Transfer(error) => error.of_file(),
            _ => None,
        }
    }
}

/// A failed conversation.
#[derive(Debug)]
pub struct Error {
    /// The user's step.
    pub step: Step,
    /// Why.
    pub cause: Cause,
    /// The last that the board said, as text; empty when it said nothing.
    pub heard: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.step, self.cause)
    }
}

impl core::error::Error for Error {}

impl Classify for Error {
    fn meaning(&self) -> Meaning {
        self.cause.meaning()
    }

    fn step(&self) -> Option<StepId> {
        Some(self.step.id())
    }

    fn of_file(&self) -> Option<&(dyn core::error::Error + 'static)> {
        self.cause.of_file()
    }
}
