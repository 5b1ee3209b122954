//! One command as the link carries it: its blocks, its phases, and what a wrong answer means.

use alloc::vec::Vec;
use core::time::Duration;

use link::{Data, ExchangeError, Fault, Once, Phase, Pipe, Silent, UsbError, Watch};

use super::{Action, Cause, Error, PIECE, PROMPT, Rock, is_reply};
use crate::wire::{Cbw, Command, Csw, DataPhase, Direction, Malformed, Opcode, SECTOR, Status};

/// Room for a short reply, and for what may come in its place.
const ROOM: usize = 64;

/// What the phases of a command left behind.
struct Outcome {
    result: Result<(), ExchangeError>,
    /// The data phase, where it has a buffer of its own: bytes received.
    replied: usize,
    /// The bytes in place of the status.
    end: [u8; ROOM],
    ended: usize,
}

impl Rock<'_> {
    /// A command with a short reply or none.
    pub(super) fn query(&mut self, command: Command) -> Result<Vec<u8>, Error> {
        self.query_within(command, PROMPT)
    }

    pub(super) fn query_within(
        &mut self,
        command: Command,
        limit: Duration,
    ) -> Result<Vec<u8>, Error> {
        self.ready()?;
        let mut reply = [0; ROOM];
        let wanted = command.length() as usize;
        let cbw = self.next(&command);
        let data = (wanted > 0).then_some(Data::In(&mut reply));
        let outcome = self.exchange(cbw, data, limit, limit, &mut Silent);
        let replied = outcome.replied;
        let action = action(&command);
        match self.judge(cbw, outcome, Some(&reply[..replied])) {
            Ok(()) if replied == wanted => Ok(reply[..wanted].to_vec()),
            Ok(()) => {
                let cause =
                    Cause::Malformed(Malformed("the reply has another length than it should"));
                Err(self.error(action, cause))
            }
            Err(Cause::Unsupported(_)) => {
                Err(self.error(action, Cause::Unsupported(command.opcode)))
            }
            Err(cause) => Err(self.error(action, cause)),
        }
    }

    /// A command that moves sectors, or none.
    pub(super) fn transfer(
        &mut self,
        command: Command,
        data: Option<Data<'_>>,
        limits: [Duration; 2],
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.ready()?;
        let cbw = self.next(&command);
        let outcome = self.exchange(cbw, data, limits[0], limits[1], watch);
        self.judge(cbw, outcome, None).map_err(|cause| self.error(action(&command), cause))
    }

    /// Does `work`, and does it again when the conversation broke and could be mended. Progress counts its bytes once.
    pub(super) fn twice<T>(
        &mut self,
        watch: &mut dyn Watch,
        mut work: impl FnMut(&mut Self, &mut dyn Watch) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut watch = Once::new(watch, u64::MAX);
        match work(self, &mut watch) {
            Err(error) if error.may_pass() && self.recover().is_ok() => {
                watch
                    .note(&alloc::format!("{error}: sent again after a reset of the conversation"));
                watch.begin_at(0);
                work(self, &mut watch)
            }
            other => other,
        }
    }

    fn ready(&mut self) -> Result<(), Error> {
        if self.lost { self.recover() } else { Ok(()) }
    }

    fn next(&mut self, command: &Command) -> Cbw {
        self.tag = self.tag.wrapping_add(1);
        command.cbw(self.tag)
    }

    fn exchange(
        &mut self,
        cbw: Cbw,
        data: Option<Data<'_>>,
        limit: Duration,
        settle: Duration,
        watch: &mut dyn Watch,
    ) -> Outcome {
        let head = cbw.to_bytes();
        let mut end = [0; ROOM];
        let has_data = data.is_some();
        let mut phases = Vec::with_capacity(3);
        phases.push(Phase::new(Data::Out(&head), limit.min(PROMPT)));
        if let Some(data) = data {
            phases.push(Phase {
                accept: is_reply,
                piece: PIECE,
                ..Phase::new(data.shorten(), limit)
            });
        }
        phases.push(Phase::checked(&mut end, settle, Csw::is_one));
        let result = self.link.exchange(&mut phases, watch);
        let done = |index: usize| phases.get(index).map_or(0, |phase| phase.done as usize);
        let (replied, ended) = if has_data { (done(1), done(2)) } else { (0, done(1)) };
        drop(phases);
        Outcome { result, replied, end, ended }
    }

    /// What an exchange means. `reply` is what came in the data phase, where it was short.
    fn judge(&mut self, cbw: Cbw, outcome: Outcome, reply: Option<&[u8]>) -> Result<(), Cause> {
        let last = if cbw.length > 0 { 2 } else { 1 };
        let end = &outcome.end[..outcome.ended.min(ROOM)];
        match outcome.result {
            Ok(()) => self.status(cbw, end),
            Err(ExchangeError::Io(error)) => {
                self.lost = true;
                Err(Cause::Io(error))
            }
            Err(ExchangeError::Unexpected { phase }) if phase == last => self.no_status(cbw, end),
            Err(ExchangeError::Unexpected { .. }) => self.no_reply(cbw, reply.unwrap_or_default()),
            Err(ExchangeError::Usb { phase, error }) => self.broken(cbw, phase, last, error),
        }
    }

    /// The bytes in place of the status are not one.
    fn no_status(&mut self, cbw: Cbw, end: &[u8]) -> Result<(), Cause> {
        if end.starts_with(b"FAIL") {
            // Mainline U-Boot: the text is all that comes, and the next command is welcome.
            return Err(Cause::Unsupported(Opcode(cbw.cdb[0])));
        }
        self.lost = true;
        Err(Csw::from_bytes(end).map_or_else(Cause::Malformed, |csw| Cause::Failed(csw.status)))
    }

    /// A status, or U-Boot's text, came in place of the reply; nothing follows it.
    fn no_reply(&mut self, cbw: Cbw, reply: &[u8]) -> Result<(), Cause> {
        match Csw::from_bytes(reply) {
            Ok(csw) if csw.tag == cbw.tag => Err(Cause::Unsupported(Opcode(cbw.cdb[0]))),
            Ok(csw) => {
                self.lost = true;
                Err(Cause::Tag { sent: cbw.tag, came: csw.tag })
            }
            Err(_) => Err(Cause::Unsupported(Opcode(cbw.cdb[0]))),
        }
    }

    fn status(&mut self, cbw: Cbw, end: &[u8]) -> Result<(), Cause> {
        let csw = Csw::from_bytes(end).map_err(|error| {
            self.lost = true;
            Cause::Malformed(error)
        })?;
        if csw.tag != cbw.tag {
            self.lost = true;
            return Err(Cause::Tag { sent: cbw.tag, came: csw.tag });
        }
        self.heard = true;
        match (csw.status, csw.shortfall(cbw.length)) {
            (Status::GOOD, 0) => Ok(()),
            (Status::GOOD, bytes) => Err(Cause::Shortfall(bytes)),
            (status, _) => Err(Cause::Failed(status)),
        }
    }

    /// A transfer failed. A halted endpoint is how some loaders end a data phase: the status follows once the halt is
    /// cleared.
    fn broken(
        &mut self,
        cbw: Cbw,
        phase: usize,
        last: usize,
        error: UsbError,
    ) -> Result<(), Cause> {
        if error.fault == Fault::Stopped {
            return Err(Cause::Usb(error));
        }
        self.lost = true;
        if phase == 0 {
            // What has answered before is no mask ROM.
            let unheard =
                !self.heard && matches!(error.fault, Fault::TimedOut | Fault::Stall | Fault::Bus);
            return Err(if unheard { Cause::NobodyListens(error) } else { Cause::Usb(error) });
        }
        let input = phase == last || cbw.direction == Direction::In;
        if error.fault != Fault::Stall || !input {
            return Err(Cause::Usb(error));
        }
        match self.status_after_halt() {
            Some(end) => {
                self.lost = false;
                match self.status(cbw, &end) {
                    Ok(()) if phase < last => Err(Cause::Usb(error)),
                    other => other,
                }
            }
            None => Err(Cause::Usb(error)),
        }
    }

    fn status_after_halt(&mut self) -> Option<Vec<u8>> {
        self.link.clear_halt(Pipe::In).ok()?;
        let mut end = [0; ROOM];
        let length = self.link.bulk_in(&mut end, PROMPT).ok()?;
        Csw::is_one(&end[..length]).then(|| end[..length].to_vec())
    }
}

/// How an error names a command.
pub(super) fn action(command: &Command) -> Action {
    let sectors = matches!(command.opcode.data(), DataPhase::In(unit) | DataPhase::Out(unit) if unit as usize == SECTOR)
        || command.opcode == Opcode::ERASE_LBA;
    let range = sectors.then(|| (command.address.into(), command.count.into()));
    Action::Command(command.opcode, range)
}
