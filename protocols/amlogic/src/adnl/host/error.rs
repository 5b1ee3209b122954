//! What can go wrong in a conversation, and in which step.

use alloc::string::String;
use core::fmt;

use link::{Classify, Code, Fault, IoError, Meaning, StepId, UsbError};

use crate::{
    adnl::wire::{Malformed, Stage},
    image::Unsound,
};

/// The step of a job, as the user thinks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Finding out who is there.
    Identify,
    /// Sending boot files to mask ROM and BL2.
    Boot,
    /// Asking a question.
    Query,
    /// A command of the user's.
    Command,
    /// Reading storage.
    Read,
    /// Writing storage.
    Write,
    /// Comparing storage with what was written.
    Verify,
    /// Erasing storage.
    Erase,
    /// Restarting the board.
    Reboot,
    /// Finding back to a conversation.
    Recover,
}

impl Step {
    /// The word that scripts see.
    pub fn id(self) -> StepId {
        match self {
            Self::Identify => StepId::FIND,
            Self::Boot => StepId::START,
            Self::Query => StepId::QUERY,
            Self::Command => StepId::COMMAND,
            Self::Read => StepId::READ,
            Self::Write => StepId::WRITE,
            Self::Verify => StepId::VERIFY,
            Self::Erase => StepId::ERASE,
            Self::Reboot => StepId::RESTART,
            Self::Recover => StepId::RECOVER,
        }
    }
}

/// What was under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A command.
    Command(String),
    /// Data from the host: how many bytes, and from where in the file.
    Data(u64, u64),
    /// Nothing: something was checked.
    Check,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Command(text) => write!(f, "`{}`", text.escape_debug()),
            Self::Data(size, offset) => write!(f, "{size} bytes of the file from {offset:#x} on"),
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
    /// The board answers nothing since an exchange broke off: it waits for the rest of some data.
    Deaf(UsbError),
    /// The user's file failed.
    Io(IoError),
    /// The board's bytes are not what the protocol calls for.
    Malformed(Malformed),
    /// The board's own words.
    Failed(String),
    /// An answer that has no place here.
    Unexpected(String),
    /// The board is busy and stays so.
    Busy,
    /// The board is in another stage than the step needs.
    State {
        /// The one that it is in.
        found: Stage,
        /// Those that would do.
        wanted: &'static [Stage],
    },
    /// The mask ROM wants a password.
    Password,
    /// What was sent does not start: the mask ROM is still there.
    NotStarted {
        /// The board is known to start only what its maker signed.
        secure: Option<bool>,
    },
    /// BL2 was given all it wanted and did not go on.
    NotHandedOver(Stage),
    /// The mask ROM wants more bytes than the file has.
    ShortFile {
        /// Bytes that the file would need to have.
        wanted: u64,
        /// Bytes that it has.
        size: u64,
    },
    /// BL2 asks for what is outside the file.
    OutsideFile {
        /// From where it wants bytes.
        offset: u64,
        /// How many.
        size: u64,
        /// Bytes of the file.
        file: u64,
    },
    /// BL2 failed with this code.
    Bl2(u8),
    /// BL2 wants to send something: its purpose is unknown.
    Upload,
    /// The boot file is not one for this board: nothing was sent.
    Unsound(Unsound),
    /// A command is too long for the board's buffer.
    TooLong(usize),
    /// The board asks for what does not belong to the image, or twice for the same.
    OtherWindow {
        /// From where it wants bytes.
        offset: u64,
        /// How many.
        size: u64,
    },
    /// The board says that the image is whole before all of it was sent.
    Incomplete {
        /// Bytes that it was sent.
        done: u64,
        /// Bytes of the image.
        size: u64,
    },
    /// Offsets and lengths on a card are multiples of 512 bytes.
    Unaligned(u64),
    /// The range runs past the end of the eMMC: nothing was sent.
    PastTheEnd {
        /// Bytes of the eMMC.
        bytes: u64,
        /// End of the range.
        end: u64,
    },
    /// The image is longer than the partition: nothing was written.
    TooLarge {
        /// Bytes of the image.
        size: u64,
        /// Bytes of the partition.
        room: u64,
    },
    /// Storage does not hold what was written, from this byte on.
    Differs(u64),
    /// A secure board does not let its storage be read.
    Closed(String),
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usb(error) => error.fmt(f),
            Self::Deaf(error) => write!(
                f,
                "the board answers nothing any more: it waits for the rest of data that broke off ({error})"
            ),
            Self::Io(error) => error.fmt(f),
            Self::Malformed(error) => error.fmt(f),
            Self::Failed(why) if why.is_empty() => f.write_str("the board says that it failed"),
            Self::Failed(why) => write!(f, "the board says: {}", why.escape_debug()),
            Self::Unexpected(reply) => {
                write!(f, "the board's answer has no place here: {}", reply.escape_debug())
            }
            Self::Busy => f.write_str("the board is busy and stays so"),
            Self::State { found, wanted } => {
                write!(f, "the board is in {found}, not in ")?;
                wanted.iter().enumerate().try_for_each(|(index, stage)| {
                    write!(f, "{}{stage}", if index > 0 { " or " } else { "" })
                })
            }
            Self::Password => f.write_str(
                "the mask ROM is locked with a password, which only the board's maker knows",
            ),
            Self::NotStarted { secure: Some(true) } => f.write_str(
                "the mask ROM did not start the file: this board starts only what its maker signed (items USB:DDR and USB:UBOOT of the maker's own burning package)",
            ),
            Self::NotStarted { .. } => f.write_str(
                "the mask ROM did not start the file: it is for another board, or the board starts only what its maker signed (items USB:DDR and USB:UBOOT of the maker's own burning package)",
            ),
            Self::NotHandedOver(stage) => {
                write!(f, "{stage} was given all it asked for, and the next program did not come up")
            }
            Self::ShortFile { wanted, size } => write!(
                f,
                "the mask ROM wants a boot file of {wanted} bytes or more; this one has {size}"
            ),
            Self::OutsideFile { offset, size, file } => write!(
                f,
                "BL2 asks for {size} bytes from {offset:#x} on; the boot file has {file}: it is another one than the one that BL2 is from"
            ),
            Self::Bl2(code) => write!(f, "BL2 failed with code {code:#04x}"),
            Self::Upload => f.write_str("BL2 wants to send data, for which no protocol is known"),
            Self::Unsound(error) => error.fmt(f),
            Self::TooLong(length) => {
                write!(f, "a command has at most 255 bytes; this one has {length}")
            }
            Self::OtherWindow { offset, size } => write!(
                f,
                "the board asks for {size} bytes from {offset:#x} on, which do not belong to the image or were sent before"
            ),
            Self::Incomplete { done, size } => {
                write!(f, "the board calls the image whole after {done} of {size} bytes")
            }
            Self::Unaligned(offset) => {
                write!(f, "{offset:#x} is not a multiple of 512, the bytes of a sector")
            }
            Self::PastTheEnd { bytes, end } => {
                write!(f, "the range ends at byte {end}, but the eMMC has {bytes}")
            }
            Self::TooLarge { size, room } => {
                write!(f, "the image has {size} bytes, the partition {room}")
            }
            Self::Differs(offset) => {
                write!(f, "storage does not hold what was written, from byte {offset} on")
            }
            Self::Closed(why) => {
                write!(f, "the board does not let its storage be read: {}", why.escape_debug())
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
    /// Where a write to a card failed: the board has said OKAY to all before this byte.
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
        matches!(self.cause, Cause::Malformed(_) | Cause::Unexpected(_))
            || self.fault().is_some_and(Fault::may_pass)
    }
}

impl Classify for Error {
    fn meaning(&self) -> Meaning {
        self.cause.meaning(self.step)
    }

    fn step(&self) -> Option<StepId> {
        Some(self.step.id())
    }

    fn acknowledged(&self) -> Option<u64> {
        self.good
    }

    fn needs_power_cycle(&self) -> bool {
        matches!(
            self.cause,
            Cause::Deaf(_) | Cause::NotStarted { .. } | Cause::NotHandedOver(_) | Cause::Bl2(_)
        )
    }

    fn of_file(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.cause {
            Cause::Io(error) => Some(&**error),
            _ => None,
        }
    }
}

impl Cause {
    fn meaning(&self, step: Step) -> Meaning {
        match self {
            Self::Usb(error) | Self::Deaf(error) => error.meaning(),
            Self::Password => Meaning::refused(Code::BOARD_LOCKED),
            Self::State { .. } => Meaning::refused(Code::BOARD_MODE),
            Self::NotStarted { .. } => Meaning::failed(Code::BL2_REFUSED),
            Self::NotHandedOver(_) => Meaning::failed(Code::CODE_SILENT),
            Self::Bl2(_) => Meaning::failed(Code::BL2_FAILED),
            Self::ShortFile { .. } | Self::OutsideFile { .. } => Meaning::input(Code::INPUT_SHORT),
            Self::Unsound(_) => Meaning::input(Code::INPUT_IMAGE),
            Self::TooLong(_) => Meaning::usage(Code::USAGE_TEXT),
            Self::Unaligned(_) => Meaning::usage(Code::USAGE_ALIGNED),
            Self::PastTheEnd { .. } if step == Step::Write => Meaning::refused(Code::IMAGE_LARGE),
            Self::PastTheEnd { .. } => Meaning::usage(Code::USAGE_RANGE),
            Self::Differs(_) => Meaning::differs(Code::DIFFERS),
            Self::Failed(_) if step == Step::Verify => Meaning::differs(Code::DIFFERS),
            Self::TooLarge { .. } => Meaning::refused(Code::IMAGE_LARGE),
            Self::Failed(_) if step == Step::Boot => Meaning::failed(Code::BOOT_FAILED),
            Self::Failed(_) => Meaning::failed(Code::UBOOT_FAILED),
            Self::Closed(_) => Meaning::refused(Code::STORAGE_CLOSED),
            Self::Busy => Meaning::failed(Code::BOARD_BUSY),
            Self::Io(_) => Meaning::failed(Code::FILE),
            Self::Malformed(_)
            | Self::Unexpected(_)
            | Self::Upload
            | Self::OtherWindow { .. }
            | Self::Incomplete { .. } => Meaning::failed(Code::AMLOGIC_ANSWER),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.action {
            Action::Check => self.cause.fmt(f)?,
            action => write!(f, "{action}: {}", self.cause)?,
        }
        match self.good {
            Some(good) => write!(f, "; all before byte {good} was taken"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for Error {}
