//! Requests that were not served.

use std::{
    fmt,
    net::Ipv4Addr,
    time::{Duration, Instant},
};

/// How many kinds of refusal are kept apart.
const KINDS: usize = 8;
/// Answers a second to requests that are refused. A flood of them is otherwise not answered.
const ANSWERS: u32 = 50;

/// Requests that were not served, for a note to the user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusals {
    /// All of them.
    pub requests: u64,
    /// Those that were not even answered, as there were too many.
    pub unanswered: u64,
    /// The first few that differ.
    pub first: Vec<Refusal>,
}

/// Requests from one host that were refused for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Where they came from.
    pub from: Ipv4Addr,
    /// Why they were refused.
    pub why: Why,
    /// How many there were.
    pub times: u64,
}

/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing of that name is offered.
    Name,
    /// It is offered to another host.
    Host,
    /// It was served already, or is being served.
    Served,
    /// The client wants to write a file that nobody awaits.
    Write,
    /// The client wants its text converted.
    Mode,
    /// It is no request.
    Malformed,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Name => "no such file is offered",
            Self::Host => "the file is offered to another host",
            Self::Served => "the file was served already",
            Self::Write => "no such file may be written",
            Self::Mode => "only mode octet is served",
            Self::Malformed => "not a request",
        })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, why, times } = self;
        match times {
            1 => write!(f, "a request from {from} was refused: {why}"),
            _ => write!(f, "{times} requests from {from} were refused: {why}"),
        }
    }
}

impl Refusals {
    /// Counts one.
    pub(super) fn add(&mut self, from: Ipv4Addr, why: Why) {
        self.requests += 1;
        let known = self.first.iter_mut().find(|known| (known.from, known.why) == (from, why));
        if let Some(known) = known {
            known.times += 1;
        } else if self.first.len() < KINDS {
            self.first.push(Refusal { from, why, times: 1 });
        }
    }
}

/// How many answers may still be given.
#[derive(Debug)]
pub(super) struct Budget {
    second: Instant,
    left: u32,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self { second: Instant::now(), left: ANSWERS }
    }

    /// Whether one more may be given now.
    pub(super) fn take(&mut self) -> bool {
        if self.second.elapsed() >= Duration::from_secs(1) {
            *self = Self::new();
        }
        let allowed = self.left > 0;
        self.left = self.left.saturating_sub(1);
        allowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_is_counted_and_not_kept() {
        let mut refusals = Refusals::default();
        for i in 0..10_000u32 {
            refusals.add(Ipv4Addr::from_bits(i % 100), Why::Name);
        }
        assert_eq!((refusals.requests, refusals.first.len()), (10_000, KINDS));
        assert_eq!(refusals.first[0].times, 100);
        let text = "100 requests from 0.0.0.0 were refused: no such file is offered";
        assert_eq!(refusals.first[0].to_string(), text);
    }

    #[test]
    fn a_flood_is_answered_for_a_while() {
        let mut budget = Budget::new();
        let answers = (0..10_000).filter(|_| budget.take()).count();
        assert!((50..=100).contains(&answers), "{answers}");
    }
}
