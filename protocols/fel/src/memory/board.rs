//! What the processor is connected to: memory, and the few peripherals that recoveries touch.

use alloc::{collections::VecDeque, format, string::String, vec, vec::Vec};

use super::{
    Traits,
    bus::{Bus, Halt},
    map::{self, Region},
    pages::Pages,
    sid::SidPort,
    soc::Soc,
};
use crate::{
    chips::{Chip, Core, D1_ROM_WORD, PROBE_WORD, R528_ROM_WORD, SCRATCH_SIZE},
    engine::State,
};

/// Chip id of every virtual board, as QEMU's H3 has it.
const CHIP_ID: [u32; 4] = [0x02c0_0081, 0x1111_2222, 0x3333_0000, 0x4455_6677];
/// Free at the scratchpad that the boot ROM declares: xfel's payloads are shorter.
const SCRATCHPAD_SIZE: u32 = 0x200;
/// First word of a boot ROM that is never read: some branch.
const NOBODYS_WORD: u32 = 0xea00_0006;
/// Instructions that return at once.
const BX_LR: u32 = 0xe12f_ff1e;
const RET: u32 = 0x0000_8067;
const C_RET: u16 = 0x8082;

/// Memory and peripherals.
pub(super) struct Board {
    pub(super) chip: &'static Chip,
    pub(super) traits: Traits,
    pages: Pages,
    /// An SPL has set up DRAM.
    pub(super) dram: bool,
    /// The boot ROM runs in the non-secure state of a fused SoC.
    pub(super) nonsecure: bool,
    sid: SidPort,
    /// Storage ports, where they are known.
    pub(super) soc: Option<Soc>,
    pub(super) notes: VecDeque<String>,
}

impl Board {
    /// Just powered on; `table` is where the boot ROM has its MMU's table, if it runs with the MMU on.
    pub(super) fn new(chip: &'static Chip, traits: Traits, table: Option<u32>) -> Self {
        let mut board = Self {
            chip,
            traits,
            pages: Pages::new(),
            dram: traits.dram,
            nonsecure: traits.secure && chip.smc_probe.is_some(),
            sid: SidPort::default(),
            soc: None,
            notes: VecDeque::new(),
        };
        board.fill();
        for index in 0..4096 {
            if let Some(table) = table {
                board.poke(table + 4 * index, index << 20 | 0xde2);
            }
        }
        board
    }

    fn fill(&mut self) {
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
        if let Some(probe) = self.chip.smc_probe.filter(|_| !self.nonsecure) {
            self.poke(probe, PROBE_WORD);
        }
        if self.traits.dram && self.chip.core == Core::Arm {
            self.copy_in(self.chip.spl + 4, b"eGON.FEL");
        }
        if let Some((version, _)) = self.chip.rvbar.and_then(|rvbar| rvbar.other_die) {
            self.poke(version, self.traits.other_die.into());
        }
        if let Some(sid) = self.chip.sid {
            for (index, word) in (0..).zip(CHIP_ID) {
                self.poke(sid.base + sid.offset + 4 * index, word);
            }
        }
    }

    /// A word as it is in memory, whatever an access to it would do.
    pub(super) fn peek(&self, address: u32) -> u32 {
        self.pages.word(address)
    }

    pub(super) fn poke(&mut self, address: u32, value: u32) {
        self.copy_in(address, &value.to_le_bytes());
    }

    pub(super) fn copy_out(&self, address: u32, buf: &mut [u8]) {
        self.pages.copy_out(address, buf);
    }

    pub(super) fn copy_in(&mut self, address: u32, data: &[u8]) {
        self.pages.copy_in(address, data);
    }

    pub(super) fn note(&mut self, text: String) {
        if !self.notes.contains(&text) {
            self.notes.push_back(text);
        }
    }

    /// Whether an access to this address ends.
    pub(super) fn reaches(&mut self, address: u32) -> Option<Region> {
        let region = map::region(self.chip, address);
        match region {
            Region::Dram if !self.dram => {
                self.note(format!(
                    "the bus hangs: DRAM was touched at {address:#010x} before an SPL had set it up"
                ));
                None
            }
            Region::Nowhere => {
                self.note(format!("the bus hangs: nothing is at {address:#010x}"));
                None
            }
            _ => Some(region),
        }
    }

    /// Whether this byte is in the boot ROM's own memory. What is swapped around an SPL is more than that: some SoCs
    /// have their scratch memory in it.
    fn is_the_roms(&self, address: u32) -> bool {
        let within = |start: u32, size: u32| address.wrapping_sub(start) < size;
        !within(self.chip.scratch, SCRATCH_SIZE)
            && !self.chip.scratchpad.is_some_and(|pad| within(pad, SCRATCHPAD_SIZE))
            && self.chip.swaps.iter().any(|swap| within(swap.rom, swap.size))
    }

    /// Whether any of the boot ROM's own memory is in this range.
    pub(super) fn touches_the_rom(&self, address: u32, length: usize) -> bool {
        (0..length as u32).any(|at| self.is_the_roms(address.wrapping_add(at)))
    }

    /// The boot ROM's own memory, piece by piece, to be compared later.
    pub(super) fn keep(&self) -> Vec<Vec<u8>> {
        let copy = |size: u32, address| {
            let mut bytes = vec![0; size as usize];
            self.copy_out(address, &mut bytes);
            bytes
        };
        self.chip.swaps.iter().map(|swap| copy(swap.size, swap.rom)).collect()
    }

    /// Where that memory differs now. Nothing below the stack pointer is in use.
    pub(super) fn first_lost(&self, kept: &[Vec<u8>], stack: u32) -> Option<u32> {
        let now = self.keep();
        let pieces = self.chip.swaps.iter().zip(kept.iter().zip(&now));
        pieces
            .flat_map(|(swap, (old, new))| {
                (swap.rom..)
                    .zip(old.iter().zip(new))
                    .map(move |(address, bytes)| (swap, address, bytes))
            })
            .find(|&(swap, address, (old, new))| {
                let is_stack = stack.wrapping_sub(swap.rom) <= swap.size && address < stack;
                old != new && !is_stack && self.is_the_roms(address)
            })
            .map(|(_, address, _)| address)
    }

    fn returns(&self, word: u32) -> bool {
        match self.chip.core {
            Core::Arm => word == BX_LR,
            Core::RiscV => word == RET || word as u16 == C_RET,
        }
    }

    /// What is at an address that code accesses.
    fn access(&mut self, address: u32, size: u32) -> Result<Region, Halt> {
        if !address.is_multiple_of(size) {
            return Err(Halt::Board(
                State::Lost,
                format!("data abort: {address:#010x} is no multiple of {size}"),
            ));
        }
        self.reaches(address).ok_or(Halt::Hung)
    }

    fn note_part(&mut self, address: u32) {
        self.note(format!("registers at {address:#010x} were accessed by less than 32 bits"));
    }

    /// Some registers of the SoC's are read by bytes; the others are not.
    fn read_part(&mut self, address: u32, size: u32) -> u32 {
        let soc = self.soc.as_mut();
        let value = soc.and_then(|soc| soc.load((address, size), &self.pages, &mut self.notes));
        value.unwrap_or_else(|| {
            self.note_part(address);
            0
        })
    }

    fn write_part(&mut self, address: u32, size: u32, value: u32) {
        let soc = self.soc.as_mut();
        let part = (address, size, value);
        if !soc.is_some_and(|soc| soc.store(part, &self.pages, &mut self.notes)) {
            self.note_part(address);
        }
    }

    fn write_register(&mut self, address: u32, value: u32) -> Result<(), Halt> {
        if (address, value) == self.chip.watchdog {
            return Err(Halt::Board(State::Left, "the watchdog reset the board".into()));
        }
        if let Some(soc) = &mut self.soc
            && soc.store((address, 4, value), &self.pages, &mut self.notes)
        {
            return Ok(());
        }
        match self.chip.sid {
            Some(sid) if self.sid.write(&sid, address, value) => {}
            _ => self.poke(address, value),
        }
        if let Some(soc) = &mut self.soc {
            soc.changed(&self.pages);
        }
        Ok(())
    }

    fn read_register(&mut self, address: u32) -> u32 {
        let soc = self.soc.as_mut();
        let by_soc = soc.and_then(|soc| soc.load((address, 4), &self.pages, &mut self.notes));
        if let Some(value) = by_soc {
            return value;
        }
        let by_sid = self.chip.sid.and_then(|sid| self.sid.read(&sid, address));
        by_sid.map_or_else(|| self.peek(address), |word| word.unwrap_or_else(|at| self.peek(at)))
    }
}

impl Bus for Board {
    fn fetch(&mut self, address: u32) -> Result<u32, Halt> {
        self.soc.iter_mut().for_each(Soc::tick);
        let lost = |text| Err(Halt::Board(State::Lost, text));
        match self.reaches(address).ok_or(Halt::Hung)? {
            Region::Sram => Ok(self.peek(address)),
            Region::Dram if self.returns(self.peek(address)) => Ok(self.peek(address)),
            Region::Dram => Err(Halt::Board(
                State::Left,
                format!(
                    "the code at {address:#010x} takes over the board; a simulated board does not execute it (engine=qemu does)"
                ),
            )),
            Region::Registers | Region::Nowhere => {
                lost(format!("the code crashed: it went to registers at {address:#010x}"))
            }
            Region::Rom => lost(format!(
                "the code went into the boot ROM at {address:#010x}, which is not where it was called from"
            )),
        }
    }

    fn load(&mut self, address: u32, size: u32) -> Result<u32, Halt> {
        match (self.access(address, size)?, size) {
            (Region::Registers, 4) => Ok(self.read_register(address)),
            (Region::Registers, _) => Ok(self.read_part(address, size)),
            (_, 4) => Ok(self.peek(address)),
            _ => Ok(self.peek(address) & ((1 << (8 * size)) - 1)),
        }
    }

    fn store(&mut self, address: u32, size: u32, value: u32) -> Result<(), Halt> {
        match (self.access(address, size)?, size) {
            (Region::Registers, 4) => return self.write_register(address, value),
            (Region::Registers, _) => self.write_part(address, size, value),
            (Region::Rom, _) => {}
            _ => self.copy_in(address, &value.to_le_bytes()[..size as usize]),
        }
        Ok(())
    }

    fn takes_wide(&mut self, address: u32) -> Result<(), Halt> {
        match self.reaches(address).ok_or(Halt::Hung)? {
            Region::Registers => Err(Halt::Board(
                State::Lost,
                format!("access fault: registers at {address:#010x} were accessed by 64 bits"),
            )),
            _ => Ok(()),
        }
    }

    fn monitor(&mut self) -> Result<(), Halt> {
        let Some(probe) = self.chip.smc_probe.filter(|_| self.nonsecure) else {
            return Err(Halt::Board(
                State::Lost,
                "an smc without a monitor to handle it: the processor crashed".into(),
            ));
        };
        self.nonsecure = false;
        self.poke(probe, PROBE_WORD);
        Ok(())
    }

    fn is_identity(&self, table: u32) -> bool {
        (0..4096).all(|index| {
            let entry = self.peek(table.wrapping_add(4 * index));
            entry >> 20 == index && entry & 3 == 2
        })
    }
}
