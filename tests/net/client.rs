//! Our own client on real sockets.

use std::{
    io::ErrorKind,
    net::{Ipv4Addr, SocketAddr, SocketAddrV4, UdpSocket},
    time::{Duration, Instant},
};

use tftp::{
    client::{Client, Event, Failure, Habits, Put, Reply, To},
    wire::{Mode, Options, Packet, Request},
};

/// Loads a file from `from`, as U-Boot does.
pub(crate) fn load(
    server: SocketAddrV4,
    from: Ipv4Addr,
    name: &str,
    habits: Habits,
) -> Result<Vec<u8>, Failure> {
    let socket = UdpSocket::bind((from, 0)).expect("an address of this computer");
    let mut client = Client::new(name, habits);
    let (start, mut got, mut buf) = (Instant::now(), Vec::new(), [0; 2000]);
    let mut reply = client.on(Event::Time, Duration::ZERO);
    loop {
        answer(&socket, server, &reply);
        got.append(&mut reply.data);
        let Some(until) = client.deadline() else { break };
        let wait = until.saturating_sub(start.elapsed()).max(Duration::from_millis(1));
        socket.set_read_timeout(Some(wait)).expect("a socket has timeouts");
        reply = match socket.recv_from(&mut buf) {
            Ok((length, SocketAddr::V4(other))) if other.ip() == server.ip() => {
                let event = Event::Packet { from: other.port(), bytes: &buf[..length] };
                client.on(event, start.elapsed())
            }
            Ok(other) => panic!("something came from {other:?}"),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                client.on(Event::Time, start.elapsed())
            }
            Err(error) => panic!("{error}"),
        };
    }
    client.outcome().expect("it is over").map_err(Clone::clone).map(|()| got)
}

/// Writes a file from `from`, as U-Boot does.
pub(crate) fn store(
    server: SocketAddrV4,
    from: Ipv4Addr,
    (name, file): (&str, &[u8]),
    habits: Habits,
) -> Result<(), Failure> {
    let socket = UdpSocket::bind((from, 0)).expect("an address of this computer");
    let mut client = Put::new(name, file.len() as u64, habits);
    let (start, mut buf) = (Instant::now(), [0; 2000]);
    let mut said = client.on(Event::Time, Duration::ZERO, file);
    loop {
        send(&socket, server, &said);
        let Some(until) = client.deadline() else { break };
        let wait = until.saturating_sub(start.elapsed()).max(Duration::from_millis(1));
        socket.set_read_timeout(Some(wait)).expect("a socket has timeouts");
        said = match socket.recv_from(&mut buf) {
            Ok((length, other)) => {
                let event = Event::Packet { from: other.port(), bytes: &buf[..length] };
                client.on(event, start.elapsed(), file)
            }
            Err(_) => client.on(Event::Time, start.elapsed(), file),
        };
    }
    client.outcome().expect("it is over").map_err(Clone::clone)
}

fn answer(socket: &UdpSocket, server: SocketAddrV4, reply: &Reply) {
    send(socket, server, &reply.send);
}

fn send(socket: &UdpSocket, server: SocketAddrV4, said: &[(To, Vec<u8>)]) {
    for (to, bytes) in said {
        let port = match to {
            To::Server => server.port(),
            To::Port(port) => *port,
        };
        socket.send_to(bytes, (*server.ip(), port)).expect("loopback takes it");
    }
}

/// A client whose packets are written out in the test.
pub(crate) struct Raw {
    pub(crate) socket: UdpSocket,
    server: SocketAddrV4,
    /// Where the last packet came from.
    pub(crate) port: u16,
}

impl Raw {
    pub(crate) fn new(server: SocketAddrV4, from: Ipv4Addr) -> Self {
        let socket = UdpSocket::bind((from, 0)).expect("an address of this computer");
        socket.set_read_timeout(Some(Duration::from_secs(5))).expect("a socket has timeouts");
        Self { socket, server, port: 0 }
    }

    /// Asks for a file in blocks of 8 bytes.
    pub(crate) fn ask(&self, name: &str) {
        let options = Options { block_size: Some(8), ..Options::default() };
        let request = Request { file: name.as_bytes(), mode: Mode::Octet, options };
        self.request(&Packet::Read(request).to_bytes());
    }

    /// Wants to write a file in blocks of 8 bytes.
    pub(crate) fn ask_to_write(&self, name: &str) {
        let options = Options { block_size: Some(8), ..Options::default() };
        let request = Request { file: name.as_bytes(), mode: Mode::Octet, options };
        self.request(&Packet::Write(request).to_bytes());
    }

    /// Sends something to the port for requests.
    pub(crate) fn request(&self, bytes: &[u8]) {
        self.socket.send_to(bytes, self.server).expect("loopback takes it");
    }

    /// Sends something to the transfer's port.
    pub(crate) fn say(&self, packet: &Packet<'_>) {
        let to = (*self.server.ip(), self.port);
        self.socket.send_to(&packet.to_bytes(), to).expect("loopback takes it");
    }

    /// The packet that comes next.
    pub(crate) fn hear(&mut self) -> Vec<u8> {
        let mut buf = [0; 2000];
        let (length, from) = self.socket.recv_from(&mut buf).expect("something comes");
        self.port = from.port();
        buf[..length].to_vec()
    }

    /// The code and text of the ERROR that comes next.
    pub(crate) fn error(&mut self) -> (u16, String) {
        let bytes = self.hear();
        match Packet::parse(&bytes) {
            Ok(Packet::Error { code, text }) => {
                (code.0, String::from_utf8_lossy(text).into_owned())
            }
            other => panic!("not an error: {other:?}"),
        }
    }
}
