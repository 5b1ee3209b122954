//! What boards in the field say when they are not where the tool expects them.

use std::time::Duration;

use link::{
    Silent, StepId, Watch,
    line::Line,
    serial::{Said, SerialDevice},
};
use starfive::{
    host::{Agent, Cause, Error, Firmware, Target, boot_rom},
    rom::{Behaviour, Jh7110},
};
use uboot::host::{Cause as Common, Console, Prompt};
use xmodem::{Failure, drive};

use super::{fit, setup::Mute, spl};

/// A board that says something at power-on, and then something over and over.
struct Says {
    first: Vec<u8>,
    then: Option<(u8, Duration)>,
    next: Duration,
}

impl Says {
    fn line(first: &[u8], then: Option<(u8, u64)>) -> Line {
        let first = first.iter().rev().copied().collect();
        let then = then.map(|(byte, pause)| (byte, Duration::from_millis(pause)));
        Line::new(Box::new(Self { first, then, next: Duration::ZERO }), 115_200)
    }
}

impl SerialDevice for Says {
    fn receive(&mut self, _: &[u8], _: Duration) {}

    fn next(&mut self, now: Duration) -> Said {
        if let Some(byte) = self.first.pop() {
            return Said::Byte(byte);
        }
        match self.then {
            None => Said::Nothing,
            Some(_) if now < self.next => Said::Until(self.next),
            Some((byte, pause)) => {
                self.next = now + pause;
                Said::Byte(byte)
            }
        }
    }

    fn baud(&self) -> u32 {
        115_200
    }

    fn reset(&mut self, _: Duration) {}
}

fn boot(line: &mut Line, seconds: u64) -> Error {
    let mut silent = Silent;
    let mut console = Console::new(line, &mut silent);
    boot_rom(&mut console, &spl(9000), Duration::from_secs(seconds)).expect_err("no ROM answers")
}

#[test]
fn another_boot_mode_is_told_by_the_roms_words() {
    let mut line = Line::new(Box::new(Jh7110::in_sd_boot(Behaviour::default())), 115_200);
    let error = boot(&mut line, 5);
    assert!(matches!(error.cause, Cause::Console(Common::OtherMode(_))), "{error}");
    assert!(error.to_string().contains("SD boot mode"), "{error}");
    let error = boot(&mut Says::line(b"BOOT fail,Error is 0xffffffff\r\n", None), 5);
    assert!(error.to_string().contains("not in UART boot mode"), "{error}");
}

#[test]
fn answers_without_a_poll_are_another_programs_transfer() {
    for answer in [0x15, 0x06] {
        let mut line = Says::line(b"", Some((answer, 500)));
        let error = boot(&mut line, 30);
        assert!(
            matches!(
                error.cause,
                Cause::Console(Common::Transfer(drive::Error::Failed(Failure::Midway)))
            ),
            "{error}"
        );
        assert!(line.wire.now() < Duration::from_secs(10), "{:?}", line.wire.now());
    }
}

#[test]
fn a_mask_rom_is_not_taken_for_a_prompt() {
    let mut line = Line::new(Box::new(Jh7110::new(Behaviour::default())), 115_200);
    let mut silent = Silent;
    let mut console = Console::new(&mut line, &mut silent);
    let error = Prompt::open(&mut console).err().expect("there is no prompt");
    assert!(matches!(error.cause, Common::AsksForProgram), "{error}");
    let spent = line.wire.now();
    assert!(spent < Duration::from_secs(20), "{spent:?}");
}

#[test]
fn dram_that_fails_is_told_as_such() {
    for words in ["DDR init failed", "fail to get DDR size", "End init lpddr4, test ddr fail"] {
        let mut line = Says::line(words.as_bytes(), None);
        let mut silent = Silent;
        let mut console = Console::new(&mut line, &mut silent);
        let (spl, uboot) = (spl(9000), fit(9000));
        let firmware = Firmware { spl: &spl, uboot: &uboot };
        let error = Agent::new(&mut console).update(Target::Flash, firmware).expect_err(words);
        assert!(matches!(error.cause, Cause::Console(Common::Dram(_))), "{error}");
    }
}

#[test]
fn the_fuse_menu_is_known_by_its_title_too() {
    let menu = b"\r\n***** otp updata *****\r\nselect the function to test: ";
    let mut line = Says::line(menu, None);
    let mut silent = Silent;
    let mut console = Console::new(&mut line, &mut silent);
    let (spl, uboot) = (spl(9000), fit(9000));
    let firmware = Firmware { spl: &spl, uboot: &uboot };
    let error = Agent::new(&mut console).update(Target::Flash, firmware).expect_err("a trap");
    assert!(matches!(error.cause, Cause::FuseMenu), "{error}");
}

/// What the user is told.
#[derive(Default)]
struct Steps(Vec<(String, u64)>);

impl Watch for Steps {
    fn step(&mut self, _: StepId, label: &str, bytes: u64) {
        self.0.push((label.into(), bytes));
    }

    fn advance(&mut self, _: u64) {}

    fn note(&mut self, _: &str) {}
}

#[test]
fn who_waits_for_power_says_so_and_shows_no_transfer() {
    let mut steps = Steps::default();
    let mut line = Line::new(Box::new(Mute), 115_200);
    let mut console = Console::new(&mut line, &mut steps);
    boot_rom(&mut console, &spl(9000), Duration::from_secs(12)).expect_err("nobody is there");
    let told: Vec<_> = steps.0.iter().map(|(what, bytes)| (what.as_str(), *bytes)).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    for ((what, bytes), left) in told.iter().zip(["12 s left", "7 s left", "2 s left"]) {
        assert!(what.contains(left) && what.contains("power the board on"), "{what}");
        assert_eq!(*bytes, 0);
    }
    let mut steps = Steps::default();
    let mut line = Line::new(Box::new(Jh7110::new(Behaviour::default())), 115_200);
    let mut console = Console::new(&mut line, &mut steps);
    let program = spl(9000);
    boot_rom(&mut console, &program, Duration::from_secs(12)).expect("it boots");
    let last = steps.0.last().expect("a step");
    assert_eq!(*last, ("sending the SPL to the mask ROM".into(), program.len() as u64));
}

/// A board that sends without end costs neither memory nor time without end.
#[test]
fn a_flood_ends_in_time() {
    for byte in [b'x', b'C', 0x15, 0xff] {
        let mut line = Says::line(b"", Some((byte, 0)));
        let error = boot(&mut line, 10);
        assert!(error.heard.len() <= 3 * 4096);
        assert!(line.wire.now() < Duration::from_secs(200), "{byte}: {:?}", line.wire.now());
        let mut line = Says::line(b"", Some((byte, 0)));
        let mut silent = Silent;
        let mut console = Console::new(&mut line, &mut silent);
        Prompt::open(&mut console).err().expect("no prompt");
        assert!(line.wire.now() < Duration::from_secs(200), "{byte}: {:?}", line.wire.now());
    }
}
