//! A file that one board may load.

use std::{sync::Arc, time::Duration};

use super::{
    OfferError, Sent,
    channel::{Channel, State},
    watch::Watch,
};
use crate::transport::Stop;

/// How often a waiting offer looks whether the user wants to stop.
const LOOK: Duration = Duration::from_millis(50);

/// A file that is offered to one board, under a name of its own. Dropped before its end, it ends the board's transfer with
/// an error, after which U-Boot is back at its prompt.
#[derive(Debug)]
pub struct Offer {
    name: String,
    channel: Arc<Channel>,
    watch: Watch,
}

impl Offer {
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

    /// Whether the board has asked for the file.
    pub fn asked(&self) -> bool {
        self.channel.state().asked
    }

    /// How many bytes [`Self::send`] takes at once, without waiting.
    pub fn room(&self) -> usize {
        self.channel.state().room()
    }

    /// How far the board got by now.
    pub fn sent(&self) -> Sent {
        self.channel.state().sent
    }

    /// How the transfer ended; `None` while it has not.
    pub fn outcome(&self) -> Option<Result<Sent, OfferError>> {
        let state = self.channel.state();
        state.outcome.clone().map(|outcome| outcome.map(|()| state.sent))
    }

    /// Hands over the file's next bytes, and waits while too many of them were not sent yet.
    ///
    /// # Errors
    ///
    /// When the transfer failed, the user wants to stop, or nothing went on for 60 s.
    pub fn send(&mut self, data: &[u8]) -> Result<(), OfferError> {
        let mut rest = data;
        loop {
            let count = self.put(rest)?;
            rest = &rest[count..];
            if rest.is_empty() {
                return Ok(());
            }
            self.rest();
        }
    }

    /// Hands over as many of the file's next bytes as there is room for, without waiting, and says how many. It is asked
    /// again and again while there is none.
    ///
    /// # Errors
    ///
    /// When the transfer failed, the user wants to stop, or nothing went on for 60 s of such questions.
    pub fn put(&mut self, data: &[u8]) -> Result<usize, OfferError> {
        let Self { channel, watch, .. } = self;
        let mut state = channel.state();
        if let Some(Err(error)) = &state.outcome {
            return Err(error.clone());
        }
        let count = channel.put(&mut state, data);
        if count == 0 && !data.is_empty() {
            look(watch, &state)?;
        } else {
            watch.restart();
        }
        Ok(count)
    }

    /// Says that the file ends here, without waiting. It is the last word: no [`Self::send`] may follow.
    pub fn end(&mut self) {
        self.channel.end();
    }

    /// Ends the file and waits until the board has acknowledged all of it.
    ///
    /// # Errors
    ///
    /// When the transfer failed, the user wants to stop, or nothing went on for 60 s.
    pub fn finish(mut self) -> Result<Sent, OfferError> {
        self.end();
        loop {
            if let Some(sent) = self.ended()? {
                return Ok(sent);
            }
            self.rest();
        }
    }

    /// What was sent, once the board has acknowledged all of it, after [`Self::end`]. It does not wait, and is asked again and
    /// again.
    ///
    /// # Errors
    ///
    /// When the transfer failed, the user wants to stop, or nothing went on for 60 s of such questions.
    pub fn ended(&mut self) -> Result<Option<Sent>, OfferError> {
        let Self { channel, watch, .. } = self;
        let state = channel.state();
        match &state.outcome {
            Some(outcome) => outcome.clone().map(|()| Some(state.sent)),
            None => look(watch, &state).map(|()| None),
        }
    }

    /// Waits until something has changed.
    fn rest(&self) {
        drop(self.channel.wait(self.channel.state(), LOOK));
    }
}

impl Drop for Offer {
    fn drop(&mut self) {
        self.channel.close();
    }
}

fn look(watch: &mut Watch, state: &State) -> Result<(), OfferError> {
    watch.waited(state)?.map_or(Ok(()), |waited| {
        Err(match state.asked {
            true => OfferError::Stuck { waited, sent: state.sent.bytes },
            false => OfferError::Unasked { waited },
        })
    })
}
