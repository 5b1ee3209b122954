//! Writing sectors, so that what is said about them afterwards is true.

use alloc::{vec, vec::Vec};

use link::{Check, Data, IoError, Once, Source, SubSource, Verified, Watch};
use sha2::{Digest, Sha256};

use super::{
    Cause, DATA, Error, Reads, Rock, SETTLE, Step, Survey,
    query::sectors_of,
    read::{address, pieces},
};
use crate::wire::{Capability, Command, PARITY_SECTORS, READ_WALL, SECTOR, Status, parity};

/// Most sectors of one write to SPI NOR: longer ones made hosts run out of patience.
const NOR_MOST: u64 = 256;
/// Most sectors of one write to a program that tells nothing of itself (mainline U-Boot).
const UNKNOWN_MOST: u64 = 128;

/// A piece that the device has taken.
pub(super) struct Piece {
    pub(super) sector: u64,
    pub(super) count: u16,
    pub(super) proof: Proof,
}

/// How it is known in the end that a piece arrived.
pub(super) enum Proof {
    /// The device has compared it with a parity.
    Parity,
    /// It is read back, where reads are real, and has this hash.
    Hash([u8; 32]),
    /// Nobody looks.
    None,
}

/// A job of writing, in one range or many.
pub struct Writer<'r, 'a> {
    rock: &'r mut Rock<'a>,
    survey: Survey,
    check: Check,
    /// The device offers parity, and nothing has shown that it does not keep its word.
    parity: bool,
    log: Vec<Piece>,
    buffer: Vec<u8>,
    begun: bool,
}

impl<'a> Rock<'a> {
    /// Begins a job. Just before the first byte the board is asked again whether it is the one of the survey. No loader
    /// makes a [`Check::BoardSum`]: nothing is verified by it.
    pub fn writer<'r>(&'r mut self, survey: &Survey, check: Check) -> Writer<'r, 'a> {
        let parity = survey.capability.has(Capability::PARITY);
        let (log, buffer) = (Vec::new(), Vec::new());
        Writer { rock: self, survey: *survey, check, parity, log, buffer, begun: false }
    }

    /// Refuses to go on with a board that is not the one of the survey.
    fn confirm(&mut self, survey: &Survey) -> Result<(), Error> {
        let chip = match survey.chip {
            Some(_) => Some(self.chip_info()?),
            None => None,
        };
        // What follows the first four bytes is stale memory in some loaders.
        if chip.map(|chip| chip.code()) != survey.chip.map(|chip| chip.code()) {
            return Err(self.check_failed(Cause::Changed("SoC")));
        }
        if survey.id.is_some() && Some(self.flash_id()?) != survey.id {
            return Err(self.check_failed(Cause::Changed("kind of storage")));
        }
        if survey.flash.is_some() && Some(self.flash_info()?) != survey.flash {
            return Err(self.check_failed(Cause::Changed("storage")));
        }
        Ok(())
    }
}

impl Writer<'_, '_> {
    /// Writes all of `source` from `sector` on; the last sector is filled up with zeros. On media with erase blocks, the
    /// blocks at both ends are read first and keep what the range does not cover. Progress counts the source's sectors.
    ///
    /// An error tells up to where sectors were taken.
    ///
    /// # Errors
    /// When a transfer or `source` fails, when the range does not fit, and when the board refuses.
    pub fn write(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let before = core::mem::replace(&mut self.rock.step, Step::Write);
        let most = sectors_of(source.size()).saturating_mul(SECTOR as u64);
        let result = self.range(sector, source, &mut Once::new(watch, most));
        self.rock.step = before;
        result
    }

    /// Does `work`, whose writes are only for the time being: they are not verified.
    pub(super) fn forget_after<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let kept = self.log.len();
        let result = work(self);
        self.log.truncate(kept);
        result
    }

    /// Sectors that [`finish`](Self::finish) will read back, where reads are real.
    pub fn to_read_back(&self) -> u64 {
        let wanted = |piece: &&Piece| matches!(piece.proof, Proof::Hash(_));
        self.log.iter().filter(wanted).map(|piece| u64::from(piece.count)).sum()
    }

    /// Ends the job: verifies what can be verified, and tells how.
    ///
    /// # Errors
    /// When a transfer fails, and when what the medium holds differs.
    pub fn finish(self, watch: &mut dyn Watch) -> Result<Verified, Error> {
        let (survey, log) = (self.survey, self.log);
        self.rock.during(Step::Verify, |rock| rock.look_through(&survey, &log, watch))
    }

    fn range(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let count = sectors_of(source.size());
        self.rock.check_range(&self.survey, sector, count)?;
        self.rock.require_start(&self.survey, sector, source)?;
        if count == 0 {
            return Ok(());
        }
        if !self.begun {
            self.rock.confirm(&self.survey)?;
            self.begun = true;
        }
        match self.survey.block() {
            Some(block) => self.blocks(block, sector, count, source, watch),
            None => {
                let mut whole = SubSource::padded(source, 0, count * SECTOR as u64);
                self.pieces(sector, count, &mut whole, watch)
            }
        }
    }

    /// Writes whole erase blocks.
    fn blocks(
        &mut self,
        block: u64,
        sector: u64,
        count: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let (first, end) = (sector / block * block, sector + count);
        let last = self.survey.sectors().unwrap_or(u64::MAX).min(end.next_multiple_of(block));
        let mut whole = Framed {
            head: self.keep(first, sector, block)?,
            body: SubSource::padded(source, 0, count * SECTOR as u64),
            tail: self.keep(end, last, block)?,
        };
        self.pieces(first, last - first, &mut whole, watch)
    }

    /// The contents of a part of a block that is about to be erased.
    fn keep(&mut self, from: u64, to: u64, block: u64) -> Result<Vec<u8>, Error> {
        if to > READ_WALL && from < to && self.rock.reads(&self.survey)? != Reads::Real {
            return Err(self.rock.check_failed(Cause::Unaligned { block }));
        }
        let mut kept = Vec::new();
        let mut buffer = Vec::new();
        for (sector, count) in pieces(from, to - from, NOR_MOST) {
            self.rock.fetch(sector, count, &mut buffer, &mut link::Silent)?;
            kept.extend_from_slice(&buffer);
        }
        Ok(kept)
    }

    fn pieces(
        &mut self,
        sector: u64,
        count: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        for (at, length) in pieces(sector, count, self.most()) {
            let offset = (at - sector) * SECTOR as u64;
            let result = match source.slice(offset, usize::from(length) * SECTOR) {
                Some(data) => self.piece(at, length, data, watch),
                None => self.copied(at, length, (offset, source), watch),
            };
            result.map_err(|error| Error { good: Some(at), ..error })?;
        }
        Ok(())
    }

    /// Writes a piece that is not in memory yet.
    fn copied(
        &mut self,
        at: u64,
        length: u16,
        (offset, source): (u64, &mut dyn Source),
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let mut buffer = core::mem::take(&mut self.buffer);
        buffer.resize(usize::from(length) * SECTOR, 0);
        let read = source.read_at(offset, &mut buffer);
        let result = read
            .map_err(|error| self.rock.check_failed(Cause::Io(error)))
            .and_then(|()| self.piece(at, length, &buffer, watch));
        self.buffer = buffer;
        result
    }

    /// Most sectors of one command. Nothing above what the device compares with a parity, whether asked to or not.
    fn most(&self) -> u64 {
        match self.survey.id {
            Some(id) if &id.0 == b"NOR  " => NOR_MOST,
            _ if self.survey.flash.is_none() => UNKNOWN_MOST,
            _ => PARITY_SECTORS.into(),
        }
    }

    fn piece(
        &mut self,
        sector: u64,
        count: u16,
        data: &[u8],
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let wanted = self.parity && matches!(self.check, Check::Best | Check::Parity);
        let sum = if wanted { parity(data) } else { 0 };
        let result = self.send(sector, count, sum, data, watch);
        let refused = matches!(&result, Err(Error { cause: Cause::Failed(Status::PHASE), .. }));
        if refused && sum != 0 {
            return self.dispute(sector, count, data, watch);
        }
        result?;
        self.note(sector, data, sum != 0);
        Ok(())
    }

    /// Notes what the device has taken: of erase blocks each one, as the next range may write one of them again.
    fn note(&mut self, sector: u64, data: &[u8], compared: bool) {
        let block = self.survey.block();
        let unit = block.map_or(data.len(), |block| block as usize * SECTOR);
        for (index, data) in data.chunks(unit).enumerate() {
            let sector = sector + (index * unit / SECTOR) as u64;
            if block.is_some() {
                self.log.retain(|piece| piece.sector != sector);
            }
            let count = (data.len() / SECTOR) as u16;
            self.log.push(Piece { sector, count, proof: self.proof(data, compared) });
        }
    }

    /// `compared`: the device has done so with a parity.
    fn proof(&self, data: &[u8], compared: bool) -> Proof {
        match (self.check, compared) {
            (Check::ReadBack, _) | (Check::Best, false) => Proof::Hash(Sha256::digest(data).into()),
            (_, true) => Proof::Parity,
            (Check::Parity | Check::BoardSum | Check::None, false) => Proof::None,
        }
    }

    /// The device says that storage does not hold what the parity tells. No one has seen a device do this: where it
    /// reads back as it was written, the parity is what is wrong, and the job goes on without.
    fn dispute(
        &mut self,
        sector: u64,
        count: u16,
        data: &[u8],
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let readable =
            sector + u64::from(count) <= READ_WALL || self.rock.reads(&self.survey)? == Reads::Real;
        let mut found = Vec::new();
        if readable {
            self.rock.fetch(sector, count, &mut found, &mut link::Silent)?;
        }
        if found != data {
            let cause = Cause::Differs(sector);
            return Err(self.rock.check_failed(cause));
        }
        watch.note("the board says that a write arrived damaged, but it reads back as it was sent: its parity is not used any more");
        self.parity = false;
        self.note(sector, data, false);
        Ok(())
    }

    /// One write command. A device that knows parity may have one in its command buffer, from this host or one before:
    /// it gets commands of full length only.
    fn send(
        &mut self,
        sector: u64,
        count: u16,
        sum: u32,
        data: &[u8],
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let command = match self.survey.capability.has(Capability::PARITY) {
            true => Command::write_lba_parity(address(sector), count, sum),
            false => Command::write_lba(address(sector), count),
        };
        self.rock.twice(watch, |rock, watch| {
            let mut source = data;
            let limits = [DATA, SETTLE];
            rock.transfer(command, Some(Data::From(&mut source)), limits, watch)
        })
    }
}

/// A source between two pieces that are kept.
struct Framed<'s> {
    head: Vec<u8>,
    body: SubSource<'s>,
    tail: Vec<u8>,
}

impl Source for Framed<'_> {
    fn size(&self) -> u64 {
        self.head.len() as u64 + self.body.size() + self.tail.len() as u64
    }

    fn read_at(&mut self, offset: u64, buf: &mut [u8]) -> Result<(), IoError> {
        let (head, body) = (self.head.len() as u64, self.body.size());
        let mut done = 0;
        while done < buf.len() {
            let at = offset + done as u64;
            let rest = &mut buf[done..];
            // Each length is bounded by that of a slice in memory.
            let length = if at < head {
                let length = rest.len().min((head - at) as usize);
                (&self.head[..]).read_at(at, &mut rest[..length])?;
                length
            } else if at < head + body {
                let length = (rest.len() as u64).min(head + body - at) as usize;
                self.body.read_at(at - head, &mut rest[..length])?;
                length
            } else {
                (&self.tail[..]).read_at(at - head - body, rest)?;
                rest.len()
            };
            done += length;
        }
        Ok(())
    }
}

/// So many zero bytes: what replaces an erase on a device whose erase does nothing.
#[derive(Clone, Copy, Debug)]
pub struct Zeros(pub u64);

impl Source for Zeros {
    fn size(&self) -> u64 {
        self.0
    }

    fn read_at(&mut self, _: u64, buf: &mut [u8]) -> Result<(), IoError> {
        buf.fill(0);
        Ok(())
    }
}

impl Rock<'_> {
    /// Writes zeros, in commands of full length.
    ///
    /// # Errors
    /// When a transfer fails, and when the range does not fit the medium.
    pub fn write_zeros(
        &mut self,
        survey: &Survey,
        sector: u64,
        count: u64,
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let mut writer = self.writer(survey, Check::None);
        writer.write(sector, &mut Zeros(count.saturating_mul(SECTOR as u64)), watch)
    }

    /// One sector, for looks at what an erase did.
    pub(super) fn peek(&mut self, sector: u64) -> Result<Vec<u8>, Error> {
        let mut buffer = vec![];
        self.fetch(sector, 1, &mut buffer, &mut link::Silent)?;
        Ok(buffer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_goes_before_and_after_what_is_written() {
        let whole: Vec<u8> = (0..60).collect();
        let mut source = &whole[10..40];
        let mut framed = Framed {
            head: whole[..10].to_vec(),
            body: SubSource::padded(&mut source, 0, 30),
            tail: whole[40..].to_vec(),
        };
        assert_eq!(framed.size(), 60);
        for start in 0..60 {
            for end in start..=60 {
                let mut found = vec![0xff; end - start];
                framed.read_at(start as u64, &mut found).expect("in memory");
                assert_eq!(found, whole[start..end], "{start}..{end}");
            }
        }
    }
}
