//! Progress where there is no terminal: in the log of a service or a CI job.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    thread,
    time::{Duration, Instant},
};

use super::{
    estimate::{self, Estimate},
    out,
    progress::{Kind, Progress},
};

/// The shortest time between two lines of a step that moves bytes, and of a wait.
const PACE: Duration = Duration::from_secs(10);
/// The longest silence; with [`TICK`] it stays below 30 s.
const SILENCE: Duration = Duration::from_secs(28);
/// A wait that ends before this is not worth a line.
const SHORT: Duration = Duration::from_secs(2);
/// How often to check whether there was silence.
const TICK: Duration = Duration::from_secs(1);

/// Lines on stderr.
#[derive(Default)]
pub(super) struct Lines {
    log: Option<Arc<Mutex<Log>>>,
    /// What every line begins with: the name of a node.
    lead: String,
}

impl Lines {
    /// Lines about one node of many.
    pub(super) fn of(name: &str) -> Self {
        Self { log: None, lead: format!("{name}: ") }
    }

    pub(super) fn step(&mut self, step: &Progress, now: Instant) {
        let log = self.log.get_or_insert_with(|| {
            let log = Arc::new(Mutex::new(Log { lead: self.lead.clone(), ..Log::new(now) }));
            let watched = Arc::downgrade(&log);
            // Without it only silence is longer.
            let _ = thread::Builder::new().name("progress".into()).spawn(move || tick(&watched));
            log
        });
        let mut log = locked(log);
        let line = log.step(step, now);
        log.tell(line);
    }

    pub(super) fn advance(&self, step: &Progress, estimate: &Estimate, now: Instant) {
        if let Some(log) = &self.log {
            let mut log = locked(log);
            let line = log.advance(step, estimate, now);
            log.tell(line);
        }
    }

    /// Says something else.
    pub(super) fn say(&self, text: &str, now: Instant) {
        // No line comes between the text and its note in the log.
        let log = self.log.as_ref().map(locked);
        out::say("", &format!("{}{text}", self.lead));
        if let Some(mut log) = log {
            log.said(now);
        }
    }

    pub(super) fn finish(&self) {
        if let Some(log) = &self.log {
            locked(log).step = None;
        }
    }
}

fn locked(log: &Arc<Mutex<Log>>) -> MutexGuard<'_, Log> {
    log.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Breaks silences, for as long as there is a log.
fn tick(log: &Weak<Mutex<Log>>) {
    loop {
        thread::sleep(TICK);
        let Some(log) = log.upgrade() else { return };
        let mut log = locked(&log);
        let line = log.tick(Instant::now());
        log.tell(line);
    }
}

/// What was said last, and when.
struct Log {
    lead: String,
    step: Option<Progress>,
    last: Instant,
    /// When the silence is to end.
    due: Instant,
}

impl Log {
    fn new(now: Instant) -> Self {
        Self { lead: String::new(), step: None, last: now, due: now + SILENCE }
    }

    fn tell(&self, line: Option<String>) {
        if let Some(line) = line {
            out::say("", &format!("{}{line}", self.lead));
        }
    }

    /// The line with which a step begins. A wait may be over in a moment: it has none.
    fn step(&mut self, step: &Progress, now: Instant) -> Option<String> {
        self.step = Some(step.clone());
        if matches!(step.kind(), Kind::Wait(_)) {
            self.due = now + SHORT;
            return None;
        }
        (self.last, self.due) = (now, now + SILENCE);
        Some(match step.bytes {
            0 => step.words(),
            bytes => format!("{}: {bytes} bytes", step.words()),
        })
    }

    fn advance(&mut self, step: &Progress, estimate: &Estimate, now: Instant) -> Option<String> {
        if now.saturating_duration_since(self.last) < PACE || step.bytes == 0 {
            return None;
        }
        self.step = Some(step.clone());
        let left = estimate.left(step, now).map(|left| format!(", {}", estimate::words(left)));
        self.line(&left.unwrap_or_default(), now)
    }

    /// Something else was said: a wait is over, and a step goes on.
    fn said(&mut self, now: Instant) {
        (self.last, self.due) = (now, now + SILENCE);
        self.step.take_if(|step| matches!(step.kind(), Kind::Wait(_)));
    }

    /// The line that is due.
    fn tick(&mut self, now: Instant) -> Option<String> {
        if now < self.due { None } else { self.line("", now) }
    }

    fn line(&mut self, more: &str, now: Instant) -> Option<String> {
        let step = self.step.as_ref()?;
        let pace = if matches!(step.kind(), Kind::Wait(_)) { PACE } else { SILENCE };
        (self.last, self.due) = (now, now + pace);
        Some(match step.share() {
            Some(share) => format!("{}: {share}{more}", step.words()),
            None => format!("{}, {}", step.words(), step.time(now)),
        })
    }
}

#[cfg(test)]
mod tests {
    use link::StepId;

    use super::*;

    /// All that is said until this many seconds have passed, a look each second, with the second of each.
    fn heard(log: &mut Log, start: Instant, seconds: u64) -> Vec<(u64, String)> {
        let at = |second| start + Duration::from_secs(second);
        let said = |second| log.tick(at(second)).map(|line| (second, line));
        (0..=seconds).filter_map(said).collect()
    }

    #[test]
    fn there_is_a_line_at_least_every_thirty_seconds() {
        let start = Instant::now();
        let mut log = Log::new(start);
        let step = Progress::new(StepId::ERASE, "erase", 0, start).numbered(Some((3, 4)));
        assert_eq!(log.step(&step, start).as_deref(), Some("[3/4] erase"));
        let said = heard(&mut log, start, 60);
        assert_eq!(said, [(28, "[3/4] erase, 28 s".into()), (56, "[3/4] erase, 56 s".into())]);
        // One whose bytes do not come is not silent either.
        let mut step = Progress::new(StepId::WRITE, "write", 200, start);
        assert_eq!(log.step(&step, start).as_deref(), Some("write: 200 bytes"));
        step.advance(50);
        assert_eq!(log.advance(&step, &Estimate::default(), start), None);
        let later = start + Duration::from_secs(10);
        let line = log.advance(&step, &Estimate::default(), later);
        assert_eq!(line.as_deref(), Some("write: 50 of 200 bytes, 25 %, 30 s left"));
        assert_eq!(heard(&mut log, start, 40), [(38, "write: 50 of 200 bytes, 25 %".into())]);
    }

    #[test]
    fn a_wait_says_for_what() {
        let start = Instant::now();
        let mut log = Log::new(start);
        let limit = Kind::Wait(Duration::from_secs(20));
        let wait = Progress::new(StepId::START, "usbplug at 1-1", 0, start).of_kind(limit);
        assert_eq!(log.step(&wait, start), None, "most are over at once");
        let said = heard(&mut log, start, 12);
        let line = |seconds| format!("waiting for usbplug at 1-1, {seconds} s of 20 s");
        assert_eq!(said, [(2, line(2)), (12, line(12))]);
        log.said(start + Duration::from_secs(12));
        assert!(heard(&mut log, start, 100).is_empty(), "it is over");
    }
}
