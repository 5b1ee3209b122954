//! One FEL request as the link carries it: its fixed parts, its phases, and what a wrong answer means.

use alloc::vec::Vec;
use core::time::Duration;

use link::{Data, ExchangeError, Phase, UsbLink, Watch};

use super::{Action, Cause, DATA, PROMPT};
use crate::wire::{Awuc, Awus, Command, Direction, Request, Status};

fn request(action: Action) -> (Request, Direction) {
    let (command, address, length, direction) = match action {
        Action::Write(address, length) => (Command::WRITE, address, length, Direction::Write),
        Action::Read(address, length) => (Command::READ, address, length, Direction::Read),
        Action::Execute(address) | Action::Return(address) => {
            (Command::EXECUTE, address, 0, Direction::Read)
        }
        Action::Version | Action::Check => (Command::VERSION, 0, 0, Direction::Read),
    };
    (Request { command, address, length }, direction)
}

/// The fixed parts of a message, to be sent and received.
pub(super) struct Frames {
    heads: [[u8; Awuc::SIZE]; 3],
    request: [u8; Request::SIZE],
    length: u64,
    ends: [[u8; Awus::SIZE]; 3],
    status: [u8; Status::SIZE],
    /// The phase that failed.
    pub(super) reached: usize,
}

impl Frames {
    pub(super) fn new(action: Action, length: u64) -> Self {
        let (request, direction) = request(action);
        let heads = [
            Awuc::new(Direction::Write, Request::SIZE as u32).to_bytes(),
            // Messages are cut to `message_len`, far below the field's 32 bits.
            Awuc::new(direction, length as u32).to_bytes(),
            Awuc::new(Direction::Read, Status::SIZE as u32).to_bytes(),
        ];
        let (ends, status) = ([[0; Awus::SIZE]; 3], [0; Status::SIZE]);
        Self { heads, request: request.to_bytes(), length, ends, status, reached: 0 }
    }

    pub(super) fn exchange(
        &mut self,
        link: &mut dyn UsbLink,
        patience: Duration,
        body: Option<Data<'_>>,
        watch: &mut dyn Watch,
    ) -> Result<(), Cause> {
        let has_body = body.is_some();
        let mut phases = self.phases(patience, body.map(Data::shorten));
        let outcome = link.exchange(&mut phases, watch);
        let moved: Vec<u64> = phases.iter().map(|phase| phase.done).collect();
        drop(phases);
        match outcome {
            Ok(()) if has_body && moved[4] != self.length => {
                let fault = link::Fault::Short { done: moved[4], wanted: self.length };
                Err(Cause::Usb(link::UsbError { pipe: link::Pipe::In, fault }))
            }
            Ok(()) => Ok(()),
            Err(ExchangeError::Usb { phase, error }) => {
                self.reached = phase;
                Err(Cause::Usb(error))
            }
            Err(ExchangeError::Io(error)) => Err(Cause::Io(error)),
            Err(ExchangeError::Unexpected { phase }) => {
                self.reached = phase;
                Err(self.unexpected(phase, has_body, moved[phase] as usize))
            }
        }
    }

    /// Six phases, or nine with a body.
    fn phases<'b>(&'b mut self, patience: Duration, body: Option<Data<'b>>) -> Vec<Phase<'b>> {
        let [first, second, third] = &mut self.ends;
        let mut phases = Vec::with_capacity(9);
        phases.push(Phase::new(Data::Out(&self.heads[0]), patience));
        phases.push(Phase::new(Data::Out(&self.request), PROMPT));
        phases.push(end(first));
        if let Some(body) = body {
            phases.push(Phase::new(Data::Out(&self.heads[1]), PROMPT));
            phases.push(Phase::new(body, DATA));
            phases.push(end(second));
        }
        let good = |bytes: &[u8]| Status::from_bytes(bytes) == Ok(Status { state: 0 });
        phases.push(Phase::new(Data::Out(&self.heads[2]), PROMPT));
        phases.push(Phase::checked(&mut self.status, PROMPT, good));
        phases.push(end(third));
        phases
    }

    /// Why the answer of a phase was not accepted; `received` bytes of it came.
    fn unexpected(&self, phase: usize, has_body: bool, received: usize) -> Cause {
        let end = match (phase, has_body) {
            (2, _) => &self.ends[0],
            (5, true) => &self.ends[1],
            (7, true) | (4, false) => return bad_status(&self.status[..received]),
            _ => &self.ends[2],
        };
        bad_end(&end[..received])
    }
}

fn end(buf: &mut [u8]) -> Phase<'_> {
    Phase::checked(buf, PROMPT, |bytes| {
        matches!(Awus::from_bytes(bytes), Ok(Awus { status: 0, .. }))
    })
}

fn bad_end(bytes: &[u8]) -> Cause {
    match Awus::from_bytes(bytes) {
        Ok(end) => Cause::Refused(end.status),
        Err(error) => Cause::Malformed(error),
    }
}

fn bad_status(bytes: &[u8]) -> Cause {
    match Status::from_bytes(bytes) {
        Ok(status) => Cause::Failed(status.state),
        Err(error) => Cause::Malformed(error),
    }
}
