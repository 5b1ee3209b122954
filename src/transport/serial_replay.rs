//! A recorded conversation in the place of a serial line.

use std::{collections::VecDeque, time::Duration};

use ::link::{ByteLink, Counts, Heard, LineError, line::byte_time};

use super::{LineEntry, LineTranscript};

/// Plays a transcript: what the host sends must be what was recorded, in the same order.
pub struct SerialReplay {
    entries: VecDeque<LineEntry>,
    played: usize,
    baud: u32,
    now: Duration,
    counts: Counts,
    diverged: bool,
}

impl SerialReplay {
    /// The conversation of `transcript`.
    pub fn new(transcript: LineTranscript) -> Self {
        let LineTranscript { baud, entries } = transcript;
        let (counts, now) = (Counts::default(), Duration::ZERO);
        Self { entries: entries.into(), played: 0, baud, now, counts, diverged: false }
    }

    /// The time that the recorded waits took, and that what was sent takes at its rate.
    pub fn now(&self) -> Duration {
        self.now
    }

    /// Whether the whole recording was played, and nothing else.
    pub fn ended(&self) -> Result<(), String> {
        match self.entries.len() {
            _ if self.diverged => Err(format!(
                "the session differs from the recorded one at line {} of the conversation",
                self.played
            )),
            0 => Ok(()),
            left => Err(format!("the recorded session goes on: {left} calls were not made")),
        }
    }

    fn next(&mut self) -> Option<LineEntry> {
        self.played += 1;
        self.counts.transfers += 1;
        self.entries.pop_front()
    }

    fn diverge<T>(&mut self) -> Result<T, LineError> {
        self.diverged = true;
        Err(LineError::Diverged)
    }
}

impl ByteLink for SerialReplay {
    fn write(&mut self, bytes: &[u8], _: Duration) -> Result<(), LineError> {
        match self.next() {
            Some(LineEntry::Sent(entry)) if entry.is_out(bytes) => {
                self.counts.sent += bytes.len() as u64;
                self.now += byte_time(self.baud) * bytes.len() as u32;
                Ok(())
            }
            Some(LineEntry::Failed(error)) => Err(error),
            _ => self.diverge(),
        }
    }

    fn read(&mut self, buf: &mut [u8], _: Duration) -> Result<Heard, LineError> {
        match self.next() {
            Some(LineEntry::Heard(waited, bytes)) if bytes.len() <= buf.len() => {
                buf[..bytes.len()].copy_from_slice(&bytes);
                self.now += waited;
                self.counts.received += bytes.len() as u64;
                Ok(Heard { count: bytes.len(), waited })
            }
            Some(LineEntry::Failed(error)) => Err(error),
            _ => self.diverge(),
        }
    }

    fn set_baud(&mut self, rate: u32) -> Result<(), LineError> {
        match self.next() {
            Some(LineEntry::Rate(recorded)) if recorded == rate => {
                self.baud = rate;
                Ok(())
            }
            Some(LineEntry::Failed(error)) => Err(error),
            _ => self.diverge(),
        }
    }

    fn baud(&self) -> u32 {
        self.baud
    }

    fn discard(&mut self) -> Result<(), LineError> {
        // What was forgotten was never read, so the recording does not have it.
        Ok(())
    }

    /// Fails where the user stopped the recorded session.
    fn pause(&mut self, time: Duration) -> Result<(), LineError> {
        if let Some(LineEntry::Failed(error @ LineError::Stopped)) = self.entries.front() {
            let error = *error;
            self.next();
            return Err(error);
        }
        self.now += time;
        Ok(())
    }

    fn counts(&self) -> Counts {
        self.counts
    }
}
