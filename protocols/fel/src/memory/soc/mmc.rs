//! An SD/MMC controller, register by register.

mod transfer;

use alloc::{collections::VecDeque, string::String, vec};

use super::{
    card::{Answer, Card, Flaw, Line},
    fifo::Fifo,
    note,
    wiring::Wiring,
};
use transfer::Transfer;

// Registers.
const GCTRL: u32 = 0x00;
const CLKCR: u32 = 0x04;
const WIDTH: u32 = 0x0c;
const BLKSZ: u32 = 0x10;
const BYTECNT: u32 = 0x14;
const CMD: u32 = 0x18;
const ARG: u32 = 0x1c;
const RESP0: u32 = 0x20;
const RESP3: u32 = 0x2c;
const RINT: u32 = 0x38;
const STATUS: u32 = 0x3c;
const HWRST: u32 = 0x78;
const THLDC: u32 = 0x100;
const SAMP_DL: u32 = 0x144;
/// Registers that are plain memory: as many as the block has below the FIFO.
const PLAIN: usize = 0x80;

// GCTRL.
const RESETS: u32 = 7;
const FIFO_RESET: u32 = 2;
const BY_PROCESSOR: u32 = 1 << 31;
// CLKCR.
const CARD_CLOCK: u32 = 1 << 16;
// CMD.
const ANSWERED: u32 = 1 << 6;
const LONG: u32 = 1 << 7;
const CHECKED: u32 = 1 << 8;
const DATA: u32 = 1 << 9;
const WRITES: u32 = 1 << 10;
const AUTO_STOP: u32 = 1 << 12;
const INIT_CLOCKS: u32 = 1 << 15;
const UPDATE: u32 = 1 << 21;
const START: u32 = 1 << 31;
// RINT.
const RESPONSE_ERROR: u32 = 1 << 1;
const COMMAND_DONE: u32 = 1 << 2;
const DATA_OVER: u32 = 1 << 3;
const RESPONSE_CRC: u32 = 1 << 6;
const DATA_CRC: u32 = 1 << 7;
const NO_RESPONSE: u32 = 1 << 8;
const NO_DATA: u32 = 1 << 9;
const FIFO_ERROR: u32 = 1 << 11;
const LOCKED: u32 = 1 << 12;
const AUTO_DONE: u32 = 1 << 14;
// STATUS.
const EMPTY: u32 = 1 << 2;
const FULL: u32 = 1 << 3;
const PRESENT: u32 = 1 << 8;
const BUSY: u32 = 1 << 9;
const LEVEL: u32 = 17;
// THLDC.
const READ_THRESHOLD: u32 = 1;

/// How long resets take, in nanoseconds.
const RESET_TIME: u64 = 1_000;
const CARD_RESET: u64 = 10_000;
const CARD_WAKES: u64 = 300_000;
/// From a command for data to the first block, and between blocks.
const ACCESS: u64 = 20_000;
const NEVER: u64 = u64::MAX;

/// The clock that the card gets.
#[derive(Clone, Copy, Default, PartialEq)]
struct Clock {
    running: bool,
    hz: u64,
}

/// A controller and what is in its slot.
pub(super) struct Controller {
    card: Option<Card>,
    flaw: Option<Flaw>,
    commands: u32,
    plain: [u32; PLAIN],
    rint: u32,
    answer: u128,
    fifo: Fifo,
    clock: Clock,
    /// A rate changed while the clock ran.
    glitch: bool,
    /// Bits of GCTRL that are set until then.
    resetting: u64,
    /// The command that has started, and when it ends.
    command: Option<(u32, u64)>,
    /// What RINT will be when it ends.
    outcome: u32,
    transfer: Option<Transfer>,
    /// HWRST went to 0 then, and to 1.
    held: Option<u64>,
    woken: Option<u64>,
}

impl Controller {
    pub(super) fn new(card: Option<Card>, flaw: Option<Flaw>) -> Self {
        Self {
            card,
            flaw,
            commands: 0,
            plain: [0; PLAIN],
            rint: COMMAND_DONE | DATA_OVER,
            answer: 0,
            fifo: Fifo::new(),
            clock: Clock::default(),
            glitch: false,
            resetting: 0,
            command: None,
            outcome: 0,
            transfer: None,
            held: None,
            woken: None,
        }
    }

    /// Reset from outside: the card keeps its state.
    pub(super) fn reset(&mut self) {
        let (card, flaw, commands) = (self.card.take(), self.flaw, self.commands);
        *self = Self { commands, ..Self::new(card, flaw) };
    }

    fn register(&self, offset: u32) -> u32 {
        self.plain.get(offset as usize / 4).copied().unwrap_or(0)
    }

    pub(super) fn read(
        &mut self,
        offset: u32,
        now: u64,
        wiring: &Wiring<'_>,
        notes: &mut VecDeque<String>,
    ) -> u32 {
        self.advance(now, wiring);
        match offset {
            GCTRL if now < self.resetting => self.register(GCTRL) | RESETS,
            CMD => self.register(CMD) | self.command.map_or(0, |_| START),
            RESP0..=RESP3 => (self.answer >> (8 * (offset - RESP0))) as u32,
            RINT => self.rint,
            STATUS => self.status(now, wiring),
            _ if offset >= wiring.layout.fifo => self.take_word(notes),
            _ => self.register(offset),
        }
    }

    pub(super) fn write(
        &mut self,
        (offset, value): (u32, u32),
        now: u64,
        wiring: &Wiring<'_>,
        notes: &mut VecDeque<String>,
    ) {
        self.advance(now, wiring);
        match offset {
            GCTRL => self.control(value, now),
            CMD => self.start(value, now, wiring, notes),
            RINT => self.rint &= !value,
            HWRST => self.reset_card(value, now),
            STATUS | RESP0..=RESP3 => {}
            _ if offset >= wiring.layout.fifo => self.give_word(value, wiring, notes),
            _ => {}
        }
        if let Some(register) = self.plain.get_mut(offset as usize / 4) {
            *register = match offset {
                GCTRL => value & !RESETS,
                CMD => value & !START,
                _ => value,
            };
        }
    }

    fn control(&mut self, value: u32, now: u64) {
        if value & RESETS != 0 {
            self.resetting = now + RESET_TIME;
        }
        if value & FIFO_RESET != 0 {
            self.fifo.clear();
        }
        if value & 1 != 0 {
            self.rint = 0;
            self.command = None;
            self.transfer = None;
        }
    }

    fn reset_card(&mut self, value: u32, now: u64) {
        match (value & 1, self.held) {
            (0, None) => self.held = Some(now),
            (1, Some(held)) if now - held >= CARD_RESET => {
                self.woken = Some(now);
                self.held = None;
                self.card.iter_mut().for_each(Card::power_on);
            }
            (1, _) => self.held = None,
            _ => {}
        }
    }

    fn status(&self, now: u64, wiring: &Wiring<'_>) -> u32 {
        let (level, depth) = (self.fifo.level(), wiring.layout.depth);
        let shown = if level == depth && wiring.layout.full_is_zero { 0 } else { level as u32 };
        let busy = self.card.as_ref().is_some_and(|card| card.is_busy(now));
        shown << LEVEL
            | if level == 0 { EMPTY } else { 0 }
            | if level == depth { FULL } else { 0 }
            | if self.card.is_some() { PRESENT } else { 0 }
            | if busy { BUSY } else { 0 }
    }

    fn is_accessible(&self, notes: &mut VecDeque<String>) -> bool {
        let is = self.register(GCTRL) & BY_PROCESSOR != 0;
        if !is {
            note(
                notes,
                "the FIFO of an SD/MMC controller was accessed without bit 31 of GCTRL".into(),
            );
        }
        is
    }

    fn take_word(&mut self, notes: &mut VecDeque<String>) -> u32 {
        if !self.is_accessible(notes) {
            return 0;
        }
        self.fifo.pop().unwrap_or_else(|| {
            note(notes, "an empty FIFO of an SD/MMC controller was read".into());
            self.rint |= FIFO_ERROR;
            0
        })
    }

    fn give_word(&mut self, word: u32, wiring: &Wiring<'_>, notes: &mut VecDeque<String>) {
        if self.is_accessible(notes) && !self.fifo.push(word, wiring.layout.depth) {
            note(notes, "a full FIFO of an SD/MMC controller was written: the word is lost".into());
            self.rint |= FIFO_ERROR;
        }
    }

    fn start(&mut self, word: u32, now: u64, wiring: &Wiring<'_>, notes: &mut VecDeque<String>) {
        if word & START == 0 {
            return;
        }
        if now < self.resetting {
            return note(notes, "a command came while an SD/MMC controller was being reset".into());
        }
        if self.command.is_some() {
            self.rint |= LOCKED;
            return note(notes, "a command came before the one before it had ended".into());
        }
        let end = match word & UPDATE != 0 {
            true => wiring.rate().map(|_| RESET_TIME),
            false => self.issue(word, now, wiring),
        };
        self.command = Some((word, end.map_or(NEVER, |time| now + time)));
    }

    /// Sends a command to the card: how long it takes. `None`: without a clock, for ever.
    fn issue(&mut self, word: u32, now: u64, wiring: &Wiring<'_>) -> Option<u64> {
        wiring.rate()?;
        if !self.clock.running || self.clock.hz == 0 {
            return None;
        }
        let clocks = 112
            + if word & INIT_CLOCKS != 0 { 80 } else { 0 }
            + if word & LONG != 0 { 88 } else { 0 };
        let time = clocks * 1_000_000_000 / self.clock.hz;
        self.commands += 1;
        self.outcome = COMMAND_DONE
            | match self.flaw {
                Some(Flaw::Rint { command, bits }) if command == self.commands => bits,
                _ => self.converse(word, now + time, wiring),
            };
        Some(time)
    }

    /// What the card answers, and what data begin to move: errors of RINT.
    fn converse(&mut self, word: u32, now: u64, wiring: &Wiring<'_>) -> u32 {
        let awake = match wiring.layout.resets_card {
            true => {
                self.woken.is_some_and(|woken| now >= woken + CARD_WAKES) && self.held.is_none()
            }
            false => true,
        };
        let line = Line { hz: self.clock.hz, woken: word & INIT_CLOCKS != 0 };
        let answer = match &mut self.card {
            Some(card) if wiring.carries_commands() && awake => {
                card.command((word & 0x3f) as u8, self.plain[ARG as usize / 4], line, now)
            }
            _ => None,
        };
        let errors = self.keep_answer(word, answer);
        if word & DATA != 0 && errors == 0 {
            self.begin(word, now, wiring);
        }
        errors
    }

    fn keep_answer(&mut self, word: u32, answer: Option<Answer>) -> u32 {
        let Some(answer) = answer else {
            return if word & ANSWERED != 0 { NO_RESPONSE } else { 0 };
        };
        let (value, is_long, is_sealed) = match answer {
            Answer::Short { word, sealed } => (word.into(), false, sealed),
            Answer::Long(value) => (value, true, true),
        };
        self.answer = value;
        match word & ANSWERED != 0 {
            true if is_long != (word & LONG != 0) => RESPONSE_ERROR,
            true if word & CHECKED != 0 && !is_sealed || self.glitch => RESPONSE_CRC,
            _ => 0,
        }
    }

    fn begin(&mut self, word: u32, now: u64, wiring: &Wiring<'_>) {
        let width = match self.register(WIDTH) & 3 {
            0 => 1,
            1 => 4,
            _ => 8,
        };
        let Some(card) = &self.card else { return };
        let fast = self.clock.hz > 400_000;
        let settled =
            !fast || wiring.samples_well(self.register(SAMP_DL)) && wiring.is_strong(width);
        let sound = settled
            && wiring.carries_data(width)
            && card.width() == width
            && card.limit() >= self.clock.hz
            && !self.glitch;
        let needs = wiring.layout.threshold && word & WRITES == 0;
        let comes = !needs || self.register(THLDC) & READ_THRESHOLD != 0;
        let size = (self.register(BLKSZ) & 0xffff) as usize;
        self.transfer = Some(Transfer {
            writes: word & WRITES != 0,
            stops: word & AUTO_STOP != 0,
            size,
            left: self.register(BYTECNT) as usize,
            block: vec![0; size],
            at: 0,
            next: if comes { now + ACCESS } else { NEVER },
            word: 32_000_000_000 / width as u64 / self.clock.hz,
            sound,
        });
    }

    /// Everything that has happened by now.
    fn advance(&mut self, now: u64, wiring: &Wiring<'_>) {
        if let Some((word, end)) = self.command.filter(|(_, end)| *end <= now) {
            self.command = None;
            match word & UPDATE != 0 {
                true => self.update(wiring),
                false => self.rint |= self.outcome,
            }
            if let Some(transfer) = self.transfer.as_mut().filter(|t| t.next != NEVER) {
                transfer.next = transfer.next.max(end);
            }
        }
        if self.command.is_none() {
            while let Some(errors) = self.move_word(now, wiring.layout.depth) {
                self.rint |= errors;
            }
        }
    }

    /// The clock becomes what the registers say.
    fn update(&mut self, wiring: &Wiring<'_>) {
        let register = self.register(CLKCR);
        let divisor = u64::from(register & 0xff);
        let hz = wiring.rate().unwrap_or(0) / (2 * divisor).max(1);
        let clock = Clock { running: register & CARD_CLOCK != 0, hz };
        self.glitch |= self.clock.running && clock.running && clock.hz != self.clock.hz;
        self.clock = clock;
        self.rint |= COMMAND_DONE;
    }
}
