//! ID blocks: what the boot ROM looks for on flash, and where.

mod new;
mod old;

use alloc::{format, vec::Vec};

use crate::{
    Unsound,
    loader::{Kind, Loader},
    wire::{SECTOR, Storage},
};

pub use new::{Algorithm, HEAD_SIZE, Head, Image, ImageError};
pub use old::{OLD_HEAD, OldHead, OldSums};

/// First sector of an ID block on eMMC and SD.
pub const SECTOR_EMMC: u32 = 64;
/// First sector behind the place for it: vendor storage begins there.
pub const LIMIT: u32 = 7168;

/// Where the ID block begins on a medium. SPI NOR: where the vendor's newer boot ROMs and tools look (64 KiB); mainline's
/// `u-boot-rockchip-spi.bin` begins at 0 and brings its own padding.
pub fn sector_on(storage: Storage) -> u32 {
    match storage {
        Storage::SPI_NOR | Storage::MTD_SPI_NOR => 128,
        Storage(5) | Storage::MTD_SPI_NAND => 512,
        _ => SECTOR_EMMC,
    }
}

/// The ID block that a loader file's parts make up, as it goes to flash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdBlock {
    /// Its bytes: whole sectors.
    pub bytes: Vec<u8>,
    /// Whether it is of the new layout, which a loader has to know.
    pub new: bool,
}

impl IdBlock {
    /// Lays it out: every part, in the order of the file (rkdeveloptool leaves the RK3576's `FlashBoost` out).
    pub fn of(loader: &Loader<'_>) -> Result<Self, Unsound> {
        let parts: Vec<_> = loader.of(Kind::Flash).collect();
        let named = |name: &str| parts.iter().find(|entry| entry.name.eq_ignore_ascii_case(name));
        let block = if named("FlashHead").is_some() {
            let mut bytes = Vec::new();
            for part in &parts {
                bytes.extend_from_slice(&loader.flash_form(part));
                bytes.resize(bytes.len().next_multiple_of(SECTOR), 0);
            }
            new::check(&bytes)?;
            Self { bytes, new: true }
        } else {
            let part = |name| {
                let entry =
                    named(name).ok_or_else(|| Unsound(format!("the loader file has no {name}")))?;
                Ok::<_, Unsound>(loader.flash_form(entry))
            };
            let bytes =
                old::build(&part("FlashData")?, &part("FlashBoot")?, loader.header.plain_flash)?;
            Self { bytes, new: false }
        };
        if block.sectors() > LIMIT - SECTOR_EMMC {
            return Err(Unsound(format!(
                "the ID block takes {} sectors; there is room for {} before the vendor storage",
                block.sectors(),
                LIMIT - SECTOR_EMMC
            )));
        }
        Ok(block)
    }

    /// Its length in sectors.
    pub fn sectors(&self) -> u32 {
        self.bytes.len().div_ceil(SECTOR).try_into().unwrap_or(u32::MAX)
    }
}

/// Whether sectors begin with an ID block of either layout.
pub fn is_one(bytes: &[u8]) -> bool {
    Head::is_one(bytes) || OldHead::is_one(bytes)
}

#[cfg(test)]
mod tests;
