//! What a board stores.

use alloc::{boxed::Box, vec};

use link::storage::{Memory, SECTOR, Storage};

use super::Profile;

/// An eMMC: user area and the two boot partitions.
pub struct Media {
    /// All of them, in this order.
    pub areas: [Box<dyn Storage>; 3],
    /// How often the environment was saved.
    pub saved: u32,
    /// K1: a table of partitions was flashed.
    pub table: bool,
}

impl Default for Media {
    fn default() -> Self {
        let nothing = || Box::new(Memory::new(0, 0)) as Box<dyn Storage>;
        Self { areas: [nothing(), nothing(), nothing()], saved: 0, table: false }
    }
}

impl Media {
    /// Blank ones in memory, as large as the profile says.
    pub fn blank(profile: &Profile) -> Self {
        Self::with(profile, Box::new(Memory::new(profile.emmc[0], 0)))
    }

    /// This user area, and blank boot partitions.
    pub fn with(profile: &Profile, user: Box<dyn Storage>) -> Self {
        let boot = || Box::new(Memory::new(profile.emmc[1], 0)) as Box<dyn Storage>;
        Self { areas: [user, boot(), boot()], saved: 0, table: false }
    }
}

/// A place on a medium, in sectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) area: usize,
    pub(super) start: u64,
    pub(super) sectors: u64,
}

/// Writes a download as it is: whole sectors, so that what lies after it in the buffer is written as well.
pub(super) fn raw(
    media: &mut Media,
    place: Place,
    buffer: &[u8],
    length: usize,
) -> Result<(), &'static str> {
    let count = length.div_ceil(SECTOR);
    if count as u64 > place.sectors {
        return Err(if place.area == 0 {
            "too large for partition"
        } else {
            "Image size too large"
        });
    }
    let whole = count * SECTOR;
    let mut data = vec![0x5a; whole];
    let there = whole.min(buffer.len());
    data[..there].copy_from_slice(&buffer[..there]);
    let result = media.areas[place.area].write_at(place.start, &data);
    result.map_err(|_| {
        if place.area == 0 { "failed writing to device" } else { "Failed to write EMMC_BOOT part" }
    })
}
