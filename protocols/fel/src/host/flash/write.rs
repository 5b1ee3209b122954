//! Writing: what holds already is not touched, and erased is where a bit is to become 1.

use alloc::{vec, vec::Vec};

use super::{
    super::{Error, Fel, Stage, pack::Message, spi::CRC32},
    Flash,
    info::PAGE,
    nor,
    sfdp::Erase,
};

/// Operations of a script beside its blocks', and of each block at the most.
const OVERHEAD: usize = 8;
const OF_BLOCK: usize = 72;

/// What was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Bytes that were erased.
    pub erased: u64,
    /// Bytes that were programmed, whole pages.
    pub programmed: u64,
}

/// A smallest erasure that is to hold something else.
struct Sector {
    at: u64,
    old: Vec<u8>,
    wanted: Vec<u8>,
}

impl Sector {
    fn needs_erasing(&self) -> bool {
        self.old.iter().zip(&self.wanted).any(|(old, wanted)| wanted & !old != 0)
    }
}

impl Flash {
    /// Writes bytes anywhere. What is around them stays as it is. `told` hears of bytes that hold. What was written is not
    /// read back.
    ///
    /// # Errors
    /// When a transfer or the flash fails, when it is protected, and when the range runs past its end. What came before may
    /// have been written; and of the erasure under way, what is around the bytes may be lost.
    pub fn write(
        &mut self,
        fel: &mut Fel<'_>,
        at: u64,
        bytes: &[u8],
        told: &mut dyn FnMut(u64),
    ) -> Result<Changed, Error> {
        fel.during(Stage::Storage, |fel| {
            self.check_range(fel, at, bytes.len() as u64)?;
            self.check_writable(fel)?;
            let outcome = self.write_all(fel, at, bytes, told);
            self.port.recovered(fel, outcome)
        })
    }

    fn write_all(
        &mut self,
        fel: &mut Fel<'_>,
        mut at: u64,
        mut bytes: &[u8],
        told: &mut dyn FnMut(u64),
    ) -> Result<Changed, Error> {
        let region = u64::from(self.info.large().size);
        let mut changed = Changed::default();
        while !bytes.is_empty() {
            let length = (region - at % region).min(bytes.len() as u64);
            let (part, rest) = bytes.split_at(length as usize);
            self.write_region(fel, at, part, &mut changed)?;
            told(length);
            (at, bytes) = (at + length, rest);
        }
        Ok(changed)
    }

    /// Writes within a largest erasure.
    fn write_region(
        &mut self,
        fel: &mut Fel<'_>,
        at: u64,
        bytes: &[u8],
        changed: &mut Changed,
    ) -> Result<(), Error> {
        let mut sectors = self.differing(fel, at, bytes)?;
        let (small, large) = (self.info.small(), self.info.large());
        let all = sectors.len() as u64 * u64::from(small.size) == u64::from(large.size);
        if all && sectors.iter().all(Sector::needs_erasing) {
            self.erase_one(fel, large, at, changed)?;
            sectors.iter_mut().for_each(|sector| sector.old.fill(0xff));
        }
        for sector in sectors.iter_mut().filter(|sector| sector.needs_erasing()) {
            self.erase_one(fel, small, sector.at, changed)?;
            sector.old.fill(0xff);
        }
        let pages = sectors.iter().flat_map(|sector| {
            let pages = sector.old.chunks(PAGE).zip(sector.wanted.chunks(PAGE)).enumerate();
            let differing = pages.filter(|(_, (old, wanted))| old != wanted);
            differing.map(|(index, (_, wanted))| (sector.at + (index * PAGE) as u64, wanted))
        });
        let records: Vec<u8> =
            pages.flat_map(|(at, page)| nor::record(&self.info, at, page)).collect();
        self.program(fel, &records)?;
        changed.programmed += (records.len() / nor::record_len(&self.info) * PAGE) as u64;
        Ok(())
    }

    /// The sectors of a range that do not hold what is to be there.
    fn differing(
        &mut self,
        fel: &mut Fel<'_>,
        at: u64,
        bytes: &[u8],
    ) -> Result<Vec<Sector>, Error> {
        let size = u64::from(self.info.small().size);
        let end = at + bytes.len() as u64;
        let (first, last) = (at.next_multiple_of(size), end / size * size);
        let whole = last.saturating_sub(first) / size;
        let sums = self.sums(fel, first, size as u32, whole as usize)?;
        let blank = CRC32.checksum(&vec![0xff; size as usize]);
        let mut sectors = Vec::new();
        for start in (at / size * size..end).step_by(size as usize) {
            let (from, to) = (start.max(at), (start + size).min(end));
            let part = &bytes[(from - at) as usize..(to - at) as usize];
            let is_whole = part.len() as u64 == size;
            let sum = is_whole.then(|| sums[((start - first) / size) as usize]);
            if sum.is_some_and(|sum| sum == CRC32.checksum(part)) {
                continue;
            }
            let mut old = vec![0xff; size as usize];
            if sum != Some(blank) {
                self.read_all(fel, start, &mut old)?;
            }
            let mut wanted = old.clone();
            wanted[(from - start) as usize..(to - start) as usize].copy_from_slice(part);
            if wanted != old {
                sectors.push(Sector { at: start, old, wanted });
            }
        }
        Ok(sectors)
    }

    fn erase_one(
        &mut self,
        fel: &mut Fel<'_>,
        erase: Erase,
        at: u64,
        changed: &mut Changed,
    ) -> Result<(), Error> {
        let at = at / u64::from(erase.size) * u64::from(erase.size);
        let script = nor::erase(self.port.bus("erasing the flash"), &self.info, erase, at);
        self.port.agent.run(fel, &[], &script)?;
        changed.erased += u64::from(erase.size);
        Ok(())
    }

    /// Programs pages, by their records.
    fn program(&mut self, fel: &mut Fel<'_>, mut records: &[u8]) -> Result<(), Error> {
        let length = nor::record_len(&self.info);
        let most = self.port.agent.room().block_size as usize / length * length;
        while !records.is_empty() {
            let message = Message::fill(records, most, |blocks| {
                self.port.agent.room_for(OVERHEAD + OF_BLOCK * blocks)
            });
            let mut bus = self.port.bus("programming the flash");
            for block in &message.blocks {
                let sent = self.port.agent.data() + block.place.start as u32;
                let from = if block.is_packed { self.port.agent.room().block } else { sent };
                if block.is_packed {
                    let packed = block.place.len() as u32;
                    bus.unpack(sent, packed, from, block.length as u32);
                }
                nor::program(&mut bus, &self.info, from, (block.length / length) as u32);
            }
            self.port.agent.run(fel, &message.data, &bus.script())?;
            records = &records[message.length()..];
        }
        Ok(())
    }
}
