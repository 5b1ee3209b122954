//! What each payload does to the processor and its memory.

use alloc::{collections::BTreeMap, format, vec, vec::Vec};

use super::{Memory, Traits, map, map::Region};
use crate::{
    chips::{Chip, Core, PROBE_WORD},
    engine::State,
    host::sums,
    payload::Payload,
};

const MMU: u32 = 1;
const ICACHE: u32 = 1 << 12;
const MMU_AND_CODE: u32 = MMU | 1 << 11 | ICACHE;
/// SCTLR of a boot ROM with caches and MMU off.
const SCTLR: u32 = 0x00c5_2078;
const CLIENTS: u32 = 0x5555_5555;
/// Cortex-A7 r0p5.
const MIDR: u32 = 0x410f_c075;
const CPSR: u32 = 0x0000_01d3;
/// Boot ROMs that run with the MMU on; their table is at 0x20000 on the A10 (sunxi-tools), inferred for the others.
const MMU_ON: [&str; 5] = ["A10", "A13", "A20", "A23", "A31"];
/// An instruction cache remembers this much of what it has run: more than any payload.
const REMEMBERED: usize = 0x400;
/// No list of registers in 1 KiB of scratch memory is longer.
const LONGEST: u32 = 256;

const BX_LR: u32 = 0xe12f_ff1e;
const RET: u32 = 0x0000_8067;
const C_RET: u16 = 0x8082;

/// The processor's state.
pub(super) struct Cpu {
    sctlr: u32,
    dacr: u32,
    ttbcr: u32,
    pub(super) ttbr0: u32,
    l2: bool,
    /// In the non-secure state of a fused SoC.
    nonsecure: bool,
    /// An SPL has set up DRAM.
    pub(super) dram: bool,
    sid_used: bool,
    /// What the instruction cache holds, by address; `None` where it is not modelled or off.
    icache: Option<BTreeMap<u32, Vec<u8>>>,
}

impl Cpu {
    pub(super) fn new(chip: &Chip, traits: Traits) -> Self {
        let mmu = MMU_ON.contains(&chip.name);
        Self {
            sctlr: SCTLR | if mmu { MMU } else { 0 } | if chip.disable_icache { ICACHE } else { 0 },
            dacr: if mmu { CLIENTS } else { 0 },
            ttbcr: 0,
            // The A31 parks its boot ROM's memory where the others have their table.
            ttbr0: if chip.name == "A31" { 0x0002_8000 } else { 0x0002_0000 },
            l2: false,
            nonsecure: traits.secure && chip.smc_probe.is_some(),
            dram: traits.dram,
            sid_used: false,
            icache: chip.disable_icache.then(BTreeMap::new),
        }
    }

    pub(super) fn mmu(&self) -> bool {
        self.sctlr & MMU != 0
    }
}

impl Memory {
    /// Runs what is at `address`.
    pub(super) fn run(&mut self, address: u32) {
        if self.reaches(address, 0).is_none() || !address.is_multiple_of(2) {
            return self.lose(format!("nothing can be executed at {address:#010x}"));
        }
        let mut code = vec![0; REMEMBERED];
        self.copy_out(address, &mut code);
        if self.is_stale(address, &code) {
            return self.lose(format!(
                "the instruction cache held older code for {address:#010x}: the processor ran that and crashed"
            ));
        }
        match Payload::recognise(&code) {
            Some(payload) => self.run_payload(payload, address),
            None => self.run_foreign(address, &code),
        }
    }

    fn is_stale(&mut self, address: u32, code: &[u8]) -> bool {
        let Some(cache) = &mut self.cpu.icache else { return false };
        // The parameters behind a payload are data: only its code can be stale.
        let length = Payload::recognise(code).map_or(code.len(), |payload| payload.code().len());
        let before = cache.entry(address).or_insert_with(|| code[..length].to_vec());
        !code.starts_with(before)
    }

    fn run_payload(&mut self, payload: Payload, address: u32) {
        let is_riscv = matches!(payload, Payload::ReadlRv | Payload::WritelRv);
        if is_riscv != (self.chip.core == Core::RiscV) {
            return self.lose(format!(
                "the {} crashed: it was given code of another architecture",
                self.chip.name
            ));
        }
        let at = address.wrapping_add(payload.code().len() as u32);
        match payload {
            Payload::Readl | Payload::ReadlRv => self.readl(at),
            Payload::Writel | Payload::WritelRv => self.writel(at),
            Payload::Sid => self.sid(at),
            Payload::State => self.tell_state(at),
            Payload::MmuOff => self.cpu.sctlr &= !MMU_AND_CODE,
            Payload::MmuOn => self.mmu_on(at),
            Payload::L2On => self.cpu.l2 = true,
            Payload::IcacheOff => {
                self.cpu.sctlr &= !ICACHE;
                self.cpu.icache = None;
            }
            Payload::Smc => self.smc(),
            Payload::Sum => self.sum(at),
            Payload::Enter64 => self.enter64(at),
            Payload::Thunk => self.thunk(at),
        }
    }

    fn run_foreign(&mut self, address: u32, code: &[u8]) {
        let word = u32::from_le_bytes([code[0], code[1], code[2], code[3]]);
        let returns = match self.chip.core {
            Core::Arm => word == BX_LR,
            Core::RiscV => word == RET || word as u16 == C_RET,
        };
        if returns {
            return;
        }
        if map::region(self.chip, address) == Region::Dram {
            self.note(format!(
                "the code at {address:#010x} takes over the board; this virtual board is plain memory and does not execute it (engine=qemu does)"
            ));
            self.state = State::Left;
        } else {
            self.lose(format!(
                "the code at {address:#010x} is foreign to this virtual board, which is plain memory: it is taken to hang (engine=qemu executes it)"
            ));
        }
    }

    /// A 32-bit access; `None` ends in an abort or a hang.
    fn load(&mut self, address: u32) -> Option<u32> {
        self.access(address)?;
        let stale = self.chip.sid.is_some_and(|sid| {
            sid.by_registers
                && !self.cpu.sid_used
                && address.wrapping_sub(sid.base + sid.offset) < 0x100
        });
        Some(if stale { 0 } else { self.peek(address) })
    }

    fn access(&mut self, address: u32) -> Option<Region> {
        if !address.is_multiple_of(4) {
            self.note(format!("data abort: {address:#010x} is no multiple of 4"));
            return None;
        }
        self.reaches(address, 0)
    }

    fn count(&self, at: u32) -> Option<u32> {
        let count = self.peek(at);
        (count <= LONGEST).then_some(count)
    }

    fn readl(&mut self, at: u32) {
        let Some(count) = self.count(at) else { return self.lose("readl runs away".into()) };
        for place in (1..=count).map(|index| at.wrapping_add(4 * index)) {
            let address = self.peek(place);
            match self.load(address) {
                Some(value) => self.poke(place, value),
                None => return self.lose(format!("readl of {address:#010x} does not end")),
            }
        }
    }

    fn writel(&mut self, at: u32) {
        let Some(count) = self.count(at) else { return self.lose("writel runs away".into()) };
        for place in (0..count).map(|index| at.wrapping_add(4 + 8 * index)) {
            let (address, value) = (self.peek(place), self.peek(place.wrapping_add(4)));
            if (address, value) == self.chip.watchdog {
                self.note("the watchdog reset the board".into());
                self.state = State::Left;
                return;
            }
            match self.access(address) {
                Some(Region::Rom) => {}
                Some(_) => self.poke(address, value),
                None => return self.lose(format!("writel to {address:#010x} does not end")),
            }
        }
    }

    fn sid(&mut self, at: u32) {
        let [base, offset, count] = [0, 4, 8].map(|offset| self.peek(at.wrapping_add(offset)));
        let Some(sid) = self.chip.sid.filter(|sid| sid.base == base && count <= LONGEST) else {
            return self
                .lose(format!("there is no SID at {base:#010x}: the wait for it does not end"));
        };
        self.cpu.sid_used = true;
        for index in 0..count {
            let word = self.peek(
                sid.base.wrapping_add(sid.offset).wrapping_add(offset).wrapping_add(4 * index),
            );
            self.poke(at.wrapping_add(12 + 4 * index), word);
        }
    }

    fn tell_state(&mut self, at: u32) {
        let cpu = &self.cpu;
        let stacks = [self.chip.spl + 0x5e08, self.chip.spl + 0x2000];
        let words = [cpu.sctlr, cpu.dacr, cpu.ttbcr, cpu.ttbr0, MIDR, CPSR, stacks[0], stacks[1]];
        for (index, word) in (0..).zip(words) {
            self.poke(at.wrapping_add(4 * index), word);
        }
    }

    fn mmu_on(&mut self, at: u32) {
        let [dacr, ttbcr, ttbr0] = [0, 4, 8].map(|offset| self.peek(at.wrapping_add(offset)));
        let section = |index: u32| self.peek(ttbr0.wrapping_add(4 * index));
        let identity =
            (0..4096).all(|index| section(index) >> 20 == index && section(index) & 3 == 2);
        if ttbr0 % 0x4000 != 0 || !identity {
            return self.lose(
                "the MMU was switched on with a table that is none: the processor crashed".into(),
            );
        }
        (self.cpu.dacr, self.cpu.ttbcr, self.cpu.ttbr0) = (dacr, ttbcr, ttbr0);
        self.cpu.sctlr |= MMU_AND_CODE;
    }

    fn smc(&mut self) {
        let Some(probe) = self.chip.smc_probe.filter(|_| self.cpu.nonsecure) else {
            return self.lose("an smc without a monitor behind it: the processor crashed".into());
        };
        self.cpu.nonsecure = false;
        self.poke(probe, PROBE_WORD);
    }

    fn sum(&mut self, at: u32) {
        let (address, length) = (self.peek(at), self.peek(at.wrapping_add(4)));
        if self.reaches(address, 0).is_none() || length > 16 << 20 {
            return self.lose(format!("the sum of {length} bytes at {address:#010x} does not end"));
        }
        let mut bytes = vec![0; length as usize];
        self.copy_out(address, &mut bytes);
        for (index, word) in (0..).zip(sums(address, &bytes)) {
            self.poke(at.wrapping_add(4 * index), word);
        }
    }

    fn enter64(&mut self, at: u32) {
        let (register, entry) = (self.peek(at), self.peek(at.wrapping_add(4)));
        let right = self.chip.rvbar.map(|rvbar| match rvbar.other_die {
            Some((_, other)) if self.traits.other_die => other,
            _ => rvbar.register,
        });
        match right {
            None => self.lose(format!("the {} has no AArch64", self.chip.name)),
            Some(_) if self.cpu.nonsecure => {
                self.lose("a warm reset is not allowed in the non-secure state: nothing happened".into());
            }
            Some(right) if right != register => self.lose(format!(
                "the entry went to {register:#010x}, but this die's reset vector is at {right:#010x}: the core restarted elsewhere"
            )),
            Some(_) if map::region(self.chip, entry) == Region::Dram && !self.cpu.dram => {
                self.lose(format!("the core restarted at {entry:#010x}, where there is no DRAM yet"));
            }
            Some(_) => {
                self.note(format!(
                    "the AArch64 code at {entry:#010x} takes over the board; this virtual board is plain memory and does not execute it"
                ));
                self.state = State::Left;
            }
        }
    }

    fn thunk(&mut self, at: u32) {
        let spl = self.peek(at);
        if self.cpu.sctlr & (1 << 2 | ICACHE) != 0 {
            return self.mark(spl, b".???");
        }
        self.swap(at.wrapping_add(4));
        if self.checksum_holds(spl) {
            self.mark(spl, b".FEL");
            self.run_spl(spl);
        } else {
            self.mark(spl, b".BAD");
        }
        self.swap(at.wrapping_add(4));
    }

    fn mark(&mut self, spl: u32, mark: &[u8; 4]) {
        self.poke(spl.wrapping_add(8), u32::from_le_bytes(*mark));
    }

    fn swap(&mut self, table: u32) {
        for entry in (0..8).map(|index| table.wrapping_add(12 * index)) {
            let [first, second, bytes] =
                [0, 4, 8].map(|offset| self.peek(entry.wrapping_add(offset)));
            if bytes == 0 {
                return;
            }
            for offset in (0..bytes.min(0x1_0000)).step_by(4) {
                let (a, b) = (first.wrapping_add(offset), second.wrapping_add(offset));
                let (left, right) = (self.peek(a), self.peek(b));
                self.poke(a, right);
                self.poke(b, left);
            }
        }
    }

    fn checksum_holds(&self, spl: u32) -> bool {
        let (sum, length) = (self.peek(spl.wrapping_add(0x0c)), self.peek(spl.wrapping_add(0x10)));
        if length == 0 || length % 4 != 0 || length > self.chip.sram {
            return false;
        }
        let words = (0..length).step_by(4).map(|offset| self.peek(spl.wrapping_add(offset)));
        words.fold(0u32, u32::wrapping_add).wrapping_sub(sum).wrapping_add(crate::egon::STAMP)
            == sum
    }

    /// The SPL is foreign code: what it is there for is taken as done.
    fn run_spl(&mut self, spl: u32) {
        if self.traits.spl_hangs {
            return self.lose("the SPL hangs, as this virtual board was asked to have it".into());
        }
        if self.cpu.mmu() {
            return self.lose("the SPL crashed: it was started with the MMU on".into());
        }
        if self.chip.enable_l2 && !self.cpu.l2 {
            return self.lose("the SPL crashed: it was started with the L2 cache off".into());
        }
        if self.peek(spl) >> 24 != 0xea {
            return self.lose("the SPL crashed: it does not begin with a branch".into());
        }
        self.cpu.dram = true;
        self.note(
            "this virtual board is plain memory: the SPL was not executed, DRAM is taken as up (engine=qemu executes it)".into(),
        );
    }
}
