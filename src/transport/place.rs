//! A device at its port, whatever library found it, and opening it.

use std::{fmt, sync::Arc};

use super::{Endpoints, Host, PortPath, bulk::Bulk};

/// A device at its port.
#[derive(Clone, Debug)]
pub struct Place {
    /// Where it is plugged in.
    pub port: PortPath,
    /// `idVendor`
    pub vendor: u16,
    /// `idProduct`
    pub product: u16,
    /// Bus number and address, as a trace shows them. The address is another one each time that something is plugged in.
    pub address: (u16, u8),
    pub(super) found: Arc<dyn Found>,
}

/// A device as the library that found it knows it.
pub(super) trait Found: fmt::Debug + Send + Sync {
    /// Class, subclass and protocol of each interface, as far as they are known without opening the device.
    fn interfaces(&self) -> Vec<(u8, u8, u8)> {
        Vec::new()
    }

    /// What the device calls itself, as far as that is known without opening it.
    fn product_name(&self) -> Option<&str> {
        None
    }

    /// Opens the device and claims the interface that has a bulk endpoint each way.
    fn open(&self, place: &Place) -> Result<Claimed, OpenError>;
}

impl Place {
    /// Whether it is at that port, or at its twin.
    pub fn is_at(&self, port: &PortPath) -> bool {
        *port == self.port || self.port.twin().as_ref() == Some(port)
    }

    /// Class, subclass and protocol of each interface, as far as they are known without opening the device.
    pub fn interfaces(&self) -> Vec<(u8, u8, u8)> {
        self.found.interfaces()
    }

    /// What the device calls itself, as far as that is known without opening it.
    pub fn product_name(&self) -> Option<&str> {
        self.found.product_name()
    }

    /// Opens the device and claims the interface that has a bulk endpoint each way.
    pub fn open(&self) -> Result<Claimed, OpenError> {
        self.found.open(self)
    }

    /// The node that usbfs has for the device.
    pub(super) fn node(&self) -> String {
        let (bus, address) = self.address;
        format!("/dev/bus/usb/{bus:03}/{address:03}")
    }

    /// The device's ids and the endpoints that were chosen.
    pub(super) fn endpoints(&self, out: Bulk, r#in: Bulk) -> Endpoints {
        Endpoints {
            vendor: self.vendor,
            product: self.product,
            out: out.address,
            r#in: r#in.address,
            max_packet: out.max_packet,
        }
    }
}

/// What descriptors say beside the ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Face {
    /// `bcdUSB`
    pub usb: u16,
    /// Whether the device's names any string.
    pub strings: bool,
    /// Class, subclass and protocol of the interface that is spoken through; `None`: a recording does not tell.
    pub class: Option<[u8; 3]>,
}

/// A claimed interface, and who is behind it.
pub struct Claimed {
    /// What moves transfers.
    pub host: Box<dyn Host>,
    /// Ids and endpoints.
    pub endpoints: Endpoints,
    /// What else descriptors say.
    pub face: Face,
}

/// Why a board cannot be opened.
#[derive(Debug)]
pub enum OpenError {
    /// The device node may not be opened.
    Permission {
        /// Where the board is.
        port: PortPath,
        /// The node.
        node: String,
    },
    /// Another program holds the interface.
    Busy {
        /// Where the board is.
        port: PortPath,
    },
    /// Another process of this program uses the port.
    Locked {
        /// Where the board is.
        port: PortPath,
        /// The process, where it is known.
        by: Option<u32>,
    },
    /// It has no pair of bulk endpoints.
    NoEndpoints {
        /// Where the board is.
        port: PortPath,
    },
    /// Something else.
    Other {
        /// Where the board is.
        port: PortPath,
        /// What the library said.
        why: String,
    },
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Permission { port, node } => {
                write!(f, "no permission to open the board at port {port} ({node})")
            }
            Self::Busy { port } => {
                write!(f, "the board at port {port} is in use by another program")
            }
            Self::Locked { port, by } => {
                write!(f, "the board at port {port} is in use by another racklet-flash")?;
                by.map_or(Ok(()), |pid| write!(f, " (process {pid})"))
            }
            Self::NoEndpoints { port } => {
                write!(f, "the device at port {port} has no pair of bulk endpoints")
            }
            Self::Other { port, why } => {
                write!(f, "the board at port {port} cannot be opened: {why}")
            }
        }
    }
}

impl std::error::Error for OpenError {}
