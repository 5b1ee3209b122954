//! A U-Boot at its prompt, with memory and SPI NOR.

use alloc::{
    collections::VecDeque,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::time::Duration;

use xmodem::{Event, Manner, Receiver};

use super::{FLASH, Flaw, World, flash::SECTOR, flash_time, intake::Intake, memory::Memory};
use crate::crc32;

const PROMPT: &str = "StarFive # ";
/// The time between its words and its change of rate, and again before it listens.
const SWITCH: Duration = Duration::from_millis(50);
/// What a UART holds while it is not read.
const FIFO: usize = 16;

enum State {
    /// Counting down; a key stops it.
    Countdown(Duration),
    /// Reading a line.
    Line,
    /// Busy until then.
    Busy(Duration),
    /// Said that the rate changes; it does once the words are out.
    Switching {
        to: u32,
        at: Option<Duration>,
        next: Next,
    },
    /// Waits for the key that confirms the new rate.
    Key {
        key: u8,
        next: Next,
    },
    Loading(Intake),
}

/// What follows a change of rate.
#[derive(Clone, Copy)]
enum Next {
    Load,
    Done,
}

/// A running U-Boot.
pub(super) struct Uboot {
    state: State,
    line: Vec<u8>,
    commands: VecDeque<String>,
    status: u32,
    memory: Memory,
    fifo: VecDeque<u8>,
    filesize: usize,
    load_address: u64,
    /// The rate to go back to after a load at another one.
    base: Option<u32>,
    probed: bool,
    /// A `reset` was typed.
    pub(super) resets: bool,
    /// The power went.
    pub(super) lost_power: bool,
    reads: u32,
    updates: u32,
}

impl Uboot {
    pub(super) fn new(at: Duration, world: &mut World) -> Self {
        world.print(at, "\r\nOpenSBI v1.5.1\r\nPlatform Name : StarFive VisionFive 2\r\n");
        let at = at + Duration::from_millis(400);
        world.print(
            at,
            "\r\n\r\nU-Boot 2025.01 (virtual)\r\n\r\nCPU:   sifive,u74-mc\r\nDRAM:  4 GiB\r\n",
        );
        world.print(at + Duration::from_millis(500), "Hit any key to stop autoboot:  2 ");
        Self {
            state: State::Countdown(at + Duration::from_millis(2500)),
            line: Vec::new(),
            commands: VecDeque::new(),
            status: 0,
            memory: Memory::default(),
            fifo: VecDeque::new(),
            filesize: 0,
            load_address: 0,
            base: None,
            probed: false,
            resets: false,
            lost_power: false,
            reads: 0,
            updates: 0,
        }
    }

    pub(super) fn deadline(&self) -> Option<Duration> {
        match &self.state {
            State::Countdown(at) | State::Busy(at) | State::Switching { at: Some(at), .. } => {
                Some(*at)
            }
            State::Loading(intake) => intake.deadline(),
            _ => None,
        }
    }

    pub(super) fn on(&mut self, event: Event, now: Duration, world: &mut World) {
        match (&mut self.state, event) {
            (State::Countdown(_), Event::Byte(_)) => {
                world.print(now, "\x08\x08\x08 0 \r\n");
                self.prompt(now, world);
            }
            (State::Countdown(at), _) if now >= *at => {
                world.print(
                    now,
                    "\x08\x08\x08 0 \r\nCard did not respond to voltage select! : -110\r\n",
                );
                self.prompt(now, world);
            }
            (State::Busy(at), Event::Byte(byte)) if now < *at => {
                self.fifo.push_back(byte);
                self.fifo.truncate(FIFO);
            }
            (State::Busy(at), _) if now >= *at => {
                self.state = State::Line;
                self.execute(now, world);
                self.read_fifo(now, world);
            }
            (State::Line, Event::Byte(byte)) => self.key(byte, now, world),
            (State::Switching { .. }, _) => self.switch(now, world),
            (State::Key { key, next }, Event::Byte(byte)) if byte == *key => {
                let next = *next;
                self.switched(next, now, world);
            }
            (State::Loading(intake), event) => {
                if let Some(outcome) = intake.on(event, now, &mut world.out) {
                    let data = core::mem::take(&mut intake.data);
                    self.loaded(outcome.is_ok(), &data, now, world);
                }
            }
            _ => {}
        }
    }

    fn read_fifo(&mut self, now: Duration, world: &mut World) {
        while let (State::Line, Some(byte)) = (&self.state, self.fifo.pop_front()) {
            self.key(byte, now, world);
        }
    }

    fn prompt(&mut self, now: Duration, world: &mut World) {
        self.state = State::Line;
        self.line.clear();
        world.print(now, PROMPT);
    }

    fn key(&mut self, byte: u8, now: Duration, world: &mut World) {
        match byte {
            b'\r' | b'\n' => {
                world.print(now, "\r\n");
                let line = String::from_utf8_lossy(&core::mem::take(&mut self.line)).into_owned();
                self.commands = line
                    .split(';')
                    .map(|command| command.trim().to_string())
                    .filter(|c| !c.is_empty())
                    .collect();
                self.execute(now, world);
            }
            0x03 => {
                self.status = 1;
                world.print(now, "<INTERRUPT>\r\n");
                self.prompt(now, world);
            }
            0x08 | 0x7f if !self.line.is_empty() => {
                self.line.pop();
                world.print(now, "\x08 \x08");
            }
            b' '..=b'~' => {
                self.line.push(byte);
                world.out.say(now, &[byte]);
            }
            _ => {}
        }
    }

    /// Carries out what was typed until a command takes time.
    fn execute(&mut self, now: Duration, world: &mut World) {
        while let State::Line = self.state {
            let Some(command) = self.commands.pop_front() else { return self.prompt(now, world) };
            let words: Vec<String> =
                command.split_whitespace().map(|word| self.expand(word)).collect();
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            if words.first() != Some(&"echo") {
                world.commands.push(words.join(" "));
            }
            self.status = self.command(&words, now, world).map_or(1, |()| 0);
        }
    }

    fn expand(&self, word: &str) -> String {
        word.replace("$?", &format!("{}", self.status))
            .replace("$filesize", &format!("{:x}", self.filesize))
            .replace("$loadaddr", "40200000")
    }

    /// `None` is failure.
    fn command(&mut self, words: &[&str], now: Duration, world: &mut World) -> Option<()> {
        match words {
            ["echo", words @ ..] => world.print(now, &format!("{}\r\n", words.join(" "))),
            ["setenv", ..] | ["true"] => {}
            ["false"] => return None,
            ["version"] => world.print(now, "U-Boot 2025.01 (virtual)\r\n"),
            ["reset"] => self.resets = true,
            ["crc32", address, length] => {
                let (start, length) = (number(address)?, size(length)?);
                let sum = crc32(&self.memory.read(start, length));
                let end = start + length as u64 - 1;
                world.print(now, &format!("crc32 for {start:08x} ... {end:08x} ==> {sum:08x}\r\n"));
            }
            ["mw.b", address, value, length] => {
                let (start, length) = (number(address)?, size(length)?);
                if world.flaw == Some(Flaw::FillFails) || !is_memory(start, length) {
                    world.print(now, "Unhandled exception: Store/AMO access fault\r\n");
                    return None;
                }
                self.memory.write(start, &alloc::vec![number(value)? as u8; length]);
            }
            ["loady", address] => self.load(number(address)?, now, world),
            ["loady", address, rate] => {
                self.load_address = number(address)?;
                let rate: u32 = rate.parse().ok()?;
                self.base = Some(world.baud);
                world.print(
                    now,
                    &format!("## Switch baudrate to {rate} bps and press ENTER ...\r\n"),
                );
                self.state = State::Switching { to: rate, at: None, next: Next::Load };
            }
            ["sf", rest @ ..] => return self.flash(rest, now, world),
            [name, ..] => {
                world.print(now, &format!("Unknown command '{name}' - try 'help'\r\n"));
                return None;
            }
            [] => {}
        }
        Some(())
    }

    fn flash(&mut self, words: &[&str], now: Duration, world: &mut World) -> Option<()> {
        if words == ["probe"] {
            self.probed = true;
            world.print(now, "SF: Detected gd25lq128 with page size 256 Bytes, erase size 4 KiB, total 16 MiB\r\n");
            return Some(());
        }
        if !self.probed {
            world.print(now, "No SPI flash selected. Please run `sf probe'\r\n");
            return None;
        }
        let [what, address, offset, length] = words else { return None };
        let (address, offset, length) = (number(address)?, size(offset)?, size(length)?);
        if offset.checked_add(length).is_none_or(|end| end > FLASH) {
            world.print(now, "ERROR: attempting past flash size\r\n");
            return None;
        }
        if !is_memory(address, length) {
            world.print(now, "Unhandled exception: Store/AMO access fault\r\n");
            return None;
        }
        match *what {
            "read" if world.flaw == Some(Flaw::ReadFails) => {
                world.print(now, "SF: read failed (-5)\r\n");
                return None;
            }
            "read" => {
                self.reads += 1;
                let nothing =
                    matches!(world.flaw, Some(Flaw::ReadsNothing(good)) if self.reads > good);
                if !nothing {
                    self.memory.write(address, &world.flash.read(offset, length));
                }
                self.state = State::Busy(now + flash_time(length) / 20);
            }
            // U-Boot erases from where the update begins.
            "update" if !offset.is_multiple_of(SECTOR) => {
                world.print(now, "SF: Erase offset/length not multiple of erase size\r\n");
                return None;
            }
            "update" => {
                let data = self.memory.read(address, length);
                let old = world.flash.read(offset, length);
                let same = data.chunks(4096).zip(old.chunks(4096)).filter(|(a, b)| a == b);
                let skipped: usize = same.map(|(a, _)| a.len()).sum();
                world.flash.program(offset, &data);
                self.updates += 1;
                if world.flaw == Some(Flaw::PowerLost(self.updates)) {
                    self.lost_power = true;
                    world.out.clear();
                    return Some(());
                }
                let (done, written) = (now + flash_time(length - skipped), length - skipped);
                world.print(done, &format!("device 0 offset {offset:#x}, size {length:#x}\r\n{written} bytes written, {skipped} bytes skipped\r\n"));
                self.state = State::Busy(done);
            }
            _ => return None,
        }
        Some(())
    }

    fn load(&mut self, address: u64, now: Duration, world: &mut World) {
        self.load_address = address;
        world.print(
            now,
            &format!(
                "## Ready for binary (ymodem) download to 0x{address:08X} at {} bps...\r\n",
                world.baud
            ),
        );
        self.state = State::Loading(Intake::new(Receiver::ymodem(Manner::UBOOT), now));
    }

    /// The rate changes 50 ms after the words are out, and the key is read 50 ms after that.
    fn switch(&mut self, now: Duration, world: &mut World) {
        let State::Switching { to, at, next } = &mut self.state else { return };
        match *at {
            None if world.out.is_empty() => *at = Some(now + SWITCH),
            Some(time) if now >= time => {
                world.baud = *to;
                let key = if let Next::Load = next { b'\r' } else { 0x1b };
                self.state = State::Key { key, next: *next };
            }
            _ => {}
        }
    }

    fn switched(&mut self, next: Next, now: Duration, world: &mut World) {
        match next {
            Next::Load => self.load(self.load_address, now, world),
            Next::Done => {
                self.state = State::Line;
                self.execute(now, world);
            }
        }
    }

    fn loaded(&mut self, good: bool, data: &[u8], now: Duration, world: &mut World) {
        if good {
            self.memory.write(self.load_address, data);
            self.filesize = data.len();
            world.print(
                now + Duration::from_millis(5),
                &format!("## Total Size      = 0x{:08x} = {} Bytes\r\n", data.len(), data.len()),
            );
        } else {
            world.print(now + Duration::from_millis(5), "## Binary (ymodem) download aborted\r\n");
        }
        self.status = u32::from(!good);
        match self.base.take() {
            None => {
                self.state = State::Line;
                self.execute(now + Duration::from_millis(5), world);
            }
            Some(base) => {
                world
                    .print(now, &format!("## Switch baudrate to {base} bps and press ESC ...\r\n"));
                self.state = State::Switching { to: base, at: None, next: Next::Done };
            }
        }
    }
}

/// Whether `length` bytes at `address` are in the board's 4 GiB of DRAM, below U-Boot itself.
fn is_memory(address: u64, length: usize) -> bool {
    let end = address.checked_add(length as u64);
    address >= 0x4000_0000 && end.is_some_and(|end| end <= 0x1_3f00_0000)
}

/// U-Boot's numbers are hexadecimal, with or without 0x.
fn number(word: &str) -> Option<u64> {
    u64::from_str_radix(word.strip_prefix("0x").unwrap_or(word), 16).ok()
}

/// A length; the board has so much memory and no more.
fn size(word: &str) -> Option<usize> {
    number(word)
        .and_then(|length| usize::try_from(length).ok())
        .filter(|length| (1..=64 << 20).contains(length) || *length == 0)
}
