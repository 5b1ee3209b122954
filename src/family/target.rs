//! Storage that is reached through a board, in sectors of 512 bytes: what every family offers, so that one loop writes,
//! compares and reads for all of them.

use link::{Check, Sink, Source, Verified, Watch};

use super::Medium;
use crate::{boards::BootBus, failure::Problem};

/// A board's storage.
pub trait BlockTarget {
    /// What it is, and how long.
    fn medium(&self) -> Medium;

    /// Turns to a partition, where the board knows its partitions by name and reaches nothing but one of them: from then on
    /// sectors count from its first one. How many it has; `None`: storage is reached as a whole, and its table tells.
    fn partition(&mut self, name: &str) -> anyhow::Result<Option<u64>> {
        let _ = name;
        Ok(None)
    }

    /// The first sector that says nothing of whether the board starts. What is written before it is judged by
    /// [`judge`](Self::judge) first; 0: nothing is.
    fn judged(&self) -> u64 {
        0
    }

    /// Refuses bytes that would keep the board from starting, were they at `start`. Nothing is written.
    fn judge(&mut self, start: u64, bytes: &mut dyn Source) -> anyhow::Result<()> {
        let _ = (start, bytes);
        Ok(())
    }

    /// Whether it can be read at all; where not, it can be compared.
    fn is_readable(&self) -> bool {
        true
    }

    /// Refuses to write, where nothing can be written there whatever it is. Asked before anybody is asked for consent.
    fn require_writable(&self) -> anyhow::Result<()> {
        Ok(())
    }

    /// Begins to write: all that follows is within `bytes` bytes (0: unknown) from sector `start` on. Fails where
    /// there is no room, or where the board cannot verify in that way.
    fn writer(
        &mut self,
        start: u64,
        bytes: u64,
        check: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>>;

    /// Begins to compare.
    fn comparer(&mut self) -> Box<dyn Comparer + '_>;

    /// Reads sectors. Fails, rather than to pass on what a loader makes up.
    fn read(
        &mut self,
        start: u64,
        sectors: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()>;

    /// How what was read last is verified, where the board told sums of it. `None`: the way itself has to be trusted.
    fn known_of_read(&self) -> Option<Verified> {
        None
    }

    /// Has the SoC start from this storage, or from the part of it that is chosen, and returns what it starts from then.
    /// `bus`: how it reads there, where it has to be told.
    fn set_boot(
        &mut self,
        bus: Option<BootBus>,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<&'static str> {
        let _ = (bus, watch);
        Err(Problem::Refused("what the SoC starts from cannot be set in this way".into()).into())
    }
}

/// Writing under way.
pub trait Writer {
    /// Writes all of a source from a sector on; its last sector is padded with zeros.
    fn write(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()>;

    /// Bytes that [`finish`](Self::finish) will read back.
    fn to_read_back(&self) -> u64;

    /// Completes what was written and verifies it.
    fn finish(self: Box<Self>, watch: &mut dyn Watch) -> anyhow::Result<Verified>;
}

/// Comparing under way.
pub trait Comparer {
    /// Compares storage with a source from a sector on. Returns the first sector that differs; `None`: none of those that
    /// could be read does.
    fn compare(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Option<u64>>;

    /// The verification of everything that was compared and does not differ.
    fn known(&self) -> Verified;
}
