//! Devices as libusb finds and opens them: the second way to usbfs, to compare the first one with.

mod fault;
mod host;
mod queue;
mod transfer;

use std::{fs::File, path::Path, sync::Arc};

use rusb::{Context, Device, Error, TransferType, UsbContext};

use super::{
    PortPath,
    bulk::{self, Bulk},
    place::{Claimed, Face, Found, OpenError, Place},
};
use host::LibusbHost;

/// Every device there is. The context is a new one each time: its first look goes to sysfs, while a context that lives on
/// hears of new devices only from udev's daemon, which not every container and rescue system has.
pub(super) fn list() -> Result<Vec<Place>, String> {
    // To libusb a machine without USB is one without devices.
    let sysfs = Path::new("/sys/bus/usb/devices");
    if cfg!(target_os = "linux") && !sysfs.exists() {
        return Err(format!("{} not found", sysfs.display()));
    }
    places().map_err(|error| error.to_string())
}

fn places() -> Result<Vec<Place>, Error> {
    let devices = Context::new()?.devices()?;
    Ok(devices.iter().flat_map(|device| place(&device)).collect())
}

fn place(device: &Device<Context>) -> Result<Place, Error> {
    let descriptor = device.device_descriptor()?;
    Ok(Place {
        port: PortPath::new(device.bus_number().into(), &device.port_numbers()?),
        vendor: descriptor.vendor_id(),
        product: descriptor.product_id(),
        address: (device.bus_number().into(), device.address()),
        found: Arc::new(ByAddress),
    })
}

/// Its address says enough: it is looked up again in a libusb context of its own.
#[derive(Debug)]
struct ByAddress;

impl Found for ByAddress {
    fn open(&self, place: &Place) -> Result<Claimed, OpenError> {
        open(place)
    }
}

/// A kernel driver that holds the interface stays, as with nusb: the interface is busy then.
fn open(place: &Place) -> Result<Claimed, OpenError> {
    let refused = |why| refused(place, why);
    let device = find(place).map_err(refused)?;
    let handle = device.open().map_err(refused)?;
    let (out, r#in) =
        pair(&device).ok_or_else(|| OpenError::NoEndpoints { port: place.port.clone() })?;
    handle.claim_interface(out.interface).map_err(refused)?;
    let face = face(&device, out.class).map_err(refused)?;
    let host = Box::new(LibusbHost::new(handle, out, r#in));
    Ok(Claimed { host, endpoints: place.endpoints(out, r#in), face })
}

fn face(device: &Device<Context>, class: [u8; 3]) -> Result<Face, Error> {
    let descriptor = device.device_descriptor()?;
    let rusb::Version(major, minor, sub) = descriptor.usb_version();
    let strings = [
        descriptor.manufacturer_string_index(),
        descriptor.product_string_index(),
        descriptor.serial_number_string_index(),
    ];
    // rusb reads bcdUSB's digits apart.
    let usb = u16::from(major) << 8 | u16::from(minor) << 4 | u16::from(sub);
    Ok(Face { usb, strings: strings.iter().any(Option::is_some), class: Some(class) })
}

/// The device in a context of its own: boards do not wait for each other's events.
fn find(wanted: &Place) -> Result<Device<Context>, Error> {
    let is_wanted = |device: &Device<Context>| {
        place(device).is_ok_and(|place| {
            (place.address, place.vendor, place.product, &place.port)
                == (wanted.address, wanted.vendor, wanted.product, &wanted.port)
        })
    };
    Context::new()?.devices()?.iter().find(is_wanted).ok_or(Error::NoDevice)
}

fn pair(device: &Device<Context>) -> Option<(Bulk, Bulk)> {
    let configuration = device.active_config_descriptor().ok()?;
    let settings = configuration.interfaces().flat_map(|interface| interface.descriptors());
    bulk::pair(settings.filter(|setting| setting.setting_number() == 0).flat_map(|setting| {
        let interface = setting.interface_number();
        let class = [setting.class_code(), setting.sub_class_code(), setting.protocol_code()];
        let endpoints = setting.endpoint_descriptors();
        endpoints.filter(|endpoint| endpoint.transfer_type() == TransferType::Bulk).map(
            move |endpoint| Bulk {
                interface,
                class,
                address: endpoint.address(),
                max_packet: packet_size(endpoint.max_packet_size()),
            },
        )
    }))
}

/// The bits of `wMaxPacketSize` that are the size.
fn packet_size(field: u16) -> usize {
    usize::from(field & 0x7ff)
}

fn refused(place: &Place, why: Error) -> OpenError {
    let port = place.port.clone();
    match why {
        Error::Access => OpenError::Permission { port, node: place.node() },
        Error::Io if is_denied(&place.node()) => OpenError::Permission { port, node: place.node() },
        Error::Busy => OpenError::Busy { port },
        _ => OpenError::Other { port, why: why.to_string() },
    }
}

/// libusb knows EACCES; EPERM, as a container's device rules say it, is an I/O error to it.
fn is_denied(node: &str) -> bool {
    let opened = File::options().read(true).write(true).open(node);
    opened.is_err_and(|error| error.kind() == std::io::ErrorKind::PermissionDenied)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somewhere() -> Place {
        Place {
            port: PortPath::new(1, &[4, 2]),
            vendor: 0x1f3a,
            product: 0xefe8,
            // No bus of Linux has this number: its node does not exist.
            address: (999, 7),
            found: Arc::new(ByAddress),
        }
    }

    #[test]
    fn refusals_have_the_same_classes_as_with_nusb() {
        let place = somewhere();
        assert!(matches!(
            refused(&place, Error::Access),
            OpenError::Permission { node, .. } if node == "/dev/bus/usb/999/007"
        ));
        assert!(matches!(refused(&place, Error::Busy), OpenError::Busy { .. }));
        for other in [Error::Io, Error::NoDevice, Error::NotFound, Error::NoMem] {
            assert!(matches!(refused(&place, other), OpenError::Other { .. }), "{other}");
        }
    }

    #[test]
    fn a_device_that_has_left_is_not_opened() {
        let error = open(&somewhere()).err().map(|error| error.to_string());
        let says = "the board at port 1-4.2 cannot be opened: ";
        assert!(error.is_some_and(|error| error.starts_with(says)));
    }

    #[test]
    fn a_packet_size_has_eleven_bits() {
        assert_eq!(packet_size(512), 512);
        assert_eq!(packet_size(0x1400), 0x400);
    }
}
