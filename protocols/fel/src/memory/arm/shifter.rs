//! The second operand of data processing, and the offset of loads and stores.

use super::{Arm, Halt, field};

/// A shifted operand, and the carry that came out of the shifter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shifted {
    pub(super) value: u32,
    pub(super) carry: bool,
}

/// Shifts by 0 to 255 as registers give it: LSL, LSR, ASR, ROR. Nothing happens by 0.
pub(super) fn shift(kind: u32, value: u32, by: u32, carry: bool) -> Shifted {
    let wide = u64::from(value);
    match (kind & 3, by) {
        (_, 0) => Shifted { value, carry },
        (0, 1..=32) => {
            let wide = wide << by;
            Shifted { value: wide as u32, carry: wide >> 32 & 1 != 0 }
        }
        (1, 1..=32) => Shifted { value: (wide >> by) as u32, carry: wide >> (by - 1) & 1 != 0 },
        (0 | 1, _) => Shifted { value: 0, carry: false },
        (2, _) => {
            let (wide, by) = (i64::from(value as i32), by.min(32));
            Shifted { value: (wide >> by) as u32, carry: wide >> (by - 1) & 1 != 0 }
        }
        _ => {
            let value = value.rotate_right(by % 32);
            Shifted { value, carry: value >> 31 != 0 }
        }
    }
}

/// Shifts by 0 to 31 as instructions give it: 0 stands for 32 where that makes sense, and for RRX.
fn shift_immediate(kind: u32, value: u32, by: u32, carry: bool) -> Shifted {
    match (kind, by) {
        (1 | 2, 0) => shift(kind, value, 32, carry),
        (3, 0) => Shifted { value: u32::from(carry) << 31 | value >> 1, carry: value & 1 != 0 },
        _ => shift(kind, value, by, carry),
    }
}

impl Arm {
    /// Rm, shifted by the instruction's own five bits.
    pub(super) fn shifted_by_immediate(&self, word: u32) -> Shifted {
        let value = self.registers.get(field(word, 0));
        shift_immediate(word >> 5 & 3, value, word >> 7 & 0x1f, self.registers.carry())
    }

    /// Rm, shifted by the lowest byte of Rs.
    pub(super) fn shifted_by_register(&self, word: u32) -> Result<Shifted, Halt> {
        // None of the four registers may be the program counter.
        self.operand(field(word, 16))?;
        self.operand(field(word, 12))?;
        let (value, by) = (self.operand(field(word, 0))?, self.operand(field(word, 8))?);
        Ok(shift(word >> 5, value, by & 0xff, self.registers.carry()))
    }

    /// Eight bits, rotated right by an even number.
    pub(super) fn rotated_immediate(&self, word: u32) -> Shifted {
        shift(3, word & 0xff, word >> 7 & 0x1e, self.registers.carry())
    }
}
