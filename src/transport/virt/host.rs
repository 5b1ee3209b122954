//! The bus between the tool and a virtual board: packets, time, and things that go wrong on the way.

use std::{collections::VecDeque, time::Duration};

use link::{
    Pipe, Setup,
    device::{Answer, Busy, Device, Gave, Took},
};

use crate::transport::{Done, Host, clock::Clock};

/// How often a board that is busy in real time is asked again.
const POLL: Duration = Duration::from_millis(1);

/// What the cable costs. The figures are those of the bench (design: 40 MB/s and 125 µs a transfer that was not already
/// queued at high speed, 1.1 MB/s and 1 ms at full speed).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Model {
    /// Nothing.
    #[default]
    None,
    /// 12 Mbit/s.
    FullSpeed,
    /// 480 Mbit/s.
    HighSpeed,
}

impl Model {
    /// Bytes a second, and the cost of a transfer that finds the wire idle.
    fn cost(self) -> Option<(f64, Duration)> {
        match self {
            Self::None => None,
            Self::FullSpeed => Some((1.1e6, Duration::from_millis(1))),
            Self::HighSpeed => Some((40e6, Duration::from_micros(125))),
        }
    }
}

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
    /// The board leaves the bus.
    Disconnect,
}

struct Transfer {
    /// To the board: the data. From the board: room for it.
    bytes: Vec<u8>,
    moved: usize,
    fault: Option<Fault>,
    /// When the wire is done with it, once it has ended.
    ends: Option<(Duration, Option<link::Fault>)>,
    submitted: Duration,
    /// The wire was idle when it was submitted.
    cold: bool,
}

/// A virtual board on its cable.
pub struct VirtualHost {
    device: Box<dyn Device>,
    max_packet: usize,
    model: Model,
    fault: Option<(Fault, u64)>,
    count: u64,
    queues: [VecDeque<Transfer>; 2],
    halted: [bool; 2],
    gone: bool,
    received: Vec<u8>,
    /// When the wire will be free.
    wire: Duration,
    clock: Clock,
}

const OUT: usize = 0;
const IN: usize = 1;

impl VirtualHost {
    /// Plugs `device` in. `fault`: what happens to the n-th bulk transfer, counted from 1.
    pub fn new(device: Box<dyn Device>, model: Model, fault: Option<(Fault, u64)>) -> Self {
        let max_packet = device.identity().max_packet;
        Self {
            device,
            max_packet,
            model,
            fault,
            count: 0,
            queues: [VecDeque::new(), VecDeque::new()],
            halted: [false; 2],
            gone: false,
            received: Vec::new(),
            wire: Duration::ZERO,
            clock: Clock::new(),
        }
    }

    fn submit(&mut self, side: usize, bytes: Vec<u8>) {
        self.count += 1;
        let fault = self.fault.filter(|(_, index)| *index == self.count).map(|(fault, _)| fault);
        let now = self.now();
        let cold = self.wire <= now
            && self.queues.iter().flatten().all(|transfer| transfer.ends.is_some());
        self.queues[side].push_back(Transfer {
            bytes,
            moved: 0,
            fault,
            ends: None,
            submitted: now,
            cold,
        });
    }

    /// Moves packets until neither side can go on.
    fn pump(&mut self) {
        while self.step(OUT) || self.step(IN) {}
    }

    /// Goes on with the first open transfer of a pipe. Returns whether anything happened.
    fn step(&mut self, side: usize) -> bool {
        let Some(index) = self.queues[side].iter().position(|transfer| transfer.ends.is_none())
        else {
            return false;
        };
        let fault = self.queues[side][index].fault;
        if fault == Some(Fault::Disconnect) {
            self.gone = true;
        }
        if fault == Some(Fault::Stall) {
            self.halted[side] = true;
            self.queues[side][index].fault = None;
        }
        if self.gone {
            return self.end(side, index, Some(link::Fault::Gone));
        }
        if self.halted[side] {
            return self.end(side, index, Some(link::Fault::Stall));
        }
        match fault {
            Some(Fault::Timeout) => false,
            _ if side == OUT => self.step_out(index, fault),
            _ => self.step_in(index, fault),
        }
    }

    fn step_out(&mut self, index: usize, fault: Option<Fault>) -> bool {
        let transfer = &mut self.queues[OUT][index];
        if fault == Some(Fault::Garbage) {
            transfer.bytes.iter_mut().for_each(|byte| *byte ^= 0xa5);
            transfer.fault = None;
        }
        if fault == Some(Fault::Short) {
            transfer.moved = transfer.bytes.len() / 2;
            return self.end(OUT, index, None);
        }
        match self.device.bulk_out(&transfer.bytes[transfer.moved..]) {
            Took::Bytes(bytes) => {
                transfer.moved += bytes;
                transfer.moved < transfer.bytes.len() || self.end(OUT, index, None)
            }
            Took::Nak => false,
            Took::Stall => self.halt(OUT, index),
            Took::Gone => self.leave(OUT, index),
        }
    }

    fn step_in(&mut self, index: usize, fault: Option<Fault>) -> bool {
        let transfer = &mut self.queues[IN][index];
        match self.device.bulk_in(&mut transfer.bytes[transfer.moved..]) {
            Gave::Bytes(bytes, last) => {
                transfer.moved += bytes;
                if !last && transfer.moved < transfer.bytes.len() {
                    return true;
                }
                match fault {
                    Some(Fault::Garbage) => {
                        transfer.bytes.iter_mut().for_each(|byte| *byte ^= 0xa5)
                    }
                    Some(Fault::Short) => transfer.moved /= 2,
                    _ => {}
                }
                self.end(IN, index, None)
            }
            Gave::Nak => false,
            Gave::Overlong => self.end(IN, index, Some(link::Fault::Overlong)),
            Gave::Stall => self.halt(IN, index),
            Gave::Gone => self.leave(IN, index),
        }
    }

    fn halt(&mut self, side: usize, index: usize) -> bool {
        self.halted[side] = true;
        self.end(side, index, Some(link::Fault::Stall))
    }

    fn leave(&mut self, side: usize, index: usize) -> bool {
        self.gone = true;
        self.end(side, index, Some(link::Fault::Gone))
    }

    /// Ends a transfer when the modelled wire is done with it. Returns true, as something happened.
    fn end(&mut self, side: usize, index: usize, fault: Option<link::Fault>) -> bool {
        let transfer = &mut self.queues[side][index];
        let (rate, latency) = self.model.cost().unwrap_or((f64::INFINITY, Duration::ZERO));
        let latency = if transfer.cold { latency } else { Duration::ZERO };
        let begin = self.wire.max(transfer.submitted + latency);
        self.wire = begin + Duration::from_secs_f64(transfer.moved as f64 / rate);
        transfer.ends = Some((self.wire, fault));
        true
    }

    /// Hands over the oldest transfer of a pipe if it has ended, in the wire's time too, before `deadline`.
    fn collect(&mut self, side: usize, deadline: Duration) -> Option<Done> {
        let (ends, fault) = self.queues[side].front()?.ends?;
        if ends > deadline {
            return None;
        }
        std::thread::sleep(ends.saturating_sub(self.now()));
        let transfer = self.queues[side].pop_front()?;
        if side == IN {
            self.received = transfer.bytes;
            self.received.truncate(transfer.moved);
        }
        Some(Done { moved: transfer.moved, fault })
    }
}

impl Host for VirtualHost {
    fn submit_out(&mut self, data: &[u8]) {
        self.submit(OUT, data.to_vec());
    }

    fn submit_in(&mut self, len: usize) {
        self.submit(IN, vec![0; len]);
    }

    fn wait(&mut self, pipe: Pipe, limit: Duration) -> Option<Done> {
        let side = if pipe == Pipe::In { IN } else { OUT };
        let deadline = self.now() + limit;
        loop {
            self.pump();
            if let Some(done) = self.collect(side, deadline) {
                return Some(done);
            }
            let now = self.now();
            if now >= deadline {
                return None;
            }
            let paced = self.queues[side].front().is_some_and(|transfer| transfer.ends.is_some());
            if !paced && self.device.busy() == Busy::Forever {
                self.clock.skip(deadline - now);
                return None;
            }
            std::thread::sleep(if paced { deadline - now } else { POLL });
        }
    }

    fn received(&self) -> &[u8] {
        &self.received
    }

    fn cancel(&mut self) {
        let now = self.now();
        for transfer in self.queues.iter_mut().flatten() {
            transfer.ends = Some((now, Some(link::Fault::Cancelled)));
        }
    }

    fn control_out(
        &mut self,
        setup: Setup,
        data: &[u8],
        limit: Duration,
    ) -> Result<usize, link::Fault> {
        self.control(setup, data, limit).map(|_| data.len())
    }

    fn control_in(
        &mut self,
        setup: Setup,
        buf: &mut [u8],
        limit: Duration,
    ) -> Result<usize, link::Fault> {
        let answer = self.control(setup, &[], limit)?;
        let length = answer.len().min(buf.len());
        buf[..length].copy_from_slice(&answer[..length]);
        Ok(length)
    }

    fn clear_halt(&mut self, pipe: Pipe) -> Result<(), link::Fault> {
        if self.gone {
            return Err(link::Fault::Gone);
        }
        self.halted[if pipe == Pipe::In { IN } else { OUT }] = false;
        self.device.clear_halt(pipe);
        Ok(())
    }

    fn max_packet(&self) -> usize {
        self.max_packet
    }

    fn now(&self) -> Duration {
        self.clock.now()
    }

    fn sleep(&mut self, time: Duration) {
        if self.device.busy() == Busy::Working {
            std::thread::sleep(time);
        } else {
            self.clock.skip(time);
        }
    }

    fn notes(&mut self) -> Vec<String> {
        self.device.notes()
    }
}

impl VirtualHost {
    fn control(
        &mut self,
        setup: Setup,
        data: &[u8],
        limit: Duration,
    ) -> Result<Vec<u8>, link::Fault> {
        let deadline = self.now() + limit;
        loop {
            match self.device.control(setup, data) {
                _ if self.gone => return Err(link::Fault::Gone),
                Answer::Data(answer) => return Ok(answer),
                Answer::Stall => return Err(link::Fault::Stall),
                Answer::Gone => return Err(link::Fault::Gone),
                Answer::Nak if self.device.busy() == Busy::Forever || self.now() >= deadline => {
                    self.clock.skip(deadline.saturating_sub(self.now()));
                    return Err(link::Fault::TimedOut);
                }
                Answer::Nak => std::thread::sleep(POLL),
            }
        }
    }
}
