//! What can go wrong in a conversation, and in which step.

use alloc::string::String;
use core::fmt;

use link::{Classify, Code, Fault, IoError, Meaning, StepId, UsbError};

use crate::optimus::wire::{Malformed, Request, Stage};

/// The step of a job, as the user thinks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Finding out who is there.
    Identify,
    /// Asking about the chip.
    Query,
    /// Telling a password.
    Password,
    /// Reading memory.
    Read,
    /// Writing memory.
    Write,
    /// Running code.
    Run,
    /// Checking the files, before anything is sent.
    Check,
    /// Sending and starting BL2.
    Bl2,
    /// Setting up DRAM.
    Dram,
    /// Sending and starting U-Boot.
    Uboot,
    /// Giving BL2 what it asks for.
    Amlc,
    /// A command for U-Boot.
    Command,
    /// Writing storage.
    Store,
    /// Comparing storage with what was written.
    Verify,
    /// Reading storage.
    Upload,
}

impl Step {
    /// Whether it is one that the vendor's U-Boot does.
    pub fn is_of_uboot(self) -> bool {
        matches!(self, Self::Command | Self::Store | Self::Verify | Self::Upload)
    }

    /// The word that scripts see.
    pub fn id(self) -> StepId {
        match self {
            Self::Identify => StepId::FIND,
            Self::Query => StepId::QUERY,
            Self::Password => StepId::UNLOCK,
            Self::Read | Self::Upload => StepId::READ,
            Self::Write | Self::Store => StepId::WRITE,
            Self::Run => StepId::RUN,
            Self::Check => StepId::CHECK,
            Self::Bl2 | Self::Dram | Self::Uboot | Self::Amlc => StepId::START,
            Self::Command => StepId::COMMAND,
            Self::Verify => StepId::VERIFY,
        }
    }
}

/// Why it failed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Cause {
    /// A transfer failed.
    Usb(UsbError),
    /// The user's file failed.
    Io(IoError),
    /// The board's bytes, or the user's, are not what the protocol calls for.
    Malformed(Malformed),
    /// The mask ROM waits for a password.
    Locked,
    /// It does not take this one.
    WrongPassword,
    /// The program that runs does not know passwords.
    NoPasswords,
    /// A password has 1 to 64 bytes.
    PasswordLength(usize),
    /// The board is at another stage than the step needs.
    Stage {
        /// Who is there.
        found: Stage,
        /// Who should be.
        wanted: &'static str,
    },
    /// The board is of another family than the files are for: nothing was sent.
    OtherFamily {
        /// What the board says.
        found: String,
        /// What it should be.
        wanted: &'static str,
    },
    /// How this family starts is not known.
    NoFlow(&'static str),
    /// A file is not what it should be: nothing was sent.
    Unsound(&'static str),
    /// The range runs past the end of the 32-bit addresses.
    Range,
    /// The mask ROM is still there after BL2 was started.
    Refused {
        /// What the chip says about secure boot, where it can be asked.
        secure: Option<bool>,
    },
    /// DRAM does not take U-Boot.
    NoDram(UsbError),
    /// The board does not answer after code was started.
    Silent,
    /// BL2 tells of a failure, by a number of its own.
    Bl2Failed(u8),
    /// BL2 asks for what is not in the file.
    Beyond {
        /// Where in the file.
        offset: u32,
        /// Bytes.
        size: u32,
    },
    /// BL2 wants to send instead of receiving.
    WantsToSend,
    /// BL2 does not take a piece.
    NotTaken,
    /// BL2 asks and asks.
    Endless,
    /// A transfer of the exchange with BL2 failed, after which it does not listen any more.
    Broken(UsbError),
    /// What answers is no text of U-Boot's.
    NoUboot,
    /// U-Boot says that the command failed.
    Failed(String),
    /// U-Boot is still at it after all the time that it had.
    Busy,
    /// Offsets and lengths on a card are multiples of 512 bytes.
    Unaligned(u64),
    /// The range ends at this byte, where the eMMC has none: nothing was written.
    PastTheEnd(u64),
    /// Storage does not hold what it should, from this byte on.
    Differs(u64),
    /// U-Boot cannot write storage; it takes nothing more of this image.
    Media {
        /// Number of the packet.
        sequence: u32,
        /// What it says.
        text: String,
    },
    /// A packet was damaged each time that it was sent.
    Damaged(u32),
    /// The board sent another piece than the next one.
    Sequence {
        /// What came.
        found: u32,
        /// What should have come.
        wanted: u32,
    },
    /// Less came than was asked for.
    Short {
        /// Bytes that came.
        found: u64,
        /// Bytes that should have come.
        wanted: u64,
    },
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usb(error) => error.fmt(f),
            Self::Io(error) => error.fmt(f),
            Self::Malformed(error) => error.fmt(f),
            Self::Locked => f.write_str("the board is locked by a password, which only its maker has: a file with it unlocks the mask ROM until the next reset"),
            Self::WrongPassword => f.write_str("the mask ROM does not take this password"),
            Self::NoPasswords => f.write_str("this mask ROM asks for no password"),
            Self::PasswordLength(length) => {
                write!(f, "a password has 1 to 64 bytes, this one has {length}")
            }
            Self::Stage { found, wanted } => write!(f, "{found} is there, not {wanted}"),
            Self::OtherFamily { found, wanted } => write!(f, "the board is {found}, not {wanted}"),
            Self::NoFlow(name) => {
                write!(f, "how {name} starts over this protocol is not known here")
            }
            Self::Unsound(what) => f.write_str(what),
            Self::Range => f.write_str("the range runs past the end of 32-bit addresses"),
            Self::Refused { secure: Some(true) } => f.write_str("secure boot is fused: the mask ROM took no notice of this BL2, and only one that the board's maker has signed will start"),
            Self::Refused { secure } => {
                f.write_str("the mask ROM took no notice of this BL2: it is for another board")?;
                match secure {
                    Some(false) => Ok(()),
                    _ => f.write_str(", or secure boot is fused, and the file has to be signed by the maker"),
                }
            }
            Self::NoDram(error) => {
                write!(f, "DRAM does not take U-Boot: BL2 is for a board with other DRAM ({error})")
            }
            Self::Silent => f.write_str("the board does not answer any more after code was started"),
            Self::Bl2Failed(code) => write!(
                f,
                "BL2 says that it failed (code {code}): the file is for a board with other DRAM, or was damaged on the way"
            ),
            Self::Beyond { offset, size } => write!(
                f,
                "BL2 asks for {size} bytes at {offset:#x}, which the file does not have: it is cut off, or BL2 is not of this file"
            ),
            Self::WantsToSend => f.write_str("BL2 wants to send data, which is not known to happen"),
            Self::NotTaken => f.write_str("BL2 did not take a piece"),
            Self::Endless => f.write_str("BL2 asks for more and more pieces without an end"),
            Self::Broken(error) => write!(f, "the exchange with BL2 broke off ({error})"),
            Self::NoUboot => {
                f.write_str("what answers is not the vendor's U-Boot in its burn mode")
            }
            Self::Failed(text) if text.is_empty() => f.write_str("U-Boot says that it failed"),
            Self::Failed(text) => write!(f, "U-Boot says that it failed: {text}"),
            Self::Busy => f.write_str("U-Boot is still busy after all the time that it had"),
            Self::Unaligned(offset) => {
                write!(f, "{offset:#x} is not a multiple of 512, the bytes of a sector")
            }
            Self::PastTheEnd(end) => {
                write!(f, "the range ends at byte {end}, which the eMMC does not reach")
            }
            Self::Differs(offset) => {
                write!(f, "storage does not hold what it should, from byte {offset} on")
            }
            Self::Media { sequence, text } => {
                write!(f, "U-Boot does not take packet {sequence}: {text}")
            }
            Self::Damaged(sequence) => {
                write!(f, "packet {sequence} arrived damaged each time that it was sent")
            }
            Self::Sequence { found, wanted } => {
                write!(f, "piece {found} came instead of {wanted}")
            }
            Self::Short { found, wanted } => write!(f, "only {found} of {wanted} bytes came"),
        }
    }
}

/// A failed conversation.
#[derive(Debug)]
pub struct Error {
    /// The user's step.
    pub step: Step,
    /// The request that was under way, where there was one.
    pub request: Option<Request>,
    /// Why.
    pub cause: Cause,
    /// Where an image failed: this many bytes of it are known to have been taken.
    pub done: Option<u64>,
}

impl Error {
    /// The fault of the transfer, where a transfer failed.
    pub fn fault(&self) -> Option<Fault> {
        match &self.cause {
            Cause::Usb(error) | Cause::NoDram(error) | Cause::Broken(error) => Some(error.fault),
            _ => None,
        }
    }
}

impl Classify for Error {
    fn meaning(&self) -> Meaning {
        match &self.cause {
            // What was found out before a request was sent.
            Cause::Malformed(_) if self.request.is_none() && self.step.is_of_uboot() => {
                Meaning::usage(Code::USAGE_TEXT)
            }
            cause => cause.meaning(self.step),
        }
    }

    fn step(&self) -> Option<StepId> {
        Some(self.step.id())
    }

    fn acknowledged(&self) -> Option<u64> {
        self.done
    }

    /// After an AMLC exchange that broke it was seen to answer nothing, and code that hangs does not answer either.
    fn needs_power_cycle(&self) -> bool {
        matches!(
            self.cause,
            Cause::Broken(_)
                | Cause::Bl2Failed(_)
                | Cause::Beyond { .. }
                | Cause::WantsToSend
                | Cause::NotTaken
                | Cause::Endless
                | Cause::Silent
                | Cause::NoDram(_)
        ) || self.step == Step::Amlc && matches!(self.cause, Cause::Malformed(_))
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
            Self::NoDram(error) if error.fault == Fault::TimedOut => {
                Meaning::failed(Code::DRAM_NONE)
            }
            Self::Usb(error) | Self::NoDram(error) | Self::Broken(error) => error.meaning(),
            Self::Locked => Meaning::refused(Code::BOARD_LOCKED),
            Self::WrongPassword => Meaning::refused(Code::PASSWORD_WRONG),
            Self::NoPasswords => Meaning::refused(Code::PASSWORD_UNWANTED),
            Self::PasswordLength(_) => Meaning::input(Code::INPUT_PASSWORD),
            Self::Stage { .. } if matches!(step, Step::Bl2 | Step::Dram | Step::Uboot) => {
                Meaning::failed(Code::BOOT_FAILED)
            }
            Self::Stage { .. } => Meaning::refused(Code::BOARD_MODE),
            Self::OtherFamily { .. } => Meaning::refused(Code::BOARD_OTHER),
            Self::NoFlow(_) => Meaning::refused(Code::UNSUPPORTED),
            Self::Unsound(_) => Meaning::input(Code::INPUT_IMAGE),
            Self::Range => Meaning::usage(Code::USAGE_RANGE),
            Self::Refused { .. } => Meaning::failed(Code::BL2_REFUSED),
            Self::Silent => Meaning::failed(Code::CODE_SILENT),
            Self::Bl2Failed(_) => Meaning::failed(Code::BL2_FAILED),
            Self::Beyond { .. } => Meaning::input(Code::INPUT_SHORT),
            Self::WantsToSend | Self::NotTaken | Self::Endless => Meaning::failed(Code::BL2_ANSWER),
            Self::Unaligned(_) => Meaning::usage(Code::USAGE_ALIGNED),
            Self::PastTheEnd(_) if step == Step::Store => Meaning::refused(Code::IMAGE_LARGE),
            Self::PastTheEnd(_) => Meaning::usage(Code::USAGE_RANGE),
            Self::Differs(_) => Meaning::differs(Code::DIFFERS),
            Self::Failed(_) if step == Step::Verify => Meaning::differs(Code::DIFFERS),
            Self::Failed(_) => Meaning::failed(Code::UBOOT_FAILED),
            Self::Busy => Meaning::failed(Code::BOARD_BUSY),
            Self::Media { .. } => Meaning::failed(Code::STORAGE_FAILED),
            Self::Damaged(_) => Meaning::failed(Code::USB_DAMAGED),
            Self::Io(_) => Meaning::failed(Code::FILE),
            Self::Malformed(_) | Self::NoUboot | Self::Sequence { .. } | Self::Short { .. } => {
                Meaning::failed(Code::AMLOGIC_ANSWER)
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.request {
            None => self.cause.fmt(f)?,
            Some(request) => write!(f, "{request}: {}", self.cause)?,
        }
        match self.done {
            Some(done) => write!(f, "; {done} bytes were taken before"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for Error {}
