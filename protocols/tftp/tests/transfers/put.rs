//! Files that a client writes, over lines good and bad.

use std::time::Duration;

use proptest::prelude::*;
use tftp::{
    client::{Event as Heard, Failure as Lost, Habits, Put, To},
    receiver::{Failure, Limits, Push, Received, Receiver, Sink, State},
    server::Event,
    wire::Packet,
};

use crate::line::{Fate, Line, PORT, Side, Sight, file};

const CLIENTS: [Habits; 3] = [Habits::PLAIN, Habits::UBOOT_2023_01, Habits::UBOOT];
const SECOND: Duration = Duration::from_secs(1);

/// Where a file goes: between two times there is no room.
#[derive(Default)]
struct Basin {
    got: Vec<u8>,
    full: std::ops::Range<Duration>,
    now: Duration,
}

impl Sink for Basin {
    fn put(&mut self, data: &[u8]) -> Push {
        if self.full.contains(&self.now) && !self.got.is_empty() {
            return Push::Later;
        }
        self.got.extend_from_slice(data);
        Push::Taken
    }
}

#[derive(Debug)]
struct Outcome {
    got: Vec<u8>,
    client: Result<(), Lost>,
    server: State,
    failure: Option<Failure>,
    received: Received,
    packets: usize,
    took: Duration,
}

impl Outcome {
    #[track_caller]
    fn good(self, file: &[u8]) -> Self {
        assert_eq!((&self.client, self.server), (&Ok(()), State::Done), "{:?}", self.failure);
        assert!(self.got == file, "{} of {} bytes", self.got.len(), file.len());
        assert_eq!(self.received.bytes, file.len() as u64);
        self
    }
}

/// Carries out a transfer to the end of both sides.
fn put(
    bytes: &[u8],
    habits: Habits,
    full: std::ops::Range<Duration>,
    mut fate: impl FnMut(Sight<'_>) -> Fate,
) -> Outcome {
    let mut client = Put::new("file", bytes.len() as u64, habits);
    let mut server = Receiver::new(Limits::ethernet(bytes.len() as u64));
    let (mut line, mut basin) = (Line::new(&mut fate), Basin { full, ..Basin::default() });
    let mut now = Duration::ZERO;
    loop {
        let arrives = line.arrives();
        let room = (server.state() == State::Full).then_some(basin.full.end);
        let times = [arrives, client.deadline(), server.deadline(), room];
        let Some(time) = times.into_iter().flatten().min() else { break };
        now = now.max(time);
        basin.now = now;
        let mut said = Vec::new();
        if arrives.is_some_and(|arrives| arrives <= now) {
            let Some((side, packet)) = line.take() else { continue };
            match side {
                Side::Server => {
                    said = client.on(Heard::Packet { from: PORT, bytes: &packet }, now, bytes);
                }
                Side::Client => hear(&mut server, &packet, now, &mut basin),
            }
        } else {
            said = client.on(Heard::Time, now, bytes);
            server.on(Event::Time, now, &mut basin);
        }
        for (to, packet) in said {
            assert!(to == To::Server || to == To::Port(PORT));
            line.put(Side::Client, packet, now);
        }
        while let Some(packet) = server.transmit() {
            line.put(Side::Server, packet.to_vec(), now);
            server.transmitted();
        }
        assert!(now < Duration::from_secs(86_400), "it goes on and on");
    }
    Outcome {
        got: basin.got,
        client: client.outcome().expect("it is over").map_err(Clone::clone),
        server: server.state(),
        failure: server.failure().cloned(),
        received: server.received(),
        packets: line.count(),
        took: now,
    }
}

fn hear(server: &mut Receiver, bytes: &[u8], now: Duration, basin: &mut Basin) {
    match Packet::parse(bytes).expect("the client speaks TFTP") {
        Packet::Write(request) => {
            let event = Event::Request { options: &request.options, anew: false };
            server.on(event, now, basin);
        }
        _ => server.on(Event::Packet(bytes), now, basin),
    }
}

fn never() -> std::ops::Range<Duration> {
    Duration::ZERO..Duration::ZERO
}

fn pass(_: Sight<'_>) -> Fate {
    Fate::Pass
}

#[test]
fn every_length_comes() {
    for habits in CLIENTS {
        for block in [8, 512, 1468] {
            let habits = habits.with_blocks_of(block).with_window(16);
            for blocks in [0, 1, 2, 65] {
                let edge = blocks * usize::from(block);
                for length in [edge.saturating_sub(1), edge, edge + 1] {
                    let file = file(length);
                    let outcome = put(&file, habits, never(), pass).good(&file);
                    let received = outcome.received;
                    assert_eq!((received.block_size, received.repeated), (block, 0));
                    assert_eq!(received.blocks, (length / usize::from(block)) as u64 + 1);
                    // A request, its answer, and two packets for each block.
                    assert_eq!(outcome.packets as u64, 2 + 2 * received.blocks);
                }
            }
        }
    }
}

/// 0 follows 65535.
#[test]
fn the_numbers_of_blocks_wrap() {
    for habits in CLIENTS {
        let habits = habits.with_blocks_of(8);
        for length in [65_535 * 8 - 1, 65_535 * 8, 65_536 * 8, 65_536 * 8 + 1, 140_000 * 8 + 3] {
            let file = file(length);
            let outcome = put(&file, habits, never(), pass).good(&file);
            assert_eq!(outcome.received.blocks, length as u64 / 8 + 1);
        }
    }
}

/// U-Boot sends its block again every time that its timeout has passed since the last one, whatever came.
#[test]
fn a_long_transfer_has_copies_and_they_cost_nothing() {
    let file = file(64 * 100_000);
    let mut habits = Habits::UBOOT.with_blocks_of(64);
    habits.timeout = SECOND;
    let outcome = put(&file, habits, never(), pass).good(&file);
    let (repeated, packets) = (outcome.received.repeated, outcome.packets as u64);
    assert!(repeated + 2 >= outcome.took.as_secs() && repeated > 10, "{repeated}");
    assert_eq!(packets, 2 + 2 * outcome.received.blocks + repeated, "copies are not answered");
}

#[test]
fn a_client_waits_for_room() {
    for habits in CLIENTS {
        let file = file(100_000);
        let full = Duration::from_millis(3)..40 * SECOND;
        let outcome = put(&file, habits.with_blocks_of(512), full, pass).good(&file);
        assert!(outcome.took >= 40 * SECOND && outcome.took < 47 * SECOND, "{:?}", outcome.took);
    }
}

/// Every packet of a transfer lost, doubled, or late.
#[test]
fn one_fault_anywhere_brings_the_file() {
    let fates = [
        Fate::Lose,
        Fate::Double,
        Fate::Late(Duration::from_millis(1)),
        Fate::Late(Duration::from_millis(60)),
        Fate::Late(Duration::from_millis(5001)),
        Fate::Late(17 * SECOND),
    ];
    for habits in CLIENTS {
        for length in [0, 7, 8, 100] {
            let file = file(length);
            let habits = habits.with_blocks_of(8);
            let packets = put(&file, habits, never(), pass).packets;
            for (at, fate) in (0..packets).flat_map(|at| fates.map(|fate| (at, fate))) {
                let outcome = put(&file, habits, never(), |sight| match sight.n == at {
                    true => fate,
                    false => Fate::Pass,
                });
                let what = format!("{at} {fate:?} {length} {habits:?} {outcome:?}");
                assert!(outcome.got == file && outcome.server == State::Done, "{what}");
                // An OACK that comes twice takes U-Boot past the end of a file of one block: it sends what follows it.
                let lost = at == 1 && fate == Fate::Double && length < 8 && !habits.writes_strictly;
                assert_eq!(outcome.client.is_err(), lost, "{what}");
                assert!(lost || outcome.took < 23 * SECOND, "{what}");
            }
        }
    }
}

/// A copy is answered once at most, so that no delay can double the traffic (the Sorcerer's Apprentice).
#[test]
fn doubled_packets_stay_single() {
    let file = file(3000);
    for habits in CLIENTS {
        let habits = habits.with_blocks_of(8);
        let packets = put(&file, habits, never(), pass).packets;
        let outcome = put(&file, habits, never(), |_| Fate::Double).good(&file);
        assert!(outcome.packets <= packets + 2, "{} {packets}", outcome.packets);
    }
}

/// The end is lost again and again, and answered as often as it comes.
#[test]
fn the_last_acknowledgement_may_be_lost() {
    let file = file(20);
    for habits in CLIENTS {
        let mut lost = 0;
        let outcome =
            put(&file, habits.with_blocks_of(8), never(), |Sight { side, bytes, .. }| {
                let last = side == Side::Server && bytes == [0, 4, 0, 3];
                lost += usize::from(last);
                if last && lost < 9 { Fate::Lose } else { Fate::Pass }
            });
        assert_eq!(outcome.good(&file).received.repeated, 8);
    }
}

#[test]
fn a_client_that_falls_silent_is_given_up() {
    let file = file(100);
    for from in 1..10 {
        let outcome =
            put(&file, Habits::UBOOT.with_blocks_of(8), never(), |Sight { n, side, .. }| {
                if side == Side::Client && n >= from { Fate::Lose } else { Fate::Pass }
            });
        assert!(matches!(outcome.failure, Some(Failure::Silent { .. })), "{outcome:?}");
        assert!(matches!(outcome.client, Err(Lost::Refused { .. })), "{:?}", outcome.client);
        assert!(outcome.took < 40 * SECOND);
    }
}

proptest! {
    /// A bad line. A client with U-Boot's habits takes any acknowledgement for the last one, so its word that all has gone is
    /// no proof. What has come is never wrong, and this side knows whether it is whole.
    #[test]
    fn a_bad_line_brings_nothing_wrong(
        which in 0usize..3,
        fates in prop::collection::vec(
            prop_oneof![
                90 => Just(Fate::Pass),
                6 => Just(Fate::Lose),
                2 => Just(Fate::Double),
                2 => (1u64..20_000).prop_map(|micros| Fate::Late(Duration::from_micros(micros))),
            ],
            50..400,
        ),
        length in 0usize..3000,
    ) {
        let (file, habits) = (file(length), CLIENTS[which].with_blocks_of(8));
        let outcome = put(&file, habits, never(), |sight| fates[sight.n % fates.len()]);
        prop_assert!(file.starts_with(&outcome.got));
        if outcome.server == State::Done {
            prop_assert!(outcome.got == file);
        }
        if habits.writes_strictly {
            outcome.good(&file);
        }
    }
}
