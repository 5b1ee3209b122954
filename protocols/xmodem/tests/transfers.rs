//! Sender against receiver on a modelled line: every family of receivers, every kind of damage, and no waiting.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it reports to whoever runs it")]

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use link::{
    ByteLink, Silent,
    line::Line,
    noise::{Damage, Noise},
    serial::{Said, SerialDevice, Utterances},
};
use proptest::prelude::*;
use xmodem::{
    Action, Event, Failure, Heard, Manner, Profile, Receiver, Sender,
    drive::{Error, File, Sent, Text, send},
    wire::{ACK, FileInfo, PAD},
};

/// What a receiver at the end of a line has got.
#[derive(Default)]
struct Got {
    files: Vec<(Option<FileInfo>, Vec<u8>)>,
    end: Option<Result<(), Failure>>,
}

/// A receiver as a device.
struct Peer {
    receiver: Receiver,
    out: Utterances,
    got: Arc<Mutex<Got>>,
    /// Said at power-on, and when each piece is said.
    banner: Vec<(u64, &'static [u8])>,
    /// A byte that nobody sent, and when it comes.
    stray: Option<(Duration, u8)>,
    baud: u32,
}

impl Peer {
    fn tell(&mut self, event: Event, now: Duration) {
        let reply = self.receiver.on(event, now);
        self.out.say(now, &reply.send);
        let mut got = self.got.lock().expect("nobody panicked");
        for heard in reply.heard {
            match heard {
                Heard::File(info) => got.files.push((Some(info), Vec::new())),
                Heard::Data(data) => {
                    if got.files.is_empty() {
                        got.files.push((None, Vec::new()));
                    }
                    got.files.last_mut().expect("a file").1.extend(data);
                }
                Heard::End => got.end = Some(Ok(())),
                Heard::Failed(failure) => got.end = Some(Err(failure)),
            }
        }
    }
}

impl SerialDevice for Peer {
    fn receive(&mut self, bytes: &[u8], now: Duration) {
        bytes.iter().for_each(|byte| self.tell(Event::Byte(*byte), now));
    }

    fn next(&mut self, now: Duration) -> Said {
        if let Some((at, text)) = self.banner.first().copied() {
            if now < Duration::from_millis(at) {
                return Said::Until(Duration::from_millis(at));
            }
            self.banner.remove(0);
            self.out.say(now, text);
        }
        if let Some((_, byte)) = self.stray.take_if(|(at, _)| *at <= now) {
            self.out.say(now, &[byte]);
        }
        self.tell(Event::Time, now);
        let stray = self.stray.map(|(at, _)| at);
        match (self.out.next(now), self.receiver.deadline().into_iter().chain(stray).min()) {
            (Said::Nothing, Some(time)) => Said::Until(time),
            (said, _) => said,
        }
    }

    fn baud(&self) -> u32 {
        self.baud
    }

    fn reset(&mut self, _: Duration) {}
}

impl Peer {
    fn new(receiver: Receiver, baud: u32) -> (Self, Arc<Mutex<Got>>) {
        let got = Arc::default();
        let (out, banner) = (Utterances::default(), Vec::new());
        (Self { receiver, out, got: Arc::clone(&got), banner, stray: None, baud }, got)
    }
}

fn line(receiver: Receiver, baud: u32) -> (Line, Arc<Mutex<Got>>) {
    let (peer, got) = Peer::new(receiver, baud);
    (Line::new(Box::new(peer), baud), got)
}

fn image(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i * 31 + i / 251) as u8).collect()
}

const PATIENCE: Duration = Duration::from_secs(90);

fn send_one(line: &mut Line, profile: Profile, batch: bool, data: &[u8]) -> Result<Sent, Error> {
    let size = data.len() as u64;
    let mut sender = match batch {
        true => Sender::ymodem(profile, vec![size], PATIENCE),
        false => Sender::xmodem(profile, size, PATIENCE),
    };
    let mut source = data;
    let mut files = [File { name: "image.bin".into(), source: &mut source }];
    send(line, &mut sender, &mut files, &mut Text::default(), &mut Silent)
}

/// Every receiver with the profile that is made for it, and the rate it runs at.
const PAIRS: [(Manner, Profile, u32); 6] = [
    (Manner::PLAIN, Profile::PLAIN, 115_200),
    (Manner::LRZSZ, Profile::LRZSZ, 115_200),
    (Manner::JH7110_ROM, Profile::JH7110_ROM, 115_200),
    (Manner::JH7110_AGENT, Profile::JH7110_AGENT, 115_200),
    (Manner::JH7100, Profile::JH7100, 9600),
    (Manner::UBOOT, Profile::UBOOT, 115_200),
];

/// Whether a receiver of unknown length got this, padded.
fn is_padded(got: &[u8], data: &[u8]) -> bool {
    got.len() >= data.len()
        && got.len() < data.len() + 1024
        && got[..data.len()] == *data
        && got[data.len()..].iter().all(|byte| *byte == PAD)
}

#[test]
fn every_receiver_gets_what_was_sent() {
    for (manner, profile, baud) in PAIRS {
        for length in [1, 127, 128, 129, 1023, 1024, 1025, 5000, 300_000] {
            let data = image(length);
            let (mut line, got) = line(Receiver::xmodem(manner), baud);
            let sent = send_one(&mut line, profile, false, &data);
            assert!(
                matches!(sent, Ok(Sent { confirmed: true })),
                "{} {length}: {sent:?}",
                profile.name
            );
            assert!(
                is_padded(&got.lock().expect("nobody panicked").files[0].1, &data),
                "{} {length}",
                profile.name
            );
        }
    }
}

#[test]
fn every_receiver_gets_a_batch() {
    for (manner, profile, baud) in PAIRS {
        let (first, second) = (image(3000), image(0));
        let (mut line, got) = line(Receiver::ymodem(manner), baud);
        let mut sender = Sender::ymodem(profile, vec![3000, 0], PATIENCE);
        let (mut one, mut two) = (&first[..], &second[..]);
        let mut files = [
            File { name: "one".into(), source: &mut one },
            File { name: "two".into(), source: &mut two },
        ];
        let sent = send(&mut line, &mut sender, &mut files, &mut Text::default(), &mut Silent);
        assert!(matches!(sent, Ok(Sent { confirmed: true })), "{}: {sent:?}", profile.name);
        let got = got.lock().expect("nobody panicked");
        let name = |index: usize| got.files[index].0.clone().expect("announced").name;
        assert_eq!((name(0), name(1)), ("one".into(), "two".into()), "{}", profile.name);
        assert_eq!((&got.files[0].1, &got.files[1].1), (&first, &second), "{}", profile.name);
        assert_eq!(got.end, Some(Ok(())));
    }
}

#[test]
fn a_receiver_that_wants_sums_gets_them() {
    let (mut line, got) = line(Receiver::xmodem(Manner::PLAIN).with_sums(), 115_200);
    let data = image(2000);
    send_one(&mut line, Profile::PLAIN, false, &data).expect("it arrives");
    assert!(is_padded(&got.lock().expect("nobody panicked").files[0].1, &data));
}

/// The JH7110 says its banner twice, with polls between: none of the letters in it is a start.
#[test]
fn a_banner_is_not_a_start() {
    for second in [40, 260, 700, 1500] {
        let data = image(5000);
        let (mut peer, got) = Peer::new(Receiver::xmodem(Manner::JH7110_ROM), 115_200);
        peer.banner = vec![(20, b"\r\n(C)StarFive\r\n"), (second, b"\r\n(C)StarFive\r\n")];
        let mut line = Line::new(Box::new(peer), 115_200);
        let sent = send_one(&mut line, Profile::JH7110_ROM, false, &data);
        assert!(sent.is_ok(), "{second}: {sent:?}");
        assert!(is_padded(&got.lock().expect("nobody panicked").files[0].1, &data));
        // Five long blocks and EOT, each once: nothing was sent into a banner and then again.
        let once = line.counts().sent == 5 * 1029 + 1;
        assert!(once || second > 500, "{second}: {} bytes", line.counts().sent);
    }
}

/// The same at the machine itself: the first frame goes out after the fifth poll in a row and not before.
#[test]
fn nothing_is_sent_before_the_polls_that_follow_the_last_banner() {
    let mut sender = Sender::xmodem(Profile::JH7110_ROM, 5000, PATIENCE);
    let mut now = Duration::ZERO;
    sender.on(Event::Time, now);
    let said = b"\r\n(C)StarFive\r\nCCC\r\n(C)StarFive\r\nCCCCC";
    for (index, byte) in said.iter().enumerate() {
        now += if *byte == b'C' { Duration::from_millis(130) } else { Duration::from_micros(87) };
        let action = sender.on(Event::Byte(*byte), now);
        let sends = matches!(action, Action::Send(_));
        assert_eq!(sends, index + 1 == said.len(), "at {index}: {action:?}");
    }
}

/// A doubled answer comes one byte after the first, which takes twelve times as long at 9600 baud.
#[test]
fn the_next_frame_waits_for_two_and_a_half_bytes() {
    for (baud, least) in [(9600, 2600), (115_200, 217), (1_500_000, 200)] {
        let ms = Duration::from_millis;
        let mut sender = Sender::xmodem(Profile::UBOOT, 5000, PATIENCE);
        sender.at(baud);
        sender.on(Event::Time, ms(0));
        sender.on(Event::Byte(b'C'), ms(400));
        sender.on(Event::Sent, ms(2000));
        let Action::Wait(until) = sender.on(Event::Byte(ACK), ms(2010)) else { panic!("{baud}") };
        let micros = (until - ms(2010)).as_micros();
        assert!((least..least + 10).contains(&micros), "{baud}: {micros} us");
    }
}

/// The modelled line has no latency: what is lost is the settling and the start.
#[test]
fn long_blocks_reach_the_rate_of_the_line() {
    let data = image(1 << 20);
    let (mut line, _) = line(Receiver::xmodem(Manner::JH7110_ROM), 115_200);
    let mut sender = Sender::xmodem(Profile::JH7110_ROM, data.len() as u64, PATIENCE);
    let mut source = &data[..];
    send(
        &mut line,
        &mut sender,
        &mut [File { name: String::new(), source: &mut source }],
        &mut Text::default(),
        &mut Silent,
    )
    .expect("it arrives");
    let rate = data.len() as f64 / line.wire.now().as_secs_f64();
    assert!(rate > 0.97 * 11_453.0, "{rate} B/s");
}

#[test]
fn nobody_there_is_an_error_after_the_patience() {
    let manner = Manner { poll: Duration::from_secs(100_000), polls: 0, ..Manner::PLAIN };
    let mut receiver = Receiver::xmodem(manner);
    // Gives up at once, with three CANs that are no start either.
    receiver.on(Event::Time, Duration::ZERO);
    let (mut line, _) = line(receiver, 115_200);
    let sent = send_one(&mut line, Profile::UBOOT, false, &image(100));
    assert!(matches!(sent, Err(Error::Failed(Failure::NoStart))), "{sent:?}");
    assert!(line.wire.now() < PATIENCE + Duration::from_secs(2), "{:?}", line.wire.now());
}

#[test]
fn a_stop_takes_effect_between_two_blocks_and_the_receiver_is_told() {
    let (mut line, got) = line(Receiver::xmodem(Manner::JH7110_ROM), 115_200);
    line.stop = Some(Duration::from_secs(4));
    let sent = send_one(&mut line, Profile::JH7110_ROM, false, &image(200_000));
    assert!(matches!(sent, Err(Error::Line(link::LineError::Stopped))), "{sent:?}");
    assert_eq!(got.lock().expect("nobody panicked").end, Some(Err(Failure::Cancelled)));
    let taken = got.lock().expect("nobody panicked").files[0].1.clone();
    assert_eq!(taken[..], image(200_000)[..taken.len()]);
}

/// One block in a hundred is damaged, as are the answers.
#[test]
fn a_hundred_transfers_of_a_hundred_arrive_with_one_percent_of_blocks_damaged() {
    for (manner, profile, baud) in PAIRS {
        let (data, mut damaged) = (image(60_000), 0);
        for seed in 0..100 {
            let (mut line, got) = line(Receiver::ymodem(manner), baud);
            // 1029 bytes at ten in a million: 1.03 % of the blocks.
            line.wire.to_device = Noise::random(seed, 10);
            let sent = send_one(&mut line, profile, true, &data);
            assert!(sent.is_ok(), "{} seed {seed}: {sent:?}", profile.name);
            assert!(
                got.lock().expect("nobody panicked").files[0].1 == data,
                "{} seed {seed}",
                profile.name
            );
            damaged += u32::from(line.counts().sent > 62_000);
        }
        assert!(damaged > 10, "{}: the noise did nothing ({damaged})", profile.name);
    }
}

/// What may come of a transfer, by what the receiver has: all of it, or an error.
fn judge(sent: &Result<Sent, Error>, got: &Got, data: &[u8]) -> Result<(), String> {
    let whole = got.files.first().is_some_and(|file| is_padded(&file.1, data));
    match sent {
        Ok(Sent { .. }) if !whole => Err("taken for good, and it is not".into()),
        _ => Ok(()),
    }
}

/// The bytes of the file that the test of damaged bytes sends.
const DAMAGED: usize = 2300;

/// Whether a byte on its way to the receiver is data of a block, and neither its head nor its check.
fn is_inside(place: u64, profile: Profile, batch: bool) -> bool {
    let data = if profile.long_blocks { 1024 } else { 128 };
    let (block, count) = (data + 5, (DAMAGED as u64).div_ceil(data));
    let header = if batch { 133 } else { 0 };
    let place = place.checked_sub(header).filter(|place| *place < block * count);
    place.is_some_and(|place| (3..3 + data).contains(&(place % block)))
}

/// Every byte of a short transfer is lost, doubled and replaced in turn, in both directions; of the insides of blocks every
/// 61st stands for the others.
#[test]
fn a_damaged_byte_anywhere_costs_time_or_an_error_and_never_the_file() {
    let data = image(DAMAGED);
    let mut failed = 0;
    let mut tried = 0;
    for (manner, profile, baud) in PAIRS {
        for batch in [false, true] {
            let receiver =
                || if batch { Receiver::ymodem(manner) } else { Receiver::xmodem(manner) };
            let (mut clean, _) = line(receiver(), baud);
            send_one(&mut clean, profile, batch, &data).expect("nothing is in the way");
            let (out, back) = (clean.wire.to_device.count(), clean.wire.to_host.count());
            let ours =
                (0..out).filter(|&place| place % 61 == 0 || !is_inside(place, profile, batch));
            let places =
                ours.map(|place| (true, place)).chain((0..back).map(|place| (false, place)));
            for (to_device, place) in places {
                for damage in
                    [Damage::Lost, Damage::Doubled, Damage::Flipped(0x12), Damage::Flipped(0xff)]
                {
                    let (mut line, got) = line(receiver(), baud);
                    let noise = Noise::at(place, damage);
                    if to_device {
                        line.wire.to_device = noise
                    } else {
                        line.wire.to_host = noise
                    }
                    let sent = send_one(&mut line, profile, batch, &data);
                    let context = format!(
                        "{} batch {batch} to device {to_device} {place} {damage:?}",
                        profile.name
                    );
                    judge(&sent, &got.lock().expect("nobody panicked"), &data)
                        .unwrap_or_else(|why| panic!("{context}: {why} {sent:?}"));
                    assert!(
                        line.wire.now() < Duration::from_secs(240),
                        "{context}: {:?}",
                        line.wire.now()
                    );
                    tried += 1;
                    if let Err(error) = sent {
                        failed += 1;
                        println!("{context}: {error}");
                    }
                }
            }
        }
    }
    println!("{failed} of {tried} ended in an error");
    assert!(failed * 50 < tried, "{failed} of {tried} ended in an error");
}

/// A stray ACK at any time puts the sender one answer ahead until the end; and the last block is damaged. Its refusal
/// must not be taken for EOT's.
#[test]
fn a_sender_that_is_one_answer_ahead_still_hears_that_the_last_block_is_refused() {
    for (manner, profile, baud) in PAIRS {
        for batch in [false, true] {
            let data = image(if profile.long_blocks { 3000 } else { 300 });
            let receiver =
                || if batch { Receiver::ymodem(manner) } else { Receiver::xmodem(manner) };
            let (mut clean, _) = line(receiver(), baud);
            send_one(&mut clean, profile, batch, &data).expect("nothing is in the way");
            let end = clean.wire.now().as_millis() as u64;
            // EOT comes after it, and a batch's empty block 0.
            let last = clean.counts().sent - if batch { 1 + 133 } else { 1 } - 50;
            let (mut arrived, mut tried) = (0, 0);
            for damage in [Damage::Flipped(1), Damage::Lost, Damage::Doubled] {
                for at in (0..end).step_by(11) {
                    let (mut peer, got) = Peer::new(receiver(), baud);
                    peer.stray = Some((Duration::from_millis(at), ACK));
                    let mut line = Line::new(Box::new(peer), baud);
                    line.wire.to_device = Noise::at(last, damage);
                    let sent = send_one(&mut line, profile, batch, &data);
                    judge(&sent, &got.lock().expect("nobody panicked"), &data).unwrap_or_else(
                        |why| panic!("{} {batch} {damage:?} {at} ms: {why}", profile.name),
                    );
                    arrived += u32::from(sent.is_ok());
                    tried += 1;
                }
            }
            println!("{} {batch}: {arrived} of {tried}", profile.name);
            assert!(arrived * 10 > tried * 9, "{}: {arrived} of {tried}", profile.name);
        }
    }
}

/// A receiver that purges what came while it asked for the next file has lost the batch's end, and asks again 11 s later,
/// as lrzsz does (traced): a sender that has left by then would leave it waiting.
#[test]
fn a_batchs_end_that_was_lost_is_sent_again_when_it_is_asked_for() {
    let manner = Manner { poll: Duration::from_secs(11), ..Manner::LRZSZ };
    for profile in [Profile::PLAIN, Profile::LRZSZ] {
        let data = image(3000);
        let (mut clean, _) = line(Receiver::ymodem(manner), 115_200);
        send_one(&mut clean, profile, true, &data).expect("nothing is in the way");
        let (mut line, got) = line(Receiver::ymodem(manner), 115_200);
        // A frame without its first byte is none.
        line.wire.to_device = Noise::at(clean.counts().sent - 133, Damage::Lost);
        let sent = send_one(&mut line, profile, true, &data).expect("it is asked for again");
        assert!(sent.confirmed);
        assert_eq!(line.counts().sent, clean.counts().sent + 133, "the end, twice");
        assert_eq!(got.lock().expect("nobody panicked").end, Some(Ok(())));
    }
}

/// The block that the agent never takes for a duplicate.
#[test]
fn the_agents_bug_at_block_255_is_an_error_and_no_hang() {
    let data = image(300 * 128);
    let profile = Profile::JH7110_AGENT.short_blocks();
    // Its answer is the 255th ACK; before it come the polls.
    let mut outcomes = Vec::new();
    for place in 255..275 {
        let (mut line, got) = line(Receiver::xmodem(Manner::JH7110_AGENT), 115_200);
        line.wire.to_host = Noise::at(place, Damage::Lost);
        let sent = send_one(&mut line, profile, false, &data);
        judge(&sent, &got.lock().expect("nobody panicked"), &data).expect("never a wrong file");
        assert!(line.wire.now() < Duration::from_secs(200), "{:?}", line.wire.now());
        outcomes.push(sent.is_ok());
    }
    assert!(
        outcomes.contains(&true) && outcomes.iter().filter(|ok| !**ok).count() <= 1,
        "{outcomes:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Far more noise than any cable has: whatever comes of it, it is no wrong file, and it ends.
    #[test]
    fn heavy_noise_never_makes_a_wrong_file(seed: u64, rate in 0u32..3000, pair in 0usize..PAIRS.len(), length in 1usize..9000) {
        let (manner, profile, baud) = PAIRS[pair];
        let data = image(length);
        let (mut line, got) = line(Receiver::ymodem(manner), baud);
        line.wire.to_device = Noise::random(seed, rate);
        line.wire.to_host = Noise::random(!seed, rate);
        let sent = send_one(&mut line, profile, true, &data);
        prop_assert!(judge(&sent, &got.lock().expect("nobody panicked"), &data).is_ok());
        prop_assert!(line.wire.now() < Duration::from_secs(3600));
    }

    #[test]
    fn any_bytes_at_all_end_in_bounded_time(bytes in prop::collection::vec(any::<u8>(), 0..3000)) {
        let mut receiver = Receiver::ymodem(Manner::UBOOT);
        let mut sender = Sender::ymodem(Profile::JH7110_ROM, vec![5000], PATIENCE);
        for (index, byte) in bytes.iter().enumerate() {
            let now = Duration::from_millis(index as u64 * 3);
            let _ = receiver.on(Event::Byte(*byte), now);
            let _ = sender.on(Event::Byte(*byte), now);
        }
    }
}
