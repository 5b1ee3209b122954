//! Boards as people described them. No profile was measured as a whole; what is inferred or made up says so.

use core::time::Duration;

use super::RESTART;

/// A program that speaks fastboot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Program {
    /// TH1520's boot ROM.
    Th1520Rom,
    /// The vendor's U-Boot for it.
    Th1520Uboot,
    /// K1's boot ROM.
    K1Rom,
    /// The first stage that it was sent.
    K1Spl,
    /// The vendor's U-Boot for it.
    K1Uboot,
    /// Mainline's U-Boot on any board.
    Uboot,
}

/// A partition that is not in a GPT, in sectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// Where it begins.
    pub start: u64,
    /// Its length; 0: all that is left.
    pub sectors: u64,
}

const fn part(name: &'static str, start: u64, sectors: u64) -> Part {
    Part { name, start, sectors }
}

/// A board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Its name.
    pub name: &'static str,
    /// Where its facts come from.
    pub source: &'static str,
    /// What runs when it is switched on.
    pub first: Program,
    /// Numbers and strings (manufacturer, product) of its U-Boot.
    pub uboot: (u16, u16, [&'static str; 2]),
    /// Most bytes of a download of its U-Boot.
    pub buffer: u32,
    /// Sectors of its eMMC, and of each of its boot partitions.
    pub emmc: [u64; 2],
    /// Sectors that are erased together.
    pub erase_group: u64,
    /// What its U-Boot knows besides the GPT.
    pub parts: &'static [Part],
    /// `wMaxPacketSize` of the bulk endpoints.
    pub max_packet: usize,
}

/// TH1520's ROM: measured by people to lie in 0x11f044..=0x120043.
const TH1520_ROM_LIMIT: u32 = 0x12_0000;
/// K1's first loaders: 256 KiB of SRAM for the first, and a FIT of U-Boot. Made up.
const K1_ROM_LIMIT: u32 = 0x10_0000;
const K1_SPL_LIMIT: u32 = 0x100_0000;

/// `table` of the vendor's environment: 2031 KiB of the table, `boot` 500 MiB, `swap` 4 GiB, `root` the rest.
const TH1520_PARTS: [Part; 4] = [
    part("table", 34, 4062 - 34),
    part("boot", 4096, 1_024_000),
    part("swap", 1_028_096, 8_388_608),
    part("root", 9_416_704, 0),
];

/// Names as in the vendor's `partition_universal.json`; places and sizes made up where that says nothing of the kind.
const K1_PARTS: [Part; 6] = [
    part("bootinfo", 0, 128),
    part("fsbl", 256, 512),
    part("env", 768, 128),
    part("opensbi", 896, 768),
    part("uboot", 2048, 4096),
    part("rootfs", 8192, 0),
];

/// All of them.
pub const PROFILES: [Profile; 4] = [
    Profile {
        name: "licheepi-4a",
        source: "numbers, strings, stages and answers: users' logs and the vendor's U-Boot; the ROM's limit is inferred; the eMMC's \
                 size and the byte that names a board in a loader are made up",
        first: Program::Th1520Rom,
        uboot: (0x1234, 0x8888, ["T-HEAD", "USB download gadget"]),
        buffer: 0x1000_0000,
        emmc: [16 << 21, 4096 << 1],
        erase_group: 1024,
        parts: &TH1520_PARTS,
        max_packet: 512,
    },
    Profile {
        name: "bananapi-f3",
        source: "numbers, strings, stages and answers: measured on a K1, and the vendor's documents; limits before U-Boot, places of \
                 partitions and how much `oem read` takes at once are made up",
        first: Program::K1Rom,
        uboot: (0x361c, 0x1001, ["SpacemiT", "U-Boot USB download gadget"]),
        buffer: 0x1000_0000,
        emmc: [16 << 21, 4096 << 1],
        erase_group: 1024,
        parts: &K1_PARTS,
        max_packet: 512,
    },
    Profile {
        name: "uboot",
        source: "U-Boot's source, as on sunxi boards: 32 MiB of buffer; the eMMC is made up",
        first: Program::Uboot,
        uboot: (0x1f3a, 0x1010, ["Allwinner Technology", "USB download gadget"]),
        buffer: 0x200_0000,
        emmc: [8 << 21, 4096 << 1],
        erase_group: 1024,
        parts: &[],
        max_packet: 512,
    },
    Profile {
        name: "uboot-rk3588",
        source: "U-Boot's source, as on khadas-edge2, whose gadget has the number of the mask ROM: 112 MiB of buffer; the eMMC is made \
                 up",
        first: Program::Uboot,
        uboot: (0x2207, 0x350a, ["Rockchip", "USB download gadget"]),
        buffer: 0x700_0000,
        emmc: [8 << 21, 4096 << 1],
        erase_group: 1024,
        parts: &[],
        max_packet: 512,
    },
];

/// The one of that name.
pub fn profile(name: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.name == name)
}

impl Profile {
    /// Vendor and product of a program.
    pub(super) fn ids(&self, program: Program) -> (u16, u16) {
        match program {
            Program::Th1520Rom => (0x2345, 0x7654),
            // The trap of K1: its ROM has the numbers of its U-Boot.
            Program::K1Rom | Program::K1Spl => (0x361c, 0x1001),
            Program::Th1520Uboot | Program::K1Uboot | Program::Uboot => {
                (self.uboot.0, self.uboot.1)
            }
        }
    }

    /// Manufacturer and product in words.
    pub(super) fn strings(&self, program: Program) -> [&'static str; 2] {
        match program {
            Program::Th1520Rom => ["T-HEAD", "USB download gadget"],
            Program::K1Rom | Program::K1Spl => ["SpacemiT", "DFU USB download gadget"],
            Program::Th1520Uboot | Program::K1Uboot | Program::Uboot => self.uboot.2,
        }
    }

    /// Most bytes of a download.
    pub(super) fn limit(&self, program: Program) -> u32 {
        match program {
            Program::Th1520Rom => TH1520_ROM_LIMIT,
            Program::K1Rom => K1_ROM_LIMIT,
            Program::K1Spl => K1_SPL_LIMIT,
            Program::Th1520Uboot | Program::K1Uboot | Program::Uboot => self.buffer,
        }
    }

    /// How long the port is empty before a program.
    pub(super) fn before(&self, program: Program) -> Duration {
        match program {
            Program::Th1520Uboot => Duration::from_secs(3),
            Program::K1Spl | Program::K1Uboot => Duration::from_millis(1500),
            Program::Th1520Rom | Program::K1Rom | Program::Uboot => RESTART,
        }
    }
}
