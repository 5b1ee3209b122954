//! The board at its USB port: opened, lost when another program starts on it, found again.

use std::time::Duration;

use link::{UsbLink, Watch};

use crate::{
    boards::{self, Protocol},
    failure::Problem,
    transport::{self, Bus, Endpoints, Face, Link, Missing, Place, Stop},
};

/// A board, and the way back to it.
pub struct UsbSession {
    /// The way to the program that runs now.
    pub link: Link,
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
    boards::recognise(vendor, product).is_some_and(|(family, _)| family.protocol == Some(protocol))
}

/// Whether FEL may be spoken with a USB device.
pub fn is_fel(vendor: u16, product: u16) -> bool {
    is_of(Protocol::Fel, vendor, product)
}

/// Whether a USB device is of Rockchip's family.
pub fn is_rockchip(vendor: u16, product: u16) -> bool {
    is_of(Protocol::Rockusb, vendor, product)
}

/// Whether a USB device is of Amlogic's families.
pub fn is_amlogic(vendor: u16, product: u16) -> bool {
    is_of(Protocol::Optimus, vendor, product) || is_of(Protocol::Adnl, vendor, product)
}

/// Whether a USB device is of a family whose boards speak fastboot.
pub fn is_fastboot(vendor: u16, product: u16) -> bool {
    is_of(Protocol::Fastboot, vendor, product)
}

/// Whether a USB device is in a recovery mode of any family.
pub fn is_board(vendor: u16, product: u16) -> bool {
    boards::recognise(vendor, product).is_some()
}

/// What comes to a board's port next.
#[derive(Clone, Copy)]
pub struct Awaited<'a> {
    /// What people call it: `usbplug`.
    pub what: &'a str,
    /// Whether a USB device may be it, by its ids.
    pub fits: fn(u16, u16) -> bool,
    /// How long it may take.
    pub limit: Duration,
}

impl UsbSession {
    pub(super) fn new(link: Link, endpoints: Endpoints, face: Face, at: At) -> Self {
        Self { link, endpoints, face, at }
    }

    /// The endpoints and ids that its descriptors tell.
    pub fn endpoints(&self) -> Endpoints {
        self.endpoints
    }

    /// What else its descriptors tell.
    pub fn face(&self) -> Face {
        self.face
    }

    /// The port, for scripts: `1-1.4`. `None`: a recording has none.
    pub fn port(&self) -> Option<String> {
        match &self.at {
            At::Port(_, place) => Some(place.port.to_string()),
            At::Virtual(port, _) => Some(port.clone()),
            At::Recording => None,
        }
    }

    /// The USB ids.
    pub fn ids(&self) -> (u16, u16) {
        (self.endpoints.vendor, self.endpoints.product)
    }

    /// Goes on with the program that comes to the same port once the present one has disconnected. Fails, before a byte is
    /// sent, if that is a board which does not `fit`: boards were swapped.
    pub fn reconnect(
        &mut self,
        next: &Awaited<'_>,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        let Awaited { what, fits, limit } = *next;
        let at = self.port().map(|port| format!(" at {port}")).unwrap_or_default();
        watch.wait(&format!("{what}{at}"), limit);
        match &mut self.at {
            At::Port(bus, place) => {
                let (next, claimed) = transport::again(*bus, place, is_board, limit, stop)?;
                expect(fits, claimed.endpoints)?;
                (self.endpoints, self.face) = (claimed.endpoints, claimed.face);
                self.link.resume(claimed, next.address);
                *place = next;
            }
            At::Virtual(port, address) => {
                address.1 = address.1.wrapping_add(1);
                let lost = || Missing::Lost { port: port.clone(), waited: limit };
                let next = self.link.succeed(limit, *address).ok_or_else(lost)?;
                expect(fits, next.0)?;
                (self.endpoints, self.face) = next;
            }
            // It has no descriptors: which program answers is found out by asking.
            At::Recording => self.endpoints.out = 1,
        }
        Ok(())
    }

    /// What the link has done, for those who want to know.
    pub fn counts(&self) -> String {
        let counts = self.link.counts();
        format!(
            "{} transfers, {} host waits, {} bytes sent, {} received",
            counts.transfers, counts.waits, counts.sent, counts.received
        )
    }
}

/// Refuses a device of another family than the one that was there before.
fn expect(fits: fn(u16, u16) -> bool, endpoints: Endpoints) -> Result<(), Problem> {
    let (vendor, product) = (endpoints.vendor, endpoints.product);
    match fits(vendor, product) {
        true => Ok(()),
        false => Err(Problem::Swapped(format!(
            "another board came to the port: {vendor:04x}:{product:04x}; nothing was sent to it"
        ))),
    }
}
