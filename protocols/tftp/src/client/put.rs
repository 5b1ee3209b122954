//! The writing side, with the habits of U-Boot's `tftpput`.

use alloc::{vec, vec::Vec};
use core::time::Duration;

use super::{Event, Failure, Habits, To};
use crate::wire::{self, ErrorCode, Mode, Options, Packet, Request, data_head};

/// How many blocks have numbers of their own.
const NUMBERS: u64 = 1 << 16;

/// What is written.
pub trait Content {
    /// Fills `buf` with what is there from `offset` on. Offsets past the end are asked for, too: U-Boot then sends what
    /// follows in memory.
    fn read(&self, offset: u64, buf: &mut [u8]);
}

impl Content for [u8] {
    fn read(&self, offset: u64, buf: &mut [u8]) {
        let rest = usize::try_from(offset).ok().and_then(|offset| self.get(offset..));
        let rest = rest.unwrap_or_default();
        let count = rest.len().min(buf.len());
        buf[..count].copy_from_slice(&rest[..count]);
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    Asking,
    Sending,
    Done,
    Failed(Failure),
}

/// A client that writes one file.
#[derive(Clone, Debug)]
pub struct Put {
    habits: Habits,
    file: Vec<u8>,
    length: u64,
    phase: Phase,
    /// The server's port for this transfer.
    port: Option<u16>,
    block_size: u16,
    /// The number of the block that is sent, and of the one before.
    block: u16,
    previous: u16,
    /// Bytes before the block that has the number 0.
    base: u64,
    /// The last block is out.
    ending: bool,
    until: Option<Duration>,
    silences: u32,
}

impl Put {
    /// A client that is going to write this many bytes to a file.
    pub fn new(file: &str, length: u64, habits: Habits) -> Self {
        Self {
            habits,
            file: file.into(),
            length,
            phase: Phase::Asking,
            port: None,
            block_size: wire::BLOCK_SIZE,
            block: 0,
            previous: 0,
            base: 0,
            ending: false,
            until: None,
            silences: 0,
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

    /// Blocks that it has got rid of, as it counts them.
    pub fn blocks(&self) -> u64 {
        let before = self.base / u64::from(self.block_size) + u64::from(self.block);
        before.saturating_sub(u64::from(self.outcome() != Some(Ok(()))))
    }

    /// Bytes that it has got rid of, as it counts them.
    pub fn sent(&self) -> u64 {
        self.length.min(self.blocks() * u64::from(self.block_size))
    }

    /// When [`Event::Time`] is due if nothing comes before; `None` when all is over.
    pub fn deadline(&self) -> Option<Duration> {
        self.outcome().is_none().then(|| self.until.unwrap_or_default())
    }

    /// Says what to send now that this happened at `now`, a time since any fixed moment.
    pub fn on(
        &mut self,
        event: Event<'_>,
        now: Duration,
        content: &(impl Content + ?Sized),
    ) -> Vec<(To, Vec<u8>)> {
        let says = self.outcome().is_none()
            && match event {
                Event::Time => self.on_time(now),
                Event::Packet { from, bytes } => {
                    if self.port.is_some_and(|port| port != from) {
                        return Vec::new();
                    }
                    return self.on_packet(from, bytes, now, content);
                }
            };
        if says { self.say(content) } else { Vec::new() }
    }

    fn on_time(&mut self, now: Duration) -> bool {
        match self.until {
            None => {}
            Some(until) if now < until => return false,
            Some(_) => self.silences += 1,
        }
        if self.silences > self.habits.attempts {
            self.phase = Phase::Failed(Failure::Silent);
            return false;
        }
        self.until = Some(now + self.habits.timeout);
        true
    }

    fn on_packet(
        &mut self,
        from: u16,
        bytes: &[u8],
        now: Duration,
        content: &(impl Content + ?Sized),
    ) -> Vec<(To, Vec<u8>)> {
        let says = match Packet::parse(bytes) {
            Ok(Packet::Options(options)) => match self.on_options(from, &options) {
                Ok(says) => says,
                Err(error) => return vec![(To::Port(from), error)],
            },
            Ok(Packet::Ack(block)) => self.on_ack(from, block),
            Ok(Packet::Error { code, text }) => {
                self.phase = Phase::Failed(Failure::Refused { code, text: text.into() });
                false
            }
            _ => false,
        };
        if says && self.habits.writes_strictly {
            self.until = Some(now + self.habits.timeout);
        }
        if says { self.say(content) } else { Vec::new() }
    }

    /// Takes what the server agreed to; fails with an ERROR if that is more than was asked for. U-Boot goes on to the next
    /// block for every such answer, one that comes again, too.
    fn on_options(&mut self, from: u16, options: &Options) -> Result<bool, Vec<u8>> {
        if self.habits.writes_strictly && self.phase != Phase::Asking {
            return Ok(false);
        }
        self.port = Some(from);
        let most = u64::from(self.habits.block_size.unwrap_or_default());
        match options.block_size {
            None => {}
            Some(size) if (1..=most).contains(&size) => self.block_size = size as u16,
            Some(_) => {
                self.phase = Phase::Failed(Failure::Options);
                let text = b"Option Negotiation Failed";
                return Err(Packet::Error { code: ErrorCode::OPTIONS, text }.to_bytes());
            }
        }
        self.phase = Phase::Sending;
        self.block = self.block.wrapping_add(1);
        Ok(true)
    }

    /// Whether something is to be sent after the acknowledgement of a block.
    fn on_ack(&mut self, from: u16, block: u16) -> bool {
        let fits = self.block == block;
        if self.habits.writes_strictly && !fits {
            return false;
        }
        if self.habits.forgives {
            self.silences = 0;
        }
        if self.ending {
            self.phase = Phase::Done;
            return false;
        }
        // U-Boot goes to the block behind any that is acknowledged, and sends it when its timeout comes.
        (self.previous, self.block) = (self.block, block.wrapping_add(1));
        if self.block == 0 && self.previous != 0 {
            self.base += NUMBERS * u64::from(self.block_size);
        }
        if fits && self.phase == Phase::Asking {
            (self.phase, self.port) = (Phase::Sending, Some(from));
        }
        fits
    }

    /// Sends the request, or the present block.
    fn say(&mut self, content: &(impl Content + ?Sized)) -> Vec<(To, Vec<u8>)> {
        match (&self.phase, self.port) {
            (Phase::Asking, _) => vec![(To::Server, self.request())],
            (_, Some(port)) => vec![(To::Port(port), self.data(content))],
            (_, None) => Vec::new(),
        }
    }

    fn request(&self) -> Vec<u8> {
        let options = self.habits.options_to_write(self.length);
        Packet::Write(Request { file: &self.file, mode: Mode::Octet, options }).to_bytes()
    }

    fn data(&mut self, content: &(impl Content + ?Sized)) -> Vec<u8> {
        let size = u64::from(self.block_size);
        let offset = (u64::from(self.block) * size + self.base).wrapping_sub(size);
        // U-Boot's own arithmetic, which wraps past the end.
        let count = self.length.wrapping_sub(offset).min(size);
        self.ending = count < size;
        let mut bytes = data_head(self.block).to_vec();
        bytes.resize(wire::HEAD + count as usize, 0);
        content.read(offset, &mut bytes[wire::HEAD..]);
        bytes
    }
}

#[cfg(test)]
mod tests;
