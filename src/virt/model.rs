//! What a cable costs.

use std::time::Duration;

/// The model of a cable. The figures are those of the bench (design: 40 MB/s and 125 µs a transfer that was not already
/// queued at high speed, 1.1 MB/s and 1 ms at full speed).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Model {
    /// Nothing.
    #[default]
    None,
    /// 12 Mbit/s.
    FullSpeed,
    /// 480 Mbit/s.
    HighSpeed,
}

impl Model {
    /// Bytes a second; `None`: no end of them.
    pub fn rate(self) -> Option<f64> {
        match self {
            Self::None => None,
            Self::FullSpeed => Some(1.1e6),
            Self::HighSpeed => Some(40e6),
        }
    }

    /// What a transfer costs that finds the wire idle.
    pub fn latency(self) -> Duration {
        match self {
            Self::None => Duration::ZERO,
            Self::FullSpeed => Duration::from_millis(1),
            Self::HighSpeed => Duration::from_micros(125),
        }
    }

    /// How long `bytes` keep the wire busy.
    pub fn time(self, bytes: usize) -> Duration {
        self.rate().map_or(Duration::ZERO, |rate| Duration::from_secs_f64(bytes as f64 / rate))
    }
}
