//! When to begin: a receiver's polls, told from letters in a banner.

use core::time::Duration;

use crate::{
    Failure, Profile,
    wire::{ACK, Check, NAK, POLL},
};

/// For this long no poll for CRCs must have come before a NAK is taken for a request.
const SUMS_ONLY: Duration = Duration::from_secs(2);

/// Polls that come this soon after each other are a boot ROM's: the JH7110's come every 130 ms, U-Boot's every 4.7 s,
/// lrzsz's every 3 s.
const QUICK: Duration = Duration::from_millis(500);
/// What a boot ROM is treated like: its banner comes a second time, half a second after the first.
const ROM: &Profile = &Profile::JH7110_ROM;
/// ACKs and NAKs without a poll that show a transfer under way, and for how long they must have come.
const MIDWAY: u32 = 3;
const MIDWAY_TIME: Duration = Duration::from_secs(3);

/// What has been heard before the first frame.
#[derive(Clone, Debug)]
pub(super) struct Start {
    patience: Duration,
    begin: Option<Duration>,
    polls: u32,
    naks: u32,
    /// Whether the last polls came as quickly as a boot ROM's.
    quick: bool,
    /// ACKs and NAKs since the last poll, and when the first of them came.
    answers: u32,
    first_answer: Duration,
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
            quick: false,
            answers: 0,
            first_answer: zero,
            last_poll: zero,
            last_nak: zero,
            last_other: zero,
            seen: zero,
            crossed: false,
        }
    }

    pub(super) fn heard(&mut self, byte: u8, now: Duration, profile: &Profile) {
        if matches!(byte, ACK | NAK) {
            self.first_answer = if self.answers == 0 { now } else { self.first_answer };
            self.answers += 1;
        }
        match byte {
            POLL => {
                self.answers = 0;
                self.quick = self.polls > 0 && now <= self.last_poll + QUICK;
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
        if calm && self.polls >= self.run(profile) && now <= self.last_poll + profile.fresh {
            return Ok(Some(Check::Crc));
        }
        if profile.sums
            && self.naks >= profile.run
            && now >= self.sums_at(profile)
            && now <= self.last_nak + SUMS_ONLY
        {
            return Ok(Some(Check::Sum));
        }
        if self.is_midway(now, profile) {
            return Err(Failure::Midway);
        }
        if now >= begin + self.patience { Err(Failure::NoStart) } else { Ok(None) }
    }

    /// When to look again if nothing comes.
    pub(super) fn deadline(&self, profile: &Profile) -> Duration {
        let begin = self.begin.unwrap_or_default();
        let end = begin + self.patience;
        let calm = Some(self.calm_at(profile)).filter(|_| self.polls >= self.run(profile));
        let sums = Some(self.sums_at(profile)).filter(|_| profile.sums && self.naks >= profile.run);
        // What has passed without a start will not start: only a byte changes that.
        let times = [calm, sums].into_iter().flatten().filter(|time| *time > self.seen);
        times.min().map_or(end, |time| time.min(end))
    }

    /// From when on nothing but polls has come for long enough.
    fn calm_at(&self, profile: &Profile) -> Duration {
        let calm = if self.is_rom(profile) { profile.calm.max(ROM.calm) } else { profile.calm };
        self.last_other.max(self.begin.unwrap_or_default()) + calm
    }

    /// Polls in a row that make a start.
    fn run(&self, profile: &Profile) -> u32 {
        if self.is_rom(profile) { profile.run.max(ROM.run) } else { profile.run }
    }

    fn is_rom(&self, profile: &Profile) -> bool {
        profile.unknown && self.quick
    }

    /// Whether the board answers another program's frames and asks for nothing. A NAK may also be a request.
    fn is_midway(&self, now: Duration, profile: &Profile) -> bool {
        let only_acks = self.naks == 0;
        self.answers >= MIDWAY
            && (only_acks || !profile.sums)
            && now >= self.first_answer + MIDWAY_TIME
    }

    /// How long the receiver may still take to ask.
    pub(super) fn left(&self, now: Duration) -> Duration {
        (self.begin.unwrap_or(now) + self.patience).saturating_sub(now)
    }

    fn sums_at(&self, profile: &Profile) -> Duration {
        let since_poll =
            if self.last_poll.is_zero() { Duration::ZERO } else { self.last_poll + SUMS_ONLY };
        self.calm_at(profile).max(since_poll)
    }
}
