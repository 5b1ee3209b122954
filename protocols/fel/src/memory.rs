//! The engine that needs nothing installed: memory, and a processor that executes plain A32, or RV64IMC.
//!
//! It is no whole SoC: an SPL and what takes over the board are not executed, and it says so. It is strict where silicon
//! is: DRAM hangs until an SPL has run, the boot ROM's own memory must not be overwritten, an `smc` without a monitor is
//! fatal, code behind a stale instruction cache is not the code that was written.

mod arm;
mod board;
mod bus;
mod map;
mod pages;
mod riscv;
mod run;
mod sid;
mod soc;

use alloc::{format, string::String};

use crate::{
    chips::{Chip, Core},
    engine::{Engine, State},
};
use arm::{Arm, Cp15};
use board::Board;
use map::Region;
use riscv::Hart;
use soc::Soc;
pub use soc::{Flaw, Media, NandFlaw, RULES, Rule};

/// What is special about a board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// DRAM is up already, as after an SPL.
    pub dram: bool,
    /// The SPL does not return.
    pub spl_hangs: bool,
    /// The secure-boot fuse is burned: the boot ROM runs in the non-secure state.
    pub secure: bool,
    /// The SoC's second die, where there is one.
    pub other_die: bool,
}

/// Memory and a processor.
pub struct Memory {
    board: Board,
    arm: Arm,
    /// What executes on a RISC-V SoC.
    hart: Hart,
    state: State,
}

impl Memory {
    /// A board with `chip`, just powered on.
    pub fn new(chip: &'static Chip, traits: Traits) -> Self {
        let cp15 = Cp15::new(chip);
        let mut board = Board::new(chip, traits, cp15.table());
        let mut arm = Arm::new(cp15);
        arm.registers.set_interrupt_stack(run::interrupt_stack(chip));
        board.soc = Soc::new(chip, Media::default());
        Self { board, arm, hart: Hart::new(), state: State::Rom }
    }

    /// The same with storage, where the SoC's ports are modelled; there are no cards otherwise.
    pub fn with(mut self, media: Media) -> Self {
        self.board.soc = Soc::new(self.board.chip, media);
        self
    }

    /// Whether an access of the boot ROM's to this piece of memory ends, and what is odd about it.
    fn reaches(&mut self, address: u32) -> Option<Region> {
        let region = self.board.reaches(address);
        if region == Some(Region::Registers) {
            self.board.note(format!(
                "registers at {address:#010x} were accessed byte by byte, as FEL copies memory: use readl and writel"
            ));
        }
        region
    }
}

impl Engine for Memory {
    fn read(&mut self, address: u32, buf: &mut [u8]) -> bool {
        for (address, range) in map::pages(address, buf.len()) {
            match self.reaches(address) {
                None => return false,
                Some(Region::Registers) => buf[range].fill(0),
                Some(_) => self.board.copy_out(address, &mut buf[range]),
            }
        }
        true
    }

    fn write(&mut self, address: u32, data: &[u8]) -> bool {
        for (address, range) in map::pages(address, data.len()) {
            let piece = &data[range];
            let Some(region) = self.reaches(address) else { return false };
            if matches!(region, Region::Registers | Region::Rom) {
                continue;
            }
            if region == Region::Sram && self.board.touches_the_rom(address, piece.len()) {
                self.lose(format!(
                    "the boot ROM crashed: its own memory was overwritten at {address:#010x}"
                ));
                return false;
            }
            self.board.copy_in(address, piece);
        }
        true
    }

    fn execute(&mut self, address: u32) {
        match self.board.chip.core {
            Core::Arm => self.run_arm(address),
            Core::RiscV => self.run_riscv(address),
        }
    }

    fn state(&mut self) -> State {
        self.state.clone()
    }

    fn in_real_time(&self) -> bool {
        false
    }

    fn note(&mut self) -> Option<String> {
        self.board.notes.pop_front()
    }
}
