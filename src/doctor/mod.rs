//! Problems of this computer that keep it from its boards.
//!
//! Everything is read from files below a [`Machine`]'s root, as the kernel shows them, and devices are opened only to
//! see whether they can be: so this works where nothing else does, and on made-up machines in tests. A new kind of
//! place is a file with a check, and a line in `CHECKS`.

mod access;
mod account;
mod device;
mod finding;
mod holders;
mod hubs;
mod listing;
mod machine;
mod memory;
mod probers;
mod rules;
mod serial;
#[cfg(test)]
mod tests;

pub use access::remedy;
pub use finding::{Check, Finding, Severity};
pub use machine::Machine;
pub use memory::{advice as memory_advice, boards_at_once};
pub use serial::{SerialPort, ports as serial_ports, remedy as serial_remedy};

use crate::{
    boards::{Family, UsbId},
    transport::PortPath,
};
use account::Account;
use device::Device;

/// What every check looks at.
struct Scene<'m> {
    machine: &'m Machine,
    account: Account,
    devices: Vec<Device>,
    /// Why they could not be listed.
    unlisted: Option<String>,
    /// The port that was asked for.
    port: Option<PortPath>,
}

/// Each looks at one thing, in the order in which they stand in the way.
const CHECKS: [fn(&Scene<'_>) -> Vec<Finding>; 8] = [
    listing::check,
    access::check,
    rules::check,
    memory::check,
    holders::check,
    hubs::check,
    serial::check,
    probers::check,
];

/// Looks at everything; `port` limits it to what is plugged in there.
pub fn examine(machine: &Machine, port: Option<&PortPath>) -> Vec<Finding> {
    let scene = Scene::of(machine, port);
    CHECKS.iter().flat_map(|check| check(&scene)).collect()
}

impl<'m> Scene<'m> {
    fn of(machine: &'m Machine, port: Option<&PortPath>) -> Self {
        let (devices, unlisted) = match device::all(machine) {
            Ok(devices) => (devices, None),
            Err(error) => (Vec::new(), Some(error.to_string())),
        };
        Self { machine, account: Account::of(machine), devices, unlisted, port: port.cloned() }
    }

    /// The boards in a recovery mode at the port that was asked for, or at any, by port.
    fn boards(&self) -> impl Iterator<Item = (&PortPath, &Device)> {
        self.devices
            .iter()
            .filter(|device| device.mode().is_some() && self.is_at_port(device))
            .filter_map(|device| Some((device.port.as_ref()?, device)))
    }

    /// The recovery modes of all boards.
    fn modes(&self) -> impl Iterator<Item = (&'static Family, &'static UsbId)> {
        self.devices.iter().filter_map(Device::mode)
    }

    /// Whether a device is at the port that was asked for, at either speed.
    fn is_at_port(&self, device: &Device) -> bool {
        self.port.is_none() || device.port.as_ref().is_some_and(|place| self.is_port(place))
    }

    /// Whether this is the port that was asked for, if one was.
    fn is_port(&self, place: &PortPath) -> bool {
        let Some(port) = &self.port else { return true };
        place == port || place.twin_below(&self.machine.usb()).as_ref() == Some(port)
    }
}
