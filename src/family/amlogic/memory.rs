//! Memory and registers, in whatever way the program that answers has for them.

use amlogic::{
    adnl::{host::Adnl, wire::Transfer},
    optimus::host::{Optimus, Way},
};
use anyhow::Context as _;
use link::{Silent, Sink, Source, StepId, Watch};

use super::{Identification, Program, burn_mode::Quiet};
use crate::{failure::Problem, files::memory_file::MemoryFile, session::UsbSession};

/// The memory of a board.
pub(crate) struct Memory<'m> {
    board: &'m mut UsbSession,
    program: Program,
}

impl<'m> Memory<'m> {
    /// The memory that the program reaches.
    pub(crate) fn new(board: &'m mut UsbSession, who: &Identification) -> Self {
        Self { board, program: who.program }
    }

    /// Reads `length` bytes.
    pub(crate) fn read(
        &mut self,
        address: u32,
        length: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        match self.program {
            Program::Optimus(_) => self.optimus().read(address, length, Way::Best, sink, watch)?,
            Program::Adnl(_) => {
                let place = place(address, length)?;
                self.adnl().read(&place, sink, &mut Quiet(watch))?;
            }
        }
        Ok(())
    }

    /// Writes all of a source.
    pub(crate) fn write(
        &mut self,
        address: u32,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        self.put(address, source, Way::Best, watch)
    }

    fn put(
        &mut self,
        address: u32,
        source: &mut dyn Source,
        way: Way,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        match self.program {
            Program::Optimus(_) => self.optimus().write(address, source, way, watch)?,
            Program::Adnl(_) => {
                let place = place(address, source.size())?;
                self.adnl().write(&place, source, &mut Quiet(watch))?;
            }
        }
        Ok(())
    }

    /// Writes a file to where it belongs, and compares it where `verify` says so.
    pub(crate) fn write_file(
        &mut self,
        load: &mut MemoryFile,
        verify: bool,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let (address, size, name) = (load.address, load.input.size(), load.name.clone());
        watch.step(StepId::WRITE, &name, size);
        self.write(address, &mut load.input, watch).with_context(|| name)?;
        if verify {
            watch.step(StepId::VERIFY, "verify", size);
            let mut compare = load.compare();
            self.read(address, size, &mut compare, watch)?;
            compare.result()?;
        }
        Ok(())
    }

    /// Reads a 32-bit register.
    pub(crate) fn register(&mut self, address: u32) -> anyhow::Result<u32> {
        let mut bytes = Vec::new();
        self.read(address, 4, &mut bytes, &mut Silent)?;
        let word = bytes.first_chunk().context("a register came in less than four bytes")?;
        Ok(u32::from_le_bytes(*word))
    }

    /// Writes a 32-bit register.
    pub(crate) fn set_register(&mut self, address: u32, value: u32) -> anyhow::Result<()> {
        self.put(address, &mut &value.to_le_bytes()[..], Way::Control, &mut Silent)
    }

    /// Starts code. Whether it runs, the board does not say. Fails over ADNL, which has no such request.
    pub(crate) fn run(&mut self, address: u32) -> anyhow::Result<()> {
        if let Program::Adnl(_) = self.program {
            let text = "this protocol has no request that runs code: `amlogic boot` starts boot files, and `amlogic \
                        command` has U-Boot carry out its own commands";
            return Err(Problem::Refused(text.into()).into());
        }
        Ok(self.optimus().run(address)?)
    }

    fn optimus(&mut self) -> Optimus<'_> {
        Optimus::new(&mut self.board.link)
    }

    fn adnl(&mut self) -> Adnl<'_> {
        Adnl::new(&mut self.board.link)
    }
}

/// A place in memory, as ADNL names it.
fn place(address: u32, length: u64) -> Result<Transfer, Problem> {
    if length == 0 || length > (1 << 32) - u64::from(address) {
        let text = "the range is empty, or runs past the end of 32-bit addresses";
        return Err(Problem::Usage(text.into()));
    }
    Ok(Transfer::mem(format!("{address:#x}"), length))
}
