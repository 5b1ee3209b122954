//! Where things are in the address space.

use core::ops::Range;

use crate::chips::{Chip, DRAM_SIZE};

/// What is at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    /// The boot ROM.
    Rom,
    /// SRAM. Its gaps are not modelled: they differ from SoC to SoC and are not all documented.
    Sram,
    /// Device registers.
    Registers,
    /// DRAM.
    Dram,
    /// Nothing.
    Nowhere,
}

/// No region begins or ends within such a piece.
const PAGE: u32 = 4096;
/// Device registers begin here on every SoC of the table; SRAM is below.
const REGISTERS: u32 = 0x0100_0000;

pub(super) fn region(chip: &Chip, address: u32) -> Region {
    let (rom, size) = chip.rom;
    match address {
        _ if address.wrapping_sub(rom) < size => Region::Rom,
        _ if address < REGISTERS => Region::Sram,
        _ if address < chip.dram() => Region::Registers,
        _ if address - chip.dram() < DRAM_SIZE => Region::Dram,
        _ => Region::Nowhere,
    }
}

/// Cuts a buffer for `address` where another region can begin: (address, place in the buffer).
pub(super) fn pages(address: u32, length: usize) -> impl Iterator<Item = (u32, Range<usize>)> {
    let mut done = 0;
    core::iter::from_fn(move || {
        let at = address.wrapping_add(done as u32);
        let end = length.min(done + (PAGE - at % PAGE) as usize);
        let range = done..end;
        done = end;
        (!range.is_empty()).then_some((at, range))
    })
}
