//! A board with a JH7100, its boot button held.

use alloc::{string::String, vec::Vec};
use core::time::Duration;

use ::uboot::rom::{FLASH, Intake, World, flash_time};
use link::serial::{Said, SerialDevice};
use xmodem::{Event, Manner, Receiver};

const ROM_PROMPT: &str = "# ";
const MENU: &str = "\r\n***************************************************\r\n*************JH7100 recovery boot***************\r\n\
***************************************************\r\n0:updata bootloader\r\n1:updata ddr init\r\n\
Select the function to test : ";

const fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

enum State {
    /// The mask ROM's command line.
    Rom(Vec<u8>),
    /// `load`: receiving.
    Loading(Intake),
    Menu(Vec<u8>),
    /// Receiving for an option.
    Receiving(u8, Intake),
    Writing(Duration),
    Dead,
}

/// A board with a JH7100.
pub struct Jh7100 {
    world: World,
    state: State,
    program: Vec<u8>,
}

impl Default for Jh7100 {
    fn default() -> Self {
        Self::new()
    }
}

impl Jh7100 {
    /// A board that is powered on at time 0, its flash erased.
    pub fn new() -> Self {
        let mut board = Self { world: World::new(9600), state: State::Dead, program: Vec::new() };
        board.reset(Duration::ZERO);
        board
    }

    /// All that the SPI flash holds.
    pub fn flash(&self) -> Vec<u8> {
        self.world.flash.read(0, FLASH)
    }

    /// Whether the SPI flash holds these bytes at `offset`.
    pub fn flash_holds(&self, offset: usize, bytes: &[u8]) -> bool {
        self.world.flash.holds(offset, bytes)
    }

    /// Puts `bytes` at the beginning of the flash, as many as fit.
    pub fn fill_flash(&mut self, bytes: &[u8]) {
        self.world.flash.fill(bytes);
    }

    fn tell(&mut self, event: Event, now: Duration) {
        let world = &mut self.world;
        match (&mut self.state, event) {
            (State::Rom(line), Event::Byte(byte)) => {
                if let Some(line) = typed(line, byte, now, world) {
                    self.command(&line, now);
                }
            }
            (State::Menu(line), Event::Byte(byte)) => {
                if let Some(line) = typed(line, byte, now, world) {
                    self.choose(&line, now);
                }
            }
            (State::Loading(intake), event) => {
                let Some(outcome) = intake.on(event, now, &mut world.out) else { return };
                self.program = core::mem::take(&mut intake.data);
                world.print(
                    now + ms(5),
                    if outcome.is_ok() {
                        "\r\nLoad file  ok\r\n"
                    } else {
                        "\r\nLoad file fail\r\n"
                    },
                );
                self.prompt(now + ms(50));
            }
            (State::Receiving(option, intake), event) => {
                let option = *option;
                let Some(outcome) = intake.on(event, now, &mut world.out) else { return };
                let data = core::mem::take(&mut intake.data);
                self.write(option, outcome.is_ok(), &data, now);
            }
            (State::Writing(until), _) if now >= *until => self.menu(now),
            _ => {}
        }
    }

    fn prompt(&mut self, now: Duration) {
        self.world.print(now, ROM_PROMPT);
        self.state = State::Rom(Vec::new());
    }

    fn menu(&mut self, now: Duration) {
        self.world.print(now, MENU);
        self.state = State::Menu(Vec::new());
    }

    fn command(&mut self, line: &str, now: Duration) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            ["load", _] => {
                self.state =
                    State::Loading(Intake::new(Receiver::xmodem(Manner::JH7100), now + ms(50)))
            }
            ["do", _] if self.program.is_empty() => self.state = State::Dead,
            ["do", _] => {
                self.world.print(now + ms(300), "\r\nVIC second boot, version: 210209-4547a8d\r\n");
                self.menu(now + ms(350));
            }
            _ => {
                self.world.print(now, "\r\n");
                self.prompt(now);
            }
        }
    }

    fn choose(&mut self, line: &str, now: Duration) {
        match line.parse() {
            Ok(option @ (0 | 1)) => {
                self.world.print(now, "send a file by xmodem\r\n");
                self.state = State::Receiving(
                    option,
                    Intake::new(Receiver::xmodem(Manner::JH7100), now + ms(20)),
                );
            }
            Ok(2) => {
                self.world.print(now, "updata success\r\n");
                self.menu(now);
            }
            _ => {
                self.world.print(now, "error select,try again\r\n");
                self.menu(now);
            }
        }
    }

    fn write(&mut self, option: u8, good: bool, data: &[u8], now: Duration) {
        let done = now + ms(10) + flash_time(data.len());
        let offset = if option == 0 { 0 } else { 0x1_0000 };
        let written = good && data.len() <= 192 << 10 && self.world.flash.program(offset, data);
        let words =
            if written { "updata flash ok\r\nupdata success\r\n" } else { "updata fail\r\n" };
        self.world.print(done, words);
        self.state = State::Writing(done);
    }

    fn deadline(&self) -> Option<Duration> {
        match &self.state {
            State::Loading(intake) | State::Receiving(_, intake) => intake.deadline(),
            State::Writing(until) => Some(*until),
            _ => None,
        }
    }
}

impl SerialDevice for Jh7100 {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        bytes.iter().for_each(|byte| self.tell(Event::Byte(*byte), now));
    }

    fn next(&mut self, now: Duration) -> Said {
        self.tell(Event::Time, now);
        let deadline = self.deadline();
        self.world.next(now, deadline)
    }

    fn baud(&self) -> u32 {
        self.world.baud
    }

    fn reset(&mut self, now: Duration) {
        self.world.out.clear();
        self.world.print(now + ms(20), "\r\n(C)SiFive\r\n");
        self.program.clear();
        self.prompt(now + ms(40));
    }

    fn notes(&mut self) -> Vec<String> {
        core::mem::take(&mut self.world.notes)
    }
}

/// Takes a key into a line, shows it, and returns the line at its end, which CR and LF are.
fn typed(line: &mut Vec<u8>, byte: u8, now: Duration, world: &mut World) -> Option<String> {
    match byte {
        b'\r' | b'\n' => {
            world.print(now, "\r\n");
            Some(String::from_utf8_lossy(&core::mem::take(line)).into_owned())
        }
        _ => {
            line.push(byte);
            world.out.say(now, &[byte]);
            None
        }
    }
}
