//! The vendor's U-Boot in its burn mode, over either protocol: storage, and what a package does with it.

mod adnl;
mod optimus;

pub(crate) use adnl::takes_commands;

use std::time::Duration;

use amlogic::{
    adnl::{host::Adnl, wire::PRODUCT},
    disk,
    optimus::host::Optimus,
    package::Format,
};
use link::{Check, Sink, Source, StepId, Watch, storage::SECTOR};

use crate::{failure::Problem, family::Writer, session::UsbSession};

pub(crate) use amlogic::adnl::host::Initial;

/// What is to be known of a U-Boot that lays out the storage once.
pub(crate) const ONCE: &str = "this U-Boot lays out and erases its storage once after its start: where it has done so already (for a \
                               partition command, for one), nothing is erased and the layout stays; `amlogic reset rom` and \
                               `amlogic boot` begin afresh";

/// What U-Boot does for us. Each call makes sure that it is there.
pub(crate) trait Uboot {
    /// How many sectors the eMMC has, asked or tried; `None`: that cannot be found out.
    fn sectors(&mut self) -> anyhow::Result<Option<u64>>;

    /// Begins to write to the eMMC; all of it is in `bytes` bytes from sector `start` on, which have to fit.
    fn writer(
        &mut self,
        start: u64,
        bytes: u64,
        check: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>>;

    /// Reads `bytes` bytes of the eMMC, whole sectors, from sector `start` on.
    fn read_disk(
        &mut self,
        start: u64,
        bytes: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()>;

    /// Lays out the storage, and erases what `how` says.
    fn initial(&mut self, how: Initial) -> anyhow::Result<()>;

    /// Whether it does that only once after its start, and says "done" to whatever is asked of it later.
    fn initial_once(&self) -> bool;

    /// Writes an image to a partition and has the board compare its SHA-1.
    fn write_part(
        &mut self,
        name: &str,
        format: Format,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()>;

    /// Reads the beginning of a partition.
    fn read_part(
        &mut self,
        name: &str,
        size: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()>;

    /// Erases a partition; `size` is how long it is, where that has to be told.
    fn erase_part(&mut self, name: &str, size: Option<u64>) -> anyhow::Result<()>;

    /// Whether [`erase_part`](Self::erase_part) has to be told how long the partition is.
    fn erases_by_size(&self) -> bool;

    /// Puts something into memory under a name that U-Boot knows.
    fn write_memory(
        &mut self,
        name: &str,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()>;

    /// What goes before the first step of a package.
    fn begin(&mut self) -> anyhow::Result<()> {
        Ok(())
    }

    /// Marks how far a package is.
    fn mark(&mut self, _: u8) -> anyhow::Result<()> {
        Ok(())
    }

    /// Whether the storage's header has to be in memory first.
    fn needs_header(&mut self) -> anyhow::Result<bool> {
        Ok(false)
    }

    /// Keeps the default environment.
    fn save(&mut self) -> anyhow::Result<()>;

    /// Restarts the board.
    fn restart(&mut self) -> anyhow::Result<()>;
}

/// How what was written can be verified.
fn check(check: Check) -> Result<disk::Check, Problem> {
    match check {
        Check::Best | Check::ReadBack => Ok(disk::Check::ReadBack),
        Check::None => Ok(disk::Check::Sums),
        Check::Parity | Check::BoardSum => Err(Problem::Usage(
            "Amlogic's U-Boot compares no parity, and sums nothing of the eMMC: choose read-back"
                .into(),
        )),
    }
}

/// Sectors in bytes.
pub(super) fn in_bytes(sectors: u64) -> Result<u64, Problem> {
    let bytes = sectors.checked_mul(SECTOR as u64);
    bytes.ok_or_else(|| Problem::Usage(format!("{sectors} sectors: no storage is that large")))
}

/// What hears of bytes and notes and of no steps, for a step that is made of many.
pub(crate) struct Quiet<'w>(pub(crate) &'w mut dyn Watch);

impl Watch for Quiet<'_> {
    fn step(&mut self, _: StepId, _: &str, _: u64) {}

    fn advance(&mut self, bytes: u64) {
        self.0.advance(bytes);
    }

    fn note(&mut self, text: &str) {
        self.0.note(text);
    }

    fn wait(&mut self, what: &str, limit: Duration) {
        self.0.wait(what, limit);
    }
}

/// A conversation with the board's U-Boot. Nothing is sent.
pub(crate) fn uboot(board: &mut UsbSession) -> Box<dyn Uboot + '_> {
    match board.ids().1 {
        PRODUCT => Box::new(Adnl::new(&mut board.link)),
        _ => Box::new(Optimus::new(&mut board.link)),
    }
}
