//! The vendor's U-Boot in its burn mode, over either protocol: storage, and what a package does with it.

mod adnl;
mod optimus;

use amlogic::{
    adnl::{host::Adnl, wire::PRODUCT},
    disk::{Check, Report},
    optimus::host::Optimus,
    package::Format,
};
use link::{Sink, Source, Watch};

use crate::session::UsbSession;

pub(super) use amlogic::adnl::host::Initial;

/// What is to be known of a U-Boot that lays out the storage once.
pub(super) const ONCE: &str = "this U-Boot lays out and erases its storage once after its start: where it has done so already (for a \
                               partition command, for one), nothing is erased and the layout stays; `amlogic reset rom` and \
                               `amlogic boot` begin afresh";

/// What U-Boot does for us. Each call makes sure that it is there.
pub(super) trait Uboot {
    /// Begins to write to the eMMC; all of it lies in `size` bytes from byte `offset` on, which have to fit.
    fn writer(
        &mut self,
        offset: u64,
        size: u64,
        check: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>>;

    /// Compares the eMMC with a source.
    fn verify_disk(
        &mut self,
        offset: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Report>;

    /// Reads the eMMC.
    fn read_disk(
        &mut self,
        offset: u64,
        size: u64,
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

/// An image that goes to the eMMC in pieces.
pub(super) trait Writer {
    /// Writes all of a source from byte `offset` on.
    fn write(
        &mut self,
        offset: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()>;

    /// Bytes that [`finish`](Self::finish) will read back.
    fn to_read_back(&self) -> u64;

    /// Verifies what was written.
    fn finish(self: Box<Self>, watch: &mut dyn Watch) -> anyhow::Result<Report>;
}

/// What hears of bytes and notes and of no steps, for a step that is made of many.
pub(super) struct Quiet<'w>(pub(super) &'w mut dyn Watch);

impl Watch for Quiet<'_> {
    fn step(&mut self, _: &str, _: u64) {}

    fn advance(&mut self, bytes: u64) {
        self.0.advance(bytes);
    }

    fn note(&mut self, text: &str) {
        self.0.note(text);
    }
}

/// A conversation with the board's U-Boot. Nothing is sent.
pub(super) fn uboot(board: &mut UsbSession) -> Box<dyn Uboot + '_> {
    match board.ids().1 {
        PRODUCT => Box::new(Adnl::new(&mut board.link)),
        _ => Box::new(Optimus::new(&mut board.link)),
    }
}
