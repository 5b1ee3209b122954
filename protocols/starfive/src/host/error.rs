//! What can go wrong between power-on and verified flash, and in which step.

use alloc::string::String;
use core::fmt;

use link::{Classify, Code, LineError, Meaning, StepId};
use xmodem::drive;

use crate::{header::HeaderError, uboot::UbootError};

/// The step, as the user thinks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Sending the first program to the mask ROM.
    Rom,
    /// The SPL starts and finds its boot medium.
    Spl,
    /// Sending U-Boot to the SPL.
    Uboot,
    /// Getting to U-Boot's prompt.
    Prompt,
    /// A command at the prompt.
    Command,
    /// Finding the flash.
    Probe,
    /// Sending an image into memory.
    Load,
    /// Writing the flash.
    Write,
    /// Reading the flash back.
    Verify,
    /// The menu of the vendor's recovery program.
    Agent,
}

impl Step {
    /// The word that scripts see.
    pub fn id(self) -> StepId {
        match self {
            Self::Rom | Self::Spl | Self::Uboot | Self::Prompt => StepId::START,
            Self::Command | Self::Agent => StepId::COMMAND,
            Self::Probe => StepId::CHOOSE,
            Self::Load => StepId::SEND,
            Self::Write => StepId::WRITE,
            Self::Verify => StepId::VERIFY,
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rom => "mask ROM",
            Self::Spl => "SPL",
            Self::Uboot => "loading U-Boot",
            Self::Prompt => "reaching the prompt",
            Self::Command => "U-Boot command",
            Self::Probe => "finding the flash",
            Self::Load => "loading the image",
            Self::Write => "writing the flash",
            Self::Verify => "reading the flash back",
            Self::Agent => "recovery menu",
        })
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
    /// Something else speaks than the mask ROM: this program.
    NotRom(&'static str),
    /// The board says that its DRAM does not work, in these words.
    Dram(&'static str),
    /// The mask ROM boots from another medium than the UART and says so, in these words.
    OtherMode(&'static str),
    /// A boot ROM asks for a program, where U-Boot's prompt was expected.
    AsksForProgram,
    /// What should have come did not.
    Missing(&'static str),
    /// The mask ROM found a wrong sum and does not take another upload reliably.
    RomCrc,
    /// The mask ROM began anew: the board was reset, or did not take the program.
    RomAgain,
    /// The SPL boots from another medium than the UART.
    OtherMedium(String),
    /// The board says that it failed, in these words.
    Said(String),
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
    /// Memory or flash does not hold what was sent.
    Differs {
        /// The CRC-32 of what was sent.
        expected: u32,
        /// The CRC-32 of what is there.
        found: u32,
    },
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
            Self::Line(error) => error.fmt(f),
            Self::Transfer(error) => error.fmt(f),
            Self::Silence => f.write_str("nothing came over the line"),
            Self::Garbage => {
                f.write_str("what came is not text: wrong baud rate, or a bad contact")
            }
            Self::NotRom(program) => {
                write!(f, "{program} is running, not the mask ROM's UART loader")
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

fn last_line(text: &str) -> &str {
    text.trim().rsplit(['\r', '\n']).next().unwrap_or_default()
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
        match &self.cause {
            Cause::Line(error) => error.meaning(),
            Cause::Transfer(error) => error.meaning(),
            Cause::Silence => Meaning::failed(Code::SERIAL_SILENCE),
            Cause::Garbage => Meaning::failed(Code::SERIAL_GARBAGE),
            Cause::NotRom(_) | Cause::OtherMode(_) => Meaning::failed(Code::BOARD_MODE),
            Cause::AsksForProgram => Meaning::failed(Code::BOARD_ROM),
            Cause::Dram(_) => Meaning::failed(Code::BOARD_DRAM),
            Cause::RomCrc => Meaning::failed(Code::ROM_CRC),
            Cause::RomAgain => Meaning::failed(Code::ROM_AGAIN),
            Cause::OtherMedium(_) => Meaning::failed(Code::SPL_MEDIUM),
            Cause::Said(_) => Meaning::failed(Code::BOARD_SAID),
            Cause::Echo { .. } => Meaning::failed(Code::PROMPT_ECHO),
            Cause::Failed { .. } => Meaning::failed(Code::UBOOT_FAILED),
            Cause::Unexpected { .. } => Meaning::failed(Code::UBOOT_ANSWER),
            Cause::Differs { .. } => Meaning::differs(Code::DIFFERS),
            Cause::Unconfirmed => Meaning::failed(Code::XMODEM_END),
            Cause::FuseMenu => Meaning::refused(Code::AGENT_FUSES),
            Cause::Header(_) | Cause::Uboot(_) | Cause::Unfit(_) => {
                Meaning::input(Code::INPUT_IMAGE)
            }
            Cause::Missing(_) => Meaning::failed(Code::BOARD_MISSING),
        }
    }

    fn step(&self) -> Option<StepId> {
        Some(self.step.id())
    }
}
