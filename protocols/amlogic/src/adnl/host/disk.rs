//! All of the eMMC, byte by byte, and whether it holds what was written.

use alloc::{format, string::String, vec, vec::Vec};

use link::{IoError, Sink, Source, Watch};
use sha2::{Digest, Sha256};

use super::{Action, Adnl, Cause, Error, Step, window::read, write::Job};
use crate::{
    adnl::wire::{Stage, Transfer},
    storage::SECTOR,
};

/// How often a window that the board refused is sent in all.
const TRIES: u32 = 3;

/// How what was written is to be verified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Check {
    /// By reading back, where the board lets its storage be read.
    #[default]
    ReadBack,
    /// Only by the sum that goes with each window.
    Sums,
}

/// What is known about bytes that were written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// All of them.
    pub bytes: u64,
    /// Those that were read back and compared.
    pub read_back: u64,
    /// The board does not let its storage be read.
    pub closed: bool,
}

impl Report {
    /// Whether all of them are known to be right.
    pub fn is_complete(&self) -> bool {
        self.read_back == self.bytes
    }

    /// The report in words.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if self.read_back > 0 {
            lines
                .push(format!("{} of {} bytes read back and compared", self.read_back, self.bytes));
        }
        if !self.is_complete() {
            let left = self.bytes - self.read_back;
            let why = if self.closed { ": the board does not let its storage be read" } else { "" };
            lines.push(format!(
                "{left} of {} bytes known only by the sums that went with them, which some boards answer before they look{why}",
                self.bytes
            ));
        }
        lines
    }
}

/// A window that the board has taken.
struct Piece {
    length: u64,
    hash: [u8; 32],
}

impl Adnl<'_> {
    /// Writes all of `source` to the eMMC from byte `offset` on; the last sector is filled up with zeros.
    ///
    /// An error tells up to which byte the board took the data.
    pub fn write_disk(
        &mut self,
        offset: u64,
        source: &mut dyn Source,
        check: Check,
        watch: &mut dyn Watch,
    ) -> Result<Report, Error> {
        let size = source.size().next_multiple_of(SECTOR as u64);
        let mut pieces = Vec::new();
        self.during(Step::Write, |adnl| {
            adnl.check_range(offset, size)?;
            if size == 0 {
                return Ok(());
            }
            watch.step("writing the eMMC", size);
            adnl.range(offset, size, source, &mut pieces, watch)
        })?;
        let mut report = Report { bytes: size, ..Report::default() };
        if check == Check::ReadBack && size > 0 {
            watch.step("reading back", size);
            self.during(Step::Verify, |adnl| adnl.compare(offset, &pieces, &mut report, watch))?;
        }
        Ok(report)
    }

    fn check_range(&mut self, offset: u64, size: u64) -> Result<(), Error> {
        self.require(&[Stage::UBOOT])?;
        if !offset.is_multiple_of(SECTOR as u64) {
            return Err(self.check_failed(Cause::Unaligned(offset)));
        }
        let end = offset.saturating_add(size);
        match self.capacity()? {
            Some(bytes) if end > bytes => Err(self.check_failed(Cause::PastTheEnd { bytes, end })),
            _ => Ok(()),
        }
    }

    /// Writes a range, beginning again at a window that the board refused: it would go on with the next one.
    fn range(
        &mut self,
        offset: u64,
        size: u64,
        source: &mut dyn Source,
        pieces: &mut Vec<Piece>,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let (mut base, mut tries) = (0, 0);
        loop {
            let transfer = Transfer::emmc(offset + base, size - base);
            let mut taken = |_: u64, data: &[u8]| {
                let hash = Sha256::digest(data).into();
                pieces.push(Piece { length: data.len() as u64, hash });
            };
            let mut job =
                Job { transfer: &transfer, base, done: 0, foresee: true, taken: &mut taken };
            let result = self.begin(&transfer).and_then(|()| self.windows(&mut job, source, watch));
            let done = job.done;
            tries = if done > 0 { 1 } else { tries + 1 };
            base += done;
            match result {
                Err(error) if tries < TRIES && is_refused_window(&error) => {
                    watch.note(&format!("{error}: it is sent once more"));
                }
                Err(error) => return Err(Error { good: Some(offset + base), ..error }),
                Ok(()) => return Ok(()),
            }
        }
    }

    fn compare(
        &mut self,
        offset: u64,
        pieces: &[Piece],
        report: &mut Report,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let mut hashes = Hashes { pieces: pieces.iter(), held: Vec::new(), at: 0, differs: None };
        let result = self.fetch(&Transfer::emmc(offset, report.bytes), &mut hashes, watch);
        if let Some(at) = hashes.differs {
            self.lost = true;
            return Err(self.check_failed(Cause::Differs(offset + at)));
        }
        match result {
            Err(Error { cause: Cause::Closed(_), .. }) => {
                report.closed = true;
                watch.note("the board is secure and does not let its storage be read: what was written is known only by the sums that went with it");
                return Ok(());
            }
            other => other?,
        }
        report.read_back = hashes.at;
        Ok(())
    }

    /// Compares the eMMC with all of `source` from byte `offset` on. A difference is an error.
    pub fn verify_disk(
        &mut self,
        offset: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<Report, Error> {
        self.during(Step::Verify, |adnl| {
            let size = source.size().next_multiple_of(SECTOR as u64);
            adnl.check_range(offset, size)?;
            watch.step("comparing the eMMC", size);
            let mut against = Against { source, at: 0, differs: None };
            let transfer = Transfer::emmc(offset, size);
            let result = match size {
                0 => Ok(()),
                _ => adnl.fetch(&transfer, &mut against, watch),
            };
            if let Some(at) = against.differs {
                adnl.lost = true;
                return Err(adnl.check_failed(Cause::Differs(offset + at)));
            }
            result.map(|()| Report { bytes: size, read_back: size, closed: false })
        })
    }

    /// Reads `size` bytes of the eMMC from byte `offset` on, both multiples of 512.
    pub fn read_disk(
        &mut self,
        offset: u64,
        size: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        self.during(Step::Read, |adnl| {
            if !size.is_multiple_of(SECTOR as u64) {
                return Err(adnl.check_failed(Cause::Unaligned(size)));
            }
            adnl.check_range(offset, size)?;
            watch.step("reading the eMMC", size);
            if size == 0 { Ok(()) } else { adnl.fetch(&Transfer::emmc(offset, size), sink, watch) }
        })
    }

    /// Reads a few bytes of the eMMC; `offset` and the length are multiples of 512.
    pub fn peek(&mut self, offset: u64, size: u64) -> Result<Vec<u8>, Error> {
        self.during(Step::Read, |adnl| {
            adnl.check_range(offset, size)?;
            let mut bytes = Vec::new();
            adnl.quietly(&Transfer::emmc(offset, size), &mut bytes)?;
            Ok(bytes)
        })
    }
}

/// Whether the board took a window and found it wrong: it is in step and listens.
fn is_refused_window(error: &Error) -> bool {
    matches!((&error.action, &error.cause), (Action::Data(..), Cause::Failed(_)))
}

/// Compares what comes with the hashes of windows.
struct Hashes<'p> {
    pieces: core::slice::Iter<'p, Piece>,
    held: Vec<u8>,
    /// Bytes that were compared.
    at: u64,
    differs: Option<u64>,
}

impl Sink for Hashes<'_> {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        self.held.extend_from_slice(data);
        while let Some(piece) = self.pieces.as_slice().first() {
            // A window was in memory as a whole.
            let length = piece.length as usize;
            if self.held.len() < length {
                return Ok(());
            }
            if <[u8; 32]>::from(Sha256::digest(&self.held[..length])) != piece.hash {
                self.differs = Some(self.at);
                return Err("storage differs from what was written".into());
            }
            self.at += piece.length;
            self.held.drain(..length);
            self.pieces.next();
        }
        Ok(())
    }
}

/// Compares what comes with a source.
struct Against<'s> {
    source: &'s mut dyn Source,
    at: u64,
    differs: Option<u64>,
}

impl Sink for Against<'_> {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        let mut wanted = vec![0; data.len()];
        read(self.source, self.at, &mut wanted)?;
        if let Some(at) = data.iter().zip(&wanted).position(|(one, other)| one != other) {
            self.differs = Some(self.at + at as u64);
            return Err("storage differs from the file".into());
        }
        self.at += data.len() as u64;
        Ok(())
    }
}
