//! What the tool says to a board that speaks ADNL.
//!
//! Each stage is a conversation of its own: a board that goes on to the next one may disconnect, and the caller that holds
//! the [`UsbLink`] finds it again on its port. [`Adnl::advance`] does what a stage calls for and says what to
//! expect; [`Adnl::settle`] waits for it.
//!
//! ADNL has no reset: a board that waits for data takes everything for data. So a window that can be foreseen is one
//! exchange (question, answer, data, sum, answer), in which no stop of the user's can fall.

mod boot;
mod command;
mod disk;
mod error;
mod manage;
mod query;
mod read;
mod write;

use alloc::vec::Vec;
use core::time::Duration;

use link::UsbLink;

pub use crate::disk::Check;
pub use boot::{Expect, Progress};
pub use disk::Writer;
pub use error::{Action, Cause, Error, Step};
pub use manage::Initial;
pub use query::Survey;
pub use write::Written;

/// The longest for a command and for the answer to a question.
const PROMPT: Duration = Duration::from_secs(5);
/// The longest for the first sign of life after something went wrong.
const PROBE: Duration = Duration::from_secs(2);
/// The longest for one data transfer of a stream (128 KiB).
const DATA: Duration = Duration::from_secs(15);
/// The longest for an answer after which storage is written, read or erased. Windows of a sparse image are 8 MiB.
const SETTLE: Duration = Duration::from_secs(90);
/// How often a board may say that it is busy. The vendor's scripts give up after 25; a verification of gigabytes says it
/// every four seconds.
const BUSY: u32 = 600;

/// A conversation with a board.
pub struct Adnl<'a> {
    link: &'a mut dyn UsbLink,
    step: Step,
    /// An exchange broke off: it is unknown what the board expects next.
    lost: bool,
    buffer: Vec<u8>,
}

impl<'a> Adnl<'a> {
    /// Begins a conversation. Nothing is sent.
    pub fn new(link: &'a mut dyn UsbLink) -> Self {
        Self { link, step: Step::Query, lost: false, buffer: Vec::new() }
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

    fn pause(&mut self, time: Duration) -> Result<(), Error> {
        self.link.pause(time).map_err(|error| self.check_failed(Cause::Usb(error)))
    }
}
