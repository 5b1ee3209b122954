//! The numbers of every Allwinner SoC that FEL is known on.
//!
//! Source of the layouts: the SoC table of sunxi-tools at commit d7bbd17 (2026-05-30), read as facts; of the D1's
//! numbers: xfel 1.3.6. An address here has been used on silicon by one of these tools unless its line says otherwise.

mod mmc;
mod names;
mod sid;
mod spi;
mod table;

use core::fmt;

pub use mmc::{Bit, Mmc, Pins, Port};
pub(crate) use names::vendor_word;
pub use names::{Claim, UNTRIED, Untried};
pub use spi::{Spi, SpiStyle};
use table::{D1, R528, TABLE};

/// Two regions of the same size that change places while the SPL runs: the boot ROM's own memory and its parking place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swap {
    /// Address that the boot ROM uses.
    pub rom: u32,
    /// Address where its content waits.
    pub parked: u32,
    /// Bytes.
    pub size: u32,
}

/// What the boot ROM executes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Core {
    /// AArch32, whatever the SoC can do later.
    Arm,
    /// RV64 (T-Head C906).
    RiscV,
}

/// Where the SID (security ID, eFuses) is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sid {
    /// Base of the register block.
    pub base: u32,
    /// Offset of the key words' memory map.
    pub offset: u32,
    /// The memory map returns stale data until the registers have been used (H3): always read through the registers.
    pub by_registers: bool,
    /// Named sections of the eFuses: name, byte offset, bits.
    pub sections: &'static [(&'static str, u16, u16)],
}

/// Where the AArch64 reset vector is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rvbar {
    /// Register (low word).
    pub register: u32,
    /// A second die of the same id: (version register, RVBAR register when the version's low byte is not zero).
    pub other_die: Option<(u32, u32)>,
}

/// A SoC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chip {
    /// Id of the VERSION reply.
    pub id: u16,
    /// Name.
    pub name: &'static str,
    /// The family's word in the names of device trees, as Linux and U-Boot have it.
    pub family: &'static str,
    /// Other names of the same silicon, as their makers spell them.
    pub also: &'static [&'static str],
    /// What FEL executes.
    pub core: Core,
    /// Where the SPL is loaded.
    pub spl: u32,
    /// Where small payloads are put: 0x400 bytes are free.
    pub scratch: u32,
    /// Where the thunk is put: 0x200 bytes are free.
    pub thunk: u32,
    /// What the thunk swaps, ascending by `rom`.
    pub swaps: &'static [Swap],
    /// Bytes of SRAM from `spl` on.
    pub sram: u32,
    /// Where a generated first-level translation table goes (16 KiB, aligned), where the boot ROM runs with the MMU off.
    pub mmu_table: Option<u32>,
    /// The SID, where there is one.
    pub sid: Option<Sid>,
    /// The AArch64 reset vector, on 64-bit SoCs.
    pub rvbar: Option<Rvbar>,
    /// Watchdog reset: register, value.
    pub watchdog: (u32, u32),
    /// The L2 cache has to be enabled before the SPL (A10, A13).
    pub enable_l2: bool,
    /// The instruction cache has to be disabled before the first code (stale code otherwise).
    pub disable_icache: bool,
    /// A word that reads 0 when the secure-boot fuse has put the boot ROM into the non-secure state: `smc` leads out.
    pub smc_probe: Option<u32>,
    /// The boot ROM: address, bytes.
    pub rom: (u32, u32),
    /// What VERSION reports as the scratchpad, where that has been seen.
    pub scratchpad: Option<u32>,
}

/// Bytes that are free at [`Chip::scratch`].
pub const SCRATCH_SIZE: u32 = 0x400;
/// Bytes from [`Chip::dram`] on that no SoC of the table has anything else in.
pub const DRAM_SIZE: u32 = 2 << 30;
/// What a SoC without the secure-boot fuse has at [`Chip::smc_probe`]: an instruction of its management core.
pub const PROBE_WORD: u32 = 0x1500_0000;
/// First instruction of the D1's boot ROM.
pub const D1_ROM_WORD: u32 = 0x4301_4281;
/// First instruction of the boot ROM of the R528 and the T113.
pub const R528_ROM_WORD: u32 = 0xea00_0019;

impl Chip {
    /// The longest SPL in bytes: it ends below the SRAM's end, below the parked memory and below the thunk.
    pub fn spl_limit(&self) -> u32 {
        let end = self.spl + self.sram;
        let parked = self
            .swaps
            .iter()
            .map(|swap| swap.parked)
            .filter(|parked| (self.spl..end).contains(parked));
        let thunk = (self.thunk > self.spl).then_some(self.thunk);
        parked.chain(thunk).fold(end, u32::min) - self.spl
    }

    /// Where U-Boot itself would load a boot script to: `scriptaddr` of its `sunxi-common.h`, which its own code and data
    /// keep clear of.
    pub fn script_address(&self) -> u32 {
        match self.name {
            "A80" => 0x2310_0000,
            "F1C100s" => 0x80c5_0000,
            "V3s" => 0x4190_0000,
            _ if self.rvbar.is_some() => 0x4fc0_0000,
            _ => 0x4310_0000,
        }
    }

    /// Where DRAM begins.
    pub fn dram(&self) -> u32 {
        match self.name {
            "A80" => 0x2000_0000,
            "F1C100s" => 0x8000_0000,
            _ => 0x4000_0000,
        }
    }

    /// The first address in DRAM of `length` bytes from `address` on, where there is any: DRAM's place reaches to the
    /// end of memory, or to the boot ROM there.
    pub fn dram_in(&self, address: u32, length: u64) -> Option<u32> {
        let first = address.max(self.dram());
        let is_dram = |at: u32| self.rom.0 < self.dram() || at < self.rom.0;
        let reached = u64::from(first - address) < length;
        (reached && is_dram(first)).then_some(first)
    }
}

/// A SoC that cannot be told.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unknown {
    /// The id is not in the table.
    Id(u16),
    /// The id belongs to a SoC of which no more than that is known.
    Untried(Untried),
    /// The id is shared, and the first word of the boot ROM is neither of the known ones.
    Word(u16, u32),
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "the SoC with the id {id:#06x} is not known"),
            Self::Untried(Untried { id, name }) => write!(
                f,
                "the board is {} {name} (id {id:#06x}), which is known by name only: it is untried, and where an SPL or code of ours may be put there is not settled",
                article(name)
            ),
            Self::Word(id, word) => write!(
                f,
                "the id {id:#06x} is shared by the D1 (RISC-V) and the R528/T113 (ARM), and the boot ROM's first word {word:#010x} is of neither"
            ),
        }
    }
}

impl core::error::Error for Unknown {}

/// `a` or `an`, as the name of a SoC is spoken: an H3, a D1.
pub fn article(name: &str) -> &'static str {
    if name.starts_with(['A', 'F', 'H', 'R']) { "an" } else { "a" }
}

/// Every SoC that a layout is known of, by id.
pub fn all() -> impl Iterator<Item = &'static Chip> {
    TABLE.iter()
}

/// Whether the id alone does not tell the SoC: the word at address 0 is needed.
pub fn needs_word_at_zero(id: u16) -> bool {
    id == R528.id
}

/// The SoC that reports `id`; `word_at_zero` is what the boot ROM begins with (see [`needs_word_at_zero`]).
///
/// # Errors
/// When no SoC has this id, and when several have it and the word does not tell them apart.
pub fn identify(id: u16, word_at_zero: Option<u32>) -> Result<&'static Chip, Unknown> {
    if !needs_word_at_zero(id) {
        let untried = || UNTRIED.iter().find(|soc| soc.id == id);
        let unknown = || untried().map_or(Unknown::Id(id), |soc| Unknown::Untried(*soc));
        return TABLE.iter().find(|chip| chip.id == id).ok_or_else(unknown);
    }
    match word_at_zero {
        Some(D1_ROM_WORD) => Ok(&D1),
        Some(R528_ROM_WORD) => Ok(&R528),
        word => Err(Unknown::Word(id, word.unwrap_or(0))),
    }
}

/// The SoC of that name, under any of its names.
pub fn by_name(name: &str) -> Option<&'static Chip> {
    TABLE.iter().find(|chip| chip.names().any(|known| known.eq_ignore_ascii_case(name)))
}

/// The SoC that a U-Boot device tree's name speaks of, where that is one of the table. See [`Claim`].
pub fn by_dt_name(name: &str) -> Option<&'static Chip> {
    Claim::of(name)?.chip()
}

impl Chip {
    fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        [self.name].into_iter().chain(self.also.iter().copied())
    }
}

#[cfg(test)]
mod tests;
