//! What can go wrong in a conversation with the boot ROM, and in which step.

use alloc::{boxed::Box, string::String};
use core::fmt;

use link::{Classify, Code, Fault, IoError, Meaning, StepId, UsbError};

use crate::{chips, wire::Malformed, wire::Mode};

/// The step of a recovery, as the user thinks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Identifying the board.
    Identify,
    /// A single request of the user's.
    Request,
    /// Leaving the non-secure state of a fused SoC.
    Secure,
    /// Running code of ours for one register access or the like.
    Payload,
    /// Loading and running the SPL.
    Spl,
    /// Saving and restoring the MMU around the SPL.
    Mmu,
    /// Loading and starting U-Boot.
    Uboot,
    /// Reaching an SD card or an eMMC.
    Storage,
}

impl Stage {
    /// The word that scripts see.
    pub fn id(self) -> StepId {
        match self {
            Self::Identify => StepId::FIND,
            Self::Request => StepId::COMMAND,
            Self::Payload | Self::Storage => StepId::RUN,
            Self::Secure | Self::Spl | Self::Mmu | Self::Uboot => StepId::START,
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Identify => "identifying the board",
            Self::Request => "memory request",
            Self::Secure => "leaving the non-secure state",
            Self::Payload => "register access",
            Self::Spl => "SPL",
            Self::Mmu => "MMU",
            Self::Uboot => "U-Boot",
            Self::Storage => "storage",
        })
    }
}

/// The FEL request that was under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// VERSION.
    Version,
    /// READ of this many bytes.
    Read(u32, u32),
    /// WRITE of this many bytes.
    Write(u32, u32),
    /// EXEC.
    Execute(u32),
    /// The first request after an EXEC, which shows whether the code returned.
    Return(u32),
    /// No request: something was checked.
    Check,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version => f.write_str("VERSION"),
            Self::Read(address, length) => write!(f, "READ of {length} bytes at {address:#010x}"),
            Self::Write(address, length) => write!(f, "WRITE of {length} bytes at {address:#010x}"),
            Self::Execute(address) => write!(f, "EXEC at {address:#010x}"),
            Self::Return(address) => write!(f, "return from {address:#010x}"),
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
    /// The user's file failed.
    Io(IoError),
    /// The board's bytes are not what the protocol calls for.
    Malformed(Malformed),
    /// AWUS with a status that is not 0.
    Refused(u8),
    /// A FEL status that is not 0.
    Failed(u8),
    /// Not the boot ROM: another program under the same USB ids.
    NotFel(Mode),
    /// The SoC is not known, or cannot be told.
    Chip(chips::Unknown),
    /// The SoC is another than the user expects.
    OtherChip {
        /// What is there.
        found: &'static str,
        /// What was asked for.
        wanted: String,
    },
    /// There is no code for this on this SoC.
    Unsupported {
        /// The SoC.
        chip: &'static str,
        /// What cannot be done there.
        what: &'static str,
    },
    /// The range runs past the end of the 32-bit address space.
    PastTheEnd,
    /// The file does not suit the board: nothing was sent.
    Unfit(Box<super::spl::Unfit>),
    /// Image, board and the user's files do not go together: nothing was sent.
    Mismatch(String),
    /// Two things would be in the same memory: nothing was sent.
    Overlap(String),
    /// Memory does not hold what was written.
    Differs {
        /// What was written.
        name: String,
        /// Where the piece begins that differs.
        address: u32,
    },
    /// Nothing on the board shows that an SPL has set up its DRAM: nothing was sent there.
    NoDram {
        /// The SoC.
        chip: &'static chips::Chip,
        /// The first address in DRAM.
        address: u32,
    },
    /// Uploaded code did not return in time.
    NoReturn,
    /// The board disconnected instead of returning: what was started took it over, or reset it.
    Left,
    /// The thunk found that the SPL's checksum does not hold in SRAM.
    SplDamaged,
    /// The thunk found caches on and did not start the SPL.
    CachesOn,
    /// The thunk did not run to its end.
    ThunkUnfinished([u8; 8]),
    /// The processor's state does not allow an SPL to be run.
    ProcessorState(String),
    /// A card or an eMMC, or its controller, did not do as it should.
    Storage {
        /// The command or step.
        command: &'static str,
        /// Why.
        fault: super::agent::Fault,
    },
    /// Nothing answers on the storage port.
    NoCard,
    /// A card or an eMMC answered a command with an error; its status.
    CardStatus {
        /// The command.
        command: &'static str,
        /// The status that it answered.
        status: u32,
    },
    /// The range runs past the end of the storage; sectors that it has.
    PastTheStorage(u64),
    /// The storage has no such part.
    NoPart(&'static str),
    /// No SPI flash answers on SPI0, or none of a known size; the three bytes of its id.
    NoFlash([u8; 3]),
    /// The SPI flash is protected against writes; its status register.
    Protected(u8),
    /// The range runs past the end of the SPI flash; bytes that it has.
    PastTheFlash(u64),
    /// The flash on SPI0 is of the other kind: NOR or NAND.
    OtherFlash(&'static str),
    /// Blocks of the SPI NAND flash stay locked; the register that locks them.
    Locked(u8),
    /// A page of the SPI NAND flash has more wrong bits than it corrects.
    Uncorrectable(u32),
    /// A block of the SPI NAND flash could not be erased or programmed.
    BadBlock {
        /// Its number.
        block: u32,
        /// It is marked as bad now.
        is_marked: bool,
    },
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usb(error) => error.fmt(f),
            Self::Io(error) => error.fmt(f),
            Self::Malformed(error) => error.fmt(f),
            Self::Refused(status) => write!(f, "the boot ROM refused the exchange (AWUS status {status})"),
            Self::Failed(state) => write!(f, "the boot ROM reports a failure (status {state})"),
            Self::NotFel(Mode::FES) => f.write_str(
                "this is not the mask ROM but the vendor's boot loader in its USB product mode (FES), which has the same USB ids",
            ),
            Self::NotFel(mode) => write!(f, "this is not the mask ROM: it reports mode {}", mode.0),
            Self::Chip(error) => error.fmt(f),
            Self::OtherChip { found, wanted } => {
                let (one, other) = (chips::article(found), chips::article(wanted));
                write!(f, "the board is {one} {found}, not {other} {wanted}")
            },
            Self::Unsupported { chip, what } => write!(f, "{what} is not supported on the {chip}"),
            Self::PastTheEnd => f.write_str("the range runs past the end of the address space (0xffffffff)"),
            Self::Unfit(reason) => reason.fmt(f),
            Self::Mismatch(what) | Self::Overlap(what) => f.write_str(what),
            Self::Differs { name, address } => {
                write!(f, "{name} did not arrive as it was sent: memory differs in the megabyte at {address:#010x}")
            }
            Self::NoDram { chip, address } => write!(
                f,
                "nothing shows that an SPL has set up the DRAM of this {}: touching {address:#010x} before that hangs the board",
                chip.name
            ),
            Self::NoReturn => f.write_str("the code that was started did not return to the boot ROM"),
            Self::Left => f.write_str(
                "the board left FEL: the code that was started has taken it over, or reset it",
            ),
            Self::SplDamaged => f.write_str(
                "the SPL's checksum does not hold in the board's SRAM: it was damaged on the way or by the memory",
            ),
            Self::CachesOn => f.write_str("the processor's caches are on: the SPL was not started"),
            Self::ThunkUnfinished(mark) => {
                write!(f, "the SPL left no mark of having run (its header reads `{}`)", mark.escape_ascii())
            }
            Self::ProcessorState(what) => f.write_str(what),
            Self::Storage { command, fault } => write!(f, "{command}: {fault}"),
            Self::NoCard => f.write_str("nothing answers there: no card is in the slot, or no eMMC is connected"),
            Self::CardStatus { command, status } => {
                write!(f, "{command}: the card answers with an error (status {status:#010x})")
            }
            Self::PastTheStorage(sectors) => {
                write!(f, "the range runs past the end of the storage, which has {sectors} sectors")
            }
            Self::NoPart(part) => write!(f, "the storage has no {part}"),
            Self::NoFlash([0, 0, 0] | [0xff, 0xff, 0xff]) => f.write_str("no SPI flash answers on SPI0"),
            Self::NoFlash([maker, kind, size]) => write!(
                f,
                "the SPI flash on SPI0 is not known, and does not tell its size (id {maker:02x} {kind:02x} {size:02x})"
            ),
            Self::Protected(status) => write!(
                f,
                "the SPI flash is protected against writes (status register {status:#04x})"
            ),
            Self::PastTheFlash(bytes) => {
                write!(f, "the range runs past the end of the SPI flash, which has {bytes} bytes")
            }
            Self::OtherFlash(kind) => write!(f, "the flash on SPI0 is SPI {kind} flash"),
            Self::Locked(locks) => {
                write!(f, "blocks of the SPI NAND flash stay locked against writes (register A0h: {locks:#04x})")
            }
            Self::Uncorrectable(page) => {
                write!(f, "page {page} of the SPI NAND flash has more wrong bits than the flash can correct")
            }
            Self::BadBlock { block, is_marked: true } => {
                write!(f, "block {block} of the SPI NAND flash cannot be written any more, and was marked as bad")
            }
            Self::BadBlock { block, is_marked: false } => {
                write!(f, "block {block} of the SPI NAND flash cannot be written any more, and cannot be marked as bad")
            }
        }
    }
}

/// A failed conversation.
#[derive(Debug)]
pub struct Error {
    /// The user's step.
    pub stage: Stage,
    /// The request in it.
    pub action: Action,
    /// Why.
    pub cause: Cause,
}

impl Error {
    /// The fault of the transfer, where a transfer failed.
    pub fn fault(&self) -> Option<Fault> {
        match &self.cause {
            Cause::Usb(error) => Some(error.fault),
            _ => None,
        }
    }
}

impl Classify for Error {
    fn meaning(&self) -> Meaning {
        self.cause.meaning(self.stage)
    }

    fn step(&self) -> Option<StepId> {
        Some(match (self.stage, self.action) {
            (Stage::Request, Action::Read(..)) => StepId::READ,
            (Stage::Request, Action::Write(..)) => StepId::WRITE,
            (Stage::Request, Action::Execute(_) | Action::Return(_)) => StepId::RUN,
            (stage, _) => stage.id(),
        })
    }

    fn of_file(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &self.cause {
            Cause::Io(error) => Some(&**error),
            _ => None,
        }
    }
}

impl Cause {
    fn meaning(&self, stage: Stage) -> Meaning {
        match self {
            Self::Usb(error) => error.meaning(),
            Self::PastTheEnd => Meaning::usage(Code::USAGE_RANGE),
            Self::NotFel(_) => Meaning::refused(Code::BOARD_MODE),
            Self::Chip(_) => Meaning::refused(Code::BOARD_UNKNOWN),
            Self::OtherChip { .. } => Meaning::refused(Code::BOARD_OTHER),
            Self::Unsupported { .. } => Meaning::refused(Code::UNSUPPORTED),
            Self::Unfit(_) | Self::Mismatch(_) => Meaning::refused(Code::IMAGE_UNFIT),
            Self::Overlap(_) => Meaning::refused(Code::OVERLAP),
            Self::Differs { .. } => Meaning::differs(Code::DIFFERS),
            Self::Malformed(_) | Self::Refused(_) | Self::Failed(_) => {
                Meaning::failed(Code::FEL_ANSWER)
            }
            Self::NoReturn if stage == Stage::Spl => Meaning::failed(Code::SPL_NO_RETURN),
            Self::NoReturn => Meaning::failed(Code::CODE_NO_RETURN),
            Self::Left => Meaning::failed(Code::CODE_LEFT),
            Self::NoDram { .. } => Meaning::refused(Code::DRAM_OFF),
            Self::SplDamaged => Meaning::failed(Code::SPL_DAMAGED),
            Self::CachesOn | Self::ThunkUnfinished(_) | Self::ProcessorState(_) => {
                Meaning::failed(Code::CPU_STATE)
            }
            Self::Io(_) => Meaning::failed(Code::FILE),
            Self::Storage { .. } | Self::CardStatus { .. } => Meaning::failed(Code::STORAGE_FAILED),
            Self::NoCard => Meaning::failed(Code::STORAGE_NONE),
            Self::PastTheStorage(_) => Meaning::usage(Code::USAGE_RANGE),
            Self::NoPart(_) => Meaning::refused(Code::STORAGE_NONE),
            Self::NoFlash(_) => Meaning::failed(Code::STORAGE_NONE),
            Self::Protected(_) => Meaning::refused(Code::STORAGE_PROTECTED),
            Self::PastTheFlash(_) => Meaning::usage(Code::USAGE_RANGE),
            Self::OtherFlash(_) => Meaning::refused(Code::STORAGE_NONE),
            Self::Locked(_) => Meaning::refused(Code::STORAGE_PROTECTED),
            Self::Uncorrectable(_) | Self::BadBlock { .. } => Meaning::failed(Code::STORAGE_FAILED),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A single request is the command itself: that needs no name.
        if self.stage != Stage::Request {
            write!(f, "{}: ", self.stage)?;
        }
        match self.action {
            Action::Check => self.cause.fmt(f),
            action => write!(f, "{action}: {}", self.cause),
        }
    }
}

impl core::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn every_stage_has_a_word_for_scripts_and_one_for_people() {
        for (stage, id, words) in [
            (Stage::Identify, "find", "identifying the board"),
            (Stage::Request, "command", "memory request"),
            (Stage::Secure, "start", "leaving the non-secure state"),
            (Stage::Payload, "run", "register access"),
            (Stage::Spl, "start", "SPL"),
            (Stage::Mmu, "start", "MMU"),
            (Stage::Uboot, "start", "U-Boot"),
            (Stage::Storage, "run", "storage"),
        ] {
            assert_eq!((stage.id().word(), stage.to_string().as_str()), (id, words));
        }
    }

    #[test]
    fn an_error_tells_stage_request_and_cause() {
        let text = |stage, action| Error { stage, action, cause: Cause::PastTheEnd }.to_string();
        let cause = Cause::PastTheEnd.to_string();
        for (action, words) in [
            (Action::Version, "VERSION: "),
            (Action::Read(0x10, 5), "READ of 5 bytes at 0x00000010: "),
            (Action::Write(0x10, 5), "WRITE of 5 bytes at 0x00000010: "),
            (Action::Execute(0x10), "EXEC at 0x00000010: "),
            (Action::Return(0x10), "return from 0x00000010: "),
            (Action::Check, ""),
        ] {
            assert_eq!(text(Stage::Request, action), alloc::format!("{words}{cause}"));
            assert_eq!(text(Stage::Spl, action), alloc::format!("SPL: {words}{cause}"));
        }
    }
}
