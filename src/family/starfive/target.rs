//! SPI flash through U-Boot at its prompt (`sf`).

use std::time::Duration;

use link::{Check, Method, Sink, Source, StepId, Verified, Watch};
use starfive::{
    crc32,
    host::{BUFFERS, Layout},
    image::{self, Kind},
};
use uboot::{
    flash::Flash,
    host::{Cause, Console, Error, Flasher, Prompt},
};

use super::SECTOR;
use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{self, BlockTarget, Comparer, Medium, Writer, first_differing, placed, uboot::Guard},
    transport::SerialLink,
};

/// The most that is loaded, written or read at once.
const CHUNK: usize = 1 << 20;
/// Where chunks differ, the first of this many bytes that does is found: the rest of them need not be sent again.
const FINE: usize = 64 << 10;
/// Erase blocks of a flash that does not tell them: the largest that are usual.
const ERASE: u32 = 64 << 10;

/// The mask ROM takes an SPL from the beginning of SPI flash.
pub(super) const BEGINNING: Guard =
    Guard { sectors: Layout::JH7110.spl_room as u64 / SECTOR, judge: require_spl };

fn require_spl(head: &[u8]) -> Result<(), Problem> {
    let what = match image::kind(head) {
        Kind::Spl(_) => return Ok(()),
        Kind::Damaged(error) => error.to_string(),
        Kind::Agent(_) => "it begins with the vendor's recovery program".into(),
        _ => "it begins with no SPL".into(),
    };
    let text = format!("{what}: the board would not start from SPI flash; nothing was written");
    Err(Problem::BadInput(text))
}

/// The SPI flash of a board whose U-Boot is at its prompt.
pub(super) struct SpiNor<'l> {
    link: &'l mut SerialLink,
    medium: Medium,
    erase: u32,
    /// A rate to send at that is faster than the line's own, as long as it works.
    fast: &'l mut Option<u32>,
    verify: bool,
    known: Verified,
}

impl<'l> SpiNor<'l> {
    pub(super) fn new(
        link: &'l mut SerialLink,
        flash: Option<&Flash>,
        fast: &'l mut Option<u32>,
    ) -> Self {
        let medium = Medium {
            kind: Some(Storage::SpiNor),
            sectors: flash.map(|flash| flash.size / SECTOR),
            id: flash.map(|flash| flash.name.clone()),
            boots: None,
            part: None,
        };
        let erase = flash.map_or(ERASE, |flash| flash.erase);
        Self { link, medium, erase, fast, verify: true, known: Verified::default() }
    }

    /// Has U-Boot do something with the flash.
    fn with<T>(
        &mut self,
        watch: &mut dyn Watch,
        work: impl FnOnce(&mut Flasher<'_, '_, '_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut console = Console::new(self.link, watch);
        let mut prompt = Prompt::answered(&mut console);
        let flasher = Flasher::new(&mut prompt, BUFFERS, *self.fast);
        let mut flasher = flasher.with_erase_blocks(self.erase);
        let outcome = work(&mut flasher);
        *self.fast = flasher.fast();
        outcome
    }

    /// Whether the flash holds `bytes` at `offset`, by U-Boot's sum of them.
    fn holds(&mut self, offset: u32, bytes: &[u8], watch: &mut dyn Watch) -> Result<bool, Error> {
        let (size, crc) = (bytes.len() as u32, crc32(bytes));
        match self.with(watch, |flasher| flasher.verify("the flash", offset, size, crc)) {
            Ok(()) => Ok(true),
            Err(Error { cause: Cause::Differs { .. }, .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn write_chunk(
        &mut self,
        offset: u32,
        bytes: &[u8],
        watch: &mut dyn Watch,
    ) -> Result<(), Error> {
        let verify = self.verify;
        let mut moved = Moved { watch, left: bytes.len() as u64 };
        self.with(&mut moved, |flasher| match verify {
            true => flasher.write("the image", offset, bytes),
            false => flasher.update("the image", offset, bytes),
        })?;
        let left = moved.left;
        moved.advance(left);
        Ok(())
    }
}

/// Part of one transfer: how far it came is told, and no step of its own.
struct Moved<'w> {
    watch: &'w mut dyn Watch,
    left: u64,
}

impl Watch for Moved<'_> {
    fn step(&mut self, _: StepId, _: &str, _: u64) {}

    fn advance(&mut self, bytes: u64) {
        // What was sent a second time is not told twice.
        let bytes = bytes.min(self.left);
        self.left -= bytes;
        self.watch.advance(bytes);
    }

    fn note(&mut self, text: &str) {
        self.watch.note(text);
    }

    fn wait(&mut self, what: &str, limit: Duration) {
        self.watch.wait(what, limit);
    }
}

impl BlockTarget for SpiNor<'_> {
    fn medium(&self) -> Medium {
        self.medium.clone()
    }

    fn judged(&self) -> u64 {
        BEGINNING.sectors
    }

    fn judge(&mut self, start: u64, bytes: &mut dyn Source) -> anyhow::Result<()> {
        BEGINNING.judge(start, bytes)
    }

    fn is_readable(&self) -> bool {
        false
    }

    fn writer(&mut self, _: u64, _: u64, check: Check) -> anyhow::Result<Box<dyn Writer + '_>> {
        self.verify = family::uboot::sums(check, "SPI flash")?;
        self.known = Verified::default();
        Ok(Box::new(Job(self)))
    }

    fn comparer(&mut self) -> Box<dyn Comparer + '_> {
        self.known = Verified::default();
        Box::new(Job(self))
    }

    fn read(&mut self, _: u64, _: u64, _: &mut dyn Sink, _: &mut dyn Watch) -> anyhow::Result<()> {
        Err(Problem::Refused(super::words::SLOW.into()).into())
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
        placed(sector, source, CHUNK, |offset, bytes| {
            self.0.write_chunk(offset, bytes, watch)?;
            let size = bytes.len() as u64;
            self.0.known.add(&family::uboot::written(self.0.verify, size));
            Ok(true)
        })
    }

    /// Each chunk was read back as soon as it was written.
    fn to_read_back(&self) -> u64 {
        0
    }

    fn finish(self: Box<Self>, _: &mut dyn Watch) -> anyhow::Result<Verified> {
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
        placed(sector, source, CHUNK, |offset, bytes| {
            let mut quiet = Moved { watch: &mut *watch, left: 0 };
            if !self.0.holds(offset, bytes, &mut quiet)? {
                // `placed` has made sure that all of it is within 32 bits.
                let holds = |at, part: &[u8]| self.0.holds(at as u32, part, &mut quiet);
                differs = Some(first_differing(offset.into(), bytes, FINE, holds)?);
                return Ok(false);
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
