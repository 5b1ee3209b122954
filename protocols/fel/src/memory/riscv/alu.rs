//! Operations on registers, 64 bits and 32.

use super::{Done, Halt, Hart, function, immediate, rd, rs1, rs2, signed};

/// Bits 31:25 of operations that take away or shift with the sign, and of multiplications.
const OTHER: u32 = 0x20;
const MULTIPLY: u32 = 1;

impl Hart {
    /// `addi` and what is like it.
    pub(super) fn immediate(&mut self, word: u32) -> Done {
        let (value, operand) = (self.get(rs1(word)), immediate(word));
        let count = word >> 20 & 0x3f;
        let result = match (function(word), word >> 26) {
            (0, _) => value.wrapping_add(operand),
            (1, 0) => value << count,
            (2, _) => ((value as i64) < operand as i64).into(),
            (3, _) => (value < operand).into(),
            (4, _) => value ^ operand,
            (5, 0) => value >> count,
            (5, 0x10) => (value as i64 >> count) as u64,
            (6, _) => value | operand,
            (7, _) => value & operand,
            _ => return Err(Halt::Undefined),
        };
        self.set(rd(word), result);
        Ok(())
    }

    /// `addiw` and what is like it.
    pub(super) fn immediate_of_32(&mut self, word: u32) -> Done {
        let value = self.get(rs1(word)) as u32;
        let count = word >> 20 & 0x1f;
        let result = match (function(word), word >> 25) {
            (0, _) => value.wrapping_add(immediate(word) as u32),
            (1, 0) => value << count,
            (5, 0) => value >> count,
            (5, OTHER) => (value as i32 >> count) as u32,
            _ => return Err(Halt::Undefined),
        };
        self.set(rd(word), signed(result));
        Ok(())
    }

    /// `add` and what is like it.
    pub(super) fn register(&mut self, word: u32) -> Done {
        let (left, right) = (self.get(rs1(word)), self.get(rs2(word)));
        let count = right & 0x3f;
        let result = match (word >> 25, function(word)) {
            (0, 0) => left.wrapping_add(right),
            (OTHER, 0) => left.wrapping_sub(right),
            (0, 1) => left << count,
            (0, 2) => ((left as i64) < right as i64).into(),
            (0, 3) => (left < right).into(),
            (0, 4) => left ^ right,
            (0, 5) => left >> count,
            (OTHER, 5) => (left as i64 >> count) as u64,
            (0, 6) => left | right,
            (0, 7) => left & right,
            (MULTIPLY, function) => multiplied(function, left, right),
            _ => return Err(Halt::Undefined),
        };
        self.set(rd(word), result);
        Ok(())
    }

    /// `addw` and what is like it.
    pub(super) fn register_of_32(&mut self, word: u32) -> Done {
        let (left, right) = (self.get(rs1(word)) as u32, self.get(rs2(word)) as u32);
        let count = right & 0x1f;
        let result = match (word >> 25, function(word)) {
            (0, 0) => left.wrapping_add(right),
            (OTHER, 0) => left.wrapping_sub(right),
            (0, 1) => left << count,
            (0, 5) => left >> count,
            (OTHER, 5) => (left as i32 >> count) as u32,
            (MULTIPLY, function) => multiplied_32(function, left, right)?,
            _ => return Err(Halt::Undefined),
        };
        self.set(rd(word), signed(result));
        Ok(())
    }
}

/// Products, quotients and remainders. Nothing traps: by zero the quotient is all ones, the remainder the dividend.
fn multiplied(function: u32, left: u64, right: u64) -> u64 {
    let (signed, other) = (left as i64, right as i64);
    let high = |product: i128| (product >> 64) as u64;
    match function {
        0 => left.wrapping_mul(right),
        1 => high(i128::from(signed) * i128::from(other)),
        2 => high(i128::from(signed) * i128::from(right)),
        3 => ((u128::from(left) * u128::from(right)) >> 64) as u64,
        4 if other == 0 => u64::MAX,
        4 => signed.wrapping_div(other) as u64,
        5 => left.checked_div(right).unwrap_or(u64::MAX),
        6 if other == 0 => left,
        6 => signed.wrapping_rem(other) as u64,
        _ => left.checked_rem(right).unwrap_or(left),
    }
}

fn multiplied_32(function: u32, left: u32, right: u32) -> Result<u32, Halt> {
    let (signed, other) = (left as i32, right as i32);
    Ok(match function {
        0 => left.wrapping_mul(right),
        4 if other == 0 => u32::MAX,
        4 => signed.wrapping_div(other) as u32,
        5 => left.checked_div(right).unwrap_or(u32::MAX),
        6 if other == 0 => left,
        6 => signed.wrapping_rem(other) as u32,
        7 => left.checked_rem(right).unwrap_or(left),
        _ => return Err(Halt::Undefined),
    })
}
