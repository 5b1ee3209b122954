//! Commands and their answers.

use alloc::{vec, vec::Vec};
use core::time::Duration;

use link::{ByteLink, StepId, Watch, line::byte_time};

use super::{Cause, Error};
use crate::wire::{self, Command, DONE, Head};

/// What a command takes that touches no flash: the vendor's client waits as long for all of them.
pub(super) const QUICK: Duration = Duration::from_secs(3);
/// The longest gap inside an answer.
const GAP: Duration = Duration::from_secs(1);
/// The longest answer: a list of memories has a few dozen bytes.
const LONGEST: usize = 4096;
/// The longest that a line is listened to that does not fall silent.
const NOISE: Duration = Duration::from_secs(5);

/// A conversation with a board in its mask ROM, or with the image writer that runs on it.
pub struct Cct<'a> {
    pub(super) link: &'a mut dyn ByteLink,
    pub(super) watch: &'a mut dyn Watch,
    step: StepId,
    doing: &'static str,
}

impl<'a> Cct<'a> {
    /// The board at the end of `link`.
    pub fn new(link: &'a mut dyn ByteLink, watch: &'a mut dyn Watch) -> Self {
        Self { link, watch, step: StepId::FIND, doing: "mask ROM" }
    }

    /// Another part of the work begins: errors tell it.
    pub(super) fn begin(&mut self, step: StepId, doing: &'static str) {
        (self.step, self.doing) = (step, doing);
    }

    pub(super) fn error(&self, cause: impl Into<Cause>) -> Error {
        Error { step: self.step, doing: self.doing, cause: cause.into() }
    }

    /// Has a command carried out that must go well; `limit` is what the board may take for it.
    pub(super) fn command(
        &mut self,
        command: Command,
        payload: &[u8],
        limit: Duration,
    ) -> Result<Vec<u8>, Error> {
        let said = self.say(command, 0, payload, limit);
        match said.map_err(|cause| self.error(cause))? {
            (DONE, bytes) => Ok(bytes),
            (result, _) => Err(self.error(Cause::Refused(command, result))),
        }
    }

    /// Says a command, and returns its result and what comes with it.
    pub(super) fn say(
        &mut self,
        command: Command,
        parameter: u8,
        payload: &[u8],
        limit: Duration,
    ) -> Result<(u8, Vec<u8>), Cause> {
        // A stop falls between two commands.
        self.link.pause(Duration::ZERO)?;
        self.write(&wire::request(command, parameter, payload))?;
        let mut head = [0; 4];
        self.take(&mut head[..1], limit)?;
        self.take(&mut head[1..], GAP)?;
        let head = Head::parse(head);
        if head.command != command as u8 || head.length > LONGEST {
            return Err(Cause::Garbage);
        }
        let mut bytes = vec![0; head.length];
        self.take(&mut bytes, GAP)?;
        Ok((head.result, bytes))
    }

    /// Sends bytes, in four times what the line needs for them.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Cause> {
        let needs = byte_time(self.link.baud()) * bytes.len() as u32;
        Ok(self.link.write(bytes, needs * 4 + Duration::from_secs(1))?)
    }

    /// Fills `bytes`. `limit` is the longest silence.
    fn take(&mut self, bytes: &mut [u8], limit: Duration) -> Result<(), Cause> {
        let mut done = 0;
        while done < bytes.len() {
            let heard = self.link.read(&mut bytes[done..], limit)?;
            if heard.count == 0 {
                return Err(Cause::Silent);
            }
            done += heard.count;
        }
        Ok(())
    }

    /// Forgets what comes until the line is silent for `quiet`.
    pub(super) fn drain(&mut self, quiet: Duration) -> Result<(), Cause> {
        let (mut buf, mut waited) = ([0; 256], Duration::ZERO);
        while waited < NOISE {
            let heard = self.link.read(&mut buf, quiet)?;
            if heard.count == 0 {
                return Ok(());
            }
            waited += heard.waited + byte_time(self.link.baud());
        }
        Err(Cause::Garbage)
    }
}
