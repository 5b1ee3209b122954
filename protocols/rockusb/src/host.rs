//! What the tool says to a board.
//!
//! A mask ROM takes [`download`]s. What runs afterwards, and the loader on flash, take commands through [`Rock`]: each
//! is one exchange of command, data and status, so that a stop never falls between them.

#[cfg(test)]
mod answers;
mod behind;
mod command;
mod download;
mod erase;
mod error;
mod guard;
mod look;
mod query;
mod read;
mod recover;
mod state;
mod upgrade;
mod verify;
mod write;

use core::time::Duration;

use link::UsbLink;

pub use download::{Download, comeback, download};
pub use error::{Action, Cause, Error, Step};
pub use query::Survey;
pub use read::Reads;
pub use state::{Seen, State};
pub use verify::Verifier;
pub use write::{Writer, Zeros};

use crate::wire::Csw;

/// The longest for a command block and for the answer to a question.
const PROMPT: Duration = Duration::from_secs(5);
/// The longest for the first sign of life of something that may be a mask ROM, which never answers.
const PROBE: Duration = Duration::from_secs(2);
/// Bytes of one transfer of sectors: all of a command. Each transfer costs a host as much as copying some hundred KiB.
const PIECE: usize = 1 << 20;
/// The longest for one of those. A device with two buffers of 256 KiB stops taking data while it writes them.
const DATA: Duration = Duration::from_secs(30);
/// The longest for the status behind data that were written, or behind an erase.
const SETTLE: Duration = Duration::from_secs(60);

/// A conversation with a program that speaks rockusb.
pub struct Rock<'a> {
    link: &'a mut dyn UsbLink,
    tag: u32,
    step: Step,
    /// An exchange broke off: nobody knows which part of it the device expects next.
    lost: bool,
    /// A program has answered: what runs is no mask ROM.
    heard: bool,
    reads: Option<Reads>,
}

impl<'a> Rock<'a> {
    /// Begins a conversation. Nothing is sent.
    pub fn new(link: &'a mut dyn UsbLink) -> Self {
        let (step, reads) = (Step::Query, None);
        // Any start will do; this one is told from zeros in a trace.
        Self { link, tag: 0x524b_0000, step, lost: false, heard: false, reads }
    }

    /// Begins a conversation with a program that has answered before: it is no mask ROM.
    pub fn answered(link: &'a mut dyn UsbLink) -> Self {
        Self { heard: true, ..Self::new(link) }
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

    fn check_failed(&self, cause: Cause) -> Error {
        self.error(Action::Check, cause)
    }
}

/// Whether a reply may be data: a status that comes in its place, and U-Boot's text, are not.
fn is_reply(bytes: &[u8]) -> bool {
    !Csw::is_one(bytes) && !bytes.starts_with(b"FAIL")
}
