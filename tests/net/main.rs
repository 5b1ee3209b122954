//! The server of `racklet-flash` on real sockets: other people's clients, our own, and hosts that have no business there.

mod addresses;
mod client;
mod flood;
mod foreign;
mod inboxes;
mod offers;
mod refused;
mod throughput;

use std::{
    net::Ipv4Addr,
    process::Command,
    thread::{self, JoinHandle},
    time::Duration,
};

use racklet_flash::{
    net::{Inbox, Offer, OfferError, Received, Sent, Server},
    transport::Stop,
};

/// Where the server is, and the board: clients that do not choose have the address of `lo`.
const HERE: Ipv4Addr = Ipv4Addr::new(127, 0, 7, 1);
const BOARD: Ipv4Addr = Ipv4Addr::LOCALHOST;

/// A server on a free port.
fn server() -> Server {
    Server::start(HERE, 0, &Stop::default()).expect("any computer has 127.0.7.1")
}

/// Hands over a file while the test is the client.
fn send(mut offer: Offer, file: &[u8]) -> JoinHandle<Result<Sent, OfferError>> {
    let file = file.to_vec();
    thread::spawn(move || {
        for piece in file.chunks(50_000) {
            offer.send(piece)?;
        }
        offer.finish()
    })
}

/// Takes a file while the test is the client: the inbox has to be held until the client is done.
fn take(inbox: &mut Inbox) -> Result<(Vec<u8>, Received), OfferError> {
    let (mut got, mut buf) = (Vec::new(), vec![0; 10_000]);
    while let Some(count) = inbox.get(&mut buf)? {
        got.extend_from_slice(&buf[..count]);
        if count == 0 {
            thread::sleep(Duration::from_millis(1));
        }
    }
    Ok((got, inbox.received()))
}

/// A file of this length, in which no two places are alike.
fn file(length: usize) -> Vec<u8> {
    let words = (0..length as u32).flat_map(|i| i.wrapping_mul(2_654_435_761).to_be_bytes());
    words.take(length).collect()
}

/// A program of another package, which must be there.
fn program(name: &str, package: &str) -> Command {
    let found = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()));
    assert!(found, "{name} is missing: tests/setup installs Debian's {package}");
    Command::new(name)
}
