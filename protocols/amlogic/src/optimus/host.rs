//! What the tool says to a board.
//!
//! Everything goes through [`Optimus`]. Who is there is found out by IDENTIFY and nothing else. [`boot`] is the way from
//! any stage to U-Boot; the vendor's U-Boot then takes commands and images.
//!
//! A request and the bulk transfers that belong to it are several calls of the link: where the user stops between them,
//! the board still waits for the rest of that request. The mask ROM forgets it at the next one.

mod amlc;
pub mod boot;
mod command;
mod disk;
mod error;
mod identify;
mod media;
mod memory;
mod password;
mod store;

use core::time::Duration;

use link::{Fault, UsbError, UsbLink};

pub use boot::{Boot, Booted, Extra, Image};
pub use command::Patience;
pub use disk::Writer;
pub use error::{Cause, Error, Step};
pub use memory::Way;
pub use store::{Format, Media, Part};

use super::wire::{Identity, Lock, Request};

/// The longest for a request without bulk data.
const PROMPT: Duration = Duration::from_secs(5);
/// The longest for one bulk transfer of a stream (128 KiB).
const DATA: Duration = Duration::from_secs(15);

/// A conversation with a board.
pub struct Optimus<'a> {
    link: &'a mut dyn UsbLink,
    step: Option<Step>,
    /// What the last IDENTIFY said.
    identity: Option<Identity>,
    /// U-Boot has had a first text, which it may have cut.
    greeted: bool,
}

impl<'a> Optimus<'a> {
    /// Begins a conversation. Nothing is sent.
    pub fn new(link: &'a mut dyn UsbLink) -> Self {
        Self { link, step: None, identity: None, greeted: false }
    }

    /// Carries out `work` as part of `step`, so that an error names it. The outermost step is the user's.
    fn during<T>(
        &mut self,
        step: Step,
        work: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let before = self.step;
        self.step = before.or(Some(step));
        let result = work(self);
        self.step = before;
        result
    }

    fn error(&self, cause: Cause) -> Error {
        let step = self.step.unwrap_or(Step::Identify);
        Error { step, request: None, cause, done: None }
    }

    fn failed(&self, request: Request, cause: Cause) -> Error {
        Error { request: Some(request), ..self.error(cause) }
    }

    fn usb(&self, request: Request, error: UsbError) -> Error {
        self.failed(request, Cause::Usb(error))
    }

    /// A request with data for the device.
    fn send(&mut self, request: Request, data: &[u8]) -> Result<(), Error> {
        self.link
            .control_out(request.setup(), data, PROMPT)
            .map_err(|error| self.usb(request, error))
    }

    /// A request for data of the device; how much came.
    fn fetch(&mut self, request: Request, buf: &mut [u8]) -> Result<usize, Error> {
        self.link.control_in(request.setup(), buf, PROMPT).map_err(|error| self.usb(request, error))
    }

    /// Does `work`, which may be done twice; repeats it if a transfer failed and another one may get through.
    fn twice<T>(
        &mut self,
        mut work: impl FnMut(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        match work(self) {
            Err(error) if error.fault().is_some_and(Fault::may_pass) => work(self),
            other => other,
        }
    }

    /// Refuses to talk to a mask ROM that waits for a password: it would refuse without a word.
    fn unlocked(&mut self) -> Result<Identity, Error> {
        let identity = match self.identity {
            Some(identity) => identity,
            None => self.identify()?,
        };
        match identity.lock {
            Lock::Locked => Err(self.error(Cause::Locked)),
            _ => Ok(identity),
        }
    }
}
