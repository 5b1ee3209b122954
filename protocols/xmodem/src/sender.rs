//! The sending side.
//!
//! It names the bytes of the file that are to go out and never holds them: a block that is sent again has the same
//! number and the same bytes by construction.

mod action;
mod cursor;
mod phase;
mod start;

use alloc::vec::Vec;
use core::time::Duration;

use link::line::byte_time;

use crate::{
    Failure, Profile,
    wire::{ACK, CAN, NAK, POLL},
};
pub use action::{Action, Block, Event, Frame};
use cursor::Cursor;
use phase::{Part, Phase, Then};
use start::Start;

/// The wait before a frame is sent again that was refused: whatever else the receiver has to say is past then.
const REFUSED: Duration = Duration::from_millis(20);
/// The wait for a poll after block 0 was taken. U-Boot never sends one and lrzsz's comes at once.
const AFTER_HEADER: Duration = Duration::from_millis(150);
/// The wait for the poll after EOT: lrzsz's comes 1 s after its ACK.
const NEXT_FILE: Duration = Duration::from_secs(3);
/// Printable bytes in a row that are text and not noise.
const TEXT: u32 = 8;
/// Failed long blocks in a row after which short ones are used.
const SHORTEN: u32 = 3;
/// How often EOT is sent.
const ENDS: u32 = 10;

/// A sender of one file (XMODEM) or several (YMODEM).
#[derive(Clone, Debug)]
pub struct Sender {
    profile: Profile,
    batch: bool,
    phase: Phase,
    start: Start,
    cursor: Cursor,
    confirmed: bool,
    /// Of the frame that is being sent: how often, since when, when last, how often it was clearly refused.
    tries: u32,
    since: Duration,
    sent_at: Duration,
    refusals: u32,
    cans: u32,
    text: u32,
    /// See [`Sender::at`].
    settle: Duration,
}

impl Sender {
    /// Sends one file of `size` bytes, which the receiver will find padded to whole blocks. The receiver may take
    /// `patience` to ask for it.
    pub fn xmodem(profile: Profile, size: u64, patience: Duration) -> Self {
        Self::new(profile, alloc::vec![size], false, patience)
    }

    /// Sends files of these sizes with their names.
    pub fn ymodem(profile: Profile, sizes: Vec<u64>, patience: Duration) -> Self {
        Self::new(profile, sizes, true, patience)
    }

    fn new(profile: Profile, sizes: Vec<u64>, batch: bool, patience: Duration) -> Self {
        Self {
            profile,
            batch,
            phase: Phase::Start,
            start: Start::new(patience),
            cursor: Cursor::new(sizes, profile.long_blocks),
            confirmed: true,
            tries: 0,
            since: Duration::ZERO,
            sent_at: Duration::ZERO,
            refusals: 0,
            cans: 0,
            text: 0,
            settle: profile.settle,
        }
    }

    /// The line has this rate, in bit/s: a doubled answer comes one byte after the first, so the next frame waits for two
    /// and a half.
    pub fn at(&mut self, baud: u32) {
        self.settle = self.profile.settle.max(byte_time(baud) * 5 / 2);
    }

    /// The profile of the receiver.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Whether anybody has asked for the file.
    pub fn begun(&self) -> bool {
        self.phase != Phase::Start
    }

    /// How long the receiver may still take to ask for the file.
    pub fn left(&self, now: Duration) -> Duration {
        self.start.left(now)
    }

    /// Bytes of all files that the receiver has confirmed.
    pub fn taken(&self) -> u64 {
        self.cursor.taken
    }

    /// Says what to do now that this happened at `now`. Begin with [`Event::Time`].
    pub fn on(&mut self, event: Event, now: Duration) -> Action {
        match event {
            Event::Sent => {
                self.sent_at = now;
                self.text = 0;
                self.wait()
            }
            Event::Time => self.on_time(now),
            Event::Byte(byte) => self.on_byte(byte, now),
        }
    }

    fn on_byte(&mut self, byte: u8, now: Duration) -> Action {
        if self.phase == Phase::Start {
            self.start.heard(byte, now, &self.profile);
            return self.try_start(now);
        }
        if let Some(end) = self.spoken(byte) {
            return end;
        }
        match (self.phase, byte) {
            (Phase::Answer(part), ACK) => self.accepted(part, now),
            (Phase::Answer(part), NAK) => self.refused(part, self.soon(now), now),
            (Phase::Answer(part), POLL) => self.polled(part, now),
            (Phase::Settle { then, .. }, NAK | POLL) => self.second_answer(byte, then, now),
            (Phase::NextFile { .. }, POLL) => self.settle(self.settle, Then::NextFile, now),
            _ => self.wait(),
        }
    }

    fn on_time(&mut self, now: Duration) -> Action {
        match self.phase {
            Phase::Start => self.try_start(now),
            Phase::Answer(Part::End) if now >= self.deadline() => {
                Action::Finished { confirmed: self.confirmed }
            }
            Phase::Answer(part) if now >= self.deadline() => self.again(
                part,
                Failure::Silent { taken: self.cursor.taken, times: self.tries },
                now,
            ),
            Phase::Settle { until, then } if now >= until => self.go_on(then, now),
            Phase::NextFile { until } if now >= until => self.next_file(now),
            _ => self.wait(),
        }
    }

    fn wait(&self) -> Action {
        Action::Wait(self.deadline())
    }

    fn deadline(&self) -> Duration {
        match self.phase {
            Phase::Start => self.start.deadline(&self.profile),
            Phase::Answer(Part::Eot) => self.sent_at + self.profile.end,
            Phase::Answer(Part::End) => self.sent_at + self.profile.goodbye,
            Phase::Answer(_) if self.crossing() => self.sent_at + self.profile.crossed,
            Phase::Answer(_) => self.sent_at + self.profile.reply,
            Phase::Settle { until, .. } | Phase::NextFile { until } => until,
        }
    }

    /// Whether a poll came after the first frame that may have crossed it, or may have been a refusal: unless an answer
    /// comes soon it was one.
    fn crossing(&self) -> bool {
        self.start.crossed
    }

    fn try_start(&mut self, now: Duration) -> Action {
        match self.start.ready(now, &self.profile) {
            Ok(None) => self.wait(),
            Err(failure) => Action::Failed(failure),
            Ok(Some(check)) => {
                self.cursor.block.check = check;
                let first = if self.batch { self.header_or_end() } else { self.first_block() };
                self.begin(first, now)
            }
        }
    }

    /// Two CANs end the transfer, and so does text where none belongs. Text after EOT means that the answer was lost.
    fn spoken(&mut self, byte: u8) -> Option<Action> {
        self.cans = if byte == CAN { self.cans + 1 } else { 0 };
        match byte {
            ACK | NAK | CAN => self.text = 0,
            b' '..=b'~' if byte != POLL => self.text += 1,
            _ => {}
        }
        if self.cans >= 2 {
            return Some(Action::Failed(Failure::Cancelled));
        }
        let last = self.cursor.is_last_file();
        match self.phase {
            _ if self.text < TEXT => None,
            Phase::Answer(Part::Eot) if last => Some(Action::Finished { confirmed: false }),
            Phase::Answer(Part::End)
            | Phase::NextFile { .. }
            | Phase::Settle { then: Then::NextFile, .. }
                if last =>
            {
                Some(Action::Finished { confirmed: self.confirmed })
            }
            _ if self.first_frame() => None,
            _ => Some(Action::Failed(Failure::Spoke { taken: self.cursor.taken })),
        }
    }

    /// Whether nothing has been confirmed yet: a banner may still come between the polls.
    fn first_frame(&self) -> bool {
        self.cursor.previous.is_none()
            && matches!(self.phase, Phase::Answer(Part::Header | Part::Block))
    }

    fn accepted(&mut self, part: Part, now: Duration) -> Action {
        self.start.crossed = false;
        let wait = match part {
            Part::Header => AFTER_HEADER,
            Part::Eot => return self.file_taken(now),
            Part::End => return Action::Finished { confirmed: self.confirmed },
            Part::Block | Part::Previous => self.settle,
        };
        self.settle(wait, Then::Onward(part), now)
    }

    fn settle(&mut self, wait: Duration, then: Then, now: Duration) -> Action {
        self.phase = Phase::Settle { until: now + wait, then };
        self.wait()
    }

    /// Whether an answer that comes now can only be meant for the frame just sent. A receiver whose ACK was lost asks for
    /// the next block some time later, in the same words with which it refuses one (U-Boot after 2 s, lrzsz after 5 s).
    fn soon(&self, now: Duration) -> bool {
        now < self.sent_at + self.profile.crossed
    }

    /// A refusal of `part`; `clear` when nothing else can have been meant.
    fn refused(&mut self, part: Part, clear: bool, now: Duration) -> Action {
        self.start.crossed = false;
        self.refusals += u32::from(clear);
        self.settle(REFUSED, Then::Again(part), now)
    }

    fn polled(&mut self, part: Part, now: Duration) -> Action {
        let soon = self.soon(now);
        match part {
            Part::Eot if self.batch && now < self.sent_at + self.profile.next_file => {
                self.confirmed = false;
                self.settle(self.settle, Then::NextFile, now)
            }
            Part::Header | Part::Block if self.first_frame() && soon => {
                self.start.crossed = true;
                self.wait()
            }
            _ => self.refused(part, soon, now),
        }
    }

    /// Something came after an answer that was thought to be the only one.
    fn second_answer(&mut self, byte: u8, then: Then, now: Duration) -> Action {
        match (then, byte) {
            (Then::Onward(Part::Header), POLL) => self.settle(self.settle, then, now),
            // A receiver that confirms a duplicate is the worst that comes of sending again.
            (Then::Onward(part), _) => self.refused(part, false, now),
            (Then::Again(_) | Then::NextFile, _) => self.wait(),
        }
    }

    fn go_on(&mut self, then: Then, now: Duration) -> Action {
        match then {
            Then::Again(part) => {
                let failure = Failure::Refused { taken: self.cursor.taken, times: self.tries };
                self.again(part, failure, now)
            }
            Then::Onward(Part::Header) => {
                let first = self.first_block();
                self.begin(first, now)
            }
            Then::Onward(Part::Previous) => self.transmit(self.present()),
            Then::Onward(_) => self.advance(now),
            Then::NextFile => self.next_file(now),
        }
    }

    /// Begins with the first block of the present file, or its end if it has none.
    fn first_block(&mut self) -> Part {
        if self.cursor.rewind() { Part::Block } else { Part::Eot }
    }

    /// The block was taken: on to the next one.
    fn advance(&mut self, now: Duration) -> Action {
        let part = if self.cursor.advance() { Part::Block } else { Part::Eot };
        self.begin(part, now)
    }

    fn file_taken(&mut self, now: Duration) -> Action {
        if !self.batch {
            return Action::Finished { confirmed: true };
        }
        self.phase = Phase::NextFile { until: now + NEXT_FILE };
        self.wait()
    }

    fn next_file(&mut self, now: Duration) -> Action {
        self.cursor.next_file();
        self.begin(self.header_or_end(), now)
    }

    fn header_or_end(&self) -> Part {
        if self.cursor.has_file() { Part::Header } else { Part::End }
    }

    /// Sends `part` for the first time.
    fn begin(&mut self, part: Part, now: Duration) -> Action {
        (self.tries, self.refusals, self.since) = (0, 0, now);
        self.transmit(part)
    }

    /// Sends `part` again, or what may help it, or gives up with `failure`.
    fn again(&mut self, part: Part, failure: Failure, now: Duration) -> Action {
        self.start.crossed = false;
        let over = now.saturating_sub(self.since) > self.profile.patience;
        if part == Part::Eot && (self.tries >= ENDS || over) {
            return Action::Failed(Failure::EndUnconfirmed);
        }
        if self.tries >= self.profile.tries || over {
            return Action::Failed(failure);
        }
        let previous = part == Part::Previous;
        let part = if previous { self.present() } else { part };
        self.shorten(part);
        match self.cursor.previous {
            Some(last) if !previous && self.goes_back(part, failure, last) => {
                self.refusals += 1;
                self.transmit(Part::Previous)
            }
            _ => self.transmit(part),
        }
    }

    /// Whether the block before is sent again. A stray byte taken for an ACK puts the sender one answer ahead, and then the
    /// refusal that follows EOT is the last block's. The JH7110's agent takes no duplicate of block 255.
    fn goes_back(&self, part: Part, failure: Failure, last: Block) -> bool {
        match part {
            Part::Block => self.refusals > 0 && self.refusals.is_multiple_of(4),
            Part::Eot => matches!(failure, Failure::Refused { .. }) && last.number != u8::MAX,
            _ => false,
        }
    }

    /// What is to be taken next: the block, or the end if the last block was the block before.
    fn present(&self) -> Part {
        if self.cursor.is_at_end() { Part::Eot } else { Part::Block }
    }

    /// Changes to short blocks after three long ones that were all clearly refused. After silence that would be unsafe:
    /// the long block may have been taken and its answer lost, and then a short one of the same number is confirmed as a
    /// duplicate.
    fn shorten(&mut self, part: Part) {
        if part == Part::Block
            && self.cursor.is_long()
            && self.refusals >= SHORTEN
            && self.refusals == self.tries
        {
            self.cursor.shorten();
        }
    }

    fn transmit(&mut self, part: Part) -> Action {
        self.tries += u32::from(part != Part::Previous);
        self.phase = Phase::Answer(part);
        let Cursor { file, block, previous, .. } = self.cursor;
        Action::Send(match part {
            Part::Header => Frame::Header { file, check: block.check },
            Part::Block => Frame::Block(block),
            Part::Previous => Frame::Block(previous.unwrap_or(block)),
            Part::Eot => Frame::Eot,
            Part::End => Frame::End(block.check),
        })
    }
}

#[cfg(test)]
mod tests;
