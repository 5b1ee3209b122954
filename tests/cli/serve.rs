//! `virtual serve` over TCP, and clients that are not as they should be. What a kernel makes of it, tests/kernel shows.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Shutdown, TcpStream},
    process::{Child, ChildStdout, Command, Stdio},
    time::Duration,
};

use serde_json::Value;

use crate::tool::{command, run};

const BUS_ID: &str = "1-4";
const LIST: [u8; 8] = [1, 0x11, 0x80, 5, 0, 0, 0, 0];
const SUBMIT: u32 = 1;
const UNLINK: u32 = 2;
const OUT: u32 = 0;
const IN: u32 = 1;
const ENOMEM: i32 = -12;
const ECONNRESET: i32 = -104;
const EPIPE: i32 = -32;
const EOVERFLOW: i32 = -75;
const EREMOTEIO: i32 = -121;
const URB_SHORT_NOT_OK: u32 = 1;

/// A server, and what it says.
struct Server {
    child: Child,
    events: BufReader<ChildStdout>,
    address: String,
}

impl Server {
    fn start(options: &str) -> Self {
        let board = format!("xunlong/orangepi-pc:port={BUS_ID}{options}");
        let mut child =
            command(["virtual", "serve", "--listen", "127.0.0.1:0", "--json", "--virtual", &board])
                .stdout(Stdio::piped())
                .spawn()
                .expect("the binary starts");
        let events = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut server = Self { child, events, address: String::new() };
        let serving = server.event("event", "serving");
        server.address = serving["address"].as_str().expect("an address").to_owned();
        server
    }

    /// The next event whose `key` is `value`.
    #[track_caller]
    fn event(&mut self, key: &str, value: &str) -> Value {
        loop {
            let mut line = String::new();
            assert_ne!(
                self.events.read_line(&mut line).expect("a line"),
                0,
                "it ended before `{value}`"
            );
            let event: Value = serde_json::from_str(&line).expect("JSON");
            if event[key] == value {
                return event;
            }
        }
    }

    fn connect(&self) -> Client {
        let stream = TcpStream::connect(&self.address).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a limit");
        Client { stream, id: 0 }
    }

    /// A client that has imported the board.
    fn import(&self) -> Client {
        let mut client = self.connect();
        assert_eq!(client.import(BUS_ID), 0);
        let device = client.receive(312);
        assert_eq!(device[300..304], [0x1f, 0x3a, 0xef, 0xe8]);
        client
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Client {
    stream: TcpStream,
    id: u32,
}

impl Client {
    fn send(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).expect("it is written");
    }

    fn receive(&mut self, length: usize) -> Vec<u8> {
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes).expect("an answer");
        bytes
    }

    /// Asks for a board; the status of the answer.
    fn import(&mut self, bus_id: &str) -> u8 {
        let mut request = vec![1, 0x11, 0x80, 3, 0, 0, 0, 0];
        request.extend(bus_id.as_bytes());
        request.resize(40, 0);
        self.send(&request);
        self.receive(8)[7]
    }

    fn command(
        &mut self,
        kind: u32,
        direction: u32,
        endpoint: u32,
        words: [u32; 2],
        setup: [u8; 8],
    ) -> u32 {
        self.id += 1;
        let mut bytes = Vec::new();
        for word in [kind, self.id, 0, direction, endpoint, words[0], words[1], 0, 0, 0] {
            bytes.extend(word.to_be_bytes());
        }
        bytes.extend(setup);
        self.send(&bytes);
        self.id
    }

    fn submit(&mut self, direction: u32, endpoint: u32, length: u32) -> u32 {
        self.command(SUBMIT, direction, endpoint, [0, length], [0; 8])
    }

    /// The next answer: which, its status, and the number behind it.
    fn answer(&mut self) -> (u32, i32, u32) {
        let head = self.receive(48);
        let word = |at: usize| u32::from_be_bytes(head[at..at + 4].try_into().expect("four bytes"));
        (word(4), word(20) as i32, word(24))
    }

    fn out(&mut self, data: &[u8]) -> (i32, u32) {
        let id = self.submit(OUT, 1, data.len() as u32);
        self.send(data);
        let (answered, status, moved) = self.answer();
        assert_eq!(answered, id);
        (status, moved)
    }

    fn r#in(&mut self, room: u32) -> Vec<u8> {
        let id = self.submit(IN, 2, room);
        let (answered, status, moved) = self.answer();
        assert_eq!((answered, status), (id, 0));
        self.receive(moved as usize)
    }

    /// Sends a request for the version, after which the board has an AWUS of 13 bytes to give.
    fn ask(&mut self) {
        assert_eq!(self.out(&awuc(16, 0x12)), (0, 32));
        let mut request = [0; 16];
        request[0] = 1;
        assert_eq!(self.out(&request), (0, 16));
    }

    /// Asks the boot ROM who it is, and says whether it answers.
    fn version(&mut self) -> bool {
        self.ask();
        assert_eq!(self.r#in(13)[..4], *b"AWUS");
        assert_eq!(self.out(&awuc(32, 0x11)), (0, 32));
        let version = self.r#in(512);
        assert_eq!(self.r#in(13)[..4], *b"AWUS");
        version.starts_with(b"AWUSBFEX")
    }
}

/// The head of an exchange of so many bytes.
fn awuc(length: u8, direction: u8) -> [u8; 32] {
    let mut awuc = [0; 32];
    awuc[..4].copy_from_slice(b"AWUC");
    (awuc[8], awuc[15], awuc[16], awuc[18]) = (length, 0x0c, direction, length);
    awuc
}

#[test]
fn boards_are_listed_and_imported_once() {
    let server = Server::start("");
    let mut client = server.connect();
    client.send(&LIST);
    let list = client.receive(12 + 312 + 4);
    assert_eq!(list[..12], [1, 0x11, 0, 5, 0, 0, 0, 0, 0, 0, 0, 1]);
    let mut first = server.import();
    assert_eq!(server.connect().import(BUS_ID), 2, "another has it");
    assert_eq!(server.connect().import("1-9"), 4, "there is none");
    assert!(first.version());
}

#[test]
fn a_client_of_nonsense_is_told_of_and_the_next_is_served() {
    let mut server = Server::start("");
    let spoilt: [(&str, &[u8]); 3] = [
        ("not USB/IP", b"GET / HTTP/1.0\r\n\r\n"),
        ("does not have", &[1, 0x11, 0x80, 9, 0, 0, 0, 0]),
        ("no request came", &LIST[..5]),
    ];
    for (says, bytes) in spoilt {
        let mut client = server.connect();
        client.send(bytes);
        client.stream.shutdown(Shutdown::Write).expect("half of it is closed");
        let event = server.event("what", "nonsense");
        assert!(event["text"].as_str().is_some_and(|text| text.contains(says)), "{event}");
    }
    assert!(server.import().version());
}

#[test]
fn a_client_that_goes_astray_with_the_board_loses_it() {
    let mut server = Server::start("");
    type Spoil = fn(&mut Client);
    let astray: [(&str, Spoil); 5] = [
        ("neither a transfer nor an unlink", |client| client.send(&[0xff; 48])),
        ("in the middle of a message", |client| client.send(&[0, 0, 0, 1, 0, 0, 0])),
        ("in the middle of a message", |client| {
            client.submit(OUT, 1, 32);
            client.send(b"AWUC");
        }),
        ("too long", |client| {
            client.submit(OUT, 1, u32::MAX);
        }),
        ("against its own direction", |client| {
            client.command(SUBMIT, OUT, 0, [0, 4], [0x80, 6, 0, 1, 0, 0, 4, 0]);
            client.send(&[0; 4]);
        }),
    ];
    for (says, spoil) in astray {
        let mut client = server.import();
        spoil(&mut client);
        client.stream.shutdown(Shutdown::Write).expect("half of it is closed");
        let event = server.event("what", "nonsense");
        assert!(event["text"].as_str().is_some_and(|text| text.contains(says)), "{event}");
        server.event("what", "offered");
        assert!(server.import().version(), "powered on afresh after: {says}");
        server.event("what", "offered");
    }
}

#[test]
fn a_client_that_falls_silent_in_a_message_is_dropped() {
    let mut server = Server::start("");
    let mut client = server.import();
    client.submit(OUT, 1, 32);
    let event = server.event("what", "nonsense");
    assert!(event["text"].as_str().is_some_and(|text| text.contains("went silent")), "{event}");
}

#[test]
fn a_transfer_waits_until_it_is_taken_back() {
    let server = Server::start("");
    let mut client = server.import();
    let waiting = client.submit(IN, 2, 512);
    let id = client.command(UNLINK, OUT, 0, [waiting, 0], [0; 8]);
    assert_eq!(client.answer(), (id, ECONNRESET, 0));
    let id = client.command(UNLINK, OUT, 0, [waiting, 0], [0; 8]);
    assert_eq!(client.answer(), (id, 0, 0), "it is not there any more");
    assert!(client.version(), "nothing was lost");
}

#[test]
fn room_that_is_too_small_for_a_packet_is_babble() {
    let server = Server::start("");
    let mut client = server.import();
    client.ask();
    let id = client.submit(IN, 2, 5);
    assert_eq!(client.answer(), (id, EOVERFLOW, 0));
}

#[test]
fn a_short_end_is_an_error_where_the_kernel_wants_it_whole() {
    let server = Server::start("");
    let mut client = server.import();
    client.ask();
    let id = client.command(SUBMIT, IN, 2, [URB_SHORT_NOT_OK, 512], [0; 8]);
    assert_eq!(client.answer(), (id, EREMOTEIO, 13));
    assert_eq!(client.receive(13)[..4], *b"AWUS");
}

#[test]
fn a_halt_lasts_until_it_is_cleared() {
    let server = Server::start(",fault=stall@1");
    let mut client = server.import();
    for _ in 0..2 {
        assert_eq!(client.out(&[0; 32]), (EPIPE, 0));
    }
    let id = client.command(SUBMIT, OUT, 0, [0, 0], [2, 1, 0, 0, 1, 0, 0, 0]);
    assert_eq!(client.answer(), (id, 0, 0));
    assert!(client.version());
}

#[test]
fn a_board_that_leaves_comes_back_to_be_imported_again() {
    let mut server = Server::start(",fault=disconnect@1,returns=0.1,returns-as=fes");
    let mut client = server.import();
    client.submit(OUT, 1, 32);
    client.send(&[0; 32]);
    server.event("what", "left");
    server.event("what", "offered");
    let mut second = server.connect();
    assert_eq!(second.import(BUS_ID), 0);
    assert_eq!(
        second.receive(312)[304..306],
        [0xff, 0xff],
        "bcdDevice of the vendor's boot loader"
    );
    assert!(second.version());
}

#[test]
fn a_board_that_has_left_for_good_is_not_there() {
    let mut server = Server::start(",fault=disconnect@1");
    let mut client = server.import();
    client.submit(OUT, 1, 32);
    client.send(&[0; 32]);
    server.event("what", "left");
    let mut late = server.connect();
    late.send(&LIST);
    assert_eq!(late.receive(12)[8..], [0; 4], "an empty list");
    // The session tells of the end a moment before it gives the place up.
    while server.connect().import(BUS_ID) != 4 {}
}

#[test]
fn it_ends_in_order_when_asked_to() {
    let mut server = Server::start("");
    let _client = server.import();
    let id = server.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill starts").success());
    server.event("event", "result");
    assert_eq!(server.child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn what_cannot_be_served_is_refused() {
    run("virtual serve").bad(2, "which boards");
    run("virtual serve --virtual xunlong/orangepi-pc:engine=qemu,until=x")
        .bad(2, "for a single command");
    run("virtual serve --listen 127.0.0.1:0 --virtual xunlong/orangepi-pc:port=1-2 --virtual mangopi/mq-quad:port=1-2")
        .bad(1, "asked for twice");
    let server = Server::start("");
    let taken = format!("virtual serve --listen {} --virtual xunlong/orangepi-pc", server.address);
    run(&taken).bad(1, "cannot be listened on");
}

/// What usbfs gives all programs together is what a client gets.
#[test]
fn transfers_beyond_the_budget_are_refused_and_the_rest_go_on() {
    let server = Server::start("");
    let mut client = server.import();
    // Nothing answers these: the boot ROM was asked nothing.
    let waiting: Vec<_> = (0..31).map(|_| client.submit(IN, 2, 512 << 10)).collect();
    let refused = client.submit(IN, 2, 512 << 10);
    assert_eq!(client.answer(), (refused, ENOMEM, 0));
    // The data of a refused one are taken and dropped.
    let refused = client.submit(OUT, 1, 1 << 20);
    client.send(&vec![0; 1 << 20]);
    assert_eq!(client.answer(), (refused, ENOMEM, 0));
    for id in waiting {
        let unlink = client.command(UNLINK, 0, 0, [id, 0], [0; 8]);
        assert_eq!(client.answer(), (unlink, ECONNRESET, 0));
    }
    assert!(client.version(), "there is room again");
}

#[test]
fn too_many_clients_are_refused_and_the_rest_are_served() {
    let mut server = Server::start("");
    let mut clients: Vec<_> = (0..64).map(|_| server.connect()).collect();
    let mut refused = server.connect();
    server.event("what", "refused");
    assert_eq!(refused.stream.read(&mut [0; 8]).unwrap_or(0), 0, "it is told nothing");
    clients[0].send(&LIST);
    clients[0].receive(12 + 312 + 4);
    drop(clients);
    for _ in 0..100 {
        let mut client = server.connect();
        let sent = client.stream.write_all(&LIST).is_ok();
        if sent && client.stream.read_exact(&mut [0; 12]).is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("the places of clients that left stay taken");
}

/// A byte now and then does not keep a message alive.
#[test]
fn a_client_that_drips_is_dropped() {
    let mut server = Server::start("");
    let mut client = server.connect();
    // Half a message in twice the time that a whole one may take.
    let dropped = [1, 0x11, 0x80, 3, 0, 0, 0, 0].into_iter().cycle().take(20).any(|byte| {
        if client.stream.write_all(&[byte]).is_err() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(500));
        client.stream.set_nonblocking(true).expect("a socket");
        let left = client.stream.read(&mut [0; 1]);
        client.stream.set_nonblocking(false).expect("a socket");
        !matches!(&left, Err(error) if error.kind() == std::io::ErrorKind::WouldBlock)
    });
    assert!(dropped, "each byte renews the deadline");
    server.event("what", "nonsense");
    assert!(server.import().version());
}
