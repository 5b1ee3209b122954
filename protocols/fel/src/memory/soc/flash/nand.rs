//! SPI NAND as Winbond's W25N01GV and W25N02KV: pages through a cache, spare bytes, locked blocks, bad ones, ECC status, and
//! a parameter page.
//!
//! The storage holds the pages alone. Spare bytes are in memory.

use alloc::{
    boxed::Box,
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};

use link::storage::Storage;

use super::{Bytes, Flash};

const PAGE: usize = 2048;
const PAGES: u32 = 64;
/// Nanoseconds: of loading what slow chips take, of the others less than silicon does.
const LOAD: u64 = 150_000;
const PROGRAM: u64 = 200_000;
const ERASE: u64 = 1_000_000;
/// How often a page is programmed between erasures.
const PROGRAMS: u8 = 1;

// Registers.
const LOCKS: u8 = 0xa0;
const CONFIGURATION: u8 = 0xb0;
const STATUS: u8 = 0xc0;
/// All blocks.
const LOCKED: u8 = 0x7c;
/// The lock's register can only be changed while the WP pin is high.
const HELD: u8 = 0x80;
/// ECC is on, and reads are from the buffer.
const USUAL: u8 = 0x18;
const ECC: u8 = 0x10;
/// Pages beside the blocks are reached.
const SPECIAL: u8 = 0x40;
/// The parameter page's number.
const PARAMETERS: u32 = 1;

const BUSY: u8 = 1;
const WRITABLE: u8 = 2;
const ERASE_FAILED: u8 = 4;
const PROGRAM_FAILED: u8 = 8;
const CORRECTED: u8 = 0x10;
const UNCORRECTABLE: u8 = 0x20;

/// What is wrong with a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NandFlaw {
    /// The factory has marked this block as bad.
    Bad(u32),
    /// This block cannot be erased.
    EraseFails(u32),
    /// Pages of this block cannot be programmed, but their spare bytes can.
    ProgramFails(u32),
    /// Bits of this page are corrected until its block is erased.
    Corrected(u32),
    /// This page cannot be corrected until its block is erased.
    Uncorrectable(u32),
    /// Its id is in no table, and it has a parameter page.
    Unlisted,
    /// Its id is in no table, and it has none.
    Mute,
}

/// A NAND flash.
pub(in super::super) struct Nand {
    bytes: Bytes,
    flaws: Vec<NandFlaw>,
    /// Spare bytes that are not all ones, by page.
    spare: BTreeMap<u32, Vec<u8>>,
    /// How often pages were programmed since they were erased.
    programs: BTreeMap<u32, u8>,
    /// Pages that have data which were programmed without ECC.
    raw: BTreeSet<u32>,
    locks: u8,
    configuration: u8,
    status: u8,
    busy: u64,
    /// A page and its spare bytes.
    cache: Vec<u8>,
    selected: bool,
    heard: Vec<u8>,
}

impl Nand {
    /// With all of `storage`. `held`: its blocks stay locked.
    pub(in super::super) fn new(
        storage: Box<dyn Storage>,
        flaws: Vec<NandFlaw>,
        held: bool,
    ) -> Self {
        let bytes = Bytes::new(storage);
        let spare = if bytes.len() > 128 << 20 { 128 } else { 64 };
        let marks = flaws.iter().filter_map(|flaw| match flaw {
            NandFlaw::Bad(block) => Some((block * PAGES, vec![0; spare])),
            _ => None,
        });
        Self {
            spare: marks.collect(),
            bytes,
            flaws,
            programs: BTreeMap::new(),
            raw: BTreeSet::new(),
            locks: LOCKED | if held { HELD } else { 0 },
            configuration: USUAL,
            status: 0,
            busy: 0,
            cache: vec![0xff; PAGE + spare],
            selected: false,
            heard: Vec::new(),
        }
    }

    fn number(&self, first: usize, last: usize) -> Option<u32> {
        let bytes = self.heard.get(first..=last)?;
        Some(bytes.iter().fold(0, |all, byte| all << 8 | u32::from(*byte)))
    }

    /// The page of a command.
    fn page(&self) -> Option<u32> {
        let pages = (self.bytes.len() / PAGE as u64) as u32;
        self.number(1, 3).map(|page| page % pages)
    }

    fn id(&self) -> [u8; 3] {
        if self.has(NandFlaw::Unlisted) || self.has(NandFlaw::Mute) {
            return [0xef, 0xfe, 0x01];
        }
        [0xef, 0xaa, if self.bytes.len() > 128 << 20 { 0x22 } else { 0x21 }]
    }

    fn answer(&self, now: u64) -> u8 {
        let at = self.heard.len() - 1;
        let busy = now < self.busy;
        match (self.heard[0], at) {
            (0x0f | 0x05, 2..) => match self.heard[1] {
                LOCKS => self.locks,
                CONFIGURATION => self.configuration,
                // How it went is known at the end.
                STATUS if busy => BUSY | self.status & WRITABLE,
                STATUS => self.status,
                _ => 0xff,
            },
            _ if busy => 0xff,
            (0x9f, 2..) => self.id()[(at - 2) % 3],
            (0x03 | 0x0b, 4..) => {
                let column = self.number(1, 2).unwrap_or(0) as usize;
                self.cache.get(column + at - 4).copied().unwrap_or(0xff)
            }
            _ => 0xff,
        }
    }

    fn has(&self, flaw: NandFlaw) -> bool {
        self.flaws.contains(&flaw)
    }

    fn act(&mut self, now: u64) {
        let Some(&opcode) = self.heard.first() else { return };
        if now < self.busy && opcode != 0xff {
            return;
        }
        match opcode {
            0x06 => self.status |= WRITABLE,
            0x04 => self.status &= !WRITABLE,
            0x1f | 0x01 if self.heard.len() == 3 => match self.heard[1] {
                LOCKS if self.locks & HELD == 0 => self.locks = self.heard[2],
                CONFIGURATION => self.configuration = self.heard[2],
                _ => {}
            },
            0xff => (self.status, self.busy) = (0, now + LOAD),
            0x13 => self.load(now),
            0x02 => self.fill(true),
            0x84 => self.fill(false),
            0x10 => self.program(now),
            0xd8 => self.erase(now),
            _ => {}
        }
    }

    fn load(&mut self, now: u64) {
        let Some(page) = self.page() else { return };
        self.busy = now + LOAD;
        if self.configuration & SPECIAL != 0 {
            self.cache.fill(0xff);
            if page == PARAMETERS && !self.has(NandFlaw::Mute) {
                let (spare, bytes) = (self.cache.len() - PAGE, self.bytes.len());
                let copy = parameters(spare as u16, (bytes / PAGE as u64) as u32 / PAGES);
                self.cache[..3 * copy.len()].copy_from_slice(&copy.repeat(3));
            }
            return;
        }
        self.bytes.read(u64::from(page) * PAGE as u64, &mut self.cache[..PAGE]);
        match self.spare.get(&page) {
            Some(spare) => self.cache[PAGE..].copy_from_slice(spare),
            None => self.cache[PAGE..].fill(0xff),
        }
        let ecc = self.ecc(page);
        if ecc == UNCORRECTABLE {
            self.cache[0] ^= 0xff;
        }
        self.status = self.status & !(CORRECTED | UNCORRECTABLE) | ecc;
    }

    /// What is said of a page that was loaded.
    fn ecc(&self, page: u32) -> u8 {
        let is_worn = self.programs.get(&page).is_some_and(|count| *count > PROGRAMS);
        let is_foreign = self.raw.contains(&page);
        match () {
            () if self.configuration & ECC == 0 => 0,
            () if is_worn || is_foreign || self.has(NandFlaw::Uncorrectable(page)) => UNCORRECTABLE,
            () if self.has(NandFlaw::Corrected(page)) => CORRECTED,
            () => 0,
        }
    }

    /// Data for the cache, which is blank before or keeps what it has.
    fn fill(&mut self, blank: bool) {
        let Some(column) = self.number(1, 2).filter(|_| self.status & WRITABLE != 0) else {
            return;
        };
        if blank {
            self.cache.fill(0xff);
        }
        let places = self.cache.iter_mut().skip(column as usize);
        places.zip(&self.heard[3..]).for_each(|(place, byte)| *place = *byte);
    }

    /// Whether the blocks can be changed.
    fn takes(&mut self) -> bool {
        let writable = self.status & WRITABLE != 0;
        self.status &= !(WRITABLE | ERASE_FAILED | PROGRAM_FAILED);
        writable
    }

    fn program(&mut self, now: u64) {
        let Some(page) = self.page() else { return };
        if !self.takes() {
            return;
        }
        self.busy = now + PROGRAM;
        let block = page / PAGES;
        // Pages of a block are programmed in their order.
        let is_late = self.programs.range(page + 1..(block + 1) * PAGES).next().is_some();
        let has_data = self.cache[..PAGE].iter().any(|byte| *byte != 0xff);
        let fails = has_data && self.has(NandFlaw::ProgramFails(block));
        let is_locked = self.locks & LOCKED != 0;
        if is_locked || is_late || self.has(NandFlaw::Bad(block)) || fails {
            self.status |= PROGRAM_FAILED;
            return;
        }
        if has_data && self.configuration & ECC == 0 {
            self.raw.insert(page);
        }
        let (data, spare) = self.cache.split_at(PAGE);
        if !self.bytes.program(u64::from(page) * PAGE as u64, data) {
            self.status |= PROGRAM_FAILED;
        }
        let old = self.spare.entry(page).or_insert_with(|| vec![0xff; spare.len()]);
        old.iter_mut().zip(spare).for_each(|(old, new)| *old &= new);
        *self.programs.entry(page).or_insert(0) += 1;
    }

    fn erase(&mut self, now: u64) {
        let Some(page) = self.page() else { return };
        if !self.takes() {
            return;
        }
        self.busy = now + ERASE;
        let block = page / PAGES;
        let (bad, fails) = (NandFlaw::Bad(block), NandFlaw::EraseFails(block));
        let size = PAGE as u64 * u64::from(PAGES);
        let is_locked = self.locks & LOCKED != 0;
        if is_locked
            || self.has(bad)
            || self.has(fails)
            || !self.bytes.erase(u64::from(block) * size, size)
        {
            self.status |= ERASE_FAILED;
            return;
        }
        let pages = block * PAGES..(block + 1) * PAGES;
        self.spare.retain(|page, _| !pages.contains(page));
        self.programs.retain(|page, _| !pages.contains(page));
        self.raw.retain(|page| !pages.contains(page));
        self.flaws.retain(|flaw| match flaw {
            NandFlaw::Corrected(page) | NandFlaw::Uncorrectable(page) => !pages.contains(page),
            _ => true,
        });
    }
}

/// A copy of the parameter page, as ONFI 1.0 lays it out.
fn parameters(spare: u16, blocks: u32) -> Vec<u8> {
    let mut copy = vec![0; 256];
    let mut put = |at: usize, bytes: &[u8]| copy[at..at + bytes.len()].copy_from_slice(bytes);
    put(0, b"ONFI");
    put(32, b"RACKLET     UNLISTED            ");
    put(80, &(PAGE as u32).to_le_bytes());
    put(84, &spare.to_le_bytes());
    put(92, &PAGES.to_le_bytes());
    put(96, &blocks.to_le_bytes());
    put(100, &[1]);
    let sum = onfi_crc().checksum(&copy[..254]);
    copy[254..].copy_from_slice(&sum.to_le_bytes());
    copy
}

/// The CRC of a parameter page.
fn onfi_crc() -> crc::Crc<u16> {
    const ONFI: crc::Algorithm<u16> = crc::Algorithm {
        width: 16,
        poly: 0x8005,
        init: 0x4f4e,
        refin: false,
        refout: false,
        xorout: 0,
        check: 0,
        residue: 0,
    };
    crc::Crc::<u16>::new(&ONFI)
}

impl Flash for Nand {
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
