//! A virtual board with a TH1520 and SPI flash, its download button held.
//!
//! It is a state machine over bytes, at a time that the caller gives. It gets power a while after the first byte of the
//! handshake has been said, as a person does who was told to. It is stricter than the chip is known to be: it listens for
//! 100 ms after power-on, takes no packet in the wrong order, knows no sum but the plain one, waits for ever for the rest of a
//! command, hears nothing while it works, and its image writer erases blocks of 64 KiB, whatever is in them. What commands for
//! fuses and registers do is noted.

mod command;
mod nor;

use alloc::{string::String, vec::Vec};
use core::time::Duration;

use link::serial::{Said, SerialDevice, Utterances};

use crate::wire::{BAUD, CONNECT, Command, DONE};
use nor::Nor;

/// Bytes of the SRAM that it takes programs into.
pub const RAM: u32 = 0x12_0000;
/// Bytes that the image writer erases at once.
pub const BLOCK: u32 = 64 << 10;
/// How long the mask ROM waits for the handshake.
const WINDOW: Duration = Duration::from_millis(100);
/// How late it answers that: the host has said it again by then.
const LATE: Duration = Duration::from_millis(15);
/// How late it answers anything else.
const SOON: Duration = Duration::from_micros(300);
/// What the mask ROM prints first (seen on boards).
const HELLO: &[u8] = b"brom_ver 8\r\n";
/// What it prints when no one wants anything of it (seen on boards).
const GIVES_UP: &[u8] = b"[APP][E] protocol_connect failed, exit.\r\n";

/// In what this board differs from one where all goes well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behaviour {
    /// Bytes of its flash, whole blocks of 64 KiB.
    pub size: u32,
    /// The version of the protocol. Which one a TH1520 has is not known: from 4 on, downloads begin in another way.
    pub version: u8,
    /// How long after the first byte it gets power.
    pub power: Duration,
    /// What the image writer needs to start.
    pub starts: Duration,
    /// A byte of the flash in which a bit cannot be programmed.
    pub worn: Option<u32>,
    /// No flash is listed.
    pub no_flash: bool,
    /// The image writer does not start.
    pub hangs: bool,
    /// The number of the first sum of flash that is said to differ, counted from 1; 0: none is.
    pub wrong_sum: u32,
    /// The image writer sums nothing but what was just written, as a whole.
    pub forgets: bool,
}

impl Default for Behaviour {
    fn default() -> Self {
        Self {
            size: 16 << 20,
            version: 4,
            power: Duration::from_millis(300),
            starts: Duration::from_millis(300),
            worn: None,
            no_flash: false,
            hangs: false,
            wrong_sum: 0,
            forgets: false,
        }
    }
}

/// What runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// No power, and nobody has said anything.
    Off,
    /// The mask ROM listens for the handshake: from when until when.
    Listens(Duration, Duration),
    /// The mask ROM, connected.
    Rom,
    /// The image writer begins at that time, and is deaf before.
    Starts(Duration),
    /// The image writer, and whether the handshake was said to it.
    Writer { connected: bool },
    /// Something else, which does not listen.
    Elsewhere,
}

/// What is being downloaded.
struct Download {
    to_flash: bool,
    at: u32,
    left: u32,
    began: bool,
}

/// A board with a TH1520.
pub struct Th1520 {
    behaviour: Behaviour,
    nor: Nor,
    ram: Vec<u8>,
    /// Bytes from the beginning of the SRAM that were sent there.
    loaded: u32,
    state: State,
    command: Vec<u8>,
    download: Option<Download>,
    /// What was written to flash last: first byte, and the one behind the last.
    written: Option<(u32, u32)>,
    sums: u32,
    /// Until then it hears nothing.
    works: Duration,
    out: Utterances,
    notes: Vec<String>,
}

impl Th1520 {
    /// A board without power, its flash erased.
    pub fn new(behaviour: Behaviour) -> Self {
        Self {
            nor: Nor::new(behaviour.size as usize, behaviour.worn),
            behaviour,
            ram: Vec::new(),
            loaded: 0,
            state: State::Off,
            command: Vec::new(),
            download: None,
            written: None,
            sums: 0,
            works: Duration::ZERO,
            out: Utterances::default(),
            notes: Vec::new(),
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

    fn note(&mut self, text: impl Into<String>) {
        self.notes.push(text.into());
    }

    /// Whether the image writer runs, and can be spoken to.
    fn is_writer(&self) -> bool {
        matches!(self.state, State::Writer { .. })
    }

    /// What time alone does.
    fn tick(&mut self, now: Duration) {
        match self.state {
            State::Listens(_, until) if now >= until => {
                self.state = State::Elsewhere;
                self.out.say(until, GIVES_UP);
            }
            State::Starts(at) if now >= at => self.state = State::Writer { connected: false },
            _ => {}
        }
    }

    fn byte(&mut self, byte: u8, now: Duration) {
        self.tick(now);
        if now < self.works {
            return;
        }
        match self.state {
            State::Off => {
                let at = now + self.behaviour.power;
                self.state = State::Listens(at, at + WINDOW);
                self.out.say(at, HELLO);
            }
            State::Listens(from, _) if now >= from => {
                self.command.push(byte);
                if self.command.ends_with(&CONNECT) {
                    (self.state, self.command) = (State::Rom, Vec::new());
                    self.answer(Command::Connect as u8, DONE, &[], now + LATE);
                }
            }
            State::Rom | State::Writer { .. } => {
                self.command.push(byte);
                if whole(&self.command) {
                    let command = core::mem::take(&mut self.command);
                    self.obey(&command, now);
                }
            }
            State::Listens(..) | State::Starts(_) | State::Elsewhere => {}
        }
    }

    fn answer(&mut self, command: u8, result: u8, bytes: &[u8], at: Duration) {
        let [high, low] = (bytes.len() as u16).to_be_bytes();
        let head = [command, result, high, low];
        self.out.say(at, &[&head[..], bytes].concat());
    }

    /// When time alone does something.
    fn due(&self) -> Option<Duration> {
        match self.state {
            State::Listens(_, until) => Some(until),
            State::Starts(at) => Some(at),
            _ => None,
        }
    }
}

/// Whether this is a whole command.
fn whole(command: &[u8]) -> bool {
    match *command {
        [_, _, high, low, ref rest @ ..] => {
            rest.len() == usize::from(u16::from_be_bytes([high, low]))
        }
        _ => false,
    }
}

impl SerialDevice for Th1520 {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        bytes.iter().for_each(|byte| self.byte(*byte, now));
    }

    fn next(&mut self, now: Duration) -> Said {
        self.tick(now);
        match (self.out.next(now), self.due()) {
            (Said::Nothing, Some(due)) => Said::Until(due),
            (said, _) => said,
        }
    }

    fn baud(&self) -> u32 {
        BAUD
    }

    fn reset(&mut self, _: Duration) {
        self.state = State::Off;
        (self.command, self.download, self.written) = (Vec::new(), None, None);
        (self.ram, self.loaded, self.works) = (Vec::new(), 0, Duration::ZERO);
        self.out.clear();
    }

    fn notes(&mut self) -> Vec<String> {
        core::mem::take(&mut self.notes)
    }
}
