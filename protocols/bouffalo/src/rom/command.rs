//! What the ROM does with a command.

use alloc::{format, vec::Vec};
use core::time::Duration;

use super::Bl808;
use crate::{crc32, sha256, wire, word};

/// To erase a sector, and a block of 64 KiB at once (W25Q128JW, typical).
const SECTOR_ERASE: Duration = Duration::from_millis(45);
const BLOCK_ERASE: Duration = Duration::from_millis(150);
const BLOCK: u32 = 16;
/// To program a page of 256 bytes (likewise).
const PAGE: Duration = Duration::from_micros(400);
/// To sum or read a MiB.
const READS: Duration = Duration::from_millis(300);
/// Numbers of commands whose sum is not compared: those whose sum is 0 in the vendor's tool.
const UNSUMMED: [u8; 2] = [0x10, 0x50];

impl Bl808 {
    pub(super) fn obey(&mut self, command: &[u8], now: Duration) {
        let (number, payload) = (command[0], &command[4..]);
        let sum = command[1];
        if sum != wire::sum(payload) && !(sum == 0 && UNSUMMED.contains(&number)) {
            return self.refuse(wire::WRONG_SUM, now);
        }
        if let Err(code) = self.answer(number, payload, now) {
            self.refuse(code, now);
        }
    }

    fn answer(&mut self, number: u8, payload: &[u8], now: Duration) -> Result<(), u16> {
        match number {
            0x10 => self.tell(self.behaviour.chip.boot_info(), now),
            0x20 => self.next_baud = Some(self.rate(payload, 4)?),
            0x21 => self.resets = true,
            0x22 if self.behaviour.no_clock => return Ok(()),
            0x22 => self.next_baud = Some(self.clock(payload)?),
            0x23 | 0x50 => {}
            0x30..=0x3e => return self.flash_command(number, payload, now),
            0x40 | 0x43 | 0x80 => self.note("fuses were written"),
            0x41 => self.tell(&[0; 128], now),
            0x42 => {
                let mut mac = Vec::from([0x18, 0xb9, 0x05, 0xc0, 0x9d, 0x61]);
                mac.extend(crc32(&mac).to_le_bytes());
                self.tell(&mac, now);
            }
            0x60 | 0x61 => self.mapped = number == 0x60,
            _ => return Err(0x0101),
        }
        if !matches!(number, 0x10 | 0x41 | 0x42) {
            self.done(now);
        }
        Ok(())
    }

    /// Says `OK` at a time, until which it hears nothing.
    fn done(&mut self, at: Duration) {
        self.works = at;
        self.out.say(at, b"OK");
    }

    fn tell(&mut self, bytes: &[u8], at: Duration) {
        self.done(at);
        self.out.say(at, &(bytes.len() as u16).to_le_bytes());
        self.out.say(at, bytes);
    }

    /// The rate at `offset` of a command.
    fn rate(&self, payload: &[u8], offset: usize) -> Result<u32, u16> {
        let rate = word(payload, offset).ok_or(0x0301u16)?;
        if (300..=5_000_000).contains(&rate) { Ok(rate) } else { Err(0x0302) }
    }

    fn clock(&self, payload: &[u8]) -> Result<u32, u16> {
        match &payload[8.min(payload.len())..] {
            [] => {}
            clocks if clocks.len() == 28 && clocks.starts_with(b"PCFG") => {
                if word(clocks, 24) != Some(crc32(&clocks[4..24])) {
                    return Err(0x0302);
                }
            }
            _ => return Err(0x0301),
        }
        // Beyond what its line bears nothing that it says can be read.
        Ok(match self.rate(payload, 4)? {
            rate if rate > self.behaviour.fastest => rate / 2,
            rate => rate,
        })
    }

    fn flash_command(&mut self, number: u8, payload: &[u8], now: Duration) -> Result<(), u16> {
        if number == 0x3b {
            return self.set_flash(payload, now);
        }
        if self.flash.is_none() || (self.flash == Some(false) && number != 0x36) {
            return Err(0x0001);
        }
        let pair = || {
            Ok::<_, u16>((word(payload, 0).ok_or(0x0102u16)?, word(payload, 4).ok_or(0x0102u16)?))
        };
        match number {
            0x30 => {
                let (first, last) = pair()?;
                let sectors = self.nor.erase(first, last).ok_or(0x0002u16)?;
                self.erased(sectors, now);
            }
            0x31 => {
                let at = word(payload, 0).ok_or(0x0004u16)?;
                let data = &payload[4..];
                if data.is_empty() {
                    return Err(0x0004);
                }
                self.nor.program(at, data).ok_or(0x0005u16)?;
                self.done(now + PAGE * (data.len() as u32).div_ceil(256));
            }
            0x32 => self.read(pair()?, now)?,
            0x34 if self.mapped => self.read(pair()?, now)?,
            0x36 => self.tell(&self.jedec_id(), now),
            0x3a => self.done(now),
            0x3c => {
                let size = self.behaviour.size;
                let sectors = self.nor.erase(0, size - 1).ok_or(0x0003u16)?;
                self.erased(sectors, now);
            }
            0x3d => self.sum(pair()?, now)?,
            0x3e if self.mapped => self.sum(pair()?, now)?,
            0x34 | 0x3e => return Err(0x0104),
            _ => return Err(0x0101),
        }
        Ok(())
    }

    fn set_flash(&mut self, payload: &[u8], now: Duration) -> Result<(), u16> {
        // The pins are those that the boot info tells.
        let pins =
            wire::BootInfo::parse(self.behaviour.chip.boot_info()).map_or(0, |info| info.flash_pin);
        if !matches!(payload.len(), 4 | 88 | 96) || payload[0] != pins {
            return Err(0x0008);
        }
        let ready = payload.len() > 4 || !self.behaviour.unknown_flash;
        self.flash = Some(ready || self.flash == Some(true));
        self.done(now);
        Ok(())
    }

    fn jedec_id(&self) -> [u8; 4] {
        if self.behaviour.no_flash {
            return [0xff; 4];
        }
        let capacity = self.behaviour.size.trailing_zeros() as u8;
        [0xef, 0x60, capacity, if self.behaviour.unknown_flash { 0 } else { 0x80 }]
    }

    /// Confirms an erasure when it is done, and says meanwhile that it is under way, if this board does that.
    fn erased(&mut self, sectors: u32, now: Duration) {
        let end = now + BLOCK_ERASE * (sectors / BLOCK) + SECTOR_ERASE * (sectors % BLOCK);
        if let Some(every) = self.behaviour.pending {
            let mut at = now + every;
            while at < end {
                self.out.say(at, b"PD");
                at += every;
            }
        }
        self.done(end);
    }

    fn read(&mut self, (at, length): (u32, u32), now: Duration) -> Result<(), u16> {
        let short = length <= wire::PIECE as u32;
        let bytes = self.nor.part(at, length).filter(|_| short).ok_or(0x0102u16)?.to_vec();
        self.tell(&bytes, now);
        Ok(())
    }

    fn sum(&mut self, (at, length): (u32, u32), now: Duration) -> Result<(), u16> {
        let mut sum = sha256(self.nor.part(at, length).ok_or(0x0102u16)?);
        self.sums += 1;
        if self.sums == self.behaviour.wrong_sum {
            self.note(format!("the sum of {length} bytes at {at:#x} was told wrong"));
            sum[7] ^= 1;
        }
        self.tell(&sum, now + READS * length.div_ceil(1 << 16) / 16);
        Ok(())
    }
}
