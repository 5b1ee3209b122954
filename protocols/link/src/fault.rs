//! What can go wrong on a link.

use core::fmt;

/// The way a transfer went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pipe {
    /// Endpoint zero.
    Control,
    /// The bulk endpoint from host to device.
    Out,
    /// The bulk endpoint from device to host.
    In,
}

impl fmt::Display for Pipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Control => "control",
            Self::Out => "bulk-out",
            Self::In => "bulk-in",
        })
    }
}

/// Why a transfer failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The device took no packet, or sent none, for as long as the transfer was allowed to take.
    TimedOut,
    /// The device answered with a STALL; the endpoint is halted.
    Stall,
    /// The device disconnected.
    Gone,
    /// The user asked to stop before the command began: nothing of it was sent.
    Stopped,
    /// The user cancelled the transfer while it ran.
    Cancelled,
    /// The device sent more than was asked for.
    Overlong,
    /// The transfer ended early.
    Short {
        /// Bytes that were moved.
        done: u64,
        /// Bytes that were wanted.
        wanted: u64,
    },
    /// A fault on the wire: bad checksum, no handshake, babble.
    Bus,
    /// The kernel had no memory for the transfer (Linux gives usbfs 16 MiB for the whole machine).
    NoMemory,
    /// Another error of the operating system, by its number.
    Os(u32),
    /// A replayed session went another way than the recording.
    Diverged,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TimedOut => f.write_str("no answer in time"),
            Self::Stall => f.write_str("the board refused the transfer (STALL)"),
            Self::Gone => f.write_str("the board disconnected"),
            Self::Stopped => f.write_str("stopped before the next command"),
            Self::Cancelled => f.write_str("cancelled in the middle of a transfer"),
            Self::Overlong => f.write_str("the board sent more than was asked for"),
            Self::Short { done, wanted } => write!(f, "only {done} of {wanted} bytes were moved"),
            Self::Bus => f.write_str("a fault on the wire"),
            Self::NoMemory => f.write_str("the kernel has no memory left for USB transfers"),
            Self::Os(code) => write!(f, "operating system error {code}"),
            Self::Diverged => f.write_str("the session differs from the recorded one"),
        }
    }
}

/// A failed transfer: where and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsbError {
    /// The pipe of the transfer.
    pub pipe: Pipe,
    /// What happened to it.
    pub fault: Fault,
}

impl fmt::Display for UsbError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.fault {
            Fault::Stopped => self.fault.fmt(f),
            _ => write!(f, "{} transfer: {}", self.pipe, self.fault),
        }
    }
}

impl core::error::Error for UsbError {}
