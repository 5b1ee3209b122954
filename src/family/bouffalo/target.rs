//! SPI flash through the mask ROM: written sector by sector, summed by the chip.

use std::ops::Range;

use sha2::{Digest, Sha256};

use bouffalo::{
    SECTOR as BLOCK,
    header::Header,
    host::{Error, Isp, STEP},
    wire::Flash,
};
use link::{Check, Method, Sink, Source, StepId, Verified, Watch, storage::SECTOR};

use super::conversation::medium;
use crate::{
    failure::Problem,
    family::{
        BlockTarget, Comparer, Medium, Writer, first_differing, placed, require_room,
        uboot::{Guard, written},
    },
    transport::SerialLink,
};

/// What is erased, written and summed at once.
const CHUNK: usize = STEP as usize;

/// The ROM looks for its boot header at the beginning of the flash.
const BEGINNING: Guard = Guard { sectors: 1, judge: require_header };

/// Where modules keep how their radio was adjusted in the factory, and how that begins. The vendor's tool keeps it, too.
const RADIO: Range<usize> = 0x1000..0x2000;
const ADJUSTED: &[u8; 4] = b"BLRF";

fn require_header(head: &[u8]) -> Result<(), Problem> {
    Header::parse(head).map(drop).map_err(|error| {
        let text =
            format!("{error}: the board would not start from SPI flash; nothing was written");
        Problem::BadInput(text)
    })
}

/// The SPI flash of a board in its mask ROM.
pub struct SpiNor<'l> {
    link: &'l mut SerialLink,
    flash: Flash,
    verify: bool,
    /// The flash holds the radio's adjustment; `None`: that is not known yet.
    adjusted: Option<Option<Vec<u8>>>,
    known: Verified,
    read: Verified,
    /// What was written since writing began, as parts without gaps: each is summed again at the end.
    spans: Vec<Span>,
}

/// A part of the flash that was written: its first byte, its length, and the sum of its bytes.
struct Span {
    at: u32,
    length: u32,
    sum: Sha256,
}

impl<'l> SpiNor<'l> {
    pub(super) fn new(link: &'l mut SerialLink, flash: Flash) -> Self {
        let (known, read) = (Verified::default(), Verified::default());
        Self { link, flash, verify: true, adjusted: None, known, read, spans: Vec::new() }
    }

    /// Has the mask ROM do something; what moves is told by whoever asked for it.
    fn isp<T>(&mut self, work: impl FnOnce(&mut Isp<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let mut silent = link::Silent;
        work(&mut Isp::new(self.link, &mut silent))
    }

    /// Refuses what is not in the flash.
    ///
    /// # Errors
    /// When sectors `start` and on are not all there.
    pub fn check_room(&self, start: u64, sectors: u64) -> Result<(), Problem> {
        match self.medium().sectors {
            Some(there) => require_room("flash", there, start, sectors),
            None => Err(Problem::Refused(
                "the flash does not tell how long it is; nothing was written".into(),
            )),
        }
    }

    /// Erases sectors, and has the chip make sure that they are empty. What shares a block of 4096 bytes with them is kept.
    ///
    /// # Errors
    /// When they are not all there, when they are not empty afterwards, and when the line fails.
    pub fn erase(&mut self, start: u64, sectors: u64, watch: &mut dyn Watch) -> anyhow::Result<()> {
        self.check_room(start, sectors)?;
        watch.step(StepId::ERASE, "erase", sectors.saturating_mul(SECTOR as u64));
        (self.verify, self.adjusted, self.spans) = (true, Some(None), Vec::new());
        let (mut at, end) = (start * SECTOR as u64, (start + sectors) * SECTOR as u64);
        let empty = [0xff; CHUNK];
        while at < end {
            let length = (end - at).min(CHUNK as u64) as usize;
            self.write_chunk(at as u32, &empty[..length], watch)?;
            at += length as u64;
        }
        self.confirm()
    }

    /// Writes what may begin and end inside a block: what else is in that is kept.
    fn write_chunk(&mut self, at: u32, bytes: &[u8], watch: &mut dyn Watch) -> anyhow::Result<()> {
        let mut bytes = bytes.to_vec();
        self.keep_radio(at, &mut bytes, watch)?;
        let (first, mut all) = self.whole(at, &bytes)?;
        let offset = (at - first) as usize;
        all[offset..offset + bytes.len()].copy_from_slice(&bytes);
        let verify = self.verify;
        self.isp(|isp| isp.store(first, &all, verify))?;
        watch.advance(bytes.len() as u64);
        self.remember(at, &bytes);
        Ok(())
    }

    /// Adds to what was written.
    fn remember(&mut self, at: u32, bytes: &[u8]) {
        let length = bytes.len() as u32;
        match self.spans.last_mut().filter(|span| span.at + span.length == at) {
            Some(span) => {
                span.length += length;
                span.sum.update(bytes);
            }
            None => {
                let sum = Sha256::new_with_prefix(bytes);
                self.spans.push(Span { at, length, sum });
            }
        }
    }

    /// Has the chip sum all that was written as a whole: commands have sums of eight bits, and one that was spoilt on its way may
    /// have been obeyed elsewhere.
    fn confirm(&mut self) -> anyhow::Result<()> {
        for Span { at, length, sum } in std::mem::take(&mut self.spans) {
            let wanted: [u8; 32] = sum.finalize().into();
            if self.isp(|isp| isp.sha256(at, length))? != wanted {
                let text =
                    format!("the {length} bytes at {at:#x} of the flash are not what was written");
                return Err(Problem::Differs(text).into());
            }
        }
        Ok(())
    }

    /// Room for the blocks that `bytes` at `at` are in, with what the flash holds in the first and the last one where they are
    /// not written as a whole.
    fn whole(&mut self, at: u32, bytes: &[u8]) -> Result<(u32, Vec<u8>), Error> {
        let end = at + bytes.len() as u32;
        let (first, last) = (at / BLOCK * BLOCK, end.next_multiple_of(BLOCK));
        let mut all = vec![0xff; (last - first) as usize];
        let edges = [(first, at > first), (last - BLOCK, end < last)];
        for (block, _) in edges.into_iter().filter(|(_, shared)| *shared) {
            let offset = (block - first) as usize;
            let held = self.isp(|isp| isp.read(block, BLOCK))?;
            all[offset..offset + held.len()].copy_from_slice(&held);
        }
        Ok((first, all))
    }

    /// Copies the radio's adjustment of this board, if its flash holds one, into `bytes`, which belong at `at`.
    fn keep_radio(
        &mut self,
        at: u32,
        bytes: &mut [u8],
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let begin = at as usize;
        if begin > RADIO.start || begin + bytes.len() < RADIO.end {
            return Ok(());
        }
        if self.adjusted.is_none() {
            let held = self.isp(|isp| isp.read(RADIO.start as u32, RADIO.len() as u32))?;
            let held = held.starts_with(ADJUSTED).then_some(held);
            if held.is_some() {
                watch
                    .note("the flash keeps how this board's radio was adjusted (`BLRF` at 0x1000)");
            }
            self.adjusted = Some(held);
        }
        if let Some(Some(held)) = &self.adjusted {
            bytes[RADIO.start - begin..][..RADIO.len()].copy_from_slice(held);
        }
        Ok(())
    }
}

impl BlockTarget for SpiNor<'_> {
    fn medium(&self) -> Medium {
        medium(&self.flash)
    }

    fn judged(&self) -> u64 {
        BEGINNING.sectors
    }

    fn judge(&mut self, start: u64, bytes: &mut dyn Source) -> anyhow::Result<()> {
        BEGINNING.judge(start, bytes)?;
        if start > 0 {
            return Ok(());
        }
        let mut head = vec![0; bytes.size() as usize];
        bytes.read_at(0, &mut head).map_err(anyhow::Error::from_boxed)?;
        match Header::parse(&head)?.maker {
            Some(maker) if maker != self.flash.id[0] => {
                Err(super::words::other_flash(maker, self.flash.id[0]).into())
            }
            _ => Ok(()),
        }
    }

    fn writer(
        &mut self,
        start: u64,
        bytes: u64,
        check: Check,
    ) -> anyhow::Result<Box<dyn Writer + '_>> {
        self.verify = match check {
            Check::Best | Check::BoardSum => true,
            Check::None => false,
            Check::Parity | Check::ReadBack => {
                let text =
                    "the chip sums what its flash holds (board-sum): that is how it is verified";
                return Err(Problem::Usage(text.into()).into());
            }
        };
        self.check_room(start, bytes.div_ceil(SECTOR as u64))?;
        // The question before may have waited for hours.
        self.isp(|isp| isp.wake())?;
        (self.known, self.spans) = (Verified::default(), Vec::new());
        Ok(Box::new(Job(self)))
    }

    fn comparer(&mut self) -> Box<dyn Comparer + '_> {
        self.known = Verified::default();
        Box::new(Job(self))
    }

    fn read(
        &mut self,
        start: u64,
        sectors: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        self.check_room(start, sectors)?;
        self.read = Verified::default();
        let (mut at, end) = (start * SECTOR as u64, (start + sectors) * SECTOR as u64);
        while at < end {
            let length = (end - at).min(CHUNK as u64);
            let bytes = self.isp(|isp| isp.read(at as u32, length as u32))?;
            sink.write(&bytes).map_err(anyhow::Error::from_boxed)?;
            self.read.add(&Verified::by(Method::BoardSum, length));
            watch.advance(length);
            at += length;
        }
        Ok(())
    }

    fn known_of_read(&self) -> Option<Verified> {
        Some(self.read)
    }
}

/// Writing or comparing under way.
struct Job<'t, 'l>(&'t mut SpiNor<'l>);

impl Writer for Job<'_, '_> {
    fn write(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        placed(sector, source, CHUNK, |at, bytes| {
            self.0.check_room(u64::from(at) / SECTOR as u64, (bytes.len() / SECTOR) as u64)?;
            self.0.write_chunk(at, bytes, watch)?;
            let size = bytes.len() as u64;
            self.0.known.add(&written(self.0.verify, size));
            Ok(true)
        })
    }

    /// Each chunk was summed as soon as it was written.
    fn to_read_back(&self) -> u64 {
        0
    }

    fn finish(self: Box<Self>, _: &mut dyn Watch) -> anyhow::Result<Verified> {
        if self.0.verify {
            self.0.confirm()?;
        }
        Ok(self.0.known)
    }
}

impl Comparer for Job<'_, '_> {
    fn compare(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Option<u64>> {
        let mut differs = None;
        placed(sector, source, CHUNK, |at, bytes| {
            self.0.check_room(u64::from(at) / SECTOR as u64, (bytes.len() / SECTOR) as u64)?;
            if !self.0.isp(|isp| isp.holds(at, bytes))? {
                let mut kept = bytes.to_vec();
                self.0.keep_radio(at, &mut kept, watch)?;
                if kept == bytes || !self.0.isp(|isp| isp.holds(at, &kept))? {
                    // `placed` has made sure that all of it is within 32 bits.
                    let holds = |at, part: &[u8]| self.0.isp(|isp| isp.holds(at as u32, part));
                    differs = Some(first_differing(at.into(), &kept, BLOCK as usize, holds)?);
                    return Ok(false);
                }
            }
            let size = bytes.len() as u64;
            self.0.known.add(&Verified::by(Method::BoardSum, size));
            watch.advance(size);
            Ok(true)
        })?;
        Ok(differs)
    }

    fn known(&self) -> Verified {
        self.0.known
    }
}
