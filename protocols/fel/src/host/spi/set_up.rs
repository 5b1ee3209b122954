//! From an SPI0 that nothing is known of to one that is ready for bursts, and back.

use alloc::vec::Vec;

use super::{
    super::{
        agent::{Op, Script},
        pins::functions,
    },
    bus::Registers,
};
use crate::chips::{Spi, SpiStyle};

/// Enabled, as a master, which pauses where a FIFO is full.
const ENABLED: u32 = 0x83;
const SOFT_RESET: u32 = 1 << 31;
/// The module clock: on, the 24 MHz oscillator's, undivided.
const OSCILLATOR: u32 = 1 << 31;
/// By two: 12 MHz, which is slow enough for any flash and for sampling without a delay.
const HALF: u32 = 1 << 12;
const PROMPT: u32 = 100;

/// Reads the pins' registers, to have them as they were at the end.
pub(in crate::host) fn look(spi: &Spi) -> Script {
    let mut script = Script::new("reading the pins of SPI0");
    script.extend(functions(&spi.pins).map(|(at, ..)| Op::Read(at)));
    script
}

/// Gives the pins the functions that they had.
pub(in crate::host) fn leave(spi: &Spi, found: &[u32]) -> Script {
    let mut script = Script::new("giving back the pins of SPI0");
    let fields = functions(&spi.pins).zip(found);
    script.extend(fields.map(|((at, mask, _), old)| Op::Change(at, mask, old & mask)));
    script
}

/// All that is needed before the first burst.
pub(in crate::host) fn set_up(spi: &Spi) -> Script {
    let mut script = Script::new("setting up SPI0");
    script.extend(functions(&spi.pins).map(|(at, clear, set)| Op::Change(at, clear, set)));
    script.extend(spi.reset.map(|bit| Op::Change(bit.register, 0, bit.mask)));
    script.push(Op::Change(spi.gate.register, 0, spi.gate.mask));
    script.push(Op::Write(spi.clock, OSCILLATOR));
    script.extend(controller(spi));
    script
}

fn controller(spi: &Spi) -> Vec<Op> {
    let registers = Registers::of(spi);
    let mut ops = Vec::new();
    if spi.style != SpiStyle::First {
        ops.push(Op::Write(registers.global(), SOFT_RESET | ENABLED));
        ops.push(Op::Poll(registers.global(), SOFT_RESET, 0, PROMPT));
    }
    if spi.style != SpiStyle::Third {
        ops.push(Op::Write(registers.divider(), HALF));
    }
    ops.push(Op::Write(registers.control(), registers.select(false)));
    ops
}

/// Brings the controller back after an error.
pub(in crate::host) fn recover(spi: &Spi) -> Script {
    let mut script = Script::new("resetting SPI0");
    script.extend(controller(spi));
    script
}
