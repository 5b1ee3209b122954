//! Blocks become what a chunk is made of.

use alloc::{vec, vec::Vec};
use core::ops::Deref;

use super::{
    Error, FILL_LEAST, Holes, Plan, Run, WRITTEN_MOST,
    blocks::{Blocks, Next},
};

/// A part of a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// One block, which is in [`Units::data`].
    Data,
    /// So many blocks of one word.
    Same([u8; 4], u64),
    /// So many blocks that stay as they are.
    Skip(u64),
}

/// The units of an image, in order.
pub(super) struct Units<I, B> {
    pub(super) blocks: Blocks<I, B>,
    holes: Holes,
    /// Blocks from which on a repeated word is worth a chunk, and to which it is counted.
    counts: [u64; 2],
    /// Blocks of one word that were not given yet.
    run: Option<([u8; 4], u64)>,
    /// What ended that run.
    next: Option<Unit>,
    /// A block of the run's word, and how many are left to be given as they are.
    short: (Vec<u8>, u64),
    /// The data are in `short`.
    repeated: bool,
}

impl<I: Iterator<Item = Run<B>>, B: Deref<Target: AsRef<[u8]>>> Units<I, B> {
    pub(super) fn new(runs: I, plan: &Plan) -> Self {
        let counts = [FILL_LEAST, WRITTEN_MOST].map(|bytes| bytes.div_ceil(plan.block.into()));
        Self {
            blocks: Blocks::new(runs, plan),
            holes: plan.holes,
            counts,
            run: None,
            next: None,
            short: (vec![0; plan.block as usize], 0),
            repeated: false,
        }
    }

    /// The block that [`Unit::Data`] stands for.
    pub(super) fn data(&self) -> &[u8] {
        if self.repeated { &self.short.0 } else { self.blocks.data() }
    }

    /// What comes next; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Unit>, Error> {
        self.repeated = self.short.1 > 0;
        if self.repeated {
            self.short.1 -= 1;
            return Ok(Some(Unit::Data));
        }
        if let Some(unit) = self.next.take() {
            return Ok(Some(unit));
        }
        loop {
            match (self.run, self.unit()?) {
                (None, Some(Unit::Same(word, count))) => self.run = Some((word, count)),
                (None, other) => return Ok(other),
                (Some((word, before)), Some(Unit::Same(same, count))) if word == same => {
                    self.run = Some((word, before + count));
                }
                (Some(run), Some(Unit::Same(word, count))) => {
                    self.run = Some((word, count));
                    return self.end(run);
                }
                (Some(run), other) => {
                    (self.run, self.next) = (None, other);
                    return self.end(run);
                }
            }
            if let Some((word, count)) = self.run.filter(|(_, count)| *count >= self.counts[1]) {
                self.run = None;
                return Ok(Some(Unit::Same(word, count)));
            }
        }
    }

    /// Gives a run: as one, or block by block where it is short.
    fn end(&mut self, (word, count): ([u8; 4], u64)) -> Result<Option<Unit>, Error> {
        if count >= self.counts[0] {
            return Ok(Some(Unit::Same(word, count)));
        }
        self.short.0.chunks_exact_mut(4).for_each(|place| place.copy_from_slice(&word));
        (self.short.1, self.repeated) = (count - 1, true);
        Ok(Some(Unit::Data))
    }

    /// The next block or gap.
    fn unit(&mut self) -> Result<Option<Unit>, Error> {
        Ok(self.blocks.next()?.map(|next| match next {
            Next::Gap(blocks) if self.holes == Holes::Keep => Unit::Skip(blocks),
            Next::Gap(blocks) => Unit::Same([0; 4], blocks),
            Next::Data => {
                repeated(self.blocks.data()).map_or(Unit::Data, |word| Unit::Same(word, 1))
            }
        }))
    }
}

/// The word that a block repeats, if it does.
fn repeated(block: &[u8]) -> Option<[u8; 4]> {
    let same = block[4..] == block[..block.len() - 4];
    same.then(|| [block[0], block[1], block[2], block[3]])
}
