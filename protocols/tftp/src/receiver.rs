//! The receiving side: one file from one client that offered to write it.
//!
//! [`Receiver`] is told the client's packets and the time, and hands the file's bytes to a [`Sink`] in order. A sink may
//! have no room for them yet: the receiver then is [`State::Full`], keeps that one block, and acknowledges it when it is
//! taken. It keeps nothing else.
//!
//! The client has the only timer: nothing is sent but answers. U-Boot's `tftpput` wants it so (net/tftp.c of 2023.01 and
//! 2026.10). It takes any acknowledgement after its last block for that of the last block, so one that is sent again too
//! early ends the transfer before the end has arrived. An OACK that comes a second time makes it skip a block. So answers to
//! packets that seem to be copies are spread out: one made by the network comes at once, one that a client sends because
//! it heard nothing comes after its timeout.

mod failure;

use alloc::vec::Vec;
use core::time::Duration;

pub use failure::Failure;

use crate::{
    refusal::Refusal,
    server::{Event, FINAL, terms::Terms},
    wire::{Options, Packet},
};

/// The least time between two equal answers. It is shorter than every client's timeout: busybox begins with 100 ms, and
/// U-Boot takes nothing below a second.
const SPREAD: Duration = Duration::from_millis(50);

/// Where a file's bytes go.
pub trait Sink {
    /// Takes the next bytes, all of them or none.
    fn put(&mut self, data: &[u8]) -> Push;
}

/// What a sink did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Push {
    /// It has taken the bytes.
    Taken,
    /// It has no room for them yet.
    Later,
}

impl Sink for Vec<u8> {
    fn put(&mut self, data: &[u8]) -> Push {
        self.extend_from_slice(data);
        Push::Taken
    }
}

/// What is taken from a client, and how long it is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest block in bytes, from 8 on.
    pub block_size: u16,
    /// The most bytes that are taken.
    pub bytes: u64,
    /// How long a client may be silent.
    pub silence: Duration,
}

impl Limits {
    /// At most this many bytes, in blocks that fit an Ethernet frame of 1500 bytes, with at most half a minute of silence.
    pub const fn ethernet(bytes: u64) -> Self {
        Self { block_size: 1468, bytes, silence: Duration::from_secs(30) }
    }
}

/// How a transfer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has asked yet.
    Idle,
    /// Waiting for the client.
    Running,
    /// Waiting for the sink: [`Event::Time`] is due as soon as it has room.
    Full,
    /// Everything has come. The last acknowledgement may get lost: it is given again as long as the receiver is kept.
    Done,
    /// It ended otherwise: [`Receiver::failure`] says why.
    Failed,
}

/// How far a transfer came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// Bytes that the sink took.
    pub bytes: u64,
    /// Blocks that the sink took.
    pub blocks: u64,
    /// Blocks that came again.
    pub repeated: u64,
    /// Packets that made no sense, and were ignored.
    pub strays: u64,
    /// Data bytes in a block, as agreed on.
    pub block_size: u16,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    Idle,
    Taking,
    Done,
    Failed(Failure),
}

/// The receiving of one file.
#[derive(Debug)]
pub struct Receiver {
    limits: Limits,
    phase: Phase,
    terms: Terms,
    /// A block that the sink had no room for.
    held: Option<Vec<u8>>,
    /// What is to be sent, and when the last of it was due.
    answer: Option<Vec<u8>>,
    answered: Duration,
    /// When the client was last heard.
    heard: Duration,
    received: Received,
}

impl Receiver {
    /// A transfer that waits for its request.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            phase: Phase::Idle,
            terms: Terms::to_receive(&Options::default(), limits.block_size),
            held: None,
            answer: None,
            answered: Duration::ZERO,
            heard: Duration::ZERO,
            received: Received::default(),
        }
    }

    /// Whether a request can be served (again): nothing of the file has come yet. A client that begins anew later ends the
    /// transfer.
    pub fn is_fresh(&self) -> bool {
        let begun = self.received.blocks > 0 || self.held.is_some();
        !begun && matches!(self.phase, Phase::Idle | Phase::Taking)
    }

    /// How the transfer is.
    pub fn state(&self) -> State {
        match self.phase {
            Phase::Idle => State::Idle,
            Phase::Taking if self.held.is_some() => State::Full,
            Phase::Taking => State::Running,
            Phase::Done => State::Done,
            Phase::Failed(_) => State::Failed,
        }
    }

    /// Why it failed.
    pub fn failure(&self) -> Option<&Failure> {
        match &self.phase {
            Phase::Failed(failure) => Some(failure),
            _ => None,
        }
    }

    /// How far it came.
    pub fn received(&self) -> Received {
        Received { block_size: self.terms.block_size, ..self.received }
    }

    /// When [`Event::Time`] is due if nothing happens before; `None` while only a packet or room in the sink matters.
    pub fn deadline(&self) -> Option<Duration> {
        (self.state() == State::Running).then(|| self.heard + self.limits.silence)
    }

    /// The packet that is to be sent now. After it was sent, call [`Self::transmitted`].
    pub fn transmit(&self) -> Option<&[u8]> {
        self.answer.as_deref()
    }

    /// The packet that [`Self::transmit`] named has been sent.
    pub fn transmitted(&mut self) {
        self.answer = None;
    }

    /// Takes in what happened at `now`, a time since any fixed moment. [`Self::transmit`] and [`Self::deadline`] then say
    /// what to do.
    pub fn on(&mut self, event: Event<'_>, now: Duration, sink: &mut dyn Sink) {
        match event {
            Event::Request { options, anew } => self.on_request(options, anew, now),
            Event::Packet(bytes) => self.on_packet(bytes, now, sink),
            Event::Unreachable if self.phase == Phase::Taking => {
                self.phase = Phase::Failed(Failure::Unreachable { received: self.received.bytes });
            }
            Event::Unreachable => {}
            Event::Time => self.on_time(now, sink),
        }
    }

    /// Ends the transfer and tells the client so, with a text for the person in front of it. Nothing happens if it is
    /// over.
    pub fn abort(&mut self, text: &str) {
        self.end(text, Failure::Aborted);
    }

    fn end(&mut self, text: &str, failure: Failure) {
        if matches!(self.phase, Phase::Idle | Phase::Taking) {
            let error = Packet::Error { code: FINAL, text: text.as_bytes() };
            self.answer = (self.phase != Phase::Idle).then(|| error.to_bytes());
            self.phase = Phase::Failed(failure);
        }
    }

    fn on_request(&mut self, options: &Options, anew: bool, now: Duration) {
        if self.is_fresh() {
            let copy = self.phase == Phase::Taking && !anew;
            (self.phase, self.heard) = (Phase::Taking, now);
            self.terms = Terms::to_receive(options, self.limits.block_size);
            if options.transfer_size.is_some_and(|length| length > self.limits.bytes) {
                return self.refuse_length();
            }
            let agreed = self.terms.answer.map(Packet::Options).unwrap_or(Packet::Ack(0));
            self.answer(&agreed, copy, now);
        } else if anew && self.phase == Phase::Taking {
            self.phase = Phase::Failed(Failure::Restarted { received: self.received.bytes });
        }
    }

    fn refuse_length(&mut self) {
        self.end("the file is too long", Failure::TooLong { most: self.limits.bytes });
    }

    /// `again`: it was sent before.
    fn answer(&mut self, packet: &Packet<'_>, again: bool, now: Duration) {
        if !again || now >= self.answered + SPREAD {
            (self.answer, self.answered) = (Some(packet.to_bytes()), now);
        }
    }

    fn on_packet(&mut self, bytes: &[u8], now: Duration, sink: &mut dyn Sink) {
        if !matches!(self.phase, Phase::Taking | Phase::Done) {
            return;
        }
        match Packet::parse(bytes) {
            Ok(Packet::Data { block, data }) if data.len() <= self.block_size() => {
                self.heard = now;
                self.on_data(block, data, now, sink);
            }
            Ok(Packet::Error { code, text }) if self.phase == Phase::Taking => {
                (self.answer, self.phase) =
                    (None, Phase::Failed(Failure::Refused(Refusal::new(code, text))));
            }
            _ => self.received.strays += 1,
        }
    }

    fn block_size(&self) -> usize {
        self.terms.block_size.into()
    }

    fn on_data(&mut self, block: u16, data: &[u8], now: Duration, sink: &mut dyn Sink) {
        // Numbers wrap to 0.
        let last = self.received.blocks as u16;
        let ahead = block.wrapping_sub(last);
        match (&self.held, ahead) {
            // It is not acknowledged yet, so a client sends it again.
            (Some(_), 1) => self.received.repeated += 1,
            (None, 1) if self.phase == Phase::Taking => self.take(data, now, sink),
            (None, 0) if self.received.blocks > 0 => {
                self.received.repeated += 1;
                self.answer(&Packet::Ack(last), true, now);
            }
            // A block is missing before it: U-Boot has heard an OACK twice.
            (None, 2) if self.phase == Phase::Taking => {
                self.received.strays += 1;
                self.answer(&Packet::Ack(last), true, now);
            }
            _ => self.received.strays += 1,
        }
    }

    fn take(&mut self, data: &[u8], now: Duration, sink: &mut dyn Sink) {
        if self.received.bytes + data.len() as u64 > self.limits.bytes {
            return self.refuse_length();
        }
        match sink.put(data) {
            Push::Taken => self.taken(data.len(), now),
            Push::Later => self.held = Some(data.to_vec()),
        }
    }

    /// The next block is in the sink.
    fn taken(&mut self, length: usize, now: Duration) {
        self.received.blocks += 1;
        self.received.bytes += length as u64;
        self.answer(&Packet::Ack(self.received.blocks as u16), false, now);
        if length < self.block_size() {
            self.phase = Phase::Done;
        }
    }

    fn on_time(&mut self, now: Duration, sink: &mut dyn Sink) {
        if self.phase == Phase::Taking
            && let Some(data) = self.held.take()
        {
            match sink.put(&data) {
                // Its silence begins now: it was not answered before.
                Push::Taken => {
                    self.heard = now;
                    self.taken(data.len(), now);
                }
                Push::Later => self.held = Some(data),
            }
        } else if self.deadline().is_some_and(|deadline| now >= deadline) {
            let waited = self.limits.silence;
            let failure = Failure::Silent { received: self.received.bytes, waited };
            self.end("nothing came", failure);
        }
    }
}

#[cfg(test)]
mod tests;
