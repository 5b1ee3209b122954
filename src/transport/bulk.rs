//! Which endpoints of a device are spoken through.

/// A bulk endpoint of an interface's default setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bulk {
    /// `bInterfaceNumber`
    pub(super) interface: u8,
    /// Class, subclass and protocol of that interface.
    pub(super) class: [u8; 3],
    /// `bEndpointAddress`
    pub(super) address: u8,
    /// The packet size in `wMaxPacketSize`.
    pub(super) max_packet: usize,
}

impl Bulk {
    fn is_in(&self) -> bool {
        self.address & 0x80 != 0
    }
}

/// The first interface with a bulk endpoint each way: the one to the device, and the one to the host.
pub(super) fn pair(endpoints: impl Iterator<Item = Bulk>) -> Option<(Bulk, Bulk)> {
    let endpoints: Vec<_> = endpoints.collect();
    endpoints.iter().filter(|end| !end.is_in()).find_map(|out| {
        let back = |end: &&Bulk| end.is_in() && end.interface == out.interface;
        endpoints.iter().find(back).map(|r#in| (*out, *r#in))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(endpoints: &[(u8, u8)]) -> Option<(u8, u8, u8)> {
        let bulk =
            |&(interface, address)| Bulk { interface, class: [0xff; 3], address, max_packet: 512 };
        pair(endpoints.iter().map(bulk)).map(|(out, r#in)| {
            assert_eq!(out.interface, r#in.interface);
            (out.interface, out.address, r#in.address)
        })
    }

    #[test]
    fn the_first_interface_with_both_ways_is_taken() {
        assert_eq!(chosen(&[(0, 0x82), (0, 0x01)]), Some((0, 0x01, 0x82)));
        assert_eq!(
            chosen(&[(0, 0x01), (1, 0x02), (1, 0x83), (2, 0x04), (2, 0x84)]),
            Some((1, 2, 0x83))
        );
        assert_eq!(chosen(&[(0, 0x01), (0, 0x03), (0, 0x82), (0, 0x84)]), Some((0, 0x01, 0x82)));
    }

    #[test]
    fn half_a_pair_is_none() {
        assert_eq!(chosen(&[]), None);
        assert_eq!(chosen(&[(0, 0x01), (1, 0x82)]), None);
        assert_eq!(chosen(&[(0, 0x81), (0, 0x82)]), None);
    }
}
