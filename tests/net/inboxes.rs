//! Files that boards write.

use std::{
    net::Ipv4Addr,
    thread,
    time::{Duration, Instant},
};

use racklet_flash::{
    net::{OfferError, Server, Why},
    transport::Stop,
};
use tftp::{
    client::{Failure as Lost, Habits},
    receiver::Failure,
    wire::{ErrorCode, Packet},
};

use crate::{
    BOARD, HERE,
    client::{Raw, load, store},
    file, server, take,
};

const SHORT: Duration = Duration::from_millis(300);
const STRANGER: Ipv4Addr = Ipv4Addr::new(127, 0, 7, 9);

#[test]
fn a_board_writes_every_length() {
    let server = server();
    for habits in [Habits::UBOOT, Habits::UBOOT_2023_01, Habits::PLAIN] {
        for block in [8, 512, 1468] {
            for length in [0, 1, 1468 * 3, 300_000] {
                let (mut inbox, file) = (server.accept(BOARD, length as u64), file(length));
                let (name, address) = (inbox.name().to_string(), server.address());
                let habits = habits.with_blocks_of(block);
                thread::scope(|scope| {
                    let writing = scope.spawn(|| store(address, BOARD, (&name, &file), habits));
                    let (got, received) = take(&mut inbox).expect("it comes");
                    assert!(got == file, "{length}: {} bytes came", got.len());
                    writing.join().expect("no panic").expect("all is acknowledged");
                    assert_eq!((received.bytes, received.block_size), (length as u64, block));
                });
            }
        }
    }
    assert_eq!(server.refusals().requests, 0);
}

#[test]
fn fourteen_boards_at_once() {
    let server = server();
    thread::scope(|scope| {
        for n in 1..=14 {
            let board = Ipv4Addr::new(127, 0, 9, n);
            let file = file(1_000_000 + usize::from(n));
            let (mut inbox, address) = (server.accept(board, file.len() as u64), server.address());
            let (name, bytes) = (inbox.name().to_string(), file.clone());
            scope.spawn(move || store(address, board, (&name, &bytes), Habits::UBOOT));
            scope.spawn(move || assert!(take(&mut inbox).expect("it comes").0 == file));
        }
    });
}

/// A mebibyte waits to be taken, and no more: the board waits then.
#[test]
fn a_board_waits_while_nobody_takes() {
    let (server, file) = (server(), file(3 << 20));
    let mut inbox = server.accept(BOARD, 3 << 20);
    let (name, address) = (inbox.name().to_string(), server.address());
    thread::scope(|scope| {
        let writing = scope.spawn(|| store(address, BOARD, (&name, &file), Habits::UBOOT));
        let start = Instant::now();
        while inbox.received().bytes + 1468 <= 1 << 20 {
            assert!(start.elapsed() < Duration::from_secs(30), "{:?}", inbox.received());
            thread::sleep(Duration::from_millis(1));
        }
        thread::sleep(SHORT);
        let received = inbox.received();
        assert!(received.bytes <= 1 << 20, "{received:?}");
        assert!(take(&mut inbox).expect("it comes").0 == file);
        writing.join().expect("no panic").expect("all is acknowledged");
    });
}

#[test]
fn only_the_board_may_write_the_file_by_its_name_once() {
    let (server, file) = (server(), file(5000));
    let mut inbox = server.accept(BOARD, 5000);
    let (name, address) = (inbox.name().to_string(), server.address());
    let text = b"no such file may be written".to_vec();
    for (from, name) in
        [(STRANGER, name.clone()), (BOARD, "dump".into()), (BOARD, format!("../{name}"))]
    {
        let failure = store(address, from, (&name, &file), Habits::UBOOT).expect_err("refused");
        let text = text.clone();
        assert_eq!(failure, Lost::Refused { code: ErrorCode::ACCESS, text }, "{name}");
    }
    // It is not there to be read, and an offered file is not there to be written.
    let failure = load(address, BOARD, &name, Habits::UBOOT).expect_err("refused");
    assert!(matches!(failure, Lost::Refused { code: ErrorCode::NOT_FOUND, .. }));
    let offer = server.offer(BOARD);
    let failure = store(address, BOARD, (offer.name(), &file), Habits::UBOOT);
    assert!(matches!(failure, Err(Lost::Refused { code: ErrorCode::ACCESS, .. })));
    assert!(!inbox.asked() && !offer.asked());

    thread::scope(|scope| {
        let writing = scope.spawn(|| store(address, BOARD, (&name, &file), Habits::UBOOT));
        assert!(take(&mut inbox).expect("it is for the board").0 == file);
        writing.join().expect("no panic").expect("all is acknowledged");
    });
    let failure = store(address, BOARD, (&name, &file), Habits::UBOOT).expect_err("only once");
    assert!(matches!(failure, Lost::Refused { code: ErrorCode::ACCESS, .. }), "{failure}");
    let refusals = server.refusals();
    let kinds: Vec<_> =
        refusals.first.iter().map(|kind| (kind.from, kind.why, kind.times)).collect();
    let expected = [
        (STRANGER, Why::Host, 1),
        (BOARD, Why::Write, 3),
        (BOARD, Why::Name, 1),
        (BOARD, Why::Served, 1),
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn more_than_was_awaited_is_not_taken() {
    let server = server();
    let mut inbox = server.accept(BOARD, 4999);
    let (name, address) = (inbox.name().to_string(), server.address());
    let failure = store(address, BOARD, (&name, &file(5000)), Habits::UBOOT).expect_err("refused");
    assert!(matches!(failure, Lost::Refused { code: ErrorCode::ACCESS, .. }), "{failure}");
    let error = take(&mut inbox).expect_err("it is too long");
    assert!(matches!(error, OfferError::Lost(Failure::TooLong { most: 4999 })), "{error:?}");
}

#[test]
fn a_board_that_never_writes_is_told_apart() {
    let server = server();
    let error = take(&mut server.accept(BOARD, 9).with_patience(SHORT)).expect_err("nobody writes");
    assert!(error.to_string().starts_with("the board did not offer its file"), "{error}");
}

#[test]
fn a_board_that_sends_no_more_is_told_apart() {
    let server = server();
    let mut inbox = server.accept(BOARD, 99).with_patience(SHORT);
    let mut board = Raw::new(server.address(), BOARD);
    board.ask_to_write(inbox.name());
    board.hear();
    board.say(&Packet::Data { block: 1, data: &[1; 8] });
    assert_eq!(board.hear(), [0, 4, 0, 1]);
    assert!(inbox.asked());
    let error = take(&mut inbox).expect_err("there is more");
    assert!(matches!(error, OfferError::Dry { received: 8, .. }), "{error:?}");
    // The inbox is gone, and the board is told so.
    drop(inbox);
    assert_eq!(board.error(), (2, "no longer awaited".into()));
}

/// It may have lost the last acknowledgement, which is given again as long as the inbox is there.
#[test]
fn the_end_is_acknowledged_again() {
    let server = server();
    let mut inbox = server.accept(BOARD, 99);
    let mut board = Raw::new(server.address(), BOARD);
    board.ask_to_write(inbox.name());
    board.hear();
    for _ in 0..3 {
        board.say(&Packet::Data { block: 1, data: &[1; 3] });
        assert_eq!(board.hear(), [0, 4, 0, 1]);
        thread::sleep(Duration::from_millis(60));
    }
    assert_eq!(take(&mut inbox).expect("it has come").0, [1; 3]);
    board.say(&Packet::Data { block: 1, data: &[1; 3] });
    assert_eq!(board.hear(), [0, 4, 0, 1]);
}

#[test]
fn a_board_that_begins_anew_or_leaves_is_told_apart() {
    let server = server();
    for leaves in [false, true] {
        let mut inbox = server.accept(BOARD, 99);
        let mut board = Raw::new(server.address(), BOARD);
        board.ask_to_write(inbox.name());
        board.hear();
        board.say(&Packet::Data { block: 1, data: &[1; 8] });
        board.hear();
        let (code, text) = (ErrorCode::UNDEFINED, &b"no room"[..]);
        match leaves {
            true => board.say(&Packet::Error { code, text }),
            false => {
                let mut again = Raw::new(server.address(), BOARD);
                again.ask_to_write(inbox.name());
                assert_eq!(again.error().0, 2);
            }
        }
        let error = take(&mut inbox).expect_err("it is over");
        let expected = match leaves {
            true => matches!(&error, OfferError::Lost(Failure::Refused(_))),
            false => matches!(&error, OfferError::Lost(Failure::Restarted { received: 8 })),
        };
        assert!(expected, "{error:?}");
    }
}

#[test]
fn the_user_may_stop() {
    let stop = Stop::default();
    let server = Server::start(HERE, 0, &stop).expect("any computer has 127.0.7.1");
    let mut inbox = server.accept(BOARD, 99);
    stop.request();
    assert!(matches!(take(&mut inbox), Err(OfferError::Stopped)));
}
