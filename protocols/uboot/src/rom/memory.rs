//! Memory that costs only what is used of it.

use alloc::{boxed::Box, collections::BTreeMap, vec, vec::Vec};
use core::ops::Range;

use crc::{CRC_32_ISO_HDLC, Crc};

const PAGE: usize = 64 << 10;
/// What was never written, as DRAM holds something.
const NOISE: u8 = 0x6b;

/// DRAM by address, and what of it is not for loads.
pub(super) struct Memory {
    pages: BTreeMap<u64, Box<[u8]>>,
    banks: Vec<Range<u64>>,
    reserved: Vec<Range<u64>>,
}

impl Memory {
    /// DRAM in these places.
    pub(super) fn new(banks: Vec<Range<u64>>, reserved: Vec<Range<u64>>) -> Self {
        Self { pages: BTreeMap::new(), banks, reserved }
    }

    /// Whether there is DRAM for `length` bytes at `address`.
    pub(super) fn has(&self, address: u64, length: u64) -> bool {
        let end = address.checked_add(length);
        self.banks
            .iter()
            .any(|bank| address >= bank.start && end.is_some_and(|end| end <= bank.end))
    }

    /// Whether it may be written as well.
    pub(super) fn is_free(&self, address: u64, length: u64) -> bool {
        let end = address.saturating_add(length);
        self.has(address, length)
            && !self.reserved.iter().any(|region| address < region.end && region.start < end)
    }

    /// Writes `data`, which the caller has made sure is in DRAM.
    pub(super) fn write(&mut self, address: u64, mut data: &[u8]) {
        let mut at = address;
        while !data.is_empty() {
            let start = (at % PAGE as u64) as usize;
            let (piece, rest) = data.split_at(data.len().min(PAGE - start));
            let page = self.pages.entry(at / PAGE as u64);
            let page = page.or_insert_with(|| vec![NOISE; PAGE].into());
            page[start..start + piece.len()].copy_from_slice(piece);
            at += piece.len() as u64;
            data = rest;
        }
    }

    /// Fills `buf` from `address` on.
    pub(super) fn read_into(&self, address: u64, buf: &mut [u8]) {
        let mut at = address;
        let mut rest = buf;
        while !rest.is_empty() {
            let start = (at % PAGE as u64) as usize;
            let (piece, more) = rest.split_at_mut(rest.len().min(PAGE - start));
            match self.pages.get(&(at / PAGE as u64)) {
                Some(page) => piece.copy_from_slice(&page[start..start + piece.len()]),
                None => piece.fill(NOISE),
            }
            at += piece.len() as u64;
            rest = more;
        }
    }

    /// `length` bytes from `address` on.
    pub(super) fn read(&self, address: u64, length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length];
        self.read_into(address, &mut bytes);
        bytes
    }

    /// The CRC-32 of `length` bytes from `address` on.
    pub(super) fn crc32(&self, address: u64, length: u64) -> u32 {
        const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
        let (mut digest, mut piece) = (CRC.digest(), vec![0; PAGE]);
        let (mut at, end) = (address, address + length);
        while at < end {
            let count = (end - at).min(PAGE as u64) as usize;
            self.read_into(at, &mut piece[..count]);
            digest.update(&piece[..count]);
            at += count as u64;
        }
        digest.finalize()
    }
}

#[cfg(test)]
#[allow(clippy::single_range_in_vec_init, reason = "a list of regions may have one")]
mod tests {
    use super::*;

    #[test]
    fn bytes_stay_where_they_are_across_pages() {
        let mut memory = Memory::new(vec![0x1000..0x10_0000], vec![0x2000..0x3000]);
        let data: Vec<u8> = (0..200_000).map(|i| (i * 7 + i / 251) as u8).collect();
        memory.write(0x3fff, &data);
        assert!(memory.read(0x3fff, data.len()) == data);
        assert_eq!(memory.read(0x3ffe, 2), [NOISE, data[0]]);
        assert_eq!(memory.crc32(0x3fff, data.len() as u64), crate::crc32(&data));
        assert_eq!(memory.crc32(0x3fff, 0), 0);
    }

    #[test]
    fn memory_has_an_end_and_holes() {
        let memory = Memory::new(vec![0x1000..0x10_0000], vec![0x2000..0x3000]);
        assert!(memory.has(0x1000, 0xf_f000) && !memory.has(0x1000, 0xf_f001));
        assert!(!memory.has(0xfff, 1) && !memory.has(u64::MAX, 2));
        assert!(memory.is_free(0x1000, 0x1000) && !memory.is_free(0x1000, 0x1001));
        assert!(memory.has(0x2fff, 1) && !memory.is_free(0x2fff, 1) && memory.is_free(0x3000, 1));
    }
}
