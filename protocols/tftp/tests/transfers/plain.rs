//! Files of every length, over a line that is sound.

use std::time::Duration;

use tftp::{
    client::{Failure as Lost, Habits},
    server::{FINAL, Failure, State},
};

use crate::line::{Fate, Side, Sight, Stream, file, transfer};

const CLIENTS: [Habits; 3] = [Habits::PLAIN, Habits::UBOOT_2023_01, Habits::UBOOT];

fn pass(_: Sight<'_>) -> Fate {
    Fate::Pass
}

/// Lengths around the edges of blocks and windows.
fn lengths(block: usize, window: usize) -> Vec<usize> {
    let edges = [0, block, 2 * block, window * block, 2 * window * block, 3 * window * block];
    let mut all: Vec<_> =
        edges.into_iter().flat_map(|edge| [edge.saturating_sub(1), edge, edge + 1]).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[test]
fn every_length_arrives_with_every_window() {
    for habits in CLIENTS {
        for window in [1, 2, 3, 16, 64] {
            for block in [8, 512, 1468] {
                let habits = habits.with_blocks_of(block).with_window(window);
                for length in lengths(block.into(), window.into()) {
                    let file = file(length);
                    let outcome = transfer(Stream::whole(&file), habits, pass).good(&file);
                    assert_eq!(outcome.blocks, length as u64 / u64::from(block) + 1);
                    let sent = outcome.sent;
                    assert_eq!((sent.block_size, sent.window_size), (block, window));
                    assert_eq!((sent.resent, sent.timeouts, sent.strays), (0, 0, 0));
                    assert_eq!(sent.bytes, length as u64);
                }
            }
        }
    }
}

#[test]
fn a_client_without_options_has_its_file() {
    for length in lengths(512, 1) {
        let file = file(length);
        let outcome = transfer(Stream::whole(&file), Habits::PLAIN, pass).good(&file);
        assert_eq!((outcome.sent.block_size, outcome.sent.window_size), (512, 1));
        // A request, and an acknowledgement for each block.
        assert_eq!(outcome.packets as u64, 1 + 2 * outcome.blocks);
    }
}

#[test]
fn more_than_the_server_gives_is_not_taken() {
    let file = file(300_000);
    let habits = Habits::UBOOT.with_blocks_of(9000).with_window(1000);
    let outcome = transfer(Stream::whole(&file), habits, pass).good(&file);
    assert_eq!((outcome.sent.block_size, outcome.sent.window_size), (1468, 64));
}

/// 0 follows 65535.
#[test]
fn the_numbers_of_blocks_wrap() {
    for (window, habits) in
        [(1, Habits::UBOOT_2023_01), (7, Habits::UBOOT), (64, Habits::UBOOT_2023_01)]
    {
        let habits = habits.with_blocks_of(8).with_window(window);
        for length in [65_535 * 8 - 1, 65_535 * 8, 65_536 * 8, 65_536 * 8 + 1, 140_000 * 8 + 3] {
            let file = file(length);
            let outcome = transfer(Stream::whole(&file), habits, pass).good(&file);
            assert_eq!(outcome.sent.blocks, length as u64 / 8 + 1);
            assert_eq!(outcome.sent.resent, 0);
        }
    }
}

#[test]
fn a_client_waits_for_a_slow_source() {
    let file = file(100_000);
    let second = Duration::from_secs(1);
    for habits in CLIENTS {
        for window in [1, 4, 64] {
            let habits = habits.with_blocks_of(512).with_window(window);
            // Nothing for 45 s, in the middle of a block of a window; then the rest in small pieces.
            let mut there = vec![(Duration::ZERO, 0), (second, 10_000), (46 * second, 50_001)];
            there.extend(
                (0..=49_999)
                    .step_by(333)
                    .map(|n| (47 * second + second / 10_000 * n, 50_001 + n as usize)),
            );
            there.push((53 * second, file.len()));
            let outcome = transfer(Stream::arriving(&file, there), habits, pass).good(&file);
            assert_eq!((outcome.sent.resent, outcome.sent.timeouts), (0, 0), "{window}");
        }
    }
}

#[test]
fn u_boot_gives_up_when_the_source_is_too_slow() {
    let file = file(10_000);
    let there = vec![(Duration::ZERO, 5000), (Duration::from_secs(56), file.len())];
    let outcome = transfer(Stream::arriving(&file, there), Habits::UBOOT, pass);
    assert_eq!(outcome.client, Err(Lost::Silent));
    assert!(matches!(outcome.failure, Some(Failure::Silent { .. })), "{:?}", outcome.failure);
}

/// A client that has gone is told so as well: it may be there again.
#[test]
fn a_client_that_falls_silent_is_given_up() {
    let file = file(100_000);
    for from in 2..10 {
        let mut last = Vec::new();
        let outcome =
            transfer(Stream::whole(&file), Habits::UBOOT, |Sight { n, side, bytes, .. }| {
                if side == Side::Server {
                    last = bytes.to_vec();
                }
                if side == Side::Client && n >= from { Fate::Lose } else { Fate::Pass }
            });
        assert_eq!(outcome.server, State::Failed);
        assert!(last.starts_with(&[0, 5, 0, FINAL.0 as u8]));
        assert!(matches!(outcome.client, Err(Lost::Refused { code: FINAL, .. })));
        assert!(outcome.took > Duration::from_secs(28) && outcome.took < Duration::from_secs(50));
    }
}
