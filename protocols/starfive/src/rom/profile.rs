//! The U-Boot of a VisionFive 2.

use alloc::{string::ToString, vec};
use core::iter::once;

use ::uboot::rom::{Countdown, Profile};

/// What U-Boot 2025.01 is on a board with a JH7110 and 4 GiB: its addresses are those of `starfive_visionfive2_defconfig`.
pub(super) fn profile() -> Profile {
    let variable = |(name, value): (&str, &str)| (name.to_string(), value.to_string());
    let variables = [("ethaddr", "6c:cf:39:00:00:01"), ("loadaddr", "40200000")];
    Profile {
        firmware: "\nOpenSBI v1.5.1\nPlatform Name : StarFive VisionFive 2\n".into(),
        version: "U-Boot 2025.01 (virtual)".into(),
        board: "CPU:   sifive,u74-mc\nDRAM:  4 GiB\n".into(),
        prompt: "StarFive # ".into(),
        countdown: Countdown::AnyKey,
        banks: once(0x4000_0000..0x1_4000_0000).collect(),
        // OpenSBI, and U-Boot below 4 GiB with the DRAM above, which its drivers do not reach.
        reserved: vec![0x4000_0000..0x4008_0000, 0xfc00_0000..0x1_4000_0000],
        code: 0xfff2_b000,
        lists_reserved: true,
        line: 256,
        environment: variables.map(variable).into(),
        ethernet: "ethernet@16030000".into(),
        ..Profile::default()
    }
}
