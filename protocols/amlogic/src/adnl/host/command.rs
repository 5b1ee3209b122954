//! One command as the link carries it, its answers, and how a broken conversation is mended.

use alloc::{string::ToString, vec, vec::Vec};
use core::time::Duration;

use link::{Data, ExchangeError, Fault, Phase, Pipe, Silent, Source, UsbError, Watch};

use super::{Action, Adnl, BUSY, Cause, DATA, Error, PROBE, PROMPT, Step};
use crate::adnl::wire::{COMMAND_MOST, Command, Identify, REPLY_MOST, Reply, Var, WINDOW, text};

/// How long a board may still have something to say after an exchange broke off, and how much.
const LEFTOVER: (Duration, usize) = (Duration::from_millis(100), 16);

/// How often it is asked again to identify itself.
const RECOVERIES: u32 = 3;

/// How a command with data ended.
pub(super) enum Sent {
    /// The board took the data and answered; before that it said this.
    Taken {
        /// What it announced.
        announced: Reply,
        /// What it said in the end.
        end: Reply,
    },
    /// It did not ask for the data, which were not sent, and said this.
    Instead(Reply),
}

impl Adnl<'_> {
    /// A command and its answer. Where the board is busy first, that is waited for.
    pub(super) fn ask(&mut self, command: &Command, limit: Duration) -> Result<Reply, Error> {
        self.ready()?;
        let bytes = self.checked(command)?;
        let mut buffer = [0; REPLY_MOST];
        let mut phases =
            [Phase::new(Data::Out(&bytes), PROMPT), Phase::new(Data::In(&mut buffer), limit)];
        let result = self.link.exchange(&mut phases, &mut Silent);
        let done = phases[1].done as usize;
        let action = || Action::Command(command.to_string());
        self.ended(result, action)?;
        let reply = self.reply(&buffer[..done], action)?;
        self.patient(reply, limit, action)
    }

    /// A command that the board has nothing to refuse in.
    pub(super) fn okay(&mut self, command: &Command, limit: Duration) -> Result<Vec<u8>, Error> {
        let reply = self.ask(command, limit)?;
        self.expect_okay(reply, || Action::Command(command.to_string()))
    }

    pub(super) fn expect_okay(
        &self,
        reply: Reply,
        action: impl FnOnce() -> Action,
    ) -> Result<Vec<u8>, Error> {
        match reply {
            Reply::Okay(rest) => Ok(rest),
            Reply::Fail(why) => Err(self.error(action(), Cause::Failed(why))),
            other => Err(self.error(action(), unexpected(&other))),
        }
    }

    /// Asks again if the conversation was out of order: a host before this one may have broken it.
    pub(super) fn twice<T>(
        &mut self,
        mut work: impl FnMut(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        match work(self) {
            Err(error) if error.may_pass() => {
                self.lost = true;
                work(self)
            }
            other => other,
        }
    }

    /// A command, and data that are sent once the board announces them, all in one exchange. `accept` says whether an
    /// answer announces these data.
    pub(super) fn send(
        &mut self,
        command: &Command,
        data: &[u8],
        sum: Option<u32>,
        accept: fn(&[u8]) -> bool,
        watch: &mut dyn Watch,
    ) -> Result<Sent, Error> {
        self.ready()?;
        let bytes = self.checked(command)?;
        let sum = sum.map(u32::to_le_bytes);
        let mut source: &[u8] = data;
        let (mut announced, mut end) = ([0; REPLY_MOST], [0; REPLY_MOST]);
        let mut phases = vec![
            Phase::new(Data::Out(&bytes), PROMPT),
            Phase::checked(&mut announced, super::SETTLE, accept),
            Phase::new(Data::From(&mut source), DATA),
        ];
        phases.extend(sum.as_ref().map(|sum| Phase::new(Data::Out(sum), PROMPT)));
        phases.push(Phase::new(Data::In(&mut end), super::SETTLE));
        let result = self.link.exchange(&mut phases, watch);
        let lengths = [phases[1].done, phases.last().map_or(0, |phase| phase.done)];
        drop(phases);
        let action = || Action::Command(command.to_string());
        let [first, last] = lengths.map(|length| length as usize);
        if let Err(ExchangeError::Unexpected { phase: 1 }) = result {
            let reply = self.reply(&announced[..first], action)?;
            return self.patient(reply, super::SETTLE, action).map(Sent::Instead);
        }
        self.ended(result, action)?;
        let announced = self.reply(&announced[..first], action)?;
        let end = self.reply(&end[..last], action)?;
        let end = self.patient(end, super::SETTLE, action)?;
        Ok(Sent::Taken { announced, end })
    }

    /// Data that the board has asked for already.
    pub(super) fn data(
        &mut self,
        source: &mut dyn Source,
        sum: Option<u32>,
        action: Action,
        watch: &mut dyn Watch,
    ) -> Result<Reply, Error> {
        let sum = sum.map(u32::to_le_bytes);
        let mut end = [0; REPLY_MOST];
        let mut phases = vec![Phase::new(Data::From(source), DATA)];
        phases.extend(sum.as_ref().map(|sum| Phase::new(Data::Out(sum), PROMPT)));
        phases.push(Phase::new(Data::In(&mut end), super::SETTLE));
        let result = self.link.exchange(&mut phases, watch);
        let done = phases.last().map_or(0, |phase| phase.done) as usize;
        drop(phases);
        let action = || action.clone();
        if let Err(ExchangeError::Usb { error: UsbError { fault: Fault::Stopped, .. }, .. }) =
            result
        {
            // The board waits for data that will not come.
            self.lost = true;
        }
        self.ended(result, action)?;
        let reply = self.reply(&end[..done], action)?;
        self.patient(reply, super::SETTLE, action)
    }

    /// What the end of an exchange means.
    pub(super) fn ended(
        &mut self,
        result: Result<(), ExchangeError>,
        action: impl FnOnce() -> Action,
    ) -> Result<(), Error> {
        let cause = match result {
            Ok(()) => return Ok(()),
            Err(ExchangeError::Usb { error, .. }) => {
                // What was stopped had not begun.
                self.lost |= error.fault != Fault::Stopped;
                Cause::Usb(error)
            }
            Err(ExchangeError::Io(error)) => {
                self.lost = true;
                Cause::Io(error)
            }
            Err(error @ ExchangeError::Unexpected { .. }) => Cause::Unexpected(error.to_string()),
        };
        Err(self.error(action(), cause))
    }

    /// Reads an answer. One that makes no sense belongs to another question.
    pub(super) fn reply(
        &mut self,
        bytes: &[u8],
        action: impl FnOnce() -> Action,
    ) -> Result<Reply, Error> {
        Reply::from_bytes(bytes).map_err(|error| {
            self.lost = true;
            self.error(action(), Cause::Malformed(error))
        })
    }

    /// Listens on for as long as the board says that it is busy.
    pub(super) fn patient(
        &mut self,
        mut reply: Reply,
        limit: Duration,
        action: impl Fn() -> Action,
    ) -> Result<Reply, Error> {
        for _ in 0..BUSY {
            let Reply::Info(_) = reply else { return Ok(reply) };
            let mut buffer = [0; REPLY_MOST];
            let mut phases = [Phase::new(Data::In(&mut buffer), limit)];
            let result = self.link.exchange(&mut phases, &mut Silent);
            let done = phases[0].done as usize;
            self.ended(result, &action)?;
            reply = self.reply(&buffer[..done], &action)?;
        }
        self.lost = true;
        Err(self.error(action(), Cause::Busy))
    }

    fn checked(&self, command: &Command) -> Result<Vec<u8>, Error> {
        let bytes = command.to_bytes();
        if bytes.len() > COMMAND_MOST {
            return Err(self.check_failed(Cause::TooLong(bytes.len())));
        }
        Ok(bytes)
    }

    /// Brings a broken conversation in order before anything else is said.
    pub(super) fn ready(&mut self) -> Result<(), Error> {
        if !self.lost {
            return Ok(());
        }
        self.during(Step::Recover, Self::recover)
    }

    /// Reads what the board still has to say, then identifies it. A board that waits for data does not answer.
    fn recover(&mut self) -> Result<(), Error> {
        for pipe in [Pipe::Out, Pipe::In] {
            match self.link.clear_halt(pipe) {
                Err(error) if error.fault == Fault::Gone => {
                    return Err(self.check_failed(Cause::Usb(error)));
                }
                // The request is for endpoints that halted; where it is not known, nothing was halted.
                _ => {}
            }
        }
        self.drain()?;
        // What was asked first may have been taken for the end of data or for their sum, and refused.
        let mut result = self.who();
        for _ in 0..RECOVERIES {
            match result {
                Err(Error { cause: Cause::Failed(_) | Cause::Malformed(_), .. }) => {
                    result = self.who()
                }
                _ => break,
            }
        }
        self.lost = result.is_err();
        result
    }

    /// Asks who is there, whatever went before.
    fn who(&mut self) -> Result<(), Error> {
        let command = Command::get(Var::Identify);
        let action = || Action::Command(command.to_string());
        let bytes = command.to_bytes();
        let mut buffer = [0; REPLY_MOST];
        let mut phases =
            [Phase::new(Data::Out(&bytes), PROBE), Phase::new(Data::In(&mut buffer), PROBE)];
        let result = self.link.exchange(&mut phases, &mut Silent);
        let done = phases[1].done as usize;
        match result {
            Err(ExchangeError::Usb { error, .. }) if error.fault == Fault::TimedOut => {
                return Err(self.error(action(), Cause::Deaf(error)));
            }
            result => self.ended(result, action)?,
        }
        let reply = self.reply(&buffer[..done], action)?;
        let identity = self.expect_okay(reply, action)?;
        Identify::from_bytes(&identity)
            .map(|_| ())
            .map_err(|error| self.error(action(), Cause::Malformed(error)))
    }

    fn drain(&mut self) -> Result<(), Error> {
        let mut buffer = vec![0; WINDOW as usize];
        for _ in 0..LEFTOVER.1 {
            match self.link.bulk_in(&mut buffer, LEFTOVER.0) {
                Ok(_) => {}
                Err(error) if matches!(error.fault, Fault::Gone | Fault::Stopped) => {
                    return Err(self.check_failed(Cause::Usb(error)));
                }
                Err(_) => return Ok(()),
            }
        }
        Ok(())
    }
}

pub(super) fn unexpected(reply: &Reply) -> Cause {
    Cause::Unexpected(text(&reply.to_bytes()))
}
