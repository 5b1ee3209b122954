//! A server under fire.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use tftp::client::Habits;

use crate::{
    BOARD,
    client::{Raw, load},
    file, send, server,
};

#[test]
fn a_flood_of_requests_does_not_keep_a_board_from_its_file() {
    let (server, file) = (server(), file(20_000_000));
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        for n in 0..2 {
            let from = [127, 0, 8, n].into();
            let address = server.address();
            let over = &over;
            scope.spawn(move || {
                let stranger = Raw::new(address, from);
                let mut count = 0u32;
                while !over.load(Ordering::Relaxed) {
                    stranger.ask(&format!("guess{count}"));
                    count += 1;
                }
            });
        }
        let offer = server.offer(BOARD);
        let (name, start) = (offer.name().to_string(), Instant::now());
        let sending = send(offer, &file);
        let got = load(server.address(), BOARD, &name, Habits::UBOOT.with_window(16));
        over.store(true, Ordering::Relaxed);
        assert!(got.expect("it arrives") == file);
        sending.join().expect("no panic").expect("all arrived");
        assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    });
    let refusals = server.refusals();
    let answered = refusals.requests - refusals.unanswered;
    assert!(refusals.requests > 1000, "{refusals:?}");
    assert!(answered <= 50 * 61, "{refusals:?}");
    assert_eq!(refusals.first.len(), 2, "{refusals:?}");
}

/// Offers that nobody holds any more are forgotten.
#[test]
fn many_offers_one_after_the_other() {
    let server = server();
    let mut names = std::collections::HashSet::new();
    for _ in 0..2000 {
        let offer = server.offer(BOARD);
        assert_eq!(offer.name().len(), 12);
        assert!(offer.name().bytes().all(|c| c.is_ascii_lowercase() || (b'2'..=b'7').contains(&c)));
        assert!(names.insert(offer.name().to_string()), "a name came twice");
    }
    let (offer, file) = (server.offer(BOARD), file(1000));
    let name = offer.name().to_string();
    let sending = send(offer, &file);
    assert!(load(server.address(), BOARD, &name, Habits::UBOOT).expect("it arrives") == file);
    sending.join().expect("no panic").expect("all arrived");
}
