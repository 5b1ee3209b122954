//! What can go wrong in a conversation, and in which step.

use alloc::string::String;
use core::fmt;

use link::{Classify, Code, Fault, Foreign, IoError, Meaning, StepId, UsbError};

use crate::{sparse, wire::Malformed};

/// The step of a job, as the user thinks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Asking a question.
    Query,
    /// A command of the user's.
    Command,
    /// Sending data that are not written.
    Send,
    /// Starting what was sent.
    Start,
    /// Reading from the device.
    Read,
    /// Writing storage.
    Write,
    /// Erasing storage.
    Erase,
    /// Restarting the board.
    Restart,
    /// Finding back to a conversation.
    Recover,
}

impl Step {
    /// The word that scripts see.
    pub fn id(self) -> StepId {
        match self {
            Self::Query => StepId::QUERY,
            Self::Command => StepId::COMMAND,
            Self::Send => StepId::SEND,
            Self::Start => StepId::START,
            Self::Read => StepId::READ,
            Self::Write => StepId::WRITE,
            Self::Erase => StepId::ERASE,
            Self::Restart => StepId::RESTART,
            Self::Recover => StepId::RECOVER,
        }
    }
}

/// What was under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A command.
    Command(String),
    /// This number of bytes of data after a command.
    Data(u64),
    /// Nothing: something was checked.
    Check,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Command(text) => write!(f, "`{}`", Foreign(text)),
            Self::Data(size) => write!(f, "{size} bytes of data"),
            Self::Check => f.write_str("check"),
        }
    }
}

/// Why it failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Cause {
    /// A transfer failed.
    Usb(UsbError),
    /// The device answers nothing since a command broke off: it waits for the rest of some data, or is busy.
    Deaf(UsbError),
    /// The user's file failed.
    Io(IoError),
    /// The image cannot be sent.
    Image(sparse::Error),
    /// The device's bytes are not what the protocol calls for.
    Malformed(Malformed),
    /// The device's own words after FAIL.
    Refused(String),
    /// An answer that has no place here.
    Unexpected(String),
    /// The device wants, or has, another number of bytes than this.
    Size {
        /// Bytes that the device announces.
        device: u64,
        /// Bytes that there should be, or the most that are wanted.
        host: u64,
    },
    /// The device says INFO and TEXT without end.
    Endless,
    /// A command has more bytes than devices take.
    TooLong(usize),
    /// A command fills its last packet, so that its end cannot be seen.
    FullPacket(usize),
    /// More bytes than a download can have.
    TooLarge(u64),
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usb(error) => error.fmt(f),
            Self::Deaf(error) => write!(
                f,
                "the device does not answer any more: it waits for the rest of data that broke off, or is busy ({error})"
            ),
            Self::Io(error) => error.fmt(f),
            Self::Image(error) => error.fmt(f),
            Self::Malformed(error) => error.fmt(f),
            Self::Refused(why) if why.is_empty() => {
                f.write_str("the device refuses without a reason")
            }
            Self::Refused(why) => write!(f, "the device refuses: {}", Foreign(why)),
            Self::Unexpected(reply) => {
                write!(f, "the device's answer has no place here: {}", Foreign(reply))
            }
            Self::Size { device, host } => {
                write!(f, "the device announces {device} bytes of data, not {host}")
            }
            Self::Endless => f.write_str("the device goes on talking and does not answer"),
            Self::TooLong(length) => {
                write!(f, "a command has at most 4095 bytes; this one has {length}")
            }
            Self::FullPacket(length) => write!(
                f,
                "a command of {length} bytes fills its last packet, and devices would wait for more: add a blank"
            ),
            Self::TooLarge(size) => {
                write!(
                    f,
                    "a download has at most 4294967295 bytes, and at least one; this one has {size}"
                )
            }
        }
    }
}

impl Cause {
    fn meaning(&self) -> Meaning {
        match self {
            Self::Usb(error) | Self::Deaf(error) => error.meaning(),
            Self::Io(_) => Meaning::failed(Code::FILE),
            Self::Image(error) => error.meaning(),
            Self::Refused(_) => Meaning::failed(Code::FASTBOOT_REFUSED),
            Self::TooLong(_) | Self::FullPacket(_) => Meaning::usage(Code::USAGE_TEXT),
            Self::TooLarge(_) => Meaning::refused(Code::IMAGE_LARGE),
            Self::Malformed(_) | Self::Unexpected(_) | Self::Size { .. } | Self::Endless => {
                Meaning::failed(Code::FASTBOOT_ANSWER)
            }
        }
    }
}

/// A failed conversation.
#[derive(Debug)]
pub struct Error {
    /// The user's step.
    pub step: Step,
    /// What was under way.
    pub action: Action,
    /// Why.
    pub cause: Cause,
    /// Where an image was being written: the device has said OKAY to all before this byte.
    pub good: Option<u64>,
}

impl Error {
    /// The fault of the transfer, where a transfer failed.
    pub fn fault(&self) -> Option<Fault> {
        match &self.cause {
            Cause::Usb(error) | Cause::Deaf(error) => Some(error.fault),
            _ => None,
        }
    }

    /// Whether the same question may be asked again.
    pub(super) fn may_pass(&self) -> bool {
        match &self.cause {
            Cause::Malformed(_) | Cause::Unexpected(_) => true,
            Cause::Usb(error) => error.fault.may_pass(),
            _ => false,
        }
    }
}

impl Classify for Error {
    fn meaning(&self) -> Meaning {
        self.cause.meaning()
    }

    fn step(&self) -> Option<StepId> {
        Some(self.step.id())
    }

    fn acknowledged(&self) -> Option<u64> {
        self.good
    }

    fn of_file(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.cause {
            Cause::Io(error) => Some(&**error),
            Cause::Image(error) => error.of_file(),
            _ => None,
        }
    }

    fn needs_power_cycle(&self) -> bool {
        matches!(self.cause, Cause::Deaf(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.action {
            Action::Check => self.cause.fmt(f)?,
            action => write!(f, "{action}: {}", self.cause)?,
        }
        match self.good {
            Some(good) => write!(f, "; the device said OKAY to all before byte {good}"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for Error {}
