//! The status registers, and the hints that are encoded beside them.

use super::{Arm, Done, Halt, bit, field};

/// The bits of the fields that `msr` names: control, extension, status, flags.
fn mask(word: u32) -> u32 {
    [0x0000_00ff, 0x0000_ff00, 0x00ff_0000, 0xff00_0000]
        .iter()
        .zip(16..)
        .filter(|&(_, index)| bit(word, index))
        .map(|(bits, _)| bits)
        .sum()
}

impl Arm {
    /// `mrs`, and `msr` from a register.
    pub(super) fn status(&mut self, word: u32) -> Done {
        let saved = bit(word, 22);
        if word & 0x0fbf_0fff == 0x010f_0000 {
            let value = if saved { self.registers.spsr()? } else { self.registers.cpsr() };
            return self.set_operand(field(word, 12), value);
        }
        if word & 0x0fb0_fff0 != 0x0120_f000 || mask(word) == 0 {
            return Err(Halt::Undefined);
        }
        let value = self.operand(field(word, 0))?;
        self.set_status(saved, mask(word), value)
    }

    /// `msr` from an immediate, or a hint.
    pub(super) fn status_from_immediate(&mut self, word: u32) -> Done {
        if word & 0xf000 != 0xf000 {
            return Err(Halt::Undefined);
        }
        if word & 0x004f_0000 == 0 {
            return self.hint(word & 0xff);
        }
        let value = self.rotated_immediate(word).value;
        self.set_status(bit(word, 22), mask(word), value)
    }

    fn set_status(&mut self, saved: bool, mask: u32, value: u32) -> Done {
        if saved {
            self.has_acted = true;
            self.registers.set_spsr(mask, value)
        } else {
            self.registers.set_cpsr(mask, value)
        }
    }

    /// All do nothing but `wfi`; an ARM926 knows none of them.
    fn hint(&self, hint: u32) -> Done {
        if hint == 3 && self.cp15.is_v7() { Err(Halt::Asleep) } else { Ok(()) }
    }

    /// `cps`: masks interrupts and changes the mode.
    pub(super) fn change_state(&mut self, word: u32) -> Done {
        if word & 0xfff1_fe20 != 0xf100_0000 {
            return Err(Halt::Undefined);
        }
        let (masks, mode) = (word & 0x1c0, word & 0x1f);
        let (changes_masks, changes_mode) = (bit(word, 19), bit(word, 17));
        let unmasks = !bit(word, 18);
        if changes_masks == (masks == 0)
            || !changes_masks && !unmasks
            || !changes_mode && (mode != 0 || !changes_masks)
        {
            return Err(Halt::Undefined);
        }
        if !self.registers.is_privileged() {
            return Ok(());
        }
        let masked = if unmasks { 0 } else { masks };
        let which = masks | if changes_mode { 0x1f } else { 0 };
        self.registers.set_cpsr(which, masked | mode)
    }
}
