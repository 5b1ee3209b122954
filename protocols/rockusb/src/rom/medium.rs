//! A medium of a board: sectors, and what kind of flash they are on.

use alloc::{boxed::Box, vec};

use link::IoError;

use crate::{
    storage::{self, Memory},
    wire::{FlashId, FlashInfo, SECTOR, Storage},
};

/// A medium.
pub struct Medium {
    /// Its number in SWITCH STORAGE.
    pub kind: Storage,
    /// Sectors of an erase block, as the flash info tells.
    pub block: u16,
    /// Its sectors.
    pub storage: Box<dyn storage::Storage>,
}

impl Medium {
    /// A medium over sectors that are kept elsewhere.
    pub fn new(kind: Storage, block: u16, storage: Box<dyn storage::Storage>) -> Self {
        Self { kind, block, storage }
    }

    /// A blank eMMC in memory.
    pub fn emmc(sectors: u32) -> Self {
        Self::new(Storage::EMMC, 1024, Box::new(Memory::new(sectors.into(), 0)))
    }

    /// A blank SPI NOR in memory, with erase blocks of 64 KiB.
    pub fn spi_nor(sectors: u32) -> Self {
        Self::new(Storage::MTD_SPI_NOR, 128, Box::new(Memory::new(sectors.into(), 0xff)))
    }

    /// A blank SPI NAND in memory, with erase blocks of 128 KiB.
    pub fn spi_nand(sectors: u32) -> Self {
        Self::new(Storage::MTD_SPI_NAND, 256, Box::new(Memory::new(sectors.into(), 0xff)))
    }

    /// A blank NAND in memory, with erase blocks of 128 KiB.
    pub fn nand(sectors: u32) -> Self {
        Self::new(Storage::MTD_NAND, 256, Box::new(Memory::new(sectors.into(), 0xff)))
    }

    /// What its bytes are where nothing was written: flash is erased to ones.
    pub fn blank(&self) -> u8 {
        if self.is_mtd() { 0xff } else { 0 }
    }

    /// Whether it is flash behind U-Boot's MTD, whose mistakes are not reported.
    pub(super) fn is_mtd(&self) -> bool {
        matches!(self.kind, Storage::MTD_NAND | Storage::MTD_SPI_NAND | Storage::MTD_SPI_NOR)
    }

    pub(super) fn id(&self) -> FlashId {
        FlashId(match self.kind {
            Storage::EMMC | Storage::SD => *b"EMMC ",
            Storage::NAND | Storage::MTD_NAND => *b"NAND ",
            Storage::MTD_SPI_NAND => *b"SNAND",
            Storage::SPI_NOR | Storage::MTD_SPI_NOR => *b"NOR  ",
            _ => *b"UNKN ",
        })
    }

    pub(super) fn info(&self) -> FlashInfo {
        let sectors = self.storage.sectors().try_into().unwrap_or(u32::MAX);
        let (page, access) = (4, 40);
        FlashInfo { sectors, block: self.block, page, ecc: 0, access, maker: 0, chips: 1 }
    }

    /// What GET STORAGE says: NAND is NAND, however it is reached.
    pub(super) fn reported(&self) -> Storage {
        if self.kind == Storage::MTD_NAND { Storage::NAND } else { self.kind }
    }

    /// Writes whole sectors as the loader does. Flash is erased when a write reaches the first sector of a block; where
    /// it was not, bits can only be cleared.
    pub(super) fn write(&mut self, sector: u64, data: &[u8]) -> Result<(), IoError> {
        if !self.is_mtd() {
            return self.storage.write_at(sector, data);
        }
        let block = u64::from(self.block);
        for (index, piece) in data.chunks(SECTOR).enumerate() {
            let at = sector + index as u64;
            if at.is_multiple_of(block) {
                self.storage.erase(at, block.min(self.storage.sectors() - at))?;
            }
            let mut bytes = vec![0; piece.len()];
            self.storage.read_at(at, &mut bytes)?;
            bytes.iter_mut().zip(piece).for_each(|(bits, new)| *bits &= new);
            self.storage.write_at(at, &bytes)?;
        }
        Ok(())
    }
}
