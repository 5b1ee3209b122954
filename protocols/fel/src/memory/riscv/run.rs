//! EXEC on a RISC-V board.

use alloc::{format, string::String, vec, vec::Vec};

use super::{
    super::{Memory, soc::Soc},
    Halt,
};
use crate::chips::Chip;

/// Where code returns to, in the boot ROM.
const RETURN: u32 = 0x0a00;
/// The boot ROM's stack, and how much of it is in use, from the end of SRAM on. Inferred: other people's payloads are put
/// below it (xfel: 0x20000 to 0x32000, and 0x45000), and use it as they find it.
const STACK: u32 = 0x400;
const RA: usize = 1;
const SP: usize = 2;
/// What called code has to keep: SP, GP, TP, S0 to S11.
const KEPT: [usize; 15] = [2, 3, 4, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27];
/// What the registers hold whose contents are undefined.
const JUNK: u64 = 0xb007_c0d0_b007_c0d0;
/// Instructions of one EXEC: some seconds.
const BUDGET: u64 = 50_000_000;

/// Instructions that have to change nothing but registers before a run is looked at; a power of two.
const QUIET: u64 = 64;

/// A moment of a run that may come again: then it comes for ever.
struct Moment {
    registers: [u64; 32],
    pc: u64,
}

fn stack(chip: &Chip) -> u32 {
    chip.spl + chip.sram - STACK
}

impl Memory {
    /// Runs the code at `address` until it returns, leaves, or will do neither.
    pub(in super::super) fn run_riscv(&mut self, address: u32) {
        if self.board.reaches(address).is_none() || !address.is_multiple_of(2) {
            return self.lose(format!("nothing can be executed at {address:#010x}"));
        }
        let back = u64::from(self.board.chip.rom.0 + RETURN);
        self.branch_to(address, back);
        let (given, kept) = (self.hart.registers, self.frames());
        // How long nothing but registers has changed, and how they were at some moment of that time.
        let (mut quiet, mut moment) = (0_u64, self.moment());
        for _ in 0..BUDGET {
            if self.hart.pc == back {
                return self.come_back_riscv(&given, &kept);
            }
            if let Err(halt) = self.hart.step(&mut self.board) {
                return self.halt_riscv(halt);
            }
            // A register that changes by itself may end a loop that changes nothing.
            let has_acted = core::mem::take(&mut self.hart.has_acted);
            let has_changed = self.board.soc.as_mut().is_some_and(Soc::take_acted) || has_acted;
            quiet = if has_changed { 0 } else { quiet + 1 };
            if quiet < QUIET {
                continue;
            }
            if quiet.is_power_of_two() {
                moment = self.moment();
            } else if self.hart.pc == moment.pc && self.hart.registers == moment.registers {
                break;
            }
        }
        self.lose(format!("the code at {address:#010x} does not end"));
    }

    fn moment(&self) -> Moment {
        Moment { registers: self.hart.registers, pc: self.hart.pc }
    }

    /// Branches to `address` as the boot ROM does.
    fn branch_to(&mut self, address: u32, back: u64) {
        for index in 1..32 {
            self.hart.registers[index] = JUNK + index as u64;
        }
        self.hart.registers[RA] = back;
        self.hart.registers[SP] = stack(self.board.chip).into();
        self.hart.pc = address.into();
        self.hart.has_acted = false;
    }

    /// What the boot ROM has on its stack.
    fn frames(&self) -> Vec<u8> {
        let mut bytes = vec![0; STACK as usize];
        self.board.copy_out(stack(self.board.chip), &mut bytes);
        bytes
    }

    /// The code has branched to where it was called from.
    fn come_back_riscv(&mut self, given: &[u64; 32], kept: &[u8]) {
        let now = self.hart.registers;
        if let Some(register) = KEPT.into_iter().find(|index| now[*index] != given[*index]) {
            return self.lose(format!(
                "the code returned with x{register} changed ({:#x}): a boot ROM would crash",
                now[register]
            ));
        }
        if self.frames() != kept {
            self.lose("the boot ROM crashed: its stack was overwritten".into());
        }
    }

    fn halt_riscv(&mut self, halt: Halt) {
        let (word, pc) = (self.hart.word, self.hart.pc);
        match halt {
            Halt::Board(state, why) => {
                self.board.note(why);
                self.state = state;
            }
            other => self.lose(words(&other, word, pc)),
        }
    }
}

/// Why the code at `pc` ended.
fn words(halt: &Halt, word: u32, pc: u64) -> String {
    match halt {
        Halt::Asleep => format!("the processor sleeps at {pc:#010x}: there are no interrupts"),
        Halt::Stale(address) => format!(
            "the instruction cache held older code for {address:#010x}: the processor ran that and crashed"
        ),
        Halt::Supervisor => format!("the code crashed: environment call at {pc:#010x}"),
        Halt::Undefined => format!(
            "the code crashed: illegal instruction {word:#010x} at {pc:#010x}; this virtual board executes RV64IMC"
        ),
        _ => format!("the code hangs at {pc:#010x}"),
    }
}
