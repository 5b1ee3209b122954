//! Boards that people measured, as far as they said what they saw. What is inferred says so.

use alloc::{vec, vec::Vec};
use core::time::Duration;

use super::Medium;
use crate::chips::{self, Chip};

/// Who wrote the program that takes commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// The vendor: usbplug, or the loader on flash.
    Vendor,
    /// Mainline U-Boot's rockusb gadget.
    Mainline,
}

/// What a status has instead of a residue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Residue {
    /// The residue.
    True,
    /// The reply's length, with its bytes in the other order.
    ReplyLength,
}

/// A board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Its name.
    pub name: &'static str,
    /// Where its facts come from.
    pub source: &'static str,
    /// Its SoC's name.
    pub soc: &'static str,
    /// Who wrote what takes commands.
    pub program: Program,
    /// Answer to READ CHIP INFO.
    pub chip_info: [u8; 16],
    /// Answer to READ CAPABILITY.
    pub capability: [u8; 8],
    /// Reads above 32 MiB are faked.
    pub wall: bool,
    /// What a status has instead of a residue.
    pub residue: Residue,
    /// How long the port is empty after a download.
    pub comeback: Duration,
    /// usbplug names strings.
    pub usbplug_strings: bool,
    /// The loader names strings.
    pub loader_strings: bool,
    /// Address of the endpoint towards usbplug and loader.
    pub out: u8,
    /// RESET with subcode 3 leads to the mask ROM.
    pub resets_to_maskrom: bool,
    /// RESET with other subcodes does what they say.
    pub knows_resets: bool,
    /// A read that fails halts the endpoint; elsewhere zeros are sent.
    pub stalls: bool,
    /// Sectors of its eMMC; 0: it has none.
    pub emmc: u32,
    /// Sectors of its SPI NOR; 0: it has none.
    pub spi_nor: u32,
    /// Sectors of its SPI NAND; 0: it has none.
    pub spi_nand: u32,
    /// Sectors of its raw NAND; 0: it has none.
    pub nand: u32,
    /// `wMaxPacketSize` of the bulk endpoints.
    pub max_packet: usize,
}

impl Profile {
    /// Its SoC.
    pub fn chip(&self) -> &'static Chip {
        chips::by_name(self.soc).unwrap_or(&chips::TABLE[0])
    }

    /// Its media, blank, in memory.
    pub fn media(&self) -> Vec<Medium> {
        let mut media = vec![];
        if self.emmc > 0 {
            media.push(Medium::emmc(self.emmc));
        }
        if self.nand > 0 {
            media.push(Medium::nand(self.nand));
        }
        if self.spi_nand > 0 {
            media.push(Medium::spi_nand(self.spi_nand));
        }
        if self.spi_nor > 0 {
            media.push(Medium::spi_nor(self.spi_nor));
        }
        media
    }
}

const fn chip_info(start: [u8; 4], tail: [u8; 12]) -> [u8; 16] {
    let mut bytes = [0; 16];
    let mut index = 0;
    while index < 16 {
        bytes[index] = if index < 4 { start[index] } else { tail[index - 4] };
        index += 1;
    }
    bytes
}

const R6S: Profile = Profile {
    name: "nanopi-r6s",
    source: "NanoPi R6S, measured by pyrographer; what a reset with a subcode does there is from the vendor's U-Boot",
    soc: "RK3588",
    program: Program::Vendor,
    chip_info: chip_info(*b"8853", [0xff; 12]),
    capability: [0x3f, 7, 0, 0, 0, 0, 0, 0],
    wall: false,
    residue: Residue::ReplyLength,
    comeback: Duration::from_millis(800),
    usbplug_strings: true,
    loader_strings: true,
    out: 1,
    resets_to_maskrom: true,
    knows_resets: false,
    stalls: false,
    emmc: 60_620_800,
    spi_nor: 0,
    spi_nand: 0,
    nand: 0,
    max_packet: 512,
};

const CM4: Profile = Profile {
    name: "orangepi-cm4",
    source: "RK3566, chip and flash info reported by bmcd's authors, endpoints and missing strings by rk_boot's; capability inferred",
    soc: "RK3566",
    chip_info: chip_info(
        *b"8653",
        [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe, 0xff, 0xff],
    ),
    capability: [0x3f, 3, 0, 0, 0, 0, 0, 0],
    residue: Residue::True,
    usbplug_strings: false,
    stalls: true,
    emmc: 61_071_360,
    ..R6S
};

const RK3308: Profile = Profile {
    name: "rk3308-nand",
    source: "RK3308 with 256 MiB of NAND; behaviour from the vendor's U-Boot at 63c5561, none of it measured",
    soc: "RK3308",
    chip_info: chip_info(*b"E033", [0; 12]),
    capability: [0x2f, 2, 0, 0, 0, 0, 0, 0],
    residue: Residue::True,
    emmc: 0,
    nand: 524_288,
    ..R6S
};

const T4: Profile = Profile {
    name: "nanopc-t4",
    source: "RK3399, size of the eMMC as reported; that reads are real from rockchiprs' pull request 52; the rest inferred",
    soc: "RK3399",
    chip_info: chip_info(*b"C033", [0; 12]),
    capability: [0x2f, 0, 0, 0, 0, 0, 0, 0],
    residue: Residue::True,
    knows_resets: true,
    emmc: 30_535_680,
    ..R6S
};

/// Cameras' SoCs. What their usbplug answers has not been published: all of it is inferred from the RK3576's.
const RV1106: Profile = Profile {
    name: "luckfox-pico-pro",
    source: "Luckfox Pico Pro with 256 MiB of SPI NAND, whose layout is its maker's; answers inferred, none of it measured",
    soc: "RV1106",
    chip_info: chip_info(*b"6011", [0; 12]),
    capability: [0x37, 3, 0, 0, 0, 0, 0, 0],
    wall: true,
    residue: Residue::True,
    emmc: 0,
    spi_nand: 524_288,
    ..R6S
};

/// All profiles.
pub static PROFILES: [Profile; 18] = [
    R6S,
    Profile {
        name: "h96-max-m9",
        source: "RK3576 TV box with rkbin v1.12.108, measured by pyrographer; its capability was not asked for: that reads are off is inferred from the wall",
        soc: "RK3576",
        chip_info: chip_info(*b"6753", [0; 12]),
        capability: [0x37, 3, 0, 0, 0, 0, 0, 0],
        wall: true,
        comeback: Duration::from_millis(3200),
        emmc: 244_285_440,
        ..R6S
    },
    CM4,
    Profile {
        name: "phicomm-r1",
        source: "RK3229, a lab journal; capability and strings inferred",
        soc: "RK322x",
        chip_info: chip_info(*b"A223", [0xff; 12]),
        capability: [0x2f, 0, 0, 0, 0, 0, 0, 0],
        residue: Residue::True,
        comeback: Duration::from_millis(706),
        loader_strings: false,
        out: 2,
        emmc: 15_269_888,
        ..R6S
    },
    T4,
    Profile {
        name: "turing-rk1",
        source: "RK3588 with a vendor loader on flash that has the wall, as BMC-Firmware's pull request 117 reports; capability inferred",
        capability: [0x37, 7, 0, 0, 0, 0, 0, 0],
        wall: true,
        residue: Residue::True,
        emmc: 61_071_360,
        ..R6S
    },
    Profile {
        name: "rock-5b",
        source: "RK3588 with eMMC and 16 MiB of SPI NOR; behaviour of the SPI NOR from the vendor's U-Boot at 63c5561",
        spi_nor: 32_768,
        ..R6S
    },
    RK3308,
    Profile {
        name: "mainline-gadget",
        source: "RK3576 with mainline U-Boot's rockusb gadget, from its source at v2026.10-rc2 and pyrographer's console",
        soc: "RK3576",
        program: Program::Mainline,
        chip_info: chip_info(*b"6753", [0; 12]),
        capability: [0; 8],
        emmc: 244_285_440,
        ..R6S
    },
    Profile {
        name: "rock64",
        source: "RK3328 with eMMC; that reads are real from rockchiprs' pull request 52, the rest inferred from the RK3399's",
        soc: "RK3328",
        chip_info: chip_info(*b"H223", [0; 12]),
        emmc: 30_535_680,
        ..T4
    },
    Profile {
        name: "odroid-m1",
        source: "RK3568 with eMMC and 16 MiB of SPI NOR; inferred from the RK3566's and, for the SPI NOR, from the vendor's U-Boot",
        soc: "RK3568",
        spi_nor: 32_768,
        ..CM4
    },
    Profile {
        name: "radxa-e20c",
        source: "RK3528 with eMMC; nothing was measured: inferred from the RK3576's",
        soc: "RK3528",
        chip_info: chip_info(*b"8253", [0; 12]),
        capability: [0x37, 3, 0, 0, 0, 0, 0, 0],
        wall: true,
        emmc: 30_535_680,
        ..R6S
    },
    Profile {
        name: "rk3308-emmc",
        source: "RK3308 with eMMC; inferred from the one with NAND",
        emmc: 15_269_888,
        nand: 0,
        ..RK3308
    },
    RV1106,
    Profile {
        name: "luckfox-pico-plus",
        source: "Luckfox Pico Plus (RV1103) with 128 MiB of SPI NAND; answers inferred, none of it measured",
        soc: "RV1103",
        spi_nand: 262_144,
        ..RV1106
    },
    Profile {
        name: "luckfox-pico-ultra",
        source: "Luckfox Pico Ultra (RV1106) with eMMC; answers inferred, none of it measured",
        emmc: 15_269_888,
        spi_nand: 0,
        ..RV1106
    },
    Profile {
        name: "luckfox-aura",
        source: "Luckfox Aura (RV1126B) with eMMC; answers inferred, none of it measured",
        soc: "RV1126B",
        chip_info: chip_info(*b"F011", [0; 12]),
        emmc: 61_071_360,
        spi_nand: 0,
        ..RV1106
    },
    Profile {
        name: "rv1103b-camera",
        source: "RV1103B with 16 MiB of SPI NOR; answers inferred, none of it measured",
        soc: "RV1103B",
        chip_info: chip_info(*b"E011", [0; 12]),
        spi_nor: 32_768,
        spi_nand: 0,
        ..RV1106
    },
];

/// The profile of that name.
pub fn profile(name: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.name == name)
}
