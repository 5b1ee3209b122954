//! Memory: written, summed and started.

use core::time::Duration;

use link::StepId;

use super::{Board, Cause, Cct, Error, conversation::QUICK};
use crate::wire::{self, Command, DIFFERS, DONE, Kind, MORE, Memory, Packet, WIDE};

/// The longest that the image writer may take for a command that may erase or read all of the flash: Milk-V has people give the
/// vendor's client as long.
const FLASH: Duration = Duration::from_secs(1200);
/// The longest that it may take for a packet: a block is erased in 2 s, by data sheets, and two pages are written.
const WRITES: Duration = Duration::from_secs(30);
/// The longest that the image writer may take to start.
const STARTS: Duration = Duration::from_secs(20);

impl Cct<'_> {
    /// Sends the vendor's image writer to SRAM, has it summed, starts it, and asks it what it has.
    ///
    /// # Errors
    /// When it does not fit, arrives damaged or does not answer, when the board refuses, and when the line fails.
    pub fn start_writer(&mut self, board: &Board, writer: &[u8]) -> Result<Board, Error> {
        self.begin(StepId::START, "image writer");
        let ram = board.memory(Kind::Ram).copied();
        let ram = ram.ok_or_else(|| self.error(Cause::NoMemory("SRAM")))?;
        self.download(board, &ram, 0, writer)?;
        let whole = self.holds(&ram, 0, writer)?;
        self.begin(StepId::START, "image writer");
        if !whole {
            return Err(self.error(Cause::Differs { at: 0, length: writer.len() as u32 }));
        }
        self.command(Command::Run, &wire::RUN, QUICK)?;
        self.meet_writer(STARTS)
    }

    /// Writes bytes to a memory, in one download. The image writer erases what it has to; how much around them is not known.
    ///
    /// # Errors
    /// When they do not fit, when the memory is fuses, when the board refuses, and when the line fails.
    pub fn download(
        &mut self,
        board: &Board,
        memory: &Memory,
        offset: u32,
        bytes: &[u8],
    ) -> Result<(), Error> {
        self.begin(StepId::WRITE, "writing");
        self.require_room(memory, offset, bytes)?;
        let long = is_flash(memory);
        let command = if board.version < WIDE { Command::Begin } else { Command::BeginWide };
        let place = wire::place(memory, offset, bytes.len() as u32);
        self.command(command, &place, if long { FLASH } else { QUICK })?;
        // There is no word for a packet that is the only one.
        let most = board.packet().min(bytes.len().div_ceil(2));
        let last = bytes.len().div_ceil(most) - 1;
        for (index, piece) in bytes.chunks(most).enumerate() {
            let (packet, limit) = match index {
                0 => (Packet::First, if long { FLASH } else { QUICK }),
                _ if index == last => (Packet::Last, if long { FLASH } else { QUICK }),
                _ => (Packet::Middle, if long { WRITES } else { QUICK }),
            };
            self.packet(packet, piece, limit)?;
            self.watch.advance(piece.len() as u64);
        }
        Ok(())
    }

    fn packet(&mut self, packet: Packet, bytes: &[u8], limit: Duration) -> Result<(), Error> {
        let said = self.say(Command::Data, packet as u8, bytes, limit);
        match said.map_err(|cause| self.error(cause))? {
            (MORE | DONE, _) => Ok(()),
            (result, _) => Err(self.error(Cause::Refused(Command::Data, result))),
        }
    }

    /// Whether a memory holds these bytes at `offset`: the board sums what is there, with 32 bits. That does not notice bytes
    /// that have changed places.
    ///
    /// # Errors
    /// When the board refuses, and when the line fails.
    pub fn holds(&mut self, memory: &Memory, offset: u32, bytes: &[u8]) -> Result<bool, Error> {
        self.begin(StepId::VERIFY, "sum");
        let limit = if is_flash(memory) { FLASH } else { QUICK };
        let payload = wire::verify(memory, offset, bytes.len() as u32, wire::sum(bytes));
        let said = self.say(Command::Verify, 0, &payload, limit);
        match said.map_err(|cause| self.error(cause))? {
            (DONE, _) => Ok(true),
            (DIFFERS, _) => Ok(false),
            (result, _) => Err(self.error(Cause::Refused(Command::Verify, result))),
        }
    }

    fn require_room(&self, memory: &Memory, offset: u32, bytes: &[u8]) -> Result<(), Error> {
        let end = u64::from(offset) + bytes.len() as u64;
        match memory.kind {
            Kind::Ram | Kind::SpiFlash | Kind::QspiFlash => {}
            _ => return Err(self.error(Cause::NoMemory("memory of that kind that is written"))),
        }
        match bytes.len() {
            0 | 1 => Err(self.error(Cause::Short)),
            _ if end > u64::from(memory.size) => Err(self.error(Cause::Room(end, memory.size))),
            _ => Ok(()),
        }
    }
}

fn is_flash(memory: &Memory) -> bool {
    memory.kind != Kind::Ram
}
