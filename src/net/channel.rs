//! A file's bytes on their way between the one who offers or awaits them and the thread that sends or receives them.

use std::{
    collections::VecDeque,
    io::{Read, Write},
    os::unix::net::UnixStream,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tftp::{
    receiver::{Push, Received, Sink},
    server::{Pull, Sent, Source},
};

use super::OfferError;

/// Bytes that may wait to be sent, or to be taken.
const CAPACITY: usize = 1 << 20;
/// When fewer wait, more are asked for: not at every block, as each time wakes a thread.
const LOW: usize = CAPACITY / 2;

/// One file, seen from both sides.
#[derive(Debug)]
pub(super) struct Channel {
    state: Mutex<State>,
    /// The thread has changed something.
    changed: Condvar,
    wake: Wake,
}

/// What both sides know.
#[derive(Debug, Default)]
pub(super) struct State {
    queue: VecDeque<u8>,
    /// No more bytes will come.
    pub(super) ended: bool,
    /// Nobody offers or awaits the file any more.
    pub(super) dropped: bool,
    /// The thread waits for bytes, or for room.
    starved: bool,
    /// The board has asked.
    pub(super) asked: bool,
    /// Bytes that the thread took out or put in, ever.
    pub(super) moved: u64,
    pub(super) sent: Sent,
    pub(super) received: Received,
    pub(super) outcome: Option<Result<(), OfferError>>,
}

impl State {
    pub(super) fn room(&self) -> usize {
        CAPACITY - self.queue.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.queue.is_empty()
    }

    /// Moves bytes out, as many as are in one piece and have room.
    fn shift(&mut self, buf: &mut [u8]) -> usize {
        let (front, _) = self.queue.as_slices();
        let count = front.len().min(buf.len());
        buf[..count].copy_from_slice(&front[..count]);
        self.queue.drain(..count);
        count
    }
}

impl Channel {
    pub(super) fn new(wake: Wake) -> Self {
        Self { state: Mutex::default(), changed: Condvar::new(), wake }
    }

    /// What both sides know. No code panics while it has this, so that nothing is half-done in it.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the thread has changed something, at most for `limit`.
    pub(super) fn wait<'s>(
        &self,
        state: MutexGuard<'s, State>,
        limit: Duration,
    ) -> MutexGuard<'s, State> {
        self.changed.wait_timeout(state, limit).unwrap_or_else(PoisonError::into_inner).0
    }

    /// Puts in as many bytes as there is room for, and says how many.
    pub(super) fn put(&self, state: &mut State, data: &[u8]) -> usize {
        let count = data.len().min(state.room());
        state.queue.extend(&data[..count]);
        if count > 0 {
            self.feed(state);
        }
        count
    }

    /// Takes out as many bytes as are there and have room in `buf`, and says how many.
    pub(super) fn get(&self, state: &mut State, buf: &mut [u8]) -> usize {
        let count = state.shift(buf);
        // Each time wakes the thread.
        if state.queue.len() < LOW {
            self.feed(state);
        }
        count
    }

    /// No more bytes will come.
    pub(super) fn end(&self) {
        let mut state = self.state();
        state.ended = true;
        self.feed(&mut state);
    }

    /// Nobody offers or awaits the file any more.
    pub(super) fn close(&self) {
        self.state().dropped = true;
        self.wake.up();
    }

    fn feed(&self, state: &mut State) {
        if std::mem::take(&mut state.starved) {
            self.wake.up();
        }
    }

    /// Changes the state, and wakes the other side.
    pub(super) fn tell(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        self.changed.notify_all();
    }
}

/// The bytes of a channel, as the transfer reads them.
pub(super) struct Outlet<'c>(pub(super) &'c Channel);

impl Source for Outlet<'_> {
    fn read(&mut self, buf: &mut [u8]) -> Pull {
        let mut state = self.0.state();
        let count = state.shift(buf);
        state.moved += count as u64;
        let left = state.queue.len();
        if left < LOW && left + count >= LOW {
            self.0.changed.notify_all();
        }
        match (count, state.ended) {
            (0, true) => Pull::End,
            (0, false) => {
                state.starved = true;
                Pull::Later
            }
            _ => Pull::Bytes(count),
        }
    }
}

/// Where a channel's bytes come from, as the transfer writes them.
pub(super) struct Inlet<'c>(pub(super) &'c Channel);

impl Sink for Inlet<'_> {
    fn put(&mut self, data: &[u8]) -> Push {
        let mut state = self.0.state();
        if state.room() < data.len() {
            state.starved = true;
            return Push::Later;
        }
        let before = state.queue.len();
        state.queue.extend(data);
        state.moved += data.len() as u64;
        if before < LOW && state.queue.len() >= LOW {
            self.0.changed.notify_all();
        }
        Push::Taken
    }
}

/// Wakes the thread, which waits for sockets.
#[derive(Clone, Debug)]
pub(super) struct Wake(Arc<UnixStream>);

impl Wake {
    /// The waker, and the socket that becomes readable.
    pub(super) fn new() -> std::io::Result<(Self, UnixStream)> {
        let (near, far) = UnixStream::pair()?;
        near.set_nonblocking(true)?;
        far.set_nonblocking(true)?;
        Ok((Self(Arc::new(near)), far))
    }

    pub(super) fn up(&self) {
        // Where there is no room, there is enough in it to wake.
        let _ = (&*self.0).write(&[0]);
    }
}

/// Takes out what woke.
pub(super) fn drain(mut woken: &UnixStream) {
    let mut buf = [0; 64];
    while matches!(woken.read(&mut buf), Ok(count) if count > 0) {}
}
