//! What can go wrong between power-on and verified flash.

use alloc::string::String;
use core::fmt;

use ::uboot::host::{Console, Step};
use link::{Classify, Code, Meaning, StepId};

use crate::{header::HeaderError, uboot::UbootError};

/// Why it failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Cause {
    /// The console failed, or said something else than was waited for.
    Console(::uboot::host::Cause),
    /// Something else speaks than the mask ROM: this program.
    NotRom(&'static str),
    /// The mask ROM found a wrong sum and does not take another upload reliably.
    RomCrc,
    /// The mask ROM began anew: the board was reset, or did not take the program.
    RomAgain,
    /// The SPL boots from another medium than the UART.
    OtherMedium(String),
    /// The board says that it failed, in these words.
    Said(String),
    /// The end of a transfer was not confirmed, and nothing later tells whether all of it arrived.
    Unconfirmed,
    /// The recovery agent is in its fuse menu: nothing was sent there.
    FuseMenu,
    /// The file has no header that the ROM takes: nothing was sent.
    Header(HeaderError),
    /// The file is no U-Boot that the SPL could start: nothing was sent.
    Uboot(UbootError),
    /// The file is not what belongs there: nothing was sent.
    Unfit(String),
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Console(cause) => cause.fmt(f),
            Self::NotRom(program) => {
                write!(f, "{program} is running, not the mask ROM's UART loader")
            }
            Self::RomCrc => {
                f.write_str("the mask ROM says `CRC Error`: the program did not arrive whole")
            }
            Self::RomAgain => f.write_str(
                "the mask ROM started again: the board was reset, or the program did not start",
            ),
            Self::OtherMedium(medium) => {
                write!(f, "the SPL boots from {medium} and not from the UART")
            }
            Self::Said(words) => write!(f, "the board says `{words}`"),
            Self::Unconfirmed => {
                f.write_str("the board did not confirm the end of the file, which may be cut short")
            }
            Self::FuseMenu => f.write_str(
                "the recovery program is in its fuse (OTP) menu: nothing was typed there",
            ),
            Self::Header(error) => error.fmt(f),
            Self::Uboot(error) => write!(f, "U-Boot: {error}"),
            Self::Unfit(what) => f.write_str(what),
        }
    }
}

impl From<::uboot::host::Cause> for Cause {
    fn from(cause: ::uboot::host::Cause) -> Self {
        Self::Console(cause)
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

impl Error {
    /// A failure of the console's present step.
    pub(super) fn at(console: &Console<'_>, cause: impl Into<Cause>) -> Self {
        Self { step: console.step(), cause: cause.into(), heard: console.heard() }
    }
}

impl From<::uboot::host::Error> for Error {
    fn from(error: ::uboot::host::Error) -> Self {
        let ::uboot::host::Error { step, cause, heard } = error;
        Self { step, cause: cause.into(), heard }
    }
}

impl Classify for Error {
    fn meaning(&self) -> Meaning {
        match &self.cause {
            Cause::Console(cause) => cause.meaning(),
            Cause::NotRom(_) => Meaning::failed(Code::BOARD_MODE),
            Cause::RomCrc => Meaning::failed(Code::ROM_CRC),
            Cause::RomAgain => Meaning::failed(Code::ROM_AGAIN),
            Cause::OtherMedium(_) => Meaning::failed(Code::SPL_MEDIUM),
            Cause::Said(_) => Meaning::failed(Code::BOARD_SAID),
            Cause::Unconfirmed => Meaning::failed(Code::XMODEM_END),
            Cause::FuseMenu => Meaning::refused(Code::AGENT_FUSES),
            Cause::Header(_) | Cause::Uboot(_) | Cause::Unfit(_) => {
                Meaning::input(Code::INPUT_IMAGE)
            }
        }
    }

    fn step(&self) -> Option<StepId> {
        Some(self.step.id())
    }

    fn of_file(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.cause {
            Cause::Console(cause) => cause.of_file(),
            _ => None,
        }
    }
}
