//! The system control coprocessor.

use super::{Arm, Bus, Done, Halt, PC, bit, field};
use crate::{chips::Chip, engine::State};

/// SCTLR: MMU.
const MMU: u32 = 1;
/// SCTLR: instruction cache.
const CODE_CACHE: u32 = 1 << 12;
/// ACTLR of a Cortex-A8: L2 cache.
const L2: u32 = 1 << 1;
/// SCTLR of a boot ROM with caches and MMU off.
const SCTLR: u32 = 0x00c5_2078;
const CLIENTS: u32 = 0x5555_5555;
/// RMR: a reset is asked for, and what is to be executed after it.
const RESET: u32 = 1 << 1;
const AARCH64: u32 = 1;

const ARM926: u32 = 0x4106_9265;
/// Cortex-A8 r3p2.
const A8: u32 = 0x413f_c082;
/// Cortex-A7 r0p5.
const A7: u32 = 0x410f_c075;
/// Cortex-A53 r0p4.
const A53: u32 = 0x410f_d034;

/// Boot ROMs that run with the MMU on; their table is at 0x20000 on the A10 (sunxi-tools), inferred for the others.
const MMU_ON: [&str; 5] = ["A10", "A13", "A20", "A23", "A31"];

/// The registers.
pub(in super::super) struct Cp15 {
    midr: u32,
    sctlr: u32,
    actlr: u32,
    ttbr0: u32,
    ttbcr: u32,
    dacr: u32,
    vbar: u32,
    /// Only cores that know AArch64 have it.
    rmr: Option<u32>,
}

impl Cp15 {
    /// As the boot ROM of `chip` leaves it.
    pub(in super::super) fn new(chip: &Chip) -> Self {
        let mmu = MMU_ON.contains(&chip.name);
        Self {
            midr: match chip.name {
                "F1C100s" => ARM926,
                "A10" | "A13" => A8,
                _ if chip.rvbar.is_some() => A53,
                _ => A7,
            },
            sctlr: SCTLR
                | if mmu { MMU } else { 0 }
                | if chip.disable_icache { CODE_CACHE } else { 0 },
            actlr: 0,
            // The A31 parks its boot ROM's memory where the others have their table.
            ttbr0: if chip.name == "A31" { 0x0002_8000 } else { 0x0002_0000 },
            ttbcr: 0,
            dacr: if mmu { CLIENTS } else { 0 },
            vbar: 0,
            rmr: chip.rvbar.map(|_| 0),
        }
    }

    /// The MMU's table, where the MMU is on.
    pub(in super::super) fn table(&self) -> Option<u32> {
        (self.sctlr & MMU != 0).then_some(self.ttbr0)
    }

    pub(in super::super) fn l2(&self) -> bool {
        self.actlr & L2 != 0
    }

    /// A warm reset that was asked for; whether it is into AArch64.
    pub(in super::super) fn wanted_reset(&self) -> Option<bool> {
        self.rmr.filter(|rmr| rmr & RESET != 0).map(|rmr| rmr & AARCH64 != 0)
    }

    /// Whether instructions go through a cache that keeps what was overwritten.
    pub(super) fn caches_code(&self) -> bool {
        self.sctlr & (CODE_CACHE | MMU) == CODE_CACHE
    }

    /// Whether the core is newer than an ARM926.
    pub(super) fn is_v7(&self) -> bool {
        self.midr >> 16 & 0xf > 6
    }

    /// Whether there are instructions that divide.
    pub(super) fn divides(&self) -> bool {
        self.is_v7() && self.midr != A8
    }

    /// A register by CRn, CRm and opc2, opc1 being 0.
    fn register(&mut self, name: (u32, u32, u32)) -> Option<&mut u32> {
        match name {
            (1, 0, 0) => Some(&mut self.sctlr),
            (2, 0, 0) => Some(&mut self.ttbr0),
            (3, 0, 0) => Some(&mut self.dacr),
            (12, 0, 2) => self.rmr.as_mut(),
            _ if !self.is_v7() => None,
            (1, 0, 1) => Some(&mut self.actlr),
            (2, 0, 2) => Some(&mut self.ttbcr),
            (12, 0, 0) => Some(&mut self.vbar),
            _ => None,
        }
    }
}

impl Arm {
    /// `mrc` and `mcr` of CP15; there is no other coprocessor.
    pub(super) fn coprocessor(&mut self, word: u32, bus: &impl Bus) -> Done {
        let name = (word >> 16 & 0xf, word & 0xf, word >> 5 & 7);
        // opc1 is 0 in all that is known here.
        if word & 0x00e0_0f00 != 0x0000_0f00 || !self.registers.is_privileged() {
            return Err(Halt::Undefined);
        }
        if bit(word, 20) {
            let value = self.read_system(name)?;
            return match field(word, 12) {
                PC => {
                    self.registers.set_flags(value);
                    Ok(())
                }
                register => self.set_operand(register, value),
            };
        }
        let value = self.operand(field(word, 12))?;
        self.has_acted = true;
        self.write_system(name, value, bus)
    }

    fn read_system(&mut self, name: (u32, u32, u32)) -> Result<u32, Halt> {
        match name {
            (0, 0, 0) => Ok(self.cp15.midr),
            // "Test and clean" of an ARM926's data cache, which is clean: Z.
            (7, 10 | 14, 3) if !self.cp15.is_v7() => Ok(super::registers::Z),
            _ => self.cp15.register(name).copied().ok_or(Halt::Undefined),
        }
    }

    fn write_system(&mut self, name: (u32, u32, u32), value: u32, bus: &impl Bus) -> Done {
        match name {
            (7, 0, 4) if !self.cp15.is_v7() => return Err(Halt::Asleep),
            // An ARM926 has no instruction barrier.
            (7, 5, 4) if !self.cp15.is_v7() => return Err(Halt::Undefined),
            // All of the instruction cache, or the line of an address.
            (7, 5, 0) | (7, 1, 0) | (7, 7, 0) => self.lines.clear(),
            (7, 5, 1) => drop(self.lines.remove(&(value & !(4 * super::LINE - 1)))),
            // Other caches, TLBs, branch predictors, barriers.
            (7, 1 | 5 | 6 | 10 | 11 | 14, _) | (8, 3 | 5 | 6 | 7, _) => {}
            _ => {
                *self.cp15.register(name).ok_or(Halt::Undefined)? = value;
                return self.check_table(bus);
            }
        }
        Ok(())
    }

    fn check_table(&self, bus: &impl Bus) -> Done {
        match self.cp15.table() {
            Some(table) if table % 0x4000 != 0 || !bus.is_identity(table) => Err(Halt::Board(
                State::Lost,
                "the MMU was switched on with a table that is none: the processor crashed".into(),
            )),
            _ => Ok(()),
        }
    }
}
