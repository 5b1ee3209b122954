//! The user's wish to stop, in two stages.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering::SeqCst},
};

/// Shared between the signal handler and every link.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    level: AtomicU8,
    flights: AtomicUsize,
    ended: AtomicBool,
    /// The wish that stops this one as well: a rack's, for its nodes.
    parent: Option<Stop>,
}

/// A transfer under way; it ends with this value.
#[derive(Debug)]
pub struct Flight {
    stop: Stop,
    /// The same for all the nodes of a rack.
    _all: Option<Box<Self>>,
}

impl Stop {
    /// A wish of its own, which a wish of this one is as well: one node of a rack can be stopped, and all of them.
    pub fn child(&self) -> Self {
        Self(Arc::new(Shared { parent: Some(self.clone()), ..Shared::default() }))
    }

    /// The user asks again. Returns how often that makes.
    pub fn request(&self) -> u8 {
        let one_more = |level: u8| Some(level.saturating_add(1));
        let level = self.0.level.fetch_update(SeqCst, SeqCst, one_more);
        level.map_or(u8::MAX, |old| old.saturating_add(1))
    }

    /// No further command is to begin.
    pub fn asked(&self) -> bool {
        self.level() >= 1
    }

    /// The transfer under way is to be cut.
    pub fn insisted(&self) -> bool {
        self.level() >= 2
    }

    fn level(&self) -> u8 {
        let parent = self.0.parent.as_ref().map_or(0, Self::level);
        self.0.level.load(SeqCst).max(parent)
    }

    /// A transfer begins that a board waits to see the end of: until the value is dropped, the process does not end because
    /// of a first signal.
    pub fn flight(&self) -> Flight {
        self.0.flights.fetch_add(1, SeqCst);
        let all = self.0.parent.as_ref().map(|parent| Box::new(parent.flight()));
        Flight { stop: self.clone(), _all: all }
    }

    /// Whether a board is in the middle of a transfer.
    pub fn is_in_flight(&self) -> bool {
        self.0.flights.load(SeqCst) > 0
    }

    /// Claims the right to say how the run ended: true for the first who asks.
    pub fn claim_end(&self) -> bool {
        !self.0.ended.swap(true, SeqCst)
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.stop.0.flights.fetch_sub(1, SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flights_are_counted_over_all_links() {
        let stop = Stop::default();
        let (one, two) = (stop.flight(), stop.flight());
        drop(one);
        assert!(stop.is_in_flight());
        drop(two);
        assert!(!stop.is_in_flight());
    }

    #[test]
    fn a_node_stops_alone_or_with_its_rack() {
        let rack = Stop::default();
        let (one, other) = (rack.child(), rack.child());
        one.request();
        assert!(one.asked() && !other.asked() && !rack.asked());
        let flight = other.flight();
        assert!(rack.is_in_flight() && !one.is_in_flight());
        drop(flight);
        assert!(!rack.is_in_flight());
        rack.request();
        rack.request();
        assert!(one.insisted() && other.insisted());
    }

    #[test]
    fn one_says_how_it_ended() {
        let stop = Stop::default();
        assert!(stop.claim_end() && !stop.claim_end());
    }
}
