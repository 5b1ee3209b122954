//! The handshake, and what the board tells of itself.

use alloc::vec::Vec;
use core::time::Duration;

use link::{StepId, line::byte_time};

use super::{Cause, Cct, Error, conversation::QUICK};
use crate::wire::{CONNECT, Command, DONE, Kind, Memory, PACKET, UNKNOWN, WRONG_ORDER};

/// How long an answer is waited for before the handshake is said again. The vendor's client has the same: the ROM listens for a
/// short time only.
const PACE: Duration = Duration::from_millis(10);
/// The same for the image writer, which listens for ever: what it hears while it starts may be the rest of a handshake only.
const WRITER: Duration = Duration::from_millis(250);
/// After this much silence all the answers to all the handshakes have come. The vendor's client waits as long.
const QUIET: Duration = Duration::from_millis(50);
/// The answer to the handshake.
const CONNECTED: [u8; 4] = [CONNECT[0], DONE, 0, 0];

/// What answers, and what it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// The version of the protocol.
    pub version: u8,
    /// Its memories.
    pub memories: Vec<Memory>,
}

impl Board {
    /// Its first memory of a kind.
    pub fn memory(&self, kind: Kind) -> Option<&Memory> {
        self.memories.iter().find(|memory| memory.kind == kind)
    }

    /// Its SPI flash.
    pub fn flash(&self) -> Option<&Memory> {
        self.memory(Kind::QspiFlash).or_else(|| self.memory(Kind::SpiFlash))
    }

    /// Bytes of the longest packet that it takes.
    pub(super) fn packet(&self) -> usize {
        let buffer = self.memory(Kind::ReceiveBuffer).map(|buffer| buffer.size as usize);
        buffer.filter(|size| *size > 0).map_or(PACKET, |size| size.min(PACKET))
    }
}

impl Cct<'_> {
    /// Waits at most `patience` for a board to get power, and asks what it has. The handshake is said all the time: the ROM
    /// listens for it once, for a short time.
    ///
    /// # Errors
    /// When none answers in time, and when the line fails.
    pub fn connect(&mut self, patience: Duration) -> Result<Board, Error> {
        self.begin(StepId::FIND, "mask ROM");
        self.watch.wait("a TH1520 to get power with its download button held", patience);
        self.meet(patience, PACE)
    }

    /// Waits for the image writer that was started.
    pub(super) fn meet_writer(&mut self, patience: Duration) -> Result<Board, Error> {
        self.watch.wait("the image writer", patience);
        self.meet(patience, WRITER)
    }

    fn meet(&mut self, patience: Duration, pace: Duration) -> Result<Board, Error> {
        self.shake_hands(patience, pace).map_err(|cause| self.error(cause))?;
        self.ask()
    }

    /// Says the handshake until it is answered.
    fn shake_hands(&mut self, patience: Duration, pace: Duration) -> Result<(), Cause> {
        let (mut spent, mut tail, mut talks) = (Duration::ZERO, Vec::new(), false);
        let byte = byte_time(self.link.baud());
        while spent < patience {
            self.link.pause(Duration::ZERO)?;
            self.write(&CONNECT)?;
            let mut buf = [0; 64];
            let heard = self.link.read(&mut buf, pace)?;
            spent += byte * (CONNECT.len() + heard.count) as u32 + heard.waited;
            talks |= heard.count > 0;
            tail.extend_from_slice(&buf[..heard.count]);
            if tail.windows(CONNECTED.len()).any(|four| four == CONNECTED) {
                return self.drain(QUIET);
            }
            // What begins an answer is kept.
            tail.drain(..tail.len().saturating_sub(CONNECTED.len() - 1));
        }
        Err(if talks { Cause::Talks } else { Cause::Silent })
    }

    /// What answers, and what it has. Answers have no sum: they are asked for until the same comes twice.
    fn ask(&mut self) -> Result<Board, Error> {
        let first = self.ask_once()?;
        match self.ask_once()? == first {
            true => Ok(first),
            false => Err(self.error(Cause::Garbage)),
        }
    }

    fn ask_once(&mut self) -> Result<Board, Error> {
        let said = self.say(Command::Version, 0, &[], QUICK);
        let (version, _) = said.map_err(|cause| self.error(cause))?;
        if matches!(version, WRONG_ORDER..=UNKNOWN) {
            return Err(self.error(Cause::Refused(Command::Version, version)));
        }
        let list = self.command(Command::Memories, &[], QUICK)?;
        let memories = Memory::list(&list).ok_or_else(|| self.error(Cause::Garbage))?;
        Ok(Board { version, memories })
    }
}
