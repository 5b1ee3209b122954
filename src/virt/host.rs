//! A virtual board in this process: the bus, and a clock that skips time in which nothing can happen.

use std::time::Duration;

use link::{
    Pipe, Setup,
    device::{Busy, Device, Identity},
};

use super::{
    bus::{Bus, Fault, Finished, Transfer},
    wire::Wire,
};
use crate::transport::{Done, Host, clock::Clock};

/// How often a board that is busy in real time is asked again.
const POLL: Duration = Duration::from_millis(1);

/// How long to wait before a hub is asked again.
const AGAIN: Duration = Duration::from_micros(20);

/// What transfers are called: control transfers come one at a time, those of a bulk pipe in order.
const CONTROL: u32 = 0;
const BULK: u32 = 1;

/// A virtual board as a [`Host`].
pub struct VirtualHost {
    bus: Bus,
    max_packet: usize,
    received: Vec<u8>,
    clock: Clock,
    /// What boards had to say that have left.
    notes: Vec<String>,
}

impl VirtualHost {
    /// Plugs `device` in at a wire. `fault`: what happens to the n-th transfer, counted from 1.
    pub(super) fn new(device: Box<dyn Device>, wire: Wire, fault: Option<(Fault, u64)>) -> Self {
        let max_packet = device.identity().max_packet;
        Self {
            bus: Bus::new(device, wire, fault),
            max_packet,
            received: Vec::new(),
            clock: Clock::new(),
            notes: Vec::new(),
        }
    }

    /// Waits for the oldest transfer of a pipe. `None`: not within `limit`.
    fn finished(&mut self, pipe: Pipe, limit: Duration) -> Option<Finished> {
        let deadline = self.now() + limit;
        loop {
            self.bus.pump();
            let now = self.now();
            match self.bus.due(pipe) {
                Some(due) if due <= deadline => {
                    std::thread::sleep(due.saturating_sub(now));
                    // At a hub, another board's transfer may have come in between.
                    match self.bus.finished(pipe, due) {
                        None => std::thread::sleep(AGAIN),
                        finished => return finished,
                    }
                }
                Some(_) => {
                    std::thread::sleep(deadline.saturating_sub(now));
                    return None;
                }
                None if now >= deadline => return None,
                None if self.bus.busy() == Busy::Forever => {
                    self.clock.skip(deadline - now);
                    return None;
                }
                None => std::thread::sleep(POLL),
            }
        }
    }

    fn control(
        &mut self,
        setup: Setup,
        bytes: Vec<u8>,
        limit: Duration,
    ) -> Result<Finished, link::Fault> {
        let now = self.now();
        self.bus.submit(Pipe::Control, Transfer::control(CONTROL, setup, bytes), now);
        let Some(finished) = self.finished(Pipe::Control, limit) else {
            self.bus.cancel(CONTROL);
            return Err(link::Fault::TimedOut);
        };
        finished.fault.map_or(Ok(finished), Err)
    }
}

impl Host for VirtualHost {
    fn submit_out(&mut self, data: &[u8]) {
        let now = self.now();
        self.bus.submit(Pipe::Out, Transfer::bulk(BULK, data.to_vec()), now);
    }

    fn submit_in(&mut self, len: usize) {
        let now = self.now();
        self.bus.submit(Pipe::In, Transfer::bulk(BULK, vec![0; len]), now);
    }

    fn wait(&mut self, pipe: Pipe, limit: Duration) -> Option<Done> {
        let Finished { bytes, moved, fault, .. } = self.finished(pipe, limit)?;
        if pipe == Pipe::In {
            self.received = bytes;
        }
        Some(Done { moved, fault })
    }

    fn received(&self) -> &[u8] {
        &self.received
    }

    fn cancel(&mut self) {
        self.bus.cancel_all(self.clock.now());
    }

    fn control_out(
        &mut self,
        setup: Setup,
        data: &[u8],
        limit: Duration,
    ) -> Result<usize, link::Fault> {
        self.control(setup, data.to_vec(), limit).map(|finished| finished.moved)
    }

    fn control_in(
        &mut self,
        setup: Setup,
        buf: &mut [u8],
        limit: Duration,
    ) -> Result<usize, link::Fault> {
        let Finished { bytes, moved, .. } = self.control(setup, vec![0; buf.len()], limit)?;
        buf[..moved].copy_from_slice(&bytes[..moved]);
        Ok(moved)
    }

    fn clear_halt(&mut self, pipe: Pipe) -> Result<(), link::Fault> {
        if self.bus.gone() {
            return Err(link::Fault::Gone);
        }
        self.bus.clear_halt(pipe);
        Ok(())
    }

    fn max_packet(&self) -> usize {
        self.max_packet
    }

    fn now(&self) -> Duration {
        self.clock.now()
    }

    fn sleep(&mut self, time: Duration) {
        if self.bus.busy() == Busy::Working {
            std::thread::sleep(time);
        } else {
            self.clock.skip(time);
        }
    }

    fn successor(&mut self, limit: Duration) -> Option<Identity> {
        let next = self.bus.device().successor().filter(|next| next.after <= limit);
        let Some(next) = next else {
            self.clock.skip(limit);
            return None;
        };
        self.clock.skip(next.after);
        let identity = next.device.identity();
        self.notes.append(&mut self.bus.device().notes());
        self.max_packet = identity.max_packet;
        self.bus.replug(next.device);
        Some(identity)
    }

    fn notes(&mut self) -> Vec<String> {
        let mut notes = std::mem::take(&mut self.notes);
        notes.append(&mut self.bus.device().notes());
        notes
    }
}
