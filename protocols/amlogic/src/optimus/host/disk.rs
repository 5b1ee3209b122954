//! All of the eMMC, byte by byte. The burn mode itself moves partitions only; but it carries out U-Boot's commands, so
//! that sectors go through DRAM: a large transfer and `mmc write`, or `mmc read` and a large transfer. libsuperbird and
//! users of pyamlboot work so.

use alloc::{format, vec::Vec};

use link::{Sink, Source, Verified, Watch};

use super::{Cause, Error, Optimus, Patience, Step, Way};
use crate::{
    disk::{Check, Hashes, Log, Piece, known, read},
    storage::SECTOR,
};

/// Where pieces are before they are written: where other tools put a ramdisk.
const SENT: u32 = 0x1300_0000;
/// Where pieces go that were read: not where what was sent still is.
const FOUND: u32 = 0x1400_0000;
/// Bytes of a piece: as many as libsuperbird's.
const PIECE: u64 = 8 << 20;
/// The eMMC, in the vendor's numbers; 0 is the SD card.
const CHOOSE: &str = "mmc dev 1";
const BYTES: u64 = SECTOR as u64;
/// The first sector that is looked for where the end of the eMMC is not known: 4 MiB, which all have. And the last.
const FIRST: u64 = 1 << 13;
const MOST: u64 = 1 << 33;

/// An image that goes to the eMMC in pieces.
pub struct Writer<'w, 'a> {
    soc: &'w mut Optimus<'a>,
    /// Where the range ends that is known to be there.
    end: u64,
    log: Log,
}

impl<'a> Optimus<'a> {
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
        self.during(Step::Store, |soc| soc.choose(offset, size))?;
        Ok(Writer { soc: self, end: offset.saturating_add(size), log: Log::new(check) })
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
        self.during(Step::Upload, |soc| {
            soc.choose(offset, size)?;
            soc.load(offset, size, sink, watch)
        })
    }

    /// Chooses the eMMC and makes sure that the range is on it: U-Boot does not tell the host how large it is, but
    /// does not read what is not there.
    fn choose(&mut self, offset: u64, size: u64) -> Result<(), Error> {
        for number in [offset, size] {
            if !number.is_multiple_of(BYTES) {
                return Err(self.error(Cause::Unaligned(number)));
            }
        }
        self.command(CHOOSE, Patience::SHORT)?;
        let end = offset.saturating_add(size);
        if end == 0 {
            return Ok(());
        }
        let mut look = |first| self.mmc("read", FOUND, first, 1);
        let last = match look(end / BYTES - 1) {
            // What came wrong once may come right.
            Err(Error { cause: Cause::Failed(_), .. }) => look(end / BYTES - 1),
            other => other,
        };
        match &last {
            // Where not even the first sector can be read, the end is not what is wrong.
            Err(Error { cause: Cause::Failed(_), .. }) if self.mmc("read", FOUND, 0, 1).is_ok() => {
                Err(self.error(Cause::PastTheEnd(end)))
            }
            _ => last,
        }
    }

    /// Sectors of the eMMC. U-Boot does not tell them, but does not read what is not there: the last one that can be read
    /// is looked for. `None`: it reads everywhere.
    ///
    /// # Errors
    /// When a transfer fails, and when the board refuses or answers something else.
    pub fn emmc_sectors(&mut self) -> Result<Option<u64>, Error> {
        self.during(Step::Upload, |soc| {
            soc.command(CHOOSE, Patience::SHORT)?;
            soc.mmc("read", FOUND, 0, 1)?;
            let (mut there, mut beyond) = (0, FIRST);
            while soc.can_read(beyond)? {
                if beyond >= MOST {
                    return Ok(None);
                }
                (there, beyond) = (beyond, 2 * beyond);
            }
            while beyond - there > 1 {
                let middle = there + (beyond - there) / 2;
                if soc.can_read(middle)? { there = middle } else { beyond = middle }
            }
            Ok(Some(beyond))
        })
    }

    /// Whether a sector can be read. What came wrong once may come right.
    fn can_read(&mut self, sector: u64) -> Result<bool, Error> {
        for _ in 0..2 {
            match self.mmc("read", FOUND, sector, 1) {
                Ok(()) => return Ok(true),
                Err(Error { cause: Cause::Failed(_), .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(false)
    }

    fn mmc(&mut self, what: &str, address: u32, first: u64, count: u64) -> Result<(), Error> {
        let text = format!("mmc {what} {address:#x} {first:#x} {count:#x}");
        self.command(&text, Patience::LONG).map(|_| ())
    }

    /// Reads a range that is known to be there.
    fn load(
        &mut self,
        offset: u64,
        size: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let mut done = 0;
        while done < size {
            let length = (size - done).min(PIECE);
            self.mmc("read", FOUND, (offset + done) / BYTES, length / BYTES)?;
            self.read(FOUND, length, Way::Large, sink, watch)?;
            done += length;
        }
        Ok(())
    }
}

impl Writer<'_, '_> {
    /// Writes all of `source` from byte `offset` on; the last sector is filled up with zeros. An error tells how many
    /// bytes were written before, by this call and those before it.
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
        let size = source.size().next_multiple_of(BYTES);
        let (mut at, mut buffer, known) = (0, Vec::new(), self.end);
        while at < size {
            // At most 8 MiB.
            buffer.resize((size - at).min(PIECE) as usize, 0);
            let done = self.log.bytes();
            let filled = read(source, at, &mut buffer);
            self.soc
                .during(Step::Store, |soc| {
                    filled.map_err(|error| soc.error(Cause::Io(error)))?;
                    if offset + at + buffer.len() as u64 > known {
                        soc.choose(offset + at, buffer.len() as u64)?;
                    }
                    soc.put(offset + at, &buffer, watch)
                })
                .map_err(|error| Error { done: Some(done), ..error })?;
            self.log.pieces.push(Piece::new(offset + at, &buffer));
            at += buffer.len() as u64;
        }
        Ok(())
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
        let mut read_back = 0;
        for (pieces, length) in self.log.stretches() {
            self.soc.during(Step::Verify, |soc| soc.compare(pieces, length, watch))?;
            read_back += length;
        }
        Ok(known(self.log.bytes(), read_back, None))
    }
}

impl Optimus<'_> {
    fn put(&mut self, offset: u64, data: &[u8], watch: &mut dyn Watch) -> Result<(), Error> {
        self.write(SENT, &mut &data[..], Way::Large, watch)?;
        self.mmc("write", SENT, offset / BYTES, data.len() as u64 / BYTES)
    }

    fn compare(
        &mut self,
        pieces: &[Piece],
        length: u64,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let offset = pieces.first().map_or(0, |piece| piece.offset);
        let mut hashes = Hashes::new(pieces);
        let result = self.load(offset, length, &mut hashes, watch);
        match hashes.differs {
            Some(at) => Err(self.error(Cause::Differs(offset + at))),
            None => result,
        }
    }
}
