//! What reaches a controller: gates, resets and clocks, and which pins are its own.

use super::{
    super::pages::Pages,
    layout::{Layout, Sampling},
};

const PULL_UP: u32 = 1;

/// The registers that lead to a port.
pub(super) struct Wiring<'s> {
    pub(super) layout: &'s Layout,
    pub(super) words: &'s Pages,
    pub(super) port: usize,
}

impl Wiring<'_> {
    fn bit(&self, (register, first): (u32, u32)) -> bool {
        self.words.word(register) >> (first + Layout::number(self.port)) & 1 != 0
    }

    /// Whether the controller is held in reset.
    pub(super) fn is_reset(&self) -> bool {
        self.layout.reset.is_some_and(|reset| !self.bit(reset))
    }

    /// Whether its registers can be accessed.
    pub(super) fn is_open(&self) -> bool {
        self.bit(self.layout.gate) && !self.is_reset()
    }

    fn clock(&self) -> u32 {
        self.words.word(self.layout.clock + 4 * Layout::number(self.port))
    }

    /// The module clock in Hz. `None`: it is off.
    pub(super) fn rate(&self) -> Option<u64> {
        self.layout.rate(self.clock())
    }

    /// Whether samples are taken when data are stable: U-Boot has a phase of 5 up to 25 MHz, Linux 75 degrees or 180; none
    /// has 0. `delay`: the controller's own register.
    pub(super) fn samples_well(&self, delay: u32) -> bool {
        let (by_phase, by_delay) = (self.clock() >> 20 & 7 != 0, delay & 0x80 != 0);
        match self.layout.sampling {
            Sampling::Phases => by_phase,
            Sampling::Delay => by_delay,
            Sampling::Either => by_phase || by_delay,
        }
    }

    /// A field of a pin: the first register's offset in the bank, bits of the field, pins in a register.
    fn field(&self, pin: u32, (offset, bits, each): (u32, u32, u32)) -> u32 {
        let (pio, size) = self.layout.pio;
        let register = pio + size * self.layout.pins(self.port).bank + offset + 4 * (pin / each);
        self.words.word(register) >> (pin % each * (32 / each)) & ((1 << bits) - 1)
    }

    fn is_ours(&self, pin: u32) -> bool {
        self.field(pin, (0, 4, 8)) & 7 == self.layout.pins(self.port).function
    }

    fn is_pulled_up(&self, pin: u32) -> bool {
        let offset = if self.layout.pio.1 == 0x24 { 0x1c } else { 0x24 };
        self.field(pin, (offset, 2, 16)) == PULL_UP
    }

    fn is_driven(&self, pin: u32) -> bool {
        let place = if self.layout.pio.1 == 0x24 { (0x14, 2, 16) } else { (0x14, 4, 8) };
        self.field(pin, place) >= self.layout.pins(self.port).drive
    }

    /// Whether commands go out and answers come in: CLK, CMD and DAT0 are the controller's, the latter two pulled up.
    pub(super) fn carries_commands(&self) -> bool {
        let pins = self.layout.pins(self.port);
        let [clock, command] = pins.lines;
        self.is_ours(clock) && [command, pins.data[0]].into_iter().all(|pin| self.is_up(pin))
    }

    fn is_up(&self, pin: u32) -> bool {
        self.is_ours(pin) && self.is_pulled_up(pin)
    }

    /// Whether the given number of lines carry data.
    pub(super) fn carries_data(&self, width: usize) -> bool {
        let data = self.layout.pins(self.port).data.get(..width);
        data.is_some_and(|pins| pins.iter().all(|pin| self.is_up(*pin)))
    }

    /// Whether CLK, CMD and the given number of data lines are driven strongly enough for more than 400 kHz.
    pub(super) fn is_strong(&self, width: usize) -> bool {
        let pins = self.layout.pins(self.port);
        let data = pins.data.iter().take(width);
        pins.lines.iter().chain(data).all(|pin| self.is_driven(*pin))
    }
}
