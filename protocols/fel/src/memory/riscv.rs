//! A processor that executes RV64IMC in machine mode, one instruction a step, without traps, interrupts and a cache of data.
//!
//! Encodings and behaviour: The RISC-V Instruction Set Manual, volume I (20191213). Registers of control and the
//! instruction cache: T-Head's manual of the C906. Stricter than that core: data that are not aligned are a fault, and of
//! the registers of control only those are known that payloads use.

mod alu;
mod compressed;
mod control;
mod run;
mod transfer;

use alloc::{collections::BTreeMap, format};

use super::bus::{Bus, Halt};
use crate::engine::State;
use control::Control;

/// Bytes of an instruction cache's line (C906).
const LINE: u32 = 64;
/// Lines that are found at once.
const RECENT: usize = 16;
/// No region of memory begins or ends within such a piece.
const PAGE: u32 = 4096;

type Done = Result<(), Halt>;

/// The processor.
pub(super) struct Hart {
    registers: [u64; 32],
    pc: u64,
    /// Where the next instruction is.
    next: u64,
    /// The instruction at the program counter, as it is in memory.
    word: u32,
    control: Control,
    /// Something else than the registers has changed since this was last cleared.
    has_acted: bool,
    lines: Lines,
}

type Line = [u8; LINE as usize];

/// The lines of the instruction cache. None is ever replaced, as they are on silicon.
struct Lines {
    /// By address.
    all: BTreeMap<u32, Line>,
    /// Those that were used last, each with its address.
    last: [Option<(u32, Line)>; RECENT],
}

impl Lines {
    fn new() -> Self {
        Self { all: BTreeMap::new(), last: [None; RECENT] }
    }

    fn clear(&mut self) {
        *self = Self::new();
    }

    /// The line that begins at `start`; it is fetched where it is not there.
    fn line(&mut self, start: u32, bus: &mut impl Bus) -> &Line {
        let place = &mut self.last[(start / LINE) as usize % RECENT];
        if place.is_none_or(|(at, _)| at != start) {
            let line = self.all.entry(start).or_insert_with(|| fetched(start, bus));
            *place = Some((start, *line));
        }
        &place.as_ref().expect("it was set above").1
    }
}

fn fetched(start: u32, bus: &mut impl Bus) -> Line {
    let mut line = [0; LINE as usize];
    for (place, at) in line.chunks_exact_mut(4).zip((start..).step_by(4)) {
        // What cannot be fetched is not executed either.
        place.copy_from_slice(&bus.fetch(at).unwrap_or(0).to_le_bytes());
    }
    line
}

impl Hart {
    pub(super) fn new() -> Self {
        Self {
            registers: [0; 32],
            pc: 0,
            next: 0,
            word: 0,
            control: Control::default(),
            has_acted: false,
            lines: Lines::new(),
        }
    }

    fn get(&self, index: usize) -> u64 {
        self.registers[index]
    }

    fn set(&mut self, index: usize, value: u64) {
        if index != 0 {
            self.registers[index] = value;
        }
    }

    /// Executes one instruction.
    fn step(&mut self, bus: &mut impl Bus) -> Done {
        let word = self.fetch(bus)?;
        let is_long = word & 3 == 3;
        self.word = if is_long { word } else { word & 0xffff };
        self.next = self.pc.wrapping_add(if is_long { 4 } else { 2 });
        let word = match is_long {
            true => word,
            false => compressed::expanded(word as u16).ok_or(Halt::Undefined)?,
        };
        self.execute(word, bus)?;
        self.pc = self.next;
        Ok(())
    }

    /// The instruction at the program counter, and what follows where it has two bytes.
    fn fetch(&mut self, bus: &mut impl Bus) -> Result<u32, Halt> {
        let at = address(self.pc)?;
        let word = bus.fetch(at)?;
        let size = if word & 3 == 3 { 4 } else { 2 };
        if at % PAGE + size > PAGE {
            bus.fetch(at.wrapping_add(2))?;
        }
        self.check_cached(at, word as u16, bus)?;
        if size == 4 {
            self.check_cached(at.wrapping_add(2), (word >> 16) as u16, bus)?;
        }
        Ok(word)
    }

    /// Whether the instruction cache has these two bytes. What is written goes past it.
    fn check_cached(&mut self, at: u32, half: u16, bus: &mut impl Bus) -> Done {
        let start = at & !(LINE - 1);
        let place = (at - start) as usize;
        let line = self.lines.line(start, bus);
        match line[place..place + 2] == half.to_le_bytes() {
            true => Ok(()),
            false => Err(Halt::Stale(at)),
        }
    }

    fn execute(&mut self, word: u32, bus: &mut impl Bus) -> Done {
        match word & 0x7f {
            0x37 => self.set(rd(word), upper(word)),
            0x17 => self.set(rd(word), self.pc.wrapping_add(upper(word))),
            0x6f => self.jump(rd(word), self.pc.wrapping_add(jump_offset(word))),
            0x67 if function(word) == 0 => {
                self.jump(rd(word), self.get(rs1(word)).wrapping_add(immediate(word)) & !1);
            }
            0x63 => return self.branch(word),
            0x03 => return self.load(word, bus),
            0x23 => return self.store(word, bus),
            0x13 => return self.immediate(word),
            0x1b => return self.immediate_of_32(word),
            0x33 => return self.register(word),
            0x3b => return self.register_of_32(word),
            // fence: one hart and no cache of data see everything in its order.
            0x0f if function(word) == 0 => {}
            // fence.i
            0x0f if function(word) == 1 => self.lines.clear(),
            0x73 => return self.system(word),
            _ => return Err(Halt::Undefined),
        }
        Ok(())
    }

    fn jump(&mut self, link: usize, target: u64) {
        self.set(link, self.next);
        self.next = target;
    }

    fn branch(&mut self, word: u32) -> Done {
        let (left, right) = (self.get(rs1(word)), self.get(rs2(word)));
        let is_taken = match function(word) {
            0 => left == right,
            1 => left != right,
            4 => (left as i64) < right as i64,
            5 => left as i64 >= right as i64,
            6 => left < right,
            7 => left >= right,
            _ => return Err(Halt::Undefined),
        };
        if is_taken {
            self.next = self.pc.wrapping_add(branch_offset(word));
        }
        Ok(())
    }
}

/// An address on the bus.
fn address(value: u64) -> Result<u32, Halt> {
    u32::try_from(value)
        .map_err(|_| Halt::Board(State::Lost, format!("access fault: nothing is at {value:#018x}")))
}

fn rd(word: u32) -> usize {
    (word >> 7 & 0x1f) as usize
}

fn rs1(word: u32) -> usize {
    (word >> 15 & 0x1f) as usize
}

fn rs2(word: u32) -> usize {
    (word >> 20 & 0x1f) as usize
}

fn function(word: u32) -> u32 {
    word >> 12 & 7
}

/// 32 bits with their sign.
fn signed(word: u32) -> u64 {
    word as i32 as u64
}

/// The immediate of loads, of `jalr` and of operations.
fn immediate(word: u32) -> u64 {
    (word as i32 >> 20) as u64
}

fn store_offset(word: u32) -> u64 {
    (word as i32 >> 25 << 5) as u64 | u64::from(word >> 7 & 0x1f)
}

fn upper(word: u32) -> u64 {
    signed(word & 0xffff_f000)
}

fn branch_offset(word: u32) -> u64 {
    let high = (word as i32 >> 31 << 12) as u64;
    high | u64::from((word >> 7 & 1) << 11 | (word >> 25 & 0x3f) << 5 | (word >> 8 & 0xf) << 1)
}

fn jump_offset(word: u32) -> u64 {
    let high = (word as i32 >> 31 << 20) as u64;
    let low = word & 0x000f_f000 | (word >> 20 & 1) << 11 | (word >> 21 & 0x3ff) << 1;
    high | u64::from(low)
}

#[cfg(test)]
mod tests;
