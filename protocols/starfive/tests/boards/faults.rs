//! Every byte of every conversation damaged in turn, and noise on top.

use std::time::Duration;

use link::{
    ByteLink, Counts, Heard, LineError, Silent,
    line::Line,
    noise::{Damage, Noise},
};
use starfive::{
    header,
    host::{Agent, Error, Firmware, Slot, Target, boot_rom, recover_jh7100},
    rom::{Behaviour, Jh7100},
};
use uboot::host::Console;
use xmodem::wire::{SOH, STX};

use crate::setup::{self, board, fit, jh7110, on, recover, spl};

const DAMAGES: [Damage; 4] =
    [Damage::Lost, Damage::Doubled, Damage::Flipped(0x04), Damage::Flipped(0xff)];
/// No conversation of these small files may take longer, whatever happens to it.
const BOUND: Duration = Duration::from_secs(20 * 60);

/// How the cases of a test went.
#[derive(Default)]
struct Tally {
    good: u32,
    failed: u32,
    longest: Duration,
}

impl Tally {
    /// A good end must be one; anything else must be an error that says something, in time.
    fn count(&mut self, outcome: Result<(), Error>, whole: bool, took: Duration, context: &str) {
        assert!(took < BOUND, "{context}: {took:?}");
        self.longest = self.longest.max(took);
        match outcome {
            Ok(()) => {
                assert!(whole, "{context}: taken for good, and it is not");
                self.good += 1;
            }
            Err(error) => {
                assert!(!error.to_string().is_empty());
                println!("{context}: {error}");
                self.failed += 1;
            }
        }
    }

    /// Most damage is made good.
    fn judge(&self, name: &str, tolerated: u32) {
        println!(
            "{name}: {} good, {} failed, the longest took {:?}",
            self.good, self.failed, self.longest
        );
        assert!(
            self.failed * 100 <= (self.good + self.failed) * tolerated,
            "{name}: {} of {}",
            self.failed,
            self.good
        );
    }
}

/// A line that notes which bytes to the board are the inside of a block's data.
struct Marked<'l> {
    line: &'l mut Line,
    inside: Vec<bool>,
}

/// Bytes at either end of a frame that are its own: first byte, numbers, check; some data with them.
const EDGE: usize = 5;
/// A write that begins like a frame and is so long is one.
const FRAME: usize = 132;

impl ByteLink for Marked<'_> {
    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<(), LineError> {
        let block = bytes.len() >= FRAME && matches!(bytes[..2], [SOH | STX, number] if number > 0);
        let edge = |at: usize| at < EDGE || at + EDGE >= bytes.len();
        self.inside.extend((0..bytes.len()).map(|at| block && !edge(at)));
        self.line.write(bytes, limit)
    }

    fn read(&mut self, buf: &mut [u8], limit: Duration) -> Result<Heard, LineError> {
        self.line.read(buf, limit)
    }

    fn set_baud(&mut self, rate: u32) -> Result<(), LineError> {
        self.line.set_baud(rate)
    }

    fn baud(&self) -> u32 {
        self.line.baud()
    }

    fn discard(&mut self) -> Result<(), LineError> {
        self.line.discard()
    }

    fn pause(&mut self, time: Duration) -> Result<(), LineError> {
        self.line.pause(time)
    }

    fn counts(&self) -> Counts {
        self.line.counts()
    }
}

/// One conversation, damaged at one place.
struct Case {
    to_device: bool,
    place: u64,
    damage: Damage,
}

impl Case {
    fn strike(&self, line: &mut Line) {
        let noise = Noise::at(self.place, self.damage);
        let wire = &mut line.wire;
        *(if self.to_device { &mut wire.to_device } else { &mut wire.to_host }) = noise;
    }
}

/// Every byte that is said in either direction while `talk` goes well, each way of damage; of the insides of blocks one in
/// 61, which is prime to their lengths. What comes before the byte `from` to the board is left alone.
fn cases(
    line: &mut Line,
    from: usize,
    talk: &dyn Fn(&mut dyn ByteLink) -> Result<(), Error>,
) -> Vec<Case> {
    let mut marked = Marked { line, inside: Vec::new() };
    talk(&mut marked).expect("nothing is in the way");
    let inside = marked.inside;
    let out = (from..inside.len()).filter(|&at| !inside[at] || at % 61 == 0);
    let places = out.map(|at| (true, at as u64));
    let places = places.chain((0..line.wire.to_host.count()).map(|at| (false, at)));
    let all = places.flat_map(|(to_device, place)| {
        DAMAGES.into_iter().map(move |damage| Case { to_device, place, damage })
    });
    all.collect()
}

#[test]
fn a_damaged_byte_anywhere_in_a_recovery_never_leaves_a_wrong_flash_taken_for_good() {
    let (spl, uboot) = (spl(0x400 + 100), fit(200));
    let talk = |line: &mut dyn ByteLink| recover(line, &spl, &uboot, None).map(|_| ());
    let mut tally = Tally::default();
    for case in cases(&mut jh7110(Behaviour::default()).0, 0, &talk) {
        let (mut line, board) = jh7110(Behaviour::default());
        case.strike(&mut line);
        let outcome = talk(&mut line);
        let whole = on(&board).flash_holds(0, &spl) && on(&board).flash_holds(0x10_0000, &uboot);
        let context =
            format!("recovery, to device {} {} {:?}", case.to_device, case.place, case.damage);
        tally.count(outcome, whole, line.wire.now(), &context);
    }
    tally.judge("recovery", 1);
}

#[test]
fn a_damaged_byte_anywhere_in_the_agents_menu_never_burns_a_fuse() {
    let (spl, uboot, program) = (spl(0x400 + 100), fit(200), setup::program());
    let update = |line: &mut dyn ByteLink| {
        let mut silent = Silent;
        let mut console = Console::new(line, &mut silent);
        boot_rom(&mut console, &program, Duration::from_secs(30))?;
        Agent::new(&mut console).update(Target::Flash, Firmware { spl: &spl, uboot: &uboot })
    };
    // The upload of the agent itself is the mask ROM's, which the other test has.
    let upload = program.len();
    let mut tally = Tally::default();
    for case in cases(&mut jh7110(Behaviour::default()).0, upload, &update) {
        let (mut line, board) = jh7110(Behaviour::default());
        case.strike(&mut line);
        let outcome = update(&mut line);
        let context =
            format!("agent, to device {} {} {:?}", case.to_device, case.place, case.damage);
        assert_eq!(line.notes(), Vec::<String>::new(), "{context}");
        let whole = on(&board).flash_holds(0, &spl) && on(&board).flash_holds(0x10_0000, &uboot);
        tally.count(outcome, whole, line.wire.now(), &context);
    }
    tally.judge("agent", 1);
}

/// The line makes a 4 of the digits that are typed, the first this many times. One flipped bit is all that takes.
struct Fours<'l>(&'l mut Line, u32);

impl ByteLink for Fours<'_> {
    fn write(&mut self, bytes: &[u8], limit: Duration) -> Result<(), LineError> {
        match bytes {
            [b'0' | b'2'] if self.1 > 0 => {
                self.1 -= 1;
                self.0.write(b"4", limit)
            }
            _ => self.0.write(bytes, limit),
        }
    }

    fn read(&mut self, buf: &mut [u8], limit: Duration) -> Result<Heard, LineError> {
        self.0.read(buf, limit)
    }

    fn set_baud(&mut self, rate: u32) -> Result<(), LineError> {
        self.0.set_baud(rate)
    }

    fn baud(&self) -> u32 {
        self.0.baud()
    }

    fn discard(&mut self) -> Result<(), LineError> {
        self.0.discard()
    }

    fn pause(&mut self, time: Duration) -> Result<(), LineError> {
        self.0.pause(time)
    }

    fn counts(&self) -> Counts {
        self.0.counts()
    }
}

#[test]
fn a_digit_that_the_line_makes_a_4_never_reaches_the_fuse_menu() {
    let (spl, uboot) = (spl(0x400 + 100), fit(200));
    for (times, good) in [(1, true), (3, true), (100, false)] {
        let (mut line, _) = jh7110(Behaviour::default());
        let mut silent = Silent;
        let mut bad = Fours(&mut line, times);
        let mut console = Console::new(&mut bad, &mut silent);
        boot_rom(&mut console, &setup::program(), Duration::from_secs(30)).expect("it starts");
        let done =
            Agent::new(&mut console).update(Target::Flash, Firmware { spl: &spl, uboot: &uboot });
        assert_eq!(done.is_ok(), good, "{times}");
        assert_eq!(line.notes(), Vec::<String>::new(), "{times}");
    }
}

#[test]
fn a_damaged_byte_anywhere_in_a_jh7100s_conversation_never_leaves_a_wrong_flash_taken_for_good() {
    let file = header::jh7100::wrap(&setup::bytes(200));
    let recover = |line: &mut dyn ByteLink| {
        let mut silent = Silent;
        let mut console = Console::new(line, &mut silent);
        recover_jh7100(
            &mut console,
            &setup::bytes(300),
            &[(Slot::SecondBoot, &file)],
            Duration::from_secs(30),
        )
    };
    let mut tally = Tally::default();
    for case in cases(&mut board(Jh7100::new(), 9600).0, 0, &recover) {
        let (mut line, board) = board(Jh7100::new(), 9600);
        case.strike(&mut line);
        let outcome = recover(&mut line);
        let whole = on(&board).flash_holds(0, &file);
        let context =
            format!("jh7100, to device {} {} {:?}", case.to_device, case.place, case.damage);
        tally.count(outcome, whole, line.wire.now(), &context);
    }
    tally.judge("jh7100", 1);
}

#[test]
fn recoveries_on_a_noisy_line_end_well_or_say_why() {
    let (spl, uboot) = (spl(20_000), fit(60_000));
    let mut tally = Tally::default();
    for seed in 0..50 {
        let (mut line, board) = jh7110(Behaviour::default());
        // 1 % of the blocks, and the board's words as well.
        line.wire.to_device = Noise::random(seed, 10);
        line.wire.to_host = Noise::random(!seed, 10);
        let outcome = recover(&mut line, &spl, &uboot, None).map(|_| ());
        let whole = on(&board).flash_holds(0, &spl) && on(&board).flash_holds(0x10_0000, &uboot);
        tally.count(outcome, whole, line.wire.now(), &format!("seed {seed}"));
    }
    tally.judge("noise", 6);
}
