//! A storage port: what is set up before the first command, and a command as operations.
//!
//! Register facts: U-Boot at commit 6073c36b2c8 (drivers/mmc/sunxi_mmc.[ch]); the clock is the 24 MHz oscillator's, so that
//! no PLL matters.

use alloc::{vec, vec::Vec};

use super::super::{
    agent::{ERRORS, Op, Script},
    pins::connect,
};
use crate::chips::Mmc;

const CONTROL: u32 = 0x00;
const CLOCK: u32 = 0x04;
const TIMEOUT: u32 = 0x08;
const WIDTH: u32 = 0x0c;
const BLOCK_SIZE: u32 = 0x10;
const BYTES: u32 = 0x14;
const COMMAND: u32 = 0x18;
const ARGUMENT: u32 = 0x1c;
const RESPONSE: u32 = 0x20;
const MASK: u32 = 0x30;
const EVENTS: u32 = 0x38;
const STATUS: u32 = 0x3c;
const CARD_RESET: u32 = 0x78;
const THRESHOLD: u32 = 0x100;
const SAMPLING: u32 = 0x144;

/// CONTROL: all three resets, and that the FIFO is reached by the bus.
const RESETS: u32 = 7;
const BUS_ACCESS: u32 = 1 << 31;
/// CLOCK: the card's clock is on.
const CARD_CLOCK: u32 = 1 << 16;
/// SAMPLING: the delay is set by software, and is none.
const BY_SOFTWARE: u32 = 1 << 7;
/// THRESHOLD: 512 bytes, for writes and reads. Without it the H616's FIFO is not read (U-Boot).
const THRESHOLDS: u32 = 512 << 16 | 1 << 2 | 1;

const DONE: u32 = 1 << 2;
const DATA_OVER: u32 = 1 << 3;
const STOPPED: u32 = 1 << 14;
const BUSY: u32 = 1 << 9;

const START: u32 = 1 << 31;
const UPDATE: u32 = 1 << 21;
const INITIALISE: u32 = 1 << 15;
const WAIT: u32 = 1 << 13;
const AUTO_STOP: u32 = 1 << 12;
const WRITE: u32 = 1 << 10;
const DATA: u32 = 1 << 9;
const CHECK: u32 = 1 << 8;
const LONG: u32 = 1 << 7;
const RESPONDS: u32 = 1 << 6;

/// The longest that a command, and that a card's busy may take, in milliseconds.
const PROMPT: u32 = 500;
pub(super) const PATIENCE: u32 = 2500;

/// Bytes of a sector.
pub(super) const SECTOR: u32 = 512;

/// What a card answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    None,
    /// 32 bits with a checksum.
    Short,
    /// 32 bits, then it may be busy.
    Busy,
    /// 32 bits without a checksum.
    Bare,
    /// 128 bits.
    Long,
}

/// A command.
#[derive(Clone, Copy, Debug)]
pub(super) struct Command {
    pub(super) index: u32,
    pub(super) argument: u32,
    pub(super) answer: Answer,
    pub(super) name: &'static str,
}

/// Data that belong to a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// Sectors from the card.
    In(u32),
    /// Sectors to the card.
    Out(u32),
}

impl Command {
    pub(super) const fn new(index: u32, argument: u32, answer: Answer, name: &'static str) -> Self {
        Self { index, argument, answer, name }
    }

    fn word(&self, data: Option<Move>) -> u32 {
        let answer = match self.answer {
            Answer::None => 0,
            Answer::Short | Answer::Busy => RESPONDS | CHECK,
            Answer::Bare => RESPONDS,
            Answer::Long => RESPONDS | LONG | CHECK,
        };
        let data = match data {
            None => 0,
            Some(Move::In(1)) => DATA | WAIT,
            Some(Move::In(_)) => DATA | WAIT | AUTO_STOP,
            Some(Move::Out(1)) => DATA | WAIT | WRITE,
            Some(Move::Out(_)) => DATA | WAIT | WRITE | AUTO_STOP,
        };
        let first = if self.index == 0 { INITIALISE } else { 0 };
        START | answer | data | first | self.index
    }
}

/// What the rate of the card's clock is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rate {
    /// 400 kHz, until the card is known.
    Slow,
    /// 24 MHz.
    Fast,
}

/// All that a port needs before its first command.
pub(super) fn set_up(mmc: &Mmc) -> Script {
    let mut script = Script::new("setting up the storage controller");
    script.extend(connect(&mmc.pins));
    script.extend(mmc.reset.map(|bit| Op::Change(bit.register, 0, bit.mask)));
    script.push(Op::Change(mmc.gate.register, 0, mmc.gate.mask));
    // The controller's own registers are clocked by the module.
    script.push(Op::Write(mmc.clock, mmc.rates[Rate::Slow as usize]));
    script.push(Op::Write(mmc.base + CONTROL, RESETS));
    script.push(Op::Poll(mmc.base + CONTROL, RESETS, 0, PROMPT));
    if mmc.newer {
        script.push(Op::Write(mmc.base + CARD_RESET, 0)).push(Op::Delay(10));
        script.push(Op::Write(mmc.base + CARD_RESET, 1)).push(Op::Delay(300));
        script.push(Op::Write(mmc.base + THRESHOLD, THRESHOLDS));
    }
    if mmc.calibrates {
        script.push(Op::Write(mmc.base + SAMPLING, BY_SOFTWARE));
    }
    script.push(Op::Write(mmc.base + MASK, 0));
    script.push(Op::Write(mmc.base + TIMEOUT, u32::MAX));
    script.push(Op::Write(mmc.base + WIDTH, 0));
    script.extend(rate(mmc, Rate::Slow));
    // Cards take 1 ms of power and 74 clocks before they listen.
    script.push(Op::Delay(2000));
    script
}

/// Changes the card's clock: it is off while the module's changes, and each step takes a command that updates it.
pub(super) fn rate(mmc: &Mmc, rate: Rate) -> Vec<Op> {
    let update = |ops: &mut Vec<Op>| {
        ops.push(Op::Write(mmc.base + COMMAND, START | UPDATE | WAIT));
        ops.push(Op::Poll(mmc.base + COMMAND, START, 0, PROMPT));
        ops.push(Op::Write(mmc.base + EVENTS, u32::MAX));
    };
    let mut ops = vec![Op::Write(mmc.base + CLOCK, 0)];
    update(&mut ops);
    ops.push(Op::Write(mmc.clock, mmc.rates[rate as usize]));
    ops.push(Op::Write(mmc.base + CLOCK, CARD_CLOCK));
    update(&mut ops);
    ops
}

/// Four data lines instead of one.
pub(super) fn four_lines(mmc: &Mmc) -> Op {
    Op::Write(mmc.base + WIDTH, 1)
}

/// A command without data. Its answer is among the results, lowest word first.
pub(super) fn command(script: &mut Script, mmc: &Mmc, command: &Command) {
    begin(script, mmc, command, None);
    script.push(Op::Await(mmc.base + EVENTS, DONE, ERRORS, PROMPT));
    if command.answer == Answer::Busy {
        script.push(Op::Poll(mmc.base + STATUS, BUSY, 0, PATIENCE));
    }
    let words = match command.answer {
        Answer::None => 0,
        Answer::Long => 4,
        _ => 1,
    };
    script.extend((0..words).map(|word| Op::Read(mmc.base + RESPONSE + 4 * word)));
}

/// A command with data: `transfers` are what moves them. The card's answer is among the results.
pub(super) fn data(
    script: &mut Script,
    mmc: &Mmc,
    command: &Command,
    moved: Move,
    transfers: impl IntoIterator<Item = Op>,
) {
    begin(script, mmc, command, Some(moved));
    script.extend(transfers);
    script.push(Op::Await(mmc.base + EVENTS, DONE, ERRORS, PROMPT));
    script.push(Op::Read(mmc.base + RESPONSE));
    script.push(Op::Await(mmc.base + EVENTS, DATA_OVER, ERRORS, PATIENCE));
    if let Move::In(2..) | Move::Out(2..) = moved {
        script.push(Op::Await(mmc.base + EVENTS, STOPPED, ERRORS, PATIENCE));
    }
    if let Move::Out(_) = moved {
        script.push(Op::Poll(mmc.base + STATUS, BUSY, 0, PATIENCE));
    }
}

fn begin(script: &mut Script, mmc: &Mmc, command: &Command, moved: Option<Move>) {
    script.name(command.name);
    script.push(Op::Write(mmc.base + EVENTS, u32::MAX));
    if let Some(Move::In(sectors) | Move::Out(sectors)) = moved {
        script.push(Op::Write(mmc.base + BLOCK_SIZE, SECTOR));
        script.push(Op::Write(mmc.base + BYTES, sectors * SECTOR));
        script.push(Op::Change(mmc.base + CONTROL, 0, BUS_ACCESS));
    }
    script.push(Op::Write(mmc.base + ARGUMENT, command.argument));
    script.push(Op::Write(mmc.base + COMMAND, command.word(moved)));
}

/// Brings the controller back after an error: its FIFO is emptied, and its clock is that of before.
pub(super) fn recover(mmc: &Mmc) -> Script {
    let mut script = Script::new("resetting the storage controller");
    script.push(Op::Write(mmc.base + CONTROL, RESETS));
    script.push(Op::Poll(mmc.base + CONTROL, RESETS, 0, PROMPT));
    script.push(Op::Write(mmc.base + COMMAND, START | UPDATE | WAIT));
    script.push(Op::Poll(mmc.base + COMMAND, START, 0, PROMPT));
    script.push(Op::Write(mmc.base + EVENTS, u32::MAX));
    script
}
