//! The sum of packets and of segments.

use crate::optimus::bytes::le32;

/// The sum of little-endian words, a last one filled up with zeros.
pub fn addsum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0, |sum: u32, word| {
        let mut whole = [0; 4];
        whole[..word.len()].copy_from_slice(word);
        sum.wrapping_add(le32(&whole, 0))
    })
}

/// The same over pieces of any length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AddSum {
    sum: u32,
    /// Bytes so far, by which the next one's place in its word is known.
    length: u64,
}

impl AddSum {
    /// Adds the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        let odd = (4 - self.length % 4) as usize % 4;
        let (head, rest) = bytes.split_at(odd.min(bytes.len()));
        for &byte in head {
            self.sum = self.sum.wrapping_add(u32::from(byte) << (8 * (self.length % 4)));
            self.length += 1;
        }
        self.sum = self.sum.wrapping_add(addsum(rest));
        self.length += rest.len() as u64;
    }

    /// The sum of all so far.
    pub fn value(self) -> u32 {
        self.sum
    }
}
