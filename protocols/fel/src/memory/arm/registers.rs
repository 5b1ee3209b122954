//! The registers, the status register, and what of them each mode has for itself.

use super::{Halt, LR, PC, SP};

pub(super) const N: u32 = 1 << 31;
pub(super) const Z: u32 = 1 << 30;
pub(super) const C: u32 = 1 << 29;
pub(super) const V: u32 = 1 << 28;
const FLAGS: u32 = N | Z | C | V;
const MODE: u32 = 0x1f;
const USER: u32 = 0x10;
const FIQ: u32 = 0x11;
const IRQ: u32 = 0x12;
/// Has the registers of user mode.
const SYSTEM: u32 = 0x1f;
/// Those with registers of their own: besides the above, supervisor, abort, undefined, monitor.
const MODES: [u32; 7] = [USER, FIQ, IRQ, 0x13, 0x17, 0x1b, 0x16];
/// Supervisor mode, A32, interrupts and asynchronous aborts masked.
pub(in super::super) const SUPERVISOR: u32 = 0x1d3;
/// What `msr` leaves alone: execution state (J, IT, T) and reserved bits.
const FIXED: u32 = 0x07f0_fc20;
/// Big-endian data: not modelled.
const E: u32 = 1 << 9;

/// R0 to R15 and the status registers.
#[derive(Clone, PartialEq)]
pub(in super::super) struct Registers {
    /// As the mode at hand sees them. The last is the address of the instruction at hand.
    now: [u32; 16],
    cpsr: u32,
    spsr: u32,
    /// SP, LR and SPSR of the modes that are not at hand.
    banked: [[u32; 3]; MODES.len()],
    /// R8 to R12: FIQ mode's, or everyone else's while that is at hand.
    high: [u32; 5],
}

/// Whose SP, LR and SPSR a mode has, as an index into [`MODES`]; `None`: there is no such mode here.
fn bank(mode: u32) -> Option<usize> {
    MODES.iter().position(|&known| known == if mode == SYSTEM { USER } else { mode })
}

impl Registers {
    pub(super) fn new() -> Self {
        Self {
            now: [0; 16],
            cpsr: SUPERVISOR,
            spsr: 0,
            banked: [[0; 3]; MODES.len()],
            high: [0; 5],
        }
    }

    /// A register as instructions read it: the program counter is 8 bytes ahead.
    pub(in super::super) fn get(&self, index: usize) -> u32 {
        if index == PC { self.now[PC].wrapping_add(8) } else { self.now[index] }
    }

    pub(in super::super) fn set(&mut self, index: usize, value: u32) {
        self.now[index] = value;
    }

    pub(in super::super) fn pc(&self) -> u32 {
        self.now[PC]
    }

    pub(in super::super) fn set_pc(&mut self, address: u32) {
        self.now[PC] = address;
    }

    pub(in super::super) fn cpsr(&self) -> u32 {
        self.cpsr
    }

    pub(super) fn spsr(&self) -> Result<u32, Halt> {
        if bank(self.cpsr & MODE) == Some(0) { Err(Halt::Undefined) } else { Ok(self.spsr) }
    }

    /// SP of IRQ mode, whatever the current mode is.
    pub(in super::super) fn interrupt_stack(&self) -> u32 {
        match bank(IRQ) {
            Some(index) if self.cpsr & MODE != IRQ => self.banked[index][0],
            _ => self.now[SP],
        }
    }

    pub(in super::super) fn set_interrupt_stack(&mut self, address: u32) {
        if let Some(index) = bank(IRQ) {
            self.banked[index][0] = address;
        }
    }

    pub(super) fn is_privileged(&self) -> bool {
        self.cpsr & MODE != USER
    }

    /// Whether a condition holds. The last of them, 15, is none.
    pub(super) fn holds(&self, condition: u32) -> bool {
        let [n, z, c, v] = [N, Z, C, V].map(|flag| self.cpsr & flag != 0);
        let holds = match condition >> 1 {
            0 => z,
            1 => c,
            2 => n,
            3 => v,
            4 => c && !z,
            5 => n == v,
            6 => n == v && !z,
            _ => return true,
        };
        holds != (condition & 1 != 0)
    }

    pub(super) fn carry(&self) -> bool {
        self.cpsr & C != 0
    }

    pub(super) fn overflow(&self) -> bool {
        self.cpsr & V != 0
    }

    /// N and Z as `value` has them; the others stay.
    pub(super) fn set_sign(&mut self, negative: bool, zero: bool) {
        self.cpsr &= !(N | Z);
        self.cpsr |= if negative { N } else { 0 } | if zero { Z } else { 0 };
    }

    pub(super) fn set_carry(&mut self, carry: bool, overflow: bool) {
        self.cpsr &= !(C | V);
        self.cpsr |= if carry { C } else { 0 } | if overflow { V } else { 0 };
    }

    /// All four flags, where a status register has them.
    pub(super) fn set_flags(&mut self, value: u32) {
        self.cpsr = self.cpsr & !FLAGS | value & FLAGS;
    }

    /// Writes the bits of `mask` into the status register, as `msr` and `cps` may.
    pub(super) fn set_cpsr(&mut self, mask: u32, value: u32) -> Result<(), Halt> {
        let mask = mask & !FIXED & if self.is_privileged() { u32::MAX } else { FLAGS };
        let status = self.cpsr & !mask | value & mask;
        if status & E != 0 {
            return Err(Halt::Undefined);
        }
        self.change_mode(status & MODE)?;
        self.cpsr = status;
        Ok(())
    }

    pub(super) fn set_spsr(&mut self, mask: u32, value: u32) -> Result<(), Halt> {
        self.spsr = self.spsr()? & !mask | value & mask;
        Ok(())
    }

    fn change_mode(&mut self, mode: u32) -> Result<(), Halt> {
        let (Some(old), Some(new)) = (bank(self.cpsr & MODE), bank(mode)) else {
            return Err(Halt::Undefined);
        };
        if old == new {
            return Ok(());
        }
        self.banked[old] = [self.now[SP], self.now[LR], self.spsr];
        [self.now[SP], self.now[LR], self.spsr] = self.banked[new];
        if (self.cpsr & MODE == FIQ) != (mode == FIQ) {
            self.now[8..SP].swap_with_slice(&mut self.high);
        }
        Ok(())
    }
}
