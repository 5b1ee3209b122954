//! SPI0 as operations: bursts of at most a FIFO's 64 bytes while the chip select, which is set by hand, stays low.
//!
//! The FIFOs are written and read by words, four bytes each, the first in the lowest bits: what Linux's DMA does with them.

use super::super::agent::{Agent, Fifo, Op, Script};
use crate::chips::{Spi, SpiStyle};

/// Bytes of a FIFO.
pub(in crate::host) const FIFO: u32 = 64;
/// The longest that a burst may take, in milliseconds.
const PROMPT: u32 = 100;
/// What the agent is told of a FIFO that has room for, or has, all that is moved: bursts see to that.
const PLENTY: u32 = 0x3fff << 17;

/// Registers by style.
#[derive(Clone, Copy)]
pub(in crate::host) struct Registers {
    pub(in crate::host) style: SpiStyle,
    base: u32,
}

impl Registers {
    pub(in crate::host) fn of(spi: &Spi) -> Self {
        Self { style: spi.style, base: spi.base }
    }

    fn at(self, first: u32, others: u32) -> u32 {
        self.base + if self.style == SpiStyle::First { first } else { others }
    }

    fn received(self) -> u32 {
        self.at(0x00, 0x300)
    }

    fn sent(self) -> u32 {
        self.at(0x04, 0x200)
    }

    /// Enables; of the first style it is control.
    pub(in crate::host) fn global(self) -> u32 {
        self.at(0x08, 0x04)
    }

    pub(in crate::host) fn control(self) -> u32 {
        self.base + 0x08
    }

    pub(in crate::host) fn divider(self) -> u32 {
        self.at(0x1c, 0x24)
    }

    fn levels(self) -> u32 {
        self.at(0x28, 0x1c)
    }

    /// Empties both FIFOs.
    fn clear(self) -> Op {
        match self.style {
            SpiStyle::First => Op::Change(self.control(), 0, 1 << 9 | 1 << 8),
            _ => Op::Change(self.base + 0x18, 0, 1 << 31 | 1 << 15),
        }
    }

    /// Lengths of a burst: of all, and of what is sent from the FIFO.
    fn lengths(self, all: u32, own: u32) -> impl Iterator<Item = Op> {
        let others = (self.style != SpiStyle::First).then(|| Op::Write(self.base + 0x38, own));
        let lengths = [Op::Write(self.at(0x20, 0x30), all), Op::Write(self.at(0x24, 0x34), own)];
        lengths.into_iter().chain(others)
    }

    /// Control with the chip select by hand; mode 3, as after a reset.
    pub(in crate::host) fn select(self, is_low: bool) -> u32 {
        match self.style {
            // Enabled, as a master, which pauses where a FIFO is full or empty.
            SpiStyle::First => 0x1c | 3 | 1 << 18 | 1 << 16 | u32::from(!is_low) << 17,
            SpiStyle::Second => 0x07 | 1 << 6 | u32::from(!is_low) << 7,
            // Sampling for rates up to 24 MHz.
            SpiStyle::Third => 0x07 | 1 << 13 | 1 << 6 | u32::from(!is_low) << 7,
        }
    }

    fn exchange(self) -> u32 {
        if self.style == SpiStyle::First { 1 << 10 } else { 1 << 31 }
    }
}

/// What the agent is told of SPI0. It waits for nothing there, so that nothing else is looked at.
pub(in crate::host) fn fifo(spi: &Spi) -> Fifo {
    let registers = Registers::of(spi);
    Fifo {
        timer: spi.timer,
        data: registers.received(),
        status: None,
        events: spi.timer,
        errors: 0,
        when_zero: 0,
        burst: PLENTY,
    }
}

/// A script under way.
pub(in crate::host) struct Bus {
    registers: Registers,
    /// Where the agent has its FIFO's address.
    fifo: u32,
    script: Script,
    /// Lengths and the FIFO as they are set.
    lengths: Option<(u32, u32)>,
    direction: Option<u32>,
}

impl Bus {
    pub(in crate::host) fn new(agent: &Agent, spi: &Spi, name: &'static str) -> Self {
        let registers = Registers::of(spi);
        let script = Script::new(name);
        let mut bus =
            Self { registers, fifo: agent.fifo(), script, lengths: None, direction: None };
        bus.deselect();
        bus
    }

    pub(in crate::host) fn script(self) -> Script {
        self.script
    }

    pub(in crate::host) fn push(&mut self, op: Op) {
        self.script.push(op);
    }

    /// Unpacks data in memory.
    pub(in crate::host) fn unpack(&mut self, at: u32, packed: u32, to: u32, bytes: u32) {
        self.push(Op::Unpack(at, packed, to, bytes));
    }

    /// Where what follows begins, to be repeated.
    pub(in crate::host) fn mark(&mut self) -> u32 {
        (self.lengths, self.direction) = (None, None);
        self.script.len() as u32
    }

    /// Repeats all from a mark on.
    pub(in crate::host) fn repeat(&mut self, mark: u32, times: u32) {
        self.push(Op::Repeat(self.script.len() as u32 - mark, times));
    }

    fn select(&mut self) {
        self.push(Op::Write(self.registers.control(), self.registers.select(true)));
    }

    pub(in crate::host) fn deselect(&mut self) {
        self.push(Op::Write(self.registers.control(), self.registers.select(false)));
    }

    fn lengths(&mut self, all: u32, own: u32) {
        if self.lengths.replace((all, own)) != Some((all, own)) {
            self.script.extend(self.registers.lengths(all, own));
        }
    }

    /// A burst, until all of it has arrived.
    fn burst(&mut self, bytes: u32) {
        let registers = self.registers;
        let value = registers.select(true) | registers.exchange();
        self.push(Op::Write(registers.control(), value));
        self.push(Op::Poll(registers.levels(), 0x7f, bytes, PROMPT));
    }

    fn through(&mut self, register: u32) {
        if self.direction.replace(register) != Some(register) {
            self.push(Op::Write(self.fifo, register));
        }
    }

    /// Selects the flash, and sends a command of up to 64 bytes.
    pub(in crate::host) fn begin(&mut self, bytes: &[u8]) {
        self.select();
        self.push(self.registers.clear());
        for word in bytes.chunks(4) {
            let word = word.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte));
            self.push(Op::Write(self.registers.sent(), word));
        }
        self.lengths(bytes.len() as u32, bytes.len() as u32);
        self.burst(bytes.len() as u32);
        self.push(self.registers.clear());
    }

    /// A command without data.
    pub(in crate::host) fn command(&mut self, bytes: &[u8]) {
        self.begin(bytes);
        self.deselect();
    }

    /// Selects the flash, and sends a command and its data from memory. Each of its parts is `step` bytes farther when it
    /// is repeated.
    pub(in crate::host) fn send(&mut self, at: u32, bytes: u32, step: u32) {
        self.select();
        for part in (0..bytes).step_by(FIFO as usize) {
            let length = (bytes - part).min(FIFO);
            self.push(self.registers.clear());
            self.lengths(length, length);
            self.through(self.registers.sent());
            self.push(Op::Put(at + part, length.div_ceil(4), PROMPT));
            self.push(Op::Step(1, 1, step));
            self.burst(length);
        }
        self.push(self.registers.clear());
        self.deselect();
    }

    /// A command with the number of a page. Each time it is repeated, `step` is added to its word, whose highest byte is the
    /// lowest of the number: nothing is carried from there.
    pub(in crate::host) fn page_command(&mut self, opcode: u8, page: u32, step: u32) {
        self.select();
        self.push(self.registers.clear());
        let [_, number @ ..] = page.to_be_bytes();
        let word = u32::from_le_bytes([opcode, number[0], number[1], number[2]]);
        self.push(Op::Write(self.registers.sent(), word));
        if step > 0 {
            self.push(Op::Step(1, 2, step));
        }
        self.lengths(4, 4);
        self.burst(4);
        self.push(self.registers.clear());
        self.deselect();
    }

    /// Data after a command, whole bursts of them, from memory that is farther by so many bytes when this is repeated.
    pub(in crate::host) fn send_bursts(&mut self, at: u32, bytes: u32) {
        self.through(self.registers.sent());
        self.lengths(FIFO, FIFO);
        let start = self.script.len() as u32;
        self.push(self.registers.clear());
        self.push(Op::Put(at, FIFO / 4, PROMPT));
        self.push(Op::Step(1, 1, FIFO));
        self.burst(FIFO);
        self.repeat(start, bytes / FIFO);
        self.push(self.registers.clear());
        self.deselect();
    }

    /// Four bytes that a command is answered with, into memory: the next word when this is repeated.
    pub(in crate::host) fn keep(&mut self, command: &[u8], at: u32) {
        self.begin(command);
        self.through(self.registers.received());
        self.lengths(4, 0);
        self.burst(4);
        self.push(Op::Get(at, 1, PROMPT));
        self.push(Op::Step(1, 1, 4));
        self.deselect();
    }

    /// Bytes into memory, whole words of them.
    pub(in crate::host) fn receive(&mut self, at: u32, bytes: u32) {
        self.through(self.registers.received());
        let (times, rest) = (bytes / FIFO, bytes % FIFO);
        if times > 0 {
            self.lengths(FIFO, 0);
            let start = self.script.len() as u32;
            self.burst(FIFO);
            self.push(Op::Get(at, FIFO / 4, PROMPT));
            self.push(Op::Step(1, 1, FIFO));
            self.repeat(start, times);
        }
        self.receive_rest(at + times * FIFO, rest);
    }

    fn receive_rest(&mut self, at: u32, bytes: u32) {
        if bytes > 0 {
            self.lengths(bytes.next_multiple_of(4), 0);
            self.burst(bytes.next_multiple_of(4));
            self.push(Op::Get(at, bytes.div_ceil(4), PROMPT));
        }
    }

    /// Goes on with the running sum, over the whole words of some bytes, which pass through 64 bytes at `at`. What is left
    /// over, up to three bytes, is a result.
    pub(in crate::host) fn sum(&mut self, at: u32, bytes: u32) {
        self.through(self.registers.received());
        let (times, rest) = (bytes / FIFO, bytes % FIFO);
        if times > 0 {
            self.lengths(FIFO, 0);
            let start = self.script.len() as u32;
            self.burst(FIFO);
            self.push(Op::Get(at, FIFO / 4, PROMPT));
            self.push(Op::Sum(at, FIFO / 4));
            self.repeat(start, times);
        }
        if rest > 0 {
            self.receive_rest(at, rest);
            self.push(Op::Sum(at, rest / 4));
        }
        if rest % 4 > 0 {
            self.push(Op::Read(at + rest / 4 * 4));
        }
    }

    /// Four bytes that a command is answered with, as a result.
    pub(in crate::host) fn answer(&mut self) {
        self.lengths(4, 0);
        self.burst(4);
        self.push(Op::Read(self.registers.received()));
    }

    /// Asks with a command of up to three bytes until none of some bits of the answer's first byte is set, each time after
    /// some microseconds.
    pub(in crate::host) fn wait(&mut self, command: &[u8], bits: u8, pause: u32, times: u32) {
        let mut bytes = [0; 4];
        bytes[..command.len()].copy_from_slice(command);
        let start = self.mark();
        self.push(Op::Delay(pause));
        self.select();
        self.push(self.registers.clear());
        self.push(Op::Write(self.registers.sent(), u32::from_le_bytes(bytes)));
        self.lengths(4, 4);
        self.burst(4);
        self.deselect();
        let operations = self.script.len() as u32 - start;
        let bits = u32::from(bits) << (8 * command.len());
        self.push(Op::While(self.registers.received(), bits, operations, times));
    }
}
