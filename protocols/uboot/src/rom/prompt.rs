//! A running U-Boot: its countdown, its prompt, and what it is busy with.

use alloc::{boxed::Box, collections::VecDeque, format, string::String, vec::Vec};
use core::{mem, time::Duration};

use xmodem::Event;

use super::{
    Countdown, Profile, World,
    commands::Fail,
    disk::Disks,
    environment::Environment,
    load::Load,
    memory::Memory,
    network::Fetching,
    put::Putting,
    shell::{self, After, Command},
    ums::Showing,
};

/// What a UART holds while it is not read.
const FIFO: usize = 16;
/// From its first words to the countdown, and how long that is.
const BOOTS: Duration = Duration::from_millis(900);
const COUNTS: Duration = Duration::from_millis(2000);

/// How a U-Boot ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The board resets.
    Reset,
    /// The power goes.
    PowerLost,
}

pub(super) enum State {
    /// Counting down; a key stops it.
    Countdown(Duration),
    /// Reading a line.
    Line,
    /// Busy until then.
    Busy(Duration),
    /// Receiving a file over the serial line.
    Loading(Load),
    /// Receiving a file over the network.
    Fetching(Box<Fetching>),
    /// Sending one over the network.
    Putting(Box<Putting>),
    /// Showing a disk over USB.
    Showing(Showing),
}

/// How often something was done since U-Boot started.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    /// Reads from flash and disks.
    pub(super) reads: u32,
    /// Writes to flash and disks.
    pub(super) writes: u32,
    /// Sums of memory.
    pub(super) sums: u32,
    /// Files sent.
    pub(super) puts: u32,
    pub(super) fetches: u32,
}

/// A running U-Boot.
pub struct Uboot {
    pub(super) profile: Profile,
    pub(super) state: State,
    line: Vec<u8>,
    commands: VecDeque<Command>,
    pub(super) status: u32,
    pub(super) memory: Memory,
    fifo: VecDeque<u8>,
    pub(super) environment: Environment,
    /// SPI flash was found.
    pub(super) probed: bool,
    pub(super) disks: Disks,
    /// The Ethernet port has a link.
    pub(super) linked: bool,
    pub(super) counts: Counts,
    pub(super) end: Option<End>,
}

impl Uboot {
    /// A U-Boot that begins to speak at `at`.
    pub fn new(profile: Profile, at: Duration, world: &mut World) -> Self {
        // What another one showed over USB is gone.
        world.hide();
        world.print(at, &profile.firmware);
        let begins = at + BOOTS - Duration::from_millis(500);
        world.print(begins, &format!("\n\n{}\n\n{}", profile.version, profile.board));
        world.print(at + BOOTS, profile.countdown.words());
        let mut memory = Memory::new(profile.banks.clone(), profile.reserved.clone());
        for (address, bytes) in mem::take(&mut world.left) {
            if memory.has(address, bytes.len() as u64) {
                memory.write(address, &bytes);
            }
        }
        Self {
            state: State::Countdown(at + BOOTS + COUNTS),
            line: Vec::new(),
            commands: VecDeque::new(),
            status: 0,
            memory,
            fifo: VecDeque::new(),
            environment: Environment::new(&profile.environment),
            probed: false,
            disks: Disks::default(),
            linked: false,
            counts: Counts::default(),
            end: None,
            profile,
        }
    }

    /// How it ended, if it did: the board's part is to reset, or to be dead.
    pub fn end(&self) -> Option<End> {
        self.end
    }

    /// When it has something to do next.
    pub fn deadline(&self) -> Option<Duration> {
        match &self.state {
            State::Countdown(at) | State::Busy(at) => Some(*at),
            State::Loading(load) => load.deadline(),
            State::Fetching(fetching) => Some(fetching.deadline()),
            State::Putting(putting) => Some(putting.deadline()),
            State::Showing(showing) => Some(showing.next),
            State::Line => None,
        }
    }

    /// A byte came, or time passed.
    pub fn on(&mut self, event: Event, now: Duration, world: &mut World) {
        match (&mut self.state, event) {
            (State::Countdown(_), Event::Byte(byte))
                if self.profile.countdown.is_stopped_by(byte) =>
            {
                world.print(now, self.profile.countdown.end());
                self.prompt(now, world);
            }
            (State::Countdown(at), Event::Time) if now >= *at => {
                world.print(now, self.profile.countdown.end());
                world.print(now, "Card did not respond to voltage select! : -110\n");
                self.prompt(now, world);
            }
            (State::Busy(at), Event::Byte(byte)) if now < *at => {
                self.fifo.push_back(byte);
                self.fifo.truncate(FIFO);
            }
            (State::Busy(at), _) if now >= *at => {
                self.go_on(now, world);
                if let Event::Byte(byte) = event {
                    self.on(Event::Byte(byte), now, world);
                }
            }
            (State::Line, Event::Byte(byte)) => self.key(byte, now, world),
            (State::Loading(_), event) => self.on_load(event, now, world),
            (State::Fetching(_), event) => self.on_fetch(event, now, world),
            (State::Putting(_), event) => self.on_put(event, now, world),
            (State::Showing(_), event) => self.on_show(event, now, world),
            _ => {}
        }
    }

    /// A command takes until then.
    pub(super) fn busy(&mut self, until: Duration) {
        self.state = State::Busy(until);
    }

    /// A command that took time is over.
    pub(super) fn go_on(&mut self, now: Duration, world: &mut World) {
        self.state = State::Line;
        self.execute(now, world);
        while let (State::Line, Some(byte)) = (&self.state, self.fifo.pop_front()) {
            self.key(byte, now, world);
        }
    }

    fn prompt(&mut self, now: Duration, world: &mut World) {
        self.state = State::Line;
        self.line.clear();
        world.print(now, &self.profile.prompt);
    }

    fn key(&mut self, byte: u8, now: Duration, world: &mut World) {
        match byte {
            b'\r' | b'\n' => self.enter(now, world),
            0x03 => {
                self.status = 1;
                world.print(now, "<INTERRUPT>\n");
                self.prompt(now, world);
            }
            0x08 | 0x7f if !self.line.is_empty() => {
                self.line.pop();
                world.print(now, "\x08 \x08");
            }
            // One byte of the line's room is for its end.
            b' '..=b'~' if self.line.len() + 1 >= self.profile.line => world.print(now, "\x07"),
            b' '..=b'~' => {
                self.line.push(byte);
                world.out.say(now, &[byte]);
            }
            _ => {}
        }
    }

    fn enter(&mut self, now: Duration, world: &mut World) {
        world.print(now, "\n");
        let line = String::from_utf8_lossy(&mem::take(&mut self.line)).into_owned();
        match shell::parse(&line) {
            Some(commands) => self.commands = commands,
            None => {
                self.status = 1;
                world.print(now, "syntax error\n");
            }
        }
        self.execute(now, world);
    }

    /// Carries out what was typed until a command takes time.
    fn execute(&mut self, now: Duration, world: &mut World) {
        while let (State::Line, None) = (&self.state, self.end) {
            let Some(command) = self.commands.pop_front() else { return self.prompt(now, world) };
            let runs = match command.after {
                After::All => true,
                After::Success => self.status == 0,
                After::Failure => self.status != 0,
            };
            if runs {
                self.run(&command, now, world);
            } else {
                self.skip();
            }
        }
    }

    /// The old hush, which most U-Boots have, goes on after the next `;` then: of `false && a || b` it runs neither.
    fn skip(&mut self) {
        while self.commands.pop_front_if(|command| command.after != After::All).is_some() {}
    }

    fn run(&mut self, command: &Command, now: Duration, world: &mut World) {
        let words = command.words(|name| match name {
            "?" => Some(format!("{}", self.status)),
            name => self.environment.get(name).map(Into::into),
        });
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if words.first() != Some(&"echo") {
            world.commands.push(words.join(" "));
        }
        let outcome: Result<(), Fail> = self.command(&words, now, world);
        self.status = u32::from(outcome.is_err());
    }
}

impl Countdown {
    fn words(self) -> &'static str {
        match self {
            Self::AnyKey => "Hit any key to stop autoboot:  2 ",
            Self::Space => "Press SPACE to abort autoboot in 2 seconds\n",
        }
    }

    fn is_stopped_by(self, byte: u8) -> bool {
        self == Self::AnyKey || byte == b' '
    }

    fn end(self) -> &'static str {
        match self {
            Self::AnyKey => "\x08\x08\x08 0 \n",
            Self::Space => "",
        }
    }
}
