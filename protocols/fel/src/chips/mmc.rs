//! SD and eMMC ports: registers, clocks and pins.
//!
//! Source: U-Boot at commit 6073c36b2c8 (drivers/mmc/sunxi_mmc.[ch], arch/arm/mach-sunxi/board.c, the clock_*.c and gpio
//! files), read as facts; Linux's sunxi-mmc.c where it says more. SoCs that are not here are untried: their ports are not
//! described there, or are wired through a block of their own (A80).

use super::Chip;

/// Which port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// The card slot that the boot ROM tries first (MMC0).
    Card,
    /// The port of a soldered eMMC (MMC2).
    Emmc,
}

/// A bit of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bit {
    /// The register's address.
    pub register: u32,
    /// The bit, as a mask.
    pub mask: u32,
}

/// A port and all that has to be set up before it works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mmc {
    /// The controller's registers.
    pub base: u32,
    /// The FIFO's offset in them.
    pub fifo: u32,
    /// The module clock's register.
    pub clock: u32,
    /// What that register is for 400 kHz, and for 24 MHz: both from the 24 MHz oscillator.
    pub rates: [u32; 2],
    /// Opens the bus clock.
    pub gate: Bit,
    /// Ends the reset, where there is one.
    pub reset: Option<Bit>,
    /// Words in the FIFO where its level reads 0 and it is not empty.
    pub when_zero: u32,
    /// The controller's sampling delay is set by software (bit 7 of SAMP_DL).
    pub calibrates: bool,
    /// Cards are reset and thresholds set by newer controllers' registers (HWRST, THLDC).
    pub newer: bool,
    /// Timer 0: its control register, which the interval and the counter follow.
    pub timer: u32,
    /// The pins, how they are driven, and the function that connects them.
    pub pins: Pins,
}

/// Pins of one bank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pins {
    /// The bank's registers.
    pub bank: u32,
    /// Each pin as a bit.
    pub pins: u32,
    /// The function (mux).
    pub function: u32,
    /// How strongly they are driven: 0 to 3.
    pub drive: u32,
    /// Eight pins in each register of the drive, four bits each; else sixteen, two bits each.
    pub wide_drive: bool,
}

const CLOCK_ON: u32 = 1 << 31;
/// Divisor less one: 24 MHz / 4 / 15 are 400 kHz.
const BY_15: u32 = 14;

const fn span(first: u32, last: u32) -> u32 {
    (u32::MAX >> (31 - last)) & (u32::MAX << first)
}

const PC5_6_8_TO_16: u32 = span(5, 6) | span(8, 16);
const PC_H616: u32 = span(0, 1) | span(5, 6) | span(8, 11) | span(13, 16);

/// How the registers of a generation are laid out.
#[derive(Clone, Copy, PartialEq)]
enum Generation {
    /// sun4i, sun5i, sun7i.
    First,
    /// sun6i, sun8i, and the first of sun50i.
    Second,
    /// H6 and what is like it.
    H6,
    /// D1, R528, T113.
    D1,
}

/// What differs from SoC to SoC: name, generation, pins of the eMMC (in bank C) and their drive.
const CHIPS: [(&str, Generation, u32, u32); 17] = [
    ("A10", Generation::First, span(6, 11), 2),
    ("A13", Generation::First, span(6, 15), 2),
    ("A20", Generation::First, span(6, 11), 2),
    ("A31", Generation::Second, span(6, 15) | 1 << 24, 2),
    ("A23", Generation::Second, PC5_6_8_TO_16, 2),
    ("A33", Generation::Second, PC5_6_8_TO_16, 2),
    ("A83T", Generation::Second, PC5_6_8_TO_16, 2),
    ("H3", Generation::Second, PC5_6_8_TO_16, 2),
    ("V3s", Generation::Second, PC5_6_8_TO_16, 2),
    ("A64", Generation::Second, PC5_6_8_TO_16, 2),
    ("H5", Generation::Second, PC5_6_8_TO_16, 2),
    ("R40", Generation::Second, span(6, 15) | 1 << 24, 2),
    ("H6", Generation::H6, span(4, 14), 2),
    ("H616", Generation::H6, PC_H616, 3),
    ("A133", Generation::H6, PC_H616, 3),
    ("R528", Generation::D1, span(2, 7), 2),
    ("D1", Generation::D1, span(2, 7), 2),
];

/// SoCs of the second generation whose sampling is calibrated instead of by the module clock's phases.
const CALIBRATED: [&str; 2] = ["A64", "H5"];

impl Chip {
    /// A port; `None`: not known how it is set up on this SoC.
    pub fn mmc(&self, port: Port) -> Option<Mmc> {
        let (_, generation, pins, drive) = CHIPS.iter().find(|chip| chip.0 == self.name)?;
        let index = if port == Port::Card { 0 } else { 2 };
        let (pins, function, drive) = match port {
            Port::Card => (span(0, 5), 2, 2),
            Port::Emmc => (*pins, 3, *drive),
        };
        let bank = if port == Port::Card { 5u32 } else { 2 };
        let is_calibrated = CALIBRATED.contains(&self.name);
        let pins = |gpio, stride, wide_drive| Pins {
            bank: gpio + stride * bank,
            pins,
            function,
            drive,
            wide_drive,
        };
        Some(match generation {
            Generation::First => older(index, 0x100, false, pins(0x01c2_0800, 0x24, false)),
            Generation::Second => {
                older(index, 0x200, is_calibrated, pins(0x01c2_0800, 0x24, false))
            }
            Generation::H6 => {
                newer(index, 0x0300_1000, 0x0300_9010, pins(0x0300_b000, 0x24, false))
            }
            Generation::D1 => newer(index, 0x0200_1000, 0x0205_0010, pins(0x0200_0000, 0x30, true)),
        })
    }
}

/// A port of the generations up to A64, H5 and R40.
fn older(index: u32, fifo: u32, calibrates: bool, pins: Pins) -> Mmc {
    let is_first = fifo == 0x100;
    let mask = 1 << (8 + index);
    // The phase of the sampling clock up to 25 MHz.
    let phase = if calibrates { 0 } else { 5 << 20 };
    Mmc {
        base: 0x01c0_f000 + 0x1000 * index,
        fifo,
        clock: 0x01c2_0088 + 4 * index,
        rates: [CLOCK_ON | 2 << 16 | BY_15, CLOCK_ON | phase],
        gate: Bit { register: 0x01c2_0060, mask },
        reset: (!is_first).then_some(Bit { register: 0x01c2_02c0, mask }),
        when_zero: if is_first { 32 } else { 1 },
        calibrates,
        newer: false,
        timer: 0x01c2_0c10,
        pins,
    }
}

/// A port of the generations from the H6 on.
fn newer(index: u32, clocks: u32, timer: u32, pins: Pins) -> Mmc {
    let register = clocks + 0x84c;
    Mmc {
        base: 0x0402_0000 + 0x1000 * index,
        fifo: 0x200,
        clock: clocks + 0x830 + 4 * index,
        rates: [CLOCK_ON | 2 << 8 | BY_15, CLOCK_ON],
        gate: Bit { register, mask: 1 << index },
        reset: Some(Bit { register, mask: 1 << (16 + index) }),
        when_zero: 1,
        calibrates: true,
        newer: true,
        timer,
        pins,
    }
}
