//! Commands and their answers.

use alloc::{vec, vec::Vec};
use core::time::Duration;

use link::{ByteLink, StepId, Watch, line::byte_time};

use super::{Cause, Error};
use crate::wire::{self, Command, Reply, WRONG_SUM};

/// After this much silence the ROM begins anew: 2 s, by the vendor's tool, and some.
pub(super) const GIVES_UP: Duration = Duration::from_millis(2300);
/// The longest that it may say that it is busy.
const BUSY: Duration = Duration::from_secs(100);
/// How often a command is said.
const TRIES: u32 = 4;
/// The longest that a line is listened to that does not fall silent.
const NOISE: Duration = Duration::from_secs(10);

/// A conversation with a chip in its mask ROM.
pub struct Isp<'a> {
    pub(super) link: &'a mut dyn ByteLink,
    pub(super) watch: &'a mut dyn Watch,
    step: StepId,
    doing: &'static str,
}

/// What comes with an `OK`.
#[derive(Clone, Copy)]
pub(super) enum Wants {
    /// Nothing.
    Nothing,
    /// This many bytes.
    Bytes(usize),
    /// Any number of bytes.
    Any,
}

impl<'a> Isp<'a> {
    /// The chip at the end of `link`.
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

    /// Has the ROM carry out a command, and says it again where the line spoils it; `limit` is what the ROM may take for it.
    pub(super) fn command(
        &mut self,
        command: Command,
        payload: &[u8],
        wants: Wants,
        limit: Duration,
    ) -> Result<Vec<u8>, Error> {
        let frame = wire::request(command, payload);
        let mut before = None;
        for _ in 0..TRIES {
            let cause = match self.say(&frame, wants, limit.max(GIVES_UP)) {
                Ok(bytes) => return Ok(bytes),
                Err(cause) => cause,
            };
            let first = before.is_none();
            if !cause.may_pass() || (before == Some(cause) && cause.is_meant()) {
                return Err(self.error(cause));
            }
            before = Some(cause);
            // A sum that is wrong once is a byte that was spoilt, and nothing more.
            if !(first && cause == Cause::Refused(WRONG_SUM)) {
                self.rejoin()?;
            }
        }
        Err(self.error(before.unwrap_or(Cause::Silent)))
    }

    /// Has the ROM tell something until it says the same twice: what it tells has no sum.
    pub(super) fn ask(
        &mut self,
        command: Command,
        payload: &[u8],
        wants: Wants,
    ) -> Result<Vec<u8>, Error> {
        let mut told = self.command(command, payload, wants, GIVES_UP)?;
        for _ in 0..TRIES {
            let again = self.command(command, payload, wants, GIVES_UP)?;
            if told == again {
                return Ok(told);
            }
            told = again;
        }
        Err(self.error(Cause::Garbage))
    }

    /// Says a command once.
    pub(super) fn say(
        &mut self,
        frame: &[u8],
        wants: Wants,
        limit: Duration,
    ) -> Result<Vec<u8>, Cause> {
        // A stop falls between two commands.
        self.link.pause(Duration::ZERO)?;
        self.write(frame)?;
        self.answer(wants, limit)
    }

    /// Sends bytes, in four times what the line needs for them.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Cause> {
        let needs = byte_time(self.link.baud()) * bytes.len() as u32;
        Ok(self.link.write(bytes, needs * 4 + Duration::from_secs(1))?)
    }

    fn answer(&mut self, wants: Wants, limit: Duration) -> Result<Vec<u8>, Cause> {
        let mut busy = Duration::ZERO;
        loop {
            let (begin, waited) = self.take(2, limit)?;
            match Reply::parse([begin[0], begin[1]]).ok_or(Cause::Garbage)? {
                Reply::Ok => return self.data(wants),
                Reply::Failed => {
                    let (code, _) = self.take(2, GIVES_UP)?;
                    return Err(Cause::Refused(u16::from_le_bytes([code[0], code[1]])));
                }
                Reply::Pending => {
                    busy += waited;
                    if busy > BUSY {
                        return Err(Cause::Busy);
                    }
                }
            }
        }
    }

    fn data(&mut self, wants: Wants) -> Result<Vec<u8>, Cause> {
        let wanted = match wants {
            Wants::Nothing => return Ok(Vec::new()),
            Wants::Bytes(bytes) => Some(bytes),
            Wants::Any => None,
        };
        let (length, _) = self.take(2, GIVES_UP)?;
        let length = usize::from(u16::from_le_bytes([length[0], length[1]]));
        if wanted.is_some_and(|wanted| wanted != length) {
            return Err(Cause::Length(length));
        }
        Ok(self.take(length, GIVES_UP)?.0)
    }

    /// Reads exactly `count` bytes, and returns how long that took. `limit` is the longest silence.
    fn take(&mut self, count: usize, limit: Duration) -> Result<(Vec<u8>, Duration), Cause> {
        let (mut bytes, mut done, mut waited) = (vec![0; count], 0, Duration::ZERO);
        while done < count {
            let heard = self.link.read(&mut bytes[done..], limit)?;
            waited += heard.waited;
            if heard.count == 0 {
                return Err(Cause::Silent);
            }
            done += heard.count;
        }
        Ok((bytes, waited))
    }

    /// What comes until the line is silent for `quiet`, at most 64 KiB of it.
    pub(super) fn drain(&mut self, quiet: Duration) -> Result<Vec<u8>, Cause> {
        let (mut all, mut waited) = (Vec::new(), Duration::ZERO);
        let mut buf = [0; 256];
        while waited < NOISE && all.len() < 1 << 16 {
            let heard = self.link.read(&mut buf, quiet)?;
            if heard.count == 0 {
                break;
            }
            waited += heard.waited;
            all.extend_from_slice(&buf[..heard.count]);
        }
        Ok(all)
    }
}
