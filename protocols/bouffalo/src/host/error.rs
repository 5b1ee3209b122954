//! What can go wrong between the handshake and verified flash.

use core::fmt;

use link::{Classify, Code, LineError, Meaning, StepId};

use crate::wire::{OtherChip, error_name};

/// Why it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// The serial line failed.
    Line(LineError),
    /// Nothing came in time.
    Silent,
    /// Something came that is no answer.
    Garbage,
    /// The ROM says that it is busy, and does not come to an end.
    Busy,
    /// The ROM refused a command, with this number.
    Refused(u16),
    /// An answer has another length than it should: its bytes.
    Length(usize),
    /// It is another chip.
    Other(OtherChip),
    /// No flash answers the ROM.
    NoFlash,
    /// What is to be erased or written is not whole sectors of 4096 bytes.
    Unaligned,
    /// The flash does not hold what was written: where that begins and its length, in bytes.
    Differs {
        /// Address of the first byte.
        at: u32,
        /// How many bytes were compared.
        length: u32,
    },
    /// What was read does not have the SHA-256 that the chip says.
    Unread(u32),
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(error) => error.fmt(f),
            Self::Silent => f.write_str("the mask ROM does not answer"),
            Self::Garbage => f.write_str("what came from the line is no answer of the mask ROM's"),
            Self::Busy => f.write_str("the mask ROM stayed busy"),
            Self::Refused(code) => match error_name(*code) {
                Some(name) => write!(f, "the mask ROM refused it: error {code:04x} ({name})"),
                None => write!(f, "the mask ROM refused it: error {code:04x}"),
            },
            Self::Length(bytes) => write!(f, "the mask ROM answered {bytes} bytes"),
            Self::Other(OtherChip(Some(name))) => write!(f, "the chip is a {name}, not a BL808"),
            Self::Other(OtherChip(None)) => f.write_str("the chip is not a BL808"),
            Self::NoFlash => f.write_str("no SPI flash answers the chip"),
            Self::Unaligned => f.write_str("the flash is erased in whole sectors of 4096 bytes"),
            Self::Differs { at, length } => {
                write!(
                    f,
                    "the {length} bytes at {at:#x} of the flash do not have the right SHA-256"
                )
            }
            Self::Unread(at) => {
                write!(f, "what was read at {at:#x} does not have the SHA-256 that the chip tells")
            }
        }
    }
}

impl Cause {
    /// Whether the line may have spoilt what was said: a ROM that began to hear in the midst of a command refuses what it takes
    /// for one, and sums have eight bits only.
    pub(super) fn may_pass(self) -> bool {
        matches!(self, Self::Silent | Self::Garbage | Self::Length(_) | Self::Refused(_))
    }

    /// Whether it is a refusal of what a command says, and not of how it came.
    pub(super) fn is_meant(self) -> bool {
        matches!(self, Self::Refused(code) if !(0x0101..=0x0104).contains(&code))
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
            Cause::Garbage => Meaning::failed(Code::SERIAL_GARBAGE),
            Cause::Busy => Meaning::failed(Code::BOARD_BUSY),
            Cause::Refused(_) => Meaning::failed(Code::ISP_REFUSED),
            Cause::Length(_) => Meaning::failed(Code::ISP_ANSWER),
            Cause::Other(_) => Meaning::refused(Code::BOARD_OTHER),
            Cause::NoFlash => Meaning::failed(Code::STORAGE_NONE),
            Cause::Unaligned => Meaning::usage(Code::USAGE_ALIGNED),
            Cause::Differs { .. } => Meaning::differs(Code::DIFFERS),
            Cause::Unread(_) => Meaning::failed(Code::STORAGE_FAILED),
        }
    }

    fn step(&self) -> Option<StepId> {
        Some(self.step)
    }
}
