//! Devices as nusb finds and opens them.

use std::sync::Arc;

use nusb::{DeviceInfo, ErrorKind, MaybeFuture, descriptors::TransferType};

use super::{
    PortPath,
    bulk::{self, Bulk},
    nusb_host::NusbHost,
    place::{Claimed, Face, Found, OpenError, Place},
};

/// Every device there is.
pub(super) fn list() -> Result<Vec<Place>, String> {
    let devices = nusb::list_devices().wait().map_err(|error| error.to_string())?;
    Ok(devices.map(place).collect())
}

fn place(info: DeviceInfo) -> Place {
    let bus = bus(&info);
    Place {
        port: PortPath::new(bus, info.port_chain()),
        vendor: info.vendor_id(),
        product: info.product_id(),
        address: (bus, info.device_address()),
        found: Arc::new(info),
    }
}

/// The number of its bus.
#[cfg(target_os = "linux")]
fn bus(info: &DeviceInfo) -> u16 {
    info.busnum().into()
}

/// The number of its bus: the first byte of macOS' location id, in hexadecimal.
#[cfg(not(target_os = "linux"))]
fn bus(info: &DeviceInfo) -> u16 {
    u16::from_str_radix(info.bus_id(), 16).unwrap_or_default()
}

impl Found for DeviceInfo {
    fn interfaces(&self) -> Vec<(u8, u8, u8)> {
        let interfaces = Self::interfaces(self);
        interfaces
            .map(|interface| (interface.class(), interface.subclass(), interface.protocol()))
            .collect()
    }

    fn product_name(&self) -> Option<&str> {
        self.product_string()
    }

    fn open(&self, place: &Place) -> Result<Claimed, OpenError> {
        open(place, self)
    }
}

fn open(place: &Place, info: &DeviceInfo) -> Result<Claimed, OpenError> {
    let device = DeviceInfo::open(info).wait().map_err(|why| refused(place, &why))?;
    let (out, r#in) =
        pair(&device).ok_or_else(|| OpenError::NoEndpoints { port: place.port.clone() })?;
    let interface =
        device.claim_interface(out.interface).wait().map_err(|why| refused(place, &why))?;
    let host =
        NusbHost::new(interface, out.address, r#in.address).map_err(|why| refused(place, &why))?;
    let descriptor = device.device_descriptor();
    let strings = [
        descriptor.manufacturer_string_index(),
        descriptor.product_string_index(),
        descriptor.serial_number_string_index(),
    ];
    let face = Face {
        usb: descriptor.usb_version(),
        strings: strings.iter().any(Option::is_some),
        class: Some(out.class),
    };
    Ok(Claimed { host: Box::new(host), endpoints: place.endpoints(out, r#in), face })
}

fn pair(device: &nusb::Device) -> Option<(Bulk, Bulk)> {
    let configuration = device.active_configuration().ok()?;
    let settings = configuration.interface_alt_settings();
    bulk::pair(settings.filter(|setting| setting.alternate_setting() == 0).flat_map(|setting| {
        let interface = setting.interface_number();
        let class = [setting.class(), setting.subclass(), setting.protocol()];
        let endpoints = setting.endpoints();
        endpoints.filter(|endpoint| endpoint.transfer_type() == TransferType::Bulk).map(
            move |endpoint| Bulk {
                interface,
                class,
                address: endpoint.address(),
                max_packet: endpoint.max_packet_size(),
            },
        )
    }))
}

fn refused(place: &Place, why: &nusb::Error) -> OpenError {
    let port = place.port.clone();
    match why.kind() {
        ErrorKind::PermissionDenied => OpenError::Permission { port, node: place.node() },
        ErrorKind::Busy => OpenError::Busy { port },
        _ => OpenError::Other { port, why: why.to_string() },
    }
}
