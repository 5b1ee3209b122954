//! A recorded session in a board's place.

use std::{collections::VecDeque, time::Duration};

use link::{Fault, Pipe, Setup};

use super::{Done, Entry, Host, Transcript, clock::Clock};

enum Open {
    Out(Vec<u8>),
    In(usize),
}

/// Plays a transcript: what the host sends must be what was recorded, in the same order.
pub struct Replay {
    entries: VecDeque<Entry>,
    played: usize,
    max_packet: usize,
    open: VecDeque<Open>,
    received: Vec<u8>,
    clock: Clock,
    diverged: bool,
}

impl Replay {
    /// The session of `transcript`.
    pub fn new(transcript: Transcript) -> Self {
        Self {
            entries: transcript.entries.into(),
            played: 0,
            max_packet: transcript.endpoints.max_packet,
            open: VecDeque::new(),
            received: Vec::new(),
            clock: Clock::new(),
            diverged: false,
        }
    }

    fn next(&mut self) -> Option<Entry> {
        self.played += 1;
        self.entries.pop_front()
    }

    fn diverge<T>(&mut self) -> Result<T, Fault> {
        self.diverged = true;
        Err(Fault::Diverged)
    }

    /// Plays the oldest open transfer.
    fn play(&mut self, open: Open) -> Result<usize, Fault> {
        self.received.clear();
        match (self.next(), open) {
            (Some(Entry::Failed(pipe, fault)), open)
                if (pipe == Pipe::In) == matches!(open, Open::In(_)) =>
            {
                Err(fault)
            }
            (Some(entry), Open::Out(data)) if entry.is_out(&data) => Ok(data.len()),
            (Some(Entry::In(data)), Open::In(room)) if data.len() <= room => {
                self.received = data;
                Ok(self.received.len())
            }
            (Some(Entry::In(_)), Open::In(_)) => Err(Fault::Overlong),
            _ => self.diverge(),
        }
    }
}

impl Host for Replay {
    fn submit_out(&mut self, data: &[u8]) {
        self.open.push_back(Open::Out(data.to_vec()));
    }

    fn submit_in(&mut self, len: usize) {
        self.open.push_back(Open::In(len));
    }

    fn wait(&mut self, pipe: Pipe, limit: Duration) -> Option<Done> {
        let next = self.open.front()?;
        if matches!(next, Open::In(_)) != (pipe == Pipe::In) {
            return None;
        }
        let open = self.open.pop_front()?;
        let outcome = self.play(open);
        if outcome == Err(Fault::TimedOut) {
            self.clock.skip(limit);
        }
        Some(Done { moved: *outcome.as_ref().unwrap_or(&0), fault: outcome.err() })
    }

    fn received(&self) -> &[u8] {
        &self.received
    }

    fn cancel(&mut self) {
        for _ in self.open.drain(..) {
            if matches!(self.entries.front(), Some(Entry::Failed(_, Fault::Cancelled))) {
                self.entries.pop_front();
                self.played += 1;
            }
        }
    }

    fn control_out(&mut self, setup: Setup, data: &[u8], _: Duration) -> Result<usize, Fault> {
        match self.next() {
            Some(Entry::ControlOut(recorded, bytes)) if (recorded, &*bytes) == (setup, data) => {
                Ok(data.len())
            }
            Some(Entry::Failed(Pipe::Control, fault)) => Err(fault),
            _ => self.diverge(),
        }
    }

    fn control_in(&mut self, setup: Setup, buf: &mut [u8], _: Duration) -> Result<usize, Fault> {
        match self.next() {
            Some(Entry::ControlIn(recorded, bytes))
                if recorded == setup && bytes.len() <= buf.len() =>
            {
                buf[..bytes.len()].copy_from_slice(&bytes);
                Ok(bytes.len())
            }
            Some(Entry::Failed(Pipe::Control, fault)) => Err(fault),
            _ => self.diverge(),
        }
    }

    fn clear_halt(&mut self, _: Pipe) -> Result<(), Fault> {
        Ok(())
    }

    fn max_packet(&self) -> usize {
        self.max_packet
    }

    fn now(&self) -> Duration {
        self.clock.now()
    }

    fn sleep(&mut self, time: Duration) {
        self.clock.skip(time);
    }

    fn ended(&self) -> Result<(), String> {
        if self.diverged {
            return Err(format!(
                "the session differs from the recorded one at transfer {}",
                self.played
            ));
        }
        match self.entries.len() {
            0 => Ok(()),
            left => Err(format!("the recorded session goes on: {left} transfers were not made")),
        }
    }
}
