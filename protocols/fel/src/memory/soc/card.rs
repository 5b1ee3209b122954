//! A card behind a controller: the states and commands that SD's and eMMC's standards have in common.

mod data;
mod emmc;
mod registers;
mod sd;

use alloc::{boxed::Box, collections::BTreeMap, vec::Vec};

use link::storage::{Memory, SECTOR, Storage};

/// What goes wrong with a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is protected: writes are refused, in the status after them.
    ReadOnly,
    /// Writes are acknowledged, and nothing is stored.
    Lies,
    /// This sector cannot be read.
    Bad(u64),
    /// After this number of blocks was written, it is busy for ever.
    Stuck(u32),
    /// After this number of blocks, it is pulled out.
    Pulled(u32),
    /// The controller says `bits` in RINT about its N-th command, counted from 1, and the card does not hear it.
    Rint {
        /// Which command.
        command: u32,
        /// What RINT says beside the command's end.
        bits: u32,
    },
}

/// What a card answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Answer {
    /// 32 bits; `sealed`: under a CRC.
    Short { word: u32, sealed: bool },
    /// A register, its CRC lowest.
    Long(u128),
}

/// Why data do not arrive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum DataError {
    /// Under a CRC that does not hold.
    Damaged,
    /// There are none.
    Nothing,
}

/// What the controller does with the line of commands.
#[derive(Clone, Copy)]
pub(super) struct Line {
    /// The card's clock.
    pub(super) hz: u64,
    /// 80 clocks came before the command.
    pub(super) woken: bool,
}

/// Up to here a card must be spoken to slowly.
const SLOW: u64 = 400_000;
/// Nanoseconds of one block's writing, and of a switch or an erasure.
const PROGRAM: u64 = 50_000;
const SWITCH: u64 = 100_000;
/// How often it is not ready yet when it is asked whether it is.
const POLLS: u8 = 3;

// R1.
const OUT_OF_RANGE: u32 = 1 << 31;
const ADDRESS_ERROR: u32 = 1 << 30;
const ERASE_PARAM: u32 = 1 << 27;
const PROTECTED: u32 = 1 << 26;
const ILLEGAL: u32 = 1 << 22;
const ERROR: u32 = 1 << 19;
const READY: u32 = 1 << 8;
const SWITCH_ERROR: u32 = 1 << 7;
const APP: u32 = 1 << 5;

/// The states, as R1 numbers them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
enum State {
    Idle = 0,
    Ready = 1,
    Ident = 2,
    Standby = 3,
    Transfer = 4,
    Sending = 5,
    Receiving = 6,
    Programming = 7,
}

/// What data a card gives or takes.
enum Stream {
    /// A register, once.
    Register(Vec<u8>),
    /// Blocks from a sector on; how many of them, where that was said.
    Read(u64, Option<u32>),
    Write(u64, Option<u32>),
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Sd,
    Emmc,
}

/// A card.
pub(super) struct Card {
    kind: Kind,
    flaw: Option<Flaw>,
    /// The card, or the eMMC's user area, and the boot partitions.
    areas: Vec<Box<dyn Storage>>,
    area: usize,
    /// Blocks in a cache that has not been flushed, by area and sector.
    cache: BTreeMap<(usize, u64), Vec<u8>>,
    extended: Box<[u8; 512]>,
    state: State,
    woken: bool,
    app: bool,
    /// SD's CMD8 was heard.
    asked: bool,
    polls: u8,
    rca: u16,
    /// Addresses count blocks.
    by_blocks: bool,
    width: usize,
    high_speed: bool,
    /// Errors for the next R1.
    status: u32,
    stream: Option<Stream>,
    count: Option<u32>,
    erase: (Option<u64>, Option<u64>),
    busy: u64,
    /// Blocks that were moved.
    moved: u32,
}

impl Card {
    fn new(kind: Kind, areas: Vec<Box<dyn Storage>>, flaw: Option<Flaw>) -> Self {
        let mut card = Self {
            kind,
            flaw,
            areas,
            area: 0,
            cache: BTreeMap::new(),
            extended: Box::new([0; 512]),
            state: State::Idle,
            woken: false,
            app: false,
            asked: false,
            polls: POLLS,
            rca: 0,
            by_blocks: false,
            width: 1,
            high_speed: false,
            status: 0,
            stream: None,
            count: None,
            erase: (None, None),
            busy: 0,
            moved: 0,
        };
        card.power_on();
        card
    }

    /// An SD card.
    pub(super) fn sd(storage: Box<dyn Storage>, flaw: Option<Flaw>) -> Self {
        Self::new(Kind::Sd, Vec::from([storage]), flaw)
    }

    /// An eMMC with its boot partitions.
    pub(super) fn emmc(
        storage: Box<dyn Storage>,
        boots: [Option<Box<dyn Storage>>; 2],
        flaw: Option<Flaw>,
    ) -> Self {
        let mut areas = Vec::from([storage]);
        areas.extend(boots.map(|boot| boot.unwrap_or_else(|| Box::new(Memory::new(8192, 0)))));
        Self::new(Kind::Emmc, areas, flaw)
    }

    /// Its reset, by power or by its line: what a cache held is lost.
    pub(super) fn power_on(&mut self) {
        self.go_idle();
        self.woken = false;
        self.cache.clear();
        if self.kind == Kind::Emmc {
            self.reset_extended();
        }
    }

    fn go_idle(&mut self) {
        self.state = State::Idle;
        (self.app, self.asked, self.polls, self.rca) = (false, false, POLLS, 0);
        (self.width, self.high_speed, self.status, self.area) = (1, false, 0, 0);
        (self.stream, self.count, self.erase) = (None, None, (None, None));
    }

    pub(super) fn is_busy(&self, now: u64) -> bool {
        self.state == State::Programming && now < self.busy
    }

    /// Data lines in use.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The fastest clock of its mode.
    pub(super) fn limit(&self) -> u64 {
        match (self.kind, self.high_speed) {
            (Kind::Sd, false) => 25_000_000,
            (Kind::Sd, true) => 50_000_000,
            (Kind::Emmc, false) => 26_000_000,
            (Kind::Emmc, true) => 52_000_000,
        }
    }

    fn sectors(&self) -> u64 {
        match self.kind {
            Kind::Sd => registers::told(self.areas[0].sectors()),
            Kind::Emmc => self.areas[self.area].sectors(),
        }
    }

    fn is_gone(&self) -> bool {
        matches!(self.flaw, Some(Flaw::Pulled(blocks)) if self.moved >= blocks)
    }

    fn settle(&mut self, now: u64) {
        if self.state == State::Programming && now >= self.busy {
            self.state = State::Transfer;
        }
    }

    /// Hears a command. `None`: no answer.
    pub(super) fn command(
        &mut self,
        index: u8,
        argument: u32,
        line: Line,
        now: u64,
    ) -> Option<Answer> {
        self.settle(now);
        if self.is_gone() || self.state <= State::Ident && line.hz > SLOW {
            return None;
        }
        if index == 0 {
            self.woken |= line.woken;
            self.go_idle();
            return None;
        }
        if !self.woken {
            return None;
        }
        let is_app = core::mem::take(&mut self.app);
        let answer = match self.kind {
            Kind::Sd => self.sd_command(index, argument, is_app, now),
            Kind::Emmc => self.emmc_command(index, argument, now),
        };
        if answer.is_none() {
            self.status |= ILLEGAL;
        }
        answer
    }

    /// Status before this command, with its errors, which are told once.
    fn r1(&mut self) -> Answer {
        self.r1_from(self.state)
    }

    fn r1_from(&mut self, state: State) -> Answer {
        let ready = if state == State::Programming { 0 } else { READY };
        let app = if self.app { APP } else { 0 };
        let word = core::mem::take(&mut self.status) | (state as u32) << 9 | ready | app;
        Answer::Short { word, sealed: true }
    }

    /// The commands of both.
    fn common(&mut self, index: u8, argument: u32, now: u64) -> Option<Answer> {
        let was = self.state;
        let is_mine = argument >> 16 == u32::from(self.rca);
        match (index, was) {
            (7, State::Standby) if is_mine => self.state = State::Transfer,
            (7, State::Transfer) if argument >> 16 == 0 => {
                self.state = State::Standby;
                return None;
            }
            (13, state) if is_mine && state >= State::Standby => {}
            (12, State::Sending | State::Receiving) => {
                self.stop(now);
            }
            (16, State::Transfer) if argument as usize == SECTOR => {}
            (23, State::Transfer) => self.count = Some(argument & 0xffff),
            (17 | 18, State::Transfer) => self.read(index == 17, argument),
            (24 | 25, State::Transfer) => self.write(index == 24, argument),
            (38, State::Transfer) => self.erase_range(now),
            _ => return None,
        }
        Some(self.r1_from(was))
    }

    /// The sector of an address.
    fn sector(&mut self, argument: u32) -> Option<u64> {
        let sector = match self.by_blocks {
            true => u64::from(argument),
            false => u64::from(argument) / SECTOR as u64,
        };
        if !self.by_blocks && !argument.is_multiple_of(SECTOR as u32) {
            self.status |= ADDRESS_ERROR;
            return None;
        }
        if sector >= self.sectors() {
            self.status |= OUT_OF_RANGE;
            return None;
        }
        Some(sector)
    }

    fn read(&mut self, single: bool, argument: u32) {
        let count = if single { Some(1) } else { self.count.take() };
        if let Some(sector) = self.sector(argument) {
            self.stream = Some(Stream::Read(sector, count));
            self.state = State::Sending;
        }
    }

    fn write(&mut self, single: bool, argument: u32) {
        let count = if single { Some(1) } else { self.count.take() };
        if let Some(sector) = self.sector(argument) {
            self.stream = Some(Stream::Write(sector, count));
            self.state = State::Receiving;
        }
    }

    fn send(&mut self, register: Vec<u8>) {
        self.stream = Some(Stream::Register(register));
        self.state = State::Sending;
    }

    fn program(&mut self, now: u64, time: u64) {
        self.state = State::Programming;
        self.busy = now.saturating_add(time);
    }

    fn erase_range(&mut self, now: u64) {
        let (Some(first), Some(last)) = self.erase else {
            self.status |= ERASE_PARAM;
            return;
        };
        self.erase = (None, None);
        let (area, is_protected) = (self.area, self.flaw == Some(Flaw::ReadOnly));
        if last < first || is_protected {
            self.status |= if is_protected { PROTECTED } else { ERASE_PARAM };
            return;
        }
        self.cache.retain(|(of, sector), _| *of != area || !(first..=last).contains(sector));
        if self.areas[area].erase(first, last - first + 1).is_err() {
            self.status |= ERROR;
        }
        self.program(now, SWITCH);
    }
}
