//! Boards, as far as people told what theirs did. What is inferred says so.

use alloc::{boxed::Box, vec::Vec};
use core::time::Duration;

use super::{
    medium::{Medium, Partition},
    memory::{Kind, Window},
};
use crate::{
    families::{self, Family},
    storage,
};

/// What DRAM a board of the G12 family has: BL2 asks for the firmware of its training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Training {
    /// Pieces of `u-boot.bin` that BL2 asks for after the table of contents: bytes and place.
    Pieces(&'static [(u32, u32)]),
    /// BL2 asks for nothing.
    None,
}

/// A board.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// Its name.
    pub name: &'static str,
    /// Where its facts come from.
    pub source: &'static str,
    /// Its part.
    pub soc: &'static str,
    /// What its mask ROM calls itself.
    pub rom: (u8, u8),
    /// Its memory.
    pub windows: &'static [Window],
    /// Its chip's id.
    pub chip_id: [u8; 12],
    /// The mask ROM takes BL2 by a large transfer, and not only by control requests.
    pub large_bl2: bool,
    /// What BL2 asks for.
    pub training: Training,
    /// A restart with USB attached leads to the mask ROM, whatever is on flash.
    pub warm_reset_to_rom: bool,
    /// How long the port is empty until U-Boot is there.
    pub comeback: Duration,
    /// Sectors of its eMMC.
    pub emmc: u64,
    /// Its partitions, as a vendor's device tree has them.
    pub partitions: &'static [Partition],
    /// `wMaxPacketSize` of the bulk endpoints.
    pub max_packet: usize,
}

impl Profile {
    /// Its family.
    pub fn family(&self) -> &'static Family {
        families::by_name(self.soc).unwrap_or(&families::TABLE[0])
    }

    /// Its eMMC, blank, in memory.
    pub fn medium(&self) -> Medium {
        self.medium_on(Box::new(storage::Memory::new(self.emmc, 0)))
    }

    /// Its eMMC over sectors that are kept elsewhere.
    pub fn medium_on(&self, storage: Box<dyn storage::Storage>) -> Medium {
        Medium { storage, partitions: Vec::from(self.partitions) }
    }
}

const fn window(start: u32, length: u32, kind: Kind) -> Window {
    Window { start, length, kind }
}

/// GXBB, GXL, GXM. The ends of SRAM and of the registers are inferred from addresses that people use.
const GX: &[Window] = &[
    window(0, 0x8000_0000, Kind::Dram),
    window(0xc110_0000, 0x10_0000, Kind::Registers),
    window(0xc800_0000, 0x20_0000, Kind::Registers),
    window(0xd900_0000, 0x1_4000, Kind::Sram),
    window(0xd904_0000, 0x1_0000, Kind::Rom),
    window(0xda10_0000, 0x1_0000, Kind::Registers),
];

/// AXG; likewise.
const AXG: &[Window] = &[
    window(0, 0x4000_0000, Kind::Dram),
    window(0xff60_0000, 0x30_0000, Kind::Registers),
    window(0xfffc_0000, 0x2_0000, Kind::Sram),
    window(0xffff_0000, 0x1_0000, Kind::Rom),
];

/// G12 and SM1: SRAM and ROM as measured on an S905D3.
const G12: &[Window] = &[
    window(0, 0xe000_0000, Kind::Dram),
    window(0xff60_0000, 0x30_0000, Kind::Registers),
    window(0xfffa_0000, 0x4_8000, Kind::Sram),
    window(0xffff_0000, 0x1_0000, Kind::Rom),
];

/// As captured from a Khadas VIM3, whose DRAM is LPDDR4.
const LPDDR4: Training = Training::Pieces(&[
    (0xc000, 0x6_0000),
    (0x4000, 0x3_8000),
    (0xc000, 0x3_c000),
    (0xc000, 0x4_8000),
]);

/// Inferred: the same image has two more pieces of the same lengths in front, and boards with DDR4.
const DDR4: Training = Training::Pieces(&[
    (0xc000, 0x6_0000),
    (0x4000, 0x3_8000),
    (0xc000, 0x1_4000),
    (0xc000, 0x2_0000),
]);

const fn partition(name: &'static str, first: u64, sectors: u64) -> Partition {
    Partition { name, first, sectors }
}

/// Lengths as in vendors' tables; that the places are these is made up.
const PARTITIONS: &[Partition] = &[
    // Sector 0 is left alone: an information sector (seen on a Car Thing).
    partition("bootloader", 1, 4095),
    partition("_aml_dtb", 0x2_0000, 512),
    partition("env", 0x2_2000, 0x4000),
    partition("logo", 0x2_8000, 0x4000),
    partition("boot", 0x3_0000, 0x8000),
    partition("recovery", 0x4_0000, 0x8000),
    partition("system", 0x5_0000, 0x40_0000),
    partition("data", 0x46_0000, 0x40_0000),
];

const VIM1: Profile = Profile {
    name: "khadas-vim1",
    source: "S905X with ROM 2.4: chip id and missing chip information from aml_boot's notes; that BL2 goes by control requests from snagboot's, tested on S905X (pyamlboot's burning flow says otherwise)",
    soc: "S905X",
    rom: (2, 4),
    windows: GX,
    chip_id: [0xe3, 0x2f, 0xb7, 0xd6, 0xd3, 0x72, 0xb6, 0xd8, 0x1a, 0xe9, 0x14, 0xac],
    large_bl2: false,
    training: Training::None,
    warm_reset_to_rom: false,
    comeback: Duration::from_secs(3),
    emmc: 30_535_680,
    partitions: PARTITIONS,
    max_packet: 512,
};

/// All profiles.
pub static PROFILES: [Profile; 7] = [
    VIM1,
    Profile {
        name: "s905-box",
        source: "GXBB; its ROM's version from the vendor's tool, everything else as on GXL",
        soc: "S905",
        rom: (2, 2),
        ..VIM1
    },
    Profile { name: "s912-box", source: "GXM; as GXL", soc: "S912", ..VIM1 },
    Profile {
        name: "s400",
        source: "AXG with ROM 3.0: addresses from pyamlboot; everything else inferred",
        soc: "A113D",
        rom: (3, 0),
        windows: AXG,
        large_bl2: true,
        emmc: 15_269_888,
        ..VIM1
    },
    Profile {
        name: "khadas-vim3",
        source: "A311D with ROM 3.2: its AMLC session from pyamlboot's PROTOCOL.md; that a warm restart leads to the ROM was seen on an S905D2",
        soc: "A311D",
        rom: (3, 2),
        windows: G12,
        chip_id: *b"PPF640\x08\x01\x02\x03\x04\x05",
        large_bl2: true,
        training: LPDDR4,
        warm_reset_to_rom: true,
        emmc: 61_071_360,
        ..VIM1
    },
    Profile {
        name: "odroid-c4",
        source: "S905X3: chip id and page of an S905D3 from aml_boot's notes, DDR4 firmware inferred",
        soc: "S905X3",
        rom: (3, 2),
        windows: G12,
        chip_id: [0x50, 0x50, 0x46, 0x36, 0x34, 0x34, 8, 0, 0, 6, 0x0a, 1],
        large_bl2: true,
        training: DDR4,
        warm_reset_to_rom: true,
        emmc: 30_535_680,
        ..VIM1
    },
    Profile {
        name: "radxa-zero",
        source: "S905Y2; as the A311D with another chip id",
        soc: "S905Y2",
        rom: (3, 2),
        windows: G12,
        chip_id: *b"PPG12A\x08\x01\x02\x03\x04\x05",
        large_bl2: true,
        training: LPDDR4,
        warm_reset_to_rom: true,
        ..VIM1
    },
];

/// The profile of that name.
pub fn profile(name: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.name == name)
}
