//! Commands for the vendor's U-Boot in its burn mode.

use alloc::{string::String, vec::Vec};
use core::time::Duration;

use super::{Cause, Error, Optimus, PROMPT, Step};
use crate::optimus::wire::{Reply, Request, Stage, command_block};

/// How often U-Boot is asked again that is still at it.
const POLL: Duration = Duration::from_millis(500);
/// U-Boot says that it is still at it at most once in so much time.
const BUSY_EACH: Duration = Duration::from_secs(16);

/// How long a command may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// The longest for one answer, be it that U-Boot is still at it.
    pub answer: Duration,
    /// How many times it may say so.
    pub busy: u32,
}

impl Patience {
    /// For what takes no time.
    pub const SHORT: Self = Self::new(Duration::from_secs(60));
    /// For what works on storage: 1200 seconds, as the vendor's tool has it.
    pub const LONG: Self = Self::new(Duration::from_secs(1200));

    /// So much time for all answers.
    pub const fn new(time: Duration) -> Self {
        let busy = (time.as_secs() / BUSY_EACH.as_secs()) as u32;
        Self { answer: Duration::from_secs(60), busy }
    }
}

impl Optimus<'_> {
    /// Has U-Boot carry out a command; what it says after "success". The text goes out with blanks before it. Nothing
    /// of the user's is sent twice: only U-Boot knows whether it has already done it.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn command(&mut self, text: &str, patience: Patience) -> Result<String, Error> {
        self.during(Step::Command, |soc| {
            soc.greet()?;
            soc.bulk(text, patience)
        })
    }

    /// The same over the other pair of requests. The vendor's tool begins images so.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn tpl(&mut self, text: &str) -> Result<String, Error> {
        self.during(Step::Command, |soc| {
            soc.greet()?;
            let block = soc.block(text)?;
            soc.send(Request::TPL_COMMAND, &block)?;
            let mut answer = [0; Reply::STAT];
            let request = Request::TplStat;
            let limit = Patience::SHORT.answer;
            let length = soc
                .link
                .control_in(request.setup(), &mut answer, limit)
                .map_err(|error| soc.usb(request, error))?;
            soc.judge(request, &answer[..length])?.ok_or_else(|| soc.failed(request, Cause::Busy))
        })
    }

    /// A harmless first text: U-Boot may lose its first four bytes.
    fn greet(&mut self) -> Result<(), Error> {
        if self.greeted {
            return Ok(());
        }
        let found = self.identify()?.stage;
        if found != Stage::Uboot {
            let wanted = "the vendor's U-Boot in its burn mode";
            return Err(self.error(Cause::Stage { found, wanted }));
        }
        let hello = "echo 12345";
        if self.bulk(hello, Patience::SHORT).is_err() {
            self.bulk(hello, Patience::SHORT)?;
        }
        self.greeted = true;
        Ok(())
    }

    fn block(&self, text: &str) -> Result<Vec<u8>, Error> {
        command_block(text).map_err(|error| self.error(Cause::Malformed(error)))
    }

    fn bulk(&mut self, text: &str, patience: Patience) -> Result<String, Error> {
        let block = self.block(text)?;
        let request = Request::BULK_COMMAND;
        self.send(request, &block)?;
        for _ in 0..=patience.busy {
            let mut answer = [0; Reply::SIZE];
            let length = self
                .link
                .bulk_in(&mut answer, patience.answer.max(PROMPT))
                .map_err(|error| self.usb(request, error))?;
            if let Some(text) = self.judge(request, &answer[..length])? {
                return Ok(text);
            }
            self.link.pause(POLL).map_err(|error| self.usb(request, error))?;
        }
        Err(self.failed(request, Cause::Busy))
    }

    /// What an answer means; `None`: U-Boot is still at it.
    fn judge(&self, request: Request, answer: &[u8]) -> Result<Option<String>, Error> {
        match Reply::from_bytes(answer) {
            Ok(Reply::Success(text)) => Ok(Some(text)),
            Ok(Reply::Failed(text)) => Err(self.failed(request, Cause::Failed(text))),
            Ok(Reply::Busy) => Ok(None),
            Err(_) => Err(self.failed(request, Cause::NoUboot)),
        }
    }
}
