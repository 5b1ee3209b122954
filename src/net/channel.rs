//! A file's bytes on their way from the one who offers them to the thread that sends them.

use std::{
    collections::VecDeque,
    io::{Read, Write},
    os::unix::net::UnixStream,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tftp::server::{Pull, Sent, Source};

use super::OfferError;

/// Bytes that may wait to be sent.
const CAPACITY: usize = 1 << 20;
/// When fewer wait, more are asked for: not at every block, as each time wakes a thread.
const LOW: usize = CAPACITY / 2;

/// One file, seen from both sides.
#[derive(Debug)]
pub(super) struct Channel {
    state: Mutex<State>,
    /// The sending thread has changed something.
    changed: Condvar,
    wake: Wake,
}

/// What both sides know.
#[derive(Debug, Default)]
pub(super) struct State {
    queue: VecDeque<u8>,
    /// No more bytes will come.
    pub(super) ended: bool,
    /// Nobody offers the file any more.
    pub(super) dropped: bool,
    /// The sending thread waits for bytes.
    starved: bool,
    /// The board has asked.
    pub(super) asked: bool,
    /// Bytes that were taken out, ever.
    pub(super) taken: u64,
    pub(super) sent: Sent,
    pub(super) outcome: Option<Result<Sent, OfferError>>,
}

impl State {
    pub(super) fn room(&self) -> usize {
        CAPACITY - self.queue.len()
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

    /// Waits until the sending thread has changed something, at most for `limit`.
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

    /// No more bytes will come.
    pub(super) fn end(&self) {
        let mut state = self.state();
        state.ended = true;
        self.feed(&mut state);
    }

    /// Nobody offers the file any more.
    pub(super) fn close(&self) {
        self.state().dropped = true;
        self.wake.up();
    }

    fn feed(&self, state: &mut State) {
        if std::mem::take(&mut state.starved) {
            self.wake.up();
        }
    }

    /// Changes the state, and wakes the offering side.
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
        let (front, _) = state.queue.as_slices();
        let count = front.len().min(buf.len());
        buf[..count].copy_from_slice(&front[..count]);
        state.queue.drain(..count);
        state.taken += count as u64;
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

/// Wakes the sending thread, which waits for sockets.
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
