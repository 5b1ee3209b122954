//! Sums of what comes next on a disk: each command at the prompt costs some hundredths of a second, however little it does.

use uboot::{host::Prompt, memory::Sum};

use super::{SECTOR, store::limit, target::READ};
use crate::image::PIECE;

/// What is read at once to be compared in parts, in bytes.
const AHEAD: u64 = 16 << 20;
/// Parts that one line asks the sums of: lines of 256 letters are the longest that some builds take (`CONFIG_SYS_CBSIZE`).
const ASKED: usize = 4;

/// Sums that are known.
#[derive(Debug, Default)]
pub(super) struct Ahead(Vec<Known>);

#[derive(Debug)]
struct Known {
    sector: u64,
    bytes: u64,
    sum: u32,
}

impl Ahead {
    /// The sum of these bytes, if it is known.
    pub(super) fn take(&mut self, sector: u64, bytes: u64) -> Option<u32> {
        let at = self.0.iter().position(|known| (known.sector, known.bytes) == (sector, bytes))?;
        Some(self.0.swap_remove(at).sum)
    }

    /// What is written is another thing than was summed.
    pub(super) fn forget(&mut self, sector: u64, bytes: u64) {
        let end = sector.saturating_add(bytes.div_ceil(SECTOR));
        self.0.retain(|known| known.sector >= end || known.sector + known.bytes / SECTOR <= sector);
    }

    /// How many parts of this length are worth reading from a sector on; `room`: bytes of memory, `left`: sectors up to the
    /// end. What is no whole piece of an image is the last of what follows one another: nothing of its length comes next.
    pub(super) fn parts(bytes: u64, room: u64, left: Option<u64>) -> u64 {
        if bytes != PIECE as u64 {
            return 1;
        }
        let there = left.map_or(0, |sectors| sectors.saturating_mul(SECTOR)).min(room).min(AHEAD);
        (there / bytes).max(1)
    }

    /// Has U-Boot sum `parts` parts of memory, which hold what is on the disk from a sector on.
    pub(super) fn learn(
        &mut self,
        prompt: &mut Prompt<'_, '_>,
        memory: u64,
        (sector, bytes, parts): (u64, u64, u64),
    ) -> Result<(), uboot::host::Error> {
        self.0.clear();
        let places: Vec<_> = (0..parts).map(|part| (memory + part * bytes, bytes)).collect();
        let known = sums(prompt, &places)?.into_iter().zip(0..);
        self.0.extend(known.map(|(sum, part)| Known {
            sector: sector + part * bytes / SECTOR,
            bytes,
            sum,
        }));
        Ok(())
    }
}

/// Has U-Boot sum places in memory, each with its bytes.
pub(super) fn sums(
    prompt: &mut Prompt<'_, '_>,
    places: &[(u64, u64)],
) -> Result<Vec<u32>, uboot::host::Error> {
    let mut all = Vec::new();
    for places in places.chunks(ASKED) {
        let line: Vec<_> =
            places.iter().map(|(place, bytes)| format!("crc32 {place:#x} {bytes:#x}")).collect();
        let time = limit(places.iter().map(|(_, bytes)| bytes).sum());
        all.extend(prompt.ask(READ, &line.join("; "), time, |text| {
            let sums = text.lines().filter_map(Sum::parse).zip(places);
            let sums: Vec<_> = sums
                .filter(|(sum, (place, bytes))| sum.is_of(*place, *bytes))
                .map(|(sum, _)| sum.crc)
                .collect();
            (sums.len() == places.len()).then_some(sums)
        })?);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_not_known_any_more() {
        let known = |sector| Known { sector, bytes: 4096, sum: 1 };
        let mut ahead = Ahead(vec![known(0), known(8), known(16), known(24)]);
        ahead.forget(9, 4096);
        assert_eq!(ahead.take(0, 4096), Some(1));
        assert_eq!((ahead.take(8, 4096), ahead.take(16, 4096)), (None, None));
        assert_eq!((ahead.take(24, 512), ahead.take(24, 4096)), (None, Some(1)));
    }

    #[test]
    fn nothing_is_read_past_the_end() {
        assert_eq!(Ahead::parts(1 << 20, 64 << 20, Some(1 << 30)), 16);
        assert_eq!(Ahead::parts(1 << 20, 4 << 20, Some(1 << 30)), 4);
        assert_eq!(Ahead::parts(1 << 20, 64 << 20, Some(3 << 11)), 3);
        assert_eq!(Ahead::parts(1 << 20, 64 << 20, Some(1)), 1);
        assert_eq!(Ahead::parts(1 << 20, 64 << 20, None), 1);
    }

    #[test]
    fn nothing_is_read_behind_a_last_piece() {
        assert_eq!(Ahead::parts(512, 64 << 20, Some(1 << 30)), 1);
    }
}
