//! What an offer says of its transfer.

use std::{
    io::ErrorKind,
    net::{Ipv4Addr, UdpSocket},
    thread,
    time::{Duration, Instant},
};

use racklet_flash::{
    net::{OfferError, Server, StartError},
    transport::Stop,
};
use tftp::{
    client::{Failure as Lost, Habits},
    server::Failure,
    wire::{ErrorCode, Packet},
};

use crate::{
    BOARD, HERE,
    client::{Raw, load},
    file, send, server,
};

const SHORT: Duration = Duration::from_millis(300);

#[test]
fn a_board_has_the_windows_and_blocks_that_it_asks_for() {
    let server = server();
    for habits in [Habits::UBOOT, Habits::UBOOT_2023_01] {
        for (block, window) in [(1468, 1), (1468, 16), (512, 64), (8, 3)] {
            for length in [0, 1, 8 * 3, 1468 * 16, 300_000] {
                let (offer, file) = (server.offer(BOARD), file(length));
                let name = offer.name().to_string();
                let sending = send(offer, &file);
                let habits = habits.with_blocks_of(block).with_window(window);
                let got = load(server.address(), BOARD, &name, habits).expect("it arrives");
                assert!(got == file);
                let sent = sending.join().expect("no panic").expect("all arrived");
                assert_eq!((sent.block_size, sent.window_size), (block, window));
                assert_eq!(sent.bytes, length as u64);
            }
        }
    }
}

#[test]
fn fourteen_boards_at_once() {
    let server = server();
    thread::scope(|scope| {
        for n in 1..=14 {
            let board = Ipv4Addr::new(127, 0, 9, n);
            let (offer, address) = (server.offer(board), server.address());
            scope.spawn(move || {
                let file = file(2_000_000 + usize::from(n));
                let name = offer.name().to_string();
                let sending = send(offer, &file);
                let habits = Habits::UBOOT.with_window(16);
                assert!(load(address, board, &name, habits).expect("it arrives") == file);
                sending.join().expect("no panic").expect("all arrived");
            });
        }
    });
}

#[test]
fn no_more_than_a_mebibyte_waits() {
    let server = server();
    let mut offer = server.offer(BOARD).with_patience(SHORT);
    assert_eq!(offer.room(), 1 << 20);
    offer.send(&vec![0; 1 << 20]).expect("there is room");
    assert_eq!(offer.room(), 0);
    let start = Instant::now();
    let error = offer.send(&[0]).expect_err("there is none");
    assert!(matches!(error, OfferError::Unasked { .. }), "{error}");
    assert!(start.elapsed() >= SHORT);
}

#[test]
fn a_board_that_never_asks_is_told_apart() {
    let server = server();
    let offer = server.offer(BOARD).with_patience(SHORT);
    assert!(!offer.asked() && offer.outcome().is_none());
    let error = offer.finish().expect_err("nobody asks");
    assert!(error.to_string().starts_with("the board did not ask for its file"), "{error}");
}

#[test]
fn a_board_that_takes_nothing_more_is_told_apart() {
    let server = server();
    let mut offer = server.offer(BOARD).with_patience(SHORT);
    offer.send(&[0; 100]).expect("there is room");
    let mut board = Raw::new(server.address(), BOARD);
    board.ask(offer.name());
    board.hear();
    board.say(&Packet::Ack(0));
    board.hear();
    board.say(&Packet::Ack(1));
    board.hear();
    assert!(offer.asked());
    let error = offer.finish().expect_err("the rest is not acknowledged");
    assert!(matches!(error, OfferError::Stuck { sent: 8, .. }), "{error:?}");
    // The offer is gone, and the board is told so.
    loop {
        let bytes = board.hear();
        if bytes.starts_with(&[0, 5]) {
            assert_eq!(bytes[..4], [0, 5, 0, 2]);
            break;
        }
    }
}

#[test]
fn a_dropped_offer_ends_the_boards_transfer() {
    let server = server();
    let mut offer = server.offer(BOARD);
    offer.send(&[0; 100]).expect("there is room");
    let name = offer.name().to_string();
    let address = server.address();
    let board = thread::spawn(move || load(address, BOARD, &name, Habits::UBOOT.with_blocks_of(8)));
    while !offer.asked() {
        thread::sleep(Duration::from_millis(1));
    }
    thread::sleep(Duration::from_millis(50));
    let start = Instant::now();
    drop(offer);
    let failure = board.join().expect("no panic").expect_err("it ends");
    let (code, text) = (ErrorCode::ACCESS, b"no longer offered".to_vec());
    assert_eq!(failure, Lost::Refused { code, text });
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[test]
fn a_dropped_server_ends_everything() {
    let server = server();
    let mut offer = server.offer(BOARD);
    let idle = server.offer(BOARD);
    offer.send(&[0; 100]).expect("there is room");
    let mut board = Raw::new(server.address(), BOARD);
    board.ask(offer.name());
    board.hear();
    drop(server);
    assert_eq!(board.error().0, 2);
    for offer in [offer, idle] {
        let error = offer.finish().expect_err("there is no server");
        assert!(matches!(error, OfferError::Failed(Failure::Aborted)), "{error:?}");
    }
}

#[test]
fn the_boards_own_words_are_told() {
    let server = server();
    let mut offer = server.offer(BOARD);
    offer.send(&vec![0; 100_000]).expect("there is room");
    let mut board = Raw::new(server.address(), BOARD);
    board.ask(offer.name());
    board.hear();
    board.say(&Packet::Error { code: ErrorCode::DISK_FULL, text: b"File too \x1b[2Jlarge" });
    let error = offer.finish().expect_err("the board ended it");
    let text = "the client ended the transfer: File too \\u{1b}[2Jlarge (error 3)";
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_board_that_has_gone_is_noticed() {
    let server = server();
    let mut offer = server.offer(BOARD);
    offer.send(&[0; 100]).expect("there is room");
    let mut board = Raw::new(server.address(), BOARD);
    board.ask(offer.name());
    board.hear();
    board.say(&Packet::Ack(0));
    board.hear();
    drop(board);
    let error = offer.finish().expect_err("nobody is there");
    assert!(matches!(error, OfferError::Failed(Failure::Unreachable { sent: 0 })), "{error:?}");
}

#[test]
fn an_end_that_nobody_confirms_is_told_apart() {
    let server = server();
    let mut offer = server.offer(BOARD);
    offer.send(&[0; 10]).expect("there is room");
    offer.end();
    let mut board = Raw::new(server.address(), BOARD);
    board.ask(offer.name());
    board.hear();
    board.say(&Packet::Ack(0));
    board.hear();
    board.say(&Packet::Ack(1));
    board.hear();
    drop(board);
    let error = offer.finish().expect_err("the end is not acknowledged");
    assert!(matches!(error, OfferError::Failed(Failure::Unconfirmed { left: 2 })), "{error:?}");
}

#[test]
fn a_wish_to_stop_ends_every_wait() {
    let stop = Stop::default();
    let server = Server::start(HERE, 0, &stop).expect("it starts");
    let mut sending = server.offer(BOARD);
    let finishing = server.offer(BOARD);
    thread::scope(|scope| {
        let sending = scope.spawn(move || sending.send(&vec![0; 2 << 20]));
        let finishing = scope.spawn(move || finishing.finish().map(drop));
        thread::sleep(Duration::from_millis(100));
        let start = Instant::now();
        stop.request();
        for wait in [sending, finishing] {
            let error = wait.join().expect("no panic").expect_err("it is stopped");
            assert!(matches!(error, OfferError::Stopped), "{error:?}");
        }
        assert!(start.elapsed() < Duration::from_secs(1));
    });
}

/// The answer to its request did not arrive: the board asks again, or resets and asks from another port.
#[test]
fn a_board_may_ask_again_at_the_beginning() {
    let (server, file) = (server(), file(30));
    let mut offer = server.offer(BOARD);
    offer.send(&file).expect("there is room");
    offer.end();
    let mut first = Raw::new(server.address(), BOARD);
    let mut ports = Vec::new();
    for _ in 0..3 {
        first.ask(offer.name());
        assert_eq!(first.hear(), b"\0\x06blksize\x008\0");
        ports.push(first.port);
    }
    assert!(ports.iter().all(|port| *port == ports[0]), "one transfer has one port");
    first.say(&Packet::Ack(0));
    assert_eq!(first.hear(), [&[0, 3, 0, 1], &file[..8]].concat());

    let got = load(server.address(), BOARD, offer.name(), Habits::UBOOT).expect("it begins anew");
    assert!(got == file);
    assert_eq!(offer.finish().expect("all arrived").bytes, 30);
}

#[test]
fn a_board_that_begins_anew_too_late_ends_the_transfer() {
    let (server, file) = (server(), file(30));
    let mut offer = server.offer(BOARD);
    offer.send(&file).expect("there is room");
    let mut board = Raw::new(server.address(), BOARD);
    board.ask(offer.name());
    board.hear();
    for block in 0..2 {
        board.say(&Packet::Ack(block));
        board.hear();
    }
    let failure = load(server.address(), BOARD, offer.name(), Habits::UBOOT).expect_err("too late");
    assert!(matches!(failure, Lost::Refused { code: ErrorCode::ACCESS, .. }));
    let error = offer.finish().expect_err("it cannot begin anew");
    assert!(matches!(error, OfferError::Failed(Failure::Restarted { sent: 8 })), "{error:?}");
}

/// A source that is slower than the board.
#[test]
fn a_board_waits_for_what_is_not_there_yet() {
    let (server, file) = (server(), file(100_000));
    let mut offer = server.offer(BOARD);
    let (name, address) = (offer.name().to_string(), server.address());
    let habits = Habits::UBOOT.with_window(16);
    let board = thread::spawn(move || load(address, BOARD, &name, habits));
    for piece in file.chunks(7001) {
        thread::sleep(Duration::from_millis(30));
        offer.send(piece).expect("the board waits");
    }
    offer.finish().expect("all arrived");
    assert!(board.join().expect("no panic").expect("it arrives") == file);
}

/// Boards of one rack ask at one port, each for its own file.
#[test]
fn servers_of_one_process_at_one_address_are_one() {
    let (first, stop) = (server(), Stop::default());
    let port = first.address().port();
    let second = Server::start(HERE, port, &stop).expect("the same one");
    let offer = second.offer(BOARD);
    drop(first);
    stop.request();
    assert!(offer.finish().is_err(), "its own user has stopped it");
    drop(second);
    let third = Server::start(HERE, port, &Stop::default()).expect("the port is free again");
    let mut offer = third.offer(BOARD);
    let (address, name) = (third.address(), offer.name().to_owned());
    let board = thread::spawn(move || load(address, BOARD, &name, Habits::UBOOT));
    offer.send(b"a file").expect("the board asks");
    offer.finish().expect("all arrived");
    assert_eq!(board.join().expect("no panic").expect("it arrives"), b"a file");
}

#[test]
fn a_server_needs_an_address_of_this_computer_and_a_free_port() {
    let stop = Stop::default();
    for address in [[192, 0, 2, 1], [0, 0, 0, 0], [255, 255, 255, 255], [224, 0, 0, 1]] {
        let error = Server::start(address.into(), 0, &stop).expect_err("not an address of its own");
        assert!(matches!(error, StartError::NoAddress(_)), "{error:?}");
    }
    let other = UdpSocket::bind((HERE, 0)).expect("a free port");
    let port = other.local_addr().expect("it is bound").port();
    let error = Server::start(HERE, port, &stop).expect_err("it is taken");
    assert!(matches!(error, StartError::Busy(_)), "{error:?}");

    // As root everything is permitted.
    if UdpSocket::bind((HERE, 1)).is_err_and(|error| error.kind() == ErrorKind::PermissionDenied) {
        let error = Server::start(HERE, 69, &stop).expect_err("not permitted");
        assert!(matches!(error, StartError::Permission(_)), "{error:?}");
    }
}
