//! Boards as people described them. No profile was measured as a whole; what is inferred or made up says so.

use core::time::Duration;

use crate::adnl::wire::{self, Stage};

/// A window of the boot file that BL2 asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its length in bytes.
    pub size: u32,
    /// Where it begins.
    pub offset: u32,
}

const fn window(size: u32, offset: u32) -> Window {
    Window { size, offset }
}

/// A partition of the eMMC, in sectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// Where it begins.
    pub start: u64,
    /// Its length.
    pub sectors: u64,
}

const fn part(name: &'static str, start: u64, sectors: u64) -> Part {
    Part { name, start, sectors }
}

/// The vendor's usual order (reserved area at 36 MiB); the sizes are made up, small enough for tests.
const PARTS: [Part; 9] = [
    part("bootloader", 0, 8192),
    part("gpt", 8192, 128),
    part("_aml_dtb", 81_920, 512),
    part("env", 139_264, 16_384),
    part("logo", 155_648, 16_384),
    part("dtbo_a", 172_032, 4096),
    part("boot_a", 180_224, 131_072),
    part("super", 327_680, 2_097_152),
    part("data", 2_424_832, 1_048_576),
];

/// A board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Its name.
    pub name: &'static str,
    /// Where its facts come from.
    pub source: &'static str,
    /// The family's number.
    pub family: u32,
    /// The protocol that the mask ROM names.
    pub rom_protocol: u8,
    /// The protocol that all others name.
    pub protocol: u8,
    /// Above 0: it disconnects between BL2 and BL2E.
    pub minor: u8,
    /// Bytes after OKAY in which the mask ROM identifies itself.
    pub rom_identify: usize,
    /// The mask ROM wants this many bytes of the file's beginning before the rest.
    pub first_sect: Option<u32>,
    /// Bytes that the mask ROM wants.
    pub download: u32,
    /// What the mask ROM's answer to `downloadsize` has after its end.
    pub stale: &'static str,
    /// Mask ROM and BL2 know `setvar:burnsteps`.
    pub burnsteps: bool,
    /// What BL2 asks for.
    pub bl2: &'static [Window],
    /// What BL2E asks for; nothing: there is no BL2E.
    pub bl2e: &'static [Window],
    /// BL2 is busy after its first window.
    pub waits: bool,
    /// How long the port is empty before BL2, BL2E and U-Boot.
    pub comeback: [Duration; 3],
    /// How long it is empty on the way to the mask ROM.
    pub to_rom: Duration,
    /// The storage's header has to be in memory first.
    pub sheader: bool,
    /// The chip's number.
    pub id: [u8; 12],
    /// Sectors of its eMMC.
    pub emmc: u64,
    /// Its partitions.
    pub parts: &'static [Part],
    /// `wMaxPacketSize` of the bulk endpoints.
    pub max_packet: usize,
}

impl Profile {
    /// Bytes of a boot file that serves it: what mask ROM, BL2 and BL2E ask for.
    pub fn boot_file(&self) -> usize {
        let rom = self.rom_offset() + self.download;
        let windows = self.bl2.iter().chain(self.bl2e);
        windows.map(|window| window.offset + window.size).fold(rom, u32::max) as usize
    }

    /// Where in the boot file the mask ROM's part begins.
    pub fn rom_offset(&self) -> u32 {
        if self.first_sect.is_some() { 0x1000 } else { 0 }
    }

    /// How long the port is empty before a stage.
    pub(super) fn before(&self, stage: Stage) -> Duration {
        match stage {
            Stage::BL2 => self.comeback[0],
            Stage::BL2E => self.comeback[1],
            Stage::UBOOT => self.comeback[2],
            _ => self.to_rom,
        }
    }
}

const S905X4: Profile = Profile {
    name: "s905x4",
    source: "SC2: downloadsize and windows as BrightDotAi's fork of aml_boot replays them for a box; times and the size of the eMMC made up",
    family: 0x32,
    rom_protocol: 6,
    protocol: 6,
    minor: 0,
    rom_identify: 8,
    first_sect: None,
    download: 0x3_f800,
    stale: "\0max-download-size\0serialno\0",
    burnsteps: false,
    bl2: &[
        window(0x9600, 0x6_4000),
        window(0x9600, 0x8_c000),
        window(0x9600, 0x9_6000),
        window(0x9600, 0x6_e000),
        window(0x9600, 0x7_8000),
        window(0x9600, 0x8_2000),
        window(0x1_1000, 0x4_2000),
    ],
    bl2e: &[window(0x1_1000, 0x5_3000), window(0x8000, 0xa_4000), window(0x26_c260, 0xa_c000)],
    waits: false,
    comeback: [
        Duration::from_millis(1500),
        Duration::from_millis(1500),
        Duration::from_millis(3000),
    ],
    to_rom: Duration::from_millis(2500),
    sheader: false,
    id: [0x32, 0x0b, 0x04, 0, 0x01, 0x15, 0x1b, 0, 0x33, 0x32, 0x36, 0x32],
    emmc: 15_269_888,
    parts: &PARTS,
    max_packet: wire::REPLY_MOST,
};

/// All profiles.
pub static PROFILES: [Profile; 3] = [
    S905X4,
    Profile {
        name: "s905x5",
        source: "S6 (Ugoos AM9 Pro): sizes, order and times of a captured burn; the windows' offsets, which of them BL2 asks for, and the meaning of the re-enumeration between are inferred",
        family: 0x48,
        rom_protocol: 8,
        minor: 1,
        rom_identify: 65,
        first_sect: Some(0x400),
        download: 0x4_2800,
        stale: "",
        bl2: &[window(0x1_b000, 0x4_4000), window(0x1_b000, 0x5_f000)],
        bl2e: &[window(0x5_2000, 0x7_a000), window(0x22_a480, 0xc_c000)],
        waits: true,
        comeback: [
            Duration::from_millis(4958),
            Duration::from_millis(3400),
            Duration::from_millis(5000),
        ],
        to_rom: Duration::from_millis(6047),
        sheader: true,
        id: [0x48, 0x0a, 0x0b, 0, 0x01, 0x2e, 0x10, 0, 0x31, 0x33, 0x30, 0x39],
        emmc: 61_071_360,
        ..S905X4
    },
    Profile {
        name: "a113l",
        source: "A1 (protocol 5): the flow as pyamlboot describes it; downloadsize, windows and times made up",
        family: 0x2c,
        rom_protocol: 5,
        protocol: 5,
        download: 0x1_0000,
        stale: "",
        burnsteps: true,
        bl2: &[window(0x4000, 0x1_0000), window(0xc000, 0x1_8000), window(0x5_0123, 0x2_4000)],
        bl2e: &[],
        id: [0x2c, 0x10, 0x01, 0, 0x01, 0x11, 0x0f, 0, 0x35, 0x30, 0x37, 0x33],
        ..S905X4
    },
];

/// The profile of that name.
pub fn profile(name: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.name == name)
}
