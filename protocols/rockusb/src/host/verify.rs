//! Whether storage holds what it should, and how that is known.

use alloc::{format, string::String, vec::Vec};

use link::{Source, SubSource, Watch};
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

/// What is known about sectors that were to be verified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// All of them.
    pub sectors: u64,
    /// Those that the device compared with a parity.
    pub parity: u64,
    /// Those that were read back and compared.
    pub read_back: u64,
    /// The longest run of one value in what was read back, in bytes: it would look the same if reads were faked.
    pub run: Option<(u8, u64)>,
    /// Reads above 32 MiB turned out to be faked.
    pub faked: bool,
}

impl Report {
    /// Those about which nothing is known.
    pub fn unverified(&self) -> u64 {
        self.sectors - self.parity - self.read_back
    }

    /// Whether all of them are known to be right.
    pub fn is_complete(&self) -> bool {
        self.unverified() == 0
    }

    /// The report in words.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = |sectors: u64, how: &str| {
            if sectors > 0 {
                lines.push(format!("{sectors} of {} sectors {how}", self.sectors));
            }
        };
        line(self.parity, "compared by the board with a parity");
        line(self.read_back, "read back and compared");
        let why = if self.faked { ": this loader does not read above 32 MiB" } else { "" };
        line(self.unverified(), &format!("not verified{why}"));
        if let Some((value, bytes)) = self.run {
            lines.push(format!(
                "{bytes} bytes in a row are {value:#04x}: reading those back proves nothing"
            ));
        }
        lines
    }

    /// Notes the longest run, where it is long.
    fn take(&mut self, scan: &Scan) {
        self.run = Some(scan.longest).filter(|(_, bytes)| *bytes >= LONG_RUN);
    }
}

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
}

/// A comparison of storage with what it should hold, in one range or many.
pub struct Verifier<'r, 'a> {
    rock: &'r mut Rock<'a>,
    survey: Survey,
    report: Report,
    scan: Scan,
    /// The sector behind the last range.
    next: u64,
    wanted: Vec<u8>,
    found: Vec<u8>,
}

impl<'a> Rock<'a> {
    /// Begins a comparison.
    pub fn verifier<'r>(&'r mut self, survey: &Survey) -> Verifier<'r, 'a> {
        let (report, scan) = (Report::default(), Scan::default());
        let (survey, wanted, found) = (*survey, Vec::new(), Vec::new());
        Verifier { rock: self, survey, report, scan, next: 0, wanted, found }
    }

    /// Compares storage with `source` from `sector` on. A difference is an error; what cannot be known is in the report.
    pub fn verify(
        &mut self,
        survey: &Survey,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<Report, Error> {
        let mut verifier = self.verifier(survey);
        verifier.compare(sector, source, watch)?;
        Ok(verifier.report())
    }
}

impl Verifier<'_, '_> {
    /// Compares storage with all of `source`, from `sector` on; ranges that touch are one. A difference is an error; what
    /// cannot be known is in the [`report`](Self::report).
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
    pub fn report(&self) -> Report {
        let mut report = self.report;
        report.faked = self.rock.is_faked();
        report.take(&self.scan);
        report
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
            self.report.sectors += u64::from(count);
            self.report.count(real, count, found, &mut self.scan);
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
    ) -> Result<Report, Error> {
        let mut report = Report::default();
        let (mut scan, mut found) = (Scan::default(), Vec::new());
        let mut next = 0;
        for piece in log {
            let sectors = u64::from(piece.count);
            if core::mem::replace(&mut next, piece.sector + sectors) != piece.sector {
                scan.cut();
            }
            report.sectors += sectors;
            match piece.proof {
                Proof::None => {}
                Proof::Parity => {
                    report.parity += sectors;
                    scan.cut();
                }
                Proof::Hash(hash) => {
                    let differs = |found: &[u8]| (Sha256::digest(found) != hash).then_some(0);
                    let place = (piece.sector, piece.count);
                    let real = self.compare(survey, place, &differs, &mut found, watch)?;
                    report.count(real, piece.count, &found, &mut scan);
                }
            }
        }
        report.faked = self.is_faked();
        report.take(&scan);
        Ok(report)
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

    fn is_faked(&self) -> bool {
        self.reads == Some(Reads::Faked)
    }
}

impl Report {
    fn count(&mut self, real: bool, sectors: u16, found: &[u8], scan: &mut Scan) {
        if real {
            self.read_back += u64::from(sectors);
            scan.add(found);
        } else {
            scan.cut();
        }
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
            let mut report = Report::default();
            report.take(&Scan { current: (0, 0), longest: (7, length) });
            assert_eq!(report.run, told);
        }
    }

    #[test]
    fn a_report_is_silent_about_what_there_is_none_of() {
        let lines = |report: Report| report.lines();
        let parity = Report { sectors: 3, parity: 3, ..Report::default() };
        assert_eq!(lines(parity), ["3 of 3 sectors compared by the board with a parity"]);
        let back = Report { sectors: 3, read_back: 3, ..Report::default() };
        assert_eq!(lines(back), ["3 of 3 sectors read back and compared"]);
        let none = Report { sectors: 3, read_back: 1, ..Report::default() };
        assert_eq!(none.unverified(), 2);
        assert_eq!(lines(none)[1], "2 of 3 sectors not verified");
        assert_eq!(lines(Report::default()), [""; 0]);
    }

    #[test]
    fn a_report_says_how() {
        let report = Report {
            sectors: 10,
            parity: 3,
            read_back: 5,
            run: Some((0xcc, 1 << 20)),
            faked: true,
        };
        assert!(!report.is_complete());
        let text = report.lines().join("\n");
        for words in ["3 of 10", "5 of 10", "2 of 10", "32 MiB", "0xcc"] {
            assert!(text.contains(words), "{text}");
        }
        assert!(Report { sectors: 3, parity: 3, ..Report::default() }.is_complete());
    }
}
