//! A file that one board may write.

use std::{sync::Arc, time::Duration};

use super::{OfferError, Received, channel::Channel, watch::Watch};
use crate::transport::Stop;

/// A file that one board may write, once, under a name of its own. Dropped before its end, it ends the board's transfer with
/// an error, after which U-Boot is back at its prompt. Up to that the board's last block is acknowledged as often as it
/// comes, as acknowledgements may get lost.
#[derive(Debug)]
pub struct Inbox {
    name: String,
    channel: Arc<Channel>,
    watch: Watch,
}

impl Inbox {
    pub(super) fn new(name: String, channel: Arc<Channel>, stop: Stop) -> Self {
        Self { name, channel, watch: Watch::new(stop) }
    }

    /// The same, with another limit for the time without progress.
    pub fn with_patience(mut self, patience: Duration) -> Self {
        self.watch.patience = patience;
        self
    }

    /// The file's name: 12 characters of a to z and 2 to 7.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether the board has offered the file.
    pub fn asked(&self) -> bool {
        self.channel.state().asked
    }

    /// How far the board got by now.
    pub fn received(&self) -> Received {
        self.channel.state().received
    }

    /// Takes the file's next bytes, as many as have come and `buf` has room for, without waiting, and says how many. `None`:
    /// that was all. It is asked again and again while there are none. While nobody takes a mebibyte that has come, the board
    /// has to wait.
    ///
    /// # Errors
    ///
    /// When the transfer failed, the user wants to stop, or nothing came for 60 s of such questions.
    pub fn get(&mut self, buf: &mut [u8]) -> Result<Option<usize>, OfferError> {
        let Self { channel, watch, .. } = self;
        let mut state = channel.state();
        if let Some(Err(error)) = &state.outcome {
            return Err(error.clone());
        }
        if state.is_empty() && state.outcome.is_some() {
            return Ok(None);
        }
        let count = channel.get(&mut state, buf);
        if count > 0 {
            watch.restart();
        } else if let Some(waited) = watch.waited(&state)? {
            let received = state.received.bytes;
            return Err(match state.asked {
                true => OfferError::Dry { waited, received },
                false => OfferError::Unsent { waited },
            });
        }
        Ok(Some(count))
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        self.channel.close();
    }
}
