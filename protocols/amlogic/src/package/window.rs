//! An item's bytes.

use core::ops::Range;

use link::{IoError, Source};

/// A range of a file as a source of its own.
pub struct Window<'s> {
    source: &'s mut dyn Source,
    range: Range<u64>,
}

impl<'s> Window<'s> {
    /// The bytes of `source` in `range`, which lies inside it.
    pub fn new(source: &'s mut dyn Source, range: Range<u64>) -> Self {
        Self { source, range }
    }
}

impl Source for Window<'_> {
    fn size(&self) -> u64 {
        self.range.end.saturating_sub(self.range.start)
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        let end = offset.checked_add(buf.len() as u64).filter(|&end| end <= self.size());
        end.ok_or("read past the end of the item")?;
        self.source.read_at(self.range.start + offset, buf)
    }
}
