//! What can go wrong between the handshake and a flash that is summed.

use core::fmt;

use link::{Classify, Code, LineError, Meaning, StepId};

use crate::wire::{Command, WRONG_ORDER, result_name};

/// Why it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The serial line failed.
    Line(LineError),
    /// Nothing came in time.
    Silent,
    /// The board talks, and not in this protocol.
    Talks,
    /// Something came that is no answer to what was said.
    Garbage,
    /// A command was refused, with this result.
    Refused(Command, u8),
    /// The board has no such memory.
    NoMemory(&'static str),
    /// It does not fit the memory: bytes that are needed, and bytes that are there.
    Room(u64, u32),
    /// It is shorter than a download can be.
    Short,
    /// Memory does not hold what was sent there: where that begins and its length, in bytes.
    Differs {
        /// The first byte.
        at: u32,
        /// How many bytes were compared.
        length: u32,
    },
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(error) => error.fmt(f),
            Self::Silent => f.write_str("the board does not answer"),
            Self::Talks => {
                f.write_str("the board talks on its line, but its mask ROM did not answer")
            }
            Self::Garbage => f.write_str("what came from the line is no answer"),
            Self::Refused(command, result) => {
                write!(f, "the board refused `{command}`: result {result:#04x}")?;
                result_name(*command, *result).map_or(Ok(()), |name| write!(f, " ({name})"))
            }
            Self::NoMemory(name) => write!(f, "the board lists no {name}"),
            Self::Room(wanted, there) => {
                write!(f, "it has {wanted} bytes, and there is room for {there}")
            }
            Self::Short => f.write_str("it is shorter than two bytes"),
            Self::Differs { at, length } => {
                write!(f, "the {length} bytes at {at:#x} do not have the right sum")
            }
        }
    }
}

impl From<LineError> for Cause {
    fn from(error: LineError) -> Self {
        Self::Line(error)
    }
}

/// A failed conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Error {
    /// The step.
    pub step: StepId,
    /// What was done.
    pub doing: &'static str,
    /// Why.
    pub cause: Cause,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.doing, self.cause)
    }
}

impl core::error::Error for Error {}

impl Classify for Error {
    fn meaning(&self) -> Meaning {
        match self.cause {
            Cause::Line(error) => error.meaning(),
            Cause::Silent => Meaning::failed(Code::SERIAL_SILENCE),
            Cause::Talks | Cause::Garbage => Meaning::failed(Code::SERIAL_GARBAGE),
            Cause::Refused(_, WRONG_ORDER) => Meaning::failed(Code::BOARD_MODE),
            Cause::Refused(..) => Meaning::failed(Code::ISP_REFUSED),
            Cause::NoMemory(_) => Meaning::failed(Code::STORAGE_NONE),
            Cause::Room(..) | Cause::Short => Meaning::usage(Code::USAGE_ALIGNED),
            Cause::Differs { .. } => Meaning::differs(Code::DIFFERS),
        }
    }

    fn step(&self) -> Option<StepId> {
        Some(self.step)
    }
}
