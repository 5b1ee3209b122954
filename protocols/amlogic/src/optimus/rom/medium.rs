//! A board's eMMC: sectors, and the partitions that U-Boot knows.

use alloc::{boxed::Box, vec, vec::Vec};

use link::IoError;

use crate::storage::{SECTOR, Storage};

/// A partition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partition {
    /// Its name.
    pub name: &'static str,
    /// Its first sector.
    pub first: u64,
    /// Its sectors.
    pub sectors: u64,
}

/// An eMMC.
pub struct Medium {
    /// Its sectors.
    pub storage: Box<dyn Storage>,
    /// Its partitions.
    pub partitions: Vec<Partition>,
}

impl Medium {
    /// The partition of that name, where the eMMC is large enough for it.
    pub fn partition(&self, name: &str) -> Option<Partition> {
        let sectors = self.storage.sectors();
        let found = self.partitions.iter().find(|partition| partition.name == name);
        found.filter(|partition| partition.first + partition.sectors <= sectors).copied()
    }

    /// Whether a mask ROM finds a BL2 at sector 1 of the user area.
    pub(super) fn boots(&mut self) -> bool {
        let mut sector = [0; SECTOR];
        self.storage.sectors() > 1
            && self.storage.read_at(1, &mut sector).is_ok()
            && sector[0x10..].starts_with(b"@AML")
    }

    /// Writes bytes from a byte on; what else is in their first and last sectors stays.
    pub(super) fn write(&mut self, at: u64, data: &[u8]) -> Result<(), IoError> {
        if data.is_empty() {
            return Ok(());
        }
        let (first, into) = (at / SECTOR as u64, (at % SECTOR as u64) as usize);
        let end = into + data.len();
        let mut bytes = vec![0; end.next_multiple_of(SECTOR)];
        if into > 0 {
            self.storage.read_at(first, &mut bytes[..SECTOR])?;
        }
        if !end.is_multiple_of(SECTOR) {
            let last = bytes.len() - SECTOR;
            self.storage.read_at(first + (last / SECTOR) as u64, &mut bytes[last..])?;
        }
        bytes[into..end].copy_from_slice(data);
        self.storage.write_at(first, &bytes)
    }

    /// Reads bytes from a byte on, which begins a sector.
    pub(super) fn read(&mut self, at: u64, length: usize) -> Result<Vec<u8>, IoError> {
        let mut bytes = vec![0; length.next_multiple_of(SECTOR)];
        if !bytes.is_empty() {
            self.storage.read_at(at / SECTOR as u64, &mut bytes)?;
        }
        bytes.truncate(length);
        Ok(bytes)
    }
}
