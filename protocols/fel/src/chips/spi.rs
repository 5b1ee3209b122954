//! SPI0: registers, clocks and pins.
//!
//! Source: U-Boot at commit 6073c36b2c8 (arch/arm/mach-sunxi/spl_spi_sunxi.c and its gpio header) and sunxi-tools at d7bbd17
//! (fel-spiflash.c), read as facts: they agree. SoCs that are not here are untried: their pins (A83T, A133) or their timer
//! (A523, F1C100s) are not described there.

use super::{Bit, Chip, Pins};

/// How the registers are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpiStyle {
    /// A10, A13, A20.
    First,
    /// A31 and later.
    Second,
    /// D1 and later: as before, without a divider, and with a mode of sampling.
    Third,
}

/// SPI0 and all that has to be set up before it works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spi {
    /// The controller's registers.
    pub base: u32,
    /// How they are laid out.
    pub style: SpiStyle,
    /// The module clock's register.
    pub clock: u32,
    /// Opens the bus clock.
    pub gate: Bit,
    /// Ends the reset, where there is one.
    pub reset: Option<Bit>,
    /// Timer 0: its control register.
    pub timer: u32,
    /// The pins, and the function that connects them.
    pub pins: Pins,
}

/// Gate, reset and clock of each place.
#[derive(Clone, Copy)]
enum Clocks {
    Old,
    /// The same with a reset.
    Middle,
    H6,
    D1,
}

/// What differs from SoC to SoC: name, base, style, clocks, pins in bank C, function.
type Entry = (&'static str, u32, SpiStyle, Clocks, [u32; 4], u32);

const CHIPS: [Entry; 15] = [
    ("A10", 0x01c0_5000, SpiStyle::First, Clocks::Old, [0, 1, 2, 23], 3),
    ("A13", 0x01c0_5000, SpiStyle::First, Clocks::Old, [0, 1, 2, 3], 3),
    ("A20", 0x01c0_5000, SpiStyle::First, Clocks::Old, [0, 1, 2, 23], 3),
    ("A31", 0x01c6_8000, SpiStyle::Second, Clocks::Middle, [0, 1, 2, 3], 3),
    ("A23", 0x01c6_8000, SpiStyle::Second, Clocks::Middle, [0, 1, 2, 3], 3),
    ("A33", 0x01c6_8000, SpiStyle::Second, Clocks::Middle, [0, 1, 2, 3], 3),
    ("H3", 0x01c6_8000, SpiStyle::Second, Clocks::Middle, [0, 1, 2, 3], 3),
    ("V3s", 0x01c6_8000, SpiStyle::Second, Clocks::Middle, [0, 1, 2, 3], 3),
    ("H5", 0x01c6_8000, SpiStyle::Second, Clocks::Middle, [0, 1, 2, 3], 3),
    ("A64", 0x01c6_8000, SpiStyle::Second, Clocks::Middle, [0, 1, 2, 3], 4),
    ("R40", 0x01c0_5000, SpiStyle::Second, Clocks::Middle, [0, 1, 2, 23], 3),
    ("H6", 0x0501_0000, SpiStyle::Second, Clocks::H6, [0, 2, 3, 5], 4),
    ("H616", 0x0501_0000, SpiStyle::Second, Clocks::H6, [0, 2, 3, 4], 4),
    ("R528", 0x0402_5000, SpiStyle::Third, Clocks::D1, [2, 3, 4, 5], 2),
    ("D1", 0x0402_5000, SpiStyle::Third, Clocks::D1, [2, 3, 4, 5], 2),
];

impl Chip {
    /// SPI0; `None`: not known how it is set up on this SoC.
    pub fn spi(&self) -> Option<Spi> {
        let (_, base, style, clocks, pins, function) =
            *CHIPS.iter().find(|chip| chip.0 == self.name)?;
        let bit = |register, bit: u32| Bit { register, mask: 1 << bit };
        let (clock, gate, reset, timer, gpio, stride) = match clocks {
            Clocks::Old => {
                (0x01c2_00a0, bit(0x01c2_0060, 20), None, 0x01c2_0c10, 0x01c2_0800, 0x24)
            }
            Clocks::Middle => {
                let reset = Some(bit(0x01c2_02c0, 20));
                (0x01c2_00a0, bit(0x01c2_0060, 20), reset, 0x01c2_0c10, 0x01c2_0800, 0x24)
            }
            Clocks::H6 => {
                let reset = Some(bit(0x0300_196c, 16));
                (0x0300_1940, bit(0x0300_196c, 0), reset, 0x0300_9010, 0x0300_b000, 0x24)
            }
            Clocks::D1 => {
                let reset = Some(bit(0x0200_196c, 16));
                (0x0200_1940, bit(0x0200_196c, 0), reset, 0x0205_0010, 0x0200_0000, 0x30)
            }
        };
        let pins = Pins {
            bank: gpio + 2 * stride,
            pins: pins.into_iter().fold(0, |all, pin| all | 1 << pin),
            function,
            drive: 1,
            wide_drive: stride == 0x30,
        };
        Some(Spi { base, style, clock, gate, reset, timer, pins })
    }
}
