//! A board's memory: pages that are made when they are first written.

use alloc::{boxed::Box, collections::BTreeMap, vec, vec::Vec};

const PAGE: usize = 4096;

/// What is in a range of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Memory of the SoC's own.
    Sram,
    /// Memory that BL2 sets up first.
    Dram,
    /// The mask ROM: writes change nothing.
    Rom,
    /// Registers, of which most are only memory here.
    Registers,
}

/// A range of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its first address.
    pub start: u32,
    /// Its bytes.
    pub length: u32,
    /// What is there.
    pub kind: Kind,
}

/// An access that a SoC does not survive, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Abort(pub(super) &'static str);

pub(super) struct Memory {
    windows: &'static [Window],
    pages: BTreeMap<u32, Box<[u8]>>,
    pub(super) dram: bool,
}

impl Memory {
    pub(super) fn new(windows: &'static [Window]) -> Self {
        Self { windows, pages: BTreeMap::new(), dram: false }
    }

    /// Bytes from `address` on that can be accessed at once, and what is there.
    fn room(&self, address: u32) -> Result<(usize, Kind), Abort> {
        let inside = |window: &&Window| {
            address.checked_sub(window.start).is_some_and(|offset| offset < window.length)
        };
        let window = self.windows.iter().find(inside).ok_or(Abort("nothing is at that address"))?;
        if window.kind == Kind::Dram && !self.dram {
            return Err(Abort("DRAM was accessed before it was set up"));
        }
        Ok(((window.length - (address - window.start)) as usize, window.kind))
    }

    /// Fills as much of `buf` as the window at `address` holds; how much that is.
    pub(super) fn read(&self, address: u32, buf: &mut [u8]) -> Result<usize, Abort> {
        let length = self.room(address)?.0.min(buf.len());
        let mut done = 0;
        while done < length {
            let (page, start) = place(address, done);
            let part = (PAGE - start).min(length - done);
            match self.pages.get(&page) {
                Some(bytes) => buf[done..done + part].copy_from_slice(&bytes[start..start + part]),
                None => buf[done..done + part].fill(0),
            }
            done += part;
        }
        Ok(length)
    }

    pub(super) fn write(&mut self, address: u32, data: &[u8]) -> Result<(), Abort> {
        let (room, kind) = self.room(address)?;
        if room < data.len() {
            return Err(Abort("a write runs past the end of a memory"));
        }
        if kind != Kind::Rom {
            self.put(address, data);
        }
        Ok(())
    }

    /// Writes without asking who may: what is there when the board comes up.
    pub(super) fn put(&mut self, address: u32, data: &[u8]) {
        let mut done = 0;
        while done < data.len() {
            let (page, start) = place(address, done);
            let part = (PAGE - start).min(data.len() - done);
            let bytes = self.pages.entry(page).or_insert_with(|| vec![0; PAGE].into());
            bytes[start..start + part].copy_from_slice(&data[done..done + part]);
            done += part;
        }
    }

    /// `length` bytes from `address` on.
    pub(super) fn bytes(&self, address: u32, length: usize) -> Result<Vec<u8>, Abort> {
        let mut bytes = vec![0; length];
        match self.read(address, &mut bytes)? {
            read if read == length => Ok(bytes),
            _ => Err(Abort("a read runs past the end of a memory")),
        }
    }

    pub(super) fn word(&self, address: u32) -> Result<u32, Abort> {
        let mut bytes = [0; 4];
        self.read(address, &mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }
}

/// The page of a byte, and its place there.
fn place(address: u32, offset: usize) -> (u32, usize) {
    let at = address.wrapping_add(offset as u32);
    (at / PAGE as u32, at as usize % PAGE)
}
