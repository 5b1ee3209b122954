//! SPI NOR flash: erasing sets the bits of whole sectors, writing clears bits.

use alloc::{vec, vec::Vec};
use core::ops::Range;

use crate::SECTOR;

pub(super) struct Nor {
    bytes: Vec<u8>,
    worn: Option<u32>,
}

impl Nor {
    pub(super) fn new(size: usize, worn: Option<u32>) -> Self {
        Self { bytes: vec![0xff; size], worn }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(super) fn fill(&mut self, bytes: &[u8]) {
        let count = bytes.len().min(self.bytes.len());
        self.bytes[..count].copy_from_slice(&bytes[..count]);
    }

    /// A part of it; `None`: it is not all there.
    pub(super) fn part(&self, at: u32, length: u32) -> Option<&[u8]> {
        self.bytes.get(range(at, length)?)
    }

    /// Erases the sectors from the one that begins at `first` up to the one that `last` is in. Returns how many; `None`: they
    /// are not there.
    pub(super) fn erase(&mut self, first: u32, last: u32) -> Option<u32> {
        let sectors = (last.checked_sub(first)? / SECTOR).checked_add(1)?;
        let range = range(first, sectors.checked_mul(SECTOR)?)?;
        self.bytes.get_mut(range).filter(|_| first.is_multiple_of(SECTOR))?.fill(0xff);
        Some(sectors)
    }

    /// Clears the bits that are 0 in `data`. `None`: it is not all there.
    pub(super) fn program(&mut self, at: u32, data: &[u8]) -> Option<()> {
        let part = self.bytes.get_mut(range(at, data.len() as u32)?)?;
        for (index, (byte, new)) in part.iter_mut().zip(data).enumerate() {
            let stuck = if self.worn == Some(at + index as u32) { 1 } else { 0 };
            *byte &= new | stuck;
        }
        Some(())
    }
}

fn range(at: u32, length: u32) -> Option<Range<usize>> {
    Some(at as usize..at.checked_add(length)? as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writing_clears_bits_and_erasing_sets_sectors() {
        let mut nor = Nor::new(16384, Some(5));
        nor.program(0, &[0x0f, 0xf0]).expect("there");
        nor.program(0, &[0xf0, 0xf1]).expect("there");
        assert_eq!(nor.part(0, 3), Some(&[0x00, 0xf0, 0xff][..]));
        nor.program(4096, &[0; 4096]).expect("there");
        assert_eq!(nor.erase(0, 100), Some(1));
        assert_eq!(nor.part(4095, 2), Some(&[0xff, 0][..]));
        nor.program(4, &[0; 3]).expect("there");
        assert_eq!(nor.part(4, 3), Some(&[0, 1, 0][..]));
        for (first, last) in [(1, 4095), (8192, 16384), (4096, 0), (0, u32::MAX)] {
            assert_eq!(nor.erase(first, last), None);
        }
        assert!(nor.program(16383, &[0; 2]).is_none() && nor.part(u32::MAX, 2).is_none());
    }
}
