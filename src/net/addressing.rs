//! How a board and this computer get to a common network.

use std::{fmt, str::FromStr};

use super::{Subnet, SubnetError};

/// The network that they are on, as the user names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressing {
    /// This one; the board gets an address of it that is free, or the one that was named.
    Fixed(Subnet),
    /// The one in which a DHCP server gives the board an address.
    Dhcp,
}

/// The word for it.
const DHCP: &str = "dhcp";

impl FromStr for Addressing {
    type Err = SubnetError;

    fn from_str(text: &str) -> Result<Self, SubnetError> {
        if text == DHCP { Ok(Self::Dhcp) } else { text.parse().map(Self::Fixed) }
    }
}

impl fmt::Display for Addressing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(subnet) => subnet.fmt(f),
            Self::Dhcp => f.write_str(DHCP),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_named_or_found() {
        for text in ["dhcp", "10.7.0.0/24", "10.7.0.15/24"] {
            let addressing: Addressing = text.parse().expect("a network");
            assert_eq!(
                (addressing == Addressing::Dhcp, addressing.to_string()),
                (text == "dhcp", text.into())
            );
        }
        assert_eq!("dhcp6".parse::<Addressing>(), Err(SubnetError::Form));
    }
}
