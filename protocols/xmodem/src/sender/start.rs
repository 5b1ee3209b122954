//! When to begin: a receiver's polls, told from letters in a banner.

use core::time::Duration;

use crate::{
    Failure, Profile,
    wire::{Check, NAK, POLL},
};

/// For so long no poll for CRCs must have come before a NAK is taken for a request.
const SUMS_ONLY: Duration = Duration::from_secs(2);

/// What has been heard before the first frame.
#[derive(Clone, Debug)]
pub(super) struct Start {
    patience: Duration,
    begin: Option<Duration>,
    polls: u32,
    naks: u32,
    last_poll: Duration,
    last_nak: Duration,
    last_other: Duration,
    seen: Duration,
    /// See `Sender::crossing`.
    pub(super) crossed: bool,
}

impl Start {
    pub(super) fn new(patience: Duration) -> Self {
        let zero = Duration::ZERO;
        Self {
            patience,
            begin: None,
            polls: 0,
            naks: 0,
            last_poll: zero,
            last_nak: zero,
            last_other: zero,
            seen: zero,
            crossed: false,
        }
    }

    pub(super) fn heard(&mut self, byte: u8, now: Duration, profile: &Profile) {
        match byte {
            POLL => {
                if now > self.last_poll + profile.fresh {
                    self.polls = 0;
                }
                self.polls += 1;
                self.last_poll = now;
            }
            NAK => {
                self.naks += 1;
                self.last_nak = now;
            }
            _ => {
                (self.polls, self.naks) = (0, 0);
                self.last_other = now;
            }
        }
    }

    /// The check to use if it is time to begin.
    pub(super) fn ready(
        &mut self,
        now: Duration,
        profile: &Profile,
    ) -> Result<Option<Check>, Failure> {
        self.seen = now;
        let begin = *self.begin.get_or_insert(now);
        let calm = now >= self.calm_at(profile);
        if calm && self.polls >= profile.run && now <= self.last_poll + profile.fresh {
            return Ok(Some(Check::Crc));
        }
        if self.naks >= profile.run
            && now >= self.sums_at(profile)
            && now <= self.last_nak + SUMS_ONLY
        {
            return Ok(Some(Check::Sum));
        }
        if now >= begin + self.patience { Err(Failure::NoStart) } else { Ok(None) }
    }

    /// When to look again if nothing comes.
    pub(super) fn deadline(&self, profile: &Profile) -> Duration {
        let begin = self.begin.unwrap_or_default();
        let end = begin + self.patience;
        let calm = Some(self.calm_at(profile)).filter(|_| self.polls >= profile.run);
        let sums = Some(self.sums_at(profile)).filter(|_| self.naks >= profile.run);
        // What has passed without a start will not start: only a byte changes that.
        let times = [calm, sums].into_iter().flatten().filter(|time| *time > self.seen);
        times.min().map_or(end, |time| time.min(end))
    }

    /// From when on nothing but polls has come for long enough.
    fn calm_at(&self, profile: &Profile) -> Duration {
        self.last_other.max(self.begin.unwrap_or_default()) + profile.calm
    }

    fn sums_at(&self, profile: &Profile) -> Duration {
        let since_poll =
            if self.last_poll.is_zero() { Duration::ZERO } else { self.last_poll + SUMS_ONLY };
        self.calm_at(profile).max(since_poll)
    }
}
