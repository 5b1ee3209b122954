//! All of the eMMC, byte by byte, and whether it holds what was written.

use alloc::{format, vec::Vec};

use link::{Once, Sink, Source, StepId, Verified, Watch};

use super::{Action, Adnl, Cause, Error, Step, write::Job};
use crate::{
    adnl::wire::{Stage, Transfer},
    disk::{CLOSED, Check, Hashes, Log, Piece, SUMMED, known},
    storage::SECTOR,
};

/// How often a window that the board refused is sent in all.
const TRIES: u32 = 3;

impl<'a> Adnl<'a> {
    /// Begins to write an image that goes in pieces, all of which are in `size` bytes from byte `offset` on: refused
    /// where those do not fit.
    ///
    /// # Errors
    /// When the range does not fit the eMMC, and when a transfer fails.
    pub fn writer(
        &mut self,
        offset: u64,
        size: u64,
        check: Check,
    ) -> Result<Writer<'_, 'a>, Error> {
        let capacity = self.during(Step::Write, |adnl| adnl.check_range(offset, size))?;
        Ok(Writer { adnl: self, capacity, log: Log::new(check) })
    }

    /// Bytes of the eMMC, where it tells them, after the range was found to lie in them.
    fn check_range(&mut self, offset: u64, size: u64) -> Result<Option<u64>, Error> {
        self.require(&[Stage::UBOOT])?;
        let capacity = self.capacity()?;
        self.check_inside(capacity, offset, size)?;
        Ok(capacity)
    }

    fn check_inside(&self, capacity: Option<u64>, offset: u64, size: u64) -> Result<(), Error> {
        if !offset.is_multiple_of(SECTOR as u64) {
            return Err(self.check_failed(Cause::Unaligned(offset)));
        }
        let end = offset.saturating_add(size);
        match capacity {
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
        let mut watch = Once::new(watch, u64::MAX);
        loop {
            watch.begin_at(base);
            let transfer = Transfer::emmc(offset + base, size - base);
            let mut taken = |at: u64, data: &[u8]| pieces.push(Piece::new(offset + at, data));
            let mut job =
                Job { transfer: &transfer, base, done: 0, foresee: true, taken: &mut taken };
            let result =
                self.begin(&transfer).and_then(|()| self.windows(&mut job, source, &mut watch));
            let done = job.done;
            tries = if done > 0 { 1 } else { tries + 1 };
            base += done;
            match result {
                Err(error) if tries < TRIES && is_refused_window(&error) => {
                    watch.note(&format!("{error}: it is sent again"));
                }
                Err(error) => return Err(Error { good: Some(offset + base), ..error }),
                Ok(()) => return Ok(()),
            }
        }
    }

    /// Reads pieces that follow each other and compares them; how many bytes were the same. `None`: the board does
    /// not let its storage be read.
    fn compare(
        &mut self,
        pieces: &[Piece],
        length: u64,
        watch: &mut dyn Watch,
    ) -> Result<Option<u64>, Error> {
        let offset = pieces.first().map_or(0, |piece| piece.offset);
        let mut hashes = Hashes::new(pieces);
        let result = self.fetch(&Transfer::emmc(offset, length), &mut hashes, watch);
        if let Some(at) = hashes.differs {
            self.lost = true;
            return Err(self.check_failed(Cause::Differs(offset + at)));
        }
        match result {
            Err(Error { cause: Cause::Closed(_), .. }) => Ok(None),
            other => other.map(|()| Some(hashes.at)),
        }
    }

    /// Reads `size` bytes of the eMMC from byte `offset` on, both multiples of 512.
    ///
    /// # Errors
    /// When a transfer or the sink fails, and when the board refuses.
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
            watch.step(StepId::READ, "reading the eMMC", size);
            if size == 0 { Ok(()) } else { adnl.fetch(&Transfer::emmc(offset, size), sink, watch) }
        })
    }

    /// Reads a few bytes of the eMMC; `offset` and the length are multiples of 512.
    ///
    /// # Errors
    /// When a transfer or the sink fails, and when the board refuses.
    pub fn peek(&mut self, offset: u64, size: u64) -> Result<Vec<u8>, Error> {
        self.during(Step::Read, |adnl| {
            adnl.check_range(offset, size)?;
            let mut bytes = Vec::new();
            adnl.quietly(&Transfer::emmc(offset, size), &mut bytes)?;
            Ok(bytes)
        })
    }
}

/// An image that goes to the eMMC in pieces.
pub struct Writer<'w, 'a> {
    adnl: &'w mut Adnl<'a>,
    capacity: Option<u64>,
    log: Log,
}

impl Writer<'_, '_> {
    /// Writes all of `source` from byte `offset` on; the last sector is filled up with zeros. An error tells up to which
    /// byte the board took the data.
    ///
    /// # Errors
    /// When a transfer or `source` fails, when the board refuses, and when the range does not fit. What came before may have
    /// been written.
    pub fn write(
        &mut self,
        offset: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let size = source.size().next_multiple_of(SECTOR as u64);
        let (capacity, pieces) = (self.capacity, &mut self.log.pieces);
        let taken = pieces.last().map(|piece| piece.offset + piece.length);
        self.adnl.during(Step::Write, |adnl| {
            let inside = adnl.check_inside(capacity, offset, size);
            inside.map_err(|error| Error { good: taken, ..error })?;
            if size == 0 { Ok(()) } else { adnl.range(offset, size, source, pieces, watch) }
        })
    }

    /// Bytes that [`finish`](Self::finish) will want to read.
    pub fn to_read_back(&self) -> u64 {
        self.log.to_read_back()
    }

    /// Verifies what was written, and says how.
    ///
    /// # Errors
    /// When a transfer or `source` fails, and when what the eMMC holds differs.
    pub fn finish(self, watch: &mut dyn Watch) -> Result<Verified, Error> {
        let (mut read_back, mut why) = (0, SUMMED);
        for (pieces, length) in self.log.stretches() {
            let compared =
                self.adnl.during(Step::Verify, |adnl| adnl.compare(pieces, length, watch))?;
            match compared {
                Some(same) => read_back += same,
                None => {
                    why = CLOSED;
                    watch.note("the board is secure and does not let its storage be read: what was written is known only by the sums that went with it");
                    break;
                }
            }
        }
        Ok(known(self.log.bytes(), read_back, Some(why)))
    }
}

/// Whether the board took a window and found it wrong: it is in step and listens.
fn is_refused_window(error: &Error) -> bool {
    matches!((&error.action, &error.cause), (Action::Data(..), Cause::Failed(_)))
}
