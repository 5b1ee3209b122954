//! A USB device, as the kernel describes it. Nothing is opened.

use crate::{
    boards::{self, Family, UsbId},
    doctor::machine::{Machine, USB},
    transport::PortPath,
};

/// A device or a hub.
#[derive(Clone, Debug, Default)]
pub(super) struct Device {
    /// The kernel's name for it: `1-1.4`, `usb1` for a bus's own hub.
    pub(super) name: String,
    /// Its place. A bus's own hub has none.
    pub(super) port: Option<PortPath>,
    pub(super) vendor: u16,
    pub(super) product: u16,
    /// What it calls itself.
    pub(super) title: Option<String>,
    /// Mbit/s.
    pub(super) speed: String,
    pub(super) node: String,
    pub(super) class: u8,
    pub(super) protocol: u8,
    pub(super) autosuspends: bool,
}

impl Device {
    fn read(machine: &Machine, name: &str) -> Option<Self> {
        let file = |file: &str| format!("{USB}/{name}/{file}");
        let hex = |name: &str| u16::from_str_radix(&machine.text(&file(name))?, 16).ok();
        let (bus, address): (u16, u16) =
            (machine.number(&file("busnum"))?, machine.number(&file("devnum"))?);
        Some(Self {
            name: name.to_owned(),
            port: name.parse().ok(),
            vendor: hex("idVendor")?,
            product: hex("idProduct")?,
            title: machine.text(&file("product")).filter(|title| !title.is_empty()),
            speed: machine.text(&file("speed")).unwrap_or_else(|| "?".into()),
            node: format!("/dev/bus/usb/{bus:03}/{address:03}"),
            class: hex("bDeviceClass")? as u8,
            protocol: hex("bDeviceProtocol")? as u8,
            autosuspends: machine.text(&file("power/control")).is_some_and(|word| word == "auto"),
        })
    }

    /// The recovery mode that it is in.
    pub(super) fn mode(&self) -> Option<(&'static Family, &'static UsbId)> {
        boards::recognise(self.vendor, self.product)
    }

    /// Ids and name, for people.
    pub(super) fn label(&self) -> String {
        let title = match self.mode() {
            Some((family, id)) => format!("{} {}", family.vendor, id.mode),
            None => self.title.clone().unwrap_or_else(|| "a device without a name".into()),
        };
        format!("{title} ({:04x}:{:04x})", self.vendor, self.product)
    }

    pub(super) fn is_hub(&self) -> bool {
        self.class == 9
    }

    /// Whether all full-speed devices behind this hub share one translator. A bus's own hub has none to share.
    pub(super) fn has_single_translator(&self) -> bool {
        self.is_hub() && self.is_high_speed() && self.protocol == 1 && self.port.is_some()
    }

    /// Whether each port of this hub has a translator.
    pub(super) fn has_translators(&self) -> bool {
        self.is_hub() && self.is_high_speed() && self.protocol == 2
    }

    fn is_high_speed(&self) -> bool {
        self.speed == "480"
    }

    /// Full or low speed: what goes through a translator behind a high-speed hub.
    pub(super) fn is_slow(&self) -> bool {
        matches!(self.speed.as_str(), "12" | "1.5")
    }
}

/// Every device, by port. `Err`: they cannot be listed.
pub(super) fn all(machine: &Machine) -> std::io::Result<Vec<Device>> {
    let names = machine.names(USB)?;
    let devices = names.iter().filter(|name| !name.contains(':'));
    let mut devices: Vec<_> = devices.filter_map(|name| Device::read(machine, name)).collect();
    devices.sort_by(|a, b| a.port.cmp(&b.port));
    Ok(devices)
}

/// The name of the hub that a device hangs on.
pub(super) fn parent(name: &str) -> Option<String> {
    match name.rsplit_once('.') {
        Some((hub, _)) => Some(hub.to_owned()),
        None => name.split_once('-').map(|(bus, _)| format!("usb{bus}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_up_is_in_the_name() {
        let chain: Vec<_> =
            std::iter::successors(Some("1-1.4.2".to_owned()), |name| parent(name)).collect();
        assert_eq!(chain, ["1-1.4.2", "1-1.4", "1-1", "usb1"]);
    }
}
