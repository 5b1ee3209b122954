//! The eMMC through the vendor's U-Boot.

use amlogic::{adnl, disk::CLOSED};
use link::{Check, IoError, Method, Sink, Source, Verified, Watch, storage::SECTOR};

use super::burn_mode::{Quiet, Uboot, in_bytes};
use crate::{
    boards::storage::Storage,
    family::{BlockTarget, Comparer, Medium, Writer},
};

const BYTES: u64 = SECTOR as u64;

/// The eMMC of a board whose U-Boot is in its burn mode.
pub(crate) struct Target<'a> {
    uboot: Box<dyn Uboot + 'a>,
    sectors: Option<u64>,
}

impl<'a> Target<'a> {
    /// The eMMC, of this many sectors where they are known.
    pub(crate) fn new(uboot: Box<dyn Uboot + 'a>, sectors: Option<u64>) -> Self {
        Self { uboot, sectors }
    }
}

impl BlockTarget for Target<'_> {
    fn medium(&self) -> Medium {
        Medium {
            kind: Some(Storage::Emmc),
            sectors: self.sectors,
            id: None,
            boots: None,
            part: None,
        }
    }

    fn writer(
        &mut self,
        start: u64,
        bytes: u64,
        check: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>> {
        self.uboot.writer(start, bytes, check)
    }

    fn comparer(&mut self) -> Box<dyn Comparer + '_> {
        Box::new(Comparing { uboot: &mut *self.uboot, known: Verified::default() })
    }

    fn read(
        &mut self,
        start: u64,
        sectors: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        self.uboot.read_disk(start, in_bytes(sectors)?, sink, watch)
    }
}

/// Comparing under way.
struct Comparing<'u> {
    uboot: &'u mut dyn Uboot,
    known: Verified,
}

impl Comparer for Comparing<'_> {
    fn compare(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Option<u64>> {
        let size = source.size().next_multiple_of(BYTES);
        if size == 0 {
            return Ok(None);
        }
        let mut against = Against { source, at: 0, differs: None };
        match self.uboot.read_disk(sector, size, &mut against, &mut Quiet(watch)) {
            Err(error) if is_closed(&error) => {
                let why = Some(CLOSED);
                self.known.add(&Verified { bytes: size, why, ..Verified::default() });
                return Ok(None);
            }
            other => other?,
        }
        if let Some(at) = against.differs {
            return Ok(Some(sector + at / BYTES));
        }
        self.known.add(&Verified::by(Method::ReadBack, size));
        Ok(None)
    }

    fn known(&self) -> Verified {
        self.known
    }
}

/// Whether a board refused to be read because secure boot is fused.
fn is_closed(error: &anyhow::Error) -> bool {
    use adnl::host::{Cause, Error};
    error.downcast_ref::<Error>().is_some_and(|error| matches!(error.cause, Cause::Closed(_)))
}

/// Compares what comes with a source. All of it is taken, whatever differs: a board whose data are not taken is out of step.
struct Against<'s> {
    source: &'s mut dyn Source,
    at: u64,
    /// The first byte that differs.
    differs: Option<u64>,
}

impl Sink for Against<'_> {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        let begin = self.at;
        self.at += data.len() as u64;
        if self.differs.is_some() {
            return Ok(());
        }
        // What follows the source's end, in its last sector, was written as zeros.
        let mut wanted = vec![0; data.len()];
        let there = self.source.size().saturating_sub(begin).min(data.len() as u64) as usize;
        if there > 0 {
            self.source.read_at(begin, &mut wanted[..there])?;
        }
        let first = data.iter().zip(&wanted).position(|(one, other)| one != other);
        self.differs = first.map(|index| begin + index as u64);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_is_kept_and_the_end_is_zeros() {
        let source = [1_u8, 2, 3, 4, 5];
        let differs = |pieces: &[&[u8]]| {
            let mut source = &source[..];
            let mut against = Against { source: &mut source, at: 0, differs: None };
            pieces.iter().for_each(|piece| against.write(piece).expect("nothing fails"));
            against.differs
        };
        assert_eq!(differs(&[&[1, 2, 3], &[4, 5, 0], &[0]]), None);
        assert_eq!(differs(&[&[1, 2, 3], &[4, 9, 1], &[7]]), Some(4));
        assert_eq!(differs(&[&[1, 2, 3, 4, 5, 0], &[7]]), Some(6));
    }
}
