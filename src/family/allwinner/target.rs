//! SD cards, eMMCs and SPI flash through the agent in SRAM, which sums what they hold.

use fel::host::{Error, Fel};
use link::{Check, Method, Sink, Source, StepId, Verified, Watch, storage::SECTOR};

use super::{device::Device, places};
use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{
        BlockTarget, Comparer, Medium, Writer, first_differing, require_room, uboot::written,
    },
    transport::Link,
};

/// Where chunks differ, the first of these parts that does is found.
const FINE: usize = 16 << 10;
/// What is read at once: it crosses the wire, and a stop should not wait for long.
const READ: usize = 256 << 10;
const BYTES: u64 = SECTOR as u64;

/// A storage that was opened, and which it is.
pub(crate) struct OpenDisk {
    kind: Storage,
    device: Device,
}

impl OpenDisk {
    /// Brings a storage to where it takes transfers.
    ///
    /// # Errors
    /// When the SoC's ports are not known, when nothing answers, and when a transfer fails.
    pub(crate) fn open(link: &mut Link, kind: Storage) -> anyhow::Result<Self> {
        let mut fel = Fel::open(link)?;
        Ok(Self { kind, device: Device::open(&mut fel, kind)? })
    }

    /// The flash on SPI0, whichever kind it is.
    ///
    /// # Errors
    /// When the SoC's SPI0 is not known, when no flash that is known answers, and when a transfer fails.
    pub(crate) fn flash(link: &mut Link) -> anyhow::Result<Self> {
        let (kind, device) = Device::flash(&mut Fel::open(link)?)?;
        Ok(Self { kind, device })
    }

    /// Completes what was written, and leaves an eMMC and the pins of a flash as they were found.
    ///
    /// # Errors
    /// When a transfer or the storage fails.
    pub(crate) fn close(&mut self, link: &mut Link) -> anyhow::Result<()> {
        Ok(self.device.close(&mut Fel::open(link)?)?)
    }

    /// It as a target.
    ///
    /// # Errors
    /// When a transfer fails.
    pub(crate) fn target<'t>(&'t mut self, link: &'t mut Link) -> anyhow::Result<Target<'t>> {
        let fel = Fel::open(link)?;
        Ok(Target { fel, opened: self, base: 0, verify: true, known: Verified::default() })
    }
}

/// A storage for reading and writing.
pub(crate) struct Target<'t> {
    fel: Fel<'t>,
    opened: &'t mut OpenDisk,
    /// The byte where its first sector begins.
    base: u64,
    verify: bool,
    known: Verified,
}

impl Target<'_> {
    /// What was opened.
    pub(crate) fn device(&self) -> &Device {
        &self.opened.device
    }

    /// Has sectors count from this byte on.
    pub(crate) fn begin_at(&mut self, base: u64) {
        self.base = base;
        self.opened.device.begin_at(base);
    }

    /// Says what transfers have come across.
    fn remark(&mut self, watch: &mut dyn Watch) {
        self.opened.device.remarks().iter().for_each(|text| watch.note(text));
    }

    /// Bytes from its first sector on.
    fn bytes(&self) -> u64 {
        self.opened.device.bytes().saturating_sub(self.base)
    }

    /// Refuses what is not on the storage.
    ///
    /// # Errors
    /// When sectors from `start` on are not all there. The last one of a flash need not be whole.
    pub(crate) fn check_room(&self, start: u64, sectors: u64) -> Result<(), Problem> {
        require_room(self.opened.device.noun(), self.bytes().div_ceil(BYTES), start, sectors)
    }

    /// Refuses bytes that are not on the storage.
    ///
    /// # Errors
    /// When `length` bytes from byte `at` on, counted from its first sector, are not all there.
    pub(crate) fn require_bytes(&self, at: u64, length: u64) -> Result<(), Problem> {
        let (at, there) = (self.base.saturating_add(at), self.opened.device.bytes());
        match at.checked_add(length).is_some_and(|end| end <= there) {
            true => Ok(()),
            false => Err(Problem::Refused(format!(
                "the {} has {there} bytes, and {length} from byte {at:#x} on do not fit; nothing was written",
                self.opened.device.noun()
            ))),
        }
    }

    /// Clears what protects a flash.
    ///
    /// # Errors
    /// When a transfer fails, and when it stays protected.
    pub(crate) fn unlock(&mut self) -> Result<(), Error> {
        self.opened.device.unlock(&mut self.fel)
    }

    /// Whether bytes are at byte `at`, counted from its first sector.
    fn holds(&mut self, at: u64, bytes: &[u8]) -> Result<bool, Error> {
        self.opened.device.holds(&mut self.fel, self.base + at, bytes)
    }

    /// The first sector of `bytes`, which differ from what is at byte `at`, that does: to within [`FINE`] bytes.
    fn first_differing(&mut self, at: u64, bytes: &[u8]) -> Result<u64, Error> {
        first_differing(at, bytes, FINE, |at, part| self.holds(at, part))
    }

    /// Writes a chunk, and has the SoC sum what the storage holds then.
    fn write_chunk(&mut self, at: u64, bytes: &[u8], watch: &mut dyn Watch) -> anyhow::Result<()> {
        let mut told = |bytes| watch.advance(bytes);
        self.opened.device.write(&mut self.fel, self.base + at, bytes, &mut told)?;
        let is_there = !self.verify || self.holds(at, bytes)?;
        self.remark(watch);
        if !is_there {
            let sector = self.first_differing(at, bytes)?;
            let text = format!(
                "the storage does not hold what was written to sector {sector} and after it"
            );
            return Err(Problem::Differs(text).into());
        }
        self.known.add(&written(self.verify, bytes.len() as u64));
        Ok(())
    }

    /// Erases `length` bytes from byte `start` on, and makes sure of it: cards and eMMCs hold zeros then, a flash ones.
    ///
    /// # Errors
    /// When they are not all there, and when a transfer or the storage fails.
    pub(crate) fn erase(
        &mut self,
        start: u64,
        length: u64,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        self.require_bytes(start, length)?;
        watch.step(StepId::ERASE, "erase", length);
        self.verify = true;
        let blank = vec![self.opened.device.blank(); self.opened.device.chunk()];
        for at in (start..start + length).step_by(blank.len()) {
            let count = (start + length - at).min(blank.len() as u64);
            self.write_chunk(at, &blank[..count as usize], watch)?;
        }
        Ok(())
    }

    /// Reads `length` bytes from byte `start` on, and has the SoC sum them, too.
    ///
    /// # Errors
    /// When they are not all there, when a transfer or the storage fails, and when the sum is another.
    pub(crate) fn read_bytes(
        &mut self,
        start: u64,
        length: u64,
        sink: &mut dyn Sink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        self.require_bytes(start, length)?;
        self.known = Verified::default();
        let mut buffer = vec![0; READ];
        for at in (start..start + length).step_by(READ) {
            let count = (start + length - at).min(READ as u64);
            let bytes = &mut buffer[..count as usize];
            let read = self.opened.device.read(&mut self.fel, self.base + at, bytes);
            self.remark(watch);
            read?;
            if !self.holds(at, bytes)? {
                let sector = at / BYTES;
                let text = format!(
                    "sector {sector} and after it: the storage was read twice, and differs"
                );
                return Err(Problem::Differs(text).into());
            }
            sink.write(bytes).map_err(anyhow::Error::from_boxed)?;
            self.known.add(&Verified::by(Method::BoardSum, count));
            watch.advance(count);
        }
        Ok(())
    }
}

impl BlockTarget for Target<'_> {
    fn medium(&self) -> Medium {
        self.opened.device.medium(self.opened.kind, self.base)
    }

    fn judged(&self) -> u64 {
        // What is behind the beginning of a flash does not start.
        if self.base == 0 { places::end(self.opened.kind) } else { 0 }
    }

    fn judge(&mut self, start: u64, bytes: &mut dyn Source) -> anyhow::Result<()> {
        match self.fel.chip() {
            Ok(chip) => places::judge(chip, self.opened.kind, start, bytes),
            // Of a SoC that is not known, nothing is.
            Err(_) => Ok(()),
        }
    }

    fn require_writable(&self) -> anyhow::Result<()> {
        Ok(self.opened.device.check_writable(&self.fel)?)
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
                    "the SoC sums what its storage holds (board-sum): that is how it is verified";
                return Err(Problem::Usage(text.into()).into());
            }
        };
        self.check_room(start, bytes.div_ceil(BYTES))?;
        self.known = Verified::default();
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
        self.read_bytes(start * BYTES, sectors * BYTES, sink, watch)
    }

    fn known_of_read(&self) -> Option<Verified> {
        Some(self.known)
    }
}

/// Writing or comparing under way.
struct Job<'j, 't>(&'j mut Target<'t>);

impl Job<'_, '_> {
    /// Hands out a source from a sector on, in chunks with their place in bytes.
    fn each(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        mut take: impl FnMut(&mut Target<'_>, u64, &[u8]) -> anyhow::Result<bool>,
    ) -> anyhow::Result<()> {
        let Self(target) = self;
        let (pieces, most) = (target.opened.device.pieces(), target.opened.device.chunk());
        pieces(source, most, &mut |done, bytes| {
            target.check_room(sector + done / BYTES, (bytes.len() as u64).div_ceil(BYTES))?;
            take(target, sector * BYTES + done, bytes)
        })
    }
}

impl Writer for Job<'_, '_> {
    fn write(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        self.each(sector, source, |target, at, bytes| {
            target.write_chunk(at, bytes, watch)?;
            Ok(true)
        })
    }

    /// Each chunk was summed as soon as it was written.
    fn to_read_back(&self) -> u64 {
        0
    }

    fn finish(self: Box<Self>, _: &mut dyn Watch) -> anyhow::Result<Verified> {
        self.0.opened.device.flush(&mut self.0.fel)?;
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
        self.each(sector, source, |target, at, bytes| {
            let is_there = target.holds(at, bytes)?;
            target.remark(watch);
            if !is_there {
                differs = Some(target.first_differing(at, bytes)?);
                return Ok(false);
            }
            let size = bytes.len() as u64;
            target.known.add(&Verified::by(Method::BoardSum, size));
            watch.advance(size);
            Ok(true)
        })?;
        Ok(differs)
    }

    fn known(&self) -> Verified {
        self.0.known
    }
}
