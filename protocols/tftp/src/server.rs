//! The sending side: one file to one client that asked for it.
//!
//! [`Transfer`] is told the client's packets and the time, pulls the file's bytes from a [`Source`] in order, and keeps
//! no more of them than one window. A source may have to wait for its bytes: the transfer then says that it is
//! [`State::Starved`] and sends nothing, which clients bear for a while (U-Boot asks again after 5 s and gives up after
//! the tenth time). Blocks go out a whole window at a time, so that client and server agree on where a window ends.
//!
//! What is sent twice: on a timeout, the last block of the window, and after several of them all of it; on an acknowledgement from within
//! the window, what follows it (RFC 7440), once in a window. A repeated acknowledgement sends nothing, so that no delay can double the traffic (RFC 1123,
//! 4.2.3.1, the Sorcerer's Apprentice).

mod failure;
mod source;
pub(crate) mod terms;
mod timer;
mod window;

use alloc::vec::Vec;
use core::time::Duration;

pub use failure::Failure;
pub use source::{Pull, Source};

use crate::{
    refusal::Refusal,
    wire::{ErrorCode, Options, Packet},
};
use terms::Terms;
use timer::Timer;
use window::{Reached, Window};

/// The error code after which a client is to give up. U-Boot returns to its prompt for codes 1 and 2; for any other it
/// begins again where its environment has `netretry` (net/tftp.c and net/net.c of U-Boot 2023.01 and 2026.10).
pub const FINAL: ErrorCode = ErrorCode::ACCESS;

/// Reminders of one block each before all of a window is sent again to a client that says nothing: at least 0.7 s.
const BUSY: u32 = 4;

/// What a server agrees to, and how long it tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest block in bytes, from 8 on.
    pub block_size: u16,
    /// The largest window in blocks, from 1 on. It is for the client to ask for no more than its network card has room for,
    /// as the rest of each window gets lost. U-Boot's drivers have room for 4 packets (dwc_eth_qos, as of JH7110 and
    /// RK3588), 16 (designware) or 32 (sun8i_emac, virtio-net; that of 2023.01 hears nothing any more after a 33rd).
    pub window_size: u16,
    /// How often a packet is sent again before the client counts as gone. The waits begin at 1 s, or 5 ms where the client
    /// was measured to be faster, and double up to 4 s: 12 of them last half a minute or more.
    pub attempts: u32,
}

impl Limits {
    /// What fits an Ethernet frame of 1500 bytes unfragmented (1468 bytes after the headers of IP, UDP and TFTP), and
    /// windows of 64 blocks.
    pub const ETHERNET: Self = Self { block_size: 1468, window_size: 64, attempts: 12 };
}

/// Something that happened.
#[derive(Clone, Copy, Debug)]
pub enum Event<'e> {
    /// The client's request.
    Request {
        /// The options that it asks for.
        options: &'e Options,
        /// Whether it comes from another port than the one before: the client has begun anew.
        anew: bool,
    },
    /// A datagram of the client's.
    Packet(&'e [u8]),
    /// The client's computer says that nobody listens at the client's port any more.
    Unreachable,
    /// Time has passed, or the source has more bytes.
    Time,
}

/// How a transfer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has asked yet.
    Idle,
    /// Waiting for the client.
    Running,
    /// Waiting for the source: [`Event::Time`] is due as soon as it has more.
    Starved,
    /// The client has acknowledged everything.
    Done,
    /// It ended otherwise: [`Transfer::failure`] says why.
    Failed,
}

/// How far a transfer came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Bytes of the file that the client acknowledged.
    pub bytes: u64,
    /// Blocks that the client acknowledged.
    pub blocks: u64,
    /// Blocks that were sent again. More than a few in a thousand say that the window is too large for the client.
    pub resent: u64,
    /// How often the client was silent for too long.
    pub timeouts: u32,
    /// Packets that made no sense, and were ignored.
    pub strays: u64,
    /// Data bytes in a block, as agreed on.
    pub block_size: u16,
    /// Blocks in a window, as agreed on.
    pub window_size: u16,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Phase {
    Idle,
    /// The OACK is out.
    Offered,
    Sending,
    Done,
    Failed(Failure),
}

/// The sending of one file.
#[derive(Debug)]
pub struct Transfer {
    limits: Limits,
    length: Option<u64>,
    phase: Phase,
    terms: Terms,
    window: Window,
    timer: Timer,
    /// An OACK or ERROR that is to go out before any block.
    answer: Option<Vec<u8>>,
    /// Several blocks were sent again since the client last acknowledged a whole window.
    repeated: bool,
    /// When they were last sent again for a block that was missed.
    missed_at: Option<Duration>,
    /// The next timeout is to send the whole window again, not its last block.
    thorough: bool,
    /// The source had nothing more when a window was to be filled.
    starved: bool,
    timeouts: u32,
    strays: u64,
}

impl Transfer {
    /// A transfer that waits for its request. `length` is the file's length in bytes where it is known before, for
    /// clients that ask for it.
    pub fn new(limits: Limits, length: Option<u64>) -> Self {
        let terms = Terms::agree(&Options::default(), &limits, length);
        Self {
            limits,
            length,
            phase: Phase::Idle,
            window: Window::new(&terms),
            terms,
            timer: Timer::new(),
            answer: None,
            repeated: false,
            missed_at: None,
            thorough: false,
            starved: false,
            timeouts: 0,
            strays: 0,
        }
    }

    /// Whether a request can be served (again): no byte of the file was given up yet. A client that begins anew later ends
    /// the transfer.
    pub fn is_fresh(&self) -> bool {
        match self.phase {
            Phase::Idle | Phase::Offered => true,
            Phase::Sending => self.window.is_first(),
            Phase::Done | Phase::Failed(_) => false,
        }
    }

    /// How the transfer is.
    pub fn state(&self) -> State {
        match self.phase {
            Phase::Idle => State::Idle,
            Phase::Offered => State::Running,
            Phase::Sending if self.window.is_whole() => State::Running,
            Phase::Sending => State::Starved,
            Phase::Done => State::Done,
            Phase::Failed(_) => State::Failed,
        }
    }

    /// Why it failed.
    pub fn failure(&self) -> Option<&Failure> {
        match &self.phase {
            Phase::Failed(failure) => Some(failure),
            _ => None,
        }
    }

    /// How far it came.
    pub fn sent(&self) -> Sent {
        Sent {
            bytes: self.window.bytes(),
            blocks: self.window.acknowledged(),
            resent: self.window.resent(),
            timeouts: self.timeouts,
            strays: self.strays,
            block_size: self.terms.block_size,
            window_size: self.terms.window_size,
        }
    }

    /// When [`Event::Time`] is due if nothing happens before; `None` while only a packet or the source's bytes matter.
    pub fn deadline(&self) -> Option<Duration> {
        (self.state() == State::Running).then(|| self.timer.deadline())
    }

    /// The packet that is to be sent now. After it was sent, call [`Self::transmitted`], and ask again.
    pub fn transmit(&self) -> Option<&[u8]> {
        match (&self.answer, &self.phase) {
            (Some(answer), _) => Some(answer),
            (None, Phase::Sending) => self.window.next(),
            _ => None,
        }
    }

    /// The packet that [`Self::transmit`] named has been sent.
    pub fn transmitted(&mut self) {
        if self.answer.take().is_none() {
            self.window.step();
        }
    }

    /// Takes in what happened at `now`, a time since any fixed moment. [`Self::transmit`] and [`Self::deadline`] then say
    /// what to do.
    pub fn on(&mut self, event: Event<'_>, now: Duration, source: &mut dyn Source) {
        match event {
            Event::Request { options, anew } => self.on_request(options, anew, now),
            Event::Packet(bytes) => self.on_packet(bytes, now),
            Event::Unreachable => self.on_unreachable(),
            Event::Time => self.on_time(now),
        }
        self.refill(now, source);
    }

    /// Ends the transfer and tells the client so, with a text for the person in front of it. Nothing happens if it is
    /// over.
    pub fn abort(&mut self, text: &str) {
        if matches!(self.phase, Phase::Idle | Phase::Offered | Phase::Sending) {
            self.tell(text);
            self.phase = Phase::Failed(Failure::Aborted);
        }
    }

    fn tell(&mut self, text: &str) {
        let error = Packet::Error { code: FINAL, text: text.as_bytes() };
        self.answer = (self.phase != Phase::Idle).then(|| error.to_bytes());
    }

    fn on_request(&mut self, options: &Options, anew: bool, now: Duration) {
        // From the same port, once its packets have arrived, it is a delayed copy of the first request.
        if anew && self.phase == Phase::Sending && !self.is_fresh() {
            let sent = self.window.bytes();
            return self.phase = Phase::Failed(Failure::Restarted { sent });
        }
        let begins = anew || self.phase != Phase::Sending || self.terms.answer.is_none();
        if self.is_fresh() && begins {
            self.terms = Terms::agree(options, &self.limits, self.length);
            self.window.begin(&self.terms);
            self.timer.start(now);
            (self.repeated, self.thorough, self.starved) = (false, false, false);
            self.answer = self.terms.answer.map(|options| Packet::Options(options).to_bytes());
            self.phase = if self.answer.is_some() { Phase::Offered } else { Phase::Sending };
        }
    }

    fn on_packet(&mut self, bytes: &[u8], now: Duration) {
        match (Packet::parse(bytes), &self.phase) {
            (_, Phase::Idle | Phase::Done | Phase::Failed(_)) => {}
            (Ok(Packet::Ack(0)), Phase::Offered) => self.on_agreed(now),
            (Ok(Packet::Ack(_)), Phase::Offered) => self.strays += 1,
            (Ok(Packet::Ack(block)), Phase::Sending) => self.on_ack(block, now),
            (Ok(Packet::Error { code, text }), _) => {
                (self.answer, self.phase) =
                    (None, Phase::Failed(Failure::Refused(Refusal::new(code, text))));
            }
            _ => self.strays += 1,
        }
    }

    fn on_agreed(&mut self, now: Duration) {
        self.answer = None;
        self.timer.heard(now);
        self.timer.start(now);
        self.phase = Phase::Sending;
    }

    fn on_ack(&mut self, block: u16, now: Duration) {
        match self.window.acknowledge(block) {
            Reached::Nothing => {}
            Reached::Before if self.terms.window_size > 1 => {
                self.timer.hasten(now);
                self.thorough = true;
            }
            Reached::Before => {}
            Reached::Part => self.on_part(now),
            Reached::All => {
                self.timer.heard(now);
                self.timer.start(now);
                (self.repeated, self.thorough) = (false, false);
            }
            Reached::End => self.phase = Phase::Done,
        }
    }

    /// The client misses a block, and drops what came after it. If blocks were sent again before, it may as well have got
    /// one twice, and answer that: what it seems to miss is on its way then. To send that a third time would make it answer
    /// in the same way, and so on to the end of the file. What comes sooner than a window takes answers packets that were
    /// sent before: to send a window for each of them would fill the few buffers that U-Boot's drivers have, and its virtio
    /// driver never empties them then.
    fn on_part(&mut self, now: Duration) {
        self.timer.resume(now);
        let early = self.missed_at.is_some_and(|at| now < at + self.timer.pace());
        if !self.repeated && !early {
            self.window.repeat();
            self.missed_at = Some(now);
        }
        (self.repeated, self.thorough) = (true, true);
    }

    fn on_unreachable(&mut self) {
        match self.phase {
            Phase::Offered => self.phase = Phase::Failed(Failure::Unreachable { sent: 0 }),
            Phase::Sending => {
                let sent = self.window.bytes();
                let failure = self.unconfirmed().unwrap_or(Failure::Unreachable { sent });
                self.phase = Phase::Failed(failure);
            }
            Phase::Idle | Phase::Done | Phase::Failed(_) => {}
        }
    }

    /// The failure to hear that the end has arrived, if everything was sent.
    fn unconfirmed(&self) -> Option<Failure> {
        self.window.is_out().then(|| Failure::Unconfirmed { left: self.window.left() })
    }

    fn on_time(&mut self, now: Duration) {
        if self.deadline().is_none_or(|deadline| now < deadline) {
            return;
        }
        if self.timer.attempts() >= self.limits.attempts {
            return self.give_up();
        }
        self.timeouts += 1;
        self.timer.again(now);
        match self.phase {
            Phase::Offered => {
                self.answer = self.terms.answer.map(|options| Packet::Options(options).to_bytes());
            }
            _ => self.remind(),
        }
    }

    /// Sends again what is out. The last block is enough for a client that has only missed that one, and makes others tell
    /// what they miss. It also is the one that most likely is missing: a network card with less room than the window has
    /// blocks drops the last ones, every time that all of them are sent. A client that has told what it misses does not tell
    /// it a second time. One that stays silent may be busy: what is sent again meanwhile fills its buffers.
    fn remind(&mut self) {
        if self.thorough {
            self.window.repeat();
            self.repeated = true;
        } else {
            self.window.repeat_last();
        }
        self.thorough = !self.thorough && self.timer.attempts() >= BUSY;
    }

    fn give_up(&mut self) {
        let failure = self.unconfirmed().unwrap_or_else(|| Failure::Silent {
            sent: self.window.bytes(),
            times: self.timer.attempts() + 1,
        });
        self.tell("no acknowledgement came");
        self.phase = Phase::Failed(failure);
    }

    /// Takes bytes from the source while there is room for them, and lets a window go when it is whole.
    fn refill(&mut self, now: Duration, source: &mut dyn Source) {
        if !matches!(self.phase, Phase::Offered | Phase::Sending) {
            return;
        }
        self.window.fill(source);
        if self.phase == Phase::Offered {
            return;
        }
        if !self.window.is_whole() {
            self.starved = true;
            return;
        }
        self.window.release();
        if core::mem::take(&mut self.starved) {
            self.timer.start(now);
        }
    }
}

#[cfg(test)]
mod tests;
