//! What `oem run` has mainline's U-Boot carry out, and `oem console`, which tells what that printed. Only what sums storage.

use alloc::{format, string::String, vec, vec::Vec};

use link::storage::SECTOR;

use super::{Rom, gpt};
use crate::wire::{REPLY_UBOOT, Reply};

/// `loadaddr`: on sunxi boards downloads go there, too.
const LOAD: u64 = 0x4200_0000;
/// Bytes of the record of what was printed (CONFIG_CONSOLE_RECORD_OUT_SIZE).
pub(super) const RECORD: usize = 1024;

/// The record of what U-Boot printed.
#[derive(Default)]
pub(super) struct Record {
    text: String,
    /// There was no room for all of it: from then on it cannot be read.
    overflown: bool,
}

/// A command of U-Boot's that failed.
struct Failed;

type Outcome = Result<(), Failed>;

impl Rom {
    /// U-Boot prints something.
    pub(super) fn print(&mut self, text: &str) {
        let room = self.traits.record.unwrap_or(RECORD).saturating_sub(self.record.text.len());
        self.record.overflown |= text.len() > room;
        self.record.text.push_str(&text[..text.len().min(room)]);
    }

    /// `oem console`: each line as INFO.
    pub(super) fn console(&mut self) {
        if self.record.text.is_empty() {
            return self.fail("Empty console");
        }
        if self.record.overflown {
            return self.fail("Error reading console");
        }
        let text = core::mem::take(&mut self.record.text);
        // As much as an answer has room for: what is longer is two lines.
        let room = REPLY_UBOOT - 1 - 4 - 1;
        for line in text.lines() {
            let bytes = line.as_bytes();
            let pieces = if bytes.is_empty() { vec![bytes] } else { bytes.chunks(room).collect() };
            for piece in pieces {
                self.reply(Reply::Info(String::from_utf8_lossy(piece).into_owned()));
            }
        }
        self.okay("");
    }

    /// `oem run:LINE`. What it printed is not told here, and why it failed neither.
    pub(super) fn oem_run(&mut self, line: Option<&str>) {
        let Some(line) = line else { return self.fail("missing command") };
        let line = line.replace("${loadaddr}", &format!("{LOAD:x}"));
        match self.shell(&line.split(' ').collect::<Vec<_>>()) {
            Ok(()) => self.okay(""),
            Err(Failed) => self.fail(""),
        }
    }

    fn shell(&mut self, words: &[&str]) -> Outcome {
        match *words {
            ["printenv", name] => self.printenv(name),
            ["mmc", "list"] => {
                let slots = 1 + u32::from(self.traits.twin);
                (0..slots).for_each(|slot| self.print(&format!("mmc@{slot}: {slot}\n")));
                Ok(())
            }
            ["mmc", "dev", slot] => self.mmc_dev(slot),
            ["mmc", "read", address, block, count] => {
                let [address, block, count] = numbers([address, block, count])?;
                self.mmc_read(address, block, count)
            }
            ["part", "start", "mmc", slot, name] => self.part_start(slot, name),
            ["mw.l", address, value, count] => {
                let [address, value, count] = numbers([address, value, count])?;
                let bytes = (value as u32).to_le_bytes().repeat(count as usize);
                self.memory(address, bytes.len() as u64)?.copy_from_slice(&bytes);
                Ok(())
            }
            ["crc32", address, length] => {
                let [address, length] = numbers([address, length])?;
                let sum = crc32fast::hash(self.memory(address, length)?);
                let end = address + length - 1;
                self.print(&format!("crc32 for {address:08x} ... {end:08x} ==> {sum:08x}\n"));
                Ok(())
            }
            _ => {
                self.print(&format!("Unknown command '{}' - try 'help'\n", words[0]));
                Err(Failed)
            }
        }
    }

    fn printenv(&mut self, name: &str) -> Outcome {
        let value = self.traits.env(name).map(|value| format!("{name}={value}\n"));
        let known = value.is_some();
        self.print(&value.unwrap_or_else(|| format!("## Error: \"{name}\" not defined\n")));
        if known { Ok(()) } else { Err(Failed) }
    }

    /// `mmc 0` is the eMMC; another one that there may be holds what that held when the board was switched on.
    fn mmc_dev(&mut self, slot: &str) -> Outcome {
        let [slot] = numbers([slot])?;
        if slot > u64::from(self.traits.twin) {
            self.print(&format!("MMC Device {slot} not found\nno mmc device at slot {slot:x}\n"));
            return Err(Failed);
        }
        self.slot = slot;
        self.print(&format!("switch to partitions #0, OK\nmmc{slot} is current device\n"));
        Ok(())
    }

    fn part_start(&mut self, slot: &str, name: &str) -> Outcome {
        let [slot] = numbers([slot])?;
        if slot > u64::from(self.traits.twin) {
            return Err(Failed);
        }
        let (start, _) = gpt::find(&mut *self.media.areas[0], name).ok_or(Failed)?;
        self.print(&format!("{start:x}\n"));
        Ok(())
    }

    fn mmc_read(&mut self, address: u64, block: u64, count: u64) -> Outcome {
        let slot = self.slot;
        self.print(&format!("\nMMC read: dev # {slot}, block # {block}, count {count} ... "));
        if block + count > self.media.areas[0].sectors() {
            self.print("0 blocks read: ERROR\n");
            return Err(Failed);
        }
        let mut bytes = vec![0; count as usize * SECTOR];
        if slot == 0 && !self.traits.idle {
            self.media.areas[0].read_at(block, &mut bytes).map_err(|_| Failed)?;
        }
        if !self.traits.idle {
            self.memory(address, bytes.len() as u64)?.copy_from_slice(&bytes);
        }
        self.print(&format!("{count} blocks read: OK\n"));
        Ok(())
    }

    /// Memory, which is the buffer of downloads.
    fn memory(&mut self, address: u64, length: u64) -> Result<&mut [u8], Failed> {
        let start = address.checked_sub(LOAD).ok_or(Failed)?;
        let end = start.checked_add(length).ok_or(Failed)?;
        if length == 0 || end > u64::from(self.profile.buffer) {
            return Err(Failed);
        }
        if self.buffer.len() < end as usize {
            self.buffer.resize(end as usize, 0x5a);
        }
        Ok(&mut self.buffer[start as usize..end as usize])
    }
}

/// U-Boot's numbers are hexadecimal, with or without 0x.
fn numbers<const N: usize>(words: [&str; N]) -> Result<[u64; N], Failed> {
    let mut numbers = [0; N];
    for (number, word) in numbers.iter_mut().zip(words) {
        let digits = word.strip_prefix("0x").unwrap_or(word);
        *number = u64::from_str_radix(digits, 16).map_err(|_| Failed)?;
    }
    // More than any memory there is.
    if numbers.iter().all(|number| *number <= 1 << 40) { Ok(numbers) } else { Err(Failed) }
}
