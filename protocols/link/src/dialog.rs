//! A serial line to a board whose every word is in the test.
//!
//! Only with the feature `cable`, which nothing but tests asks for.

use alloc::{vec, vec::Vec};
use core::time::Duration;

use crate::{
    ByteLink, Counts, Heard, LineError,
    serial::{Said, Utterances},
};

/// What a board says to what was typed: this many milliseconds later, these bytes.
pub type Answers = Vec<(u64, Vec<u8>)>;

/// An answer without delay.
pub fn at_once(text: &[u8]) -> Answers {
    vec![(0, text.to_vec())]
}

/// A line to a board that answers as a function says. Writing takes no time.
pub struct Dialog<F> {
    answer: F,
    out: Utterances,
    /// The time.
    pub now: Duration,
    /// All that was typed.
    pub sent: Vec<u8>,
    /// Something was typed while the board had not yet said all.
    pub interrupted: bool,
}

impl<F: FnMut(&[u8]) -> Answers> Dialog<F> {
    /// The board begins with these words, each after its time in milliseconds, and answers what is typed.
    pub fn new(first: &[(u64, &[u8])], answer: F) -> Self {
        let mut out = Utterances::default();
        first.iter().for_each(|(at, text)| out.say(Duration::from_millis(*at), text));
        Self { answer, out, now: Duration::ZERO, sent: Vec::new(), interrupted: false }
    }
}

/// A board that says this and hears nothing.
pub fn says(first: &[(u64, &[u8])]) -> Dialog<impl FnMut(&[u8]) -> Answers + use<>> {
    Dialog::new(first, |_| Vec::new())
}

impl<F: FnMut(&[u8]) -> Answers> ByteLink for Dialog<F> {
    fn write(&mut self, bytes: &[u8], _: Duration) -> Result<(), LineError> {
        self.sent.extend(bytes);
        self.interrupted |= self.out.last() > self.now;
        for (after, text) in (self.answer)(bytes) {
            self.out.say(self.now + Duration::from_millis(after), &text);
        }
        Ok(())
    }

    fn read(&mut self, buf: &mut [u8], limit: Duration) -> Result<Heard, LineError> {
        let (begin, mut count) = (self.now, 0);
        while count < buf.len() {
            match self.out.next(self.now) {
                Said::Byte(byte) => {
                    buf[count] = byte;
                    count += 1;
                }
                Said::Until(at) if count == 0 && at <= begin + limit => self.now = at,
                Said::Nothing | Said::Until(_) => break,
            }
        }
        if count == 0 {
            self.now = begin + limit;
        }
        Ok(Heard { count, waited: self.now - begin })
    }

    fn set_baud(&mut self, _: u32) -> Result<(), LineError> {
        Ok(())
    }

    /// So fast that bytes take no time.
    fn baud(&self) -> u32 {
        u32::MAX
    }

    fn discard(&mut self) -> Result<(), LineError> {
        Ok(())
    }

    fn pause(&mut self, time: Duration) -> Result<(), LineError> {
        self.now += time;
        Ok(())
    }

    fn counts(&self) -> Counts {
        Counts::default()
    }
}
