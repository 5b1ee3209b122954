//! The transfer of a session, in either direction.

use std::time::Duration;

use tftp::{
    receiver::{self, Receiver},
    server::{self, Event, Limits, Transfer},
};

use super::{
    OfferError,
    channel::{Channel, Inlet, Outlet, State},
};

/// What a session does.
#[derive(Debug)]
pub(super) enum Work {
    /// The board loads a file.
    Send(Box<Transfer>),
    /// The board writes one.
    Receive(Box<Receiver>),
}

impl Work {
    /// A file that the board may load, with at most this many blocks on their way.
    pub(super) fn sending(window: u16) -> Self {
        let limits = Limits { window_size: window, ..Limits::ETHERNET };
        Self::Send(Box::new(Transfer::new(limits, None)))
    }

    /// A file of at most this many bytes that the board may write.
    pub(super) fn receiving(bytes: u64) -> Self {
        Self::Receive(Box::new(Receiver::new(receiver::Limits::ethernet(bytes))))
    }

    /// Whether the board writes.
    pub(super) fn is_written(&self) -> bool {
        matches!(self, Self::Receive(_))
    }

    pub(super) fn is_fresh(&self) -> bool {
        match self {
            Self::Send(transfer) => transfer.is_fresh(),
            Self::Receive(receiver) => receiver.is_fresh(),
        }
    }

    pub(super) fn deadline(&self) -> Option<Duration> {
        match self {
            Self::Send(transfer) => transfer.deadline(),
            Self::Receive(receiver) => receiver.deadline(),
        }
    }

    pub(super) fn on(&mut self, event: Event<'_>, now: Duration, channel: &Channel) {
        match self {
            Self::Send(transfer) => transfer.on(event, now, &mut Outlet(channel)),
            Self::Receive(receiver) => receiver.on(event, now, &mut Inlet(channel)),
        }
    }

    pub(super) fn transmit(&self) -> Option<&[u8]> {
        match self {
            Self::Send(transfer) => transfer.transmit(),
            Self::Receive(receiver) => receiver.transmit(),
        }
    }

    pub(super) fn transmitted(&mut self) {
        match self {
            Self::Send(transfer) => transfer.transmitted(),
            Self::Receive(receiver) => receiver.transmitted(),
        }
    }

    /// Ends it, and tells the board so.
    pub(super) fn abort(&mut self) {
        match self {
            Self::Send(transfer) => transfer.abort("no longer offered"),
            Self::Receive(receiver) => receiver.abort("no longer awaited"),
        }
    }

    /// How it ended; `None` while it goes on.
    pub(super) fn outcome(&self) -> Option<Result<(), OfferError>> {
        match self {
            Self::Send(transfer) => match (transfer.state(), transfer.failure()) {
                (server::State::Done, _) => Some(Ok(())),
                (_, failure) => failure.cloned().map(|failure| Err(OfferError::Failed(failure))),
            },
            Self::Receive(receiver) => match (receiver.state(), receiver.failure()) {
                (receiver::State::Done, _) => Some(Ok(())),
                (_, failure) => failure.cloned().map(|failure| Err(OfferError::Lost(failure))),
            },
        }
    }

    /// Tells the other side how far it came.
    pub(super) fn tell(&self, state: &mut State) {
        match self {
            Self::Send(transfer) => state.sent = transfer.sent(),
            Self::Receive(receiver) => state.received = receiver.received(),
        }
    }
}
