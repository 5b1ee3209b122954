//! The SoCs and their properties.

use core::ops::Range;

/// A SoC.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Chip {
    /// Its name.
    pub name: &'static str,
    /// Where the SPL can load programs: DRAM that every board has and that the SPL does not use itself.
    pub memory: Range<u64>,
}

/// DRAM begins at 0x4000_0000; the SPL's heap, which holds the FIT while it is loaded, at 0x8000_0000 (U-Boot
/// `configs/starfive_visionfive2_defconfig`, `SPL_CUSTOM_SYS_MALLOC_ADDR`). No board has less than 1 GiB.
pub const JH7110: Chip = Chip { name: "JH7110", memory: 0x4000_0000..0x8000_0000 };
