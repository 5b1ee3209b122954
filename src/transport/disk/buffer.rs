//! Memory that the kernel moves from and to without a copy.

use std::ops::{Deref, DerefMut};

/// What transfers past the page cache have to begin at a multiple of, in bytes: a page.
const ALIGNMENT: usize = 4096;

/// Bytes that begin at a page.
#[derive(Debug)]
pub struct Buffer {
    /// Never grows, so it stays where it is.
    bytes: Vec<u8>,
    first: usize,
    length: usize,
}

impl Buffer {
    /// Room for that many bytes, which are zeros.
    pub(super) fn new(room: usize) -> Self {
        let bytes = vec![0; room + ALIGNMENT];
        let first = bytes.as_ptr().align_offset(ALIGNMENT);
        assert!(first < ALIGNMENT, "bytes can be aligned to any power of two");
        Self { bytes, first, length: room }
    }

    /// Has it hold `length` bytes, whose contents are what was there.
    pub(super) fn resize(&mut self, length: usize) {
        assert!(length + ALIGNMENT <= self.bytes.len(), "callers ask for at most the room");
        self.length = length;
    }
}

impl Deref for Buffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes[self.first..self.first + self.length]
    }
}

impl DerefMut for Buffer {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.bytes[self.first..self.first + self.length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_begins_at_a_page_and_has_all_of_its_room() {
        for room in [512, 4096, 1 << 20] {
            let mut buffer = Buffer::new(room);
            assert_eq!((buffer.as_ptr() as usize % ALIGNMENT, buffer.len()), (0, room));
            buffer.fill(7);
            buffer.resize(512);
            assert!(*buffer == [7; 512]);
        }
    }
}
