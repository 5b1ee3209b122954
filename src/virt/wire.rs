//! The wire's time: a cable of a board's own, or a hub that boards share.

use std::time::Duration;

use super::{
    Model,
    hub::{Hub, Seat, Ticket},
};

/// The wire to a board. Nothing here reads a clock, except for a hub.
#[derive(Debug)]
pub(super) struct Wire {
    model: Model,
    /// When a cable of its own will be free.
    free: Duration,
    seat: Option<Seat>,
}

/// When a transfer was handed over: in the caller's time, and in that of the hub.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Moment {
    caller: Duration,
    hub: Duration,
}

/// When the wire is done with a transfer.
#[derive(Clone, Debug)]
pub(super) enum Due {
    /// Then.
    At(Duration),
    /// When the hub says so; it was handed over at this moment.
    Hub(Ticket, Moment),
}

impl Wire {
    /// A cable of this model, to the hub of that name where there is one.
    pub(super) fn new(model: Model, hub: Option<&str>) -> Self {
        let seat = hub.map(|name| Seat::at(Hub::named(name)));
        Self { model, free: Duration::ZERO, seat }
    }

    /// The moment that the caller calls `now`.
    pub(super) fn moment(&self, now: Duration) -> Moment {
        Moment { caller: now, hub: self.seat.as_ref().map_or(Duration::ZERO, Seat::now) }
    }

    /// Whether nothing goes over it.
    pub(super) fn is_free(&self, now: Duration) -> bool {
        self.seat.as_ref().map_or(self.free <= now, Seat::is_idle)
    }

    /// Moves bytes of a transfer that was handed over then; `cold`: it found the wire idle.
    pub(super) fn carry(&mut self, bytes: usize, submitted: Moment, cold: bool) -> Due {
        let latency = if cold { self.model.latency() } else { Duration::ZERO };
        if let Some(seat) = &self.seat {
            return Due::Hub(seat.carry(bytes, submitted.hub + latency), submitted);
        }
        let begin = self.free.max(submitted.caller + latency);
        self.free = begin + self.model.time(bytes);
        Due::At(self.free)
    }

    /// When a transfer was over or, as things are, will be: in the caller's time.
    pub(super) fn due(&self, due: &Due) -> Duration {
        match (due, &self.seat) {
            (Due::At(at), _) => *at,
            (Due::Hub(ticket, submitted), Some(seat)) => {
                submitted.caller + seat.due(ticket).saturating_sub(submitted.hub)
            }
            (Due::Hub(_, submitted), None) => submitted.caller,
        }
    }

    /// Takes back what is under way.
    pub(super) fn clear(&self) {
        self.seat.iter().for_each(Seat::clear);
    }

    /// The caller counts time anew.
    pub(super) fn restart(&mut self) {
        self.clear();
        self.free = Duration::ZERO;
    }
}

impl Due {
    /// Whether that is certain: on a hub, others may come in between.
    pub(super) fn is_certain(&self) -> bool {
        match self {
            Self::At(_) => true,
            Self::Hub(ticket, _) => ticket.get().is_some(),
        }
    }
}
