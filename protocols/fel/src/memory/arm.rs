//! A processor that executes A32, one instruction a step, without caches of data, interrupts, Thumb and floating point.
//!
//! Encodings and behaviour: ARM Architecture Reference Manual, ARMv7-A and ARMv7-R edition (ARM DDI 0406). What that
//! manual calls unpredictable is taken for undefined here: code that relies on it is not sound.

mod alu;
mod block;
mod cp15;
mod media;
mod multiply;
mod registers;
mod shifter;
mod status;
mod transfer;

use alloc::collections::BTreeMap;

pub(super) use cp15::Cp15;
pub(super) use registers::{Registers, SUPERVISOR};

use super::bus::{Bus, Halt};

/// Words of an instruction cache's line (Cortex-A7: 32 bytes).
const LINE: u32 = 8;
pub(super) const SP: usize = 13;
pub(super) const LR: usize = 14;
const PC: usize = 15;

/// The processor.
pub(super) struct Arm {
    pub(super) registers: Registers,
    pub(super) cp15: Cp15,
    /// The instruction at the program counter.
    pub(super) word: u32,
    /// Where the next one is.
    next: u32,
    /// Something else than the registers has changed since this was last cleared.
    pub(super) has_acted: bool,
    /// The lines of the instruction cache, by address.
    lines: BTreeMap<u32, [u32; LINE as usize]>,
}

type Done = Result<(), Halt>;

impl Arm {
    pub(super) fn new(cp15: Cp15) -> Self {
        Self {
            registers: Registers::new(),
            cp15,
            word: 0,
            next: 0,
            has_acted: false,
            lines: BTreeMap::new(),
        }
    }

    /// Executes one instruction.
    pub(super) fn step(&mut self, bus: &mut impl Bus) -> Done {
        let pc = self.registers.pc();
        self.word = self.fetch(pc, bus)?;
        self.next = pc.wrapping_add(4);
        self.execute(self.word, bus)?;
        self.registers.set_pc(self.next);
        Ok(())
    }

    /// With the MMU on, what boot ROMs and hosts map of SRAM is not cacheable, for instructions neither.
    fn fetch(&mut self, address: u32, bus: &mut impl Bus) -> Result<u32, Halt> {
        let word = bus.fetch(address)?;
        if !self.cp15.caches_code() {
            return Ok(word);
        }
        let start = address & !(4 * LINE - 1);
        let line = match self.lines.get(&start) {
            Some(line) => *line,
            None => {
                let mut line = [0; LINE as usize];
                for (place, at) in line.iter_mut().zip((start..).step_by(4)) {
                    *place = bus.fetch(at)?;
                }
                self.lines.insert(start, line);
                line
            }
        };
        let cached = line[(address - start) as usize / 4];
        if cached == word { Ok(word) } else { Err(Halt::Stale(address)) }
    }

    fn execute(&mut self, word: u32, bus: &mut impl Bus) -> Done {
        if word >> 28 == 0xf {
            return self.unconditional(word);
        }
        if !self.registers.holds(word >> 28) {
            return Ok(());
        }
        match word >> 25 & 7 {
            0b000 => self.register_or_other(word, bus),
            0b001 => self.immediate(word),
            0b010 => self.transfer(word, bus),
            0b011 if !bit(word, 4) => self.transfer(word, bus),
            0b011 => self.media(word),
            0b100 => self.block(word, bus),
            0b101 => self.branch(word),
            0b111 if bit(word, 24) => Err(Halt::Supervisor),
            0b111 if bit(word, 4) => self.coprocessor(word, &*bus),
            _ => Err(Halt::Undefined),
        }
    }

    /// Data processing with a register, and all that is encoded where its shifts cannot be.
    fn register_or_other(&mut self, word: u32, bus: &mut impl Bus) -> Done {
        match (bit(word, 4), bit(word, 7), word >> 5 & 3) {
            (true, true, 0) => self.multiply(word),
            (true, true, _) => self.small_transfer(word, bus),
            // The tests without S: miscellaneous instructions.
            _ if word & 0x0190_0000 == 0x0100_0000 => self.miscellaneous(word, bus),
            (false, ..) => {
                let operand = self.shifted_by_immediate(word);
                self.data_processing(word, operand)
            }
            (true, false, _) => {
                let operand = self.shifted_by_register(word)?;
                self.data_processing(word, operand)
            }
        }
    }

    fn immediate(&mut self, word: u32) -> Done {
        match word >> 20 & 0x1f {
            0b1_0000 => self.move_half(word, false),
            0b1_0100 => self.move_half(word, true),
            0b1_0010 | 0b1_0110 => self.status_from_immediate(word),
            _ => {
                let operand = self.rotated_immediate(word);
                self.data_processing(word, operand)
            }
        }
    }

    fn miscellaneous(&mut self, word: u32, bus: &mut impl Bus) -> Done {
        match word & 0x0fff_fff0 {
            0x012f_ff10 => return self.branch_to(self.operand(field(word, 0))?),
            0x012f_ff30 => {
                let target = self.operand(field(word, 0))?;
                self.registers.set(LR, self.next);
                return self.branch_to(target);
            }
            0x0160_0070 if self.registers.is_privileged() => {
                self.has_acted = true;
                return bus.monitor();
            }
            _ => {}
        }
        match word & 0x0fff_0ff0 {
            0x016f_0f10 => self.count_zeros(word),
            _ => self.status(word),
        }
    }

    fn unconditional(&mut self, word: u32) -> Done {
        let is_preload = word & 0xff30_f000 == 0xf510_f000
            || word & 0xff70_f000 == 0xf450_f000
            || word & 0xff30_f010 == 0xf710_f000;
        match word {
            _ if word >> 25 == 0x7d => {
                let target = self.registers.pc().wrapping_add(8).wrapping_add(offset(word));
                Err(Halt::Thumb(target.wrapping_add(word >> 23 & 2)))
            }
            _ if is_preload => Ok(()),
            _ if !self.cp15.is_v7() => Err(Halt::Undefined),
            // clrex, and the barriers dsb, dmb and isb.
            0xf57f_f01f | 0xf57f_f040..=0xf57f_f06f => Ok(()),
            _ => self.change_state(word),
        }
    }

    fn branch(&mut self, word: u32) -> Done {
        if bit(word, 24) {
            self.registers.set(LR, self.next);
        }
        self.next = self.registers.pc().wrapping_add(8).wrapping_add(offset(word));
        Ok(())
    }

    /// Branches as `bx` does.
    fn branch_to(&mut self, target: u32) -> Done {
        match target & 3 {
            0 => {
                self.next = target;
                Ok(())
            }
            2 => Err(Halt::Undefined),
            _ => Err(Halt::Thumb(target & !1)),
        }
    }

    /// A register that must not be the program counter.
    fn operand(&self, index: usize) -> Result<u32, Halt> {
        if index == PC { Err(Halt::Undefined) } else { Ok(self.registers.get(index)) }
    }

    /// Writes a register that must not be the program counter.
    fn set_operand(&mut self, index: usize, value: u32) -> Done {
        if index == PC {
            return Err(Halt::Undefined);
        }
        self.registers.set(index, value);
        Ok(())
    }

    /// Writes a register; the program counter by a branch.
    fn set(&mut self, index: usize, value: u32) -> Done {
        if index == PC {
            return self.branch_to(value);
        }
        self.registers.set(index, value);
        Ok(())
    }
}

fn bit(word: u32, index: u32) -> bool {
    word >> index & 1 != 0
}

/// The register that is named at this bit.
fn field(word: u32, at: u32) -> usize {
    (word >> at & 0xf) as usize
}

/// Where a branch goes, from 8 bytes after it on.
fn offset(word: u32) -> u32 {
    (((word << 8) as i32) >> 6) as u32
}

#[cfg(test)]
mod tests;
