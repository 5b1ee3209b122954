//! Why a transfer ended without success.

use core::fmt;

use link::Code;

/// The end of a transfer that did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// The other side never asked for the file, or never sent one.
    NoStart,
    /// The other side answers frames that are not ours, and asks for nothing.
    Midway,
    /// The other side cancelled (CAN CAN).
    Cancelled,
    /// A block was refused every time.
    Refused {
        /// Data bytes that were taken before it.
        taken: u64,
        /// How often it was sent.
        times: u32,
    },
    /// No answer to a block, however often it was sent.
    Silent {
        /// Data bytes that were taken before it.
        taken: u64,
        /// How often it was sent.
        times: u32,
    },
    /// The other side speaks text in the middle of the transfer: it is no longer receiving.
    Spoke {
        /// Data bytes that were taken before.
        taken: u64,
    },
    /// The end of the file was announced and never confirmed.
    EndUnconfirmed,
    /// Blocks that could not be read, one after the other, or none at all.
    Unreadable,
    /// A block came that is neither the next nor the last one.
    OutOfSequence,
    /// The file ended at another length than block 0 said.
    WrongLength {
        /// What block 0 said.
        announced: u64,
        /// What came.
        came: u64,
    },
}

impl Failure {
    /// A stable word for scripts.
    pub fn code(&self) -> Code {
        match self {
            Self::NoStart => Code::XMODEM_NO_START,
            Self::Midway => Code::XMODEM_MIDWAY,
            Self::Cancelled => Code::XMODEM_CANCELLED,
            Self::EndUnconfirmed => Code::XMODEM_END,
            Self::Spoke { .. } => Code::XMODEM_LEFT,
            Self::Refused { .. }
            | Self::Silent { .. }
            | Self::Unreadable
            | Self::OutOfSequence
            | Self::WrongLength { .. } => Code::XMODEM_LINE,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoStart => f.write_str("the other side did not begin a transfer in time"),
            Self::Midway => f.write_str(
                "the other side only acknowledges and refuses: it is in the midst of another program's transfer",
            ),
            Self::Cancelled => f.write_str("the other side cancelled the transfer"),
            Self::Refused { taken, times } => {
                write!(f, "a block was refused {times} times, after {taken} bytes that were taken")
            }
            Self::Silent { taken, times } => {
                write!(
                    f,
                    "no answer to a block that was sent {times} times, after {taken} bytes that were taken"
                )
            }
            Self::Spoke { taken } => {
                write!(f, "after {taken} bytes the other side left the transfer and printed text")
            }
            Self::EndUnconfirmed => {
                f.write_str("the other side did not confirm the end of the file")
            }
            Self::Unreadable => f.write_str("no readable block came"),
            Self::OutOfSequence => {
                f.write_str("a block came that is neither the next nor the last one")
            }
            Self::WrongLength { announced, came } => {
                write!(f, "the file was announced with {announced} bytes, but {came} came")
            }
        }
    }
}

impl core::error::Error for Failure {}
