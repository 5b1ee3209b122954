//! How long a transfer may stand still.

use std::time::{Duration, Instant};

use super::{OfferError, channel::State};
use crate::transport::Stop;

/// How long a transfer may go on without any progress, and how long a board may take to ask for its file. U-Boot itself
/// gives up after 50 s of silence.
const PATIENCE: Duration = Duration::from_secs(60);
/// Since when a transfer has not gone on.
#[derive(Debug)]
pub(super) struct Watch {
    stop: Stop,
    pub(super) patience: Duration,
    since: Instant,
    /// How far it was at that time: bytes moved, blocks sent, and whether the board had asked.
    mark: (u64, u64, bool),
}

impl Watch {
    pub(super) fn new(stop: Stop) -> Self {
        Self { stop, patience: PATIENCE, since: Instant::now(), mark: (0, 0, false) }
    }

    /// It goes on now.
    pub(super) fn restart(&mut self) {
        (self.since, self.mark) = (Instant::now(), (0, 0, false));
    }

    /// For how long nothing went on, if that is too long. Fails where the user wants to stop.
    pub(super) fn waited(&mut self, state: &State) -> Result<Option<Duration>, OfferError> {
        if self.stop.asked() {
            return Err(OfferError::Stopped);
        }
        let mark = (state.moved, state.sent.blocks, state.asked);
        let waited = self.since.elapsed();
        if mark != self.mark {
            (self.since, self.mark) = (Instant::now(), mark);
            return Ok(None);
        }
        Ok((waited >= self.patience).then_some(waited))
    }
}
