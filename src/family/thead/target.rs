//! SPI flash through the vendor's image writer: an image is written in one download, and summed by the board.

use link::{Check, Method, Sink, Source, Verified, Watch, storage::SECTOR};
use thead::{
    host::{Board, Cause, Cct, Error},
    wire::{Memory, UNREAD},
};

use super::{conversation::medium, words};
use crate::{
    failure::Problem,
    family::{
        BlockTarget, Comparer, Medium, Writer, first_differing, placed, require_room,
        uboot::written,
    },
    transport::SerialLink,
};

/// What of the flash is summed at once when parts of it are: sums of 32 bits say little of much.
const PART: usize = 4096;
/// The largest block that flash is erased in. Which one the image writer erases is not known.
const BLOCK: u64 = 64 << 10;
/// What is compared at once.
const CHUNK: usize = 64 << 10;

/// What is said where the parts cannot be summed.
const WHOLE_ONLY: &str = "the board sums the image as a whole only: its 32 bits do not notice bytes that have changed places";

/// The SPI flash of a board whose image writer runs.
pub struct SpiNor<'l> {
    link: &'l mut SerialLink,
    board: &'l Board,
    flash: Memory,
    known: Verified,
}

impl<'l> SpiNor<'l> {
    pub(super) fn new(link: &'l mut SerialLink, board: &'l Board) -> Result<Self, Problem> {
        let flash = board.flash().copied();
        let flash = flash.ok_or_else(|| Problem::Refused("the board lists no SPI flash".into()))?;
        Ok(Self { link, board, flash, known: Verified::default() })
    }

    /// The first byte of an image of this many bytes that begins at sector `start`. Nothing is sent.
    ///
    /// # Errors
    /// When it does not fit, when it may share a block with what is before it, and when its length is not known (0).
    pub fn check_place(&self, start: u64, bytes: u64) -> Result<u32, Problem> {
        let there = u64::from(self.flash.size) / super::SECTOR;
        require_room("flash", there, start, bytes.div_ceil(super::SECTOR))?;
        let at = start * super::SECTOR;
        match bytes {
            0 => Err(words::endless()),
            _ if !at.is_multiple_of(BLOCK) => Err(words::unaligned()),
            // There is room for it, so it is within 32 bits.
            _ => Ok(at as u32),
        }
    }

    fn holds(&mut self, at: u32, bytes: &[u8]) -> Result<bool, Error> {
        Cct::new(self.link, &mut link::Silent).holds(&self.flash, at, bytes)
    }

    /// The first sector of `bytes` at `at` that the flash does not hold, as sums of small parts tell; `None`: it holds all of
    /// them.
    fn differing(&mut self, at: u32, bytes: &[u8]) -> Result<Option<u64>, Error> {
        let end = (u64::from(at) + bytes.len() as u64) / super::SECTOR;
        // `placed` and `check_room` have made sure that all of it is within 32 bits.
        let holds = |at: u64, part: &[u8]| self.holds(at as u32, part);
        let first = first_differing(at.into(), bytes, PART, holds)?;
        Ok((first < end).then_some(first))
    }

    /// Has the board sum what was written: as a whole, as the vendor's client does, and then part by part.
    fn confirm(&mut self, at: u32, bytes: &[u8], watch: &mut dyn Watch) -> anyhow::Result<()> {
        let whole = self.holds(at, bytes)?;
        let first = match self.differing(at, bytes) {
            // It may sum no more than what was just written.
            Err(Error { cause: Cause::Refused(_, result), .. }) if result != UNREAD => {
                watch.note(WHOLE_ONLY);
                None
            }
            other => other?,
        };
        match (whole, first) {
            (true, None) => Ok(()),
            (_, first) => {
                let begin = u64::from(at) / super::SECTOR;
                let first = first.unwrap_or(begin);
                let text = format!("the flash differs from the image from sector {first} on");
                Err(Problem::Differs(text).into())
            }
        }
    }
}

impl BlockTarget for SpiNor<'_> {
    fn medium(&self) -> Medium {
        medium(self.board).expect("it is made of a flash that is listed")
    }

    fn is_readable(&self) -> bool {
        false
    }

    fn writer(
        &mut self,
        start: u64,
        bytes: u64,
        check: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>> {
        let verify = match check {
            Check::Best | Check::BoardSum => true,
            Check::None => false,
            Check::Parity | Check::ReadBack => return Err(words::only_sums().into()),
        };
        let at = self.check_place(start, bytes)?;
        // No longer than the flash.
        let all = Vec::with_capacity(bytes as usize);
        Ok(Box::new(Writing { flash: self, at, length: bytes as usize, all, verify }))
    }

    fn comparer(&mut self) -> Box<dyn Comparer + '_> {
        self.known = Verified::default();
        Box::new(Comparing(self))
    }

    fn read(&mut self, _: u64, _: u64, _: &mut dyn Sink, _: &mut dyn Watch) -> anyhow::Result<()> {
        Err(Problem::Refused("the image writer sends nothing back".into()).into())
    }
}

/// Writing under way: the image is kept until all of it is there, as it is sent in one download. It is at most as long as the
/// flash.
struct Writing<'t, 'l> {
    flash: &'t mut SpiNor<'l>,
    at: u32,
    length: usize,
    all: Vec<u8>,
    verify: bool,
}

impl Writer for Writing<'_, '_> {
    fn write(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        _: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        placed(sector, source, CHUNK, |at, bytes| {
            if u64::from(at) != u64::from(self.at) + self.all.len() as u64 {
                return Err(words::in_parts().into());
            }
            self.all.extend_from_slice(bytes);
            Ok(true)
        })
    }

    fn to_read_back(&self) -> u64 {
        0
    }

    fn finish(self: Box<Self>, watch: &mut dyn Watch) -> anyhow::Result<Verified> {
        let Self { flash, at, length, all, verify } = *self;
        if all.len() != length.next_multiple_of(SECTOR) {
            return Err(words::in_parts().into());
        }
        let (board, memory) = (flash.board, flash.flash);
        Cct::new(flash.link, watch).download(board, &memory, at, &all)?;
        if verify {
            flash.confirm(at, &all, watch)?;
        }
        Ok(written(verify, all.len() as u64))
    }
}

/// Comparing under way.
struct Comparing<'t, 'l>(&'t mut SpiNor<'l>);

impl Comparer for Comparing<'_, '_> {
    fn compare(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Option<u64>> {
        let mut differs = None;
        placed(sector, source, CHUNK, |at, bytes| {
            let there = u64::from(self.0.flash.size) / super::SECTOR;
            let (sector, sectors) = (u64::from(at) / super::SECTOR, bytes.len() / SECTOR);
            require_room("flash", there, sector, sectors as u64)?;
            differs = self.0.differing(at, bytes)?;
            if differs.is_none() {
                let size = bytes.len() as u64;
                self.0.known.add(&Verified::by(Method::BoardSum, size));
                watch.advance(size);
            }
            Ok(differs.is_none())
        })?;
        Ok(differs)
    }

    fn known(&self) -> Verified {
        self.0.known
    }
}
