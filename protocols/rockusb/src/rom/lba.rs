//! Reading, writing and erasing sectors, as the vendor's programs do it.

use alloc::{vec, vec::Vec};

use super::{Program, bulk::Bulk};
use crate::wire::{
    Capability, Cbw, Command, PARITY_SECTORS, READ_WALL, SECTOR, Status, WALL_FILL, parity,
};

/// Sectors that are read at once to be compared.
const COMPARED: usize = 64;

/// Sectors on their way.
pub(super) struct Sectors {
    first: u64,
    /// Bytes that went by.
    done: u64,
    /// Bytes of a sector that is not whole yet.
    rest: Vec<u8>,
    /// Parity that the host announced.
    parity: u32,
    /// Something failed: what follows is thrown away.
    failed: bool,
    /// Nothing is read: the host gets this.
    fill: Option<u8>,
}

impl Sectors {
    fn new(command: Command) -> Self {
        let first = command.address.into();
        Self { first, done: 0, rest: vec![], parity: command.parity, failed: false, fill: None }
    }
}

impl Bulk {
    fn total(&self) -> u64 {
        self.media.get(self.chosen).map_or(0, |medium| medium.storage.sectors())
    }

    fn is_mtd(&self) -> bool {
        self.media.get(self.chosen).is_some_and(super::Medium::is_mtd)
    }

    /// The bytes that are moved, and whether host and command agree about them: what the host announces beyond the
    /// command's length is disowned.
    fn agree(&mut self, cbw: Cbw, command: Command) -> u32 {
        let length = cbw.length.min(command.length());
        if cbw.length != command.length() {
            self.fail(Status::PHASE);
        }
        self.disown(cbw.length - length);
        length
    }

    pub(super) fn read(&mut self, cbw: Cbw, command: Command) {
        let length = self.agree(cbw, command);
        let mut sectors = Sectors::new(command);
        let end = sectors.first + u64::from(command.count);
        if end > self.total() {
            if self.profile.stalls {
                self.fail(Status::FAILED);
                self.disown(cbw.length);
                self.halt();
                return self.finish();
            }
            return self.refuse(cbw, Status::FAILED);
        }
        if self.profile.wall && end > READ_WALL {
            sectors.fill = Some(WALL_FILL);
        }
        match length {
            0 => self.finish(),
            length => self.give_data(length, Some(sectors)),
        }
    }

    pub(super) fn load(&mut self, sectors: &mut Sectors, buf: &mut [u8]) {
        let first = sectors.first + sectors.done / SECTOR as u64;
        let skip = (sectors.done % SECTOR as u64) as usize;
        sectors.done += buf.len() as u64;
        if let Some(fill) = sectors.fill {
            return buf.fill(fill);
        }
        let whole = skip == 0 && buf.len().is_multiple_of(SECTOR);
        let read = match self.media.get_mut(self.chosen) {
            None => false,
            Some(medium) if whole => medium.storage.read_at(first, buf).is_ok(),
            Some(medium) => {
                let mut bytes = vec![0; (skip + buf.len()).next_multiple_of(SECTOR)];
                let read = medium.storage.read_at(first, &mut bytes).is_ok();
                buf.copy_from_slice(&bytes[skip..skip + buf.len()]);
                read
            }
        };
        if !read {
            self.fail(Status::FAILED);
        }
    }

    pub(super) fn write(&mut self, cbw: Cbw, command: Command) {
        let length = self.agree(cbw, command);
        let mut sectors = Sectors::new(command);
        let knows_parity = Capability(self.profile.capability).has(Capability::PARITY);
        if !knows_parity || self.profile.program == Program::Mainline {
            sectors.parity = 0;
        }
        if sectors.parity != 0 && command.count > PARITY_SECTORS {
            return self
                .crash("a write with parity was longer than the buffer that it is compared in");
        }
        if sectors.first + u64::from(command.count) > self.total() && !self.is_mtd() {
            return self.refuse(cbw, Status::FAILED);
        }
        match length {
            0 => self.finish(),
            length => self.take_data(length, Some(sectors)),
        }
    }

    pub(super) fn store(&mut self, sectors: &mut Sectors, packets: &[u8]) {
        if sectors.rest.is_empty() && packets.len().is_multiple_of(SECTOR) {
            return self.store_whole(sectors, packets);
        }
        let mut rest = core::mem::take(&mut sectors.rest);
        rest.extend_from_slice(packets);
        let whole = rest.len() / SECTOR * SECTOR;
        self.store_whole(sectors, &rest[..whole]);
        rest.drain(..whole);
        sectors.rest = rest;
    }

    fn store_whole(&mut self, sectors: &mut Sectors, bytes: &[u8]) {
        let at = sectors.first + sectors.done / SECTOR as u64;
        sectors.done += bytes.len() as u64;
        // MTD: what is past the end is dropped without an error.
        let room = self.total().saturating_sub(at).saturating_mul(SECTOR as u64);
        let bytes = &bytes[..bytes.len().min(room.try_into().unwrap_or(usize::MAX))];
        if let Some(medium) = self.media.get_mut(self.chosen)
            && !sectors.failed
            && !bytes.is_empty()
        {
            sectors.failed = medium.write(at, bytes).is_err();
        }
    }

    /// All of a write is there, but for `missing` bytes.
    pub(super) fn stored(&mut self, sectors: &Sectors, missing: u32) {
        if missing > 0 {
            self.fail(Status::PHASE);
            self.disown(self.disowned() + missing);
        }
        if sectors.failed {
            self.fail(Status::FAILED);
        } else if sectors.parity != 0 && !self.holds(sectors) {
            self.fail(Status::PHASE);
        }
    }

    /// Reads again what was written and compares.
    fn holds(&mut self, sectors: &Sectors) -> bool {
        let Some(medium) = self.media.get_mut(self.chosen) else { return false };
        let mut buffer = vec![0; COMPARED * SECTOR];
        let mut sum = parity(&[]);
        let count = sectors.done / SECTOR as u64;
        for offset in (0..count).step_by(COMPARED) {
            let length = (count - offset).min(COMPARED as u64) as usize * SECTOR;
            let bytes = &mut buffer[..length];
            if medium.storage.read_at(sectors.first + offset, bytes).is_err() {
                return false;
            }
            sum = sum.wrapping_add(parity(bytes)).wrapping_sub(parity(&[]));
        }
        sum ^ u32::from(self.traits.parity_wrong) == sectors.parity
    }

    pub(super) fn erase(&mut self, cbw: Cbw, first: u64, count: u64) {
        let total = self.total();
        let Some(medium) = self.media.get_mut(self.chosen) else {
            return self.refuse(cbw, Status::FAILED);
        };
        let block = u64::from(medium.block).max(1);
        let outside = count == 0 || first + count > total;
        let failed = if medium.is_mtd() {
            let aligned = first.is_multiple_of(block) && count.is_multiple_of(block);
            if aligned && !outside && !self.traits.erase_fails {
                // A failure is not reported.
                let _ = medium.storage.erase(first, count);
            }
            false
        } else {
            outside || !self.traits.erase_fails && medium.storage.erase(first, count).is_err()
        };
        self.refuse(cbw, if failed { Status::FAILED } else { Status::GOOD });
    }
}
