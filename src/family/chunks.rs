//! A source in chunks, for targets that move one after the other.

use link::{Source, storage::SECTOR};

use crate::failure::Problem;

/// Hands out a source in chunks of at most `most` bytes, which are whole sectors, each with its place in the source; the last
/// one is padded with zeros up to the end of its sector. Ends early where `take` says false.
pub(super) fn chunks(
    source: &mut dyn Source,
    most: usize,
    take: impl FnMut(u64, &[u8]) -> anyhow::Result<bool>,
) -> anyhow::Result<()> {
    pieces(source, (most, SECTOR), take)
}

/// The same without padding: the last chunk ends where the source does.
pub(super) fn exact(
    source: &mut dyn Source,
    most: usize,
    take: impl FnMut(u64, &[u8]) -> anyhow::Result<bool>,
) -> anyhow::Result<()> {
    pieces(source, (most, 1), take)
}

/// Hands out a source in chunks whose length is a multiple of `unit`.
fn pieces(
    source: &mut dyn Source,
    (most, unit): (usize, usize),
    mut take: impl FnMut(u64, &[u8]) -> anyhow::Result<bool>,
) -> anyhow::Result<()> {
    let (size, mut done, mut buffer) = (source.size(), 0, Vec::new());
    while done < size {
        let length = (size - done).min(most as u64) as usize;
        let whole = source.slice(done, length).filter(|_| length.is_multiple_of(unit));
        let goes_on = match whole {
            Some(bytes) => take(done, bytes)?,
            None => take(done, read(source, (done, length), unit, &mut buffer)?)?,
        };
        if !goes_on {
            break;
        }
        done += length as u64;
    }
    Ok(())
}

/// Reads `length` bytes into a buffer that was used before, with zeros up to a multiple of `unit`.
fn read<'b>(
    source: &mut dyn Source,
    (at, length): (u64, usize),
    unit: usize,
    buffer: &'b mut Vec<u8>,
) -> anyhow::Result<&'b [u8]> {
    buffer.resize(length.next_multiple_of(unit), 0);
    let (bytes, padding) = buffer.split_at_mut(length);
    padding.fill(0);
    source.read_at(at, bytes).map_err(anyhow::Error::from_boxed)?;
    Ok(buffer)
}

/// The same for SPI flash, from a sector on: each chunk with its place in the flash, in bytes.
pub(super) fn placed(
    sector: u64,
    source: &mut dyn Source,
    most: usize,
    mut take: impl FnMut(u32, &[u8]) -> anyhow::Result<bool>,
) -> anyhow::Result<()> {
    chunks(source, most, |done, bytes| {
        let at = u32::try_from(sector * SECTOR as u64 + done)
            .map_err(|_| Problem::Refused("no SPI flash is that long".into()))?;
        take(at, bytes)
    })
}

/// The first sector of those that differ among `bytes` at byte `at` of a storage, to within `part` bytes; `holds` compares that many.
pub(super) fn first_differing<E>(
    mut at: u64,
    bytes: &[u8],
    part: usize,
    mut holds: impl FnMut(u64, &[u8]) -> Result<bool, E>,
) -> Result<u64, E> {
    for part in bytes.chunks(part) {
        if !holds(at, part)? {
            break;
        }
        at += part.len() as u64;
    }
    Ok(at / SECTOR as u64)
}

/// Refuses sectors that `what`, which has `there` of them, has no room for.
pub(super) fn require_room(
    what: &str,
    there: u64,
    start: u64,
    sectors: u64,
) -> Result<(), Problem> {
    match start.checked_add(sectors).is_some_and(|end| end <= there) {
        true => Ok(()),
        false => Err(Problem::Refused(format!(
            "the {what} has {there} sectors, and {sectors} from sector {start} on do not fit; nothing was written"
        ))),
    }
}
