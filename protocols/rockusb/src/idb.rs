//! ID blocks: what the boot ROM looks for on flash, and where.

mod fit;
mod new;
mod old;

use alloc::{format, vec::Vec};

use crate::{
    Unsound,
    chips::IdBlock as Layout,
    loader::{Kind, Loader},
    wire::{SECTOR, Storage},
};

pub use fit::{layout, misfit, misfit_of_code};
pub use new::{Algorithm, HEAD_SIZE, Head, Image, ImageError};
pub(crate) use new::{Draft, WORDS, padded};
pub use old::{OLD_HEAD, OldHead, OldSums};

/// First sector of an ID block on eMMC and SD.
pub const SECTOR_EMMC: u32 = 64;
/// First sector after the place for it: vendor storage begins there.
pub const LIMIT: u32 = 7168;

/// Sectors from one place where the boot ROM looks for an ID block to the next: 512 KiB.
const STEP: u32 = 1024;

/// Where the ID block begins on a medium. SPI NOR: where the vendor's newer boot ROMs and tools look (64 KiB); mainline's
/// `u-boot-rockchip-spi.bin` begins at 0 and brings its own padding.
pub fn sector_on(storage: Storage) -> u32 {
    match storage {
        Storage::SPI_NOR | Storage::MTD_SPI_NOR => 128,
        Storage(5) | Storage::MTD_SPI_NAND => 512,
        _ => SECTOR_EMMC,
    }
}

/// Every place where a boot ROM looks for an ID block on a medium, one after the other until it finds a good one: 32 KiB
/// and 512 KiB further each time, 5 times on eMMC, SD and UFS and 16 times on SPI flash (a boot-ROM study of 2026), and
/// where the vendor's tools put it.
pub fn places(storage: Storage) -> impl Iterator<Item = u32> {
    let own = sector_on(storage);
    let count = if own == SECTOR_EMMC { 5 } else { 16 };
    let steps = (0..count).map(|number| SECTOR_EMMC + number * STEP);
    core::iter::once(own).chain(steps.filter(move |place| *place != own))
}

/// The first sector after all [`places`] on a medium and what may be there: the first block may go up to the vendor
/// storage, each later one up to the next place.
pub fn end_of_places(storage: Storage) -> u32 {
    places(storage).map(|place| place + STEP).max().unwrap_or_default().max(LIMIT)
}

/// The ID block that a loader file's parts make up, as it goes to flash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdBlock {
    /// Its bytes: whole sectors.
    pub bytes: Vec<u8>,
    /// Its layout; a loader on the board has to know the new one.
    pub layout: Layout,
}

impl IdBlock {
    /// Lays it out. The new layout takes every part (rkdeveloptool leaves the RK3576's `FlashBoost` out): one after the
    /// other, as packers do it, and where the head says otherwise, by the hashes that it has of them.
    ///
    /// # Errors
    /// When the loader lacks a part that an ID block is made of.
    pub fn of(loader: &Loader<'_>) -> Result<Self, Unsound> {
        let named =
            |name: &str| loader.of(Kind::Flash).find(|entry| entry.name.eq_ignore_ascii_case(name));
        let block = match named("FlashHead") {
            Some(_) => Self { bytes: lay_out(loader)?, layout: Layout::New },
            None => {
                let part = |name| {
                    let entry = named(name);
                    let entry =
                        entry.ok_or_else(|| Unsound(format!("the loader file has no {name}")));
                    entry.map(|entry| loader.flash_form(entry))
                };
                let plain = loader.header.plain_flash;
                let bytes = old::build(&part("FlashData")?, &part("FlashBoot")?, plain)?;
                Self { bytes, layout: Layout::Old }
            }
        };
        let room = LIMIT - SECTOR_EMMC;
        if block.sectors() <= room {
            return Ok(block);
        }
        let sectors = block.sectors();
        Err(Unsound(format!(
            "the ID block takes {sectors} sectors; there is room for {room} before the vendor storage"
        )))
    }

    /// Its length in sectors.
    pub fn sectors(&self) -> u32 {
        self.bytes.len().div_ceil(SECTOR).try_into().unwrap_or(u32::MAX)
    }
}

/// A block of the new layout.
fn lay_out(loader: &Loader<'_>) -> Result<Vec<u8>, Unsound> {
    // Blocks of this layout are plain on flash, whatever the file's header says.
    let parts: Vec<_> = loader.of(Kind::Flash).map(|entry| loader.plain_form(entry)).collect();
    let mut bytes = Vec::new();
    for part in &parts {
        bytes.extend_from_slice(part);
        bytes.resize(bytes.len().next_multiple_of(SECTOR), 0);
    }
    let wrong = match new::check(&bytes) {
        Ok(()) => return Ok(bytes),
        Err(error) => error,
    };
    let head = parts.iter().find(|part| Head::is_one(part)).ok_or_else(|| wrong.clone())?;
    let placed = Head::parse(head)?.place(head, &parts);
    placed.filter(|bytes| new::check(bytes).is_ok()).ok_or(wrong)
}

/// Whether sectors begin with an ID block of either layout.
pub fn is_one(bytes: &[u8]) -> bool {
    Head::is_one(bytes) || OldHead::is_one(bytes)
}

/// Sectors of the whole block that these bytes are the head of, as far as they tell; never more than there is room for.
pub(crate) fn sectors_of(head: &[u8]) -> u32 {
    let new = Head::parse(head).map(|head| head.sectors());
    let old = || OldHead::read(head).map(|head| u32::from(head.code) + u32::from(head.total));
    new.or_else(|_| old()).unwrap_or_default().min(LIMIT - SECTOR_EMMC)
}

/// Whether a boot ROM starts from a block: it is of the SoC's layout and for the SoC, and its sums hold.
#[cfg(feature = "rom")]
pub(crate) fn starts(block: &[u8], chip: &crate::chips::Chip) -> bool {
    let sums = match Head::parse(block) {
        Ok(head) => head.check(block).iter().all(Result::is_ok),
        Err(_) => OldHead::parse(block).is_ok_and(|head| head.sums != OldSums::Bad),
    };
    sums && misfit(block, chip).is_none()
}

/// Whether sectors begin with the head of an ID block that a boot ROM would take; its images are not looked at.
pub(crate) fn is_sound(head: &[u8]) -> bool {
    Head::parse(head).is_ok() || OldHead::read(head).is_ok()
}

#[cfg(test)]
mod tests;
