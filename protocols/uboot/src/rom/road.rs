//! The way to a TFTP server, and what is printed of a transfer on it, whichever way it goes.

use alloc::{format, string::String, vec::Vec};
use core::{net::SocketAddrV4, time::Duration};

use tftp::client::{Failure, To};

use super::{Packet, World};

/// The way to a server.
pub(super) struct Road {
    pub(super) server: SocketAddrV4,
    /// The board's address and port.
    pub(super) own: SocketAddrV4,
    /// When the port is up.
    pub(super) ready: Duration,
}

/// The bar that blocks draw: a sign for ten blocks, 65 signs in a line.
#[derive(Default)]
pub(super) struct Bar(u64);

impl Road {
    /// Whether the server's computer answers.
    pub(super) fn leads_there(&self, world: &mut World) -> bool {
        let (own, server) = (*self.own.ip(), *self.server.ip());
        world.network.as_mut().is_some_and(|network| network.is_there(own, server))
    }

    pub(super) fn send(&self, packets: Vec<(To, Vec<u8>)>, now: Duration, world: &mut World) {
        let Some(network) = &mut world.network else { return };
        for (to, bytes) in packets {
            let port = match to {
                To::Server => self.server.port(),
                To::Port(port) => port,
            };
            let peer = SocketAddrV4::new(*self.server.ip(), port);
            network.send(Packet { peer, own: self.own, bytes }, now);
        }
    }

    /// The next packet of the server's; others are dropped.
    pub(super) fn hear(&self, now: Duration, world: &mut World) -> Option<Packet> {
        let network = world.network.as_mut()?;
        loop {
            let packet = network.receive(now)?;
            if packet.own == self.own && packet.peer.ip() == self.server.ip() {
                return Some(packet);
            }
        }
    }

    /// How fast this many bytes moved, as ` 19.1 MiB/s`, unless it took no time.
    pub(super) fn speed(&self, bytes: u64, now: Duration) -> String {
        match now.saturating_sub(self.ready).as_millis() as u64 {
            0 => String::new(),
            time => {
                let tenths = bytes * 10_000 / time / 1024;
                format!("\n\t {}.{} KiB/s", tenths / 10, tenths % 10)
            }
        }
    }
}

impl Bar {
    /// Draws the next block.
    pub(super) fn draw(&mut self, now: Duration, world: &mut World) {
        if self.0.is_multiple_of(10) {
            world.print(now, "#");
        } else if (self.0 + 1).is_multiple_of(650) {
            world.print(now, "\n\t ");
        }
        self.0 += 1;
    }
}

/// What is printed when all of a file has moved.
pub(super) fn done(road: &Road, length: u64, now: Duration) -> String {
    let speed = road.speed(length, now);
    match length {
        0 => format!("{speed}\ndone\n"),
        _ => format!("{speed}\ndone\nBytes transferred = {length} ({length:x} hex)\n"),
    }
}

/// What is printed when a transfer fails.
pub(super) fn gave_up(failure: &Failure) -> String {
    match failure {
        Failure::Refused { code, .. } => {
            let again = !matches!(code.0, 1 | 2);
            let then = if again { "Starting again\n\n" } else { "Not retrying...\n" };
            format!("\n{failure}\n{then}")
        }
        Failure::Silent => "\nRetry count exceeded; starting again\n".into(),
        _ => format!("\n{failure}\n"),
    }
}
