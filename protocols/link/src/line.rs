//! A modelled serial line between a host and a virtual board: bytes take their time, and some get damaged.
//!
//! [`Wire`] is the line by itself, driven by a caller that knows the time (a pty server paces it by a real clock). [`Line`] is a
//! [`ByteLink`] over it that makes the time itself: waiting costs a test nothing.

use alloc::{boxed::Box, collections::VecDeque, string::String, vec::Vec};
use core::time::Duration;

use crate::{
    ByteLink, Counts, Heard, LineError,
    noise::{Damage, Noise},
    serial::{Said, SerialDevice},
};

/// Bits that a byte takes on the line: start, eight of data, stop.
const BITS: u64 = 10;

/// The time of one byte at a rate in bit/s.
pub fn byte_time(baud: u32) -> Duration {
    Duration::from_nanos(BITS * 1_000_000_000 / u64::from(baud.max(1)))
}

/// A line with a board at its end, at a time that only its driver advances.
pub struct Wire {
    device: Box<dyn SerialDevice>,
    now: Duration,
    /// Rate of the host's UART.
    baud: u32,
    /// Damage on the way to the board.
    pub to_device: Noise,
    /// Damage on the way to the host.
    pub to_host: Noise,
    /// From the host: when each byte's stop bit ends.
    sending: VecDeque<(Duration, u8)>,
    /// From the board: likewise.
    coming: VecDeque<(Duration, u8)>,
    /// When the board's transmitter is free.
    free: Duration,
    arrived: Vec<u8>,
}

impl Wire {
    /// A line with the host's UART set to `baud`; the board is powered on now, at time zero.
    pub fn new(device: Box<dyn SerialDevice>, baud: u32) -> Self {
        Self {
            device,
            now: Duration::ZERO,
            baud,
            to_device: Noise::none(),
            to_host: Noise::none(),
            sending: VecDeque::new(),
            coming: VecDeque::new(),
            free: Duration::ZERO,
            arrived: Vec::new(),
        }
    }

    /// The time, as far as it has been driven.
    pub fn now(&self) -> Duration {
        self.now
    }

    /// The board.
    pub fn device(&mut self) -> &mut dyn SerialDevice {
        &mut *self.device
    }

    /// Presses the board's reset button.
    pub fn reset(&mut self) {
        let now = self.now;
        self.coming.clear();
        self.device.reset(now);
    }

    /// Sets the host's rate.
    pub fn set_baud(&mut self, baud: u32) {
        self.baud = baud;
    }

    /// Queues bytes of the host's; returns when the last of them is through.
    pub fn send(&mut self, bytes: &[u8]) -> Duration {
        let mut end = self.sending.back().map_or(self.now, |(end, _)| *end).max(self.now);
        for &byte in bytes {
            end += byte_time(self.baud);
            self.sending.push_back((end, byte));
        }
        end
    }

    /// When something happens next, if nothing is sent.
    pub fn next_event(&mut self) -> Option<Duration> {
        let said = self.listen();
        [self.sending.front().map(|s| s.0), self.coming.front().map(|c| c.0), said]
            .into_iter()
            .flatten()
            .min()
    }

    /// Lets the line live until `time`, or until something has arrived at the host.
    pub fn run(&mut self, time: Duration) {
        while self.arrived.is_empty() {
            let Some(event) = self.next_event().filter(|&event| event <= time) else {
                self.now = self.now.max(time);
                return;
            };
            self.now = self.now.max(event);
            self.deliver();
        }
    }

    /// What has arrived at the host.
    pub fn take(&mut self, most: usize) -> Vec<u8> {
        let count = most.min(self.arrived.len());
        self.arrived.drain(..count).collect()
    }

    /// Asks the board for a byte when its transmitter is free; returns when to ask again.
    fn listen(&mut self) -> Option<Duration> {
        while self.free <= self.now {
            match self.device.next(self.now) {
                Said::Nothing => return None,
                Said::Until(time) => return Some(time.max(self.now + Duration::from_nanos(1))),
                Said::Byte(byte) => {
                    self.free = self.now + byte_time(self.device.baud());
                    let byte = self.as_seen(byte);
                    self.coming.push_back((self.free, byte));
                }
            }
        }
        Some(self.free)
    }

    /// A byte read at another rate than it was sent at is another byte.
    fn as_seen(&self, byte: u8) -> u8 {
        let (device, host) = (u64::from(self.device.baud()), u64::from(self.baud));
        let off = device.abs_diff(host) * 100 > host * 4;
        if off { byte.rotate_left(3) ^ 0xe5 } else { byte }
    }

    fn deliver(&mut self) {
        while self.sending.front().is_some_and(|(end, _)| *end <= self.now) {
            let Some((end, byte)) = self.sending.pop_front() else { return };
            self.device.measure(self.baud);
            let byte = self.as_seen(byte);
            for byte in damaged(byte, &mut self.to_device) {
                self.device.receive(&[byte], end);
            }
        }
        while self.coming.front().is_some_and(|(end, _)| *end <= self.now) {
            let Some((_, byte)) = self.coming.pop_front() else { return };
            self.arrived.extend(damaged(byte, &mut self.to_host));
        }
    }
}

fn damaged(byte: u8, noise: &mut Noise) -> impl Iterator<Item = u8> + use<> {
    let damage = noise.strike();
    damage.unwrap_or(Damage::Flipped(0)).apply(byte)
}

/// A modelled line as a [`ByteLink`].
pub struct Line {
    /// The line itself.
    pub wire: Wire,
    /// How much later than they arrive the host sees bytes (an adapter's latency timer).
    pub latency: Duration,
    /// When the user asks to stop.
    pub stop: Option<Duration>,
    counts: Counts,
}

impl Line {
    /// A line at `baud` to a board that is powered on now.
    pub fn new(device: Box<dyn SerialDevice>, baud: u32) -> Self {
        Self::over(Wire::new(device, baud))
    }

    /// The same over a line that was made before.
    pub fn over(wire: Wire) -> Self {
        Self { wire, latency: Duration::ZERO, stop: None, counts: Counts::default() }
    }

    /// What the board has to say of itself since the last call.
    pub fn notes(&mut self) -> Vec<String> {
        self.wire.device().notes()
    }
}

impl ByteLink for Line {
    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<(), LineError> {
        self.counts.transfers += 1;
        self.counts.sent += bytes.len() as u64;
        let begin = self.wire.now();
        let end = self.wire.send(bytes);
        // Bytes from the board arrive meanwhile and wait: the line goes on until the last byte of ours is out.
        let mut arrived = Vec::new();
        while self.wire.now() < end {
            self.wire.run(end);
            arrived.append(&mut self.wire.arrived);
        }
        self.wire.arrived = arrived;
        if end > begin + limit { Err(LineError::Blocked) } else { Ok(()) }
    }

    fn read(&mut self, buf: &mut [u8], limit: Duration) -> Result<Heard, LineError> {
        self.counts.transfers += 1;
        self.counts.waits += 1;
        let begin = self.wire.now();
        self.wire.run(begin + limit);
        if !self.wire.arrived.is_empty() && !self.latency.is_zero() {
            let (seen, mut arrived) = (self.wire.now() + self.latency, Vec::new());
            while self.wire.now() < seen {
                arrived.append(&mut self.wire.arrived);
                self.wire.run(seen);
            }
            arrived.append(&mut self.wire.arrived);
            self.wire.arrived = arrived;
        }
        let bytes = self.wire.take(buf.len());
        buf[..bytes.len()].copy_from_slice(&bytes);
        self.counts.received += bytes.len() as u64;
        Ok(Heard { count: bytes.len(), waited: self.wire.now() - begin })
    }

    fn set_baud(&mut self, rate: u32) -> Result<(), LineError> {
        self.wire.set_baud(rate);
        Ok(())
    }

    fn baud(&self) -> u32 {
        self.wire.baud
    }

    fn discard(&mut self) -> Result<(), LineError> {
        self.wire.arrived.clear();
        Ok(())
    }

    fn pause(&mut self, time: Duration) -> Result<(), LineError> {
        let end = self.wire.now() + time;
        let mut arrived = Vec::new();
        while self.wire.now() < end {
            self.wire.run(end);
            arrived.append(&mut self.wire.arrived);
        }
        arrived.append(&mut self.wire.arrived);
        self.wire.arrived = arrived;
        match self.stop {
            Some(stop) if stop <= self.wire.now() => Err(LineError::Stopped),
            _ => Ok(()),
        }
    }

    fn counts(&self) -> Counts {
        self.counts
    }
}
