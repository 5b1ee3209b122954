//! Whether storage holds what it should, and how that is known.

use alloc::vec::Vec;

use link::{Source, SubSource, Verified, Watch};

use super::{
    Cause, Error, Reads, Rock, Step, Survey,
    look::{Look, Scan, Wanted},
    query::sectors_of,
    read::pieces,
    write::{Piece, Proof},
};
use crate::wire::{READ_WALL, SECTOR};

/// Sectors that are compared at once.
const MOST: u64 = 2048;
/// Why nothing is known of what is above [`READ_WALL`] where a loader makes up what it reads there.
const FAKED: &str = "this loader does not read above 32 MiB";

/// A comparison of storage with what it should hold, in one range or many.
pub struct Verifier<'r, 'a> {
    rock: &'r mut Rock<'a>,
    survey: Survey,
    known: Verified,
    scan: Scan,
    /// The sector behind the last range.
    next: u64,
    /// What is not in memory anyway.
    wanted: Vec<u8>,
}

impl<'a> Rock<'a> {
    /// Begins a comparison.
    pub fn verifier<'r>(&'r mut self, survey: &Survey) -> Verifier<'r, 'a> {
        let (known, scan) = (Verified::default(), Scan::default());
        Verifier { rock: self, survey: *survey, known, scan, next: 0, wanted: Vec::new() }
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
            let (offset, length) = ((at - sector) * SECTOR as u64, usize::from(count) * SECTOR);
            let wanted = match source.slice(offset, length) {
                Some(wanted) => wanted,
                None => {
                    self.wanted.resize(length, 0);
                    SubSource::padded(source, offset, length as u64)
                        .read_at(0, &mut self.wanted)
                        .map_err(|error| self.rock.check_failed(Cause::Io(error)))?;
                    &self.wanted
                }
            };
            let (place, wanted) = ((at, count), Wanted::Bytes(wanted));
            let real = self.rock.compare(&self.survey, place, wanted, &mut self.scan, watch)?;
            self.known.bytes += length as u64;
            self.known.read_back += if real { length as u64 } else { 0 };
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
        let (mut scan, mut next) = (Scan::default(), 0);
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
                    let (place, wanted) = ((piece.sector, piece.count), Wanted::Hash(&hash));
                    let real = self.compare(survey, place, wanted, &mut scan, watch)?;
                    known.read_back += if real { bytes } else { 0 };
                }
            }
        }
        Ok(self.known(known, &scan))
    }

    /// Whether a piece could be compared; a difference is an error. What came is scanned, too.
    fn compare(
        &mut self,
        survey: &Survey,
        (sector, count): (u64, u16),
        wanted: Wanted<'_>,
        scan: &mut Scan,
        watch: &mut dyn Watch,
    ) -> Result<bool, Error> {
        let above = sector + u64::from(count) > READ_WALL;
        let reads = if above { self.reads(survey)? } else { Reads::Real };
        let mut look = Look::new(wanted, *scan);
        scan.cut();
        if reads == Reads::Faked {
            return Ok(false);
        }
        self.fetch(sector, count, &mut look, watch)?;
        match (reads, look.is_filled(), look.difference()) {
            (Reads::Unsure, true, None) => return Ok(false),
            (Reads::Unsure, true, Some(_)) => {
                self.learnt(Reads::Faked);
                return Ok(false);
            }
            (_, _, Some(offset)) => return Err(self.check_failed(Cause::Differs(sector + offset))),
            (Reads::Unsure, false, None) => self.learnt(Reads::Real),
            _ => {}
        }
        *scan = look.scan();
        Ok(true)
    }

    /// What is known in the end.
    fn known(&self, known: Verified, scan: &Scan) -> Verified {
        let faked = self.reads == Some(Reads::Faked);
        Verified { run: scan.run(), why: faked.then_some(FAKED), ..known }
    }
}
