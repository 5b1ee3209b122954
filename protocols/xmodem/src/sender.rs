//! The sending side.
//!
//! It names the bytes of the file that are to go out and never holds them: a block that is sent again has the same
//! number and the same bytes by construction.

mod start;

use alloc::vec::Vec;
use core::time::Duration;

use link::line::byte_time;

use crate::{
    Failure, Profile,
    wire::{ACK, CAN, Check, LONG, NAK, POLL, SHORT},
};
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

/// What the sender is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A byte came.
    Byte(u8),
    /// The time for which the last action waits has come.
    Time,
    /// The frame has left; what came before is older than it.
    Sent,
}

/// What it wants done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Listen until this time.
    Wait(Duration),
    /// Send a frame in one piece, then tell [`Event::Sent`].
    Send(Frame),
    /// Everything arrived. Not confirmed: the answer to EOT was lost, but the receiver has gone on to other things.
    Finished {
        /// Whether the receiver said so.
        confirmed: bool,
    },
    /// It did not.
    Failed(Failure),
}

/// A frame, by what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// YMODEM's block 0 for the file with this index.
    Header {
        /// The file.
        file: usize,
        /// How the receiver checks it.
        check: Check,
    },
    /// Bytes of a file.
    Block(Block),
    /// The end of a file.
    Eot,
    /// The empty block 0 that ends a batch.
    End(Check),
}

/// A piece of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The file's index.
    pub file: usize,
    /// The number on the wire.
    pub number: u8,
    /// Where in the file it begins.
    pub offset: u64,
    /// Its length on the wire, 128 or 1024; bytes past the end of the file are padding.
    pub length: usize,
    /// How the receiver checks it.
    pub check: Check,
}

/// What the sender waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// A start.
    Start,
    /// The answer to a frame.
    Answer(Part),
    /// That nothing else comes after an answer; then, the next thing is done.
    Settle { until: Duration, then: Then },
    /// The poll for the next file.
    NextFile { until: Duration },
}

/// The frame that is being sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Header,
    Block,
    /// The block before the present one, or before EOT: the receiver refuses what is sent now, perhaps because the answer
    /// to the last block was misread. A receiver that has it already confirms a duplicate.
    Previous,
    Eot,
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    Again(Part),
    Onward(Part),
}

/// A sender of one file (XMODEM) or several (YMODEM).
#[derive(Clone, Debug)]
pub struct Sender {
    profile: Profile,
    sizes: Vec<u64>,
    batch: bool,
    phase: Phase,
    start: Start,
    file: usize,
    block: Block,
    previous: Option<Block>,
    taken: u64,
    confirmed: bool,
    /// Of the frame that is being sent: how often, since when, when last, how often it was clearly refused.
    tries: u32,
    since: Duration,
    sent_at: Duration,
    refusals: u32,
    cans: u32,
    text: u32,
    long: bool,
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
        let block = Block { file: 0, number: 1, offset: 0, length: 0, check: Check::Crc };
        Self {
            profile,
            sizes,
            batch,
            phase: Phase::Start,
            start: Start::new(patience),
            file: 0,
            block,
            previous: None,
            taken: 0,
            confirmed: true,
            tries: 0,
            since: Duration::ZERO,
            sent_at: Duration::ZERO,
            refusals: 0,
            cans: 0,
            text: 0,
            long: profile.long_blocks,
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

    /// Bytes of all files that the receiver has confirmed.
    pub fn taken(&self) -> u64 {
        self.taken
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
            (Phase::NextFile { .. }, POLL) => self.next_file(now),
            _ => self.wait(),
        }
    }

    fn on_time(&mut self, now: Duration) -> Action {
        match self.phase {
            Phase::Start => self.try_start(now),
            Phase::Answer(Part::End) if now >= self.deadline() => {
                Action::Finished { confirmed: self.confirmed }
            }
            Phase::Answer(part) if now >= self.deadline() => {
                self.again(part, Failure::Silent { taken: self.taken, times: self.tries }, now)
            }
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
                self.block.check = check;
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
        let last = self.file + 1 >= self.sizes.len();
        match self.phase {
            _ if self.text < TEXT => None,
            Phase::Answer(Part::Eot) if last => Some(Action::Finished { confirmed: false }),
            Phase::Answer(Part::End) | Phase::NextFile { .. } if last => {
                Some(Action::Finished { confirmed: self.confirmed })
            }
            _ if self.first_frame() => None,
            _ => Some(Action::Failed(Failure::Spoke { taken: self.taken })),
        }
    }

    /// Whether nothing has been confirmed yet: a banner may still come between the polls.
    fn first_frame(&self) -> bool {
        self.previous.is_none() && matches!(self.phase, Phase::Answer(Part::Header | Part::Block))
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
                self.next_file(now)
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
            (Then::Onward(Part::Header), POLL) => self.go_on(then, now),
            // A receiver that confirms a duplicate is the worst that comes of sending again.
            (Then::Onward(part), _) => self.refused(part, false, now),
            (Then::Again(_), _) => self.wait(),
        }
    }

    fn go_on(&mut self, then: Then, now: Duration) -> Action {
        match then {
            Then::Again(part) => {
                let failure = Failure::Refused { taken: self.taken, times: self.tries };
                self.again(part, failure, now)
            }
            Then::Onward(Part::Header) => {
                let first = self.first_block();
                self.begin(first, now)
            }
            Then::Onward(Part::Previous) => self.transmit(self.present()),
            Then::Onward(_) => self.advance(now),
        }
    }

    /// Begins with the first block of the present file, or its end if it has none.
    fn first_block(&mut self) -> Part {
        let check = self.block.check;
        self.previous = None;
        self.block = Block { file: self.file, number: 1, offset: 0, length: self.piece(0), check };
        if self.size() == 0 { Part::Eot } else { Part::Block }
    }

    /// The block was taken: on to the next one.
    fn advance(&mut self, now: Duration) -> Action {
        let end = self.end_of_block();
        self.taken += end - self.block.offset;
        self.previous = Some(self.block);
        if end >= self.size() {
            return self.begin(Part::Eot, now);
        }
        self.block.number = self.block.number.wrapping_add(1);
        self.block.offset = end;
        self.block.length = self.piece(end);
        self.begin(Part::Block, now)
    }

    fn file_taken(&mut self, now: Duration) -> Action {
        if !self.batch {
            return Action::Finished { confirmed: true };
        }
        self.phase = Phase::NextFile { until: now + NEXT_FILE };
        self.wait()
    }

    fn next_file(&mut self, now: Duration) -> Action {
        self.file += 1;
        let part = self.header_or_end();
        self.previous = None;
        self.begin(part, now)
    }

    fn header_or_end(&self) -> Part {
        if self.file < self.sizes.len() { Part::Header } else { Part::End }
    }

    /// Sends `part` for the first time.
    fn begin(&mut self, part: Part, now: Duration) -> Action {
        (self.tries, self.refusals, self.since) = (0, 0, now);
        self.transmit(part)
    }

    /// Sends `part` once more, or what may help it, or gives up with `failure`.
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
        match self.previous {
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
        if self.previous == Some(self.block) { Part::Eot } else { Part::Block }
    }

    /// Changes to short blocks after three long ones that were all clearly refused. After silence that would be unsafe:
    /// the long block may have been taken and its answer lost, and then a short one of the same number is confirmed as a
    /// duplicate.
    fn shorten(&mut self, part: Part) {
        if part == Part::Block
            && self.block.length == LONG
            && self.refusals >= SHORTEN
            && self.refusals == self.tries
        {
            self.long = false;
            self.block.length = SHORT;
        }
    }

    fn transmit(&mut self, part: Part) -> Action {
        self.tries += u32::from(part != Part::Previous);
        self.phase = Phase::Answer(part);
        let check = self.block.check;
        Action::Send(match part {
            Part::Header => Frame::Header { file: self.file, check },
            Part::Block => Frame::Block(self.block),
            Part::Previous => Frame::Block(self.previous.unwrap_or(self.block)),
            Part::Eot => Frame::Eot,
            Part::End => Frame::End(check),
        })
    }

    fn size(&self) -> u64 {
        self.sizes.get(self.file).copied().unwrap_or(0)
    }

    fn end_of_block(&self) -> u64 {
        self.size().min(self.block.offset + self.block.length as u64)
    }

    /// The length of the block at `offset`: a rest that a short block holds is not padded to a long one.
    fn piece(&self, offset: u64) -> usize {
        if self.long && self.size() - offset > SHORT as u64 { LONG } else { SHORT }
    }
}
