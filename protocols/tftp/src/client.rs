//! The client's side, reading and writing, with the habits of U-Boot's older network stack (net/tftp.c of U-Boot 2023.01
//! and 2026.10; the newer one, lwIP, has neither windows nor `tftpput`). What U-Boot does there differs from the RFCs in
//! places, and those are what a server has to bear.

mod failure;
mod habits;
mod put;

use alloc::vec::Vec;
use core::time::Duration;

pub use failure::Failure;
pub use habits::Habits;
pub use put::{Content, Put};

use crate::wire::{self, ErrorCode, Mode, Options, Packet, Request};

/// Something that happened.
#[derive(Clone, Copy, Debug)]
pub enum Event<'e> {
    /// A datagram came from this port of the server's.
    Packet {
        /// The port that it was sent from.
        from: u16,
        /// Its bytes.
        bytes: &'e [u8],
    },
    /// Time has passed. The first event, too.
    Time,
}

/// Where a packet goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// To the port for requests, 69 unless something else was said.
    Server,
    /// To this port, which the transfer has at the server.
    Port(u16),
}

/// What the client says and has after an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// Packets to send.
    pub send: Vec<(To, Vec<u8>)>,
    /// The file's next bytes.
    pub data: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    Asking,
    /// An OACK came, and no block yet.
    Agreed,
    Loading,
    Done,
    Failed(Failure),
}

/// A client that reads one file.
#[derive(Clone, Debug)]
pub struct Client {
    habits: Habits,
    file: Vec<u8>,
    phase: Phase,
    /// The server's port for this transfer.
    port: Option<u16>,
    block_size: u16,
    window_size: u16,
    /// The number of the last block that was taken.
    block: u16,
    /// The block after which an acknowledgement is due.
    due: u16,
    /// The block at which a gap was last reported.
    reported: u16,
    until: Option<Duration>,
    silences: u32,
    /// Blocks that came and were not the next one.
    dropped: u64,
}

impl Client {
    /// A client that is going to ask for this file.
    pub fn new(file: &str, habits: Habits) -> Self {
        Self {
            habits,
            file: file.into(),
            phase: Phase::Asking,
            port: None,
            block_size: wire::BLOCK_SIZE,
            window_size: 1,
            block: 0,
            due: 1,
            reported: 0,
            until: None,
            silences: 0,
            dropped: 0,
        }
    }

    /// How the transfer ended; `None` while it goes on.
    pub fn outcome(&self) -> Option<Result<(), &Failure>> {
        match &self.phase {
            Phase::Done => Some(Ok(())),
            Phase::Failed(failure) => Some(Err(failure)),
            _ => None,
        }
    }

    /// Blocks that came and were not the next one.
    pub fn dropped(&self) -> u64 {
        self.dropped
    }

    /// When [`Event::Time`] is due if nothing comes before; `None` when all is over.
    pub fn deadline(&self) -> Option<Duration> {
        self.outcome().is_none().then(|| self.until.unwrap_or_default())
    }

    /// Says what to do now that this happened at `now`, a time since any fixed moment.
    pub fn on(&mut self, event: Event<'_>, now: Duration) -> Reply {
        let mut reply = Reply::default();
        if self.outcome().is_none() {
            match event {
                Event::Time => self.on_time(now, &mut reply),
                Event::Packet { from, bytes } => self.on_packet(from, bytes, now, &mut reply),
            }
        }
        reply
    }

    fn on_time(&mut self, now: Duration, reply: &mut Reply) {
        match self.until {
            None => {}
            Some(until) if now < until => return,
            Some(_) => self.silences += 1,
        }
        if self.silences > self.habits.attempts {
            return self.phase = Phase::Failed(Failure::Silent);
        }
        self.wait(now);
        self.say(reply);
    }

    fn wait(&mut self, now: Duration) {
        self.until = Some(now + self.habits.timeout);
    }

    /// Sends what is to be said in this phase: the request, or what was taken.
    fn say(&self, reply: &mut Reply) {
        match (&self.phase, self.port) {
            (Phase::Asking, _) => reply.send.push((To::Server, self.request())),
            (_, Some(port)) => {
                reply.send.push((To::Port(port), Packet::Ack(self.block).to_bytes()));
            }
            (_, None) => {}
        }
    }

    fn request(&self) -> Vec<u8> {
        let options = self.habits.options();
        Packet::Read(Request { file: &self.file, mode: Mode::Octet, options }).to_bytes()
    }

    fn on_packet(&mut self, from: u16, bytes: &[u8], now: Duration, reply: &mut Reply) {
        if self.port.is_some_and(|port| port != from) {
            return;
        }
        match Packet::parse(bytes) {
            Ok(Packet::Options(options)) => self.on_options(from, &options, reply),
            Ok(Packet::Data { block, data }) => self.on_data(from, block, data, now, reply),
            Ok(Packet::Error { code, text }) => {
                self.phase = Phase::Failed(Failure::Refused { code, text: text.into() });
            }
            _ => {}
        }
    }

    fn on_options(&mut self, from: u16, options: &Options, reply: &mut Reply) {
        self.port = Some(from);
        let (Some(block_size), Some(window_size)) = (
            self.agreed(options.block_size, self.block_size, self.habits.block_size),
            self.agreed(options.window_size, self.window_size, self.habits.window_size),
        ) else {
            let text = b"Option Negotiation Failed";
            let error = Packet::Error { code: ErrorCode::OPTIONS, text };
            reply.send.push((To::Port(from), error.to_bytes()));
            return self.phase = Phase::Failed(Failure::Options);
        };
        (self.block_size, self.window_size, self.due) = (block_size, window_size, window_size);
        self.phase = Phase::Agreed;
        self.say(reply);
    }

    /// What the server says of an option; `None` if that is more than was asked for.
    fn agreed(&self, said: Option<u64>, otherwise: u16, asked: Option<u16>) -> Option<u16> {
        let Some(said) = said else { return Some(otherwise) };
        u16::try_from(said)
            .ok()
            .filter(|said| asked.is_some_and(|asked| (1..=asked).contains(said)))
    }

    fn on_data(&mut self, from: u16, block: u16, data: &[u8], now: Duration, reply: &mut Reply) {
        self.port = Some(from);
        if block != self.block.wrapping_add(1) || data.len() > usize::from(self.block_size) {
            self.dropped += 1;
            return self.on_other(block, reply);
        }
        self.block = block;
        self.phase = Phase::Loading;
        if self.habits.forgives {
            self.silences = 0;
        }
        self.wait(now);
        reply.data.extend_from_slice(data);
        if data.len() < usize::from(self.block_size) {
            self.say(reply);
            self.phase = Phase::Done;
        } else if block == self.due {
            self.say(reply);
            self.due = self.due.wrapping_add(self.window_size);
        }
    }

    /// A block that is not the next one: there is a gap before it, or it is an old one. It is told once, as all the
    /// blocks behind a gap would lead to the same.
    fn on_other(&mut self, block: u16, reply: &mut Reply) {
        if self.phase == Phase::Asking || self.is_old(block) || self.reported == self.block {
            return;
        }
        self.reported = self.block;
        self.due = self.block.wrapping_add(self.window_size);
        self.say(reply);
    }

    /// From 2023.04 on U-Boot ignores old blocks. It compares with a sign that it gives one of the two numbers, so that
    /// from 32768 on every block is an old one to it.
    fn is_old(&self, block: u16) -> bool {
        let expected = i32::from(self.block.wrapping_add(1));
        !self.habits.answers_old_blocks && expected - i32::from(block as i16) > 0
    }
}

#[cfg(test)]
mod tests;
