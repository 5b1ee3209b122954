//! What compilers use beside data processing: parts of registers, turned words, divisions.

use super::{Arm, Done, Halt, PC, field};

impl Arm {
    pub(super) fn media(&mut self, word: u32) -> Done {
        if !self.cp15.is_v7() {
            return Err(Halt::Undefined);
        }
        let whole = self.operand(field(word, 0));
        match word & 0x0fff_0ff0 {
            0x06bf_0f30 => return self.set_operand(field(word, 12), whole?.swap_bytes()),
            0x06ff_0f30 => return self.set_operand(field(word, 12), whole?.reverse_bits()),
            0x06bf_0fb0 => {
                let turned = whole?.swap_bytes().rotate_left(16);
                return self.set_operand(field(word, 12), turned);
            }
            0x06ff_0fb0 => {
                let half = (whole? as u16).swap_bytes() as i16;
                return self.set_operand(field(word, 12), half as u32);
            }
            _ => {}
        }
        match word & 0x0ff0_03f0 {
            0x06a0_0070 => return self.extend(word, |value| value as i8 as u32),
            0x06b0_0070 => return self.extend(word, |value| value as i16 as u32),
            0x06e0_0070 => return self.extend(word, |value| value & 0xff),
            0x06f0_0070 => return self.extend(word, |value| value & 0xffff),
            _ => {}
        }
        match word & 0x0fe0_0070 {
            0x07a0_0050 => self.extract(word, true),
            0x07e0_0050 => self.extract(word, false),
            0x07c0_0010 => self.insert(word),
            _ => self.divide(word),
        }
    }

    /// `sxtb` and the like, and those that add a register.
    fn extend(&mut self, word: u32, part: fn(u32) -> u32) -> Done {
        let value = self.operand(field(word, 0))?.rotate_right(word >> 7 & 0x18);
        let base = if field(word, 16) == PC { 0 } else { self.registers.get(field(word, 16)) };
        self.set_operand(field(word, 12), base.wrapping_add(part(value)))
    }

    /// `sbfx` and `ubfx`.
    fn extract(&mut self, word: u32, signed: bool) -> Done {
        let (lowest, width) = (word >> 7 & 0x1f, (word >> 16 & 0x1f) + 1);
        if lowest + width > 32 {
            return Err(Halt::Undefined);
        }
        let top = self.operand(field(word, 0))? << (32 - lowest - width);
        let value =
            if signed { ((top as i32) >> (32 - width)) as u32 } else { top >> (32 - width) };
        self.set_operand(field(word, 12), value)
    }

    /// `bfi`, and `bfc`, which inserts zeros.
    fn insert(&mut self, word: u32) -> Done {
        let (lowest, highest) = (word >> 7 & 0x1f, word >> 16 & 0x1f);
        if highest < lowest {
            return Err(Halt::Undefined);
        }
        let mask = (u32::MAX >> (31 - highest)) & (u32::MAX << lowest);
        let value = if field(word, 0) == PC { 0 } else { self.registers.get(field(word, 0)) };
        let old = self.operand(field(word, 12))?;
        self.set_operand(field(word, 12), old & !mask | value << lowest & mask)
    }

    /// `sdiv` and `udiv`; a division by zero gives zero. A Cortex-A8 has none.
    fn divide(&mut self, word: u32) -> Done {
        let (kind, a, b) = (word & 0x0ff0_f0f0, field(word, 0), field(word, 8));
        if !self.cp15.divides() || !matches!(kind, 0x0710_f010 | 0x0730_f010) {
            return Err(Halt::Undefined);
        }
        let (a, b) = (self.operand(a)?, self.operand(b)?);
        let quotient = match b {
            0 => 0,
            _ if kind == 0x0710_f010 => (a as i32).wrapping_div(b as i32) as u32,
            _ => a / b,
        };
        self.set_operand(field(word, 16), quotient)
    }
}
