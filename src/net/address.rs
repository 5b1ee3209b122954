//! Addresses: this computer's own in a subnet, and free ones for boards.

use std::{
    fmt, fs, io,
    net::{Ipv4Addr, SocketAddrV4, UdpSocket},
    thread,
    time::Duration,
};

use link::{Classify, Code, Meaning};
use nix::{
    ifaddrs::{InterfaceAddress, getifaddrs},
    net::if_::InterfaceFlags,
};

use super::Subnet;

/// The neighbours that this computer's kernel has asked for their hardware addresses.
const NEIGHBOURS: &str = "/proc/net/arp";
/// The discard service: a host without it answers that nobody listens.
const DISCARD: u16 = 9;
/// How long a host may take to answer.
const ANSWER: Duration = Duration::from_millis(300);
/// Addresses that are tried in one go, and in all.
const BATCH: usize = 16;
const TRIES: usize = 256;

/// Why there is no address.
#[derive(Debug)]
pub enum AddressError {
    /// This computer has none in the subnet.
    NoHost {
        /// The subnet.
        subnet: Subnet,
        /// The addresses that it has, with their interfaces.
        has: Vec<(String, Ipv4Addr)>,
    },
    /// This computer has several in the subnet, at different interfaces.
    Several {
        /// The subnet.
        subnet: Subnet,
        /// The addresses, with their interfaces.
        has: Vec<(String, Ipv4Addr)>,
    },
    /// Every address of the subnet that was tried is in use.
    Full(Subnet),
    /// The network cannot be asked.
    Io(io::Error),
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoHost { subnet, has } if has.is_empty() => {
                write!(f, "this computer has no address in {subnet}, nor in any other network")
            }
            Self::NoHost { subnet, has } => {
                write!(f, "this computer has no address in {subnet}; it has {}", list(has))
            }
            Self::Several { subnet, has } => {
                write!(f, "this computer has several addresses in {subnet}: {}", list(has))
            }
            Self::Full(subnet) => {
                write!(f, "every address of {subnet} that was tried is in use: {TRIES} at most")
            }
            Self::Io(error) => write!(f, "this computer's network cannot be asked: {error}"),
        }
    }
}

impl std::error::Error for AddressError {}

impl Classify for AddressError {
    fn meaning(&self) -> Meaning {
        Meaning::failed(Code::NET_ADDRESS)
    }
}

fn list(addresses: &[(String, Ipv4Addr)]) -> String {
    let each = |(name, address): &(String, Ipv4Addr)| format!("{address} ({name})");
    addresses.iter().map(each).collect::<Vec<_>>().join(", ")
}

/// This computer's own address in a subnet: where boards there reach it. Of 127.0.0.0/8 it has every address, which are for
/// simulated boards: it takes the lowest one that is not the board's.
///
/// # Errors
///
/// When it has none, or several at different interfaces.
pub fn host_in(subnet: &Subnet) -> Result<Ipv4Addr, AddressError> {
    choose(subnet, own()?)
}

fn choose(subnet: &Subnet, all: Vec<(String, Ipv4Addr)>) -> Result<Ipv4Addr, AddressError> {
    let (subnet, within) = (*subnet, |(_, address): &(_, Ipv4Addr)| subnet.contains(*address));
    let (fit, other): (Vec<_>, Vec<_>) = all.into_iter().partition(within);
    match fit.as_slice() {
        [] if subnet.network().is_loopback() => Ok(subnet.lowest_other()),
        [] => {
            let has = other.into_iter().filter(|(_, address)| !address.is_loopback()).collect();
            Err(AddressError::NoHost { subnet, has })
        }
        [(name, address), rest @ ..] if rest.iter().all(|(other, _)| other == name) => Ok(*address),
        _ => Err(AddressError::Several { subnet, has: fit }),
    }
}

/// The addresses of the interfaces that are up.
fn own() -> Result<Vec<(String, Ipv4Addr)>, AddressError> {
    let all = getifaddrs().map_err(|error| AddressError::Io(error.into()))?;
    let up = |interface: &InterfaceAddress| interface.flags.contains(InterfaceFlags::IFF_UP);
    Ok(all
        .filter(up)
        .filter_map(|interface| {
            let address = SocketAddrV4::from(*interface.address?.as_sockaddr_in()?);
            Some((interface.interface_name, *address.ip()))
        })
        .collect())
}

/// A free address for a board: the highest one of the subnet that nobody answers from, neither this computer's own
/// (`host`) nor one of `taken`. In 127.0.0.0/8 nobody is asked, as this computer itself would answer. Elsewhere it asks the addresses, which takes a third of a second for each 16 of them. On systems
/// without `/proc/net/arp` only those hosts are noticed that answer to UDP.
///
/// # Errors
///
/// When 256 addresses are in use, or all, or the network does not work.
pub fn free_address(
    subnet: &Subnet,
    host: Ipv4Addr,
    taken: &[Ipv4Addr],
) -> Result<Ipv4Addr, AddressError> {
    let own: Vec<_> = own()?.into_iter().map(|(_, address)| address).collect();
    let untaken =
        |address: &Ipv4Addr| *address != host && !taken.contains(address) && !own.contains(address);
    let mut candidates = subnet.hosts().filter(untaken);
    if subnet.network().is_loopback() {
        return candidates.next().ok_or(AddressError::Full(*subnet));
    }
    let candidates: Vec<_> = candidates.take(TRIES).collect();
    for batch in candidates.chunks(BATCH) {
        let free = silent(batch, host).map_err(AddressError::Io)?;
        if let Some(address) = free.first() {
            return Ok(*address);
        }
    }
    Err(AddressError::Full(*subnet))
}

/// The addresses from which nobody answers.
fn silent(batch: &[Ipv4Addr], host: Ipv4Addr) -> io::Result<Vec<Ipv4Addr>> {
    let asked = batch.iter().map(|address| ask(*address, host)).collect::<io::Result<Vec<_>>>()?;
    thread::sleep(ANSWER);
    let neighbours = fs::read_to_string(NEIGHBOURS).unwrap_or_default();
    let silent = |(address, socket): &(&Ipv4Addr, UdpSocket)| {
        !is_there(&neighbours, **address) && !is_refused(socket)
    };
    Ok(batch.iter().zip(asked).filter(silent).map(|(address, _)| *address).collect())
}

/// Sends a byte to an address, so that the kernel asks who has it.
fn ask(address: Ipv4Addr, host: Ipv4Addr) -> io::Result<UdpSocket> {
    let socket = UdpSocket::bind((host, 0))?;
    socket.set_nonblocking(true)?;
    socket.connect((address, DISCARD))?;
    socket.send(&[0])?;
    Ok(socket)
}

/// Whether a host answered that nobody listens there.
fn is_refused(socket: &UdpSocket) -> bool {
    let answer = socket.recv(&mut [0; 16]);
    answer.map_or_else(|error| error.kind() == io::ErrorKind::ConnectionRefused, |_| true)
}

/// Whether the kernel knows a hardware address for the address: the third column has bit 1 then (`ATF_COM`).
fn is_there(neighbours: &str, address: Ipv4Addr) -> bool {
    neighbours.lines().skip(1).any(|line| {
        let mut columns = line.split_whitespace();
        let named = columns.next().is_some_and(|column| column.parse() == Ok(address));
        let flags = columns.nth(1).and_then(|flags| flags.strip_prefix("0x"));
        let flags = flags.and_then(|flags| u32::from_str_radix(flags, 16).ok());
        named && flags.is_some_and(|flags| flags & 2 != 0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
IP address       HW type     Flags       HW address            Mask     Device
10.7.0.254       0x1         0x2         02:00:00:00:00:01     *        eth0
10.7.0.253       0x1         0x0         00:00:00:00:00:00     *        eth0
10.7.0.252       0x1         0x6         02:00:00:00:00:02     *        eth0
";

    fn subnet(text: &str) -> Subnet {
        text.parse().expect("a subnet")
    }

    #[test]
    fn a_neighbour_is_there_when_its_hardware_address_is_known() {
        for (last, there) in [(254, true), (253, false), (252, true), (25, false), (2, false)] {
            assert_eq!(is_there(TABLE, Ipv4Addr::new(10, 7, 0, last)), there, "{last}");
        }
        for table in ["", "IP\n", "IP\n10.7.0.1\n10.7.0.1 0x1\n10.7.0.1 0x1 2\n10.7.0.1 0x1 0xg"] {
            assert!(!is_there(table, Ipv4Addr::new(10, 7, 0, 1)));
        }
    }

    #[test]
    fn the_address_of_one_interface_is_chosen() {
        let all = |list: &[(&str, [u8; 4])]| -> Vec<_> {
            list.iter()
                .map(|(name, octets)| ((*name).to_string(), Ipv4Addr::from(*octets)))
                .collect()
        };
        let (lo, eth0) = (("lo", [127, 0, 0, 1]), ("eth0", [10, 7, 0, 1]));
        let chosen = choose(&subnet("10.7.0.0/24"), all(&[lo, eth0])).expect("one");
        assert_eq!(chosen, Ipv4Addr::from(eth0.1));
        let second = ("eth0", [10, 7, 0, 2]);
        let chosen = choose(&subnet("10.7.0.0/24"), all(&[lo, eth0, second])).expect("the first");
        assert_eq!(chosen, Ipv4Addr::from(eth0.1));

        let missing = choose(&subnet("10.8.0.0/24"), all(&[lo, eth0])).expect_err("none");
        let text = "this computer has no address in 10.8.0.0/24; it has 10.7.0.1 (eth0)";
        assert_eq!(missing.to_string(), text);
        let missing = choose(&subnet("10.8.0.0/24"), all(&[lo])).expect_err("none");
        assert!(missing.to_string().ends_with("nor in any other network"));
        let wlan = ("wlan0", [10, 7, 0, 9]);
        let several = choose(&subnet("10.7.0.0/24"), all(&[eth0, wlan])).expect_err("two");
        assert!(several.to_string().ends_with(": 10.7.0.1 (eth0), 10.7.0.9 (wlan0)"));
    }

    #[test]
    fn this_computer_has_its_loopback_address() {
        let host = host_in(&subnet("127.0.0.0/8")).expect("every computer has it");
        assert_eq!(host, Ipv4Addr::LOCALHOST);
    }

    #[test]
    fn every_loopback_address_is_this_computers() {
        let subnet = subnet("127.9.0.0/16");
        let host = host_in(&subnet).expect("it is within 127.0.0.0/8");
        assert_eq!(host, Ipv4Addr::new(127, 9, 0, 1));
        let board = free_address(&subnet, host, &[]).expect("nobody has one");
        assert_eq!(board, Ipv4Addr::new(127, 9, 255, 254));
        let next = free_address(&subnet, host, &[board]).expect("nobody has one");
        assert_eq!(next, Ipv4Addr::new(127, 9, 255, 253));
    }
}
