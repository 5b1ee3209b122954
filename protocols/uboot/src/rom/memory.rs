//! Memory that costs only what is used of it.

use alloc::{boxed::Box, collections::BTreeMap, vec::Vec};

const PAGE: u64 = 4096;

/// Bytes by address; what was never written is noise, as in DRAM.
#[derive(Default)]
pub(super) struct Memory {
    pages: BTreeMap<u64, Box<[u8; PAGE as usize]>>,
}

impl Memory {
    pub(super) fn write(&mut self, address: u64, data: &[u8]) {
        for (address, byte) in (address..).zip(data) {
            let page =
                self.pages.entry(address / PAGE).or_insert_with(|| Box::new([0x6b; PAGE as usize]));
            page[(address % PAGE) as usize] = *byte;
        }
    }

    pub(super) fn read(&self, address: u64, length: usize) -> Vec<u8> {
        let byte = |address: u64| {
            self.pages.get(&(address / PAGE)).map_or(0x6b, |page| page[(address % PAGE) as usize])
        };
        (address..).take(length).map(byte).collect()
    }
}
