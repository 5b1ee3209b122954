//! What processors are connected to, and what ends a run.

use alloc::string::String;

use crate::engine::State;

/// Why no further instruction is executed.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Halt {
    /// The instruction is not known here, or not predictable.
    Undefined,
    /// The code went over to Thumb at this address.
    Thumb(u32),
    /// `svc`, `ecall` and `ebreak`: there is no handler.
    Supervisor,
    /// `wfi`: there are no interrupts.
    Asleep,
    /// Stale code in the instruction cache at this address.
    Stale(u32),
    /// The board goes on without the code; a person at the bench would notice this.
    Board(State, String),
    /// The bus does not answer; the board has noted why.
    Hung,
}

/// What the processor is connected to. Addresses are physical; sizes are 1, 2 or 4 bytes.
pub(super) trait Bus {
    /// The four bytes from an instruction's address on.
    fn fetch(&mut self, address: u32) -> Result<u32, Halt>;
    /// Reads, the upper bits being zero.
    fn load(&mut self, address: u32, size: u32) -> Result<u32, Halt>;
    /// Writes the lowest bits of `value`.
    fn store(&mut self, address: u32, size: u32, value: u32) -> Result<(), Halt>;
    /// Whether an access of 64 bits can be made there.
    fn takes_wide(&mut self, _address: u32) -> Result<(), Halt> {
        Ok(())
    }
    /// Calls the secure monitor of an ARM SoC.
    fn monitor(&mut self) -> Result<(), Halt> {
        Err(Halt::Undefined)
    }
    /// Whether the first-level table there, of an ARM's MMU, maps every address onto itself.
    fn is_identity(&self, _table: u32) -> bool {
        false
    }
}
