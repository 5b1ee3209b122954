//! What executes code behind the virtual boot ROM.

use alloc::string::String;

/// How the processor is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// In the boot ROM, ready for requests.
    Rom,
    /// Running code that was uploaded; it may or may not return.
    Running,
    /// Running code that will not return to the boot ROM, though the machine is alive: it hangs or crashed.
    Lost,
    /// The machine has left FEL for good: USB goes away (another program took over, or a reset).
    Left,
}

/// A processor and its memory, as FEL can reach them.
///
/// Reads and writes come only while the state is [`State::Rom`]. Memory accesses are made byte by byte, as the boot
/// ROM makes them: a 32-bit register read this way gives what four byte accesses give.
pub trait Engine: Send {
    /// Reads memory. `false`: the access hangs the machine (DRAM that is not initialised).
    fn read(&mut self, address: u32, buf: &mut [u8]) -> bool;
    /// Writes memory, likewise.
    fn write(&mut self, address: u32, data: &[u8]) -> bool;
    /// Branches to `address` in the boot ROM's own state (ARM: supervisor mode, A32; RISC-V: machine mode).
    fn execute(&mut self, address: u32);
    /// Looks how the processor is doing, without waiting.
    fn state(&mut self) -> State;
    /// Whether the passing of real time can change a [`State::Running`].
    fn in_real_time(&self) -> bool;
    /// What a person at the bench would have noticed since the last call.
    fn note(&mut self) -> Option<String>;
}
