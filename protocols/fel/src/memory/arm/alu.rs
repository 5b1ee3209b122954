//! Data processing.

use super::{Arm, Done, Halt, PC, bit, field, shifter::Shifted};

/// What an operation comes to.
struct Outcome {
    value: u32,
    carry: bool,
    overflow: bool,
}

fn add(a: u32, b: u32, carry: bool) -> Outcome {
    let sum = u64::from(a) + u64::from(b) + u64::from(carry);
    let value = sum as u32;
    Outcome { value, carry: sum >> 32 != 0, overflow: ((a ^ value) & (b ^ value)) >> 31 != 0 }
}

/// The sixteen operations, by their number in the instruction.
fn operate(operation: u32, a: u32, b: Shifted, carry: bool, overflow: bool) -> Outcome {
    let logic = |value| Outcome { value, carry: b.carry, overflow };
    match operation {
        0 | 8 => logic(a & b.value),
        1 | 9 => logic(a ^ b.value),
        2 | 10 => add(a, !b.value, true),
        3 => add(!a, b.value, true),
        4 | 11 => add(a, b.value, false),
        5 => add(a, b.value, carry),
        6 => add(a, !b.value, carry),
        7 => add(!a, b.value, carry),
        12 => logic(a | b.value),
        13 => logic(b.value),
        14 => logic(a & !b.value),
        _ => logic(!b.value),
    }
}

impl Arm {
    pub(super) fn data_processing(&mut self, word: u32, b: Shifted) -> Done {
        let (operation, sets_flags) = (word >> 21 & 0xf, bit(word, 20));
        let (first, result) = (field(word, 16), field(word, 12));
        let (is_test, is_move) = (operation & 0b1100 == 0b1000, operation & 0b1101 == 0b1101);
        // A field that is not used is zero. `movs pc, lr` returns from an exception, and there are none.
        if is_test && result != 0 || is_move && first != 0 || sets_flags && !is_test && result == PC
        {
            return Err(Halt::Undefined);
        }
        let (carry, overflow) = (self.registers.carry(), self.registers.overflow());
        let outcome = operate(operation, self.registers.get(first), b, carry, overflow);
        if sets_flags {
            self.registers.set_sign(outcome.value >> 31 != 0, outcome.value == 0);
            self.registers.set_carry(outcome.carry, outcome.overflow);
        }
        if is_test { Ok(()) } else { self.set(result, outcome.value) }
    }

    /// `movw`, and `movt` for the upper half.
    pub(super) fn move_half(&mut self, word: u32, upper: bool) -> Done {
        let (result, value) = (field(word, 12), word >> 4 & 0xf000 | word & 0xfff);
        if !self.cp15.is_v7() {
            return Err(Halt::Undefined);
        }
        let old = self.operand(result)?;
        self.set_operand(result, if upper { value << 16 | old & 0xffff } else { value })
    }

    pub(super) fn count_zeros(&mut self, word: u32) -> Done {
        let zeros = self.operand(field(word, 0))?.leading_zeros();
        self.set_operand(field(word, 12), zeros)
    }
}
