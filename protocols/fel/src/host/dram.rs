//! Whether DRAM may be touched: before an SPL has set it up, an access hangs the board until it is powered off.
//!
//! The boot ROM cannot be asked. What can be read without harm is the SRAM where an SPL is loaded: one that ran over FEL
//! leaves its header there, marked `eGON.FEL`. A header without that mark is of an SPL that was loaded from storage, as
//! before a U-Boot that went over to FEL: then it cannot be known, and the user is believed. SRAM outlives a reset by the
//! watchdog, after which the mark is wrong.

use super::{Cause, Error, Fel, error::Action};
use crate::chips::{Chip, Core};

/// What headers begin with at byte 4 (eGON) and at byte 0 (TOC0).
const EGON: &[u8] = b"eGON.";
const TOC0: &[u8] = b"TOC0.";

impl Fel<'_> {
    /// Makes memory reachable, `ranges` of (address, bytes): leaves the non-secure state, and refuses ranges that run
    /// past the end of the address space, and DRAM where nothing on the board shows that an SPL has run. `dram_up`: the
    /// user knows that DRAM works.
    ///
    /// # Errors
    /// When a transfer fails, when a range ends past the address space, and when it is in DRAM that no SPL has set up.
    pub fn reach(&mut self, ranges: &[(u32, u64)], dram_up: bool) -> Result<(), Error> {
        for &(address, length) in ranges {
            self.check_range(address, length)?;
        }
        self.ready()?;
        let Ok(chip) = self.chip.clone() else { return Ok(()) };
        let in_dram = ranges.iter().find_map(|&(address, length)| chip.dram_in(address, length));
        match in_dram {
            Some(address) if !dram_up && !self.may_have_dram(chip)? => {
                Err(self.error(Action::Check, Cause::NoDram { chip, address }))
            }
            _ => Ok(()),
        }
    }

    fn may_have_dram(&mut self, chip: &'static Chip) -> Result<bool, Error> {
        // No SPL returns to FEL there, and our own code goes to where its header would be.
        if chip.core == Core::RiscV {
            return Ok(false);
        }
        let head = self.read_bytes(chip.spl, 12)?;
        Ok(head.starts_with(TOC0) || head[4..].starts_with(EGON))
    }
}
