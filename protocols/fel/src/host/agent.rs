//! The agent: code of ours that stays in the SoC's SRAM and carries out scripts of register accesses.
//!
//! A message to it is data, then a script; both go into SRAM in one write, and one EXEC carries the script out. What it
//! found is asked for later: the first failure ends all scripts until it was asked for, so that several may be sent before.

mod fifo;
mod room;
mod script;

use alloc::{vec, vec::Vec};
use core::time::Duration;

use link::{Data, Silent};

pub(super) use fifo::ERRORS;
pub use fifo::Fifo;
pub use room::Room;
use script::{OP, WORDS};
pub use script::{Op, Script};

use super::{Cause, Error, Fel, Stage, error::Action, words};
use crate::{chips::Core, payload::Payload};

/// The longest that one script may take; operations that wait have limits of their own, which are shorter.
const RUN: Duration = Duration::from_secs(12);
/// The results of one script at the most.
pub(super) const MOST_RESULTS: usize = 64;
/// Offsets in the agent's words, which begin where its code ends.
const REPORT: u32 = 32;
/// The running sum, which scripts set and read as they do registers.
const SUM: u32 = 44;
/// Words before the results in a report: why it failed, value, scripts, sum, number of results.
const HEAD: usize = 5;
/// Where is what an empty FIFO takes.
const BURST: u32 = 28;
/// Where the FIFO's address is, which scripts set where there are two FIFOs.
const FIFO: u32 = 8;

/// Why a script ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// What was waited for did not come in time; the register's value.
    Expired(u32),
    /// A register has a bit that means an error; its value.
    Error(u32),
    /// What was packed did not arrive as it was sent.
    Damaged,
    /// The agent does not know the operation, or was not run.
    Confused,
}

/// What was sent to be carried out and not been asked about yet.
struct Sent {
    /// The operations' names.
    names: Vec<&'static str>,
    /// Operations that the data before the script count for.
    before: usize,
}

/// The agent in a SoC's SRAM, set up for one storage port.
pub struct Agent {
    room: Room,
    /// Where its words are.
    words: u32,
    timer: u32,
    /// Scripts that were begun since it was written.
    runs: u32,
    sent: Vec<Sent>,
    /// Messages to the boot ROM.
    messages: u64,
}

impl Agent {
    /// Writes the agent to SRAM, for transfers over a port.
    ///
    /// # Errors
    /// When a transfer fails, and when the SoC has no room for it.
    pub fn new(fel: &mut Fel<'_>, port: impl Into<Fifo>) -> Result<Self, Error> {
        let fifo = port.into();
        let chip = fel.chip()?;
        let Some(room) = Room::of(chip) else {
            let what = "reaching storage (its SRAM is too small)";
            return Err(fel.error(Action::Check, Cause::Unsupported { chip: chip.name, what }));
        };
        fel.fresh_code(chip)?;
        let payload = Payload::agent(chip.core);
        let words = room.agent + payload.code().len() as u32;
        let config = [
            room.input,
            fifo.timer + 8,
            fifo.data,
            fifo.status.unwrap_or(words + BURST),
            fifo.events,
            fifo.errors,
            fifo.when_zero,
            fifo.burst,
        ];
        let report = [0; HEAD + MOST_RESULTS];
        let bytes = payload.with(&[&config[..], &report].concat());
        fel.write_bytes(room.agent, &bytes)?;
        Ok(Self { room, words, timer: fifo.timer, runs: 0, sent: Vec::new(), messages: 1 })
    }

    /// Starts the timer that operations are limited by.
    ///
    /// # Errors
    /// When a transfer fails, and when it does not run.
    pub fn start_clock(&mut self, fel: &mut Fel<'_>) -> Result<(), Error> {
        let counts = self.run(fel, &[], &script::clock(self.timer))?;
        // It counts down, and is far from its end.
        if counts[0] != counts[2] {
            return Ok(());
        }
        let (command, fault) = ("starting the SoC's timer", Fault::Expired(counts[2]));
        Err(fel.error(Action::Check, Cause::Storage { command, fault }))
    }

    /// Where things are.
    pub fn room(&self) -> &Room {
        &self.room
    }

    /// The address of the running sum, for [`Op::Write`] and [`Op::Read`].
    pub fn sum(&self) -> u32 {
        self.words + SUM
    }

    /// The address of the FIFO's address, for [`Op::Write`].
    pub fn fifo(&self) -> u32 {
        self.words + FIFO
    }

    /// Messages to the boot ROM so far; each is six or nine waits for the board.
    pub fn messages(&self) -> u64 {
        self.messages
    }

    /// The place of data that are sent with a script.
    pub fn data(&self) -> u32 {
        self.room.input + OP as u32
    }

    /// Bytes of data that can be sent with a script of this many operations.
    pub fn room_for(&self, operations: usize) -> usize {
        (self.room.input_size as usize).saturating_sub((operations + 3) * OP)
    }

    /// Sends data and a script and has it carried out. What comes of it is asked for by [`settle`](Self::settle).
    ///
    /// # Errors
    /// When a transfer fails.
    pub fn start(&mut self, fel: &mut Fel<'_>, data: &[u8], script: &Script) -> Result<(), Error> {
        let data_len = data.len().next_multiple_of(OP);
        let mut bytes = Vec::with_capacity(data_len + (script.len() + 2) * OP);
        bytes.extend(script::skip(data_len as u32));
        bytes.extend(data);
        bytes.resize(OP + data_len, 0);
        bytes.extend(script.bytes());
        debug_assert!(bytes.len() <= self.room.input_size as usize, "a script has room");
        let action = Action::Write(self.room.input, bytes.len() as u32);
        // The last script may still be under way.
        fel.message(action, RUN, Some(Data::Out(&bytes)), &mut Silent)?;
        fel.execute(self.room.agent)?;
        self.messages += 2;
        self.sent.push(Sent { names: script.names(), before: 1 + data_len / OP });
        Ok(())
    }

    /// Asks what became of all that was started; the results of the last script, which are `results` words.
    ///
    /// # Errors
    /// When a transfer fails, and when a script did: the error names its operation.
    pub fn settle(&mut self, fel: &mut Fel<'_>, results: usize) -> Result<Vec<u32>, Error> {
        let sent = core::mem::take(&mut self.sent);
        let begun = self.runs;
        let report = self.report(fel, results)?;
        self.runs = report[2];
        let (status, value) = (report[0], report[1]);
        if status != 0 {
            let which = report[2].wrapping_sub(begun).wrapping_sub(1) as usize;
            fel.write_bytes(self.words + REPORT, &[0; 8])?;
            self.messages += 1;
            return Err(failed(fel, sent.get(which), status, value));
        }
        let is_right = report[2].wrapping_sub(begun) as usize == sent.len()
            && (sent.is_empty() || report[4] as usize == results);
        if !is_right {
            return Err(failed(fel, None, 0, 0));
        }
        Ok(report[HEAD..].to_vec())
    }

    /// Both.
    ///
    /// # Errors
    /// As they have.
    pub fn run(
        &mut self,
        fel: &mut Fel<'_>,
        data: &[u8],
        script: &Script,
    ) -> Result<Vec<u32>, Error> {
        self.start(fel, data, script)?;
        self.settle(fel, script.results())
    }

    fn report(&mut self, fel: &mut Fel<'_>, results: usize) -> Result<Vec<u32>, Error> {
        let mut bytes = vec![0; 4 * (HEAD + results.min(MOST_RESULTS))];
        let action = Action::Read(self.words + REPORT, bytes.len() as u32);
        self.messages += 1;
        fel.message(action, RUN, Some(Data::In(&mut bytes)), &mut Silent).map_err(|error| {
            match error.fault() {
                Some(link::Fault::TimedOut) => {
                    fel.error(Action::Return(self.room.agent), Cause::NoReturn)
                }
                _ => error,
            }
        })?;
        Ok(words(&bytes).collect())
    }
}

/// The error of a script that ended early.
fn failed(fel: &Fel<'_>, sent: Option<&Sent>, status: u32, value: u32) -> Error {
    let at = (status >> 8) as usize;
    let name = sent.and_then(|sent| sent.names.get(at.checked_sub(sent.before)?).copied());
    let fault = match status & 0xff {
        1 => Fault::Expired(value),
        2 => Fault::Error(value),
        3 => Fault::Damaged,
        _ => Fault::Confused,
    };
    let command = name.unwrap_or("the agent");
    Error { stage: Stage::Storage, ..fel.error(Action::Check, Cause::Storage { command, fault }) }
}

/// Bytes of the agent for a processor, with its words and its table.
pub(super) fn size(core: Core) -> u32 {
    (Payload::agent(core).code().len() + WORDS) as u32
}

impl core::fmt::Display for Fault {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Expired(value) => {
                write!(f, "it did not end in time (the controller's register: {value:#010x})")
            }
            Self::Error(events) => {
                write!(f, "{} (the controller's events: {events:#010x})", error_words(*events))
            }
            Self::Damaged => f.write_str("the data did not arrive on the board as they were sent"),
            Self::Confused => f.write_str("it did not run as it should"),
        }
    }
}

/// What the events of a controller say, in words.
fn error_words(events: u32) -> &'static str {
    match events {
        _ if events & 1 << 8 != 0 => "no response",
        _ if events & (1 << 6 | 1 << 7 | 1 << 15) != 0 => "a checksum on the card's bus is wrong",
        _ if events & 1 << 9 != 0 => "no data came in time",
        _ if events & 1 << 1 != 0 => "no proper response",
        _ => "the controller reports an error",
    }
}
