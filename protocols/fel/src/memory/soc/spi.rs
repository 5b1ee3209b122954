//! SPI0, in its three styles.

mod wiring;

use alloc::{boxed::Box, collections::VecDeque, string::String};

use super::{flash::Flash, note};

pub(super) use wiring::{Place, Style, Wiring};

/// Bytes of each FIFO.
const DEPTH: usize = 64;
const RESET_TIME: u64 = 1_000;
/// The fastest that a flash reads with 03h.
const LIMIT: u64 = 50_000_000;
/// What comes from a line that nothing drives.
const NOTHING: u8 = 0xff;

const ENABLED: u32 = 1;
const MASTER: u32 = 2;

/// What a register of any style is for.
#[derive(Clone, Copy, PartialEq)]
enum Register {
    Received,
    Sent,
    /// Enables; sun4i's is control, too.
    Global,
    Control,
    FifoControl,
    FifoStatus,
    Divider,
    Burst,
    Transmit,
    Single,
    Other,
}

impl Style {
    fn register(self, offset: u32) -> Register {
        use Register as R;
        match (self, offset) {
            (Self::Sun4i, 0x00) | (Self::Sun6i | Self::Ncat2, 0x300) => R::Received,
            (Self::Sun4i, 0x04) | (Self::Sun6i | Self::Ncat2, 0x200) => R::Sent,
            (Self::Sun4i, 0x08) | (Self::Sun6i | Self::Ncat2, 0x04) => R::Global,
            (Self::Sun6i | Self::Ncat2, 0x08) => R::Control,
            (Self::Sun6i | Self::Ncat2, 0x18) => R::FifoControl,
            (Self::Sun4i, 0x28) | (Self::Sun6i | Self::Ncat2, 0x1c) => R::FifoStatus,
            (Self::Sun4i, 0x1c) | (Self::Sun6i, 0x24) => R::Divider,
            (Self::Sun4i, 0x20) | (Self::Sun6i | Self::Ncat2, 0x30) => R::Burst,
            (Self::Sun4i, 0x24) | (Self::Sun6i | Self::Ncat2, 0x34) => R::Transmit,
            (Self::Sun6i | Self::Ncat2, 0x38) => R::Single,
            _ => R::Other,
        }
    }

    /// Whether a register is accessed by bytes, too: each is one of a FIFO's.
    pub(super) fn is_fifo(self, offset: u32) -> bool {
        matches!(self.register(offset), Register::Received | Register::Sent)
    }

    /// The bit that starts a burst.
    fn exchange(self) -> u32 {
        if self == Self::Sun4i { 1 << 10 } else { 1 << 31 }
    }

    /// Bits of a chip select that is set by hand: by hand, and high.
    fn select(self) -> (u32, u32) {
        if self == Self::Sun4i { (1 << 16, 1 << 17) } else { (1 << 6, 1 << 7) }
    }

    /// Control after a reset: the chip select is low while a burst lasts.
    fn control(self) -> u32 {
        if self == Self::Sun4i { 0x0002_001c } else { 0x87 }
    }
}

/// Bytes on their way.
struct Exchange {
    left: u32,
    /// How many more are from the FIFO.
    own: u32,
    next: u64,
    byte: u64,
    /// What arrives is what was sent.
    sound: bool,
}

/// The controller and what is on its bus.
pub(super) struct Spi {
    style: Style,
    flash: Option<Box<dyn Flash>>,
    global: u32,
    control: u32,
    divider: u32,
    burst: u32,
    transmit: u32,
    single: u32,
    sent: VecDeque<u8>,
    received: VecDeque<u8>,
    exchange: Option<Exchange>,
    selected: bool,
    resetting: u64,
}

impl Spi {
    pub(super) fn new(style: Style, flash: Option<Box<dyn Flash>>) -> Self {
        Self {
            style,
            flash,
            global: 0,
            control: style.control(),
            divider: 2,
            burst: 0,
            transmit: 0,
            single: 0,
            sent: VecDeque::new(),
            received: VecDeque::new(),
            exchange: None,
            selected: false,
            resetting: 0,
        }
    }

    /// Reset from outside.
    pub(super) fn reset(&mut self) {
        let (style, flash) = (self.style, self.flash.take());
        *self = Self::new(style, flash);
    }

    pub(super) fn read(
        &mut self,
        (offset, size): (u32, u32),
        now: u64,
        wiring: &Wiring<'_>,
        notes: &mut VecDeque<String>,
    ) -> u32 {
        self.advance(now, wiring, notes);
        let running = if self.exchange.is_some() { self.style.exchange() } else { 0 };
        match self.style.register(offset) {
            Register::Received => self.take(size, notes),
            Register::Global if self.style == Style::Sun4i => self.control | self.global | running,
            Register::Global if now < self.resetting => self.global | 1 << 31,
            Register::Global => self.global,
            Register::Control => self.control | running,
            Register::FifoStatus => (self.sent.len() as u32) << 16 | self.received.len() as u32,
            Register::Divider => self.divider,
            Register::Burst => self.burst,
            Register::Transmit => self.transmit,
            Register::Single => self.single,
            Register::Sent | Register::FifoControl | Register::Other => 0,
        }
    }

    pub(super) fn write(
        &mut self,
        (offset, size, value): (u32, u32, u32),
        now: u64,
        wiring: &Wiring<'_>,
        notes: &mut VecDeque<String>,
    ) {
        self.advance(now, wiring, notes);
        match self.style.register(offset) {
            Register::Sent => self.give(size, value, notes),
            Register::Global if self.style == Style::Sun4i => {
                self.global = value & (ENABLED | MASTER);
                self.clear(value >> 8 & 1 != 0, value >> 9 & 1 != 0);
                self.steer(value & !0x703, value, now, wiring);
            }
            Register::Global => self.enable(value, now),
            Register::Control => self.steer(value & !(1 << 31), value, now, wiring),
            Register::FifoControl => self.clear(value >> 31 != 0, value >> 15 & 1 != 0),
            Register::Divider => self.divider = value,
            Register::Burst => self.burst = value & 0x00ff_ffff,
            Register::Transmit => self.transmit = value & 0x00ff_ffff,
            Register::Single => self.single = value & 0x00ff_ffff,
            Register::Received | Register::FifoStatus | Register::Other => {}
        }
    }

    fn clear(&mut self, sent: bool, received: bool) {
        if sent {
            self.sent.clear();
        }
        if received {
            self.received.clear();
        }
    }

    fn enable(&mut self, value: u32, now: u64) {
        self.global = value & (ENABLED | MASTER | 0x80);
        if value >> 31 != 0 {
            self.clear(true, true);
            (self.control, self.exchange) = (self.style.control(), None);
            self.resetting = now + RESET_TIME;
        }
    }

    /// Takes control's other bits, moves the chip select, begins a burst.
    fn steer(&mut self, control: u32, value: u32, now: u64, wiring: &Wiring<'_>) {
        self.control = control;
        let (by_hand, high) = self.style.select();
        if control & by_hand != 0 {
            self.select(control & high == 0 && wiring.is_connected(), now);
        } else if self.exchange.is_none() {
            self.select(false, now);
        }
        if value & self.style.exchange() != 0 && self.exchange.is_none() {
            self.begin(now, wiring);
        }
    }

    fn select(&mut self, selected: bool, now: u64) {
        if selected != self.selected {
            self.selected = selected;
            self.flash.iter_mut().for_each(|flash| flash.select(selected, now));
        }
    }

    /// The rate on the bus. Linux and U-Boot agree: with bit 12 by twice a divisor, else by a shift.
    fn rate(&self, wiring: &Wiring<'_>) -> Option<u64> {
        let rate = wiring.rate()?;
        Some(match (self.style, self.divider >> 12 & 1) {
            (Style::Ncat2, _) => rate,
            (_, 1) => rate / (2 * (u64::from(self.divider & 0xff) + 1)),
            _ => rate >> (self.divider >> 8 & 0xf),
        })
    }

    fn begin(&mut self, now: u64, wiring: &Wiring<'_>) {
        let is_ready = self.global & (ENABLED | MASTER) == ENABLED | MASTER;
        let rate = self.rate(wiring).filter(|rate| is_ready && *rate > 0 && now >= self.resetting);
        let by_hand = self.control & self.style.select().0 != 0;
        if !by_hand {
            self.select(wiring.is_connected(), now);
        }
        let own = match self.style {
            Style::Sun4i => self.transmit,
            _ => self.transmit.min(self.single),
        };
        let samples = self.style != Style::Ncat2 || self.control >> 13 & 1 != 0;
        let byte = rate.map_or(0, |rate| 8_000_000_000 / rate);
        self.exchange = Some(Exchange {
            left: self.burst,
            own,
            next: rate.map_or(u64::MAX, |_| now + byte),
            byte,
            sound: samples && rate.is_some_and(|rate| rate <= LIMIT),
        });
    }

    /// Everything that has happened by now.
    fn advance(&mut self, now: u64, wiring: &Wiring<'_>, notes: &mut VecDeque<String>) {
        while let Some(exchange) = &mut self.exchange {
            if exchange.next > now {
                return;
            }
            if exchange.left == 0 {
                self.exchange = None;
                if self.control & self.style.select().0 == 0 {
                    self.select(false, now);
                }
                return;
            }
            if exchange.own > 0 && self.sent.is_empty() {
                // The clock stops: sunxi-fel lets the FIFO run empty before the last bytes, and works on silicon.
                exchange.next = now + exchange.byte;
                return;
            }
            let at = exchange.next;
            exchange.next += exchange.byte;
            exchange.left -= 1;
            let (is_own, sound) = (exchange.own > 0, exchange.sound);
            exchange.own = exchange.own.saturating_sub(1);
            if exchange.left == 0 {
                exchange.next = at;
            }
            self.move_byte(is_own, sound && wiring.is_connected(), at, notes);
        }
    }

    fn move_byte(&mut self, is_own: bool, sound: bool, at: u64, notes: &mut VecDeque<String>) {
        // What is not sent from the FIFO is zeros.
        let own = if is_own { self.sent.pop_front() } else { None };
        let out = own.unwrap_or(0);
        let answer = match &mut self.flash {
            Some(flash) if self.selected => flash.exchange(out, at),
            _ => NOTHING,
        };
        let answer = if sound { answer } else { answer << 1 | 1 };
        if self.received.len() < DEPTH {
            self.received.push_back(answer);
        } else {
            note(notes, "SPI0 received more than its FIFO holds: bytes are lost".into());
        }
    }

    fn take(&mut self, size: u32, notes: &mut VecDeque<String>) -> u32 {
        (0..size).fold(0, |word, index| {
            let byte = self.received.pop_front().unwrap_or_else(|| {
                note(notes, "SPI0's empty FIFO was read".into());
                0
            });
            word | u32::from(byte) << (8 * index)
        })
    }

    fn give(&mut self, size: u32, value: u32, notes: &mut VecDeque<String>) {
        for index in 0..size {
            if self.sent.len() < DEPTH {
                self.sent.push_back((value >> (8 * index)) as u8);
            } else {
                note(notes, "SPI0's full FIFO was written: bytes are lost".into());
            }
        }
    }
}
