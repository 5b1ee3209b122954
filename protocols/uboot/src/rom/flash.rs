//! SPI NOR that costs only what was written of it, and U-Boot's command for it: `sf`.

use alloc::{format, vec::Vec};
use core::time::Duration;

use super::{
    End, Flaw, Uboot, World,
    commands::{Fail, Outcome, number},
};

/// Bytes of the SPI NOR.
pub const FLASH: usize = 16 << 20;

/// Bytes of an erase block, unless a part has larger ones.
pub const ERASE: usize = 4096;
const ERASED: u8 = 0xff;

/// A flash of [`FLASH`] bytes.
pub struct Flash {
    /// The beginning; what follows it is erased.
    bytes: Vec<u8>,
    /// A bit that cannot be programmed: the byte it is in.
    worn: Option<usize>,
    /// Bytes of an erase block.
    erase: usize,
}

impl Flash {
    /// An erased one. `worn`: a byte with a bit that cannot be programmed.
    pub fn new(worn: Option<usize>) -> Self {
        Self { bytes: Vec::new(), worn, erase: ERASE }
    }

    /// The same with erase blocks of that many KiB, a power of two.
    pub fn with_erase_blocks(self, kibibytes: usize) -> Self {
        Self { erase: kibibytes << 10, ..self }
    }

    /// Puts `bytes` at the beginning, as many as fit.
    pub fn fill(&mut self, bytes: &[u8]) {
        let count = bytes.len().min(FLASH);
        self.put(0, &bytes[..count]);
    }

    /// Erases and programs; returns whether it fits.
    pub fn program(&mut self, offset: usize, data: &[u8]) -> bool {
        let Some(end) = offset.checked_add(data.len()).filter(|end| *end <= FLASH) else {
            return false;
        };
        let erased = end.next_multiple_of(self.erase).min(self.bytes.len());
        if let Some(old) = self.bytes.get_mut(offset / self.erase * self.erase..erased) {
            old.fill(ERASED);
        }
        self.put(offset, data);
        if let Some(worn) = self.worn.filter(|worn| (offset..end).contains(worn)) {
            self.bytes[worn] ^= 0x10;
        }
        true
    }

    fn put(&mut self, offset: usize, data: &[u8]) {
        let end = offset + data.len();
        if self.bytes.len() < end {
            self.bytes.resize(end, ERASED);
        }
        self.bytes[offset..end].copy_from_slice(data);
    }

    /// `length` bytes from `offset` on.
    pub fn read(&self, offset: usize, length: usize) -> Vec<u8> {
        let there = self.bytes.get(offset..).unwrap_or_default();
        let mut bytes = there[..length.min(there.len())].to_vec();
        bytes.resize(length, ERASED);
        bytes
    }

    /// Whether these bytes are at `offset`.
    pub fn holds(&self, offset: usize, bytes: &[u8]) -> bool {
        self.read(offset, bytes.len()) == bytes
    }
}

/// How long a part takes to erase and write this many bytes: 300 KB/s, as SPI NOR does.
pub fn flash_time(bytes: usize) -> Duration {
    Duration::from_micros(bytes as u64 * 10 / 3)
}

/// What `sf` is asked for: `sf read ADDRESS OFFSET LENGTH`.
struct Request {
    address: u64,
    offset: usize,
    length: usize,
}

impl Uboot {
    /// `sf probe`, `sf read`, `sf update`.
    pub(super) fn sf(&mut self, words: &[&str], now: Duration, world: &mut World) -> Outcome {
        if words == ["probe"] {
            self.probed = true;
            let erase = world.flash.erase >> 10;
            world.print(
                now,
                &format!("SF: Detected gd25lq128 with page size 256 Bytes, erase size {erase} KiB, total 16 MiB\n"),
            );
            return Ok(());
        }
        if !self.probed {
            world.print(now, "No SPI flash selected. Please run `sf probe'\n");
            return Err(Fail::Failed);
        }
        let [what, address, offset, length] = words else { return Err(Fail::Usage) };
        let size = |word| usize::try_from(number(word)?).map_err(|_| Fail::Usage);
        let (address, offset, length) = (number(address)?, size(offset)?, size(length)?);
        if offset.checked_add(length).is_none_or(|end| end > FLASH) {
            world.print(now, "ERROR: attempting past flash size\n");
            return Err(Fail::Failed);
        }
        let request = Request { address, offset, length };
        match *what {
            "read" if !self.memory.is_free(address, length as u64) => self.crash(now, world),
            "read" => self.sf_read(&request, now, world),
            _ if !self.memory.has(address, length as u64) => self.crash(now, world),
            "update" => self.sf_update(&request, now, world),
            _ => Err(Fail::Usage),
        }
    }

    fn sf_read(&mut self, request: &Request, now: Duration, world: &mut World) -> Outcome {
        if world.flaw == Some(Flaw::ReadFails) {
            world.print(
                now,
                &format!(
                    "device 0 offset {:#x}, size {:#x}\nSF: {} bytes @ {:#x} Read: ERROR -5\n",
                    request.offset, request.length, request.length, request.offset
                ),
            );
            return Err(Fail::Failed);
        }
        if !self.reads_nothing(world) {
            self.memory.write(request.address, &world.flash.read(request.offset, request.length));
        }
        let (done, Request { offset, length, .. }) =
            (now + flash_time(request.length) / 20, request);
        world.print(done, &format!("device 0 offset {offset:#x}, size {length:#x}\nSF: {length} bytes @ {offset:#x} Read: OK\n"));
        self.busy(done);
        Ok(())
    }

    /// Counts a read; whether it does nothing.
    pub(super) fn reads_nothing(&mut self, world: &World) -> bool {
        self.counts.reads += 1;
        matches!(world.flaw, Some(Flaw::ReadsNothing(good)) if self.counts.reads > good)
    }

    /// Counts a write; whether the power goes now.
    pub(super) fn loses_power(&mut self, world: &mut World) -> bool {
        self.counts.writes += 1;
        let lost = world.flaw == Some(Flaw::PowerLost(self.counts.writes));
        if lost {
            world.out.clear();
            self.end = Some(End::PowerLost);
        }
        lost
    }

    fn sf_update(&mut self, request: &Request, now: Duration, world: &mut World) -> Outcome {
        let Request { address, offset, length } = *request;
        // U-Boot erases from where the update begins. This one is strict: what is behind it in its last block is gone, which
        // U-Boot writes back (`spi_flash_update_block`).
        let erase = world.flash.erase;
        if !offset.is_multiple_of(erase) {
            world.print(now, "SF: Erase offset/length not multiple of erase size\n");
            return Err(Fail::Failed);
        }
        let data = self.memory.read(address, length);
        let old = world.flash.read(offset, length);
        let same = data.chunks(erase).zip(old.chunks(erase)).filter(|(a, b)| a == b);
        let skipped: usize = same.map(|(a, _)| a.len()).sum();
        world.flash.program(offset, &data);
        if self.loses_power(world) {
            return Ok(());
        }
        let (done, written) = (now + flash_time(length - skipped), length - skipped);
        world.print(done, &format!("device 0 offset {offset:#x}, size {length:#x}\n{written} bytes written, {skipped} bytes skipped in 0.5s, speed 699050 B/s\n"));
        self.busy(done);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sectors_are_erased_as_a_whole_and_bytes_stay_where_they_are() {
        let mut flash = Flash::new(Some(ERASE + 1));
        flash.fill(&[1; 3 * ERASE]);
        assert!(flash.program(ERASE, &[2; 10]));
        let expected = [2, 2 ^ 0x10, 2, 2, 2, 2, 2, 2, 2, 2, ERASED, ERASED];
        assert!(flash.holds(ERASE, &expected) && flash.holds(0, &[1; ERASE]));
        assert!(flash.holds(2 * ERASE, &[1; ERASE]), "the next sector is not touched");
        assert!(flash.holds(3 * ERASE - 1, &[1, ERASED, ERASED]));
        assert!(flash.program(FLASH - 2, &[3, 4]) && !flash.program(FLASH - 1, &[3, 4]));
        assert_eq!(flash.read(FLASH - 3, 3), [ERASED, 3, 4]);
        assert_eq!(flash.read(0, FLASH).len(), FLASH);
    }
}
