//! A source in chunks, for targets that move one after the other.

use link::{Source, storage::SECTOR};

/// Hands out a source in chunks of at most `most` bytes, which are whole sectors, each with its place in the source; the last
/// one is padded with zeros up to the end of its sector. Ends early where `take` says false.
pub(super) fn chunks(
    source: &mut dyn Source,
    most: usize,
    mut take: impl FnMut(u64, &[u8]) -> anyhow::Result<bool>,
) -> anyhow::Result<()> {
    let (size, mut done) = (source.size(), 0);
    while done < size {
        let length = (size - done).min(most as u64) as usize;
        let mut bytes = vec![0; length.next_multiple_of(SECTOR)];
        source.read_at(done, &mut bytes[..length]).map_err(anyhow::Error::from_boxed)?;
        if !take(done, &bytes)? {
            break;
        }
        done += length as u64;
    }
    Ok(())
}
