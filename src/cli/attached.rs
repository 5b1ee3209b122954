//! The board at its port: opened, lost when another program starts on it, found again.

use std::time::Duration;

use link::UsbLink;
use rockusb::host::Seen;

use super::Options;
use crate::{
    boards::{self, Protocol},
    transport::{self, Bus, Endpoints, Face, Link, Missing, Place, Stop},
};

/// A board, and the way back to it.
pub(super) struct Attached {
    /// The way to the program that runs now.
    pub(super) link: Link,
    endpoints: Endpoints,
    face: Face,
    at: At,
}

/// Where it is.
pub(super) enum At {
    /// At a port of this machine.
    Port(Bus, Place),
    /// At a port of this process's own: its name and its address.
    Virtual(String, (u16, u8)),
    /// In a recording.
    Recording,
}

/// Whether a USB device is of the family with that protocol.
fn is_of(protocol: Protocol, vendor: u16, product: u16) -> bool {
    boards::recognise(vendor, product).is_some_and(|(family, _)| family.protocol == protocol)
}

/// Whether FEL may be spoken with a USB device.
pub(super) fn is_fel(vendor: u16, product: u16) -> bool {
    is_of(Protocol::Fel, vendor, product)
}

/// Whether a USB device is of Rockchip's family.
pub(super) fn is_rockchip(vendor: u16, product: u16) -> bool {
    is_of(Protocol::Rockusb, vendor, product)
}

/// Whether a USB device is of Amlogic's families.
pub(super) fn is_amlogic(vendor: u16, product: u16) -> bool {
    is_of(Protocol::Optimus, vendor, product) || is_of(Protocol::Adnl, vendor, product)
}

/// Whether a USB device is in a recovery mode of any family.
pub(super) fn is_board(vendor: u16, product: u16) -> bool {
    boards::recognise(vendor, product).is_some()
}

impl Attached {
    pub(super) fn new(link: Link, endpoints: Endpoints, face: Face, at: At) -> Self {
        Self { link, endpoints, face, at }
    }

    /// What its descriptors tell, as far as Rockchip's boards are told apart by them.
    pub(super) fn seen(&self) -> Seen {
        let Endpoints { vendor, product, out, .. } = self.endpoints;
        Seen { vendor, product, usb: self.face.usb, strings: self.face.strings, out }
    }

    /// The USB ids.
    pub(super) fn ids(&self) -> (u16, u16) {
        (self.endpoints.vendor, self.endpoints.product)
    }

    /// Goes on with the program that comes to the same port, once the present one has left.
    pub(super) fn again(&mut self, limit: Duration, stop: &Stop) -> anyhow::Result<()> {
        match &mut self.at {
            At::Port(bus, place) => {
                let (next, claimed) = transport::again(*bus, place, is_board, limit, stop)?;
                (self.endpoints, self.face) = (claimed.endpoints, claimed.face);
                self.link.resume(claimed, next.address);
                *place = next;
            }
            At::Virtual(port, address) => {
                address.1 = address.1.wrapping_add(1);
                let lost = || Missing::Lost { port: port.clone(), waited: limit };
                let next = self.link.succeed(limit, *address).ok_or_else(lost)?;
                (self.endpoints, self.face) = next;
            }
            // It has no descriptors: who answers is found out by asking.
            At::Recording => self.endpoints.out = 1,
        }
        Ok(())
    }

    /// What the link has done, for those who want to know.
    pub(super) fn counts(&self) -> String {
        let counts = self.link.counts();
        format!(
            "{} transfers, {} host waits, {} bytes sent, {} received",
            counts.transfers, counts.waits, counts.sent, counts.received
        )
    }
}

/// Whether whole exchanges are queued with a device, by the board database.
pub(super) fn queues(options: &Options, (vendor, product): (u16, u16)) -> bool {
    let known = boards::recognise(vendor, product);
    options.queues(known.is_some_and(|(family, _)| family.queue_across_phases))
}
