//! SPI NOR as Winbond's W25Q: opcodes with three and four bytes of address, SFDP, write enable, busy, block protection.

use alloc::{boxed::Box, vec, vec::Vec};

use link::storage::Storage;

use super::{Bytes, Flash};

const PAGE: u64 = 256;
const BUSY: u8 = 1;
const WRITABLE: u8 = 2;
/// Block protection: three bits, and from the bottom.
const PROTECTED: u8 = 0x1c;
const FROM_BELOW: u8 = 0x20;
/// Nanoseconds: a page, 4 KiB, 32 or 64 KiB, everything; less than silicon takes, but never nothing.
const PROGRAM: u64 = 100_000;
const SMALL: u64 = 1_000_000;
const LARGE: u64 = 3_000_000;
const ALL: u64 = 50_000_000;

/// A NOR flash.
pub(in super::super) struct Nor {
    bytes: Bytes,
    status: u8,
    status2: u8,
    busy: u64,
    /// Addresses have four bytes, whatever the opcode says (B7h).
    wide: bool,
    selected: bool,
    /// What came since it was selected.
    heard: Vec<u8>,
}

impl Nor {
    /// With all of `storage`. `protected`: its block protection bits are set.
    pub(in super::super) fn new(storage: Box<dyn Storage>, protected: bool) -> Self {
        Self {
            bytes: Bytes::new(storage),
            status: if protected { PROTECTED } else { 0 },
            status2: 0,
            busy: 0,
            wide: false,
            selected: false,
            heard: Vec::new(),
        }
    }

    /// How many bytes of address an opcode has.
    fn width(&self, opcode: u8) -> Option<usize> {
        match opcode {
            0x13 | 0x0c | 0x12 | 0x21 | 0x5c | 0xdc => Some(4),
            0x03 | 0x0b | 0x02 | 0x20 | 0x52 | 0xd8 => Some(if self.wide { 4 } else { 3 }),
            0x5a => Some(3),
            _ => None,
        }
    }

    /// The address that came, within the chip; and where the bytes after it begin.
    fn address(&self) -> Option<(u64, usize)> {
        let width = self.width(*self.heard.first()?)?;
        let bytes = self.heard.get(1..=width)?;
        let address = bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte));
        Some((address % self.bytes.len(), width + 1))
    }

    fn answer(&mut self, now: u64) -> u8 {
        let at = self.heard.len() - 1;
        let busy = now < self.busy;
        match (self.heard[0], at) {
            (_, 0) => 0xff,
            (0x05, _) => self.status | if busy { BUSY } else { 0 },
            _ if busy => 0xff,
            (0x35, _) => self.status2,
            (0x15, _) => self.wide.into(),
            (0x9f, _) => [0xef, 0x40, self.bytes.len().trailing_zeros() as u8][(at - 1) % 3],
            (0x03 | 0x13, _) => self.read(at, 0),
            (0x0b | 0x0c, _) => self.read(at, 1),
            (0x5a, _) => self.parameter(at),
            _ => 0xff,
        }
    }

    fn read(&mut self, at: usize, dummies: usize) -> u8 {
        match self.address() {
            Some((address, first)) if at >= first + dummies => {
                let place = address + (at - first - dummies) as u64;
                self.bytes.get(place % self.bytes.len())
            }
            _ => 0xff,
        }
    }

    /// SFDP (JESD216): its header, one table, with the size and the erasures.
    fn parameter(&self, at: usize) -> u8 {
        let Some(bytes) = self.heard.get(1..4).filter(|_| at >= 5) else { return 0xff };
        let address = bytes.iter().fold(0, |all, byte| all << 8 | usize::from(*byte));
        let bits = self.bytes.len() * 8;
        // Up to 2 Gbit the size less one, above it its logarithm.
        let size = if bits <= 1 << 31 { bits as u32 - 1 } else { 1 << 31 | bits.ilog2() };
        let three_or_four = if self.bytes.len() > 1 << 24 { 1 << 17 } else { 0 };
        let words: [u32; 26] = core::array::from_fn(|index| match index {
            0 => u32::from_le_bytes(*b"SFDP"),
            1 => 0xff00_0106,
            2 => 0x1001_0600,
            3 => 0xff00_0010,
            4 => 0x00ff_20e5 & !(3 << 17) | three_or_four,
            5 => size,
            11 => 0x520f_200c,
            12 => 0x0000_d810,
            _ => 0,
        });
        let place = address + at - 5;
        words.get(place / 4).map_or(0xff, |word| word.to_le_bytes()[place % 4])
    }

    /// Whether a range may be changed.
    fn is_free(&self, start: u64, length: u64) -> bool {
        let total = self.bytes.len();
        let part = match (self.status & PROTECTED) >> 2 {
            0 => return true,
            7 => total,
            level => (total >> 7) << level,
        };
        match self.status & FROM_BELOW != 0 {
            true => start >= part,
            false => start + length <= total - part,
        }
    }

    /// The chip select went high: what was heard is done, if it was whole.
    fn act(&mut self, now: u64) {
        let Some(&opcode) = self.heard.first() else { return };
        if now < self.busy {
            return;
        }
        match opcode {
            0x06 if self.heard.len() == 1 => self.status |= WRITABLE,
            0x04 if self.heard.len() == 1 => self.status &= !WRITABLE,
            0xb7 => self.wide = true,
            0xe9 => self.wide = false,
            0x99 => (self.wide, self.status) = (false, self.status & !WRITABLE),
            _ if self.status & WRITABLE == 0 => {}
            _ => self.change(opcode, now),
        }
    }

    fn change(&mut self, opcode: u8, now: u64) {
        let done = match opcode {
            0x01 if self.heard.len() > 1 => {
                self.status = self.heard[1] & !(BUSY | WRITABLE);
                self.status2 = *self.heard.get(2).unwrap_or(&self.status2);
                Some(PROGRAM)
            }
            0x31 if self.heard.len() > 1 => {
                self.status2 = self.heard[1];
                Some(PROGRAM)
            }
            0x02 | 0x12 => self.program(),
            0x20 | 0x21 => self.erase(4096, SMALL),
            0x52 | 0x5c => self.erase(32 << 10, LARGE),
            0xd8 | 0xdc => self.erase(64 << 10, LARGE),
            0x60 | 0xc7 if self.is_free(0, self.bytes.len()) => {
                let length = self.bytes.len();
                self.bytes.erase(0, length).then_some(ALL)
            }
            _ => None,
        };
        self.status &= !WRITABLE;
        self.busy = now + done.unwrap_or(0);
    }

    /// A page: what is more than fits wraps to its beginning.
    fn program(&mut self) -> Option<u64> {
        let (address, first) = self.address()?;
        let data = self.heard.get(first..).filter(|data| !data.is_empty())?.to_vec();
        let start = address / PAGE * PAGE;
        if !self.is_free(start, PAGE) {
            return None;
        }
        let mut page = vec![0xff; PAGE as usize];
        for (index, byte) in data.into_iter().enumerate() {
            page[(address as usize + index) % PAGE as usize] = byte;
        }
        self.bytes.program(start, &page).then_some(PROGRAM)
    }

    fn erase(&mut self, length: u64, time: u64) -> Option<u64> {
        let (address, first) = self.address()?;
        let start = address / length * length;
        let whole = self.heard.len() == first && self.is_free(start, length);
        (whole && self.bytes.erase(start, length.min(self.bytes.len()))).then_some(time)
    }
}

impl Flash for Nor {
    fn select(&mut self, selected: bool, now: u64) {
        if self.selected && !selected {
            self.act(now);
        }
        self.selected = selected;
        self.heard.clear();
    }

    fn exchange(&mut self, byte: u8, now: u64) -> u8 {
        self.heard.push(byte);
        self.answer(now)
    }
}
