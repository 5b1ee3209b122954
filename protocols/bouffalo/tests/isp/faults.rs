//! Every byte of a conversation damaged in turn, and noise on top.

use std::time::Duration;

use bouffalo::{
    host::{Error, Isp},
    rom::Bl808,
};
use link::{
    ByteLink, Silent,
    line::Line,
    noise::{Damage, Noise},
};

use crate::setup::{image, on, plugged, small, write};

const DAMAGES: [Damage; 4] =
    [Damage::Lost, Damage::Doubled, Damage::Flipped(0x04), Damage::Flipped(0xff)];
/// No conversation of these may take longer, whatever happens to it.
const BOUND: Duration = Duration::from_secs(300);
/// Inside the training and data, one byte of each of these numbers of bytes is damaged: prime to the lengths of commands.
const EVERY: u64 = 509;
/// From the end of the training to the first data, every byte is.
const BEGINNING: std::ops::Range<u64> = 295..460;

/// What is read at once.
const PART: usize = 32 << 10;

/// How the cases of a test went.
#[derive(Default)]
struct Tally {
    good: u32,
    failed: u32,
    longest: Duration,
}

impl Tally {
    /// A good end must be one; anything else must be an error that says something. Both come in time.
    fn count(&mut self, outcome: Result<(), Error>, line: &mut Line, whole: bool, context: &str) {
        let took = line.wire.now();
        assert!(took < BOUND, "{context}: {took:?}");
        assert_eq!(line.notes(), [""; 0], "{context}: something was noticed");
        self.longest = self.longest.max(took);
        match outcome {
            Ok(()) => {
                assert!(whole, "{context}: taken for good, and it is not");
                self.good += 1;
            }
            Err(error) => {
                println!("{context}: {error}");
                self.failed += 1;
            }
        }
    }

    /// Most damage is made good; in a hundred cases at most this number end badly.
    fn judge(&self, name: &str, tolerated: u32) {
        let (good, failed) = (self.good, self.failed);
        println!("{name}: {good} good, {failed} failed, the longest took {:?}", self.longest);
        assert!(failed * 100 <= (good + failed) * tolerated, "{name}: {failed} of {good}");
    }
}

/// Writes and reads back.
fn talk(line: &mut dyn ByteLink, image: &[u8]) -> Result<(), Error> {
    write(line, image)?;
    let mut silent = Silent;
    let mut isp = Isp::new(line, &mut silent);
    for (index, part) in image.chunks(PART).enumerate() {
        let read = isp.read((index * PART) as u32, part.len() as u32)?;
        assert!(read == part, "it was read wrong, and taken for good");
    }
    Ok(())
}

fn holds(board: &Bl808, image: &[u8]) -> bool {
    board.flash().starts_with(image) && board.flash()[image.len()..].iter().all(|b| *b == 0xff)
}

#[test]
fn a_damaged_byte_anywhere_never_leaves_a_wrong_flash_taken_for_good() {
    let image = image(5_000);
    let (mut line, _) = plugged(small());
    talk(&mut line, &image).expect("nothing is in the way");
    let (out, back) = (line.wire.to_device.count(), line.wire.to_host.count());
    let some = |count: u64| (0..count).filter(|at| BEGINNING.contains(at) || at % EVERY == 0);
    let answers = (0..150).chain(some(back).filter(|at| *at >= 150));
    let places = some(out).map(|at| (true, at)).chain(answers.map(|at| (false, at)));
    let mut tally = Tally::default();
    for (to_device, place) in places {
        for damage in DAMAGES {
            let (mut line, board) = plugged(small());
            let noise = Noise::at(place, damage);
            let wire = &mut line.wire;
            *(if to_device { &mut wire.to_device } else { &mut wire.to_host }) = noise;
            let outcome = talk(&mut line, &image);
            let context = format!("to device {to_device} {place} {damage:?}");
            let whole = holds(&on(&board), &image);
            tally.count(outcome, &mut line, whole, &context);
        }
    }
    tally.judge("damage", 1);
}

#[test]
fn noisy_lines_end_well_or_say_why() {
    let image = image(100_000);
    let mut tally = Tally::default();
    for seed in 0..25 {
        let (mut line, board) = plugged(small());
        // A few pieces in a hundred are spoilt, and some answers.
        line.wire.to_device = Noise::random(seed, 10);
        line.wire.to_host = Noise::random(!seed, 10);
        let outcome = talk(&mut line, &image);
        let whole = holds(&on(&board), &image);
        tally.count(outcome, &mut line, whole, &format!("seed {seed}"));
    }
    tally.judge("noise", 10);
}
