//! SD cards and eMMCs through the agent in SRAM, which sums what they hold.

use fel::{
    chips::{Chip, Port},
    host::{
        Error, Fel,
        disk::{Disk, Part},
    },
};
use link::{Check, Method, Sink, Source, StepId, Verified, Watch, storage::SECTOR};

use super::places;
use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{
        BlockTarget, Comparer, Medium, Writer, chunks, first_differing, require_room,
        uboot::written,
    },
    transport::Link,
};

/// What is written, compared or read at once.
const CHUNK: usize = Disk::CHUNK;
/// Where chunks differ, the first of these parts that does is found.
const FINE: usize = 16 << 10;
/// What is read at once: it crosses the wire, and a stop should not wait for long.
const READ: usize = 256 << 10;

/// The port that a storage is at, and the part of it; `None`: no port of a controller that the agent speaks to.
pub(crate) fn port(storage: Storage) -> Option<(Port, Part)> {
    match storage {
        Storage::Sd => Some((Port::Card, Part::User)),
        Storage::Emmc => Some((Port::Emmc, Part::User)),
        Storage::EmmcBoot0 => Some((Port::Emmc, Part::Boot0)),
        Storage::EmmcBoot1 => Some((Port::Emmc, Part::Boot1)),
        _ => None,
    }
}

/// Whether the agent reaches a storage of boards with this SoC.
pub(crate) fn reaches(chip: &Chip, storage: Storage) -> bool {
    port(storage).is_some_and(|(port, _)| chip.mmc(port).is_some())
}

/// A storage that was opened, and which it is.
pub(crate) struct OpenDisk {
    kind: Storage,
    disk: Disk,
}

impl OpenDisk {
    /// Brings a storage to where it takes transfers.
    ///
    /// # Errors
    /// When the SoC's ports are not known, when nothing answers, and when a transfer fails.
    pub(crate) fn open(link: &mut Link, kind: Storage) -> anyhow::Result<Self> {
        let Some((port, part)) = port(kind) else {
            return Err(super::words::other_storage(kind).into());
        };
        let mut fel = Fel::open(link)?;
        Ok(Self { kind, disk: Disk::open(&mut fel, port, part)? })
    }

    /// Completes what was written, and leaves an eMMC as it was found.
    ///
    /// # Errors
    /// When a transfer or the eMMC fails.
    pub(crate) fn close(&mut self, link: &mut Link) -> anyhow::Result<()> {
        Ok(self.disk.close(&mut Fel::open(link)?)?)
    }

    /// It as a target.
    ///
    /// # Errors
    /// When a transfer fails.
    pub(crate) fn target<'t>(&'t mut self, link: &'t mut Link) -> anyhow::Result<Target<'t>> {
        let fel = Fel::open(link)?;
        Ok(Target { fel, opened: self, verify: true, known: Verified::default() })
    }
}

/// A storage for reading and writing.
pub(crate) struct Target<'t> {
    fel: Fel<'t>,
    opened: &'t mut OpenDisk,
    verify: bool,
    known: Verified,
}

impl Target<'_> {
    /// What it told of itself.
    pub(crate) fn disk(&self) -> &Disk {
        &self.opened.disk
    }

    fn sectors(&self) -> u64 {
        self.opened.disk.sectors()
    }

    /// Refuses what is not on the storage.
    ///
    /// # Errors
    /// When sectors from `start` on are not all there.
    pub(crate) fn check_room(&self, start: u64, sectors: u64) -> Result<(), Problem> {
        require_room("storage", self.sectors(), start, sectors)
    }

    fn holds(&mut self, sector: u64, bytes: &[u8]) -> Result<bool, Error> {
        self.opened.disk.holds(&mut self.fel, sector, bytes)
    }

    /// The first sector of `bytes`, which differ from what is at `sector`, that does: to within [`FINE`] bytes.
    fn first_differing(&mut self, sector: u64, bytes: &[u8]) -> Result<u64, Error> {
        let holds = |at, part: &[u8]| self.holds(at / SECTOR as u64, part);
        first_differing(sector * SECTOR as u64, bytes, FINE, holds)
    }

    /// Writes a chunk, and has the SoC sum what the storage holds then.
    fn write_chunk(
        &mut self,
        sector: u64,
        bytes: &[u8],
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let mut told = |bytes| watch.advance(bytes);
        self.opened.disk.write(&mut self.fel, sector, bytes, &mut told)?;
        if self.verify && !self.holds(sector, bytes)? {
            let at = self.first_differing(sector, bytes)?;
            let text =
                format!("the storage does not hold what was written to sector {at} and after it");
            return Err(Problem::Differs(text).into());
        }
        self.known.add(&written(self.verify, bytes.len() as u64));
        Ok(())
    }

    /// Overwrites sectors with zeros, and makes sure of it.
    ///
    /// # Errors
    /// When they are not all there, and when a transfer or the storage fails.
    pub(crate) fn erase(
        &mut self,
        start: u64,
        sectors: u64,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        self.check_room(start, sectors)?;
        watch.step(StepId::ERASE, "erase", sectors * SECTOR as u64);
        self.verify = true;
        let zeros = vec![0; CHUNK];
        let (mut at, end) = (start, start + sectors);
        while at < end {
            let count = (end - at).min((CHUNK / SECTOR) as u64);
            self.write_chunk(at, &zeros[..count as usize * SECTOR], watch)?;
            at += count;
        }
        Ok(())
    }
}

impl BlockTarget for Target<'_> {
    fn medium(&self) -> Medium {
        let info = self.opened.disk.info();
        Medium {
            kind: Some(self.opened.kind),
            sectors: Some(self.sectors()),
            id: Some(format!("{} {:08x}", info.name(), info.serial())),
            boots: None,
            part: None,
        }
    }

    fn judged(&self) -> u64 {
        places::end(self.opened.kind)
    }

    fn judge(&mut self, start: u64, bytes: &mut dyn Source) -> anyhow::Result<()> {
        match self.fel.chip() {
            Ok(chip) => places::judge(chip, self.opened.kind, start, bytes),
            // Of a SoC that is not known, nothing is.
            Err(_) => Ok(()),
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
                    "the SoC sums what its storage holds (board-sum): that is how it is verified";
                return Err(Problem::Usage(text.into()).into());
            }
        };
        self.check_room(start, bytes.div_ceil(SECTOR as u64))?;
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
        self.known = Verified::default();
        let (mut at, end) = (start, start + sectors);
        let mut buffer = vec![0; READ];
        while at < end {
            let count = (end - at).min((READ / SECTOR) as u64);
            let bytes = &mut buffer[..count as usize * SECTOR];
            self.opened.disk.read(&mut self.fel, at, bytes)?;
            if !self.holds(at, bytes)? {
                let text =
                    format!("sector {at} and after it: the storage was read twice, and differs");
                return Err(Problem::Differs(text).into());
            }
            sink.write(bytes).map_err(anyhow::Error::from_boxed)?;
            self.known.add(&Verified::by(Method::BoardSum, bytes.len() as u64));
            watch.advance(bytes.len() as u64);
            at += count;
        }
        Ok(())
    }

    fn known_of_read(&self) -> Option<Verified> {
        Some(self.known)
    }
}

/// Writing or comparing under way.
struct Job<'j, 't>(&'j mut Target<'t>);

impl Writer for Job<'_, '_> {
    fn write(
        &mut self,
        sector: u64,
        source: &mut dyn Source,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        chunks(source, CHUNK, |done, bytes| {
            let at = sector + done / SECTOR as u64;
            self.0.check_room(at, (bytes.len() / SECTOR) as u64)?;
            self.0.write_chunk(at, bytes, watch)?;
            Ok(true)
        })
    }

    /// Each chunk was summed as soon as it was written.
    fn to_read_back(&self) -> u64 {
        0
    }

    fn finish(self: Box<Self>, _: &mut dyn Watch) -> anyhow::Result<Verified> {
        self.0.opened.disk.flush(&mut self.0.fel)?;
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
        chunks(source, CHUNK, |done, bytes| {
            let at = sector + done / SECTOR as u64;
            self.0.check_room(at, (bytes.len() / SECTOR) as u64)?;
            if !self.0.holds(at, bytes)? {
                differs = Some(self.0.first_differing(at, bytes)?);
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
