//! EXEC on an ARM board.

use alloc::{format, string::String, vec::Vec};

use super::{
    Memory,
    arm::{LR, Registers, SP, SUPERVISOR},
    bus::Halt,
    map::{self, Region},
    soc::Soc,
};
use crate::{chips::Chip, egon, engine::State, vendor};

/// Where code returns to, in the boot ROM.
const RETURN: u32 = 0x0a00;
/// The boot ROM's stacks, from the SPL's address on, as people have read them on an H3.
const STACK: u32 = 0x5e08;
const INTERRUPT_STACK: u32 = 0x2000;
/// The bits of the status register that have to be restored: the mode and T.
const MODE: u32 = 0x3f;
/// What the registers hold whose contents are undefined.
const JUNK: u32 = 0xb007_c0d0;
/// Instructions of one EXEC: some seconds of a boot ROM's processor without caches.
const BUDGET: u64 = 50_000_000;

/// The stack of IRQ mode.
pub(super) fn interrupt_stack(chip: &Chip) -> u32 {
    chip.spl + INTERRUPT_STACK
}

/// A moment of a run that may come again: then it comes for ever.
struct Moment {
    registers: Registers,
    at: u64,
}

impl Memory {
    /// Runs the code at `address` until it returns, leaves, or will do neither.
    pub(super) fn run_arm(&mut self, address: u32) {
        if !address.is_multiple_of(4) {
            return self.lose(format!("nothing can be executed at {address:#010x}"));
        }
        self.call(address);
        let (given, kept) = (self.arm.registers.clone(), self.board.keep());
        let back = given.get(LR);
        let mut moment = Moment { registers: given.clone(), at: 0 };
        for count in 1..=BUDGET {
            let pc = self.arm.registers.pc();
            if pc == back {
                return self.come_back(&given, &kept);
            }
            let stepped = match self.mark_at(pc) {
                Some(mark) => self.run_spl(mark),
                None => self.arm.step(&mut self.board),
            };
            if let Err(halt) = stepped {
                return self.halt(halt);
            }
            // A register that changes by itself may end a loop that changes nothing.
            self.arm.has_acted |= self.board.soc.as_mut().is_some_and(Soc::take_acted);
            if self.arm.has_acted {
                self.arm.has_acted = false;
                moment = Moment { registers: self.arm.registers.clone(), at: count };
            } else if self.arm.registers == moment.registers {
                return self.lose(format!("the code at {address:#010x} does not end"));
            } else if count >= 2 * moment.at {
                moment = Moment { registers: self.arm.registers.clone(), at: count };
            }
        }
        self.lose(format!("the code at {address:#010x} does not end"));
    }

    /// Branches to `address` as the boot ROM does.
    fn call(&mut self, address: u32) {
        let spl = self.board.chip.spl;
        let registers = &mut self.arm.registers;
        for index in 0..SP {
            registers.set(index, JUNK + index as u32);
        }
        registers.set(SP, spl + STACK);
        registers.set(LR, self.board.chip.rom.0 + RETURN);
        registers.set_pc(address);
        self.arm.has_acted = false;
    }

    /// The code has branched to where it was called from. R4 to R11 need not be what they were: the thunk of sunxi-fel
    /// leaves them changed, and boards go on.
    fn come_back(&mut self, given: &Registers, kept: &[Vec<u8>]) {
        let now = &self.arm.registers;
        let (sp, cpsr) = (now.get(SP), now.cpsr());
        if sp != given.get(SP)
            || (cpsr ^ SUPERVISOR) & MODE != 0
            || now.interrupt_stack() != given.interrupt_stack()
        {
            return self.lose(format!(
                "the code returned with another stack or mode than it was given (SP {sp:#010x}, CPSR {cpsr:#010x}): a boot ROM would crash"
            ));
        }
        if let Some(address) = self.board.first_lost(kept, sp) {
            self.lose(format!(
                "the boot ROM crashed: its own memory was overwritten at {address:#010x}"
            ));
        }
    }

    fn halt(&mut self, halt: Halt) {
        let (word, pc) = (self.arm.word, self.arm.registers.pc());
        match halt {
            Halt::Hung => self.lose(format!("the code hangs at {pc:#010x}")),
            Halt::Board(state, why) => {
                self.board.note(why);
                self.state = state;
            }
            Halt::Asleep => self.sleep(pc),
            Halt::Stale(address) => self.lose(format!(
                "the instruction cache held older code for {address:#010x}: the processor ran that and crashed"
            )),
            Halt::Supervisor => {
                self.lose(format!("the code crashed: supervisor call at {pc:#010x}"));
            }
            Halt::Thumb(address) => self.lose(format!(
                "the code at {pc:#010x} went over to Thumb at {address:#010x}, which this virtual board does not execute (engine=qemu does)"
            )),
            Halt::Undefined => self.lose(format!(
                "the code crashed: undefined instruction {word:#010x} at {pc:#010x}; this virtual board executes plain A32 (engine=qemu executes more)"
            )),
        }
    }

    /// The processor waits for an interrupt; a warm reset that was asked for comes now.
    fn sleep(&mut self, pc: u32) {
        match self.arm.cp15.wanted_reset() {
            None => {
                self.lose(format!("the processor sleeps at {pc:#010x}: there are no interrupts"))
            }
            Some(_) if self.board.nonsecure => self.lose(
                "a warm reset is not allowed in the non-secure state: nothing happened".into(),
            ),
            Some(false) => self.leave("the core restarted in the boot ROM".into()),
            Some(true) => self.enter_aarch64(),
        }
    }

    fn enter_aarch64(&mut self) {
        let chip = self.board.chip;
        let Some(rvbar) = chip.rvbar else { return };
        let (right, wrong) = match rvbar.other_die {
            Some((_, other)) if self.board.traits.other_die => (other, rvbar.register),
            Some((_, other)) => (rvbar.register, other),
            None => (rvbar.register, rvbar.register),
        };
        let entry = self.board.peek(right);
        if entry == 0 && self.board.peek(wrong) != 0 {
            return self.lose(format!(
                "the entry went to {wrong:#010x}, but this die's reset vector is at {right:#010x}: the core restarted elsewhere"
            ));
        }
        match map::region(chip, entry) {
            Region::Rom => self.leave("the core restarted in the boot ROM".into()),
            Region::Dram if !self.board.dram => self.lose(format!(
                "the core restarted at {entry:#010x}, where there is no DRAM yet"
            )),
            Region::Sram | Region::Dram => self.leave(format!(
                "the AArch64 code at {entry:#010x} takes over the board; a simulated board does not execute it"
            )),
            Region::Registers | Region::Nowhere => {
                self.lose(format!("the core restarted at {entry:#010x}, where there is no memory"));
            }
        }
    }

    /// The last four bytes of its header's magic, where an SPL begins at `pc`.
    fn mark_at(&self, pc: u32) -> Option<[u8; 4]> {
        let is_spl = pc == self.board.chip.spl
            && self.board.peek(pc.wrapping_add(4)) == u32::from_le_bytes(*b"eGON");
        is_spl.then(|| self.board.peek(pc.wrapping_add(8)).to_le_bytes())
    }

    /// An SPL is foreign code for a whole SoC: what it is there for is taken as done, and what it would find wrong is
    /// said.
    fn run_spl(&mut self, mark: [u8; 4]) -> Result<(), Halt> {
        if let Some(why) = self.hindrance(mark) {
            return Err(Halt::Board(State::Lost, why));
        }
        self.board.dram = true;
        self.board.note(
            "this virtual board is plain memory: the SPL was not executed, DRAM is taken as up (engine=qemu executes it)".into(),
        );
        // It may use any register but those that lead back.
        for index in 0..SP {
            self.arm.registers.set(index, !JUNK + index as u32);
        }
        let back = self.arm.registers.get(LR);
        self.arm.registers.set_pc(back);
        self.arm.has_acted = true;
        Ok(())
    }

    /// Why the SPL would not return.
    fn hindrance(&self, mark: [u8; 4]) -> Option<String> {
        let chip = self.board.chip;
        let why = if self.board.traits.spl_hangs {
            "the SPL hangs, as this virtual board was asked to have it"
        } else if self.arm.cp15.table().is_some() {
            "the SPL crashed: it was started with the MMU on"
        } else if chip.enable_l2 && !self.arm.cp15.l2() {
            "the SPL crashed: it was started with the L2 cache off"
        } else if self.board.peek(chip.spl) >> 24 != 0xea {
            "the SPL crashed: it does not begin with a branch"
        } else if self.is_boot0() {
            "the SPL does not return: it is the vendor's boot0, which continues from storage"
        } else if &mark != b".FEL" {
            "the SPL does not return: its header does not say eGON.FEL, so it assumes that it was loaded from storage"
        } else if !self.is_sound() {
            "the SPL crashed: its checksum does not hold"
        } else {
            return None;
        };
        Some(why.into())
    }

    fn is_boot0(&self) -> bool {
        let mut head = [0; 0x40];
        self.board.copy_out(self.board.chip.spl, &mut head);
        head[8..12].copy_from_slice(b".BT0");
        vendor::Kind::of(&head) == Some(vendor::Kind::Boot0)
    }

    /// Whether the SPL's sum holds, as it was before it was marked.
    fn is_sound(&self) -> bool {
        let chip = self.board.chip;
        let length = self.board.peek(chip.spl.wrapping_add(0x10));
        if length > chip.sram {
            return false;
        }
        let mut bytes = alloc::vec![0; length as usize];
        self.board.copy_out(chip.spl, &mut bytes);
        if let Some(mark) = bytes.get_mut(8..12) {
            mark.copy_from_slice(b".BT0");
        }
        egon::Spl::parse(&bytes).is_ok()
    }

    pub(super) fn lose(&mut self, why: String) {
        self.board.note(why);
        self.state = State::Lost;
    }

    fn leave(&mut self, why: String) {
        self.board.note(why);
        self.state = State::Left;
    }
}
