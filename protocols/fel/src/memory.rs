//! The engine that needs nothing installed: plain memory that recognises our own payloads and does what they do.
//!
//! It cannot run foreign code and says so. It is strict where silicon is: DRAM hangs until an SPL has run, the boot
//! ROM's own memory must not be overwritten, an `smc` without a monitor is fatal, code behind a stale instruction cache
//! is not the code that was written.

mod cpu;
mod map;

use alloc::{boxed::Box, collections::BTreeMap, collections::VecDeque, format, string::String};

use crate::{
    chips::{Chip, Core, D1_ROM_WORD, PROBE_WORD, R528_ROM_WORD, SCRATCH_SIZE, Swap},
    engine::{Engine, State},
};
use cpu::Cpu;
use map::Region;

/// What is special about a board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// DRAM is up already, as after an SPL.
    pub dram: bool,
    /// The SPL does not come back.
    pub spl_hangs: bool,
    /// The secure-boot fuse is burned: the boot ROM runs in the non-secure state.
    pub secure: bool,
    /// The SoC's second die, where there is one.
    pub other_die: bool,
}

const PAGE: u32 = 4096;
/// Chip id of every virtual board, as QEMU's H3 has it.
const CHIP_ID: [u32; 4] = [0x02c0_0081, 0x1111_2222, 0x3333_0000, 0x4455_6677];
/// Free at the scratchpad that the boot ROM declares: xfel's payloads are shorter.
const SCRATCHPAD_SIZE: u32 = 0x200;
/// First word of a boot ROM that nobody asks for: some branch.
const NOBODYS_WORD: u32 = 0xea00_0006;

/// Memory and a processor that only knows racklet-flash's payloads.
pub struct Memory {
    chip: &'static Chip,
    traits: Traits,
    pages: BTreeMap<u32, Box<[u8; PAGE as usize]>>,
    cpu: Cpu,
    state: State,
    notes: VecDeque<String>,
}

impl Memory {
    /// A board with `chip`, just powered on.
    pub fn new(chip: &'static Chip, traits: Traits) -> Self {
        let mut memory = Self {
            chip,
            traits,
            pages: BTreeMap::new(),
            cpu: Cpu::new(chip, traits),
            state: State::Rom,
            notes: VecDeque::new(),
        };
        memory.power_on();
        memory
    }

    fn power_on(&mut self) {
        let first = match (self.chip.name, self.chip.core) {
            (_, Core::RiscV) => D1_ROM_WORD,
            ("R528", _) => R528_ROM_WORD,
            _ => NOBODYS_WORD,
        };
        self.poke(self.chip.rom.0, first);
        for swap in self.chip.swaps {
            for offset in (0..swap.size).step_by(4) {
                self.poke(swap.rom + offset, 0xb007_0000 | offset);
            }
        }
        if let Some(probe) = self.chip.smc_probe.filter(|_| !self.traits.secure) {
            self.poke(probe, PROBE_WORD);
        }
        if let Some((version, _)) = self.chip.rvbar.and_then(|rvbar| rvbar.other_die) {
            self.poke(version, self.traits.other_die.into());
        }
        if let Some(sid) = self.chip.sid {
            for (index, word) in (0..).zip(CHIP_ID) {
                self.poke(sid.base + sid.offset + 4 * index, word);
            }
        }
        if self.cpu.mmu() {
            for index in 0..4096 {
                self.poke(self.cpu.ttbr0 + 4 * index, index << 20 | 0xde2);
            }
        }
    }

    /// A word as it lies in memory, whatever an access to it would do.
    fn peek(&self, address: u32) -> u32 {
        let mut bytes = [0; 4];
        self.copy_out(address, &mut bytes);
        u32::from_le_bytes(bytes)
    }

    fn poke(&mut self, address: u32, value: u32) {
        self.copy_in(address, &value.to_le_bytes());
    }

    fn copy_out(&self, address: u32, mut buf: &mut [u8]) {
        let mut address = address;
        while !buf.is_empty() {
            let at = (address % PAGE) as usize;
            let (piece, rest) = buf.split_at_mut(buf.len().min(PAGE as usize - at));
            match self.pages.get(&(address / PAGE)) {
                Some(page) => piece.copy_from_slice(&page[at..at + piece.len()]),
                None => piece.fill(0),
            }
            address = address.wrapping_add(piece.len() as u32);
            buf = rest;
        }
    }

    fn copy_in(&mut self, address: u32, mut data: &[u8]) {
        let mut address = address;
        while !data.is_empty() {
            let at = (address % PAGE) as usize;
            let (piece, rest) = data.split_at(data.len().min(PAGE as usize - at));
            let page =
                self.pages.entry(address / PAGE).or_insert_with(|| Box::new([0; PAGE as usize]));
            page[at..at + piece.len()].copy_from_slice(piece);
            address = address.wrapping_add(piece.len() as u32);
            data = rest;
        }
    }

    fn note(&mut self, text: String) {
        if !self.notes.contains(&text) {
            self.notes.push_back(text);
        }
    }

    /// The processor will not come back.
    fn lose(&mut self, why: String) {
        self.note(why);
        self.state = State::Lost;
    }

    /// Whether an access of the boot ROM's to this piece of memory ends, and what is odd about it.
    fn reaches(&mut self, address: u32, length: usize) -> Option<Region> {
        let region = map::region(self.chip, address);
        match region {
            Region::Dram if !self.cpu.dram => {
                self.note(format!(
                    "the bus hangs: DRAM was touched at {address:#010x} before an SPL had set it up"
                ));
                return None;
            }
            Region::Nowhere => {
                self.note(format!("the bus hangs: nothing is at {address:#010x}"));
                return None;
            }
            Region::Registers if length > 0 => self.note(format!(
                "registers at {address:#010x} were accessed byte by byte, as FEL copies memory: use readl and writel"
            )),
            _ => {}
        }
        Some(region)
    }

    /// Whether a write leaves the boot ROM's own memory alone. What is swapped around an SPL is more than that: some
    /// SoCs have their scratch memory in it.
    fn spares_the_rom(&self, address: u32, length: usize) -> bool {
        let (start, end) = (u64::from(address), u64::from(address) + length as u64);
        let within =
            |free: u32, size: u32| start >= free.into() && end <= u64::from(free) + u64::from(size);
        let clear = |swap: &Swap| {
            end <= swap.rom.into() || u64::from(swap.rom) + u64::from(swap.size) <= start
        };
        within(self.chip.scratch, SCRATCH_SIZE)
            || self.chip.scratchpad.is_some_and(|pad| within(pad, SCRATCHPAD_SIZE))
            || self.chip.swaps.iter().all(clear)
    }
}

impl Engine for Memory {
    fn read(&mut self, address: u32, buf: &mut [u8]) -> bool {
        for (address, range) in map::pages(address, buf.len()) {
            match self.reaches(address, range.len()) {
                None => return false,
                Some(Region::Registers) => buf[range].fill(0),
                Some(_) => self.copy_out(address, &mut buf[range]),
            }
        }
        true
    }

    fn write(&mut self, address: u32, data: &[u8]) -> bool {
        for (address, range) in map::pages(address, data.len()) {
            let piece = &data[range];
            match self.reaches(address, piece.len()) {
                None => return false,
                Some(Region::Registers | Region::Rom) => {}
                Some(_) if !self.spares_the_rom(address, piece.len()) => {
                    self.lose(format!(
                        "the boot ROM crashed: its own memory was overwritten at {address:#010x}"
                    ));
                    return false;
                }
                Some(_) => self.copy_in(address, piece),
            }
        }
        true
    }

    fn execute(&mut self, address: u32) {
        self.run(address);
    }

    fn state(&mut self) -> State {
        self.state.clone()
    }

    fn in_real_time(&self) -> bool {
        false
    }

    fn note(&mut self) -> Option<String> {
        self.notes.pop_front()
    }
}
