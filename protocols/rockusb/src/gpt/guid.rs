//! GUIDs, whose first three groups are little-endian on disk.

use alloc::vec::Vec;
use core::{fmt, str::FromStr};

use sha2::{Digest, Sha256};

use crate::Unsound;

/// A GUID, as it is on disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Guid(pub [u8; 16]);

/// Where the bytes of the text are on disk.
const ORDER: [usize; 16] = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];

impl Guid {
    /// Linux filesystem data: `0FC63DAF-8483-4772-8E79-3D69D8477DE4`.
    pub const LINUX: Self = Self([
        0xaf, 0x3d, 0xc6, 0x0f, 0x83, 0x84, 0x72, 0x47, 0x8e, 0x79, 0x3d, 0x69, 0xd8, 0x47, 0x7d,
        0xe4,
    ]);

    /// A number made from words, the same for the same words: a table that is made twice is the same twice. It has the
    /// form of a random one (version 4).
    pub fn from_words(words: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for word in words {
            hash.update((word.len() as u64).to_le_bytes());
            hash.update(word.as_bytes());
        }
        let hash = hash.finalize();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash[..16]);
        bytes[7] = bytes[7] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        Self(bytes)
    }

    /// Reads 32 hexadecimal digits, wherever hyphens are between them.
    ///
    /// # Errors
    /// Other letters, and more or fewer digits.
    pub(crate) fn from_digits(text: &str) -> Result<Self, Unsound> {
        let wrong = || Unsound(alloc::format!("not a GUID: {}", text.escape_debug()));
        let digits: Option<Vec<u8>> = text
            .chars()
            .filter(|&letter| letter != '-')
            // A hexadecimal digit.
            .map(|letter| letter.to_digit(16).map(|digit| digit as u8))
            .collect();
        let digits: [u8; 32] =
            digits.and_then(|digits| digits.try_into().ok()).ok_or_else(wrong)?;
        let mut bytes = [0; 16];
        for (at, pair) in ORDER.into_iter().zip(digits.as_chunks::<2>().0) {
            bytes[at] = pair[0] << 4 | pair[1];
        }
        Ok(Self(bytes))
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, &at) in ORDER.iter().enumerate() {
            if matches!(index, 4 | 6 | 8 | 10) {
                f.write_str("-")?;
            }
            write!(f, "{:02x}", self.0[at])?;
        }
        Ok(())
    }
}

impl FromStr for Guid {
    type Err = Unsound;

    fn from_str(text: &str) -> Result<Self, Unsound> {
        if !text.split('-').map(str::len).eq([8, 4, 4, 4, 12]) {
            return Err(Unsound(alloc::format!("not a GUID: {}", text.escape_debug())));
        }
        Self::from_digits(text)
    }
}
