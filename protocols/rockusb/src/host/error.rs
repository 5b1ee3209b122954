//! What can go wrong in a conversation, and in which step.

use alloc::{string::String, vec::Vec};
use core::fmt;

use link::{Classify, Code, Fault, IoError, Meaning, StepId, UsbError};

use super::State;
use crate::{
    Unsound,
    chips::with_article,
    wire::{Area, Malformed, Opcode, Status, Storage},
};

/// The step of a job, as the user thinks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Finding out who is there.
    Identify,
    /// Sending a loader to the mask ROM.
    Download,
    /// Asking a question.
    Query,
    /// Reading storage.
    Read,
    /// Writing storage.
    Write,
    /// Comparing storage with what was written.
    Verify,
    /// Erasing storage.
    Erase,
    /// Choosing a medium.
    Storage,
    /// Restarting the board.
    Reset,
    /// Finding back to a conversation.
    Recover,
}

impl Step {
    /// The word that scripts see.
    pub fn id(self) -> StepId {
        match self {
            Self::Identify => StepId::FIND,
            Self::Download => StepId::START,
            Self::Query => StepId::QUERY,
            Self::Read => StepId::READ,
            Self::Write => StepId::WRITE,
            Self::Verify => StepId::VERIFY,
            Self::Erase => StepId::ERASE,
            Self::Storage => StepId::CHOOSE,
            Self::Reset => StepId::RESTART,
            Self::Recover => StepId::RECOVER,
        }
    }
}

/// What was under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A request of a download: its number, from 1, and how many there are.
    Piece(Area, usize, usize),
    /// A command, and the sectors that it is about.
    Command(Opcode, Option<(u64, u64)>),
    /// The class request that ends a broken conversation.
    BulkOnlyReset,
    /// Nothing: something was checked.
    Check,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Piece(area, index, count) => {
                write!(f, "request {index} of {count} for {:#x}", *area as u16)
            }
            Self::Command(opcode, None) => f.write_str(opcode.name()),
            Self::Command(opcode, Some((sector, count))) => {
                write!(f, "{} of {count} sectors at {sector}", opcode.name())
            }
            Self::BulkOnlyReset => f.write_str("bulk-only reset"),
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
    /// The first command block found no taker: what a mask ROM does, which speaks another protocol.
    NobodyListens(UsbError),
    /// The board showed itself as usbplug and answers nothing: it hangs.
    Dead(UsbError),
    /// The mask ROM refuses the first request of a download: an earlier one failed since it was switched on.
    Deaf(UsbError),
    /// The mask ROM refuses the second blob: it has thrown the first one away, or the first one did not come back.
    Discarded(UsbError),
    /// A request in the middle of a download failed: the mask ROM takes no other before it is switched off and on.
    Upload(UsbError),
    /// The user's file failed.
    Io(IoError),
    /// The board's bytes are not what the protocol calls for.
    Malformed(Malformed),
    /// The status belongs to another command.
    Tag {
        /// What was sent.
        sent: u32,
        /// What came back.
        came: u32,
    },
    /// The board says that the command failed.
    Failed(Status),
    /// The board disowns so many bytes of the data phase.
    Shortfall(u32),
    /// The program on the board does not know the command.
    Unsupported(Opcode),
    /// The loader on the board knows ID blocks of the old layout only.
    OldLoader,
    /// The board is in another state than the step needs.
    State {
        /// What it is in.
        found: State,
        /// What it should be in.
        wanted: State,
    },
    /// A loader file for another SoC: nothing was sent.
    OtherChip {
        /// The SoC of the board, where it is known.
        found: Option<String>,
        /// The SoC of the file.
        wanted: String,
    },
    /// An ID block that does not start the board: nothing was sent.
    OtherBlock {
        /// Where it would be.
        sector: u64,
        /// What speaks against it.
        why: String,
    },
    /// The board is not what it was a moment ago: this write was not begun.
    Changed(&'static str),
    /// A file that is not what it should be.
    Unsound(Unsound),
    /// There is nothing to be sent.
    Empty,
    /// The board has no such medium, or an empty one.
    NoMedium,
    /// The range runs past the end of the medium: nothing was sent.
    PastTheEnd {
        /// Sectors of the medium.
        sectors: u64,
        /// First sector behind the range.
        end: u64,
    },
    /// The range does not begin and end with erase blocks, which the board would not report.
    Unaligned {
        /// Sectors of an erase block.
        block: u64,
    },
    /// This loader returns 0xCC in place of what lies above 32 MiB.
    FakedReads,
    /// The loader says that it erased, and the sector still holds something.
    NotErased(u64),
    /// The switch of storage was acknowledged and did not take place.
    NotSwitched {
        /// What was asked for.
        wanted: Storage,
        /// What is chosen.
        found: Storage,
    },
    /// The loader serves none of these media.
    NotServed {
        /// The numbers that were tried.
        wanted: Vec<Storage>,
        /// Those that it serves.
        served: Vec<Storage>,
    },
    /// Storage does not hold what was written, from this sector on.
    Differs(u64),
    /// The board is busy and stays so.
    Busy,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usb(error) => error.fmt(f),
            Self::NobodyListens(error) => write!(
                f,
                "nobody listens for commands, as in a mask ROM that waits for a loader ({error})"
            ),
            Self::Dead(error) => write!(
                f,
                "the loader in memory hangs: it is on the bus and answers nothing ({error})"
            ),
            Self::Deaf(error) => write!(
                f,
                "the mask ROM takes no download: one has failed since it was switched on ({error})"
            ),
            Self::Discarded(error) => write!(
                f,
                "the mask ROM refuses the second blob: the first one was damaged on the way, is for another chip or memory, or did not return ({error})"
            ),
            Self::Upload(error) => write!(f, "the download broke off ({error})"),
            Self::Io(error) => error.fmt(f),
            Self::Malformed(error) => error.fmt(f),
            Self::Tag { sent, came } => {
                write!(f, "the status is of another command (tag {came:#010x}, not {sent:#010x})")
            }
            Self::Failed(Status::FAILED) => f.write_str("the board says that it failed"),
            Self::Failed(Status::PHASE) => {
                f.write_str("the board says that command and data do not go together")
            }
            Self::Failed(status) => {
                write!(f, "the board answers with the unknown status {}", status.0)
            }
            Self::Shortfall(bytes) => {
                write!(f, "the board disowns {bytes} bytes of what was moved")
            }
            Self::Unsupported(opcode) => {
                write!(f, "the program on the board does not know {opcode}")
            }
            Self::OldLoader => {
                f.write_str("the loader on the board does not know ID blocks of this layout")
            }
            Self::State { found, wanted } => write!(f, "the board is in {found}, not in {wanted}"),
            Self::OtherChip { found, wanted } => {
                let wanted = with_article(wanted);
                match found {
                    Some(found) => write!(f, "the board is {}, not {wanted}", with_article(found)),
                    None => write!(f, "the board is an unknown SoC, not {wanted}"),
                }
            }
            Self::OtherBlock { sector, why } => {
                write!(f, "the ID block for sector {sector} does not start this board: {why}")
            }
            Self::Changed(what) => {
                write!(f, "the board is not the one of a moment ago: its {what} is another")
            }
            Self::Unsound(error) => error.fmt(f),
            Self::Empty => f.write_str("there is nothing to be sent"),
            Self::NoMedium => f.write_str("the board has no storage there"),
            Self::PastTheEnd { sectors, end } => {
                write!(f, "the range ends at sector {end}, but the storage has {sectors}")
            }
            Self::Unaligned { block } => {
                write!(f, "the range does not begin and end with erase blocks of {block} sectors")
            }
            Self::FakedReads => {
                f.write_str("this loader returns 0xCC in place of what lies above 32 MiB")
            }
            Self::NotErased(sector) => {
                write!(f, "the board says that it erased, but sector {sector} still holds data")
            }
            Self::NotSwitched { wanted, found } => {
                write!(f, "the board acknowledged the switch to {wanted}, but is still on {found}")
            }
            Self::NotServed { wanted, served } => {
                let (wanted, served) = (Storage::names(wanted), Storage::names(served));
                let served = if served.is_empty() { "nothing".into() } else { served };
                write!(f, "this loader serves no {wanted}; it serves {served}")
            }
            Self::Differs(sector) => {
                write!(f, "storage does not hold what was written, from sector {sector} on")
            }
            Self::Busy => f.write_str("the board is busy and stays so"),
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
    /// Where a write failed: all sectors of the job before this one are known to have been taken.
    pub good: Option<u64>,
}

impl Error {
    /// The fault of the transfer, where a transfer failed.
    pub fn fault(&self) -> Option<Fault> {
        match &self.cause {
            Cause::Usb(error)
            | Cause::NobodyListens(error)
            | Cause::Dead(error)
            | Cause::Deaf(error)
            | Cause::Discarded(error)
            | Cause::Upload(error) => Some(error.fault),
            _ => None,
        }
    }

    /// Whether the same command may be tried again once the conversation is in order.
    pub(super) fn may_pass(&self) -> bool {
        match self.fault() {
            Some(fault) => fault.may_pass(),
            None => {
                matches!(self.cause, Cause::Malformed(_) | Cause::Tag { .. } | Cause::Shortfall(_))
            }
        }
    }
}

impl Classify for Error {
    fn meaning(&self) -> Meaning {
        match self.fault() {
            Some(Fault::Stopped) => Fault::Stopped.meaning(),
            _ => self.cause.meaning(self.step),
        }
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
            Cause::Dead(_) | Cause::Deaf(_) | Cause::Discarded(_) | Cause::Upload(_)
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
            Self::Usb(error) => error.meaning(),
            Self::Dead(_) => Meaning::failed(Code::LOADER_DEAD),
            Self::Discarded(_) => Meaning::failed(Code::DOWNLOAD_DISCARDED),
            Self::Upload(error) if error.fault == Fault::Cancelled => error.meaning(),
            Self::Deaf(_) | Self::Upload(_) => Meaning::failed(Code::DOWNLOAD_BROKEN),
            Self::NobodyListens(_) | Self::State { .. } => Meaning::refused(Code::BOARD_MODE),
            Self::OtherChip { .. } => Meaning::refused(Code::BOARD_OTHER),
            Self::OtherBlock { .. } => Meaning::refused(Code::IMAGE_SOC),
            Self::Changed(_) => Meaning::refused(Code::BOARD_CHANGED),
            Self::Unsound(_) | Self::Empty => Meaning::input(Code::INPUT_IMAGE),
            Self::PastTheEnd { .. } if matches!(step, Step::Write | Step::Verify) => {
                Meaning::refused(Code::IMAGE_LARGE)
            }
            Self::PastTheEnd { .. } => Meaning::usage(Code::USAGE_RANGE),
            Self::Unaligned { .. } => Meaning::usage(Code::USAGE_ALIGNED),
            Self::NoMedium => Meaning::failed(Code::STORAGE_NONE),
            Self::NotSwitched { .. } => Meaning::failed(Code::STORAGE_UNSWITCHED),
            Self::NotServed { .. } => Meaning::failed(Code::STORAGE_UNSERVED),
            Self::FakedReads => Meaning::refused(Code::READS_FAKED),
            Self::Differs(_) => Meaning::differs(Code::DIFFERS),
            Self::NotErased(_) => Meaning::differs(Code::ERASE_UNDONE),
            Self::Unsupported(_) | Self::OldLoader => Meaning::refused(Code::UNSUPPORTED),
            Self::Io(_) => Meaning::failed(Code::FILE),
            Self::Busy => Meaning::failed(Code::BOARD_BUSY),
            Self::Malformed(_) | Self::Tag { .. } | Self::Failed(_) | Self::Shortfall(_) => {
                Meaning::failed(Code::ROCKUSB_ANSWER)
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.action {
            Action::Check => self.cause.fmt(f)?,
            action => write!(f, "{action}: {}", self.cause)?,
        }
        match self.good {
            Some(good) => write!(f, "; all before sector {good} was taken"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{format, string::ToString};
    use link::Pipe;

    fn usb(fault: Fault) -> UsbError {
        UsbError { pipe: Pipe::In, fault }
    }

    fn error(cause: Cause) -> Error {
        Error { step: Step::Write, action: Action::Check, cause, good: None }
    }

    #[test]
    fn every_step_has_a_word_for_scripts() {
        for (step, id) in [
            (Step::Identify, "find"),
            (Step::Download, "start"),
            (Step::Query, "query"),
            (Step::Read, "read"),
            (Step::Write, "write"),
            (Step::Verify, "verify"),
            (Step::Erase, "erase"),
            (Step::Storage, "choose"),
            (Step::Reset, "restart"),
            (Step::Recover, "recover"),
        ] {
            assert_eq!(step.id().word(), id);
        }
    }

    #[test]
    fn an_error_tells_what_was_under_way_and_what_was_taken() {
        for (action, words) in [
            (Action::Piece(Area::Sram, 2, 3), "request 2 of 3 for 0x471: "),
            (Action::Command(Opcode::READ_CHIP_INFO, None), "READ CHIP INFO: "),
            (Action::Command(Opcode::WRITE_LBA, Some((64, 8))), "WRITE LBA of 8 sectors at 64: "),
            (Action::BulkOnlyReset, "bulk-only reset: "),
            (Action::Check, ""),
        ] {
            let error = Error { action, ..error(Cause::Busy) };
            assert_eq!(error.to_string(), format!("{words}{}", Cause::Busy));
        }
        let error = Error { good: Some(96), ..error(Cause::Busy) };
        assert_eq!(error.to_string(), format!("{}; all before sector 96 was taken", Cause::Busy));
    }

    /// What the board has understood and refused is not tried again.
    #[test]
    fn only_what_went_wrong_in_talking_is_tried_again() {
        assert!(error(Cause::Usb(usb(Fault::Stall))).may_pass());
        assert!(!error(Cause::Usb(usb(Fault::Gone))).may_pass());
        for cause in [
            Cause::Malformed(Malformed("short")),
            Cause::Tag { sent: 1, came: 2 },
            Cause::Shortfall(512),
        ] {
            assert!(error(cause).may_pass());
        }
        for cause in [
            Cause::Failed(Status::FAILED),
            Cause::Unsupported(Opcode::READ_LBA),
            Cause::Io("the disk is full".into()),
            Cause::Differs(5),
        ] {
            assert!(!error(cause).may_pass());
        }
    }

    #[test]
    fn a_mask_rom_that_is_stuck_and_a_loader_that_hangs_have_to_be_switched_off() {
        let at = || usb(Fault::TimedOut);
        for cause in
            [Cause::Dead(at()), Cause::Deaf(at()), Cause::Discarded(at()), Cause::Upload(at())]
        {
            assert!(error(cause).needs_power_cycle());
        }
        for cause in [Cause::Usb(at()), Cause::NobodyListens(at()), Cause::Empty, Cause::Busy] {
            assert!(!error(cause).needs_power_cycle());
        }
    }
}
