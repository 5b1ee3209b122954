//! Finding boards by their physical port, and opening them.

use std::{
    fmt,
    time::{Duration, Instant},
};

use nusb::{DeviceInfo, ErrorKind, MaybeFuture, descriptors::TransferType, transfer::Direction};

use super::{Endpoints, Host, PortPath, Stop, nusb_host::NusbHost};

/// The time between two looks for a board that is awaited.
const LOOK: Duration = Duration::from_millis(50);

/// A device at its port.
#[derive(Clone, Debug)]
pub struct Place {
    /// Where it is plugged in.
    pub port: PortPath,
    /// `idVendor`
    pub vendor: u16,
    /// `idProduct`
    pub product: u16,
    info: DeviceInfo,
}

impl Place {
    fn of(info: DeviceInfo) -> Self {
        let port = PortPath::new(info.busnum().into(), info.port_chain());
        Self { port, vendor: info.vendor_id(), product: info.product_id(), info }
    }

    /// Bus number and address, as a trace shows them.
    pub fn address(&self) -> (u16, u8) {
        (self.info.busnum().into(), self.info.device_address())
    }

    fn node(&self) -> String {
        let (bus, address) = self.address();
        format!("/dev/bus/usb/{bus:03}/{address:03}")
    }
}

/// Why there is no board to speak to.
#[derive(Debug)]
pub enum Missing {
    /// None fits.
    Nothing {
        /// The port that was asked for.
        port: Option<PortPath>,
        /// How long it was waited for.
        waited: Duration,
    },
    /// More than one fits.
    Several {
        /// Where they are.
        ports: Vec<PortPath>,
    },
    /// The user stopped the wait.
    Interrupted,
    /// USB devices cannot be listed on this machine.
    Unlisted(String),
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing { port, waited } => {
                f.write_str("no board in a recovery mode")?;
                if let Some(port) = port {
                    write!(f, " at port {port}")?;
                }
                if !waited.is_zero() {
                    write!(f, " within {} s", waited.as_secs_f32())?;
                }
                Ok(())
            }
            Self::Several { ports } => {
                let ports: Vec<_> = ports.iter().map(ToString::to_string).collect();
                write!(f, "more than one board fits: at the ports {}", ports.join(", "))
            }
            Self::Interrupted => f.write_str("interrupted while waiting for a board"),
            Self::Unlisted(why) => write!(f, "USB devices cannot be listed: {why}"),
        }
    }
}

impl std::error::Error for Missing {}

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
    /// It has no pair of bulk endpoints.
    NoEndpoints {
        /// Where the board is.
        port: PortPath,
    },
    /// Something else.
    Other {
        /// Where the board is.
        port: PortPath,
        /// What the operating system said.
        why: nusb::Error,
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

/// Every device whose USB ids `fits` accepts, by port.
pub fn list(fits: fn(u16, u16) -> bool) -> Result<Vec<Place>, Missing> {
    let devices =
        nusb::list_devices().wait().map_err(|error| Missing::Unlisted(error.to_string()))?;
    let mut places: Vec<_> =
        devices.filter(|info| fits(info.vendor_id(), info.product_id())).map(Place::of).collect();
    places.sort_by(|a, b| a.port.cmp(&b.port));
    Ok(places)
}

/// The one device that fits, at `port` or its twin where one is given. Waits up to `wait` for it to show up.
pub fn find(
    fits: fn(u16, u16) -> bool,
    port: Option<&PortPath>,
    wait: Duration,
    stop: &Stop,
) -> Result<Place, Missing> {
    let wanted = |place: &Place| {
        port.is_none_or(|port| *port == place.port || place.port.twin().as_ref() == Some(port))
    };
    let start = Instant::now();
    loop {
        let mut places = list(fits)?;
        places.retain(wanted);
        match places.len() {
            0 if stop.asked() => return Err(Missing::Interrupted),
            0 if start.elapsed() >= wait => {
                return Err(Missing::Nothing { port: port.cloned(), waited: wait });
            }
            0 => std::thread::sleep(LOOK.min(wait)),
            1 => return Ok(places.remove(0)),
            _ => {
                return Err(Missing::Several {
                    ports: places.into_iter().map(|place| place.port).collect(),
                });
            }
        }
    }
}

/// Opens a device and claims the interface that has a bulk endpoint each way.
pub fn open(place: &Place) -> Result<(Box<dyn Host>, Endpoints), OpenError> {
    let device = place.info.open().wait().map_err(|why| refused(place, why))?;
    let (interface, out, r#in, max_packet) =
        bulk_pair(&device).ok_or_else(|| OpenError::NoEndpoints { port: place.port.clone() })?;
    let interface = device.claim_interface(interface).wait().map_err(|why| refused(place, why))?;
    let host = NusbHost::new(interface, out, r#in).map_err(|why| refused(place, why))?;
    let endpoints =
        Endpoints { vendor: place.vendor, product: place.product, out, r#in, max_packet };
    Ok((Box::new(host), endpoints))
}

/// The first interface with a bulk endpoint each way: its number, the endpoints, the packet size.
fn bulk_pair(device: &nusb::Device) -> Option<(u8, u8, u8, usize)> {
    let configuration = device.active_configuration().ok()?;
    configuration
        .interface_alt_settings()
        .filter(|setting| setting.alternate_setting() == 0)
        .find_map(|setting| {
            let bulk = |direction| {
                let of_kind = |endpoint: &nusb::descriptors::EndpointDescriptor<'_>| {
                    endpoint.transfer_type() == TransferType::Bulk
                        && endpoint.direction() == direction
                };
                setting.endpoints().find(of_kind)
            };
            let (out, r#in) = (bulk(Direction::Out)?, bulk(Direction::In)?);
            Some((setting.interface_number(), out.address(), r#in.address(), out.max_packet_size()))
        })
}

fn refused(place: &Place, why: nusb::Error) -> OpenError {
    let port = place.port.clone();
    match why.kind() {
        ErrorKind::PermissionDenied => OpenError::Permission { port, node: place.node() },
        ErrorKind::Busy => OpenError::Busy { port },
        _ => OpenError::Other { port, why },
    }
}
