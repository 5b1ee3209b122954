//! One unpacking of a packed image for all who read it at about the same time.
//!
//! A *pass* is a thread that unpacks the image from its beginning, and a window of runs that its readers take from. Readers
//! that come while nothing of it was dropped yet join it, and the window moves on with the slowest of them. Who comes later
//! begins another pass, as does a reader that held the others up for too long: it goes on where it was.
//!
//! How many passes there may be at once follows from the memory that each takes, which the unpacker's window is most of:
//! up to four, and one where the image was packed with a large window. Who finds no place waits until a pass has ended.

mod pass;
#[cfg(test)]
mod tests;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use super::{
    Image, PIECE, Run,
    ahead::{LOOK, join},
};
use crate::{failure::Problem, transport::Stop};
use pass::{Part, Pass, Taken};

/// Bytes that all passes may take: two of what `xz -6` packed, so that with 14 boards that each have [`IN_FLIGHT`] under way
/// all is below 48 MiB and one unpacker's window.
///
/// [`IN_FLIGHT`]: crate::transport::IN_FLIGHT
const MEMORY: u64 = 28 << 20;
/// What is taken for an unpacker's window that is not told, in bytes.
const UNTOLD: u64 = 8 << 20;

/// What passes keep to.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// Runs that are kept.
    window: usize,
    /// Passes at once.
    passes: usize,
    /// How long a pass waits for readers that were announced, from its first reader on, before it drops what they need.
    together: Duration,
    /// How long a reader may hold the others up, and a sixteenth of the time since the pass began.
    patience: Duration,
    /// How long a pass may stand still while others wait for it to end.
    idle: Duration,
    /// How often a wish to stop is looked for while nothing comes.
    look: Duration,
}

impl Limits {
    fn of(image: &Image) -> Self {
        // A tenth of a second of a fast board: how far readers may be apart.
        let window = 4;
        // The runs, the one that is filled, the unpacker's own buffer, and its window.
        let each = (window as u64 + 2) * PIECE as u64 + image.window().unwrap_or(UNTOLD);
        Self {
            window,
            // At most four.
            passes: (MEMORY / each).clamp(1, 4) as usize,
            together: Duration::from_secs(2),
            patience: Duration::from_secs(2),
            idle: Duration::from_secs(30),
            look: LOOK,
        }
    }
}

/// A packed image that many read.
#[derive(Clone)]
pub struct Relay(Arc<Shared>);

struct Shared {
    image: Mutex<Image>,
    limits: Limits,
    state: Mutex<State>,
    /// Anything about the state has changed.
    changed: Condvar,
}

#[derive(Default)]
struct State {
    passes: BTreeMap<u64, Pass>,
    /// Passes that were begun.
    begun: u64,
    /// Readers that there were.
    readers: u64,
    /// Readers that are about to come.
    announced: usize,
    /// Readers that wait for a place.
    queue: BTreeSet<u64>,
}

/// A reader that is about to come: the first pass waits for it, two seconds at most. Dropped, it is waited for no longer.
pub struct Announced {
    shared: Arc<Shared>,
    came: bool,
}

/// One who reads the image's data from its beginning.
pub struct Reader {
    shared: Arc<Shared>,
    number: u64,
    announced: Option<Announced>,
    /// The pass that it takes from.
    pass: Option<u64>,
    /// The number of the run that it needs next, and the sum of those before.
    next: u64,
    sum: u32,
    /// Whether what comes next is the run that it took last: from another pass.
    again: bool,
    end: Option<Result<u64, Problem>>,
}

impl Relay {
    /// Has this image read by many; it has to be a file.
    ///
    /// # Errors
    ///
    /// It is read from stdin.
    pub fn new(image: &Image) -> Result<Self, Problem> {
        Self::of(image, Limits::of(image))
    }

    fn of(image: &Image, limits: Limits) -> Result<Self, Problem> {
        let image = Mutex::new(image.for_reader(&Stop::default())?);
        let (state, changed) = (Mutex::default(), Condvar::new());
        Ok(Self(Arc::new(Shared { image, limits, state, changed })))
    }

    /// Tells that a reader will come soon.
    pub fn announce(&self) -> Announced {
        self.0.state().announced += 1;
        Announced { shared: self.0.clone(), came: false }
    }

    /// A reader. Unpacking begins with its first [`next`](Reader::next).
    pub fn reader(&self, announced: Option<Announced>) -> Reader {
        let mut state = self.0.state();
        state.readers += 1;
        let (shared, number) = (self.0.clone(), state.readers);
        Reader { shared, number, announced, pass: None, next: 0, sum: 0, again: false, end: None }
    }

    /// How often unpacking was begun.
    pub fn passes(&self) -> u64 {
        self.0.state().begun
    }
}

impl Reader {
    /// The next data; `None` at the end of a sound image.
    ///
    /// # Errors
    ///
    /// The image is damaged, is not what it was when it was checked, or cannot be read; or the user wants to stop.
    pub fn next(&mut self, stop: &Stop) -> Result<Option<Run>, Problem> {
        let shared = self.shared.clone();
        let mut state = shared.state();
        loop {
            if let Some(end) = &self.end {
                return end.clone().map(|_| None);
            }
            match self.take(&mut state) {
                Taken::Part(part) => {
                    shared.changed.notify_all();
                    if let Some(run) = self.accept(part) {
                        return Ok(Some(run));
                    }
                }
                Taken::End(end) => self.end = Some(end),
                Taken::Detached => self.pass = None,
                Taken::Nothing if stop.asked() => {
                    self.give_up(&mut state);
                    return Err(Problem::Interrupted);
                }
                Taken::Nothing => state = shared.wait(state),
            }
        }
    }

    /// Gives a run back: its buffer is filled again.
    pub fn done(&self, run: Run) {
        if let Some(pass) = self.shared.state().pass(self.pass) {
            pass.done(run);
        }
    }

    /// Bytes of the whole image, holes included; known at its end.
    pub fn length(&self) -> Option<u64> {
        self.end.as_ref()?.as_ref().ok().copied()
    }

    /// Takes what comes next, from a pass that has it.
    fn take(&mut self, state: &mut State) -> Taken {
        if self.pass.is_none() && !self.join(state) {
            state.count(Instant::now());
            return Taken::Nothing;
        }
        let now = Instant::now();
        state.count(now);
        state.pass(self.pass).map_or(Taken::Detached, |pass| pass.take(self.number, now))
    }

    /// Finds a pass that has what is needed, or begins one. False: there is no place for another.
    fn join(&mut self, state: &mut State) -> bool {
        let now = Instant::now();
        // The run before shows whether that pass gives the same as the last one did.
        let first = self.next.saturating_sub(1);
        let fits = state.passes.iter().filter(|(_, pass)| pass.has(first));
        let number = match fits.max_by_key(|(_, pass)| pass.reached()) {
            Some((number, _)) => *number,
            None if state.passes.len() < self.shared.limits.passes => {
                begin(&self.shared, state, now)
            }
            None => {
                state.queue.insert(self.number);
                return false;
            }
        };
        (self.pass, self.again) = (Some(number), self.next > 0);
        state.queue.remove(&self.number);
        if let Some(pass) = state.passes.get_mut(&number) {
            pass.join(self.number, first, now);
        }
        self.came(state);
        self.shared.changed.notify_all();
        true
    }

    /// It is there, and need not be waited for.
    fn came(&mut self, state: &mut State) {
        if let Some(announced) = &mut self.announced
            && !announced.came
        {
            announced.came = true;
            state.announced -= 1;
        }
    }

    /// The run, if it was not taken before. What another pass gives has to be what the last one gave.
    fn accept(&mut self, part: Part) -> Option<Run> {
        if std::mem::take(&mut self.again) {
            if part.sum != self.sum {
                let text = "it is not what it was when it was checked: something writes to it";
                self.end = Some(Err(Problem::Changed(text.into())));
            }
            return None;
        }
        (self.next, self.sum) = (self.next + 1, part.sum);
        Some(part.run)
    }

    fn give_up(&self, state: &mut State) {
        state.queue.remove(&self.number);
        if let Some(pass) = state.pass(self.pass) {
            pass.gives_up(self.number);
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let mut state = self.shared.state();
        state.queue.remove(&self.number);
        if let Some(pass) = state.pass(self.pass) {
            pass.leave(self.number);
        }
        state.clear();
        self.shared.changed.notify_all();
    }
}

impl Drop for Announced {
    fn drop(&mut self) {
        if !self.came {
            self.shared.state().announced -= 1;
            self.shared.changed.notify_all();
        }
    }
}

impl State {
    fn pass(&mut self, number: Option<u64>) -> Option<&mut Pass> {
        self.passes.get_mut(&number?)
    }

    /// Whether a pass keeps what it has for readers that are about to come.
    fn is_expecting(&self) -> bool {
        self.announced > 0 || !self.queue.is_empty()
    }

    /// Counts in every pass who holds up whom. A pass may be over thereby.
    fn count(&mut self, now: Instant) {
        let (expecting, queue) = (self.is_expecting(), !self.queue.is_empty());
        for pass in self.passes.values_mut() {
            pass.count(expecting && pass.is_early(now), queue, now);
        }
        self.clear();
    }

    /// Forgets passes that are over.
    fn clear(&mut self) {
        self.passes.retain(|_, pass| !pass.is_over());
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        // Every change of the state is made whole before anything that may panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a change, or until it is time to look for a wish to stop.
    fn wait<'s>(&self, state: MutexGuard<'s, State>) -> MutexGuard<'s, State> {
        let waited = self.changed.wait_timeout(state, self.limits.look);
        waited.unwrap_or_else(PoisonError::into_inner).0
    }

    /// Takes a run into a pass, as soon as there is room. False: nobody wants more.
    fn push(&self, number: u64, run: Run) -> bool {
        let mut state = self.state();
        loop {
            let now = Instant::now();
            state.count(now);
            let expecting = state.is_expecting();
            let Some(pass) = state.passes.get_mut(&number) else { return false };
            if pass.is_left() {
                return false;
            }
            if pass.has_room(expecting && pass.is_early(now)) {
                pass.push(run);
                self.changed.notify_all();
                return true;
            }
            state = self.wait(state);
        }
    }
}

/// Begins a pass: its number.
fn begin(shared: &Arc<Shared>, state: &mut State, now: Instant) -> u64 {
    state.begun += 1;
    let (number, stop) = (state.begun, Stop::default());
    state.passes.insert(number, Pass::new(shared.limits, stop.clone(), now));
    let mut unpacker = Unpacker { shared: shared.clone(), number, end: None };
    thread::spawn(move || unpacker.run(&stop));
    number
}

/// A pass's thread. However it ends, its readers learn of it.
struct Unpacker {
    shared: Arc<Shared>,
    number: u64,
    end: Option<Result<u64, Problem>>,
}

impl Unpacker {
    fn run(&mut self, stop: &Stop) {
        self.end = Some(self.unpack(stop));
    }

    fn unpack(&self, stop: &Stop) -> Result<u64, Problem> {
        let image =
            self.shared.image.lock().unwrap_or_else(PoisonError::into_inner).for_reader(stop);
        let mut pieces = image?.pieces()?;
        let buffer = || self.shared.state().pass(Some(self.number))?.buffer();
        join(&mut pieces, |run| self.shared.push(self.number, run), buffer)?;
        Ok(pieces.offset())
    }
}

impl Drop for Unpacker {
    fn drop(&mut self) {
        let broke = || Err(Problem::Failed("unpacking the image ended without a word".into()));
        let end = self.end.take().unwrap_or_else(broke);
        let mut state = self.shared.state();
        if let Some(pass) = state.pass(Some(self.number)) {
            pass.end(end);
        }
        state.clear();
        self.shared.changed.notify_all();
    }
}
