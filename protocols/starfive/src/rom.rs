//! Virtual boards: what answers at the other end of the line.
//!
//! They are state machines over bytes, at a time that the caller gives: [`link::line::Line`] makes that time itself, a
//! pty server paces it by a clock. A board takes what its forerunners are known to take and no more; what it does in
//! places that nobody has seen is said there.

mod agent;
mod intake;
mod jh7100;
mod jh7110;
mod memory;
mod uboot;

pub use jh7100::Jh7100;
pub use jh7110::{Behaviour, Flaw, Jh7110};

use alloc::{string::String, vec, vec::Vec};
use core::time::Duration;

use link::serial::{Said, Utterances};

/// Bytes of the SPI NOR.
pub const FLASH: usize = 16 << 20;
/// What one sector is.
const SECTOR: usize = 4096;

/// What the programs on a board share.
struct World {
    out: Utterances,
    baud: u32,
    flash: Vec<u8>,
    /// A bit of the flash that cannot be programmed: the byte it is in.
    worn: Option<usize>,
    notes: Vec<String>,
    flaw: Option<Flaw>,
    commands: Vec<String>,
}

impl World {
    fn new(baud: u32, worn: Option<usize>) -> Self {
        Self {
            out: Utterances::default(),
            baud,
            flash: vec![0xff; FLASH],
            worn,
            notes: Vec::new(),
            flaw: None,
            commands: Vec::new(),
        }
    }

    fn fill(&mut self, bytes: &[u8]) {
        let count = bytes.len().min(FLASH);
        self.flash[..count].copy_from_slice(&bytes[..count]);
    }

    fn print(&mut self, at: Duration, text: &str) {
        self.out.say(at, text.as_bytes());
    }

    fn note(&mut self, text: &str) {
        self.notes.push(text.into());
    }

    /// Erases and programs; returns whether it fits.
    fn program(&mut self, offset: usize, data: &[u8]) -> bool {
        let Some(end) = offset.checked_add(data.len()).filter(|end| *end <= FLASH) else {
            return false;
        };
        let erased = end.next_multiple_of(SECTOR).min(FLASH);
        self.flash[offset / SECTOR * SECTOR..erased].fill(0xff);
        self.flash[offset..end].copy_from_slice(data);
        if let Some(worn) = self.worn.filter(|worn| (offset..end).contains(worn)) {
            self.flash[worn] ^= 0x10;
        }
        true
    }

    /// What to send now, or when to ask again: `deadline` is when the program has something to do.
    fn next(&mut self, now: Duration, deadline: Option<Duration>) -> Said {
        match (self.out.next(now), deadline) {
            (Said::Byte(byte), _) => Said::Byte(byte),
            (Said::Until(time), Some(other)) => Said::Until(time.min(other)),
            (Said::Nothing, Some(time)) => Said::Until(time),
            (said, None) => said,
        }
    }
}

/// How long a part takes to erase and write so many bytes: 300 KB/s, as SPI NOR does.
fn flash_time(bytes: usize) -> Duration {
    Duration::from_micros(bytes as u64 * 10 / 3)
}
