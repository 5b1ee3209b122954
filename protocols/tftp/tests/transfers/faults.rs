//! Packets that get lost, come twice, or come late.

use std::{collections::VecDeque, time::Duration};

use proptest::prelude::*;
use tftp::{client::Habits, server::State};

use crate::line::{Fate, Outcome, Side, Sight, Stream, file, transfer};

const LATE: Duration = Duration::from_millis(3);
const CLIENTS: [Habits; 2] = [Habits::UBOOT_2023_01, Habits::UBOOT];

fn once(file: &[u8], habits: Habits, which: usize, fate: Fate) -> Outcome {
    transfer(Stream::whole(file), habits, |sight| if sight.n == which { fate } else { Fate::Pass })
}

/// Every packet of a transfer, one after the other.
#[test]
fn every_packet_may_be_lost_doubled_or_late() {
    for habits in CLIENTS {
        for window in [1, 2, 4, 16] {
            let habits = habits.with_blocks_of(8).with_window(window);
            let blocks = usize::from(window) * 5;
            for length in [blocks * 8 - 1, blocks * 8, blocks * 8 + 9] {
                let file = file(length);
                let packets = once(&file, habits, usize::MAX, Fate::Pass).good(&file).packets;
                for which in 0..packets {
                    for fate in [Fate::Lose, Fate::Double, Fate::Late(LATE), Fate::Late(LATE / 100)]
                    {
                        let outcome = once(&file, habits, which, fate).good(&file);
                        check_one(&outcome, habits, which, fate);
                    }
                }
            }
        }
    }
}

/// One fault costs little: at most a client's own timeout, and some windows that are sent twice. The timeout is the price of
/// a lost acknowledgement where a client does not answer old blocks; where it does, a reordered block costs more windows.
fn check_one(outcome: &Outcome, habits: Habits, which: usize, fate: Fate) {
    let window = u64::from(habits.window_size.unwrap_or(1));
    let what = || format!("{which} {fate:?} {habits:?}: {:?} {:?}", outcome.sent, outcome.took);
    let unconfirmed = outcome.server != State::Done;
    assert!(outcome.took < Duration::from_secs(if unconfirmed { 40 } else { 6 }), "{}", what());
    let again = match habits.answers_old_blocks {
        _ if unconfirmed || window == 1 => 13,
        false => 5,
        true => 5,
    };
    assert!(outcome.sent.resent <= again * window, "{}", what());
    if fate == Fate::Double && window == 1 {
        assert_eq!(outcome.sent.resent, 0, "{}", what());
    }
}

/// The Sorcerer's Apprentice: acknowledgements that come twice must not double what is sent.
#[test]
fn doubled_acknowledgements_send_nothing_twice() {
    for habits in CLIENTS {
        for window in [1, 4, 64] {
            let habits = habits.with_blocks_of(512).with_window(window);
            let file = file(300_000);
            let outcome = transfer(Stream::whole(&file), habits, |sight| match sight.side {
                Side::Client => Fate::Double,
                Side::Server => Fate::Pass,
            });
            assert_eq!(outcome.good(&file).blocks, 300_000 / 512 + 1);
        }
    }
}

#[test]
fn doubled_blocks_are_not_sent_again() {
    let file = file(300_000);
    for (window, habits) in [(1, CLIENTS[0]), (1, CLIENTS[1]), (4, CLIENTS[1]), (64, CLIENTS[1])] {
        let habits = habits.with_blocks_of(512).with_window(window);
        let outcome = transfer(Stream::whole(&file), habits, |_| Fate::Double).good(&file);
        assert_eq!(outcome.sent.resent, 0, "window {window}");
    }
}

/// A client that answers each block that comes twice, as if the next one was missing: the traffic may double, and does
/// not grow any further.
#[test]
fn a_client_that_answers_old_blocks_costs_no_more_than_it_asks_for() {
    let file = file(300_000);
    for window in [2, 4, 16] {
        let habits = Habits::UBOOT_2023_01.with_blocks_of(512).with_window(window);
        // One block, near the beginning.
        let outcome = once(&file, habits, 12, Fate::Double).good(&file);
        assert!(outcome.sent.resent <= 3 * u64::from(window), "{:?}", outcome.sent);
    }
}

/// The whole window, the end of it, its beginning, and what is said about it.
#[test]
fn holes_are_mended() {
    let file = file(200_000);
    for habits in CLIENTS {
        for window in [4, 16, 64] {
            let habits = habits.with_blocks_of(512).with_window(window);
            for from in [3, 5, 30, 100] {
                for holes in [1, 2, 3, 10, 20] {
                    let lost = from..from + holes;
                    let outcome = transfer(Stream::whole(&file), habits, |sight| {
                        if lost.contains(&sight.n) { Fate::Lose } else { Fate::Pass }
                    });
                    let outcome = outcome.good(&file);
                    let what = format!(
                        "{from} {holes} window {window}: {:?} {:?}",
                        outcome.sent, outcome.took
                    );
                    assert!(outcome.took < Duration::from_secs(45), "{what}");
                    assert!(outcome.sent.resent < 1200, "{what}");
                }
            }
        }
    }
}

/// U-Boot does not report gaps in the upper half of the numbers.
#[test]
fn faults_around_the_wrap_are_mended() {
    let length = 66_000 * 8;
    let file = file(length);
    for habits in CLIENTS {
        for window in [1, 16] {
            let habits = habits.with_blocks_of(8).with_window(window);
            for block in [32_767u16, 32_768, 32_769, 50_000, 65_534, 65_535, 0, 1, 2, 17] {
                for (side, fate) in [
                    (Side::Server, Fate::Lose),
                    (Side::Server, Fate::Double),
                    (Side::Server, Fate::Late(LATE)),
                    (Side::Client, Fate::Lose),
                    (Side::Client, Fate::Double),
                ] {
                    let mut seen = 0;
                    let outcome = transfer(
                        Stream::whole(&file),
                        habits,
                        |Sight { side: from, bytes, .. }| {
                            let hit =
                                from == side && bytes[2..4] == block.to_be_bytes() && bytes[1] != 6;
                            seen += u32::from(hit);
                            // The numbers 1, 2 and 17 come twice: those after the wrap are meant.
                            let turn = if (1..100).contains(&block) { 2 } else { 1 };
                            if hit && seen == turn { fate } else { Fate::Pass }
                        },
                    );
                    let outcome = outcome.good(&file);
                    assert!(
                        outcome.sent.resent <= 40 * u64::from(window),
                        "{block} {fate:?} {:?}",
                        outcome.sent
                    );
                }
            }
        }
    }
}

/// A network card with room for a few packets, of a processor that takes twice as long for one as the line does.
#[test]
fn a_card_that_drops_what_comes_too_fast_still_gets_its_file() {
    let (file, each) = (file(1_000_000), Duration::from_micros(24));
    for habits in CLIENTS {
        for (room, window) in [(4, 4), (4, 8), (8, 16), (8, 64), (16, 64)] {
            let habits = habits.with_blocks_of(1468).with_window(window);
            let mut held = VecDeque::new();
            let outcome = transfer(Stream::whole(&file), habits, |sight| {
                if sight.side == Side::Client {
                    return Fate::Pass;
                }
                held.retain(|done| *done > sight.arrives);
                if held.len() == room {
                    return Fate::Lose;
                }
                let done = held.back().map_or(sight.arrives, |done| *done) + each;
                held.push_back(done);
                Fate::Late(done - sight.arrives)
            });
            let outcome = outcome.good(&file);
            let (took, sent) = (outcome.took, outcome.sent);
            assert!(took < Duration::from_secs(1), "{room} {window}: {took:?} {sent:?}");
        }
    }
}

fn fates(bad: u32) -> impl Strategy<Value = Vec<Fate>> {
    let fate = prop_oneof![
        100 - bad => Just(Fate::Pass),
        bad => prop_oneof![
            3 => Just(Fate::Lose),
            1 => Just(Fate::Double),
            1 => (1u64..20_000).prop_map(|micros| Fate::Late(Duration::from_micros(micros))),
        ],
    ];
    prop::collection::vec(fate, 50..400)
}

fn habits() -> impl Strategy<Value = Habits> {
    (0usize..2, 8u16..64, prop_oneof![Just(1u16), 2u16..65])
        .prop_map(|(which, block, window)| CLIENTS[which].with_blocks_of(block).with_window(window))
}

proptest! {
    /// A bad line: the file arrives.
    #[test]
    fn a_bad_line_brings_the_file(habits in habits(), fates in fates(4), length in 0usize..6000) {
        let file = file(length);
        let next = |sight: Sight<'_>| fates[sight.n % fates.len()];
        let outcome = transfer(Stream::whole(&file), habits, next);
        if outcome.client.is_ok() {
            outcome.good(&file);
        } else {
            // U-Boot 2023.01 bears ten silences for a whole file.
            prop_assert!(!habits.forgives, "{outcome:?}");
            prop_assert!(file.starts_with(&outcome.got));
        }
    }

    /// A terrible line: it arrives, or both sides know that it did not. What has arrived is never wrong.
    #[test]
    fn a_terrible_line_brings_nothing_wrong(habits in habits(), fates in fates(50), length in 0usize..6000) {
        let file = file(length);
        let next = |sight: Sight<'_>| fates[sight.n % fates.len()];
        let outcome = transfer(Stream::whole(&file), habits, next);
        prop_assert!(file.starts_with(&outcome.got));
        if outcome.server == State::Done {
            prop_assert!(outcome.client.is_ok());
        }
        if outcome.client.is_ok() {
            prop_assert_eq!(outcome.got.len(), length);
        }
    }
}
