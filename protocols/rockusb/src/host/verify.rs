//! Whether storage holds what it should, and how that is known.

use alloc::vec::Vec;

use link::{Source, SubSource, Verified, Watch};
use sha2::{Digest, Sha256};

use super::{
    Cause, Error, Reads, Rock, Step, Survey,
    query::sectors_of,
    read::{is_filled, pieces},
    write::{Piece, Proof},
};
use crate::wire::{READ_WALL, SECTOR, WALL_FILL};

/// Sectors that are compared at once.
const MOST: u64 = 2048;
/// Shortest run of one byte value, in bytes, that is worth a word.
const LONG_RUN: u64 = 1 << 20;
/// Why nothing is known of what is above [`READ_WALL`] where a loader makes up what it reads there.
const FAKED: &str = "this loader does not read above 32 MiB";

/// Runs of one value.
#[derive(Default)]
struct Scan {
    current: (u8, u64),
    longest: (u8, u64),
}

impl Scan {
    fn add(&mut self, bytes: &[u8]) {
        for run in bytes.chunk_by(|one, other| one == other) {
            let (value, length) = (run[0], run.len() as u64);
            let before = if self.current.0 == value { self.current.1 } else { 0 };
            self.current = (value, before + length);
            if self.current.1 > self.longest.1 {
                self.longest = self.current;
            }
        }
    }

    /// What follows is from another place.
    fn cut(&mut self) {
        self.current = (0, 0);
    }

    /// The longest run, where it is long.
    fn run(&self) -> Option<(u8, u64)> {
        Some(self.longest).filter(|(_, bytes)| *bytes >= LONG_RUN)
    }
}

/// A comparison of storage with what it should hold, in one range or many.
pub struct Verifier<'r, 'a> {
    rock: &'r mut Rock<'a>,
    survey: Survey,
    known: Verified,
    scan: Scan,
    /// The sector behind the last range.
    next: u64,
    wanted: Vec<u8>,
    found: Vec<u8>,
}

impl<'a> Rock<'a> {
    /// Begins a comparison.
    pub fn verifier<'r>(&'r mut self, survey: &Survey) -> Verifier<'r, 'a> {
        let (known, scan) = (Verified::default(), Scan::default());
        let (survey, wanted, found) = (*survey, Vec::new(), Vec::new());
        Verifier { rock: self, survey, known, scan, next: 0, wanted, found }
    }

    /// Compares storage with `source` from `sector` on. A difference is an error; the answer says what
    /// could not be compared.
    ///
    /// # Errors
    /// When a transfer or `source` fails, and when a sector differs.
    pub fn verify(
        &mut self,
        survey: &Survey,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<Verified, Error> {
        let mut verifier = self.verifier(survey);
        verifier.compare(sector, source, watch)?;
        Ok(verifier.known())
    }
}

impl Verifier<'_, '_> {
    /// Compares storage with all of `source`, from `sector` on; ranges that touch are one. A difference is an error; what
    /// cannot be known is not in what is [`known`](Self::known).
    ///
    /// # Errors
    /// When a transfer or `source` fails, and when a sector differs.
    pub fn compare(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let before = core::mem::replace(&mut self.rock.step, Step::Verify);
        let result = self.range(sector, source, watch);
        self.rock.step = before;
        result
    }

    /// What is known by now.
    pub fn known(&self) -> Verified {
        self.rock.known(self.known, &self.scan)
    }

    fn range(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let count = sectors_of(source.size());
        self.rock.check_range(&self.survey, sector, count)?;
        if core::mem::replace(&mut self.next, sector + count) != sector {
            self.scan.cut();
        }
        for (at, count) in pieces(sector, count, MOST) {
            self.wanted.resize(usize::from(count) * SECTOR, 0);
            let (offset, length) = ((at - sector) * SECTOR as u64, self.wanted.len() as u64);
            SubSource::padded(source, offset, length)
                .read_at(0, &mut self.wanted)
                .map_err(|error| self.rock.check_failed(Cause::Io(error)))?;
            let (wanted, found) = (&self.wanted, &mut self.found);
            let differs = |found: &[u8]| first_difference(found, wanted);
            let real = self.rock.compare(&self.survey, (at, count), &differs, found, watch)?;
            self.known.bytes += self.wanted.len() as u64;
            tally(&mut self.known, real, found, &mut self.scan);
        }
        Ok(())
    }
}

impl Rock<'_> {
    /// Goes through the pieces of a job, and reads back those that have a hash.
    pub(super) fn look_through(
        &mut self,
        survey: &Survey,
        log: &[Piece],
        watch: &mut dyn Watch,
    ) -> Result<Verified, Error> {
        let mut known = Verified::default();
        let (mut scan, mut found) = (Scan::default(), Vec::new());
        let mut next = 0;
        for piece in log {
            let sectors = u64::from(piece.count);
            if core::mem::replace(&mut next, piece.sector + sectors) != piece.sector {
                scan.cut();
            }
            let bytes = sectors * SECTOR as u64;
            known.bytes += bytes;
            match piece.proof {
                Proof::None => {}
                Proof::Parity => {
                    known.parity += bytes;
                    scan.cut();
                }
                Proof::Hash(hash) => {
                    let differs = |found: &[u8]| (Sha256::digest(found) != hash).then_some(0);
                    let place = (piece.sector, piece.count);
                    let real = self.compare(survey, place, &differs, &mut found, watch)?;
                    tally(&mut known, real, &found, &mut scan);
                }
            }
        }
        Ok(self.known(known, &scan))
    }

    /// Whether a piece could be compared; a difference is an error. `differs` gives the sector of the first one.
    fn compare(
        &mut self,
        survey: &Survey,
        (sector, count): (u64, u16),
        differs: &dyn Fn(&[u8]) -> Option<u64>,
        found: &mut Vec<u8>,
        watch: &mut dyn Watch,
    ) -> Result<bool, Error> {
        let above = sector + u64::from(count) > READ_WALL;
        let reads = if above { self.reads(survey)? } else { Reads::Real };
        if reads == Reads::Faked {
            return Ok(false);
        }
        self.fetch(sector, count, found, watch)?;
        let difference = differs(found);
        match (reads, is_filled(found, WALL_FILL), difference) {
            (Reads::Unsure, true, None) => Ok(false),
            (Reads::Unsure, true, Some(_)) => {
                self.learnt(Reads::Faked);
                Ok(false)
            }
            (_, _, Some(offset)) => Err(self.check_failed(Cause::Differs(sector + offset))),
            (Reads::Unsure, false, None) => {
                self.learnt(Reads::Real);
                Ok(true)
            }
            _ => Ok(true),
        }
    }

    /// What is known in the end.
    fn known(&self, known: Verified, scan: &Scan) -> Verified {
        let faked = self.reads == Some(Reads::Faked);
        Verified { run: scan.run(), why: faked.then_some(FAKED), ..known }
    }
}

/// Counts a piece, which was read back if it is `real`.
fn tally(known: &mut Verified, real: bool, found: &[u8], scan: &mut Scan) {
    if real {
        known.read_back += found.len() as u64;
        scan.add(found);
    } else {
        scan.cut();
    }
}

/// The first sector that differs, counted from the beginning of both.
fn first_difference(found: &[u8], wanted: &[u8]) -> Option<u64> {
    let at = found.iter().zip(wanted).position(|(one, other)| one != other)?;
    Some((at / SECTOR) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_go_on_over_pieces_and_end_at_gaps() {
        let mut scan = Scan::default();
        scan.add(&[1, 0, 0]);
        scan.add(&[0, 0, 5]);
        assert_eq!(scan.longest, (0, 4));
        scan.add(&[5; 3]);
        scan.cut();
        scan.add(&[5; 3]);
        assert_eq!(scan.longest, (0, 4));
    }

    #[test]
    fn the_first_of_runs_of_one_length_is_told_and_short_ones_are_not() {
        let mut scan = Scan::default();
        scan.add(&[1, 1, 2, 2]);
        assert_eq!(scan.longest, (1, 2));
        for (length, told) in [(LONG_RUN - 1, None), (LONG_RUN, Some((7, LONG_RUN)))] {
            assert_eq!(Scan { current: (0, 0), longest: (7, length) }.run(), told);
        }
    }
}
