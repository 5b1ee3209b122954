//! The numbers of every Allwinner SoC that FEL is known on.
//!
//! Source of the layouts: the SoC table of sunxi-tools at commit d7bbd17 (2026-05-30), read as facts; of the D1's
//! numbers: xfel 1.3.6. An address here has been used on silicon by one of these tools unless its line says otherwise.

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
pub struct Chip {
    /// Id of the VERSION reply.
    pub id: u16,
    /// Name.
    pub name: &'static str,
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
    /// What the thunk swaps, ascending.
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
}
