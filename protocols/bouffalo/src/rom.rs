//! A virtual board with a BL808, BOOT held at its reset.
//!
//! It is a state machine over bytes, at a time that the caller gives. It is stricter than the chip is known to be: nothing is
//! answered before the second part of the handshake, sums are compared (the chip takes 0 for any), flash is erased in whole
//! sectors, writing only clears bits, and what is said while it works is lost. What commands for fuses do is noted.

mod command;
mod nor;

use alloc::{string::String, vec::Vec};
use core::time::Duration;

use link::serial::{Said, SerialDevice, Utterances};

use crate::wire::{TRAINING, UNLOCK};
use nor::Nor;

/// How many training bytes in a row it takes to learn a rate.
const LEARNED: usize = 24;
/// After this much silence it forgets the rate and a command that was begun (the vendor's tool: 2 s).
const SILENCE: Duration = Duration::from_secs(2);
/// The longest command: an address and 4096 bytes.
const LONGEST: usize = 4 + 4096;

/// Which chip it says that it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chip {
    /// A BL808. Its version is made up after that of the BL616.
    #[default]
    Bl808,
    /// A BL616: a board's answer.
    Bl616,
    /// A BL602: a board's answer.
    Bl602,
}

impl Chip {
    fn boot_info(self) -> &'static [u8] {
        match self {
            Self::Bl808 => b"\x01\x00\x08\x08\0\0\0\0\0\0\x01\0\x31\x97\x35\x36\x37\x38\x17\0\x0f\x75\x80\x10",
            Self::Bl616 => b"\x01\x00\x16\x06\0\0\x01\0\x27\x92\x80\x01\x31\x97\x35\xcf\x0e\xb4\x17\0\x0f\x75\x80\x10",
            Self::Bl602 => b"\x01\0\0\0\0\0\0\0\x03\0\0\0\x61\x9d\xc0\x05\xb9\x18\x1d\0",
        }
    }
}

/// Which part of the handshake it confirms. Boards say `OK` once; to what is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Confirms {
    /// The second part.
    #[default]
    Unlock,
    /// The training.
    Training,
    /// Both.
    Both,
}

/// In what this board differs from one where all goes well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behaviour {
    /// Which chip it is.
    pub chip: Chip,
    /// Bytes of its flash: a power of two from 512 KiB to 64 MiB.
    pub size: u32,
    /// Which part of the handshake it confirms.
    pub confirms: Confirms,
    /// How often it says `PD` while it erases; `None`: never, as boards do.
    pub pending: Option<Duration>,
    /// A byte of the flash in which a bit cannot be programmed.
    pub worn: Option<u32>,
    /// No flash answers it.
    pub no_flash: bool,
    /// It does not know its flash chip.
    pub unknown_flash: bool,
    /// It says nothing to the command that sets the clocks (seen on M1s: "SET CLOCK PLL FAIL").
    pub no_clock: bool,
    /// Above this rate, in bit/s, its line bears nothing.
    pub fastest: u32,
    /// The number of the first SHA-256 sum that is wrong, counted from 1; 0: none is.
    pub wrong_sum: u32,
}

impl Default for Behaviour {
    fn default() -> Self {
        Self {
            chip: Chip::Bl808,
            size: 16 << 20,
            confirms: Confirms::Unlock,
            pending: None,
            worn: None,
            no_flash: false,
            unknown_flash: false,
            no_clock: false,
            fastest: 5_000_000,
            wrong_sum: 0,
        }
    }
}

/// What it does with the next byte.
enum State {
    /// It measures the line, and counts the training bytes.
    Training(usize),
    /// It collects a command; whether the second part of the handshake has come.
    Listening { command: Vec<u8>, unlocked: bool },
    /// It was reset, and what is in flash runs.
    Running,
}

/// A board with a BL808.
pub struct Bl808 {
    behaviour: Behaviour,
    nor: Nor,
    state: State,
    baud: u32,
    /// The rate that it changes to when all is said.
    next_baud: Option<u32>,
    /// It restarts when all is said.
    resets: bool,
    out: Utterances,
    notes: Vec<String>,
    /// When the last byte came, or went.
    heard: Duration,
    /// Until then it hears nothing.
    works: Duration,
    /// The flash's pins were told, and whether it can be written and read.
    flash: Option<bool>,
    /// The flash is mapped into memory.
    mapped: bool,
    sums: u32,
}

impl Bl808 {
    /// A board that is powered on at time 0 with BOOT held, its flash erased.
    pub fn new(behaviour: Behaviour) -> Self {
        Self {
            nor: Nor::new(behaviour.size as usize, behaviour.worn),
            behaviour,
            state: State::Training(0),
            baud: 115_200,
            next_baud: None,
            resets: false,
            out: Utterances::default(),
            notes: Vec::new(),
            heard: Duration::ZERO,
            works: Duration::ZERO,
            flash: None,
            mapped: false,
            sums: 0,
        }
    }

    /// All that the flash holds.
    pub fn flash(&self) -> &[u8] {
        self.nor.bytes()
    }

    /// Puts `bytes` at the beginning of the flash, as many as fit.
    pub fn fill_flash(&mut self, bytes: &[u8]) {
        self.nor.fill(bytes);
    }

    /// Whether it was reset, so that what is in flash runs.
    pub fn runs(&self) -> bool {
        matches!(self.state, State::Running)
    }

    fn note(&mut self, text: impl Into<String>) {
        self.notes.push(text.into());
    }

    fn byte(&mut self, byte: u8, now: Duration) {
        if now < self.works {
            return;
        }
        if matches!(self.state, State::Listening { .. })
            && now > self.heard.max(self.works) + SILENCE
        {
            self.state = State::Training(0);
        }
        self.heard = now;
        match &mut self.state {
            State::Running => {}
            State::Training(count) if byte == TRAINING => {
                *count += 1;
                if *count == LEARNED && self.behaviour.confirms != Confirms::Unlock {
                    self.out.say(now, b"OK");
                }
            }
            State::Training(count) if *count < LEARNED => *count = 0,
            State::Training(_) => {
                self.state = State::Listening { command: Vec::from([byte]), unlocked: false };
            }
            State::Listening { command, unlocked } => {
                command.push(byte);
                if let Some(whole) = whole(command) {
                    let (whole, unlocked) = (whole.then(|| core::mem::take(command)), *unlocked);
                    command.clear();
                    self.heard(whole, unlocked, now);
                }
            }
        }
    }

    /// A whole command has come; `None`: one that is longer than any.
    fn heard(&mut self, command: Option<Vec<u8>>, unlocked: bool, now: Duration) {
        match command {
            None => self.refuse(0x0102, now),
            Some(command) if command == UNLOCK => {
                self.state = State::Listening { command: Vec::new(), unlocked: true };
                if unlocked || self.behaviour.confirms != Confirms::Training {
                    self.out.say(now, b"OK");
                }
            }
            Some(_) if !unlocked => self.refuse(0x0104, now),
            Some(command) => self.obey(&command, now),
        }
    }

    fn refuse(&mut self, code: u16, now: Duration) {
        let [low, high] = code.to_le_bytes();
        self.out.say(now, &[b'F', b'L', low, high]);
    }

    /// When nothing is left to be said: what was to happen then.
    fn said(&mut self) {
        if core::mem::take(&mut self.resets) {
            self.state = State::Running;
            match crate::header::Header::parse(self.nor.bytes()) {
                Ok(_) => self.note("it was reset and starts from its flash"),
                Err(error) => self.note(alloc::format!("it was reset and does not start: {error}")),
            }
        }
        self.baud = self.next_baud.take().unwrap_or(self.baud);
    }
}

/// Whether this is a whole command, and one of a possible length.
fn whole(command: &[u8]) -> Option<bool> {
    let length = usize::from(u16::from_le_bytes([*command.get(2)?, *command.get(3)?]));
    match length > LONGEST {
        true => Some(false),
        false => (command.len() == 4 + length).then_some(true),
    }
}

impl SerialDevice for Bl808 {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        bytes.iter().for_each(|byte| self.byte(*byte, now));
    }

    fn next(&mut self, now: Duration) -> Said {
        let said = self.out.next(now);
        match said {
            // It is no silence while it speaks.
            Said::Byte(_) => self.heard = self.heard.max(now),
            Said::Nothing if self.out.is_empty() => self.said(),
            _ => {}
        }
        said
    }

    fn baud(&self) -> u32 {
        self.baud
    }

    fn measure(&mut self, rate: u32) {
        if matches!(self.state, State::Training(_)) && rate <= self.behaviour.fastest {
            self.baud = rate;
        }
    }

    fn reset(&mut self, _: Duration) {
        self.state = State::Training(0);
        (self.next_baud, self.resets, self.flash, self.mapped) = (None, false, None, false);
        (self.heard, self.works) = (Duration::ZERO, Duration::ZERO);
        self.out.clear();
    }

    fn notes(&mut self) -> Vec<String> {
        core::mem::take(&mut self.notes)
    }
}
