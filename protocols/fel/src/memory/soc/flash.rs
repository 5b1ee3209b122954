//! Flash memory on SPI0.

mod nand;
mod nor;

use alloc::{boxed::Box, vec};

use link::storage::{SECTOR, Storage};

pub(super) use nand::Nand;
pub use nand::NandFlaw;
pub(super) use nor::Nor;

/// A chip, byte by byte.
pub(super) trait Flash: Send {
    /// Its chip select goes low, or high.
    fn select(&mut self, selected: bool, now: u64);
    /// A byte goes in while one comes out.
    fn exchange(&mut self, byte: u8, now: u64) -> u8;
}

/// Bytes in what only knows sectors.
struct Bytes {
    storage: Box<dyn Storage>,
    /// The sector that was read last.
    last: Option<(u64, [u8; SECTOR])>,
}

impl Bytes {
    fn new(storage: Box<dyn Storage>) -> Self {
        Self { storage, last: None }
    }

    fn len(&self) -> u64 {
        self.storage.sectors() * SECTOR as u64
    }

    /// The byte there; what cannot be read is as if erased.
    fn get(&mut self, at: u64) -> u8 {
        let (number, place) = (at / SECTOR as u64, at as usize % SECTOR);
        if let Some((_, sector)) = self.last.filter(|(last, _)| *last == number) {
            return sector[place];
        }
        let mut sector = [0xff; SECTOR];
        if self.storage.read_at(number, &mut sector).is_ok() {
            self.last = Some((number, sector));
        }
        sector[place]
    }

    /// Whole sectors from `at` on; what cannot be read is as if erased.
    fn read(&mut self, at: u64, buf: &mut [u8]) {
        if self.storage.read_at(at / SECTOR as u64, buf).is_err() {
            buf.fill(0xff);
        }
    }

    /// Clears bits from `at` on, within sectors. `false`: the storage failed.
    fn program(&mut self, at: u64, data: &[u8]) -> bool {
        self.last = None;
        let first = at / SECTOR as u64;
        let skip = at as usize % SECTOR;
        let mut sectors = vec![0xff; (skip + data.len()).next_multiple_of(SECTOR)];
        if self.storage.read_at(first, &mut sectors).is_err() {
            return false;
        }
        sectors[skip..].iter_mut().zip(data).for_each(|(old, new)| *old &= new);
        self.storage.write_at(first, &sectors).is_ok()
    }

    fn erase(&mut self, at: u64, length: u64) -> bool {
        self.last = None;
        self.storage.erase(at / SECTOR as u64, length / SECTOR as u64).is_ok()
    }
}
