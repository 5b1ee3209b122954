//! The sum that goes with windows of data.

/// Sum of 32-bit little-endian words, of which the last may be incomplete: zeros fill it up.
///
/// It does not matter how the data are cut into pieces.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Addsum {
    sum: u32,
    /// Bytes of an incomplete word that were added.
    filled: u32,
}

impl Addsum {
    /// Adds bytes.
    pub fn update(&mut self, mut bytes: &[u8]) {
        while self.filled != 0 && !bytes.is_empty() {
            self.byte(bytes[0]);
            bytes = &bytes[1..];
        }
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.sum = self.sum.wrapping_add(u32::from_le_bytes(*word));
        }
        rest.iter().for_each(|&byte| self.byte(byte));
    }

    /// The sum of all that was added.
    pub fn value(self) -> u32 {
        self.sum
    }

    fn byte(&mut self, byte: u8) {
        self.sum = self.sum.wrapping_add(u32::from(byte) << (8 * self.filled));
        self.filled = (self.filled + 1) % 4;
    }
}

/// The sum of `bytes`.
pub fn addsum(bytes: &[u8]) -> u32 {
    let mut sum = Addsum::default();
    sum.update(bytes);
    sum.value()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Values that pyamlboot and the vendor's tool compute. Do not change them.
    #[test]
    fn known_sums() {
        let known: [(&[u8], u32); 6] = [
            (b"12345678", 0x6c6a_6866),
            (&[1], 1),
            (&[1, 2], 0x201),
            (&[1, 2, 3], 0x3_0201),
            (&[0xff, 0xff, 0xff, 0xff, 2, 0, 0, 0, 5], 6),
            (&[], 0),
        ];
        for (bytes, sum) in known {
            assert_eq!(addsum(bytes), sum, "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn pieces_do_not_matter(bytes in proptest::collection::vec(any::<u8>(), 0..200), cut in 0usize..200, other in 0usize..200) {
            let (cut, other) = (cut.min(bytes.len()), other.min(bytes.len()));
            let mut sum = Addsum::default();
            for part in [&bytes[..cut.min(other)], &bytes[cut.min(other)..cut.max(other)], &bytes[cut.max(other)..]] {
                sum.update(part);
            }
            prop_assert_eq!(sum.value(), addsum(&bytes));
        }
    }
}
