//! How long all takes that is left of a plan, with what follows the step under way.

use std::time::{Duration, Instant};

use link::StepId;

use super::progress::Progress;

/// Seconds that a rate which was measured before counts for when a step begins: the estimate does not jump.
const TRUST: f64 = 3.0;
/// Before this a step's own rate says nothing.
const SOON: Duration = Duration::from_secs(1);
/// The steps that move storage: their rates are alike, and say nothing of any other step's.
const MOVES: [StepId; 4] = [StepId::WRITE, StepId::VERIFY, StepId::READ, StepId::COMPARE];

/// The work ahead, as far as it is planned.
#[derive(Default)]
pub(super) struct Estimate {
    /// Bytes a second of the steps that ended, by kind, the last one last.
    rates: Vec<(StepId, f64)>,
    /// What follows the step under way, and belongs to it.
    then: Vec<(StepId, u64)>,
    /// What the plan's later steps move.
    later: Vec<(StepId, u64)>,
}

impl Estimate {
    /// A step of the plan begins; `later` is what moves after it.
    pub(super) fn plan(&mut self, later: &[(StepId, u64)]) {
        self.then.clear();
        self.later = later.to_vec();
    }

    /// A step begins.
    pub(super) fn begin(&mut self) {
        self.then.clear();
    }

    /// What follows the step under way.
    pub(super) fn then(&mut self, then: &[(StepId, u64)]) {
        self.then.clear();
        self.then.extend_from_slice(then);
    }

    /// A step has ended.
    pub(super) fn end(&mut self, step: &Progress, now: Instant) {
        let seconds = step.elapsed(now).as_secs_f64();
        if MOVES.contains(&step.id) && step.done() > 0 && seconds > 0.0 {
            self.rates.retain(|(id, _)| *id != step.id);
            self.rates.push((step.id, step.done() as f64 / seconds));
        }
    }

    /// The time left of the plan; `None`: not known yet.
    pub(super) fn left(&self, step: &Progress, now: Instant) -> Option<Duration> {
        let rest = step.bytes.checked_sub(step.done()).filter(|_| step.bytes > 0)?;
        let own = self.rate(step, now)?;
        let ahead = || self.then.iter().chain(&self.later).filter(|(_, bytes)| *bytes > 0);
        if ahead().next().is_some() && !MOVES.contains(&step.id) {
            return None;
        }
        let of = |(id, bytes): &(StepId, u64)| *bytes as f64 / self.measured(*id).unwrap_or(own);
        let seconds = rest as f64 / own + ahead().map(of).sum::<f64>();
        Duration::try_from_secs_f64(seconds).ok()
    }

    fn measured(&self, id: StepId) -> Option<f64> {
        self.rates.iter().find(|(known, _)| *known == id).map(|(_, rate)| *rate)
    }

    /// The rate of the step under way, in bytes a second.
    fn rate(&self, step: &Progress, now: Instant) -> Option<f64> {
        let (elapsed, done) = (step.elapsed(now), step.done() as f64);
        let alike =
            || self.rates.last().filter(|_| MOVES.contains(&step.id)).map(|(_, rate)| *rate);
        match self.measured(step.id).or_else(alike) {
            Some(rate) => Some((done + rate * TRUST) / (elapsed.as_secs_f64() + TRUST)),
            None if elapsed < SOON || step.done() == 0 => None,
            None => Some(done / elapsed.as_secs_f64()),
        }
    }
}

/// A time in words, of at most 11 letters.
pub(super) fn words(left: Duration) -> String {
    // Rounded up: what is left is not nothing.
    let seconds = left.as_millis().div_ceil(1000);
    match (seconds, seconds.div_ceil(60), seconds.div_ceil(3600)) {
        (0..=90, ..) => format!("{seconds} s left"),
        (_, 0..=90, _) => format!("{} min left", seconds.div_ceil(60)),
        (.., hours) => format!("{} h left", hours.min(9999)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: u64 = 1 << 20;

    fn after(start: Instant, seconds: u64) -> Instant {
        start + Duration::from_secs(seconds)
    }

    fn seconds(estimate: &Estimate, step: &Progress, now: Instant) -> u64 {
        estimate.left(step, now).expect("it is known").as_secs_f64().round() as u64
    }

    #[test]
    fn the_time_left_knows_of_what_follows() {
        let start = Instant::now();
        let mut estimate = Estimate::default();
        estimate.plan(&[(StepId::WRITE, 100 * MIB)]);
        let mut write = Progress::new(StepId::WRITE, "write", 1000 * MIB, start);
        estimate.begin();
        estimate.then(&[(StepId::VERIFY, 1000 * MIB)]);
        assert_eq!(estimate.left(&write, start), None);
        // At 10 MiB/s: the rest of it, as much again, and the step after that.
        write.advance(100 * MIB);
        assert_eq!(seconds(&estimate, &write, after(start, 10)), 90 + 100 + 10);
        write.advance(900 * MIB);
        let end = after(start, 100);
        assert_eq!(seconds(&estimate, &write, end), 100 + 10);
        // It does not start over where verifying begins, and follows what that is like.
        estimate.end(&write, end);
        let mut verify = Progress::new(StepId::VERIFY, "verify", 1000 * MIB, end);
        estimate.begin();
        assert_eq!(seconds(&estimate, &verify, end), 100 + 10);
        verify.advance(500 * MIB);
        let middle = seconds(&estimate, &verify, after(end, 25));
        assert!((25 + 10..32 + 10).contains(&middle), "{middle}");
        verify.advance(500 * MIB);
        estimate.end(&verify, after(end, 50));
        estimate.plan(&[]);
        let last = Progress::new(StepId::WRITE, "write", 100 * MIB, after(end, 50));
        assert_eq!(seconds(&estimate, &last, after(end, 50)), 10);
    }

    #[test]
    fn a_boot_loaders_pace_says_nothing_of_storage() {
        let start = Instant::now();
        let mut estimate = Estimate::default();
        let mut send = Progress::new(StepId::START, "usbplug", 100, start);
        send.advance(50);
        assert_eq!(seconds(&estimate, &send, after(start, 5)), 5);
        estimate.plan(&[(StepId::WRITE, MIB)]);
        assert_eq!(estimate.left(&send, after(start, 5)), None);
        estimate.end(&send, after(start, 5));
        let write = Progress::new(StepId::WRITE, "write", MIB, after(start, 5));
        assert_eq!(estimate.left(&write, after(start, 5)), None);
    }

    #[test]
    fn the_time_left_is_short() {
        for (seconds, said) in [
            (0.0, "0 s left"),
            (0.2, "1 s left"),
            (90.0, "90 s left"),
            (90.5, "2 min left"),
            (5400.0, "90 min left"),
            (5401.0, "2 h left"),
            (1e9, "9999 h left"),
        ] {
            assert_eq!(words(Duration::from_secs_f64(seconds)), said);
            assert!(said.len() <= 11);
        }
    }
}
