//! A part of a source.

use core::ops::Range;

use crate::{IoError, Source};

/// A range of bytes of a source, as a source of its own.
pub struct SubSource<'s> {
    source: &'s mut dyn Source,
    start: u64,
    /// Bytes that are read from the source.
    held: u64,
    /// Bytes in all: those after the held ones are zeros.
    size: u64,
}

impl<'s> SubSource<'s> {
    /// The bytes of `source` in `range`, which is inside it.
    pub fn new(source: &'s mut dyn Source, range: Range<u64>) -> Self {
        let size = range.end.saturating_sub(range.start);
        Self { source, start: range.start, held: size, size }
    }

    /// `size` bytes of `source` from `start` on, with zeros after the source's end.
    pub fn padded(source: &'s mut dyn Source, start: u64, size: u64) -> Self {
        let held = source.size().saturating_sub(start).min(size);
        Self { source, start, held, size }
    }
}

impl Source for SubSource<'_> {
    fn size(&self) -> u64 {
        self.size
    }

    /// Fails past the end, and where the source fails.
    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        let end = offset.checked_add(buf.len() as u64).filter(|end| *end <= self.size);
        end.ok_or("read past the end of a part of the data")?;
        let held = self.held.saturating_sub(offset).min(buf.len() as u64);
        // At most the buffer's length.
        let (data, zeros) = buf.split_at_mut(held as usize);
        zeros.fill(0);
        if data.is_empty() { Ok(()) } else { self.source.read_at(self.start + offset, data) }
    }

    fn slice(&self, offset: u64, length: usize) -> Option<&[u8]> {
        offset.checked_add(length as u64).filter(|end| *end <= self.held)?;
        self.source.slice(self.start + offset, length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_ends_at_its_end() {
        let mut data = &[1_u8, 2, 3, 4][..];
        let mut part = SubSource::new(&mut data, 1..3);
        let mut buf = [0; 2];
        part.read_at(0, &mut buf).expect("readable");
        assert_eq!((part.size(), buf), (2, [2, 3]));
        assert_eq!((part.slice(1, 1), part.slice(1, 2)), (Some(&[3][..]), None));
        for (offset, length) in [(1, 2), (3, 0), (u64::MAX, 1)] {
            part.read_at(offset, &mut [0; 2][..length]).expect_err("past the end");
        }
    }

    #[test]
    fn a_range_past_the_source_is_no_zeros() {
        let mut data = &[1_u8, 2, 3][..];
        SubSource::new(&mut data, 2..5).read_at(0, &mut [0; 3]).expect_err("the source is short");
    }

    #[test]
    fn zeros_follow_the_end() {
        let mut data = &[1_u8, 2, 3][..];
        let mut part = SubSource::padded(&mut data, 1, 5);
        let mut buf = [9; 4];
        part.read_at(1, &mut buf).expect("readable");
        assert_eq!((part.size(), buf), (5, [3, 0, 0, 0]));
        part.read_at(4, &mut buf[..1]).expect("readable");
        part.read_at(4, &mut buf).expect_err("past the end");
        assert_eq!(part.slice(0, 2), Some(&[2, 3][..]));
        assert_eq!((part.slice(0, 3), part.slice(1, 5)), (None, None));
        assert_eq!(SubSource::padded(&mut data, 7, 2).size(), 2);
    }
}
