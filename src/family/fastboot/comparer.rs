//! Comparing a partition.

use link::{Method, Silent, Source, Verified, Watch, storage::SECTOR};

use super::{
    Target,
    partition::unread,
    read::{Window, pull},
};
use crate::family::Comparer;

const BYTES: u64 = SECTOR as u64;
/// Bytes that are kept of what the board sends at once.
const KEPT: u64 = 16 << 20;
/// Bytes that are compared at once.
const CHUNK: u64 = 1 << 20;

/// Comparing under way. What the board sent last is kept: how much that is, the board decides.
pub(super) struct Comparing<'t, 'a> {
    target: &'t mut Target<'a>,
    start: u64,
    kept: Vec<u8>,
    known: Verified,
}

impl<'t, 'a> Comparing<'t, 'a> {
    pub(super) fn new(target: &'t mut Target<'a>) -> Self {
        Self { target, start: 0, kept: Vec::new(), known: Verified::default() }
    }

    /// What the partition holds from a byte on: at least one sector.
    fn held(&mut self, at: u64) -> anyhow::Result<&[u8]> {
        let end = self.start + self.kept.len() as u64;
        if !(self.start..end).contains(&at) {
            self.kept.clear();
            self.start = at;
            let mut window = Window::new(&mut self.kept, KEPT);
            pull(self.target, at, &mut window, &mut Silent)?;
        }
        // Inside what is kept.
        Ok(&self.kept[(at - self.start) as usize..])
    }
}

impl Comparer for Comparing<'_, '_> {
    fn compare(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Option<u64>> {
        self.target.require()?;
        let (size, first) = (source.size(), sector * BYTES);
        let end = size.next_multiple_of(BYTES);
        if self.target.reads().is_err() {
            let why = Some(unread(self.target.program));
            self.known.add(&Verified { bytes: end, why, ..Verified::default() });
            return Ok(None);
        }
        let mut at = 0;
        while at < end {
            let held = self.held(first + at)?;
            let length = (held.len() as u64).min(end - at).min(CHUNK) as usize;
            // What follows the source's end, in its last sector, was written as zeros.
            let mut wanted = vec![0; length];
            let there = size.saturating_sub(at).min(length as u64) as usize;
            source.read_at(at, &mut wanted[..there]).map_err(anyhow::Error::from_boxed)?;
            if let Some(index) = held.iter().zip(&wanted).position(|(one, other)| one != other) {
                return Ok(Some(sector + (at + index as u64) / BYTES));
            }
            at += length as u64;
            watch.advance(length as u64);
        }
        self.known.add(&Verified::by(Method::ReadBack, end));
        Ok(None)
    }

    fn known(&self) -> Verified {
        self.known
    }
}
