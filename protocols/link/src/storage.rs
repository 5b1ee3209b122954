//! What a virtual board keeps its sectors in.

use alloc::{boxed::Box, collections::BTreeMap, vec};

use crate::IoError;

/// Bytes of a sector.
pub const SECTOR: usize = 512;

/// Sectors. Callers give whole ones; what is not inside [`sectors`](Self::sectors) is refused.
pub trait Storage: Send {
    /// How many there are.
    fn sectors(&self) -> u64;
    /// Fills `buf` from `sector` on.
    fn read_at(&mut self, sector: u64, buf: &mut [u8]) -> Result<(), IoError>;
    /// Writes `data` from `sector` on.
    fn write_at(&mut self, sector: u64, data: &[u8]) -> Result<(), IoError>;
    /// Makes `count` sectors read as erased ones.
    fn erase(&mut self, sector: u64, count: u64) -> Result<(), IoError>;
}

/// Sectors of a chunk of memory: 64 KiB.
const CHUNK: u64 = 128;

/// A medium in memory, which takes room only for what was written.
#[derive(Clone, Debug)]
pub struct Memory {
    sectors: u64,
    blank: u8,
    chunks: BTreeMap<u64, Box<[u8]>>,
}

impl Memory {
    /// A blank medium: erased sectors read as `blank` (0 on most eMMC, 0xff on flash).
    pub fn new(sectors: u64, blank: u8) -> Self {
        Self { sectors, blank, chunks: BTreeMap::new() }
    }

    /// Refuses what is not on the medium.
    fn inside(&self, sector: u64, count: u64) -> Result<(), IoError> {
        match sector.checked_add(count) {
            Some(end) if end <= self.sectors => Ok(()),
            _ => Err("it ends before that".into()),
        }
    }

    /// Chunks of 64 KiB that take room.
    pub fn chunks(&self) -> usize {
        self.chunks.len()
    }
}

impl Storage for Memory {
    fn sectors(&self) -> u64 {
        self.sectors
    }

    fn read_at(&mut self, sector: u64, buf: &mut [u8]) -> Result<(), IoError> {
        self.inside(sector, buf.len().div_ceil(SECTOR) as u64)?;
        for (index, piece) in buf.chunks_mut(SECTOR).enumerate() {
            let at = sector + index as u64;
            let start = (at % CHUNK) as usize * SECTOR;
            match self.chunks.get(&(at / CHUNK)) {
                Some(chunk) => piece.copy_from_slice(&chunk[start..start + piece.len()]),
                None => piece.fill(self.blank),
            }
        }
        Ok(())
    }

    fn write_at(&mut self, sector: u64, data: &[u8]) -> Result<(), IoError> {
        self.inside(sector, data.len().div_ceil(SECTOR) as u64)?;
        for (index, piece) in data.chunks(SECTOR).enumerate() {
            let at = sector + index as u64;
            let start = (at % CHUNK) as usize * SECTOR;
            let blank = self.blank;
            let chunk = self.chunks.entry(at / CHUNK);
            let chunk = chunk.or_insert_with(|| vec![blank; CHUNK as usize * SECTOR].into());
            chunk[start..start + piece.len()].copy_from_slice(piece);
        }
        Ok(())
    }

    fn erase(&mut self, sector: u64, count: u64) -> Result<(), IoError> {
        self.inside(sector, count)?;
        let end = sector + count;
        let mut at = sector;
        while at < end {
            let (chunk, next) = (at / CHUNK, (at / CHUNK + 1) * CHUNK);
            if at.is_multiple_of(CHUNK) && next <= end {
                self.chunks.remove(&chunk);
            } else if let Some(bytes) = self.chunks.get_mut(&chunk) {
                let (from, to) = (at % CHUNK, next.min(end) - chunk * CHUNK);
                bytes[from as usize * SECTOR..to as usize * SECTOR].fill(self.blank);
            }
            at = next;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn memory_is_what_a_plain_array_would_be(jobs in proptest::collection::vec((0u64..400, 1u64..200, any::<u8>()), 1..12)) {
            let mut memory = Memory::new(600, 0xff);
            let mut plain = vec![0xff; 600 * SECTOR];
            for (sector, count, value) in jobs {
                let range = sector as usize * SECTOR..(sector + count) as usize * SECTOR;
                if value % 3 == 0 {
                    memory.erase(sector, count).expect("in memory");
                    plain[range].fill(0xff);
                } else {
                    let data: Vec<u8> = (0..range.len()).map(|index| (index as u8).wrapping_mul(value)).collect();
                    memory.write_at(sector, &data).expect("in memory");
                    plain[range].copy_from_slice(&data);
                }
            }
            let mut all = vec![0; 600 * SECTOR];
            memory.read_at(0, &mut all).expect("in memory");
            prop_assert!(all == plain);
        }
    }

    #[test]
    fn nothing_is_past_the_end() {
        let mut memory = Memory::new(10, 0);
        memory.write_at(8, &[1; 1024]).expect("inside");
        assert!(memory.write_at(9, &[1; 1024]).is_err() && memory.write_at(10, &[1; 512]).is_err());
        assert!(memory.read_at(9, &mut [0; 1024]).is_err() && memory.erase(9, 2).is_err());
        assert!(memory.erase(1, u64::MAX).is_err());
    }

    #[test]
    fn what_was_erased_takes_no_room() {
        let mut memory = Memory::new(1 << 24, 0);
        memory.write_at(1 << 20, &[1; 65536]).expect("in memory");
        assert_eq!(memory.chunks(), 1);
        memory.erase(0, 1 << 22).expect("in memory");
        assert_eq!(memory.chunks(), 0);
    }
}
