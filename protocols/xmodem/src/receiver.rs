//! The receiving side.

use alloc::vec::Vec;
use core::time::Duration;

use crate::{
    Event, Failure, Manner, Refusal,
    wire::{self, ACK, Bad, CAN, Check, EOT, FileInfo, HEAD, NAK, POLL},
};

/// Something of the file that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A file of a batch begins.
    File(FileInfo),
    /// Its next bytes; the last ones come without padding where the length is known.
    Data(Vec<u8>),
    /// Everything came.
    End,
    /// It did not.
    Failed(Failure),
}

/// What the receiver says and knows after an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// Bytes to send.
    pub send: Vec<u8>,
    /// What came.
    pub heard: Vec<Heard>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    /// Asking for the first block of a file, or for its block 0.
    Polling,
    /// Between two blocks.
    Idle,
    /// In a block.
    Block(Vec<u8>),
    /// Waiting for silence before a refusal.
    Refusing,
    /// Waiting for silence before the answer to EOT.
    Ending,
    /// Between the answer to EOT and the poll for the next file.
    Between,
    Done,
}

/// A receiver of one file (XMODEM) or several (YMODEM).
#[derive(Clone, Debug)]
pub struct Receiver {
    manner: Manner,
    batch: bool,
    check: Check,
    phase: Phase,
    /// When the present wait is over.
    until: Duration,
    /// When the last poll was sent.
    polled_at: Option<Duration>,
    polls: u32,
    /// The number of the block that comes next; `None` while block 0 of a batch is awaited.
    next: Option<u8>,
    /// Whether a block of the present file has come.
    any: bool,
    left: Option<u64>,
    announced: u64,
    cans: u32,
    junk: bool,
    refusals: u32,
    ends: u32,
}

impl Receiver {
    /// Receives one file; its end is not known, so the last block's padding is kept.
    pub fn xmodem(manner: Manner) -> Self {
        Self::new(manner, false)
    }

    /// Receives files with names.
    pub fn ymodem(manner: Manner) -> Self {
        Self::new(manner, true)
    }

    fn new(manner: Manner, batch: bool) -> Self {
        Self {
            manner,
            batch,
            check: Check::Crc,
            phase: Phase::Polling,
            until: Duration::ZERO,
            polled_at: None,
            polls: 0,
            next: if batch { None } else { Some(1) },
            any: false,
            left: None,
            announced: 0,
            cans: 0,
            junk: false,
            refusals: 0,
            ends: 0,
        }
    }

    /// Asks for 8-bit sums from the beginning.
    pub fn with_sums(mut self) -> Self {
        self.check = Check::Sum;
        self
    }

    /// Whether the transfer is over.
    pub fn done(&self) -> bool {
        self.phase == Phase::Done
    }

    /// When to send [`Event::Time`] if nothing comes before; `None` when nothing but a byte matters.
    pub fn deadline(&self) -> Option<Duration> {
        if self.done() || self.phase == Phase::Idle && self.manner.idle.is_none() {
            None
        } else {
            Some(self.until)
        }
    }

    /// Says what to do now that this happened at `now`. Begin with [`Event::Time`].
    pub fn on(&mut self, event: Event, now: Duration) -> Reply {
        let mut reply = Reply::default();
        match event {
            Event::Byte(byte) => self.on_byte(byte, now, &mut reply),
            Event::Time if self.deadline().is_some_and(|until| now >= until) => {
                self.on_time(now, &mut reply)
            }
            Event::Time | Event::Sent => {}
        }
        reply
    }

    fn on_time(&mut self, now: Duration, reply: &mut Reply) {
        match self.phase {
            Phase::Polling => self.poll(now, reply),
            Phase::Idle => self.refuse(now, reply),
            Phase::Block(_) => self.bad(now, reply),
            Phase::Refusing => self.refuse(now, reply),
            Phase::Ending => self.end(now, reply),
            Phase::Between => self.next_file(now, reply),
            Phase::Done => {}
        }
    }

    fn poll(&mut self, now: Duration, reply: &mut Reply) {
        self.polls += 1;
        if self.polls > self.manner.polls {
            self.polls = 1;
            if self.check == Check::Sum {
                return self.fail(Failure::NoStart, reply);
            }
            self.check = Check::Sum;
        }
        self.poll_once(now, reply);
        self.wait(Phase::Polling, now + self.manner.poll);
    }

    fn poll_once(&mut self, now: Duration, reply: &mut Reply) {
        self.junk = false;
        self.polled_at = Some(now);
        reply.send.push(if self.check == Check::Crc { POLL } else { NAK });
    }

    fn wait(&mut self, phase: Phase, until: Duration) {
        (self.phase, self.until) = (phase, until);
    }

    fn on_byte(&mut self, byte: u8, now: Duration, reply: &mut Reply) {
        match &mut self.phase {
            Phase::Done | Phase::Between => {}
            Phase::Refusing => self.until = now + self.manner.calm,
            Phase::Ending if self.manner.end_takes_back => self.bad(now, reply),
            Phase::Ending => self.until = now + self.manner.end_calm,
            Phase::Block(frame) => {
                frame.push(byte);
                self.until = now + self.manner.gap;
                let length =
                    wire::data_len(frame[0]).map_or(0, |length| HEAD + length + self.check.size());
                if frame.len() == length {
                    let frame = core::mem::take(frame);
                    self.block(&frame, now, reply);
                }
            }
            Phase::Polling | Phase::Idle => self.first_byte(byte, now, reply),
        }
    }

    /// U-Boot listens for a while after a poll and throws away what comes later.
    fn deaf(&self, now: Duration) -> bool {
        let (Some(listens), Some(polled)) = (self.manner.listens, self.polled_at) else {
            return false;
        };
        self.phase == Phase::Polling && now > polled + listens
    }

    fn first_byte(&mut self, byte: u8, now: Duration, reply: &mut Reply) {
        if self.deaf(now) {
            return;
        }
        self.cans = if byte == CAN { self.cans + 1 } else { 0 };
        match byte {
            _ if wire::data_len(byte).is_some() => {
                self.wait(Phase::Block(alloc::vec![byte]), now + self.manner.gap)
            }
            CAN if self.cans >= self.manner.cancels => self.cancelled(reply),
            CAN => {}
            EOT if self.next.is_some() => self.eot(now, reply),
            _ => {
                self.junk = true;
                if self.manner.polls_at_junk && self.phase == Phase::Polling {
                    self.poll_once(now, reply);
                }
            }
        }
    }

    fn eot(&mut self, now: Duration, reply: &mut Reply) {
        if self.manner.end_needs_quiet && self.junk {
            return;
        }
        self.ends += 1;
        if self.ends <= self.manner.end_refusals {
            return reply.send.push(NAK);
        }
        self.wait(Phase::Ending, now + self.manner.end_calm);
        if self.manner.end_calm.is_zero() {
            self.end(now, reply);
        }
    }

    fn end(&mut self, now: Duration, reply: &mut Reply) {
        if let Some(left) = self.left.filter(|left| *left > 0) {
            let (announced, came) = (self.announced, self.announced - left);
            return self.fail(Failure::WrongLength { announced, came }, reply);
        }
        reply.send.extend(core::iter::repeat_n(ACK, self.manner.end_acks));
        if !self.batch {
            self.phase = Phase::Done;
            return reply.heard.push(Heard::End);
        }
        self.wait(Phase::Between, now + self.manner.next_file);
        if self.manner.next_file.is_zero() {
            self.next_file(now, reply);
        }
    }

    fn next_file(&mut self, now: Duration, reply: &mut Reply) {
        (self.next, self.any, self.left, self.ends, self.polls) = (None, false, None, 0, 0);
        self.poll(now, reply);
    }

    fn cancelled(&mut self, reply: &mut Reply) {
        reply.send.push(ACK);
        self.phase = Phase::Done;
        reply.heard.push(Heard::Failed(Failure::Cancelled));
    }

    fn fail(&mut self, failure: Failure, reply: &mut Reply) {
        reply.send.extend([CAN; 3]);
        self.phase = Phase::Done;
        reply.heard.push(Heard::Failed(failure));
    }

    fn block(&mut self, frame: &[u8], now: Duration, reply: &mut Reply) {
        match wire::parse(frame, self.check) {
            Ok((number, data)) => self.good(number, data, now, reply),
            // U-Boot takes it for junk and finds out when nothing more comes.
            Err(Bad::Number) if self.manner.refusal == Refusal::Poll => {
                self.junk = true;
                self.wait(Phase::Idle, now + self.manner.idle.unwrap_or_default());
            }
            Err(_) => self.bad(now, reply),
        }
    }

    fn bad(&mut self, now: Duration, reply: &mut Reply) {
        self.wait(Phase::Refusing, now + self.manner.calm);
        if self.manner.calm.is_zero() {
            self.refuse(now, reply);
        }
    }

    fn refuse(&mut self, now: Duration, reply: &mut Reply) {
        self.refusals += 1;
        if self.refusals > self.manner.patience {
            return self.fail(Failure::Unreadable, reply);
        }
        match self.manner.refusal {
            Refusal::Nak => {
                self.junk = false;
                reply.send.push(NAK);
            }
            Refusal::Poll => self.poll_once(now, reply),
        }
        self.wait(Phase::Idle, now + self.manner.idle.unwrap_or_default());
    }

    fn good(&mut self, number: u8, data: &[u8], now: Duration, reply: &mut Reply) {
        match self.next {
            None if number == 0 => self.header(data, now, reply),
            Some(next) if number == next => self.data(number, data, now, reply),
            Some(next) if self.is_duplicate(number, next) => self.acknowledge(now, reply),
            _ => self.bad(now, reply),
        }
    }

    fn is_duplicate(&self, number: u8, next: u8) -> bool {
        let missed = self.manner.stuck_at_255 && number == 255;
        number == next.wrapping_sub(1) && (self.any || self.batch) && !missed
    }

    fn acknowledge(&mut self, now: Duration, reply: &mut Reply) {
        self.junk = false;
        self.refusals = 0;
        reply.send.push(ACK);
        self.wait(Phase::Idle, now + self.manner.idle.unwrap_or_default());
    }

    fn header(&mut self, data: &[u8], now: Duration, reply: &mut Reply) {
        self.acknowledge(now, reply);
        let Some(info) = FileInfo::from_block(data) else {
            self.phase = Phase::Done;
            return reply.heard.push(Heard::End);
        };
        (self.next, self.left, self.announced) = (Some(1), info.size, info.size.unwrap_or(0));
        reply.heard.push(Heard::File(info));
        if self.manner.polls_after_header {
            self.poll_once(now, reply);
        }
    }

    fn data(&mut self, number: u8, data: &[u8], now: Duration, reply: &mut Reply) {
        self.acknowledge(now, reply);
        (self.next, self.any) = (Some(number.wrapping_add(1)), true);
        let wanted = self
            .left
            .map_or(data.len(), |left| data.len().min(usize::try_from(left).unwrap_or(usize::MAX)));
        self.left = self.left.map(|left| left - wanted as u64);
        reply.heard.push(Heard::Data(data[..wanted].to_vec()));
    }
}

#[cfg(test)]
mod tests;
