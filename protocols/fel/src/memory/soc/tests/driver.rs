//! The known-good order of U-Boot's driver, from which one line can be left out.

use super::{super::layout::Sampling, *};

/// Accesses of a poll: some milliseconds.
const LIMIT: u32 = 20_000;
const ERRORS: u32 = 0xbbc2;

#[derive(Debug, PartialEq)]
pub(super) enum Failure {
    /// A poll of this command did not end.
    Hangs(u32),
    /// RINT had these errors after this command.
    Rint(u32, u32),
    /// R1 had these.
    Card(u32),
    /// Its answer is not what it should be.
    Answer(u32),
}

type Done = Result<(), Failure>;

pub(super) struct Driver {
    pub(super) board: Memory,
    layout: Layout,
    port: usize,
    rule: &'static str,
    /// The rule was broken.
    pub(super) broken: bool,
    pub(super) sectors: u64,
    by_blocks: bool,
    rca: u32,
}

impl Driver {
    pub(super) fn new(chip: &str, port: usize, media: Media, rule: &'static str) -> Self {
        let chip = chips::by_name(chip).expect("a chip of the table");
        Self {
            board: Memory::new(chip, Traits::default()).with(media),
            layout: Layout::of(chip).expect("its ports are known"),
            port,
            rule,
            broken: false,
            sectors: 0,
            by_blocks: false,
            rca: 0,
        }
    }

    pub(super) fn notes(&mut self) -> Vec<String> {
        self.board.board.notes.drain(..).collect()
    }

    /// Whether this line is to be kept.
    fn keeps(&mut self, rule: &str) -> bool {
        self.broken |= rule == self.rule;
        rule != self.rule
    }

    fn get(&mut self, address: u32) -> u32 {
        self.board.board.load(address, 4).expect("a register")
    }

    fn set(&mut self, address: u32, value: u32) {
        self.board.board.store(address, 4, value).expect("a register");
    }

    fn change(&mut self, address: u32, clear: u32, set: u32) {
        let old = self.get(address);
        self.set(address, old & !clear | set);
    }

    fn at(&self, offset: u32) -> u32 {
        self.layout.mmc + 0x2000 * self.port as u32 + offset
    }

    fn pin(&mut self, pin: u32, function: bool, pull: bool, drive: bool) {
        let (pio, size) = self.layout.pio;
        let (bank, pins) =
            (pio + size * self.layout.pins(self.port).bank, *self.layout.pins(self.port));
        if function {
            self.change(bank + pin / 8 * 4, 0xf << (pin % 8 * 4), pins.function << (pin % 8 * 4));
        }
        let pulls = bank + if size == 0x24 { 0x1c } else { 0x24 };
        if pull {
            self.change(pulls + pin / 16 * 4, 3 << (pin % 16 * 2), 1 << (pin % 16 * 2));
        }
        let (each, bits) = if size == 0x24 { (16, 2) } else { (8, 4) };
        let at = pin % each * bits;
        if drive {
            self.change(bank + 0x14 + pin / each * 4, 3 << at, pins.drive << at);
        }
    }

    fn pins(&mut self) {
        let pins = *self.layout.pins(self.port);
        let (pull, drive) = (self.keeps("pull-ups"), self.keeps("drive"));
        for pin in [pins.lines[0], pins.lines[1], pins.data[0]] {
            let function = self.keeps("pins");
            self.pin(pin, function, pull, drive);
        }
        for pin in &pins.data[1..] {
            let function = self.keeps("data-pins");
            self.pin(*pin, function, pull, drive);
        }
    }

    /// Pins, gate, reset, clock, controller.
    pub(super) fn set_up(&mut self) -> Done {
        self.pins();
        let number = Layout::number(self.port);
        if self.keeps("gate") {
            let (register, bit) = self.layout.gate;
            self.change(register, 0, 1 << (bit + number));
        }
        if let Some((register, bit)) = self.layout.reset
            && self.keeps("reset")
        {
            self.change(register, 0, 1 << (bit + number));
        }
        if self.keeps("module-clock") {
            self.set(self.layout.clock + 4 * number, 1 << 31);
        }
        if self.keeps("controller-reset") {
            self.set(self.at(0), 7);
            if self.keeps("reset-wait") {
                self.wait(0, 7, 0, 0)?;
            }
        }
        if self.layout.resets_card && self.keeps("card-reset") {
            self.set(self.at(0x78), 0);
            self.delay(20);
            self.set(self.at(0x78), 1);
            self.delay(400);
        }
        if self.layout.threshold && self.keeps("threshold") {
            self.set(self.at(0x100), 512 << 16 | 5);
        }
        if self.keeps("fifo-access") {
            self.change(self.at(0), 0, 1 << 31);
        }
        let slow = if self.keeps("slow-start") { 14 } else { 0 };
        self.clock(slow != 0, false)
    }

    /// Microseconds.
    fn delay(&mut self, microseconds: u64) {
        for _ in 0..microseconds * 1_000 / STEP {
            self.board.board.soc.as_mut().expect("it has ports").tick();
        }
    }

    fn wait(&mut self, offset: u32, mask: u32, value: u32, command: u32) -> Done {
        let register = self.at(offset);
        for _ in 0..LIMIT {
            if self.get(register) & mask == value {
                return Ok(());
            }
        }
        Err(Failure::Hangs(command))
    }

    fn update(&mut self) -> Done {
        if !self.keeps("clock-update") {
            return Ok(());
        }
        self.set(self.at(0x18), 1 << 31 | 1 << 21 | 1 << 13);
        self.wait(0x18, 1 << 31, 0, 0)?;
        if self.keeps("rint") {
            let bits = self.get(self.at(0x38));
            self.set(self.at(0x38), bits);
        }
        Ok(())
    }

    fn clock(&mut self, slow: bool, fast: bool) -> Done {
        if self.keeps("clock-off") {
            self.set(self.at(4), 0);
            self.update()?;
        }
        let register = self.layout.clock + 4 * Layout::number(self.port);
        let quarter = if self.layout.divides { 3 } else { 2 } << self.layout.shift;
        let rate = if slow { quarter | 14 } else { 0 };
        let sampling = self.layout.sampling;
        let phase = match sampling {
            Sampling::Delay => 0,
            _ if slow || !self.keeps("sampling") => 0,
            _ => 5 << 20,
        };
        let too_fast = if fast && !self.keeps("too-fast") { 1 << 24 } else { 0 };
        if self.keeps("module-clock") {
            self.set(register, 1 << 31 | rate | phase | too_fast);
        }
        if self.layout.sampling == Sampling::Delay && self.keeps("sampling") {
            self.set(self.at(0x144), 0x80);
        }
        self.set(self.at(4), 1 << 16);
        self.update()
    }

    /// A command with flags of CMD, and its answer.
    fn command(&mut self, index: u32, argument: u32, flags: u32) -> Result<u32, Failure> {
        self.set(self.at(0x1c), argument);
        self.set(self.at(0x18), 1 << 31 | flags | index);
        self.ended(index, 1 << 2)?;
        let answer = self.get(self.at(0x20));
        if self.keeps("rint") {
            self.set(self.at(0x38), u32::MAX);
        }
        Ok(answer)
    }

    fn ended(&mut self, index: u32, bit: u32) -> Done {
        let rint = self.at(0x38);
        for _ in 0..LIMIT {
            let now = self.get(rint);
            if now & ERRORS != 0 {
                self.set(rint, u32::MAX);
                return Err(Failure::Rint(index, now & ERRORS));
            }
            if now & bit != 0 {
                return Ok(());
            }
        }
        Err(Failure::Hangs(index))
    }

    /// R1 without errors.
    fn good(&mut self, index: u32, argument: u32) -> Result<u32, Failure> {
        match self.command(index, argument, 0x140)? {
            word if word & 0xfdf9_a080 != 0 => Err(Failure::Card(word & 0xfdf9_a080)),
            word => Ok(word),
        }
    }

    fn ready(&mut self, index: u32, argument: u32) -> Done {
        for _ in 0..20 {
            if index == 41 {
                self.good(55, 0)?;
            }
            let word = self.command(index, argument, 0x40)?;
            if word >> 31 != 0 {
                self.by_blocks = word >> 30 & 1 != 0;
                return Ok(());
            }
        }
        Err(Failure::Answer(index))
    }

    pub(super) fn open_card(&mut self) -> Done {
        let first = if self.keeps("init-clocks") { 1 << 15 } else { 0 };
        self.command(0, 0, first)?;
        match self.port {
            0 => {
                let echo = self.command(8, 0x1aa, 0x140)?;
                if echo & 0xfff != 0x1aa {
                    return Err(Failure::Answer(8));
                }
                self.ready(41, 0x40ff_8000)?;
            }
            _ => self.ready(1, 0x40ff_8080)?,
        }
        self.command(2, 0, 0x1c0)?;
        let rca = self.command(3, 1 << 16, 0x140)?;
        self.rca = if self.port == 0 { rca & 0xffff_0000 } else { 1 << 16 };
        self.command(9, self.rca, 0x1c0)?;
        self.sectors = self.csd();
        self.good(7, self.rca)?;
        self.widen()?;
        self.clock(false, true)
    }

    fn csd(&mut self) -> u64 {
        let words = [0x2c, 0x28, 0x24, 0x20].map(|offset| u128::from(self.get(self.at(offset))));
        let csd = words.into_iter().fold(0, |all, word| all << 32 | word);
        let field = |high: u32, low: u32| (csd >> low) as u64 & ((1 << (high - low + 1)) - 1);
        match field(127, 126) {
            1 => (field(69, 48) + 1) * 1024,
            _ => (field(73, 62) + 1) << (field(49, 47) + 2 + field(83, 80) - 9),
        }
    }

    fn widen(&mut self) -> Done {
        match self.port {
            0 => {
                self.good(55, self.rca)?;
                self.good(6, 2)?;
            }
            _ => self.switch(183, 1)?,
        }
        if self.keeps("width") {
            self.set(self.at(0xc), 1);
        }
        Ok(())
    }

    /// CMD6 of an eMMC.
    pub(super) fn switch(&mut self, index: u32, value: u32) -> Done {
        self.good(6, 3 << 24 | index << 16 | value << 8)?;
        self.wait(0x3c, 1 << 9, 0, 6)?;
        self.good(13, self.rca).map(drop)
    }

    fn address(&self, sector: u32) -> u32 {
        if self.by_blocks { sector } else { sector * 512 }
    }

    fn begin(&mut self, index: u32, sector: u32, bytes: usize) {
        self.set(self.at(0x10), 512);
        self.set(self.at(0x14), bytes as u32);
        self.set(self.at(0x1c), self.address(sector));
        let stop = if bytes > 512 && self.keeps("auto-stop") { 1 << 12 } else { 0 };
        let write = if index >= 24 { 1 << 10 } else { 0 };
        self.set(self.at(0x18), 1 << 31 | 0x140 | 1 << 9 | 1 << 13 | stop | write | index);
    }

    fn end(&mut self, index: u32, bytes: usize) -> Done {
        self.ended(index, 1 << 2)?;
        let word = self.get(self.at(0x20));
        if word & 0xfdf9_a080 != 0 {
            self.change(self.at(0), 0, 7);
            self.wait(0, 7, 0, index)?;
            return Err(Failure::Card(word & 0xfdf9_a080));
        }
        self.ended(index, if bytes > 512 && self.rule != "auto-stop" { 1 << 14 } else { 1 << 3 })?;
        if self.keeps("rint") {
            self.set(self.at(0x38), u32::MAX);
        }
        if self.keeps("busy") {
            self.wait(0x3c, 1 << 9, 0, index)?;
            self.good(13, self.rca)?;
        }
        Ok(())
    }

    pub(super) fn write(&mut self, sector: u32, data: &[u8]) -> Done {
        let index = if data.len() > 512 { 25 } else { 24 };
        self.begin(index, sector, data.len());
        let fifo = self.at(self.layout.fifo);
        for word in data.chunks(4) {
            if self.keeps("fifo-full") && self.wait(0x3c, 1 << 3, 0, index).is_err() {
                break;
            }
            self.set(fifo, u32::from_le_bytes(word.try_into().expect("whole words")));
        }
        self.end(index, data.len())
    }

    pub(super) fn read(&mut self, sector: u32, count: usize) -> Result<Vec<u8>, Failure> {
        let (index, bytes) = (if count > 1 { 18 } else { 17 }, count * 512);
        self.begin(index, sector, bytes);
        let fifo = self.at(self.layout.fifo);
        let mut data = Vec::new();
        while data.len() < bytes {
            if self.keeps("fifo-empty") && self.wait(0x3c, 1 << 2, 0, index).is_err() {
                break;
            }
            let level = self.get(self.at(0x3c)) >> 17 & 0x3fff;
            let words = if level == 0 && self.layout.full_is_zero { 32 } else { level.max(1) };
            for _ in 0..words.min((bytes - data.len()) as u32 / 4) {
                data.extend(self.get(fifo).to_le_bytes());
            }
        }
        self.end(index, bytes)?;
        Ok(data)
    }
}
