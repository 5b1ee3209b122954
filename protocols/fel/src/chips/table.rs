//! The table itself.
//!
//! The MMU's table is given where the boot ROM is known to run with the MMU off; A10, A13, A20, A23 and A31 run with it
//! on, the others have none because no place for it has been tried.

use super::{Chip, Core, Rvbar, Sid, Swap, sid};

const fn swap(rom: u32, parked: u32, size: u32) -> Swap {
    Swap { rom, parked, size }
}

const SWAP_A10: [Swap; 3] =
    [swap(0x1c00, 0xa400, 0x400), swap(0x5c00, 0xa800, 0x1400), swap(0x7c00, 0xbc00, 0x400)];
const SWAP_A31: [Swap; 2] = [swap(0x1800, 0x0002_0000, 0x800), swap(0x5c00, 0x0002_0800, 0x2400)];
const SWAP_AR100: [Swap; 2] = [swap(0x1800, 0x0004_4000, 0x800), swap(0x5c00, 0x0004_4800, 0x2400)];
const SWAP_A64: [Swap; 3] = [
    swap(0x0001_1c00, 0x0003_1400, 0x400),
    swap(0x0001_5c00, 0x0003_1800, 0x1400),
    swap(0x0001_7c00, 0x0003_2c00, 0x400),
];
const SWAP_A80: [Swap; 2] =
    [swap(0x0001_1800, 0x0002_0000, 0x800), swap(0x0001_5400, 0x0002_0800, 0x2c00)];
const SWAP_H6: [Swap; 3] = [
    swap(0x0002_1c00, 0x0004_2400, 0x400),
    swap(0x0002_5c00, 0x0004_2800, 0x1400),
    swap(0x0002_7c00, 0x0004_3c00, 0x400),
];
const SWAP_T7: [Swap; 3] = [
    swap(0x0002_1c00, 0x0004_e400, 0x400),
    swap(0x0002_5c00, 0x0004_e800, 0x1400),
    swap(0x0002_7c00, 0x0004_fc00, 0x400),
];
const SWAP_V831: [Swap; 1] = [swap(0x0002_1000, 0x0003_8000, 0x1000)];
const SWAP_H616: [Swap; 1] = [swap(0x0002_1000, 0x0005_2a00, 0x1000)];
const SWAP_A133: [Swap; 1] = [swap(0x0002_1000, 0x0004_0000, 0x400)];
const SWAP_A523: [Swap; 1] = [swap(0x0004_5000, 0x0004_0200, 0x400)];
const SWAP_R329: [Swap; 1] = [swap(0x0010_1000, 0x0013_bc00, 0x400)];
const SWAP_F1C: [Swap; 3] =
    [swap(0x1c00, 0x9000, 0x400), swap(0x5c00, 0x9400, 0x1400), swap(0x7c00, 0xa800, 0x400)];

const WATCHDOG_A10: (u32, u32) = (0x01c2_0c94, 3);
const WATCHDOG_H3: (u32, u32) = (0x01c2_0cb8, 1);
const WATCHDOG_A80: (u32, u32) = (0x0600_0cb8, 1);
const WATCHDOG_H6: (u32, u32) = (0x0300_90b8, 1);
const WATCHDOG_V853: (u32, u32) = (0x0205_00b8, 0x16aa_0001);
const WATCHDOG_A523: (u32, u32) = (0x0205_0008, 0x16aa_0001);

/// The older boot ROMs: 32 KiB at the high vectors.
const HIGH_ROM: (u32, u32) = (0xffff_0000, 0x8000);
/// The newer ones: 48 KiB at 0, as the manuals of A64, H5, H6 and H616 have it; inferred for the others.
const LOW_ROM: (u32, u32) = (0, 0xc000);

/// What most SoCs are.
const PLAIN: Chip = Chip {
    id: 0,
    name: "",
    family: "",
    also: &[],
    core: Core::Arm,
    spl: 0,
    scratch: 0,
    thunk: 0,
    swaps: &[],
    sram: 0,
    mmu_table: None,
    sid: None,
    rvbar: None,
    watchdog: (0, 0),
    enable_l2: false,
    disable_icache: false,
    smc_probe: None,
    rom: HIGH_ROM,
    scratchpad: None,
};

const A10: Chip = Chip {
    id: 0x1623,
    name: "A10",
    family: "sun4i",
    spl: 0,
    scratch: 0x1000,
    thunk: 0xa200,
    swaps: &SWAP_A10,
    sram: 48 << 10,
    sid: Some(Sid { base: 0x01c2_3800, offset: 0, by_registers: false, sections: sid::NONE }),
    watchdog: WATCHDOG_A10,
    enable_l2: true,
    scratchpad: Some(0x7e00),
    ..PLAIN
};

const A13: Chip = Chip {
    id: 0x1625,
    name: "A13",
    family: "sun5i",
    also: &["A10s", "R8"],
    spl: 0,
    scratch: 0x1000,
    thunk: 0xa200,
    swaps: &SWAP_A10,
    sram: 48 << 10,
    sid: Some(Sid { base: 0x01c2_3800, offset: 0, by_registers: false, sections: sid::NONE }),
    watchdog: WATCHDOG_A10,
    enable_l2: true,
    scratchpad: Some(0x7e00),
    ..PLAIN
};

const A20: Chip = Chip {
    id: 0x1651,
    name: "A20",
    family: "sun7i",
    spl: 0,
    scratch: 0x1000,
    thunk: 0xa200,
    swaps: &SWAP_A10,
    sram: 48 << 10,
    sid: Some(Sid { base: 0x01c2_3800, offset: 0, by_registers: false, sections: sid::PLAIN }),
    watchdog: WATCHDOG_A10,
    scratchpad: Some(0x7e00),
    ..PLAIN
};

const A23: Chip = Chip {
    id: 0x1650,
    name: "A23",
    family: "sun8i",
    spl: 0,
    scratch: 0x1000,
    thunk: 0x0004_6e00,
    swaps: &SWAP_AR100,
    sram: 64 << 10,
    sid: Some(Sid { base: 0x01c2_3800, offset: 0, by_registers: false, sections: sid::PLAIN }),
    watchdog: WATCHDOG_H3,
    scratchpad: Some(0x7e00),
    ..PLAIN
};

const A31: Chip = Chip {
    id: 0x1633,
    name: "A31",
    family: "sun6i",
    spl: 0,
    scratch: 0x1000,
    thunk: 0x0002_2e00,
    swaps: &SWAP_A31,
    sram: 32 << 10,
    watchdog: WATCHDOG_H3,
    scratchpad: Some(0x7e00),
    ..PLAIN
};

const A33: Chip = Chip {
    id: 0x1667,
    name: "A33",
    family: "sun8i",
    also: &["R16"],
    spl: 0,
    scratch: 0x1000,
    thunk: 0x0004_6e00,
    swaps: &SWAP_AR100,
    sram: 32 << 10,
    sid: Some(Sid { base: 0x01c2_3800, offset: 0, by_registers: false, sections: sid::PLAIN }),
    watchdog: WATCHDOG_H3,
    scratchpad: Some(0x7e00),
    ..PLAIN
};

const A64: Chip = Chip {
    id: 0x1689,
    name: "A64",
    family: "sun50i",
    spl: 0x0001_0000,
    scratch: 0x0001_1000,
    thunk: 0x0003_1200,
    swaps: &SWAP_A64,
    sram: 140 << 10,
    sid: Some(Sid { base: 0x01c1_4000, offset: 0x200, by_registers: false, sections: sid::H3 }),
    rvbar: Some(Rvbar { register: 0x0170_00a0, other_die: None }),
    watchdog: WATCHDOG_H3,
    smc_probe: Some(0x0004_0004),
    rom: LOW_ROM,
    ..PLAIN
};

const A80: Chip = Chip {
    id: 0x1639,
    name: "A80",
    family: "sun9i",
    spl: 0x0001_0000,
    scratch: 0x0001_1000,
    thunk: 0x0002_3400,
    swaps: &SWAP_A80,
    sram: 40 << 10,
    sid: Some(Sid { base: 0x01c0_e000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    watchdog: WATCHDOG_A80,
    rom: LOW_ROM,
    ..PLAIN
};

const F1C100S: Chip = Chip {
    id: 0x1663,
    name: "F1C100s",
    family: "suniv",
    also: &["F1C200s"],
    spl: 0,
    scratch: 0x1000,
    thunk: 0xb400,
    swaps: &SWAP_F1C,
    sram: 32 << 10,
    watchdog: WATCHDOG_H3,
    ..PLAIN
};

const A83T: Chip = Chip {
    id: 0x1673,
    name: "A83T",
    family: "sun8i",
    spl: 0,
    scratch: 0x1000,
    thunk: 0x0004_6e00,
    swaps: &SWAP_AR100,
    sram: 32 << 10,
    mmu_table: Some(0x0004_4000),
    sid: Some(Sid { base: 0x01c1_4000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    watchdog: WATCHDOG_H3,
    scratchpad: Some(0x7e00),
    ..PLAIN
};

const H3: Chip = Chip {
    id: 0x1680,
    name: "H3",
    family: "sun8i",
    also: &["H2+"],
    spl: 0,
    scratch: 0x1000,
    thunk: 0xa200,
    swaps: &SWAP_A10,
    sram: 108 << 10,
    mmu_table: Some(0x8000),
    sid: Some(Sid { base: 0x01c1_4000, offset: 0x200, by_registers: true, sections: sid::H3 }),
    watchdog: WATCHDOG_H3,
    smc_probe: Some(0x0004_0004),
    scratchpad: Some(0x7e00),
    ..PLAIN
};

const V3S: Chip = Chip {
    id: 0x1681,
    name: "V3s",
    family: "sun8i",
    also: &["V3", "S3"],
    spl: 0,
    scratch: 0x1000,
    thunk: 0xa200,
    swaps: &SWAP_A10,
    sram: 60 << 10,
    mmu_table: Some(0x8000),
    sid: Some(Sid { base: 0x01c2_3800, offset: 0, by_registers: false, sections: sid::PLAIN }),
    watchdog: WATCHDOG_H3,
    ..PLAIN
};

const T7: Chip = Chip {
    id: 0x1708,
    name: "T7",
    family: "sun8i",
    spl: 0x0002_0000,
    scratch: 0x0002_1000,
    thunk: 0x0004_e200,
    swaps: &SWAP_T7,
    sram: 184 << 10,
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::T7 }),
    watchdog: WATCHDOG_H6,
    rom: LOW_ROM,
    ..PLAIN
};

const H5: Chip = Chip {
    id: 0x1718,
    name: "H5",
    family: "sun50i",
    spl: 0x0001_0000,
    scratch: 0x0001_1000,
    thunk: 0x0003_1200,
    swaps: &SWAP_A64,
    sram: 140 << 10,
    sid: Some(Sid { base: 0x01c1_4000, offset: 0x200, by_registers: false, sections: sid::H3 }),
    rvbar: Some(Rvbar { register: 0x0170_00a0, other_die: None }),
    watchdog: WATCHDOG_H3,
    smc_probe: Some(0x0004_0004),
    rom: LOW_ROM,
    ..PLAIN
};

const R40: Chip = Chip {
    id: 0x1701,
    name: "R40",
    family: "sun8i",
    also: &["A40i", "T3", "V40"],
    spl: 0,
    scratch: 0x1000,
    thunk: 0xa200,
    swaps: &SWAP_A10,
    sram: 48 << 10,
    sid: Some(Sid { base: 0x01c1_b000, offset: 0x200, by_registers: false, sections: sid::R40 }),
    watchdog: WATCHDOG_A10,
    scratchpad: Some(0x7e00),
    ..PLAIN
};

const A63: Chip = Chip {
    id: 0x1719,
    name: "A63",
    family: "sun50i",
    spl: 0x0002_0000,
    scratch: 0x0002_1000,
    thunk: 0x0004_2200,
    swaps: &SWAP_H6,
    sram: 144 << 10,
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    rvbar: Some(Rvbar { register: 0x0901_0040, other_die: None }),
    watchdog: WATCHDOG_H6,
    rom: LOW_ROM,
    ..PLAIN
};

const H6: Chip = Chip {
    id: 0x1728,
    name: "H6",
    family: "sun50i",
    spl: 0x0002_0000,
    scratch: 0x0002_1000,
    thunk: 0x0004_2200,
    swaps: &SWAP_H6,
    sram: 144 << 10,
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::H6 }),
    rvbar: Some(Rvbar { register: 0x0901_0040, other_die: None }),
    watchdog: WATCHDOG_H6,
    smc_probe: Some(0x0010_0004),
    rom: LOW_ROM,
    ..PLAIN
};

const V536: Chip = Chip {
    id: 0x1816,
    name: "V536",
    family: "sun8i",
    spl: 0x0002_0000,
    scratch: 0x0002_1000,
    thunk: 0x0002_a200,
    swaps: &SWAP_V831,
    sram: 228 << 10,
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    watchdog: WATCHDOG_H6,
    rom: LOW_ROM,
    scratchpad: Some(0x0002_7e00),
    ..PLAIN
};

const V831: Chip = Chip {
    id: 0x1817,
    name: "V831",
    family: "sun8i",
    spl: 0x0002_0000,
    scratch: 0x0002_1000,
    thunk: 0x0002_a200,
    swaps: &SWAP_V831,
    sram: 228 << 10,
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    watchdog: WATCHDOG_H6,
    rom: LOW_ROM,
    ..PLAIN
};

const H616: Chip = Chip {
    id: 0x1823,
    name: "H616",
    family: "sun50i",
    also: &["H313", "H618", "H700", "T507", "T517"],
    spl: 0x0002_0000,
    scratch: 0x0002_1000,
    thunk: 0x0005_3a00,
    swaps: &SWAP_H616,
    sram: 207 << 10,
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    rvbar: Some(Rvbar { register: 0x0901_0040, other_die: Some((0x0300_0024, 0x0810_0040)) }),
    watchdog: WATCHDOG_H6,
    rom: LOW_ROM,
    scratchpad: Some(0x0002_7e00),
    ..PLAIN
};

const R329: Chip = Chip {
    id: 0x1851,
    name: "R329",
    family: "sun50i",
    spl: 0x0010_0000,
    scratch: 0x0010_1000,
    thunk: 0x0013_ba00,
    swaps: &SWAP_R329,
    sram: 1856 << 10,
    mmu_table: Some(0x0013_0000),
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    rvbar: Some(Rvbar { register: 0x0810_0040, other_die: None }),
    watchdog: WATCHDOG_H6,
    rom: LOW_ROM,
    ..PLAIN
};

const V853: Chip = Chip {
    id: 0x1886,
    name: "V853",
    family: "sun8i",
    also: &["V851"],
    spl: 0x0002_0000,
    scratch: 0x0002_1000,
    thunk: 0x0003_a200,
    swaps: &SWAP_V831,
    sram: 132 << 10,
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    watchdog: WATCHDOG_V853,
    disable_icache: true,
    rom: LOW_ROM,
    ..PLAIN
};

pub(super) const R528: Chip = Chip {
    id: 0x1859,
    name: "R528",
    family: "sun8i",
    also: &["T113-S3", "T113"],
    spl: 0x0002_0000,
    scratch: 0x0002_1000,
    thunk: 0x0003_a200,
    swaps: &SWAP_V831,
    sram: 160 << 10,
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    watchdog: WATCHDOG_V853,
    disable_icache: true,
    rom: LOW_ROM,
    scratchpad: Some(0x0004_5000),
    ..PLAIN
};

const V5: Chip = Chip {
    id: 0x1721,
    name: "V5",
    family: "sun8i",
    spl: 0x0002_0000,
    scratch: 0x0002_1000,
    thunk: 0x0004_2200,
    swaps: &SWAP_H6,
    sram: 136 << 10,
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    watchdog: WATCHDOG_H6,
    rom: LOW_ROM,
    ..PLAIN
};

const A523: Chip = Chip {
    id: 0x1890,
    name: "A523",
    family: "sun55i",
    also: &["A527", "T527", "MR527", "H728"],
    spl: 0x0004_4000,
    scratch: 0x0004_5000,
    thunk: 0x0004_0000,
    swaps: &SWAP_A523,
    sram: 96 << 10,
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    rvbar: Some(Rvbar { register: 0x0800_0040, other_die: None }),
    watchdog: WATCHDOG_A523,
    disable_icache: true,
    rom: (0, 0x2_0000),
    scratchpad: Some(0x0006_1500),
    ..PLAIN
};

const A133: Chip = Chip {
    id: 0x1855,
    name: "A133",
    family: "sun50i",
    also: &["R818"],
    spl: 0x0002_0000,
    scratch: 0x0002_1000,
    thunk: 0x0004_0400,
    swaps: &SWAP_A133,
    sram: 148 << 10,
    sid: Some(Sid { base: 0x0300_6000, offset: 0x200, by_registers: false, sections: sid::PLAIN }),
    rvbar: Some(Rvbar { register: 0x0810_0040, other_die: None }),
    watchdog: WATCHDOG_H6,
    smc_probe: Some(0x0010_0004),
    rom: LOW_ROM,
    scratchpad: Some(0x0004_2200),
    ..PLAIN
};

/// Shares its id with the R528. Code is put where xfel puts and runs its own (0x20000); the watchdog is xfel's.
pub(super) const D1: Chip = Chip {
    name: "D1",
    family: "sun20i",
    also: &["D1s", "F133"],
    core: Core::RiscV,
    scratch: 0x0002_0000,
    thunk: 0,
    swaps: &[],
    watchdog: (0x0205_00a8, 0x16aa_0001),
    disable_icache: false,
    ..R528
};

pub(super) static TABLE: [Chip; 27] = [
    A10, A13, A20, A23, A31, A33, A64, A80, F1C100S, A83T, H3, V3S, T7, H5, R40, A63, H6, V536,
    V831, H616, R329, V853, R528, V5, A523, A133, D1,
];
