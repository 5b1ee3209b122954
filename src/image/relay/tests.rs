//! Readers that come, lag, leave and stop as a seed says, all of whom compare every byte.

use std::{fs, io::Write, path::PathBuf, sync::Barrier, thread};

use super::*;
use crate::image::Options;

/// Limits under which nothing takes long.
const LIMITS: Limits = Limits {
    window: 4,
    passes: 2,
    together: Duration::from_secs(60),
    patience: Duration::from_secs(60),
    idle: Duration::from_secs(60),
    look: Duration::from_millis(2),
};

struct Packed {
    _folder: tempfile::TempDir,
    path: PathBuf,
    /// Its runs.
    runs: Vec<Vec<u8>>,
    /// From the beginning of one to that of the next, in bytes.
    step: usize,
    length: u64,
}

/// Bytes that do not repeat.
fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(seed);
    std::iter::repeat_with(|| random.u8(..)).take(length).collect()
}

fn packed(runs: Vec<Vec<u8>>, (step, length): (usize, u64), bytes: &[u8]) -> Packed {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("image.gz");
    let file = fs::File::create(&path).expect("made");
    let mut packer = flate2::write::GzEncoder::new(file, flate2::Compression::none());
    packer.write_all(bytes).and_then(|()| packer.finish()).expect("written");
    Packed { _folder: folder, path, runs, step, length }
}

/// An image without holes.
fn plain(length: usize) -> Packed {
    let bytes = noise(length, 1);
    let runs = bytes.chunks(PIECE).map(<[u8]>::to_vec).collect();
    packed(runs, (PIECE, length as u64), &bytes)
}

/// An image of short runs, with a hole after each of them.
fn short(count: usize) -> Packed {
    const BLOCK: usize = 4096;
    let runs: Vec<_> = (0..count).map(|run| noise(BLOCK, run as u64)).collect();
    let mut bytes = vec![0x3a, 0xff, 0x26, 0xed, 1, 0, 0, 0, 28, 0, 12, 0];
    let words =
        |words: &[u32]| words.iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<_>>();
    let chunks = 2 * count as u32;
    bytes.extend(words(&[BLOCK as u32, chunks, chunks, 0]));
    for run in &runs {
        bytes.extend(words(&[0xcac1, 1, BLOCK as u32 + 12]));
        bytes.extend(run);
        bytes.extend(words(&[0xcac3, 1, 12]));
    }
    packed(runs, (2 * BLOCK, 2 * (count * BLOCK) as u64), &bytes)
}

impl Packed {
    fn image(&self) -> Image {
        let mut image = Image::open(&self.path, &Options::default()).expect("an image");
        image.extent(&mut link::Silent, &Stop::default()).expect("sound");
        image
    }

    fn relay(&self, limits: Limits) -> Relay {
        Relay::of(&self.image(), limits).expect("a file")
    }

    /// Takes runs, as many as that, and compares them.
    fn take(&self, reader: &mut Reader, runs: usize, stop: &Stop) -> bool {
        for _ in 0..runs {
            let number = reader.next as usize;
            let Some(run) = reader.next(stop).expect("a sound image") else {
                assert_eq!(number, self.runs.len(), "it ended early");
                assert_eq!(reader.length(), Some(self.length));
                return false;
            };
            assert_eq!(run.offset as usize, number * self.step, "runs come in their order");
            assert!(*run.data == self.runs[number], "other bytes in run {number}");
            reader.done(run);
        }
        true
    }

    fn take_all(&self, reader: &mut Reader) {
        assert!(!self.take(reader, usize::MAX, &Stop::default()));
    }
}

fn is_detached(relay: &Relay, reader: &Reader) -> bool {
    let mut state = relay.0.state();
    let pass = state.pass(reader.pass).map(|pass| pass.has_reader(reader.number));
    pass != Some(true)
}

#[test]
fn readers_that_were_announced_share_one_unpacking() {
    let packed = plain(12 * PIECE + 5000);
    let relay = packed.relay(LIMITS);
    let announced: Vec<_> = (0..6).map(|_| relay.announce()).collect();
    // One of them never comes.
    let gone = relay.announce();
    let first = Barrier::new(2);
    thread::scope(|scope| {
        for (index, announced) in announced.into_iter().enumerate() {
            let (relay, packed, first) = (&relay, &packed, &first);
            scope.spawn(move || {
                let mut reader = relay.reader(Some(announced));
                if index == 0 {
                    packed.take(&mut reader, LIMITS.window, &Stop::default());
                    first.wait();
                }
                packed.take_all(&mut reader);
            });
        }
        // Nothing was dropped until then.
        first.wait();
        drop(gone);
    });
    assert_eq!(relay.passes(), 1);
}

#[test]
fn who_comes_late_or_reads_again_has_another_unpacking() {
    let packed = short(9);
    let relay = packed.relay(LIMITS);
    let mut early = relay.reader(None);
    packed.take(&mut early, 6, &Stop::default());
    packed.take_all(&mut relay.reader(None));
    packed.take_all(&mut early);
    drop(early);
    packed.take_all(&mut relay.reader(None));
    assert_eq!(relay.passes(), 3);
}

#[test]
fn a_reader_that_holds_the_others_up_goes_on_with_another_unpacking() {
    let packed = short(16);
    let relay = packed.relay(Limits { patience: Duration::ZERO, ..LIMITS });
    let [mut slow, mut fast] = [(); 2].map(|()| relay.reader(Some(relay.announce())));
    packed.take(&mut fast, 1, &Stop::default());
    packed.take(&mut slow, 2, &Stop::default());
    packed.take_all(&mut fast);
    assert!(is_detached(&relay, &slow));
    packed.take_all(&mut slow);
    assert_eq!(relay.passes(), 2);
}

#[test]
fn who_is_alone_holds_nobody_up() {
    let packed = short(9);
    let none = Duration::ZERO;
    let relay = packed.relay(Limits { patience: none, idle: none, ..LIMITS });
    let mut reader = relay.reader(None);
    packed.take(&mut reader, 2, &Stop::default());
    // The unpacker waits for it, and counts.
    while relay.0.state().pass(reader.pass).expect("its own").reached() < 6 {
        thread::yield_now();
    }
    assert!(!is_detached(&relay, &reader));
    packed.take_all(&mut reader);
    assert_eq!(relay.passes(), 1);
}

#[test]
fn a_pass_that_stands_still_makes_place_for_those_who_wait() {
    let packed = short(9);
    let none = Duration::ZERO;
    let limits = Limits { passes: 1, together: none, idle: none, ..LIMITS };
    let relay = packed.relay(limits);
    let mut still = relay.reader(None);
    packed.take(&mut still, 6, &Stop::default());
    packed.take_all(&mut relay.reader(None));
    packed.take_all(&mut still);
    assert_eq!(relay.passes(), 3);
}

#[test]
fn a_wish_to_stop_ends_a_wait() {
    let packed = short(9);
    let relay = packed.relay(Limits { passes: 1, ..LIMITS });
    let stop = Stop::default();
    let [mut held, mut holds] = [(); 2].map(|()| relay.reader(Some(relay.announce())));
    packed.take(&mut held, 1, &stop);
    packed.take(&mut holds, 1, &stop);
    packed.take(&mut held, 4, &stop);
    stop.request();
    // For what is next, and then for a pass.
    assert!(matches!(held.next(&stop), Err(Problem::Interrupted)));
    let mut late = relay.reader(None);
    assert!(matches!(late.next(&stop), Err(Problem::Interrupted)));
    assert!(relay.0.state().queue.is_empty());
    // It holds nobody up.
    drop(held);
    packed.take_all(&mut holds);
}

#[test]
fn nothing_is_left_when_all_have_gone() {
    let packed = short(9);
    let relay = packed.relay(LIMITS);
    let (mut one, mut other) = (relay.reader(Some(relay.announce())), relay.reader(None));
    packed.take(&mut one, 6, &Stop::default());
    packed.take(&mut other, 2, &Stop::default());
    drop((one, other));
    let mut state = relay.0.state();
    while !state.passes.is_empty() {
        state = relay.0.wait(state);
    }
    assert_eq!((state.announced, state.queue.len()), (0, 0));
}

#[test]
fn a_file_that_changes_is_told_to_every_reader() {
    let packed = short(12);
    let relay = packed.relay(LIMITS);
    let mut readers = [(); 3].map(|()| relay.reader(Some(relay.announce())));
    for reader in &mut readers {
        packed.take(reader, 1, &Stop::default());
    }
    fs::File::options().append(true).open(&packed.path).expect("there").write_all(b"x").expect("x");
    let mut again = Vec::new();
    // One after the other takes a run.
    while !readers.iter().all(|reader| reader.end.is_some()) {
        for reader in &mut readers {
            again.push(reader.next(&Stop::default()));
        }
    }
    let errors = again.iter().filter_map(|next| next.as_ref().err());
    let changed = |error: &&Problem| matches!(error, Problem::Changed(_));
    assert!(errors.clone().all(|error| changed(&error)), "{:?}", errors.collect::<Vec<_>>());
    assert!(errors.count() >= 3);
}

#[test]
fn another_unpacking_has_to_give_the_same() {
    let packed = short(9);
    let relay = packed.relay(LIMITS);
    let mut reader = relay.reader(None);
    packed.take(&mut reader, 3, &Stop::default());
    let mut state = relay.0.state();
    state.pass(reader.pass).expect("its own").leave(reader.number);
    drop(state);
    // As if the bytes had been other ones.
    reader.sum ^= 1;
    let error = reader.next(&Stop::default()).expect_err("other bytes than before");
    assert!(matches!(error, Problem::Changed(_)), "{error:?}");
}

/// Is at work for up to some milliseconds. Beside a busy process, a turn that is left to others would take as long as all
/// of these.
fn lag(rounds: u32) {
    (0..rounds).for_each(|_| std::hint::spin_loop());
}

/// What a reader does, as a seed says.
fn read(packed: &Packed, relay: &Relay, announced: Option<Announced>, seed: u64) {
    let mut random = fastrand::Rng::with_seed(seed);
    lag(random.u32(0..20_000));
    let (mut reader, stop) = (relay.reader(announced), Stop::default());
    let leaves = random.u8(0..4) == 0;
    for _ in 0..if leaves { random.usize(0..40) } else { usize::MAX } {
        if !packed.take(&mut reader, random.usize(1..4), &stop) {
            return;
        }
        if random.u8(0..8) == 0 {
            lag(random.u32(0..50_000));
        }
    }
    if random.bool() {
        stop.request();
        while let Ok(Some(run)) = reader.next(&stop) {
            reader.done(run);
        }
    }
}

#[test]
fn readers_get_every_byte_whatever_the_others_do() {
    let packed = short(60);
    for seed in 0..12 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut some = |most: u64| Duration::from_micros(random.u64(most / 20..most));
        let (together, patience, idle) = (some(5_000), some(20_000), some(300_000));
        let (window, passes) = (random.usize(1..9), random.usize(1..4));
        let look = Duration::from_millis(1);
        let relay = packed.relay(Limits { window, passes, together, patience, idle, look });
        thread::scope(|scope| {
            for number in 0..10 {
                let (packed, relay) = (&packed, &relay);
                let announced = random.bool().then(|| relay.announce());
                scope.spawn(move || read(packed, relay, announced, seed * 100 + number));
            }
        });
        let mut state = relay.0.state();
        while !state.passes.is_empty() {
            state = relay.0.wait(state);
        }
        assert_eq!((state.announced, state.queue.len()), (0, 0), "seed {seed}");
    }
}

#[test]
fn what_an_unpacker_needs_says_how_many_there_are() {
    let passes = |head: &[u8]| {
        let image = Image::from_reader(std::io::Cursor::new(head.to_vec()), &Options::default());
        Limits::of(&image.expect("packed")).passes
    };
    let xz = |preset| {
        let options = lzma_rust2::XzOptions::with_preset(preset);
        let mut packer = lzma_rust2::XzWriter::new(Vec::new(), options).expect("in memory");
        packer.write_all(&[7; 5000]).expect("in memory");
        packer.finish().expect("in memory")
    };
    assert_eq!([passes(&xz(1)), passes(&xz(6)), passes(&xz(9))], [4, 2, 1]);
}
