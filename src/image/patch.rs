//! Bytes that replace what an image holds: what one node gets that others do not.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use link::storage::SECTOR;

/// Sectors that replace those of an image, also in its holes and after its end. A copy costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// By the place of their first byte; none is empty, none overlaps another.
    parts: Arc<BTreeMap<u64, Vec<u8>>>,
}

impl Patch {
    /// Takes bytes, each with the place of its first byte in the image. Empty ones are left out.
    ///
    /// # Errors
    ///
    /// What is not whole sectors, or overlaps.
    pub fn new(parts: impl IntoIterator<Item = (u64, Vec<u8>)>) -> Result<Self, String> {
        let mut all = BTreeMap::new();
        for (offset, bytes) in parts.into_iter().filter(|(_, bytes)| !bytes.is_empty()) {
            let length = bytes.len();
            let end = offset.checked_add(length as u64);
            if !offset.is_multiple_of(SECTOR as u64) || !length.is_multiple_of(SECTOR) {
                return Err(format!("{length} bytes at byte {offset} are not whole sectors"));
            }
            if end.is_none() || all.insert(offset, bytes).is_some() {
                return Err(format!("{length} bytes at byte {offset} have no place of their own"));
            }
        }
        let pairs = || all.iter().zip(all.keys().skip(1));
        match pairs().find(|((offset, bytes), next)| *offset + bytes.len() as u64 > **next) {
            Some(((offset, _), next)) => {
                Err(format!("what replaces byte {offset} and {next} overlaps"))
            }
            None => Ok(Self { parts: Arc::new(all) }),
        }
    }

    /// Whether it replaces nothing.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Bytes that it replaces.
    pub fn bytes(&self) -> u64 {
        self.parts.values().map(|bytes| bytes.len() as u64).sum()
    }

    /// The end of what it replaces, in bytes from the image's beginning.
    pub fn end(&self) -> u64 {
        let last = self.parts.last_key_value();
        last.map_or(0, |(offset, bytes)| offset + bytes.len() as u64)
    }

    /// All of it, in order, each with the place of its first byte.
    pub fn parts(&self) -> impl Iterator<Item = (u64, &[u8])> {
        self.parts.iter().map(|(offset, bytes)| (*offset, &bytes[..]))
    }

    /// Bytes that it adds to an image whose data are in these places, sorted.
    pub fn adds(&self, data: &[Range<u64>]) -> u64 {
        let there = |offset: u64, end: u64| -> u64 {
            let first = data.partition_point(|range| range.end <= offset);
            let within = data[first..].iter().take_while(|range| range.start < end);
            within.map(|range| range.end.min(end) - range.start.max(offset)).sum()
        };
        let parts = self.parts().map(|(offset, bytes)| (offset, offset + bytes.len() as u64));
        parts.map(|(offset, end)| end - offset - there(offset, end)).sum()
    }

    /// Replaces what of some bytes of the image it has; `offset` is the place of the first.
    pub fn apply(&self, offset: u64, bytes: &mut [u8]) {
        let end = offset + bytes.len() as u64;
        let mut at = offset;
        while let Some((place, new)) = self.first(at..end) {
            // Within the bytes.
            bytes[(place - offset) as usize..][..new.len()].copy_from_slice(new);
            at = place + new.len() as u64;
        }
    }

    /// The first bytes that it has in a range, as far as they follow each other; with the place of the first.
    pub(super) fn first(&self, range: Range<u64>) -> Option<(u64, &[u8])> {
        let before = self.parts.range(..=range.start).next_back();
        let covers = before.filter(|(offset, bytes)| *offset + bytes.len() as u64 > range.start);
        let (offset, bytes) = covers.or_else(|| self.parts.range(range.clone()).next())?;
        let start = range.start.max(*offset);
        let most = usize::try_from(range.end.saturating_sub(start)).unwrap_or(usize::MAX);
        let bytes = &bytes[(start - offset) as usize..];
        Some((start, &bytes[..bytes.len().min(most)])).filter(|(_, bytes)| !bytes.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patch(parts: &[(u64, usize, u8)]) -> Result<Patch, String> {
        let sectors = |&(at, count, byte): &(u64, usize, u8)| (at * 512, vec![byte; count * 512]);
        Patch::new(parts.iter().map(sectors))
    }

    #[test]
    fn a_part_of_what_is_replaced_is_replaced() {
        let patch = patch(&[(2, 2, 1), (4, 1, 2), (9, 1, 3)]).expect("whole sectors");
        let mut bytes = vec![9; 6 * 512 - 100];
        patch.apply(3 * 512 + 50, &mut bytes);
        assert!(bytes[..462].iter().all(|byte| *byte == 1));
        assert!(bytes[462..974].iter().all(|byte| *byte == 2));
        assert!(bytes[974..].iter().all(|byte| *byte == 9));
        assert_eq!((patch.bytes(), patch.end()), (4 * 512, 10 * 512));
    }

    #[test]
    fn what_it_adds_is_what_the_image_does_not_have() {
        let patch = patch(&[(2, 4, 1), (9, 1, 3)]).expect("whole sectors");
        assert_eq!(patch.adds(&[]), 5 * 512);
        assert_eq!(patch.adds(&[0..3 * 512, 4 * 512..5 * 512, 9 * 512..9 * 512 + 12]), 1524);
        assert_eq!(patch.adds(std::slice::from_ref(&(0..1 << 20))), 0);
    }

    #[test]
    fn what_overlaps_or_is_no_sectors_is_refused() {
        patch(&[(2, 2, 1), (3, 1, 2)]).expect_err("one over the other");
        patch(&[(2, 2, 1), (2, 1, 2)]).expect_err("one over the other");
        Patch::new([(0, vec![1; 100])]).expect_err("no sector");
        Patch::new([(100, vec![1; 512])]).expect_err("within a sector");
        assert!(patch(&[(2, 0, 1)]).expect("nothing").is_empty());
    }
}
