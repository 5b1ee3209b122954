//! 4 GiB of memory, of which only what was written takes room.

use alloc::boxed::Box;

const PAGE: usize = 4096;
/// Pages of a table, and tables.
const ENTRIES: usize = 1024;

type Page = [u8; PAGE];
type Table = [Option<Box<Page>>; ENTRIES];

/// Memory, zero at first.
pub(super) struct Pages(Box<[Option<Box<Table>>; ENTRIES]>);

impl Pages {
    pub(super) fn new() -> Self {
        Self(Box::new([const { None }; ENTRIES]))
    }

    fn page(&self, address: u32) -> Option<&Page> {
        let (table, page) = place(address);
        self.0[table].as_ref()?[page].as_deref()
    }

    fn page_mut(&mut self, address: u32) -> &mut Page {
        let (table, page) = place(address);
        let table = self.0[table].get_or_insert_with(|| Box::new([const { None }; ENTRIES]));
        table[page].get_or_insert_with(|| Box::new([0; PAGE]))
    }

    /// The four bytes from `address` on, which need not be a multiple of 4.
    pub(super) fn word(&self, address: u32) -> u32 {
        let at = address as usize % PAGE;
        let mut bytes = [0; 4];
        match self.page(address).map(|page| page.get(at..at + 4)) {
            Some(Some(word)) => bytes.copy_from_slice(word),
            Some(None) => self.copy_out(address, &mut bytes),
            None if at <= PAGE - 4 => {}
            None => self.copy_out(address, &mut bytes),
        }
        u32::from_le_bytes(bytes)
    }

    pub(super) fn copy_out(&self, mut address: u32, mut buf: &mut [u8]) {
        while !buf.is_empty() {
            let at = address as usize % PAGE;
            let (piece, rest) = buf.split_at_mut(buf.len().min(PAGE - at));
            match self.page(address) {
                Some(page) => piece.copy_from_slice(&page[at..at + piece.len()]),
                None => piece.fill(0),
            }
            address = address.wrapping_add(piece.len() as u32);
            buf = rest;
        }
    }

    pub(super) fn copy_in(&mut self, mut address: u32, mut data: &[u8]) {
        while !data.is_empty() {
            let at = address as usize % PAGE;
            let (piece, rest) = data.split_at(data.len().min(PAGE - at));
            self.page_mut(address)[at..at + piece.len()].copy_from_slice(piece);
            address = address.wrapping_add(piece.len() as u32);
            data = rest;
        }
    }
}

fn place(address: u32) -> (usize, usize) {
    let page = address as usize / PAGE;
    (page / ENTRIES, page % ENTRIES)
}
