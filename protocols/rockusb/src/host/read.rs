//! Reading sectors, and finding out whether what comes is what lies there.

use alloc::vec::Vec;

use link::{Data, Silent, Sink, Watch};

use super::{Cause, DATA, Error, Rock, SETTLE, Step, Survey, behind::Behind, look::Taker};
use crate::wire::{Command, READ_WALL, SECTOR, WALL_FILL};

/// Most sectors of one read: 1 MiB.
const MOST: u64 = 2048;

/// What reads above 32 MiB are worth. It is a property of the loader's build, not of the SoC: found out per session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// They return what lies there.
    Real,
    /// They return 0xCC with good status.
    Faked,
    /// They return 0xCC where 0xCC may lie: only other content would tell.
    Unsure,
}

impl Rock<'_> {
    /// Reads `count` sectors, in as many commands as it takes. Where this loader fakes reads above 32 MiB, a range that
    /// reaches there is refused before anything is read, unless `force`.
    ///
    /// # Errors
    /// When a transfer or `sink` fails, and when the board refuses.
    pub fn read(
        &mut self,
        survey: &Survey,
        sector: u64,
        count: u64,
        force: bool,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.during(Step::Read, |rock| {
            rock.check_range(survey, sector, count)?;
            if !force && sector + count > READ_WALL && rock.reads(survey)? == Reads::Faked {
                return Err(rock.check_failed(Cause::FakedReads));
            }
            let mut behind = Behind::new(sink, watch);
            let mut plain = false;
            for (sector, count) in pieces(sector, count, MOST) {
                let mut buffer = behind.spare();
                rock.fetch(sector, count, &mut buffer, &mut behind)?;
                plain |= sector + u64::from(count) > READ_WALL && is_filled(&buffer, WALL_FILL);
                behind.take(buffer).map_err(|error| rock.check_failed(Cause::Io(error)))?;
            }
            behind.end().map_err(|error| rock.check_failed(Cause::Io(error)))?;
            if plain && rock.reads != Some(Reads::Real) {
                watch.note("the board returned pieces of nothing but 0xCC from above 32 MiB: some loaders do so in place of reading");
            }
            Ok(())
        })
    }

    /// What reads above 32 MiB are worth in this session.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn reads(&mut self, survey: &Survey) -> Result<Reads, Error> {
        if survey.sectors().is_some_and(|sectors| sectors <= READ_WALL) {
            return Ok(Reads::Real);
        }
        if let Some(reads) = self.reads {
            return Ok(reads);
        }
        let mut reads = Reads::Unsure;
        // A read that ends behind the wall is faked as a whole: what lies before it, read alone, tells the difference.
        for before in [1, 128, 2047] {
            reads = self.try_wall(before)?;
            if reads != Reads::Unsure {
                break;
            }
        }
        self.reads = Some(reads);
        Ok(reads)
    }

    fn try_wall(&mut self, before: u16) -> Result<Reads, Error> {
        let start = READ_WALL - u64::from(before);
        let (mut alone, mut across) = (Vec::new(), Vec::new());
        self.fetch(start, before, &mut alone, &mut Silent)?;
        self.fetch(start, before + 1, &mut across, &mut Silent)?;
        let (common, behind) = across.split_at(alone.len());
        Ok(match (common == alone, is_filled(behind, WALL_FILL)) {
            (false, _) => Reads::Faked,
            (true, false) => Reads::Real,
            (true, true) => Reads::Unsure,
        })
    }

    /// Remembers what reads turned out to be worth.
    pub(super) fn learnt(&mut self, reads: Reads) {
        self.reads = Some(reads);
    }

    /// One read command, whose bytes `taker` takes. It is sent again if the conversation broke.
    pub(super) fn fetch(
        &mut self,
        sector: u64,
        count: u16,
        taker: &mut dyn Taker,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let len = u64::from(count) * SECTOR as u64;
        let command = Command::read_lba(address(sector), count);
        self.twice(watch, |rock, watch| {
            taker.begin(usize::from(count) * SECTOR);
            let data = Data::Into { len, sink: taker };
            rock.transfer(command, Some(data), [DATA, SETTLE], watch)
        })
    }
}

/// Ranges were checked to end within the medium, whose sectors are counted in 32 bits.
pub(super) fn address(sector: u64) -> u32 {
    sector as u32
}

/// Whether there are bytes and all have this value.
pub(super) fn is_filled(bytes: &[u8], value: u8) -> bool {
    !bytes.is_empty() && bytes.iter().all(|&byte| byte == value)
}

/// Cuts a range into commands of at most `most` sectors (below 65536). One ends at the wall, behind which some loaders
/// fake a read as a whole; the first one ends at a multiple of 8 sectors, as devices cut their first buffer there.
pub(super) fn pieces(sector: u64, count: u64, most: u64) -> impl Iterator<Item = (u64, u16)> {
    let end = sector + count;
    let mut next = sector;
    core::iter::from_fn(move || {
        if next >= end {
            return None;
        }
        let at = next;
        let mut length = (end - at).min(most);
        if !at.is_multiple_of(8) && length > 8 {
            length -= (at + length) % 8;
        }
        if at < READ_WALL && at + length > READ_WALL {
            length = READ_WALL - at;
        }
        next = at + length;
        Some((at, length as u16))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pieces_end_at_the_wall_and_at_multiples_of_eight() {
        let all: Vec<_> = pieces(65_531, 4100, 2048).collect();
        assert_eq!(all, [(65_531, 5), (65_536, 2048), (67_584, 2047)]);
        assert_eq!(pieces(3, 3000, 2048).next(), Some((3, 2045)));
        assert_eq!(pieces(3, 2, 2048).next(), Some((3, 2)));
        assert_eq!(pieces(3, 8, 2048).next(), Some((3, 8)), "no more than a first buffer");
        assert_eq!(pieces(3, 9, 2048).next(), Some((3, 5)));
        assert_eq!(pieces(7, 0, 2048).next(), None);
    }

    proptest! {
        #[test]
        fn pieces_make_up_the_range(sector in 0u64..200_000, count in 0u64..20_000, most in 16u64..65_535) {
            let mut next = sector;
            for (at, length) in pieces(sector, count, most) {
                prop_assert_eq!(at, next);
                prop_assert!(length > 0 && u64::from(length) <= most);
                prop_assert!(at >= READ_WALL || at + u64::from(length) <= READ_WALL);
                next += u64::from(length);
            }
            prop_assert_eq!(next, sector + count);
        }
    }
}
