//! Virtual boards: what answers at the other end of the line.
//!
//! They are state machines over bytes, at a time that the caller gives: [`link::line::Line`] makes that time itself, a
//! pty server paces it by a clock. A board takes what its forerunners are known to take and no more; what it does in
//! untested places is said there.

mod agent;
mod flash;
mod intake;
mod jh7100;
mod jh7110;
mod memory;
mod uboot;

pub use jh7100::Jh7100;
pub use jh7110::{Behaviour, Flaw, Jh7110};

use alloc::{string::String, vec::Vec};
use core::time::Duration;

use flash::Flash;
use link::serial::{Said, Utterances};

/// Bytes of the SPI NOR.
pub const FLASH: usize = 16 << 20;

/// What the programs on a board share.
struct World {
    out: Utterances,
    baud: u32,
    flash: Flash,
    notes: Vec<String>,
    flaw: Option<Flaw>,
    commands: Vec<String>,
}

impl World {
    fn new(baud: u32, worn: Option<usize>) -> Self {
        Self {
            out: Utterances::default(),
            baud,
            flash: Flash::new(worn),
            notes: Vec::new(),
            flaw: None,
            commands: Vec::new(),
        }
    }

    fn print(&mut self, at: Duration, text: &str) {
        self.out.say(at, text.as_bytes());
    }

    fn note(&mut self, text: &str) {
        self.notes.push(text.into());
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

/// How long a part takes to erase and write this many bytes: 300 KB/s, as SPI NOR does.
fn flash_time(bytes: usize) -> Duration {
    Duration::from_micros(bytes as u64 * 10 / 3)
}
