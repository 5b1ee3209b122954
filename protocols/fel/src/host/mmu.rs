//! The MMU around an SPL.
//!
//! The SPL runs with the MMU off. Afterwards it goes on again, with DRAM uncached but write-combining and the boot ROM
//! cached: the boot ROM copies byte by byte, and on an H3 that makes 510 kB/s out of 95 (sunxi-tools, commit e4b3da2).

use alloc::{format, vec::Vec};

use link::{StepId, Watch};

use super::{Cause, Error, Fel, Stage, error::Action, words};
use crate::{chips::Chip, payload::Payload};

/// SCTLR bits that may be either way: alignment of exceptions and endianness bits read as one, V, I, Z, bit 6, M.
const SCTLR_ANY: u32 = 3 << 22 | 7 << 11 | 1 << 6 | 1;
/// What the other bits must be: TEX remap off, data cache off, CP15 barriers on.
const SCTLR_MUST: u32 = 0x0005_0038;
const SCTLR_MMU: u32 = 1;

/// DACR: every domain a client, its accesses checked against the table.
const CLIENTS: u32 = 0x5555_5555;
/// A section of normal memory as the boot ROMs map it: read and write for everyone, domain 15, TEX 0, C 0, B 0.
const SECTION: u32 = 0x0000_0de2;
const TEX: u32 = 7 << 12;
const TEX_NORMAL: u32 = 1 << 12;
const CACHED: u32 = 3 << 2;

const ENTRIES: usize = 4096;
/// DRAM of every SoC but the A80 begins here; the top half of the range is left to devices.
const DRAM: core::ops::Range<usize> = 0x400..0xc00;
const LAST: usize = 0xfff;

/// What has to be put back after the SPL.
pub(super) struct Mmu {
    registers: [u32; 3],
    table: Vec<u32>,
}

impl Fel<'_> {
    /// Looks whether the processor's state allows an SPL, switches the MMU off where it is on, and returns what is to
    /// be switched on afterwards (`None`: the boot ROM runs without).
    pub(super) fn suspend_mmu(&mut self, chip: &'static Chip) -> Result<Option<Mmu>, Error> {
        self.during(Stage::Mmu, |fel| {
            let state = fel.run_for(chip, Payload::State, &[0; 8], 0)?;
            let &[sctlr, dacr, ttbcr, ttbr0, ..] = state.as_slice() else {
                return Err(fel.unsuitable("the processor's state could not be read"));
            };
            if sctlr & !SCTLR_ANY != SCTLR_MUST {
                return Err(fel.unsuitable(&format!(
                    "the processor is not in the boot ROM's state (SCTLR {sctlr:#010x}); FEL entered from a running U-Boot looks like this"
                )));
            }
            if sctlr & SCTLR_MMU == 0 {
                return Ok(chip.mmu_table.map(|table| Mmu { registers: [CLIENTS, 0, table], table: identity() }));
            }
            if dacr != CLIENTS || ttbcr != 0 || ttbr0 & 0x3fff != 0 {
                return Err(fel.unsuitable(&format!(
                    "the MMU is set up in an unknown way (DACR {dacr:#010x}, TTBCR {ttbcr:#x}, TTBR0 {ttbr0:#010x})"
                )));
            }
            let table = fel.read_table(ttbr0)?;
            fel.run(Payload::MmuOff, &[])?;
            Ok(Some(Mmu { registers: [dacr, ttbcr, ttbr0], table }))
        })
    }

    /// Switches the MMU on with a table that suits large writes into DRAM.
    pub(super) fn resume_mmu(&mut self, mut mmu: Mmu, watch: &mut dyn Watch) -> Result<(), Error> {
        self.during(Stage::Mmu, |fel| {
            tune(&mut mmu.table);
            let bytes: Vec<u8> = mmu.table.iter().flat_map(|entry| entry.to_le_bytes()).collect();
            watch.step(StepId::START, "MMU", bytes.len() as u64);
            fel.write_checked("the MMU's table", mmu.registers[2], &mut bytes.as_slice(), watch)?;
            fel.run(Payload::MmuOn, &mmu.registers)
        })
    }

    fn read_table(&mut self, address: u32) -> Result<Vec<u32>, Error> {
        let bytes = self.read_bytes(address, 4 * ENTRIES)?;
        let table: Vec<u32> = words(&bytes).collect();
        match table.iter().enumerate().find(|&(index, &entry)| !is_identity_section(index, entry)) {
            None => Ok(table),
            Some((index, entry)) => Err(self.unsuitable(&format!(
                "the MMU's table is not the boot ROM's: entry {index:#x} is {entry:#010x}"
            ))),
        }
    }

    fn unsuitable(&self, what: &str) -> Error {
        self.error(Action::Check, Cause::ProcessorState(what.into()))
    }
}

fn is_identity_section(index: usize, entry: u32) -> bool {
    entry & 3 == 2 && entry & 1 << 18 == 0 && (entry >> 20) as usize == index
}

/// The table of a boot ROM that runs without MMU: everything uncached, its own megabyte and the first one normal memory.
fn identity() -> Vec<u32> {
    let mut table: Vec<u32> = (0..ENTRIES as u32).map(|index| index << 20 | SECTION).collect();
    table[0] |= TEX_NORMAL;
    table[LAST] |= TEX_NORMAL;
    table
}

fn tune(table: &mut [u32]) {
    for entry in &mut table[DRAM] {
        *entry = *entry & !(TEX | CACHED) | TEX_NORMAL;
    }
    table[LAST] = table[LAST] & !TEX | TEX_NORMAL | CACHED;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generated_table_maps_every_megabyte_onto_itself() {
        let table = identity();
        assert!(table.iter().enumerate().all(|(index, &entry)| is_identity_section(index, entry)));
        assert_eq!((table[0], table[1], table[0xfff]), (0x0000_1de2, 0x0010_0de2, 0xfff0_1de2));
    }

    #[test]
    fn tuning_makes_dram_write_combining_and_the_boot_rom_cached() {
        let mut table = identity();
        tune(&mut table);
        assert_eq!(
            (table[0x3ff], table[0x400], table[0xbff], table[0xc00]),
            (0x3ff0_0de2, 0x4000_1de2, 0xbff0_1de2, 0xc000_0de2)
        );
        assert_eq!(table[0xfff], 0xfff0_1dee);
        assert!(table.iter().enumerate().all(|(index, &entry)| is_identity_section(index, entry)));
    }

    #[test]
    fn a_supersection_a_table_and_a_wrong_address_are_not_the_boot_roms() {
        assert!(!is_identity_section(1, 0x0014_0de2));
        assert!(!is_identity_section(1, 0x0010_0de1));
        assert!(!is_identity_section(2, 0x0010_0de2));
    }
}
