//! A virtual board's Ethernet port, in this computer's own loopback network: all addresses of 127.0.0.0/8 are this
//! computer's, so a board may have any of them, without root and without hardware.

use std::{
    io::ErrorKind,
    net::{Ipv4Addr, SocketAddr, SocketAddrV4, UdpSocket},
    time::Duration,
};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use uboot::rom::{Network, POLL, Packet};

use crate::net::Subnet;

/// Longer than a datagram in a frame of Ethernet's.
const LONGEST: usize = 2048;
/// One packet of this many is lost, where some are.
const ONE_IN: u64 = 60;

/// Networks that processes choose from: the first of them, how many there are, and the bits of the addresses in each.
const NETWORKS: (u32, u32) = (0x7f10_0000, 3840);
const HOSTS: u8 = 12;

/// A network of this process's own for simulated boards, within 127.0.0.0/8: its first address, and how many addresses
/// there are from there on.
pub fn network() -> (Subnet, u32) {
    let first = NETWORKS.0 + ((std::process::id() % NETWORKS.1) << HOSTS);
    (Subnet::of(Ipv4Addr::from_bits(first), 32 - HOSTS), 1 << HOSTS)
}

/// What is wrong with the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NetFault {
    /// Nobody answers a ping, nor anything else.
    Unreachable,
    /// Pings are answered, and all that TFTP says is lost: a firewall.
    Silent,
    /// Packets are lost, each way: drawn from this seed.
    Loss(u64),
}

/// The port.
pub(super) struct Loopback {
    socket: Option<(SocketAddrV4, UdpSocket)>,
    fault: Option<NetFault>,
    /// What a DHCP server gives the board.
    lease: Option<Subnet>,
    /// What the next loss is drawn from.
    state: u64,
}

impl Loopback {
    pub(super) fn new(fault: Option<NetFault>, lease: Option<Subnet>) -> Self {
        let state = match fault {
            // Never 0, from which nothing else follows.
            Some(NetFault::Loss(seed)) => seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            _ => 1,
        };
        Self { socket: None, fault, lease, state }
    }

    /// Whether the network loses the next packet.
    fn loses(&mut self) -> bool {
        match self.fault {
            None | Some(NetFault::Unreachable) => false,
            Some(NetFault::Silent) => true,
            Some(NetFault::Loss(_)) => {
                // An xorshift generator of Marsaglia's.
                self.state ^= self.state << 13;
                self.state ^= self.state >> 7;
                self.state ^= self.state << 17;
                (self.state >> 16).is_multiple_of(ONE_IN)
            }
        }
    }

    /// The socket with the board's address and port; `None`: this computer does not have the address.
    fn socket(&mut self, own: SocketAddrV4) -> Option<&UdpSocket> {
        if self.socket.as_ref().is_none_or(|(bound, _)| *bound != own) {
            let socket = UdpSocket::bind(own).ok()?;
            socket.set_nonblocking(true).ok()?;
            self.socket = Some((own, socket));
        }
        self.socket.as_ref().map(|(_, socket)| socket)
    }

    /// The next packet that has come.
    fn take(&self) -> Option<Packet> {
        let (own, socket) = self.socket.as_ref()?;
        let mut buf = [0; LONGEST];
        loop {
            match socket.recv_from(&mut buf) {
                Ok((length, SocketAddr::V4(peer))) => {
                    return Some(Packet { peer, own: *own, bytes: buf[..length].to_vec() });
                }
                Ok(_) => {}
                // Of an answer that nobody took: U-Boot does not listen to ICMP.
                Err(error) if error.kind() == ErrorKind::ConnectionRefused => {}
                Err(_) => return None,
            }
        }
    }

    /// Lets real time pass until a packet comes, at most [`POLL`].
    fn wait(&self) {
        let limit = Timespec { tv_sec: 0, tv_nsec: POLL.subsec_nanos().into() };
        let Some((_, socket)) = &self.socket else { return std::thread::sleep(POLL) };
        // Where it fails, the wait was short.
        let _ = poll(&mut [PollFd::new(socket, PollFlags::IN)], Some(&limit));
    }
}

impl Network for Loopback {
    fn send(&mut self, packet: Packet, _: Duration) {
        if self.loses() {
            return;
        }
        if let Some(socket) = self.socket(packet.own) {
            // A packet that does not leave is lost, as on any network.
            let _ = socket.send_to(&packet.bytes, packet.peer);
        }
    }

    fn receive(&mut self, _: Duration) -> Option<Packet> {
        let packet = self.take().or_else(|| {
            self.wait();
            self.take()
        })?;
        (!self.loses()).then_some(packet)
    }

    fn lease(&mut self) -> Option<(Ipv4Addr, Ipv4Addr)> {
        let subnet = self.lease?;
        Some((subnet.hosts().next()?, subnet.netmask()))
    }

    fn is_there(&mut self, own: Ipv4Addr, address: Ipv4Addr) -> bool {
        self.fault != Some(NetFault::Unreachable) && is_local(own) && is_local(address)
    }
}

/// Whether this computer has an address.
fn is_local(address: Ipv4Addr) -> bool {
    UdpSocket::bind((address, 0)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: SocketAddrV4 = SocketAddrV4::new(Ipv4Addr::new(127, 77, 0, 9), 0);

    #[test]
    fn packets_go_both_ways() {
        let peer = UdpSocket::bind((Ipv4Addr::new(127, 77, 0, 1), 0)).expect("it is local");
        let SocketAddr::V4(to) = peer.local_addr().expect("bound") else { panic!("it is IPv4") };
        let mut port = Loopback::new(None, None);
        assert_eq!(port.receive(Duration::ZERO), None);
        port.send(Packet { peer: to, own: OWN, bytes: vec![1, 2] }, Duration::ZERO);
        let mut buf = [0; 9];
        let (length, board) = peer.recv_from(&mut buf).expect("it came");
        assert_eq!((&buf[..length], board.ip()), (&[1, 2][..], (*OWN.ip()).into()));
        peer.send_to(&[3], board).expect("sent");
        let found = (0..1000).find_map(|_| port.receive(Duration::ZERO)).expect("it comes");
        assert_eq!((found.peer, found.own, found.bytes), (to, OWN, vec![3]));
    }

    #[test]
    fn a_seed_says_which_packets_are_lost() {
        let lost = |seed| {
            let mut port = Loopback::new(Some(NetFault::Loss(seed)), None);
            (0..60_000).filter(|_| port.loses()).collect::<Vec<_>>()
        };
        assert_eq!(lost(3), lost(3));
        assert_ne!(lost(3), lost(4));
        assert!((500..1500).contains(&lost(3).len()), "{}", lost(3).len());
    }

    #[test]
    fn who_is_there() {
        let (own, host) = (*OWN.ip(), Ipv4Addr::new(127, 77, 0, 1));
        assert!(Loopback::new(None, None).is_there(own, host));
        assert!(Loopback::new(Some(NetFault::Silent), None).is_there(own, host));
        assert!(!Loopback::new(Some(NetFault::Unreachable), None).is_there(own, host));
        // Of TEST-NET-1, which nobody has.
        assert!(!Loopback::new(None, None).is_there(own, Ipv4Addr::new(192, 0, 2, 1)));
    }
}
