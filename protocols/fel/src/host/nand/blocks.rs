//! Which block is where once bad ones are left out.

use alloc::{vec, vec::Vec};

/// The blocks of a flash from one of them on.
#[derive(Clone, Debug)]
pub(super) struct Blocks {
    is_bad: Vec<bool>,
    first: u32,
    /// The good ones from the first on.
    good: Vec<u32>,
}

impl Blocks {
    pub(super) fn new(count: u32, bad: &[u32]) -> Self {
        let mut is_bad = vec![false; count as usize];
        bad.iter().for_each(|block| is_bad[*block as usize] = true);
        let mut blocks = Self { is_bad, first: 0, good: Vec::new() };
        blocks.begin_at(0);
        blocks
    }

    pub(super) fn begin_at(&mut self, first: u32) {
        let count = self.is_bad.len() as u32;
        self.first = first;
        self.good = (first..count).filter(|block| !self.is_bad[*block as usize]).collect();
    }

    pub(super) fn mark(&mut self, block: u32) {
        self.is_bad[block as usize] = true;
        self.begin_at(self.first);
    }

    /// Behind the last address, in blocks.
    pub(super) fn end(&self) -> u64 {
        u64::from(self.first) + self.good.len() as u64
    }

    /// The block at an address in blocks, and the bad ones that were skipped right before it.
    pub(super) fn at(&self, address: u32) -> Option<(u32, core::ops::Range<u32>)> {
        let index = address.checked_sub(self.first)? as usize;
        let block = *self.good.get(index)?;
        let before = index.checked_sub(1).map_or(self.first, |last| self.good[last] + 1);
        Some((block, before..block))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bad_blocks_are_skipped_from_where_counting_begins() {
        let mut blocks = Blocks::new(8, &[0, 2, 3]);
        assert_eq!(
            (blocks.end(), blocks.at(0), blocks.at(1)),
            (5, Some((1, 0..1)), Some((4, 2..4)))
        );
        blocks.begin_at(2);
        assert_eq!((blocks.end(), blocks.at(2), blocks.at(1)), (6, Some((4, 2..4)), None));
        blocks.mark(5);
        assert_eq!((blocks.end(), blocks.at(3), blocks.at(5)), (5, Some((6, 5..6)), None));
        blocks.begin_at(9);
        assert_eq!((blocks.end(), blocks.at(9)), (9, None));
    }
}
