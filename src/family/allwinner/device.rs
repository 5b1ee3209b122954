//! What the agent in SRAM opens: an SD card or an eMMC, SPI NOR or SPI NAND flash. All of them by bytes.

use fel::{
    chips::{Chip, Port},
    host::{
        Cause, Error, Fel,
        disk::{Disk, Part},
        flash::Flash,
        nand::{Nand, Remark},
        spi::SpiFlash,
    },
};
use link::{Source, storage::SECTOR};

use super::words;
use crate::{
    boards::storage::Storage,
    family::{Medium, chunks, exact},
};

/// What takes a piece of a source, with its place in it; false: no more.
type Take<'t> = &'t mut dyn FnMut(u64, &[u8]) -> anyhow::Result<bool>;
/// Hands out a source in pieces of at most a number of bytes.
type Pieces = fn(&mut dyn Source, usize, Take<'_>) -> anyhow::Result<()>;

/// A storage that is ready for transfers.
pub(crate) enum Device {
    /// A card or an eMMC, in whole sectors.
    Disk(Disk),
    /// SPI NOR flash.
    Nor(Flash),
    /// SPI NAND flash.
    Nand(Nand),
}

/// The port that a storage is at, and the part of it; `None`: no port of a controller for cards.
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
    match port(storage) {
        Some((port, _)) => chip.mmc(port).is_some(),
        None => is_flash(storage) && chip.spi().is_some(),
    }
}

/// Whether a storage is flash on SPI0.
fn is_flash(storage: Storage) -> bool {
    matches!(storage, Storage::SpiNor | Storage::SpiNand)
}

/// What answers at the storage ports of the SoC, each as it says itself. Nothing is changed there.
///
/// # Errors
/// When the SoC is not known, and when a transfer or a storage fails.
pub(crate) fn storages(fel: &mut Fel<'_>) -> anyhow::Result<Vec<Medium>> {
    let chip = fel.chip()?;
    let mut found = Vec::new();
    for kind in [Storage::Sd, Storage::Emmc, Storage::SpiNor] {
        if !reaches(chip, kind) {
            continue;
        }
        let opened = match is_flash(kind) {
            true => Device::flash(fel),
            false => Device::open(fel, kind).map(|device| (kind, device)),
        };
        match opened {
            Ok((kind, mut device)) => {
                device.close(fel)?;
                found.push(device.medium(kind, 0));
            }
            Err(error) if is_nothing(&error) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// Whether an error is that nothing answers.
fn is_nothing(error: &anyhow::Error) -> bool {
    let cause = error.downcast_ref::<Error>().map(|error| &error.cause);
    let silent = [[0; 3], [0xff; 3]];
    match cause {
        Some(Cause::NoFlash(id)) => silent.contains(id),
        Some(cause) => matches!(cause, Cause::NoCard),
        None => false,
    }
}

impl Device {
    /// It from byte `base` on, as `kind`.
    pub(super) fn medium(&self, kind: Storage, base: u64) -> Medium {
        Medium {
            kind: Some(kind),
            sectors: Some(self.bytes().saturating_sub(base) / SECTOR as u64),
            id: Some(self.id()),
            boots: None,
            part: None,
        }
    }

    pub(super) fn open(fel: &mut Fel<'_>, kind: Storage) -> anyhow::Result<Self> {
        match port(kind) {
            Some((port, part)) => Ok(Self::Disk(Disk::open(fel, port, part)?)),
            None if kind == Storage::SpiNor => Ok(Self::Nor(Flash::open(fel)?)),
            None if kind == Storage::SpiNand => Ok(Self::Nand(Nand::open(fel)?)),
            None => Err(words::other_storage(kind).into()),
        }
    }

    /// The flash on SPI0, whichever kind it is.
    pub(super) fn flash(fel: &mut Fel<'_>) -> anyhow::Result<(Storage, Self)> {
        Ok(match SpiFlash::open(fel)? {
            SpiFlash::Nor(flash) => (Storage::SpiNor, Self::Nor(flash)),
            SpiFlash::Nand(flash) => (Storage::SpiNand, Self::Nand(flash)),
        })
    }

    /// Has bad blocks skipped from this byte on.
    pub(super) fn begin_at(&mut self, base: u64) {
        if let Self::Nand(flash) = self {
            flash.begin_at(base);
        }
    }

    /// What transfers have come across since the last call.
    pub(super) fn remarks(&mut self) -> Vec<String> {
        match self {
            Self::Nand(flash) => flash.remarks().into_iter().map(remark).collect(),
            Self::Disk(_) | Self::Nor(_) => Vec::new(),
        }
    }

    pub(super) fn close(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        match self {
            Self::Disk(disk) => disk.close(fel),
            Self::Nor(flash) => flash.close(fel),
            Self::Nand(flash) => flash.close(fel),
        }
    }

    /// What messages call it.
    pub(super) fn noun(&self) -> &'static str {
        match self {
            Self::Disk(_) => "storage",
            Self::Nor(_) | Self::Nand(_) => "SPI flash",
        }
    }

    /// Its size in bytes; bad blocks do not count.
    pub(crate) fn bytes(&self) -> u64 {
        match self {
            Self::Disk(disk) => disk.sectors() * SECTOR as u64,
            Self::Nor(flash) => flash.info().size,
            Self::Nand(flash) => flash.end(),
        }
    }

    /// What tells it from others, as far as it says so.
    pub(super) fn id(&self) -> String {
        match self {
            Self::Disk(disk) => format!("{} {:08x}", disk.info().name(), disk.info().serial()),
            Self::Nor(flash) => hex(flash.info().id),
            Self::Nand(flash) => hex(flash.info().id),
        }
    }

    /// Bytes that are written or compared at once.
    pub(super) fn chunk(&self) -> usize {
        match self {
            Self::Disk(_) => Disk::CHUNK,
            Self::Nor(_) => Flash::CHUNK,
            Self::Nand(_) => Nand::CHUNK,
        }
    }

    /// The byte that erased storage is full of.
    pub(super) fn blank(&self) -> u8 {
        match self {
            Self::Disk(_) => 0,
            Self::Nor(_) | Self::Nand(_) => 0xff,
        }
    }

    /// How a source is handed out: a card has its last sector filled up, a flash keeps what is behind the last byte.
    pub(super) fn pieces(&self) -> Pieces {
        match self {
            Self::Disk(_) => |source, most, take| chunks(source, most, take),
            Self::Nor(_) | Self::Nand(_) => |source, most, take| exact(source, most, take),
        }
    }

    pub(super) fn holds(
        &mut self,
        fel: &mut Fel<'_>,
        at: u64,
        bytes: &[u8],
    ) -> Result<bool, Error> {
        match self {
            Self::Disk(disk) => disk.holds(fel, at / SECTOR as u64, bytes),
            Self::Nor(flash) => flash.holds(fel, at, bytes),
            Self::Nand(flash) => flash.holds(fel, at, bytes),
        }
    }

    pub(super) fn write(
        &mut self,
        fel: &mut Fel<'_>,
        at: u64,
        bytes: &[u8],
        told: &mut dyn FnMut(u64),
    ) -> Result<(), Error> {
        match self {
            Self::Disk(disk) => disk.write(fel, at / SECTOR as u64, bytes, told),
            Self::Nor(flash) => flash.write(fel, at, bytes, told).map(|_| ()),
            Self::Nand(flash) => flash.write(fel, at, bytes, told).map(|_| ()),
        }
    }

    pub(super) fn read(&mut self, fel: &mut Fel<'_>, at: u64, buf: &mut [u8]) -> Result<(), Error> {
        match self {
            Self::Disk(disk) => disk.read(fel, at / SECTOR as u64, buf),
            Self::Nor(flash) => flash.read(fel, at, buf),
            Self::Nand(flash) => flash.read(fel, at, buf),
        }
    }

    /// Completes what was written.
    pub(super) fn flush(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        match self {
            Self::Disk(disk) => disk.flush(fel),
            Self::Nor(_) | Self::Nand(_) => Ok(()),
        }
    }

    /// Refuses a flash that is protected. The locks of NAND flash are no setting: they are set whenever power comes.
    pub(super) fn check_writable(&self, fel: &Fel<'_>) -> Result<(), Error> {
        match self {
            Self::Disk(_) | Self::Nand(_) => Ok(()),
            Self::Nor(flash) => flash.check_writable(fel),
        }
    }

    pub(super) fn unlock(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        match self {
            Self::Disk(_) | Self::Nand(_) => Ok(()),
            Self::Nor(flash) => flash.unlock(fel),
        }
    }
}

/// The id of a flash.
fn hex(id: [u8; 3]) -> String {
    id.map(|byte| format!("{byte:02x}")).concat()
}

/// A remark in words.
fn remark(remark: Remark) -> String {
    match remark {
        Remark::Skipped(block) => format!("block {block} of the SPI flash is bad: skipped"),
        Remark::Corrected(page) => {
            format!("page {page} of the SPI flash had wrong bits, which it corrected")
        }
        Remark::Uncorrectable(page) => {
            format!("page {page} of the SPI flash has more wrong bits than it can correct")
        }
    }
}
