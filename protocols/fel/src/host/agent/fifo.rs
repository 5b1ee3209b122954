//! What the agent moves words through.

use crate::chips::Mmc;

/// The register blocks' offsets that transfers need.
const STATUS: u32 = 0x3c;
const EVENTS: u32 = 0x38;
/// The errors among the events, as U-Boot has them.
pub(in super::super) const ERRORS: u32 = 0xbbc2;
/// Words that an empty FIFO takes at once: every controller has room for more.
const BURST: u32 = 16;

/// A FIFO and the registers that tell of it: addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fifo {
    /// Timer 0's control register.
    pub timer: u32,
    /// The FIFO.
    pub data: u32,
    /// Its status: bit 2 is set where it is empty, bit 3 where it is full; bits 30:17 are the words in it. `None`: it has
    /// room for, or has, all that is moved, and `burst` is what is taken for its status.
    pub status: Option<u32>,
    /// What has happened.
    pub events: u32,
    /// Which bits of that are errors.
    pub errors: u32,
    /// Words in it where that number reads 0, and it is not empty.
    pub when_zero: u32,
    /// Words that it takes when it is empty.
    pub burst: u32,
}

impl From<&Mmc> for Fifo {
    fn from(port: &Mmc) -> Self {
        Self {
            timer: port.timer,
            data: port.base + port.fifo,
            status: Some(port.base + STATUS),
            events: port.base + EVENTS,
            errors: ERRORS,
            when_zero: port.when_zero,
            burst: BURST,
        }
    }
}
