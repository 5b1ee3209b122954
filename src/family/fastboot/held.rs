//! Data that wait until they are enough for a piece.

use fastboot::sparse::{BLOCK, MAGIC};
use link::storage::SECTOR;

/// Runs of data, one after the other in memory that is taken once.
#[derive(Default)]
pub(super) struct Held {
    bytes: Vec<u8>,
    /// The place of each run in the partition, in bytes, and where it begins in `bytes`.
    starts: Vec<(u64, usize)>,
}

impl Held {
    /// With room for so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self { bytes: Vec::with_capacity(bytes), starts: Vec::new() }
    }

    /// Keeps data for this place in the partition, in bytes, which is not before the end of what is kept.
    pub(super) fn push(&mut self, at: u64, data: &[u8]) {
        if self.is_empty() || self.end() != at {
            self.starts.push((at, self.bytes.len()));
        }
        self.bytes.extend_from_slice(data);
    }

    /// Forgets the data, and keeps their memory.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.starts.clear();
    }

    /// Bytes of data.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The place of the first byte; 0: there is none.
    pub(super) fn first(&self) -> u64 {
        self.starts.first().map_or(0, |(at, _)| *at)
    }

    /// The place after the last byte; 0: there is none.
    pub(super) fn end(&self) -> u64 {
        self.starts.last().map_or(0, |(at, start)| at + (self.bytes.len() - start) as u64)
    }

    /// Each run: its place in the partition, in bytes, and its data, whole sectors.
    pub(super) fn runs(&self) -> impl Iterator<Item = (u64, &[u8])> {
        let ends = self.starts.iter().skip(1).map(|(_, start)| *start).chain([self.bytes.len()]);
        self.starts.iter().zip(ends).map(|((at, start), end)| (*at, &self.bytes[*start..end]))
    }

    /// All data, where they are one run that begins at the partition's first byte, and are no sparse image, which a board would
    /// expand.
    pub(super) fn whole(&self) -> Option<&[u8]> {
        let is_whole = self.starts == [(0, 0)] && !self.bytes.starts_with(&MAGIC.to_le_bytes());
        is_whole.then_some(&self.bytes)
    }

    /// Bytes of a block: the usual ones, or sectors where data begin or end inside one.
    pub(super) fn block(&self) -> u32 {
        let usual = |bytes: u64| bytes.is_multiple_of(BLOCK.into());
        let whole = self.runs().all(|(at, run)| usual(at) && usual(run.len() as u64));
        if whole { BLOCK } else { SECTOR as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(runs: &[(u64, &[u8])]) -> Held {
        let mut held = Held::default();
        runs.iter().for_each(|(at, data)| held.push(*at, data));
        held
    }

    #[test]
    fn data_that_follow_each_other_are_one_run() {
        let mut held = held(&[(512, &[1; 512]), (1024, &[2; 512]), (4096, &[3; 1024])]);
        let both = [[1; 512], [2; 512]].concat();
        assert_eq!(held.runs().collect::<Vec<_>>(), [(512, &both[..]), (4096, &[3; 1024][..])]);
        assert_eq!((held.len(), held.first(), held.end()), (2048, 512, 5120));
        assert_eq!(held.whole(), None);
        held.clear();
        assert!(held.is_empty() && held.runs().next().is_none());
        held.push(0, &[4; 512]);
        assert_eq!(held.whole(), Some(&[4; 512][..]));
    }

    #[test]
    fn sparse_images_are_not_sent_as_they_are() {
        let mut sparse = [0; 512];
        sparse[..4].copy_from_slice(&MAGIC.to_le_bytes());
        assert_eq!(held(&[(0, &sparse)]).whole(), None);
    }

    #[test]
    fn sectors_are_blocks_where_data_begin_inside_one() {
        let of = |runs: &[(u64, usize)]| {
            let mut held = Held::default();
            runs.iter().for_each(|(at, length)| held.push(*at, &vec![0; *length]));
            held.block()
        };
        assert_eq!(of(&[(0, 4096), (8192, 8192)]), 4096);
        assert_eq!(of(&[(0, 4096), (4608, 4096)]), 512);
        assert_eq!(of(&[(0, 512)]), 512);
    }
}
