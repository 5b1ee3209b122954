//! Multiplications of whole registers.

use super::{Arm, Done, Halt, bit, field};

impl Arm {
    pub(super) fn multiply(&mut self, word: u32) -> Done {
        let (a, b) = (self.operand(field(word, 0))?, self.operand(field(word, 8))?);
        match word >> 20 & 0x1f {
            // mul, mla, mls
            0b0_0000 | 0b0_0001 if field(word, 12) == 0 => self.give(word, a.wrapping_mul(b)),
            0b0_0010 | 0b0_0011 => {
                let sum = a.wrapping_mul(b).wrapping_add(self.operand(field(word, 12))?);
                self.give(word, sum)
            }
            0b0_0110 if self.cp15.is_v7() => {
                let rest = self.operand(field(word, 12))?.wrapping_sub(a.wrapping_mul(b));
                self.give(word, rest)
            }
            // umaal, umull, umlal, smull, smlal
            0b0_0100 if self.cp15.is_v7() => {
                let (high, low) = self.halves(word)?;
                // It cannot overflow: (2^32 - 1)^2 + 2 * (2^32 - 1) = 2^64 - 1.
                self.give_long(word, u64::from(a) * u64::from(b) + u64::from(high) + u64::from(low))
            }
            0b0_1000..=0b0_1011 => self.long(word, u64::from(a) * u64::from(b)),
            0b0_1100..=0b0_1111 => {
                self.long(word, (i64::from(a as i32) * i64::from(b as i32)) as u64)
            }
            _ => Err(Halt::Undefined),
        }
    }

    fn give(&mut self, word: u32, value: u32) -> Done {
        self.set_operand(field(word, 16), value)?;
        if bit(word, 20) {
            self.registers.set_sign(value >> 31 != 0, value == 0);
        }
        Ok(())
    }

    fn long(&mut self, word: u32, product: u64) -> Done {
        let (high, low) = self.halves(word)?;
        let before = if bit(word, 21) { u64::from(high) << 32 | u64::from(low) } else { 0 };
        self.give_long(word, product.wrapping_add(before))
    }

    /// The two registers of a long result; they must not be the same.
    fn halves(&self, word: u32) -> Result<(u32, u32), Halt> {
        let (high, low) = (field(word, 16), field(word, 12));
        if high == low {
            return Err(Halt::Undefined);
        }
        Ok((self.operand(high)?, self.operand(low)?))
    }

    fn give_long(&mut self, word: u32, value: u64) -> Done {
        self.set_operand(field(word, 16), (value >> 32) as u32)?;
        self.set_operand(field(word, 12), value as u32)?;
        if bit(word, 20) {
            self.registers.set_sign(value >> 63 != 0, value == 0);
        }
        Ok(())
    }
}
