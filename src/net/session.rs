//! One file that is offered or awaited, and its transfer with a socket of its own.

use std::{
    io::{self, ErrorKind},
    net::{Ipv4Addr, SocketAddrV4, UdpSocket},
    sync::Arc,
    time::Duration,
};

use tftp::{server::Event, wire::Options};

use super::{OfferError, Why, channel::Channel, work::Work};

/// More than any packet of a client's in a transfer.
const LONGEST: usize = 2048;

/// One file.
#[derive(Debug)]
pub(super) struct Session {
    name: String,
    peer: Ipv4Addr,
    channel: Arc<Channel>,
    work: Work,
    /// The transfer's socket, and where its client is.
    line: Option<(UdpSocket, SocketAddrV4)>,
    /// The socket took no more.
    blocked: bool,
    /// Something may have come.
    ready: bool,
}

impl Session {
    pub(super) fn new(name: String, peer: Ipv4Addr, channel: Arc<Channel>, work: Work) -> Self {
        Self { name, peer, channel, work, line: None, blocked: false, ready: false }
    }

    /// Whether it is the file of this name. One that may be read may not be written, and the other way round.
    pub(super) fn is(&self, name: &[u8], written: bool) -> bool {
        self.name.as_bytes() == name && self.work.is_written() == written
    }

    /// The socket to wait for, and whether for room in it, too.
    pub(super) fn line(&self) -> Option<(&UdpSocket, bool)> {
        self.line.as_ref().map(|(socket, _)| (socket, self.blocked))
    }

    /// Something may have come, so that the next turn reads.
    pub(super) fn ready(&mut self) {
        self.ready = true;
    }

    /// When it is to be called if nothing happens before.
    pub(super) fn deadline(&self) -> Option<Duration> {
        self.work.deadline()
    }

    /// Whether nobody offers or awaits the file any more.
    pub(super) fn is_dropped(&self) -> bool {
        self.channel.state().dropped
    }

    /// A client asks for this file, or offers it.
    pub(super) fn request(
        &mut self,
        from: SocketAddrV4,
        here: Ipv4Addr,
        options: &Options,
        now: Duration,
    ) -> Result<(), Why> {
        if *from.ip() != self.peer {
            return Err(Why::Host);
        }
        let known = self.line.as_ref().map(|(_, client)| *client);
        match (self.work.is_fresh(), known == Some(from)) {
            // A copy of the request that was on its way for long.
            (false, true) => return Ok(()),
            (false, false) => {
                self.on(Event::Request { options, anew: true }, now);
                return Err(Why::Served);
            }
            (true, true) => {}
            (true, false) => match open(here, from) {
                Ok(socket) => self.line = Some((socket, from)),
                Err(error) => {
                    self.end(Err(OfferError::Socket(Arc::new(error))));
                    return Ok(());
                }
            },
        }
        let anew = known.is_some_and(|client| client != from);
        self.channel.tell(|state| state.asked = true);
        self.on(Event::Request { options, anew }, now);
        Ok(())
    }

    /// Reads what came, and sends what is due.
    pub(super) fn turn(&mut self, now: Duration) {
        if std::mem::take(&mut self.ready) {
            self.read(now);
        }
        if self.line.is_some() {
            self.on(Event::Time, now);
        }
    }

    /// Reads one packet. There seldom is a second one, and other boards get their turn before it.
    fn read(&mut self, now: Duration) {
        let mut buf = [0; LONGEST];
        let Some((socket, _)) = &self.line else { return };
        match socket.recv(&mut buf) {
            Ok(length) => self.on(Event::Packet(&buf[..length]), now),
            Err(error) if is_gone(&error) => self.on(Event::Unreachable, now),
            Err(_) => {}
        }
    }

    /// Ends the transfer, as nobody offers or awaits the file any more.
    pub(super) fn close(&mut self) {
        self.work.abort();
        self.flush();
        if let Some(outcome) = self.work.outcome() {
            self.end(outcome);
        }
    }

    fn on(&mut self, event: Event<'_>, now: Duration) {
        self.work.on(event, now, &self.channel);
        if self.flush() {
            self.work.on(Event::Unreachable, now, &self.channel);
        }
        match self.work.outcome() {
            Some(outcome) => self.end(outcome),
            None => self.work.tell(&mut self.channel.state()),
        }
    }

    /// Sends all that is to be sent. Whether the client has gone.
    fn flush(&mut self) -> bool {
        self.blocked = false;
        let Some((socket, _)) = &self.line else { return false };
        while let Some(packet) = self.work.transmit() {
            match socket.send(packet) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    self.blocked = true;
                    return false;
                }
                Err(error) if is_gone(&error) => return true,
                // Other errors pass or do not: to the client, the packet is lost.
                Ok(_) | Err(_) => self.work.transmitted(),
            }
        }
        false
    }

    fn end(&mut self, outcome: Result<(), OfferError>) {
        let ended = outcome.is_err() || !self.work.is_written();
        self.channel.tell(|state| {
            self.work.tell(state);
            state.outcome.get_or_insert(outcome);
        });
        // What was received is acknowledged again, as long as anybody holds it.
        if ended && self.work.transmit().is_none() {
            self.line = None;
        }
    }
}

/// A socket with a port of its own. Its address is the one that the client has asked, as clients expect.
fn open(here: Ipv4Addr, client: SocketAddrV4) -> io::Result<UdpSocket> {
    let socket = UdpSocket::bind((here, 0))?;
    socket.set_nonblocking(true)?;
    socket.connect(client)?;
    Ok(socket)
}

fn is_gone(error: &io::Error) -> bool {
    error.kind() == ErrorKind::ConnectionRefused
}
