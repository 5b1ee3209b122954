//! The numbers of each generation, taken down independently of those that the tool uses.
//!
//! Sources, read as facts: U-Boot's sunxi_mmc.c, board.c and clock headers, Linux's sunxi-mmc.c, clock and pin control
//! drivers. Where they differ, it is said at the number.

use crate::chips::Chip;

const OSCILLATOR: u64 = 24_000_000;
/// The fastest that a PLL of peripherals is: a rate that is not known is taken for too high.
const PLL: u64 = 1_200_000_000;

/// How a controller takes its samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sampling {
    /// By the phases of the module clock.
    Phases,
    /// By a delay of its own.
    Delay,
    /// U-Boot has phases on the R40, Linux the delay, as on the A64: each will do.
    Either,
}

/// The pins of a port; all are in one bank, and have one function.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pins {
    pub(super) bank: u32,
    pub(super) function: u32,
    /// CLK and CMD.
    pub(super) lines: [u32; 2],
    /// DAT0 to DAT3 or DAT7.
    pub(super) data: &'static [u32],
    /// The weakest drive that will do above 400 kHz: 0 to 3.
    pub(super) drive: u32,
}

/// Where things are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// Pin control, and bytes of a bank of pins.
    pub(super) pio: (u32, u32),
    /// The first controller; the others follow every 4 KiB.
    pub(super) mmc: u32,
    /// The module clock of the first controller; the others follow.
    pub(super) clock: u32,
    /// Bit of its first divider: a shift, or (A523) a divisor less one.
    pub(super) shift: u32,
    pub(super) divides: bool,
    /// Registers of gate and reset, and their bits for the first controller.
    pub(super) gate: (u32, u32),
    pub(super) reset: Option<(u32, u32)>,
    /// The FIFO: offset, words; full reads as level 0.
    pub(super) fifo: u32,
    pub(super) depth: usize,
    pub(super) full_is_zero: bool,
    pub(super) sampling: Sampling,
    /// Newer controllers: HWRST resets the card.
    pub(super) resets_card: bool,
    /// Reads need a threshold (THLDC). U-Boot says "needed on H616" and sets it on all that are like it.
    pub(super) threshold: bool,
    pub(super) timer: u32,
    ports: [Pins; 2],
}

const SD: Pins = Pins { bank: 5, function: 2, lines: [2, 3], data: &[1, 0, 5, 4], drive: 2 };

const fn emmc(lines: [u32; 2], data: &'static [u32], drive: u32) -> Pins {
    Pins { bank: 2, function: 3, lines, data, drive }
}

const A20: Pins = emmc([7, 6], &[8, 9, 10, 11], 2);
const R40: Pins = emmc([7, 6], &[8, 9, 10, 11, 12, 13, 14, 15], 2);
const H3: Pins = emmc([5, 6], &[8, 9, 10, 11, 12, 13, 14, 15], 2);
const H6: Pins = emmc([4, 5], &[6, 7, 8, 9, 10, 11, 12, 13], 2);
const H616: Pins = emmc([5, 6], &[10, 13, 15, 8, 9, 11, 14, 16], 3);
const D1: Pins = emmc([2, 3], &[6, 5, 4, 7], 2);

const SUN6I: Layout = Layout {
    pio: (0x01c2_0800, 0x24),
    mmc: 0x01c0_f000,
    clock: 0x01c2_0088,
    shift: 16,
    divides: false,
    gate: (0x01c2_0060, 8),
    reset: Some((0x01c2_02c0, 8)),
    fifo: 0x200,
    // The smallest that is named for any.
    depth: 32,
    full_is_zero: false,
    sampling: Sampling::Phases,
    resets_card: false,
    threshold: false,
    timer: 0x01c2_0c10,
    ports: [SD, H3],
};
const SUN4I: Layout =
    Layout { reset: None, fifo: 0x100, full_is_zero: true, ports: [SD, A20], ..SUN6I };
const SUN50I_H6: Layout = Layout {
    pio: (0x0300_b000, 0x24),
    mmc: 0x0402_0000,
    clock: 0x0300_1830,
    shift: 8,
    gate: (0x0300_184c, 0),
    reset: Some((0x0300_184c, 16)),
    depth: 256,
    sampling: Sampling::Delay,
    resets_card: true,
    timer: 0x0300_9010,
    ports: [SD, H6],
    ..SUN6I
};
const NCAT2: Layout = Layout {
    pio: (0x0200_0000, 0x30),
    clock: 0x0200_1830,
    gate: (0x0200_184c, 0),
    reset: Some((0x0200_184c, 16)),
    threshold: true,
    timer: 0x0205_0010,
    ports: [SD, D1],
    ..SUN50I_H6
};

impl Layout {
    /// That of a SoC.
    pub(super) fn of(chip: &Chip) -> Option<Self> {
        Some(match chip.name {
            "A10" | "A13" | "A20" => SUN4I,
            "A31" => Self { ports: [SD, R40], ..SUN6I },
            "R40" => Self { sampling: Sampling::Either, ports: [SD, R40], ..SUN6I },
            "A23" | "A33" | "A83T" | "H3" | "V3s" => SUN6I,
            "A64" | "H5" => Self { sampling: Sampling::Delay, ..SUN6I },
            "H6" => SUN50I_H6,
            "H616" | "A133" => Self { threshold: true, ports: [SD, H616], ..SUN50I_H6 },
            "R528" | "D1" => NCAT2,
            "A523" => Self { divides: true, ports: [SD, H616], ..NCAT2 },
            _ => return None,
        })
    }

    /// Which port is there, and the register's offset in it.
    pub(super) fn port(&self, address: u32) -> Option<(usize, u32)> {
        let offset = address.wrapping_sub(self.mmc);
        match offset >> 12 {
            0 => Some((0, offset)),
            2 => Some((1, offset & 0xfff)),
            _ => None,
        }
    }

    /// Hz of a module clock, by its register. `None`: it is off.
    pub(super) fn rate(&self, clock: u32) -> Option<u64> {
        let source = if clock >> 24 & 7 == 0 { OSCILLATOR } else { PLL };
        let first = clock >> self.shift;
        let first = if self.divides { (first & 0x1f) + 1 } else { 1 << (first & 3) };
        (clock >> 31 != 0).then(|| source / u64::from(first) / u64::from((clock & 0xf) + 1))
    }

    /// The controller's number of a port: MMC0, MMC2.
    pub(super) fn number(port: usize) -> u32 {
        2 * port as u32
    }

    /// The pins of a port.
    pub(super) fn pins(&self, port: usize) -> &Pins {
        &self.ports[port]
    }

    /// The offset of a register of timer 0.
    pub(super) fn timer_offset(&self, address: u32) -> Option<u32> {
        let offset = address.wrapping_sub(self.timer);
        (offset < 12).then_some(offset)
    }
}
