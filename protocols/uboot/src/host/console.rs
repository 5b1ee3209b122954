//! The line and the text on it.

use alloc::{string::String, vec::Vec};
use core::time::Duration;

use link::{ByteLink, LineError, Watch};
use xmodem::{
    Sender,
    drive::{self, Announce, File, Sent, Text},
};

use super::{Cause, Error, Step};
use crate::text::{find, readable};

/// The longest for a few words to leave.
const WORDS: Duration = Duration::from_secs(5);
/// How much of what was heard is kept for error messages.
const MEMORY: usize = 4096;
/// Bytes that are kept of what was heard and not understood: a board that sends without end costs no more memory.
pub(super) const HELD: usize = 64 << 10;
/// The longest look at the line before the user's wish to stop is asked for.
const LOOK: Duration = Duration::from_millis(200);

/// Polls in a row that only a boot ROM sends: U-Boot's `loady` sends one in 4.7 s.
const POLLS: usize = 10;
/// What the vendor's programs and U-Boot's SPL say of DRAM that does not work.
const DRAM_FAILURES: [&str; 5] = [
    "DDR init failed",
    "fail to get DDR size",
    "test ddr fail",
    "DRAM init failed",
    "dram_init() failed",
];
/// What the JH7110's mask ROM says when its switches are not at UART: SD, eMMC or flash did not have what it wants.
const OTHER_MODE: [&str; 2] = ["dwmci_s: Response Timeout", "BOOT fail,Error is"];

/// What [`Console::wait_for`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Index of the pattern.
    pub index: usize,
    /// What came before it.
    pub before: String,
}

/// A board's console.
pub struct Console<'a> {
    link: &'a mut dyn ByteLink,
    watch: &'a mut dyn Watch,
    /// Heard and not yet understood.
    text: Vec<u8>,
    /// The last that was heard.
    memory: Vec<u8>,
    step: Step,
}

impl<'a> Console<'a> {
    /// The console at the end of a line.
    pub fn new(link: &'a mut dyn ByteLink, watch: &'a mut dyn Watch) -> Self {
        Self { link, watch, text: Vec::new(), memory: Vec::new(), step: Step::PROMPT }
    }

    /// What follows is part of `step`, which moves this many bytes.
    pub fn begin(&mut self, step: Step, label: &str, bytes: u64) {
        self.step = step;
        self.watch.step(step.id(), label, bytes);
    }

    /// What follows is part of `step`, with nothing to tell the user.
    pub fn set_step(&mut self, step: Step) {
        self.step = step;
    }

    /// The present step.
    pub fn step(&self) -> Step {
        self.step
    }

    /// Something that the user should know.
    pub fn note(&mut self, text: &str) {
        self.watch.note(text);
    }

    /// The line.
    pub fn link(&mut self) -> &mut dyn ByteLink {
        self.link
    }

    /// The last that was heard, control characters left out.
    pub fn heard(&self) -> String {
        readable(&self.memory)
    }

    /// What was heard and not understood yet.
    pub fn pending(&self) -> &[u8] {
        &self.text
    }

    /// Forgets what was heard and not understood.
    pub fn forget(&mut self) {
        self.text.clear();
    }

    /// Types something.
    ///
    /// # Errors
    /// When the line fails.
    pub fn say(&mut self, text: &[u8]) -> Result<(), Error> {
        let said = self.link.write(text, WORDS);
        said.map_err(|error| self.line(error))
    }

    /// Lets time pass.
    ///
    /// # Errors
    /// When the line fails, and when the user asked to stop.
    pub fn pause(&mut self, time: Duration) -> Result<(), Error> {
        let paused = self.link.pause(time);
        paused.map_err(|error| self.line(error))
    }

    /// Listens once, at most for `limit`; returns how long that took, and whether anything came.
    ///
    /// # Errors
    /// When the line fails, and when the user asked to stop.
    pub fn listen(&mut self, limit: Duration) -> Result<(Duration, bool), Error> {
        self.listen_once(limit).map(|(waited, count)| (waited, count > 0))
    }

    /// The same, with the count of bytes that came.
    fn listen_once(&mut self, limit: Duration) -> Result<(Duration, usize), Error> {
        self.pause(Duration::ZERO)?;
        let mut buf = [0; 1024];
        let heard = self.link.read(&mut buf, limit.min(LOOK)).map_err(|error| self.line(error))?;
        self.hear(&buf[..heard.count]);
        Ok((drive::counted(heard, self.link.baud()), heard.count))
    }

    pub(super) fn hear(&mut self, bytes: &[u8]) {
        self.text.extend(bytes);
        let extra = self.text.len().saturating_sub(HELD);
        self.text.drain(..extra);
        remember(&mut self.memory, bytes);
    }

    /// Waits until one of `patterns` comes and forgets everything up to its end; `None` when the limit passes. Of several
    /// the one that was said first counts.
    ///
    /// # Errors
    /// When the line fails.
    pub fn wait_for(&mut self, patterns: &[&str], limit: Duration) -> Result<Option<Found>, Error> {
        let longest = patterns.iter().map(|pattern| pattern.len()).max().unwrap_or_default();
        let (mut left, mut fresh) = (limit, self.text.len());
        loop {
            // What came before was searched already, except for the beginning of a pattern at its end.
            if let Some(found) = self.understand(patterns, fresh + longest) {
                return Ok(Some(found));
            }
            if left.is_zero() {
                return Ok(None);
            }
            let (waited, count) = self.listen_once(left)?;
            (left, fresh) = (left.saturating_sub(waited), count);
        }
    }

    /// Looks for patterns in the last bytes of what was heard.
    fn understand(&mut self, patterns: &[&str], last: usize) -> Option<Found> {
        let begin = self.text.len().saturating_sub(last);
        let found = |pattern: &str| Some(begin + find(&self.text[begin..], pattern.as_bytes())?);
        let places = patterns.iter().enumerate();
        let (at, index) =
            places.filter_map(|(index, pattern)| Some((found(pattern)?, index))).min()?;
        let before = readable(&self.text[..at]);
        self.text.drain(..at + patterns[index].len());
        Some(Found { index, before })
    }

    /// Listens until nothing has come for `calm`, or `limit` has passed.
    ///
    /// # Errors
    /// When the line fails.
    pub fn settle(&mut self, calm: Duration, limit: Duration) -> Result<(), Error> {
        self.settle_before(calm, limit, |_| false)
    }

    /// The same, or until what was heard and not understood is the `end` of what is said.
    pub(super) fn settle_before(
        &mut self,
        calm: Duration,
        limit: Duration,
        end: impl Fn(&[u8]) -> bool,
    ) -> Result<(), Error> {
        let (mut left, mut silent) = (limit, Duration::ZERO);
        while silent < calm && !left.is_zero() && !end(&self.text) {
            let (waited, any) = self.listen((calm - silent).min(left))?;
            silent = if any { Duration::ZERO } else { silent + waited };
            left = left.saturating_sub(waited);
        }
        Ok(())
    }

    /// Sends files as part of `step`; what has been heard and not understood may hold the first poll. The user is told what
    /// is waited for, and of the transfer once the board has asked for it.
    ///
    /// # Errors
    /// When the line fails, and when the board does not answer in time or as it should.
    pub fn transfer(
        &mut self,
        step: Step,
        announce: Announce<'_>,
        sender: &mut Sender,
        files: &mut [File<'_>],
    ) -> Result<Sent, Error> {
        self.step = step;
        let known = self.text.len();
        let mut text = Text { before: Vec::new(), since: core::mem::take(&mut self.text) };
        let outcome =
            drive::send_announced(self.link, sender, files, &mut text, self.watch, announce);
        let heard = [&text.before[..], &text.since].concat();
        remember(&mut self.memory, heard.get(known..).unwrap_or_default());
        self.text = text.since;
        outcome.map_err(|error| self.error(Cause::Transfer(error)))
    }

    /// Sets the rate.
    ///
    /// # Errors
    /// When the adapter cannot be set to that rate.
    pub fn set_baud(&mut self, rate: u32) -> Result<(), Error> {
        let set = self.link.set_baud(rate);
        set.map_err(|error| self.line(error))
    }

    fn line(&self, error: LineError) -> Error {
        self.error(Cause::Line(error))
    }

    /// A failure of the present step.
    pub fn error(&self, cause: Cause) -> Error {
        Error { step: self.step, cause, heard: self.heard() }
    }

    /// Why `what` did not come, as far as the board's last words tell.
    pub fn missing(&self, what: &'static str) -> Cause {
        let heard = |words: &&&str| find(&self.memory, words.as_bytes()).is_some();
        if let Some(words) = DRAM_FAILURES.iter().find(heard) {
            return Cause::Dram(words);
        }
        if let Some(words) = OTHER_MODE.iter().find(heard) {
            return Cause::OtherMode(words);
        }
        Cause::Missing(what)
    }

    /// Whether the last that came is a boot ROM's request for a program.
    pub fn asks_for_program(&self) -> bool {
        asks_for_program(&self.memory)
    }

    /// Whether what was heard lately is mostly not text, as it is at a wrong rate.
    pub fn garbled(&self) -> bool {
        let odd = |byte: &&u8| !matches!(**byte, b' '..=b'~' | b'\r' | b'\n' | b'\t' | 0x08 | 0x1b);
        self.memory.len() >= 4 && self.memory.iter().filter(odd).count() * 3 > self.memory.len()
    }
}

/// Whether bytes end as a boot ROM does that asks for a program.
pub(super) fn asks_for_program(heard: &[u8]) -> bool {
    heard.iter().rev().take_while(|byte| **byte == b'C').count() >= POLLS
}

fn remember(memory: &mut Vec<u8>, bytes: &[u8]) {
    memory.extend(bytes);
    let extra = memory.len().saturating_sub(MEMORY);
    memory.drain(..extra);
}
