//! The next piece of a job, made ready while the one before it is on the bus.

use alloc::vec::Vec;

use link::{IoError, Source, Watch};
use sha2::{Digest, Sha256};

use crate::wire::parity;

/// A piece that is whole.
pub(super) struct Ready(Part);

impl Ready {
    pub(super) fn data(&self) -> &[u8] {
        &self.0.data
    }

    /// Its parity.
    pub(super) fn parity(&self) -> u32 {
        self.0.parity.unwrap_or_else(|| parity(&self.0.data))
    }

    /// Its SHA-256, where that was wanted.
    pub(super) fn hash(&self) -> Option<[u8; 32]> {
        self.0.hash.clone().map(|hash| hash.finalize().into())
    }
}

/// What is to be known of each piece, beside its bytes.
#[derive(Clone, Copy)]
pub(super) struct Sums {
    /// Its parity.
    pub(super) parity: bool,
    /// Its SHA-256.
    pub(super) hash: bool,
}

/// A piece, as far as it was read.
#[derive(Default)]
struct Part {
    data: Vec<u8>,
    done: usize,
    /// Of what was read, where it is wanted.
    parity: Option<u32>,
    hash: Option<Sha256>,
}

impl Part {
    /// Empties it for so many bytes, in memory that was used before.
    fn begin(&mut self, length: usize, sums: Sums) {
        self.data.resize(length, 0);
        self.done = 0;
        self.parity = sums.parity.then(|| parity(&[]));
        self.hash = sums.hash.then(Sha256::new);
    }

    /// Reads more of it, at most `most` bytes from `offset` of the source on.
    fn fill(&mut self, source: &mut dyn Source, offset: u64, most: usize) -> Result<(), IoError> {
        let length = most.min(self.data.len() - self.done);
        let more = &mut self.data[self.done..][..length];
        source.read_at(offset, more)?;
        if let Some(sum) = &mut self.parity {
            *sum = sum.wrapping_add(parity(more)).wrapping_sub(parity(&[]));
        }
        if let Some(hash) = &mut self.hash {
            hash.update(more);
        }
        self.done += length;
        Ok(())
    }
}

/// Reads a source piece by piece. As a [`Watch`] of the exchange that sends one piece, it reads the next one meanwhile:
/// twice as fast as transfers end, so that it is ready when the last ones are still in flight.
pub(super) struct Ahead<'s> {
    source: &'s mut dyn Source,
    watch: &'s mut dyn Watch,
    sums: Sums,
    /// Where the piece begins that comes next.
    offset: u64,
    part: Part,
    spare: Part,
    failed: Option<IoError>,
}

impl<'s> Ahead<'s> {
    /// Begins at the start of `source`, with a piece of `first` bytes.
    pub(super) fn new(
        source: &'s mut dyn Source,
        watch: &'s mut dyn Watch,
        sums: Sums,
        first: usize,
    ) -> Self {
        let (mut part, spare) = (Part::default(), Part::default());
        part.begin(first, sums);
        Self { source, watch, sums, offset: 0, part, spare, failed: None }
    }

    /// The piece that was begun; what is still missing of it is read now. The next one will have `next` bytes.
    pub(super) fn take(&mut self, next: usize) -> Result<Ready, IoError> {
        self.fill(usize::MAX);
        let part = core::mem::replace(&mut self.part, core::mem::take(&mut self.spare));
        self.offset += part.data.len() as u64;
        self.part.begin(next, self.sums);
        self.failed.take().map_or(Ok(Ready(part)), Err)
    }

    /// Takes the memory of a piece back.
    pub(super) fn give_back(&mut self, Ready(part): Ready) {
        self.spare = part;
    }

    fn fill(&mut self, most: usize) {
        if self.failed.is_none() && self.part.done < self.part.data.len() {
            let offset = self.offset + self.part.done as u64;
            self.failed = self.part.fill(self.source, offset, most).err();
        }
    }
}

impl Watch for Ahead<'_> {
    fn step(&mut self, what: &str, bytes: u64) {
        self.watch.step(what, bytes);
    }

    fn advance(&mut self, bytes: u64) {
        self.watch.advance(bytes);
        // Above what memory has there is nothing to read.
        self.fill(usize::try_from(bytes).unwrap_or(usize::MAX).saturating_mul(2));
    }

    fn note(&mut self, text: &str) {
        self.watch.note(text);
    }
}
