//! The device's side of a serial line: what a virtual board is to the line that carries its bytes.

use alloc::{collections::VecDeque, string::String, vec::Vec};
use core::time::Duration;

/// What a device does with its transmitter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Sends this byte now.
    Byte(u8),
    /// Nothing before this time, unless it hears something.
    Until(Duration),
    /// Nothing until it hears something.
    Nothing,
}

/// A virtual board, at the level of bytes. It has no clock: the caller that carries the line says what time it is, and never goes
/// back. Times count from power-on.
pub trait SerialDevice: Send {
    /// Bytes have arrived, the last of them at `now`.
    fn receive(&mut self, bytes: &[u8], now: Duration);
    /// The line asks for the next byte; it does so whenever the last one has gone out.
    fn next(&mut self, now: Duration) -> Said;
    /// The rate that the device's UART is set to, in bit/s.
    fn baud(&self) -> u32;
    /// What is received next is sent at `rate` bit/s: for devices that measure the rate of the line and follow it.
    fn measure(&mut self, rate: u32) {
        let _ = rate;
    }
    /// The board is reset (a button, a power cycle) at `now`.
    fn reset(&mut self, now: Duration);
    /// What a person at the bench would have noticed since the last call (smoke, a fuse blown).
    fn notes(&mut self) -> Vec<String> {
        Vec::new()
    }
}

/// Text that waits to be sent, each piece not before its time.
#[derive(Clone, Debug, Default)]
pub struct Utterances {
    pieces: VecDeque<(Duration, VecDeque<u8>)>,
}

impl Utterances {
    /// Adds bytes that are said at `at`, or later if what comes before them takes longer.
    pub fn say(&mut self, at: Duration, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.pieces.push_back((at, bytes.iter().copied().collect()));
        }
    }

    /// Whether everything has been said.
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// When the last piece is due; zero when there is none.
    pub fn last(&self) -> Duration {
        self.pieces.iter().map(|(at, _)| *at).max().unwrap_or_default()
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.pieces.clear();
    }

    /// The next byte, if its time has come.
    pub fn next(&mut self, now: Duration) -> Said {
        let Some((at, bytes)) = self.pieces.front_mut() else { return Said::Nothing };
        if *at > now {
            return Said::Until(*at);
        }
        let byte = bytes.pop_front();
        if bytes.is_empty() {
            self.pieces.pop_front();
        }
        byte.map_or(Said::Nothing, Said::Byte)
    }
}
