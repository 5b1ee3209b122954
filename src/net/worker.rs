//! The thread that has the sockets.

use std::{
    io,
    net::{SocketAddr, SocketAddrV4, UdpSocket},
    os::unix::net::UnixStream,
    sync::Arc,
    time::{Duration, Instant},
};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use tftp::{
    server::FINAL,
    wire::{ErrorCode, Mode, Packet},
};

use super::{Why, channel::drain, refusals::Budget, server::Shared, session::Session};

/// Requests that are looked at in one go, so that transfers get their turn.
const TURN: usize = 32;
/// Longer than any request may be (512 bytes, RFC 2347).
const LONGEST: usize = 600;
/// The longest wait.
const IDLE: Duration = Duration::from_secs(1);

/// What the thread has.
pub(super) struct Worker {
    address: SocketAddrV4,
    socket: UdpSocket,
    woken: UnixStream,
    shared: Arc<Shared>,
    sessions: Vec<Session>,
    budget: Budget,
    start: Instant,
}

impl Worker {
    pub(super) fn new(
        address: SocketAddrV4,
        socket: UdpSocket,
        woken: UnixStream,
        shared: Arc<Shared>,
    ) -> Self {
        let (sessions, start) = (Vec::new(), Instant::now());
        Self { address, socket, woken, shared, sessions, budget: Budget::new(), start }
    }

    /// Serves until the server is dropped.
    pub(super) fn run(mut self) {
        while !self.shared.is_closed() {
            let (asked, woken) = self.wait();
            if woken {
                drain(&self.woken);
                self.sweep();
            }
            let now = self.start.elapsed();
            for session in &mut self.sessions {
                session.turn(now);
            }
            // Behind that, as a board asks for its next file after it has acknowledged the one before.
            if asked {
                self.requests();
            }
        }
        for session in &mut self.sessions {
            session.close();
        }
    }

    /// Waits until something can be read, or written where that was not possible, or time is up. Says whether something
    /// came to the port for requests, and from the other threads.
    fn wait(&mut self) -> (bool, bool) {
        let limit = timespec(self.limit());
        let mut fds =
            vec![PollFd::new(&self.socket, PollFlags::IN), PollFd::new(&self.woken, PollFlags::IN)];
        for (socket, blocked) in self.sessions.iter().filter_map(Session::line) {
            let room = if blocked { PollFlags::OUT } else { PollFlags::empty() };
            fds.push(PollFd::new(socket, PollFlags::IN | room));
        }
        if poll(&mut fds, Some(&limit)).is_err() {
            // By a signal, or for want of memory. Both are looked at then, and the boards after the next wait.
            return (true, true);
        }
        let ready: Vec<bool> = fds.iter().map(|fd| !fd.revents().is_empty()).collect();
        let busy = self.sessions.iter_mut().filter(|session| session.line().is_some());
        for (session, _) in busy.zip(&ready[2..]).filter(|(_, ready)| **ready) {
            session.ready();
        }
        (ready[0], ready[1])
    }

    /// How long nothing is due.
    fn limit(&self) -> Duration {
        let now = self.start.elapsed();
        let next = self.sessions.iter().filter_map(Session::deadline).min();
        next.map_or(IDLE, |next| next.saturating_sub(now)).min(IDLE)
    }

    /// Takes in new offers, and gives up those that nobody holds any more.
    fn sweep(&mut self) {
        self.sessions.append(&mut self.shared.offered());
        self.sessions.retain_mut(|session| {
            let dropped = session.is_dropped();
            if dropped {
                session.close();
            }
            !dropped
        });
    }

    fn requests(&mut self) {
        let mut buf = [0; LONGEST];
        for _ in 0..TURN {
            match self.socket.recv_from(&mut buf) {
                Ok((length, SocketAddr::V4(from))) => {
                    if let Err(why) = self.request(from, &buf[..length]) {
                        self.refuse(from, why, &buf[..length]);
                    }
                }
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                // Of an answer that did not arrive.
                Err(_) => {}
            }
        }
    }

    fn request(&mut self, from: SocketAddrV4, bytes: &[u8]) -> Result<(), Why> {
        let (request, writes) = match Packet::parse(bytes) {
            Ok(Packet::Read(request)) => (request, false),
            Ok(Packet::Write(request)) => (request, true),
            _ => return Err(Why::Malformed),
        };
        // What was offered before the request was sent is known by now.
        self.sessions.append(&mut self.shared.offered());
        let (now, here) = (self.start.elapsed(), *self.address.ip());
        let session = self.sessions.iter_mut().find(|session| session.is(request.file, writes));
        match session {
            None if writes => Err(Why::Write),
            None => Err(Why::Name),
            Some(_) if request.mode != Mode::Octet => Err(Why::Mode),
            Some(session) => session.request(from, here, &request.options, now),
        }
    }

    fn refuse(&mut self, from: SocketAddrV4, why: Why, request: &[u8]) {
        let answered = self.budget.take();
        self.shared.refused(*from.ip(), why, answered);
        if answered {
            // A stranger is not told what is offered or awaited.
            let told = match (why, Packet::parse(request)) {
                (Why::Host, Ok(Packet::Write(_))) => Why::Write,
                (Why::Host, _) => Why::Name,
                _ => why,
            };
            let text = told.to_string();
            let error = Packet::Error { code: code(told), text: text.as_bytes() };
            // An answer may get lost.
            let _ = self.socket.send_to(&error.to_bytes(), from);
        }
    }
}

/// At most a second, which fits.
fn timespec(limit: Duration) -> Timespec {
    Timespec { tv_sec: limit.as_secs().cast_signed(), tv_nsec: limit.subsec_nanos().into() }
}

fn code(why: Why) -> ErrorCode {
    match why {
        Why::Name | Why::Host => ErrorCode::NOT_FOUND,
        Why::Served | Why::Write => FINAL,
        Why::Mode | Why::Malformed => ErrorCode::ILLEGAL,
    }
}
