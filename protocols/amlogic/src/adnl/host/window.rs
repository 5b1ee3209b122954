//! Data of a source, and zeros behind its end.

use link::{IoError, Source};

/// Fills `buffer` from `offset` on; what lies behind the source's end reads as zero.
pub(super) fn read(source: &mut dyn Source, offset: u64, buffer: &mut [u8]) -> Result<(), IoError> {
    let there = source.size().saturating_sub(offset).min(buffer.len() as u64);
    // At most the buffer's length.
    let (data, zeros) = buffer.split_at_mut(there as usize);
    zeros.fill(0);
    if data.is_empty() { Ok(()) } else { source.read_at(offset, data) }
}
