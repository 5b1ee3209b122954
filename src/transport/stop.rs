//! The user's wish to stop, in two stages.

use std::sync::{
    Arc,
    atomic::{AtomicU8, Ordering},
};

/// Shared between the signal handler and every link.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicU8>);

impl Stop {
    /// The user asks once more. Returns how often that makes.
    pub fn request(&self) -> u8 {
        let one_more = |level: u8| Some(level.saturating_add(1));
        self.0
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_more)
            .map_or(u8::MAX, |old| old.saturating_add(1))
    }

    /// No further command is to begin.
    pub fn asked(&self) -> bool {
        self.0.load(Ordering::SeqCst) >= 1
    }

    /// The transfer under way is to be cut.
    pub fn insisted(&self) -> bool {
        self.0.load(Ordering::SeqCst) >= 2
    }
}
