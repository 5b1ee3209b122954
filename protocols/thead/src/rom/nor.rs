//! SPI NOR flash: erasing sets the bits of whole blocks, writing clears bits.

use alloc::{vec, vec::Vec};
use core::ops::Range;

use super::BLOCK;

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

    /// Erases every block that a part is in, and returns how many those are; `None`: it is not all there.
    pub(super) fn erase(&mut self, at: u32, length: u32) -> Option<u32> {
        let (first, end) = (at / BLOCK, at.checked_add(length)?.div_ceil(BLOCK));
        let blocks = end.checked_sub(first)?;
        let range = range(first * BLOCK, blocks.checked_mul(BLOCK)?)?;
        self.bytes.get_mut(range)?.fill(0xff);
        Some(blocks)
    }

    /// Clears the bits that are 0 in `data`, as far as that is there.
    pub(super) fn program(&mut self, at: u32, data: &[u8]) {
        let part = self.bytes.iter_mut().enumerate().skip(at as usize);
        for ((index, byte), new) in part.zip(data) {
            let stuck = if self.worn == Some(index as u32) { 1 } else { 0 };
            *byte &= new | stuck;
        }
    }
}

fn range(at: u32, length: u32) -> Option<Range<usize>> {
    Some(at as usize..at.checked_add(length)? as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_erased_as_a_whole_and_bits_only_cleared() {
        let mut nor = Nor::new(3 * BLOCK as usize, Some(BLOCK + 1));
        nor.fill(&vec![0; 3 * BLOCK as usize]);
        assert_eq!(nor.erase(BLOCK - 1, 2), Some(2));
        assert_eq!(nor.erase(2 * BLOCK, BLOCK + 1), None);
        assert!(nor.bytes()[..2 * BLOCK as usize].iter().all(|byte| *byte == 0xff));
        assert_eq!(nor.bytes()[2 * BLOCK as usize], 0);
        nor.program(BLOCK, &[0xf0, 0xf0]);
        nor.program(BLOCK, &[0x0f, 0xff]);
        assert_eq!(nor.part(BLOCK, 3), Some(&[0, 0xf1, 0xff][..]));
        assert_eq!(nor.part(3 * BLOCK, 1), None);
    }
}
