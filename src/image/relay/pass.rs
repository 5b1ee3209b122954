//! One unpacking of an image under way: a window of runs, and the readers that take from it. A clock is told, not asked.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
    time::{Duration, Instant},
};

use crc32fast::Hasher;

use super::Limits;
use crate::{failure::Problem, image::Run, transport::Stop};

/// Buffers that are kept to be filled again: as many as are filled while one is taken.
const SPARE: usize = 2;

/// A run, and a sum of all of the image's data up to its end.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) run: Run,
    pub(super) sum: u32,
}

/// What a reader gets.
#[derive(Debug)]
pub(super) enum Taken {
    Part(Part),
    /// The image is over, and so long; or it broke.
    End(Result<u64, Problem>),
    /// Nothing yet.
    Nothing,
    /// The reader held the others up, and has to find another pass.
    Detached,
}

/// Where a reader is.
#[derive(Debug, Default)]
struct Place {
    /// The number of the run that it takes next.
    next: u64,
    /// Whether it waits for that run. If not, it is at work on the one before.
    waits: bool,
    /// How long it has kept others waiting.
    held: Duration,
}

/// A pass.
#[derive(Debug)]
pub(super) struct Pass {
    limits: Limits,
    runs: VecDeque<Part>,
    /// The number of the first run in the window.
    first: u64,
    readers: BTreeMap<u64, Place>,
    end: Option<Result<u64, Problem>>,
    sum: Hasher,
    empty: Vec<Vec<u8>>,
    /// Ends the unpacker.
    stop: Stop,
    begun: Instant,
    /// When it was last counted who holds up whom.
    counted: Instant,
    /// When a run was last taken.
    taken: Instant,
}

impl Pass {
    pub(super) fn new(limits: Limits, stop: Stop, now: Instant) -> Self {
        Self {
            limits,
            runs: VecDeque::new(),
            first: 0,
            readers: BTreeMap::new(),
            end: None,
            sum: Hasher::new(),
            empty: Vec::new(),
            stop,
            begun: now,
            counted: now,
            taken: now,
        }
    }

    /// Whether a reader that needs this run can still have it from here.
    pub(super) fn has(&self, run: u64) -> bool {
        run >= self.first && !self.is_left() && !matches!(self.end, Some(Err(_)))
    }

    /// The number of the run that is unpacked next: how far it is.
    pub(super) fn reached(&self) -> u64 {
        self.first + self.runs.len() as u64
    }

    /// Whether nobody wants more of it.
    pub(super) fn is_left(&self) -> bool {
        self.stop.asked()
    }

    /// Whether it is too early to drop anything where others are about to come.
    pub(super) fn is_early(&self, now: Instant) -> bool {
        now < self.begun + self.limits.together
    }

    /// Whether nobody is left, and the unpacker has ended.
    pub(super) fn is_over(&self) -> bool {
        self.readers.is_empty() && self.end.is_some()
    }

    /// Whether a reader takes from it.
    #[cfg(test)]
    pub(super) fn has_reader(&self, reader: u64) -> bool {
        self.readers.contains_key(&reader)
    }

    /// A reader comes, and needs this run first.
    pub(super) fn join(&mut self, reader: u64, next: u64, now: Instant) {
        self.readers.insert(reader, Place { next, ..Place::default() });
        self.taken = now;
    }

    /// A reader goes. With the last one, the pass ends.
    pub(super) fn leave(&mut self, reader: u64) {
        self.readers.remove(&reader);
        if self.readers.is_empty() {
            self.stop.request();
            self.runs.clear();
            self.empty.clear();
        }
    }

    /// What a reader needs next.
    pub(super) fn take(&mut self, reader: u64, now: Instant) -> Taken {
        let Some(place) = self.readers.get_mut(&reader) else { return Taken::Detached };
        // No more than the window has.
        let part = self.runs.get((place.next - self.first) as usize).cloned();
        place.waits = part.is_none() && self.end.is_none();
        match part {
            Some(part) => {
                place.next += 1;
                self.taken = now;
                Taken::Part(part)
            }
            None => self.end.clone().map_or(Taken::Nothing, Taken::End),
        }
    }

    /// A reader waits no longer: the user wants to stop.
    pub(super) fn gives_up(&mut self, reader: u64) {
        if let Some(place) = self.readers.get_mut(&reader) {
            place.waits = false;
        }
    }

    /// Whether there is room for another run. `more`: readers are about to come, which need all that there is.
    pub(super) fn has_room(&mut self, more: bool) -> bool {
        let needed = self.readers.values().map(|place| place.next).min();
        while self.runs.len() >= self.limits.window
            && !more
            && needed.is_some_and(|needed| needed > self.first)
        {
            self.runs.pop_front();
            self.first += 1;
        }
        self.runs.len() < self.limits.window
    }

    /// Takes the next run in.
    pub(super) fn push(&mut self, run: Run) {
        self.sum.update(&run.offset.to_le_bytes());
        self.sum.update(&run.data);
        self.runs.push_back(Part { run, sum: self.sum.clone().finalize() });
    }

    /// The unpacker ended.
    pub(super) fn end(&mut self, end: Result<u64, Problem>) {
        self.end.get_or_insert(end);
    }

    /// Takes back a run that was used.
    pub(super) fn done(&mut self, run: Run) {
        if let Ok(buffer) = Arc::try_unwrap(run.data)
            && self.empty.len() < SPARE
            && !self.is_left()
        {
            self.empty.push(buffer);
        }
    }

    /// A buffer to be filled again, if there is one.
    pub(super) fn buffer(&mut self) -> Option<Vec<u8>> {
        self.empty.pop()
    }

    /// Counts how long readers have held others up until now, and detaches those that did so for too long. `more`: nothing
    /// is dropped for the sake of readers that are about to come. `queue`: others wait for this pass to end.
    pub(super) fn count(&mut self, more: bool, queue: bool, now: Instant) {
        let since = now.saturating_duration_since(self.counted);
        self.counted = now;
        let (first, reached) = (self.first, self.reached());
        let full = self.end.is_none() && !more && self.runs.len() >= self.limits.window;
        if full && self.readers.values().any(|place| place.waits && place.next >= reached) {
            let holds = |place: &&mut Place| !place.waits && place.next <= first;
            self.readers.values_mut().filter(holds).for_each(|place| place.held += since);
        }
        let most = self.limits.patience + now.saturating_duration_since(self.begun) / 16;
        let idle = queue && now.saturating_duration_since(self.taken) > self.limits.idle;
        let late = |place: &Place| !place.waits && (idle || place.held > most);
        let late = self.readers.iter().filter(|(_, place)| late(place)).map(|(reader, _)| *reader);
        for reader in late.collect::<Vec<_>>() {
            self.leave(reader);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// A pass with a full window of two runs, from which a fast reader has taken both, a slow one none.
    fn full(now: Instant) -> Pass {
        let limits = Limits {
            window: 2,
            passes: 1,
            together: SECOND,
            patience: 2 * SECOND,
            idle: 10 * SECOND,
            look: SECOND,
        };
        let mut pass = Pass::new(limits, Stop::default(), now);
        pass.join(1, 0, now);
        pass.join(2, 0, now);
        for number in 0..2 {
            assert!(pass.has_room(false));
            pass.push(Run { offset: number, data: Arc::new(vec![1]) });
        }
        for _ in 0..2 {
            assert!(matches!(pass.take(1, now), Taken::Part(_)));
        }
        assert!(!pass.has_room(false));
        pass
    }

    #[test]
    fn only_who_keeps_another_one_waiting_is_detached() {
        let now = Instant::now();
        let mut pass = full(now);
        // The fast one is at work, too.
        pass.count(false, false, now + 100 * SECOND);
        assert!(pass.has_reader(2));
        assert!(matches!(pass.take(1, now + 100 * SECOND), Taken::Nothing));
        // 2 seconds, and a sixteenth of 108.
        pass.count(false, false, now + 108 * SECOND);
        assert!(pass.has_reader(2));
        pass.count(true, false, now + 120 * SECOND);
        assert!(pass.has_reader(2), "nothing is dropped: it holds nobody up");
        pass.count(false, false, now + 123 * SECOND);
        assert!(pass.has_reader(1) && !pass.has_reader(2));
        assert!(matches!(pass.take(2, now + 123 * SECOND), Taken::Detached));
        assert!(pass.has_room(false));
    }

    #[test]
    fn a_pass_that_stands_still_ends_for_those_who_wait() {
        let now = Instant::now();
        let mut pass = full(now);
        pass.count(false, false, now + 11 * SECOND);
        assert!(!pass.is_left());
        pass.count(false, true, now + 9 * SECOND);
        assert!(!pass.is_left());
        pass.count(false, true, now + 11 * SECOND);
        assert!(pass.is_left() && !pass.has(2));
    }

    #[test]
    fn nothing_is_dropped_while_others_are_to_come() {
        let now = Instant::now();
        let mut pass = full(now);
        assert!(matches!(pass.take(2, now), Taken::Part(_)));
        assert!(!pass.has_room(true) && pass.has(0));
        assert!(pass.has_room(false) && !pass.has(0) && pass.has(1));
        assert!(pass.is_early(now) && !pass.is_early(now + SECOND));
    }
}
