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
    /// The partition of that name.
    pub fn partition(&self, name: &str) -> Option<Partition> {
        self.partitions.iter().find(|partition| partition.name == name).copied()
    }

    /// Whether a mask ROM finds a BL2 at sector 1 of the user area.
    pub(super) fn boots(&mut self) -> bool {
        let mut sector = [0; SECTOR];
        self.storage.sectors() > 1
            && self.storage.read_at(1, &mut sector).is_ok()
            && sector[0x10..].starts_with(b"@AML")
    }

    /// Writes bytes from a sector on; a last sector keeps what it had behind them.
    pub(super) fn write(&mut self, sector: u64, data: &[u8]) -> Result<(), IoError> {
        let whole = data.len() / SECTOR * SECTOR;
        if whole > 0 {
            self.storage.write_at(sector, &data[..whole])?;
        }
        if whole < data.len() {
            let last = sector + (whole / SECTOR) as u64;
            let mut bytes = [0; SECTOR];
            self.storage.read_at(last, &mut bytes)?;
            bytes[..data.len() - whole].copy_from_slice(&data[whole..]);
            self.storage.write_at(last, &bytes)?;
        }
        Ok(())
    }

    /// Reads bytes from a sector on.
    pub(super) fn read(&mut self, sector: u64, length: usize) -> Result<Vec<u8>, IoError> {
        let mut bytes = vec![0; length.next_multiple_of(SECTOR)];
        if !bytes.is_empty() {
            self.storage.read_at(sector, &mut bytes)?;
        }
        bytes.truncate(length);
        Ok(bytes)
    }
}
