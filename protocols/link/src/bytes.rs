//! The host's side of a serial line.

use core::{fmt, time::Duration};

use crate::Counts;

/// Why a serial line failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LineError {
    /// The line did not take the bytes in time: flow control holds it up.
    Blocked,
    /// The adapter was unplugged, or the other end of the line is gone.
    Gone,
    /// The user asked to stop before the next step.
    Stopped,
    /// The user cut short what was under way.
    Cancelled,
    /// The adapter cannot be set to this rate (bit/s).
    BaudRate(u32),
    /// Another error of the operating system, by its number.
    Os(u32),
    /// A replayed session went another way than the recording.
    Diverged,
}

impl fmt::Display for LineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked => f.write_str("the serial line takes no bytes (flow control?)"),
            Self::Gone => f.write_str("the serial port is gone"),
            Self::Stopped => f.write_str("stopped before the next step"),
            Self::Cancelled => f.write_str("cancelled in the middle of a transfer"),
            Self::BaudRate(rate) => write!(f, "the adapter cannot be set to {rate} baud"),
            Self::Os(code) => write!(f, "operating system error {code}"),
            Self::Diverged => f.write_str("the session differs from the recorded one"),
        }
    }
}

impl core::error::Error for LineError {}

/// What a call of [`ByteLink::read`] brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Bytes at the front of the buffer; none when the limit passed in silence.
    pub count: usize,
    /// How long the line was listened to. A protocol adds these up: it is all the clock it has, and a recorded session
    /// has the same times whenever it is replayed.
    pub waited: Duration,
}

/// A serial line, 8 data bits, no parity, one stop bit, no flow control. Blocking, object-safe, one per board.
///
/// The first stop that a user asks for makes [`pause`](Self::pause) fail and nothing else, so that a conversation ends
/// between two of its steps; the second cuts reads and writes.
pub trait ByteLink {
    /// Sends all of `bytes` in one piece, without a gap that the host could avoid: receivers exist that give up a frame
    /// after 50 ms of silence in it. Returns when the last byte has left, as far as the host can tell.
    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<(), LineError>;

    /// Waits at most `limit` for bytes and returns what is there, as soon as anything is. Silence is no error.
    fn read(&mut self, buf: &mut [u8], limit: Duration) -> Result<Heard, LineError>;

    /// Sets the rate of both directions, in bit/s.
    fn set_baud(&mut self, rate: u32) -> Result<(), LineError>;

    /// The present rate in bit/s.
    fn baud(&self) -> u32;

    /// Forgets what has come in and was not read.
    fn discard(&mut self) -> Result<(), LineError>;

    /// Lets `time` pass; fails with [`LineError::Stopped`] when the user asks to stop. No time at all asks just that.
    fn pause(&mut self, time: Duration) -> Result<(), LineError>;

    /// What the line has done since it was opened: a transfer is a call of read or write.
    fn counts(&self) -> Counts;
}

impl<L: ByteLink + ?Sized> ByteLink for &mut L {
    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<(), LineError> {
        (**self).write(bytes, limit)
    }

    fn read(&mut self, buf: &mut [u8], limit: Duration) -> Result<Heard, LineError> {
        (**self).read(buf, limit)
    }

    fn set_baud(&mut self, rate: u32) -> Result<(), LineError> {
        (**self).set_baud(rate)
    }

    fn baud(&self) -> u32 {
        (**self).baud()
    }

    fn discard(&mut self) -> Result<(), LineError> {
        (**self).discard()
    }

    fn pause(&mut self, time: Duration) -> Result<(), LineError> {
        (**self).pause(time)
    }

    fn counts(&self) -> Counts {
        (**self).counts()
    }
}
