//! Timer 0, which counts down.

const ENABLED: u32 = 1;
const RELOAD: u32 = 2;
const OSCILLATOR: u32 = 1;

/// Control, interval and counter.
#[derive(Default)]
pub(super) struct Timer {
    control: u32,
    interval: u32,
    /// The counter, and when it was that.
    counter: (u32, u64),
}

impl Timer {
    /// Counts so far: of 24 MHz or 32 kHz, divided.
    fn counts(&self, nanoseconds: u64) -> u64 {
        let rate = if self.control >> 2 & 3 == OSCILLATOR { 24_000_000 } else { 32_768 };
        let counts = u128::from(nanoseconds) * rate / 1_000_000_000;
        (counts >> (self.control >> 4 & 7)) as u64
    }

    /// The counter now: in continuous mode it begins at the interval again.
    fn counter(&self, now: u64) -> u32 {
        let (start, then) = self.counter;
        if self.control & ENABLED == 0 {
            return start;
        }
        let counts = self.counts(now - then);
        if counts <= start.into() {
            return start - counts as u32;
        }
        let is_single = self.control & 0x80 != 0;
        if is_single || self.interval == 0 {
            return 0;
        }
        let into = (counts - u64::from(start)) % u64::from(self.interval);
        self.interval - into as u32
    }

    pub(super) fn read(&self, offset: u32, now: u64) -> u32 {
        match offset {
            0 => self.control & !RELOAD,
            4 => self.interval,
            _ => self.counter(now),
        }
    }

    pub(super) fn write(&mut self, offset: u32, value: u32, now: u64) {
        let counter = self.counter(now);
        match offset {
            0 => {
                self.control = value;
                let start = if value & RELOAD != 0 { self.interval } else { counter };
                self.counter = (start, now);
            }
            4 => self.interval = value,
            _ => self.counter = (value, now),
        }
    }
}
