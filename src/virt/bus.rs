//! The bus between a host and a virtual board: packets, transfers, the wire's time, and what goes wrong on the way.
//!
//! Nothing here reads a clock: the caller that carries the transfers says what time it is.

use std::{collections::VecDeque, time::Duration};

use link::{
    Pipe, Setup,
    device::{Answer, Busy, Device, Gave, Identity, Took},
};

use super::wire::{Due, Moment, Wire};

/// What goes wrong with a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The endpoint is halted.
    Stall,
    /// No packet is ever taken or given.
    Timeout,
    /// Half of it is lost.
    Short,
    /// Every byte is another.
    Garbage,
    /// The board disconnects.
    Disconnect,
}

/// One transfer, as a host hands it over.
pub(super) struct Transfer {
    /// What the host calls it.
    pub(super) id: u32,
    /// The request of a control transfer.
    pub(super) setup: Option<Setup>,
    /// To the board: the data. From the board: room for it.
    pub(super) bytes: Vec<u8>,
    /// A zero-length packet is to follow data of whole packets.
    pub(super) zero: bool,
    moved: usize,
    fault: Option<Fault>,
    end: Option<End>,
    submitted: Moment,
    /// The wire was idle when it was submitted.
    cold: bool,
}

struct End {
    /// When the wire is done with it.
    due: Due,
    fault: Option<link::Fault>,
}

impl Transfer {
    /// A transfer of a bulk pipe.
    pub(super) fn bulk(id: u32, bytes: Vec<u8>) -> Self {
        Self {
            id,
            setup: None,
            bytes,
            zero: false,
            moved: 0,
            fault: None,
            end: None,
            submitted: Moment::default(),
            cold: false,
        }
    }

    /// A control transfer; towards the host `bytes` is room for the answer.
    pub(super) fn control(id: u32, setup: Setup, bytes: Vec<u8>) -> Self {
        Self { setup: Some(setup), ..Self::bulk(id, bytes) }
    }

    /// Does to its bytes what the fault calls for, once.
    fn spoil(&mut self, inward: bool) {
        match self.fault.take() {
            Some(Fault::Garbage) => self.bytes.iter_mut().for_each(|byte| *byte ^= 0xa5),
            Some(Fault::Short) if inward => self.moved /= 2,
            Some(Fault::Short) => self.bytes.truncate(self.bytes.len() / 2),
            other => self.fault = other,
        }
    }

    fn is_in(&self, pipe: Pipe) -> bool {
        pipe == Pipe::In || self.setup.is_some_and(|setup| setup.request_type & 0x80 != 0)
    }
}

/// A transfer that is over.
pub(super) struct Finished {
    pub(super) id: u32,
    /// What was sent, or what came: as long as was moved in that case.
    pub(super) bytes: Vec<u8>,
    pub(super) moved: usize,
    pub(super) fault: Option<link::Fault>,
    /// It went from the board to the host.
    pub(super) inward: bool,
}

/// A virtual board on its cable.
pub(super) struct Bus {
    device: Box<dyn Device>,
    fault: Option<(Fault, u64)>,
    count: u64,
    queues: [VecDeque<Transfer>; 3],
    halted: [bool; 3],
    gone: bool,
    wire: Wire,
}

impl Bus {
    /// Plugs `device` in at a wire. `fault`: what happens to the n-th transfer, counted from 1; requests of the USB standard are
    /// no business of the board's and are not counted.
    pub(super) fn new(device: Box<dyn Device>, wire: Wire, fault: Option<(Fault, u64)>) -> Self {
        Self {
            device,
            fault,
            count: 0,
            queues: Default::default(),
            halted: [false; 3],
            gone: false,
            wire,
        }
    }

    /// Unplugs the board: it is powered off, and lets go of the files that it had.
    pub(super) fn unplug(&mut self) {
        self.device = Box::new(Nothing);
        self.gone = true;
    }

    /// Plugs another device into the same socket. What goes wrong is counted on.
    pub(super) fn replug(&mut self, device: Box<dyn Device>) {
        self.device = device;
        self.queues = Default::default();
        self.halted = [false; 3];
        self.gone = false;
        // The caller that carries its transfers may count time from now.
        self.wire.restart();
    }

    /// The board.
    pub(super) fn device(&mut self) -> &mut dyn Device {
        self.device.as_mut()
    }

    /// Whether the board has left.
    pub(super) fn gone(&mut self) -> bool {
        self.gone |= self.device.gone();
        self.gone
    }

    /// Queues a transfer.
    pub(super) fn submit(&mut self, pipe: Pipe, mut transfer: Transfer, now: Duration) {
        self.count += 1;
        transfer.fault =
            self.fault.filter(|(_, index)| *index == self.count).map(|(fault, _)| fault);
        transfer.submitted = self.wire.moment(now);
        let idle = |transfer: &Transfer| transfer.end.is_some();
        transfer.cold = self.wire.is_free(now) && self.queues.iter().flatten().all(idle);
        self.queues[pipe as usize].push_back(transfer);
    }

    /// Moves packets until neither side can go on.
    pub(super) fn pump(&mut self) {
        while [Pipe::Control, Pipe::Out, Pipe::In].into_iter().any(|pipe| self.step(pipe)) {}
    }

    /// When the oldest transfer of a pipe is over, if that can be told.
    pub(super) fn due(&self, pipe: Pipe) -> Option<Duration> {
        let end = self.queues[pipe as usize].front()?.end.as_ref()?;
        Some(self.wire.due(&end.due))
    }

    /// When the next transfer of all is over, if that can be told.
    pub(super) fn next_due(&self) -> Option<Duration> {
        [Pipe::Control, Pipe::Out, Pipe::In].into_iter().filter_map(|pipe| self.due(pipe)).min()
    }

    /// Whether anything waits for the board.
    pub(super) fn is_waiting(&self) -> bool {
        self.queues.iter().flatten().any(|transfer| transfer.end.is_none())
    }

    /// Takes the oldest transfer of a pipe if it is over by `now`.
    pub(super) fn finished(&mut self, pipe: Pipe, now: Duration) -> Option<Finished> {
        let is_certain =
            |transfer: &Transfer| transfer.end.as_ref().is_some_and(|end| end.due.is_certain());
        if self.due(pipe)? > now || !self.queues[pipe as usize].front().is_some_and(is_certain) {
            return None;
        }
        let mut transfer = self.queues[pipe as usize].pop_front()?;
        let inward = transfer.is_in(pipe);
        if inward {
            transfer.bytes.truncate(transfer.moved);
        }
        let Transfer { id, bytes, moved, end, .. } = transfer;
        Some(Finished { id, bytes, moved, fault: end?.fault, inward })
    }

    /// Takes a transfer back. `false`: it is not there (any more).
    pub(super) fn cancel(&mut self, id: u32) -> bool {
        let before: usize = self.queues.iter().map(VecDeque::len).sum();
        self.queues.iter_mut().for_each(|queue| queue.retain(|transfer| transfer.id != id));
        self.queues.iter().map(VecDeque::len).sum::<usize>() < before
    }

    /// Ends every transfer.
    pub(super) fn cancel_all(&mut self, now: Duration) {
        for transfer in self.queues.iter_mut().flatten() {
            transfer.end = Some(End { due: Due::At(now), fault: Some(link::Fault::Cancelled) });
        }
        self.wire.clear();
    }

    /// Ends the halt of a pipe.
    pub(super) fn clear_halt(&mut self, pipe: Pipe) {
        self.halted[pipe as usize] = false;
        self.device.clear_halt(pipe);
    }

    /// Whether a pipe is halted.
    pub(super) fn is_halted(&self, pipe: Pipe) -> bool {
        self.halted[pipe as usize]
    }

    /// What a transfer that goes nowhere waits for.
    pub(super) fn busy(&mut self) -> Busy {
        self.device.busy()
    }

    /// Goes on with the first open transfer of a pipe. Returns whether anything happened.
    fn step(&mut self, pipe: Pipe) -> bool {
        let queue = &mut self.queues[pipe as usize];
        let Some(index) = queue.iter().position(|transfer| transfer.end.is_none()) else {
            return false;
        };
        let fault = queue[index].fault;
        match fault {
            Some(Fault::Disconnect) => self.gone = true,
            Some(Fault::Stall) => {
                self.halted[pipe as usize] = true;
                queue[index].fault = None;
            }
            _ => {}
        }
        if self.gone {
            return self.end(pipe, index, Some(link::Fault::Gone));
        }
        if self.halted[pipe as usize] {
            // A control pipe forgets at the next request.
            self.halted[pipe as usize] = pipe != Pipe::Control;
            return self.end(pipe, index, Some(link::Fault::Stall));
        }
        match (fault, pipe) {
            (Some(Fault::Timeout), _) => false,
            (_, Pipe::Control) => self.step_control(index),
            (_, Pipe::Out) => self.step_out(index),
            (_, Pipe::In) => self.step_in(index),
        }
    }

    fn step_control(&mut self, index: usize) -> bool {
        let transfer = &mut self.queues[Pipe::Control as usize][index];
        let inward = transfer.is_in(Pipe::Control);
        if !inward {
            transfer.spoil(false);
        }
        let data: &[u8] = if inward { &[] } else { &transfer.bytes };
        let Some(setup) = transfer.setup else { return false };
        match self.device.control(setup, data) {
            Answer::Data(answer) if inward => {
                transfer.moved = answer.len().min(transfer.bytes.len());
                transfer.bytes[..transfer.moved].copy_from_slice(&answer[..transfer.moved]);
                transfer.spoil(true);
                self.end(Pipe::Control, index, None)
            }
            Answer::Data(_) => {
                transfer.moved = transfer.bytes.len();
                self.end(Pipe::Control, index, None)
            }
            Answer::Stall => self.end(Pipe::Control, index, Some(link::Fault::Stall)),
            Answer::Nak => false,
            Answer::Gone => self.leave(Pipe::Control, index),
        }
    }

    fn step_out(&mut self, index: usize) -> bool {
        let transfer = &mut self.queues[Pipe::Out as usize][index];
        if transfer.fault == Some(Fault::Short) {
            transfer.moved = transfer.bytes.len() / 2;
            return self.end(Pipe::Out, index, None);
        }
        transfer.spoil(false);
        match self.device.bulk_out(&transfer.bytes[transfer.moved..]) {
            Took::Bytes(bytes) => {
                transfer.moved += bytes;
                transfer.moved < transfer.bytes.len()
                    || core::mem::take(&mut transfer.zero)
                    || self.end(Pipe::Out, index, None)
            }
            Took::Nak => false,
            Took::Stall => self.halt(Pipe::Out, index),
            Took::Gone => self.leave(Pipe::Out, index),
        }
    }

    fn step_in(&mut self, index: usize) -> bool {
        let transfer = &mut self.queues[Pipe::In as usize][index];
        match self.device.bulk_in(&mut transfer.bytes[transfer.moved..]) {
            Gave::Bytes(bytes, last) => {
                transfer.moved += bytes;
                if !last && transfer.moved < transfer.bytes.len() {
                    return true;
                }
                transfer.spoil(true);
                self.end(Pipe::In, index, None)
            }
            Gave::Nak => false,
            Gave::Overlong => self.end(Pipe::In, index, Some(link::Fault::Overlong)),
            Gave::Stall => self.halt(Pipe::In, index),
            Gave::Gone => self.leave(Pipe::In, index),
        }
    }

    fn halt(&mut self, pipe: Pipe, index: usize) -> bool {
        self.halted[pipe as usize] = true;
        self.end(pipe, index, Some(link::Fault::Stall))
    }

    fn leave(&mut self, pipe: Pipe, index: usize) -> bool {
        self.gone = true;
        self.end(pipe, index, Some(link::Fault::Gone))
    }

    /// Ends a transfer when the modelled wire is done with it. Returns true, as something happened.
    fn end(&mut self, pipe: Pipe, index: usize, fault: Option<link::Fault>) -> bool {
        let transfer = &mut self.queues[pipe as usize][index];
        let due = self.wire.carry(transfer.moved, transfer.submitted, transfer.cold);
        transfer.end = Some(End { due, fault });
        true
    }
}

/// An empty socket.
struct Nothing;

impl Device for Nothing {
    fn identity(&self) -> Identity {
        Identity::default()
    }

    fn control(&mut self, _: Setup, _: &[u8]) -> Answer {
        Answer::Gone
    }

    fn bulk_out(&mut self, _: &[u8]) -> Took {
        Took::Gone
    }

    fn bulk_in(&mut self, _: &mut [u8]) -> Gave {
        Gave::Gone
    }

    fn clear_halt(&mut self, _: Pipe) {}

    fn gone(&mut self) -> bool {
        true
    }
}
