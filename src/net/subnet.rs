//! A network of IPv4 addresses.

use std::{fmt, net::Ipv4Addr, str::FromStr};

/// A subnet, as in `10.7.0.0/24`, and perhaps one address in it, as in `10.7.0.50/24`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subnet {
    network: Ipv4Addr,
    prefix: u8,
    address: Option<Ipv4Addr>,
}

/// Why a text names no subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubnetError {
    /// It is not an address, a slash and a number.
    Form,
    /// The number is not one from 8 to 30.
    Prefix,
    /// No board can have an address there.
    Reserved,
    /// The address is the subnet's broadcast address.
    Broadcast,
}

impl Subnet {
    /// The network that begins with an address; `prefix` is a number from 8 to 30.
    pub(crate) const fn of(network: Ipv4Addr, prefix: u8) -> Self {
        Self { network, prefix, address: None }
    }

    /// The first address, which stands for the subnet itself.
    pub fn network(&self) -> Ipv4Addr {
        self.network
    }

    /// The address that was named within the subnet, if any: the board's own.
    pub fn address(&self) -> Option<Ipv4Addr> {
        self.address
    }

    /// The same with an address that is in it, for the board.
    pub fn with(self, address: Ipv4Addr) -> Self {
        Self { address: Some(address), ..self }
    }

    /// The netmask, as U-Boot wants it.
    pub fn netmask(&self) -> Ipv4Addr {
        Ipv4Addr::from_bits(u32::MAX << (32 - u32::from(self.prefix)))
    }

    /// Whether an address is in it.
    pub fn contains(&self, address: Ipv4Addr) -> bool {
        address.to_bits() & self.netmask().to_bits() == self.network.to_bits()
    }

    /// The last address, which reaches everybody.
    pub fn broadcast(&self) -> Ipv4Addr {
        Ipv4Addr::from_bits(self.network.to_bits() | !self.netmask().to_bits())
    }

    /// The lowest address that a host may have other than the one that was named.
    pub(super) fn lowest_other(&self) -> Ipv4Addr {
        let first = self.network.to_bits() + 1;
        let named = self.address.is_some_and(|address| address.to_bits() == first);
        Ipv4Addr::from_bits(first + u32::from(named))
    }

    /// The addresses that hosts may have, from the highest on.
    pub fn hosts(&self) -> impl Iterator<Item = Ipv4Addr> + use<> {
        (self.network.to_bits() + 1..self.broadcast().to_bits()).rev().map(Ipv4Addr::from_bits)
    }
}

impl FromStr for Subnet {
    type Err = SubnetError;

    fn from_str(text: &str) -> Result<Self, SubnetError> {
        let (address, prefix) = text.split_once('/').ok_or(SubnetError::Form)?;
        let address: Ipv4Addr = address.parse().map_err(|_| SubnetError::Form)?;
        let prefix: u8 = prefix.parse().map_err(|_| SubnetError::Form)?;
        if !(8..=30).contains(&prefix) {
            return Err(SubnetError::Prefix);
        }
        let mut subnet = Self { network: address, prefix, address: None };
        subnet.network = Ipv4Addr::from_bits(address.to_bits() & subnet.netmask().to_bits());
        subnet.address = (address != subnet.network).then_some(address);
        match address.octets()[0] {
            0 | 224.. => Err(SubnetError::Reserved),
            _ if address == subnet.broadcast() => Err(SubnetError::Broadcast),
            _ => Ok(subnet),
        }
    }
}

impl fmt::Display for Subnet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address.unwrap_or(self.network), self.prefix)
    }
}

impl fmt::Display for SubnetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "a subnet is an address and the length of its prefix, as in 10.7.0.0/24",
            Self::Prefix => "the length of the prefix is a number from 8 to 30, as in 10.7.0.0/24",
            Self::Reserved => "no board can have an address of that network",
            Self::Broadcast => {
                "the last address of a subnet is the one for broadcasts: a board cannot have it"
            }
        })
    }
}

impl std::error::Error for SubnetError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn subnet(text: &str) -> Subnet {
        text.parse().expect("a subnet")
    }

    #[test]
    fn a_subnet_may_name_the_boards_address() {
        for (text, network, netmask, address) in [
            ("10.7.0.0/24", "10.7.0.0", "255.255.255.0", None),
            ("10.7.0.50/24", "10.7.0.0", "255.255.255.0", Some("10.7.0.50")),
            ("192.168.3.130/30", "192.168.3.128", "255.255.255.252", Some("192.168.3.130")),
            ("10.1.2.3/8", "10.0.0.0", "255.0.0.0", Some("10.1.2.3")),
        ] {
            let subnet = subnet(text);
            assert_eq!(subnet.network().to_string(), network);
            assert_eq!(subnet.netmask().to_string(), netmask);
            assert_eq!(subnet.address().map(|address| address.to_string()).as_deref(), address);
            assert_eq!(subnet.to_string(), text);
        }
    }

    #[test]
    fn what_is_no_subnet_says_why() {
        for (text, why) in [
            ("", SubnetError::Form),
            ("10.7.0.0", SubnetError::Form),
            ("10.7.0/24", SubnetError::Form),
            ("10.7.0.0/x", SubnetError::Form),
            ("10.7.0.0/255.255.255.0", SubnetError::Form),
            ("fe80::/64", SubnetError::Form),
            ("10.7.0.0/31", SubnetError::Prefix),
            ("10.7.0.0/7", SubnetError::Prefix),
            ("0.0.0.0/8", SubnetError::Reserved),
            ("224.0.0.0/24", SubnetError::Reserved),
            ("10.7.0.255/24", SubnetError::Broadcast),
        ] {
            assert_eq!(text.parse::<Subnet>(), Err(why), "{text}");
        }
    }

    #[test]
    fn hosts_come_from_the_highest_on() {
        let hosts: Vec<_> = subnet("10.7.0.0/29").hosts().map(|host| host.octets()[3]).collect();
        assert_eq!(hosts, [6, 5, 4, 3, 2, 1]);
        assert!(subnet("10.7.0.0/29").contains(Ipv4Addr::new(10, 7, 0, 7)));
        assert!(!subnet("10.7.0.0/29").contains(Ipv4Addr::new(10, 7, 0, 8)));
        assert_eq!(subnet("10.0.0.0/8").hosts().count(), (1 << 24) - 2);
    }
}
