//! Where SPI0 of each SoC is, and what reaches it. Taken down as the numbers of the card ports are; from U-Boot's
//! spl_spi_sunxi.c and sunxi-fel, which agree.

use super::super::{super::pages::Pages, layout::Layout};
use crate::chips::Chip;

/// How the registers are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Style {
    /// A10, A13, A20.
    Sun4i,
    /// A31 and later.
    Sun6i,
    /// D1 and later: as before, without a divider, and with a mode of sampling.
    Ncat2,
}

/// Where SPI0 is.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Place {
    pub(in super::super) base: u32,
    pub(in super::super) style: Style,
    /// The register of its module clock, and its gate's and reset's bits.
    pub(in super::super) clock: u32,
    pub(in super::super) gate: (u32, u32),
    pub(in super::super) reset: Option<(u32, u32)>,
    /// The pins in bank C, and their function.
    pub(in super::super) pins: [u32; 4],
    pub(in super::super) function: u32,
}

const SUN6I: Place = Place {
    base: 0x01c6_8000,
    style: Style::Sun6i,
    clock: 0x01c2_00a0,
    gate: (0x01c2_0060, 20),
    reset: Some((0x01c2_02c0, 20)),
    pins: [0, 1, 2, 3],
    function: 3,
};
const SUN4I: Place = Place { base: 0x01c0_5000, style: Style::Sun4i, reset: None, ..SUN6I };
const H6: Place = Place {
    base: 0x0501_0000,
    clock: 0x0300_1940,
    gate: (0x0300_196c, 0),
    reset: Some((0x0300_196c, 16)),
    pins: [0, 2, 3, 5],
    function: 4,
    ..SUN6I
};
const NCAT2: Place = Place {
    base: 0x0402_5000,
    style: Style::Ncat2,
    clock: 0x0200_1940,
    gate: (0x0200_196c, 0),
    reset: Some((0x0200_196c, 16)),
    pins: [2, 3, 4, 5],
    function: 2,
};

/// Bytes of the registers.
const SIZE: u32 = 0x400;

impl Place {
    /// Whether an access of `size` bytes is its.
    pub(in super::super) fn has(&self, address: u32, size: u32) -> bool {
        let offset = address.wrapping_sub(self.base);
        offset < SIZE && (size == 4 || self.style.is_fifo(offset))
    }

    /// That of a SoC.
    pub(in super::super) fn of(chip: &Chip) -> Option<Self> {
        Some(match chip.name {
            "A10" | "A20" => Self { pins: [0, 1, 2, 23], ..SUN4I },
            "A13" => SUN4I,
            "R40" => Self { base: SUN4I.base, pins: [0, 1, 2, 23], ..SUN6I },
            "A31" | "A23" | "A33" | "H3" | "H5" | "V3s" => SUN6I,
            "A64" => Self { function: 4, ..SUN6I },
            "H6" => H6,
            "H616" => Self { pins: [0, 2, 3, 4], ..H6 },
            "R528" | "D1" => NCAT2,
            "A523" => Self { pins: [2, 3, 4, 12], function: 4, ..NCAT2 },
            _ => return None,
        })
    }
}

/// The registers that lead to it.
pub(in super::super) struct Wiring<'s> {
    pub(in super::super) place: &'s Place,
    pub(in super::super) layout: &'s Layout,
    pub(in super::super) words: &'s Pages,
}

impl Wiring<'_> {
    fn bit(&self, (register, bit): (u32, u32)) -> bool {
        self.words.word(register) >> bit & 1 != 0
    }

    pub(in super::super) fn is_reset(&self) -> bool {
        self.place.reset.is_some_and(|reset| !self.bit(reset))
    }

    pub(in super::super) fn is_open(&self) -> bool {
        self.bit(self.place.gate) && !self.is_reset()
    }

    /// The module clock in Hz. `None`: it is off.
    pub(super) fn rate(&self) -> Option<u64> {
        self.layout.rate(self.words.word(self.place.clock))
    }

    /// Whether all four pins are the controller's.
    pub(super) fn is_connected(&self) -> bool {
        let (pio, size) = self.layout.pio;
        let function =
            |pin: u32| self.words.word(pio + 2 * size + pin / 8 * 4) >> (pin % 8 * 4) & 7;
        self.place.pins.into_iter().all(|pin| function(pin) == self.place.function)
    }
}
