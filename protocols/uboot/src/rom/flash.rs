//! SPI NOR that costs only what was written of it.

use alloc::vec::Vec;

use super::FLASH;

/// What one sector is.
pub(super) const SECTOR: usize = 4096;
const ERASED: u8 = 0xff;

/// A flash of [`FLASH`] bytes.
pub(super) struct Flash {
    /// The beginning; what follows it is erased.
    bytes: Vec<u8>,
    /// A bit that cannot be programmed: the byte it is in.
    worn: Option<usize>,
}

impl Flash {
    /// An erased one.
    pub(super) fn new(worn: Option<usize>) -> Self {
        Self { bytes: Vec::new(), worn }
    }

    /// Puts `bytes` at the beginning, as many as fit.
    pub(super) fn fill(&mut self, bytes: &[u8]) {
        let count = bytes.len().min(FLASH);
        self.put(0, &bytes[..count]);
    }

    /// Erases and programs; returns whether it fits.
    pub(super) fn program(&mut self, offset: usize, data: &[u8]) -> bool {
        let Some(end) = offset.checked_add(data.len()).filter(|end| *end <= FLASH) else {
            return false;
        };
        let erased = end.next_multiple_of(SECTOR).min(self.bytes.len());
        if let Some(old) = self.bytes.get_mut(offset / SECTOR * SECTOR..erased) {
            old.fill(ERASED);
        }
        self.put(offset, data);
        if let Some(worn) = self.worn.filter(|worn| (offset..end).contains(worn)) {
            self.bytes[worn] ^= 0x10;
        }
        true
    }

    fn put(&mut self, offset: usize, data: &[u8]) {
        let end = offset + data.len();
        if self.bytes.len() < end {
            self.bytes.resize(end, ERASED);
        }
        self.bytes[offset..end].copy_from_slice(data);
    }

    /// `length` bytes from `offset` on.
    pub(super) fn read(&self, offset: usize, length: usize) -> Vec<u8> {
        let there = self.bytes.get(offset..).unwrap_or_default();
        let mut bytes = there[..length.min(there.len())].to_vec();
        bytes.resize(length, ERASED);
        bytes
    }

    /// Whether these bytes are at `offset`.
    pub(super) fn holds(&self, offset: usize, bytes: &[u8]) -> bool {
        self.read(offset, bytes.len()) == bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sectors_are_erased_as_a_whole_and_bytes_stay_where_they_are() {
        let mut flash = Flash::new(Some(SECTOR + 1));
        flash.fill(&[1; 3 * SECTOR]);
        assert!(flash.program(SECTOR, &[2; 10]));
        let expected = [2, 2 ^ 0x10, 2, 2, 2, 2, 2, 2, 2, 2, ERASED, ERASED];
        assert!(flash.holds(SECTOR, &expected) && flash.holds(0, &[1; SECTOR]));
        assert!(flash.holds(2 * SECTOR, &[1; SECTOR]), "the next sector is not touched");
        assert!(flash.holds(3 * SECTOR - 1, &[1, ERASED, ERASED]));
        assert!(flash.program(FLASH - 2, &[3, 4]) && !flash.program(FLASH - 1, &[3, 4]));
        assert_eq!(flash.read(FLASH - 3, 3), [ERASED, 3, 4]);
        assert_eq!(flash.read(0, FLASH).len(), FLASH);
    }
}
