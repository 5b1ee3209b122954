//! What a tool says to a device.
//!
//! [`Fastboot`] is a conversation over any [`UsbLink`]. Which board it is, and whether it may be talked to at all, its caller knows:
//! a product's name and numbers are told by several programs, so [`INTERFACE`](crate::wire::INTERFACE), the strings and an answer
//! to `getvar` decide together.
//!
//! What a device says is not what it did: boot ROMs answer OKAY to what they ignore, and boot loaders to writes that failed. An
//! answer is therefore never a verification.

mod command;
mod error;
mod flash;
mod transfer;

use alloc::{string::String, vec::Vec};
use core::time::Duration;

use link::UsbLink;

pub use error::{Action, Cause, Error, Step};
pub use flash::Written;

/// The longest for a command, for its answer, and for an answer after another.
const PROMPT: Duration = Duration::from_secs(5);
/// The longest for one transfer of a stream of data (128 KiB).
const DATA: Duration = Duration::from_secs(15);
/// The longest for a command that writes, erases or runs something, and then what its bytes add.
const WORK: Duration = Duration::from_secs(30);
/// Bytes that storage writes or erases in a second, at the least.
const SPEED: u64 = 1_000_000;
/// How often a device may say INFO or TEXT before its answer, and how many bytes of these are kept.
const LINES_MOST: (u32, usize) = (1 << 16, 1 << 20);

/// What a device answered, and what it said before that.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What follows OKAY.
    pub value: String,
    /// The lines of INFO, in order.
    pub info: Vec<String>,
    /// All of TEXT, as it came.
    pub text: String,
}

/// A conversation with a device.
pub struct Fastboot<'a> {
    link: &'a mut dyn UsbLink,
    step: Step,
    /// A command broke off: the device may have an answer left to give, or wait for data.
    lost: bool,
}

impl<'a> Fastboot<'a> {
    /// Begins a conversation. Nothing is sent.
    pub fn new(link: &'a mut dyn UsbLink) -> Self {
        Self { link, step: Step::Query, lost: false }
    }

    /// Carries out `work` as part of `step`, so that an error names it.
    fn during<T>(
        &mut self,
        step: Step,
        work: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let before = core::mem::replace(&mut self.step, step);
        let result = work(self);
        self.step = before;
        result
    }

    fn error(&self, action: Action, cause: Cause) -> Error {
        Error { step: self.step, action, cause, good: None }
    }
}

/// The longest for a command after which `bytes` of storage are written or erased. Every INFO begins it anew.
fn work(bytes: u64) -> Duration {
    WORK + Duration::from_secs(bytes / SPEED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_takes_its_time() {
        assert_eq!(work(0), Duration::from_secs(30));
        assert_eq!(work(256 << 20), Duration::from_secs(30 + 268));
    }
}
