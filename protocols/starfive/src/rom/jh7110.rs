//! A board with a JH7110 and its straps at UART boot.

use alloc::{boxed::Box, format, string::String, vec::Vec};
use core::time::Duration;

use ::uboot::rom::{Drive, End, FLASH, Flash, Flaw, Gadget, Intake, Network, Uboot, World};
use link::serial::{Said, SerialDevice};
use xmodem::{Event, Failure, Manner, Receiver};

use super::{agent::Agent, profile::profile};
use crate::{
    chips::JH7110,
    header,
    image::{AGENT_MARK, contains},
    uboot,
};

const BANNER: &str = "\r\n(C)StarFive\r\n";
/// What the board's EEPROM makes the SPL look for in a FIT (U-Boot `board/starfive/visionfive2/spl.c`).
const BOARD: &str = "starfive/jh7110-starfive-visionfive-2-v1.3b";
/// From reset to the first banner.
const WAKES: Duration = Duration::from_millis(20);

const fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// In what this board differs from one where all goes well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Behaviour {
    /// From reset to the banner's second coming, in the midst of the polls.
    pub second_banner: Duration,
    /// What the SPL says it boots from.
    pub medium: &'static str,
    /// A byte of the flash in which a bit cannot be programmed.
    pub worn: Option<usize>,
    /// What its U-Boot does wrong.
    pub flaw: Option<Flaw>,
    /// Above this rate, in bit/s, its UART loses bytes (seen on another SoC: 82 bytes of a block arrived).
    pub loses_above: u32,
}

impl Default for Behaviour {
    fn default() -> Self {
        Self {
            second_banner: ms(420),
            medium: "UART",
            worn: None,
            flaw: None,
            loses_above: u32::MAX,
        }
    }
}

enum Stage {
    Rom(Rom),
    Spl(Intake),
    Uboot(Box<Uboot>),
    Agent(Agent),
    /// Nothing runs, or nothing that listens.
    Dead,
}

struct Rom {
    intake: Intake,
    second_banner: Option<Duration>,
    /// An upload had a wrong sum. What follows without a reset does not work reliably; here it never does.
    spoilt: bool,
}

/// A board with a JH7110.
pub struct Jh7110 {
    behaviour: Behaviour,
    world: World,
    stage: Stage,
    received: u64,
}

impl Jh7110 {
    /// A board that is powered on at time 0, its flash erased.
    pub fn new(behaviour: Behaviour) -> Self {
        let (flaw, flash) = (behaviour.flaw, Flash::new(behaviour.worn));
        let mut board = Self {
            behaviour,
            world: World { flaw, flash, ..World::new(115_200) },
            stage: Stage::Dead,
            received: 0,
        };
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

    /// Fits a disk: the first is `mmc 0`, if it is an eMMC or an SD card.
    pub fn fit_drive(&mut self, drive: Drive) {
        self.world.drives.push(drive);
    }

    /// The disks, in the order in which they were fitted.
    pub fn drives(&mut self) -> &mut [Drive] {
        &mut self.world.drives
    }

    /// Connects its USB device port.
    pub fn cable(&mut self, gadget: Box<dyn Gadget>) {
        self.world.gadget = Some(gadget);
    }

    /// Connects its Ethernet port.
    pub fn connect(&mut self, network: Box<dyn Network>) {
        self.world.network = Some(network);
    }

    /// A board that was powered on at time 0 with a U-Boot that counts down in its flash.
    pub fn in_uboot(behaviour: Behaviour) -> Self {
        let mut board = Self::new(behaviour);
        board.world.out.clear();
        board.stage = Stage::Uboot(Box::new(Uboot::new(profile(), WAKES, &mut board.world)));
        board
    }

    /// A board that was powered on with its switches at SD boot and no card in it.
    pub fn in_sd_boot(behaviour: Behaviour) -> Self {
        let mut board = Self::new(behaviour);
        board.world.out.clear();
        board.world.print(WAKES, "dwmci_s: Response Timeout.\r\ndwmci_s: Response Timeout.\r\n");
        board.world.print(ms(300), "BOOT fail,Error is 0xffffffff\r\n");
        board.stage = Stage::Dead;
        board
    }

    /// The commands that U-Boot carried out since power-on.
    pub fn commands(&self) -> &[String] {
        &self.world.commands
    }

    /// What this board is doing, in a word.
    pub fn stage(&self) -> &'static str {
        match self.stage {
            Stage::Rom(_) => "rom",
            Stage::Spl(_) => "spl",
            Stage::Uboot(_) => "uboot",
            Stage::Agent(_) => "agent",
            Stage::Dead => "dead",
        }
    }

    fn tell(&mut self, event: Event, now: Duration) {
        let next = match &mut self.stage {
            Stage::Rom(rom) => rom.on(event, now, &mut self.world, self.behaviour),
            Stage::Spl(intake) => spl(intake, event, now, &mut self.world),
            Stage::Uboot(uboot) => {
                uboot.on(event, now, &mut self.world);
                match uboot.end() {
                    Some(End::Reset) => return self.reset(now),
                    Some(End::PowerLost) => Some(Stage::Dead),
                    None => None,
                }
            }
            Stage::Agent(agent) => {
                agent.on(event, now, &mut self.world);
                None
            }
            Stage::Dead => None,
        };
        if let Some(stage) = next {
            self.stage = stage;
        }
    }

    fn deadline(&self) -> Option<Duration> {
        match &self.stage {
            Stage::Rom(rom) => rom.second_banner.into_iter().chain(rom.intake.deadline()).min(),
            Stage::Spl(intake) => intake.deadline(),
            Stage::Uboot(uboot) => uboot.deadline(),
            Stage::Agent(agent) => agent.deadline(),
            Stage::Dead => None,
        }
    }

    /// Whether the UART misses this byte at its rate.
    fn misses(&mut self) -> bool {
        self.received += 1;
        self.world.baud > self.behaviour.loses_above && self.received.is_multiple_of(83)
    }
}

impl SerialDevice for Jh7110 {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        for byte in bytes {
            if !self.misses() {
                self.tell(Event::Byte(*byte), now);
            }
        }
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
        self.world.baud = 115_200;
        self.world.print(now + WAKES, BANNER);
        let second_banner = Some(now + self.behaviour.second_banner);
        self.stage = Stage::Rom(Rom {
            intake: rom_intake(now + WAKES + ms(100)),
            second_banner,
            spoilt: false,
        });
    }

    fn notes(&mut self) -> Vec<String> {
        core::mem::take(&mut self.world.notes)
    }
}

fn rom_intake(begin: Duration) -> Intake {
    Intake::new(Receiver::xmodem(Manner::JH7110_ROM), begin)
}

impl Rom {
    fn on(
        &mut self,
        event: Event,
        now: Duration,
        world: &mut World,
        behaviour: Behaviour,
    ) -> Option<Stage> {
        if self.second_banner.is_some_and(|at| now >= at) {
            // It begins anew: what was sent to it before is lost.
            self.second_banner = None;
            self.intake = rom_intake(now + ms(30));
            world.print(now, BANNER);
        }
        match self.intake.on(event, now, &mut world.out)? {
            Ok(()) => {
                let started = start(&self.intake.data, self.spoilt, now, world, behaviour);
                if started.is_none() {
                    self.again(now, world);
                }
                started
            }
            Err(_) => {
                self.again(now, world);
                None
            }
        }
    }

    fn again(&mut self, now: Duration, world: &mut World) {
        self.spoilt = true;
        world.print(now + ms(30), "CRC Error, Try again\r\n\n(C)StarFive\r\n");
        self.intake = rom_intake(now + ms(130));
    }
}

/// What the ROM does with an upload: a payload is known by the words in it, as nothing here runs RISC-V code.
fn start(
    file: &[u8],
    spoilt: bool,
    now: Duration,
    world: &mut World,
    behaviour: Behaviour,
) -> Option<Stage> {
    let payload = header::unwrap(file).ok().filter(|_| !spoilt)?;
    if contains(payload, AGENT_MARK) {
        return Some(Stage::Agent(Agent::new(now + ms(200), world)));
    }
    if !contains(payload, b"U-Boot SPL") {
        world.note("foreign code was started");
        return Some(Stage::Dead);
    }
    let medium = behaviour.medium;
    world.print(now + ms(150), "\r\nU-Boot SPL 2025.01 (virtual)\r\nDDR version: dc2e84f0.\r\n");
    world.print(now + ms(650), &format!("Trying to boot from {medium}\r\n"));
    match medium {
        "UART" => Some(Stage::Spl(Intake::new(Receiver::ymodem(Manner::UBOOT), now + ms(700)))),
        _ => {
            world.print(now + ms(900), "SPL: failed to boot from all boot devices\r\n### ERROR ### Please RESET the board ###\r\n");
            Some(Stage::Dead)
        }
    }
}

fn spl(intake: &mut Intake, event: Event, now: Duration, world: &mut World) -> Option<Stage> {
    match intake.on(event, now, &mut world.out)? {
        Ok(()) if starts(&intake.data) => {
            world.print(now + ms(20), &format!("Loaded {} bytes\r\n", intake.data.len()));
            Some(Stage::Uboot(Box::new(Uboot::new(profile(), now + ms(300), world))))
        }
        outcome => {
            let words = match outcome {
                Ok(()) => format!("Loaded {} bytes\r\n", intake.data.len()),
                Err(failure) => format!("spl: ymodem err - {}\r\n", words(failure)),
            };
            world.print(now, &words);
            world.print(
                now + ms(20),
                "SPL: failed to boot from all boot devices\r\n### ERROR ### Please RESET the board ###\r\n",
            );
            Some(Stage::Dead)
        }
    }
}

/// Whether U-Boot's SPL would start this: it loads one configuration, this board's or the default. The SPL that is built
/// without `SPL_FIT_SIGNATURE` checks no hash; this one does.
fn starts(file: &[u8]) -> bool {
    let Ok(fit) = fit::Fit::parse(file) else { return false };
    let chosen = fit.choose(Some(BOARD));
    chosen.is_ok_and(|configuration| uboot::program(&JH7110, &fit, configuration).is_ok())
}

fn words(failure: Failure) -> &'static str {
    match failure {
        Failure::Cancelled => "Cancelled",
        Failure::NoStart => "Timed out",
        _ => "Error",
    }
}
