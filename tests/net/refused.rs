//! Requests that are not served.

use std::net::Ipv4Addr;

use racklet_flash::net::Why;
use tftp::{
    client::{Failure, Habits},
    wire::ErrorCode,
};

use crate::{
    BOARD,
    client::{Raw, load},
    file, send, server,
};

const STRANGER: Ipv4Addr = Ipv4Addr::new(127, 0, 7, 9);

/// What the server says to a request, as code and text.
fn answer(server: &racklet_flash::net::Server, from: Ipv4Addr, request: &[u8]) -> (u16, String) {
    let mut client = Raw::new(server.address(), from);
    client.request(request);
    let answer = client.error();
    assert_eq!(client.port, server.address().port());
    answer
}

#[test]
fn only_the_board_has_the_file_by_its_name_once() {
    let (server, file) = (server(), file(50_000));
    let offer = server.offer(BOARD);
    let name = offer.name().to_string();
    for (from, name) in [
        (STRANGER, name.clone()),
        (BOARD, "image".into()),
        (BOARD, format!("../{name}")),
        (BOARD, format!("/{name}")),
        (BOARD, format!("{name}.img")),
        (BOARD, name.to_uppercase()),
        (BOARD, String::new()),
        (BOARD, "../../../../etc/passwd".into()),
        (BOARD, "/etc/passwd".into()),
    ] {
        let failure = load(server.address(), from, &name, Habits::UBOOT).expect_err("refused");
        let (code, text) = (ErrorCode::NOT_FOUND, b"no such file is offered".to_vec());
        assert_eq!(failure, Failure::Refused { code, text }, "{name}");
    }
    assert!(!offer.asked());

    let sending = send(offer, &file);
    let got = load(server.address(), BOARD, &name, Habits::UBOOT).expect("it is for the board");
    assert!(got == file);
    sending.join().expect("no panic").expect("all arrived");

    // The offer is no more.
    let failure = load(server.address(), BOARD, &name, Habits::UBOOT).expect_err("only once");
    assert!(matches!(failure, Failure::Refused { code: ErrorCode::NOT_FOUND, .. }));
    let refusals = server.refusals();
    let kinds: Vec<_> =
        refusals.first.iter().map(|kind| (kind.from, kind.why, kind.times)).collect();
    assert_eq!(kinds, [(STRANGER, Why::Host, 1), (BOARD, Why::Name, 9)]);
    assert_eq!((refusals.requests, refusals.unanswered), (10, 0));
}

#[test]
fn a_file_is_not_served_twice_while_its_offer_is_held() {
    let (server, file) = (server(), file(100));
    let mut offer = server.offer(BOARD);
    offer.send(&file).expect("there is room");
    offer.end();
    load(server.address(), BOARD, offer.name(), Habits::UBOOT).expect("the first time");
    let failure =
        load(server.address(), BOARD, offer.name(), Habits::UBOOT).expect_err("the second");
    assert!(matches!(failure, Failure::Refused { code: ErrorCode::ACCESS, .. }));
    assert_eq!(server.refusals().first[0].why, Why::Served);
    assert_eq!(offer.finish().expect("the first time went well").bytes, 100);
}

#[test]
fn nothing_else_is_done() {
    let server = server();
    let offer = server.offer(BOARD);
    let name = offer.name();
    for (request, code, text) in [
        (format!("\0\x02{name}\0octet\0"), 2, "no such file may be written"),
        (format!("\0\x01{name}\0netascii\0"), 4, "only mode octet is served"),
        (format!("\0\x01{name}\0mail\0"), 4, "only mode octet is served"),
        (format!("\0\x01{name}\0octet"), 4, "not a request"),
        (format!("\0\x01{name}"), 4, "not a request"),
        ("\0\x04\0\x01".into(), 4, "not a request"),
        ("\0\x03\0\x01data".into(), 4, "not a request"),
        ("\0\x05\0\x01error\0".into(), 4, "not a request"),
        ("x".into(), 4, "not a request"),
        (String::new(), 4, "not a request"),
        ("\0\x01".to_string() + &"a".repeat(5000), 4, "not a request"),
    ] {
        assert_eq!(answer(&server, BOARD, request.as_bytes()), (code, text.into()), "{request:?}");
    }
    assert!(!offer.asked());
    assert_eq!(server.refusals().requests, 11);
}

/// What others send to the transfer's own port does not reach it.
#[test]
fn strangers_cannot_end_a_transfer() {
    let (server, file) = (server(), file(24));
    let mut offer = server.offer(BOARD);
    offer.send(&file).expect("there is room");
    let mut board = Raw::new(server.address(), BOARD);
    board.ask(offer.name());
    board.hear();
    let stranger = Raw::new(server.address(), STRANGER);
    let neighbour = Raw::new(server.address(), BOARD);
    for other in [stranger, neighbour] {
        let to = (*server.address().ip(), board.port);
        for bytes in [&b"\0\x05\0\0ended\0"[..], b"\0\x04\0\0", b"\0\x04\0\x01"] {
            // An answer to an earlier one may be that nobody listens there for this host.
            let _ = other.socket.send_to(bytes, to);
        }
    }
    for block in 0..3 {
        board.say(&tftp::wire::Packet::Ack(block));
        assert_eq!(board.hear()[..4], [0, 3, 0, block as u8 + 1]);
    }
    assert!(offer.outcome().is_none());
}
