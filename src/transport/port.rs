//! A board's place: the USB port it hangs on.

use std::{
    fmt,
    path::{Path, PathBuf},
    str::FromStr,
};

/// A port path as the kernel writes it: bus, then the port on each hub (`1-1.4.2`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PortPath {
    bus: u16,
    ports: Vec<u8>,
}

impl PortPath {
    /// The port reached from bus `bus` through `ports`.
    pub fn new(bus: u16, ports: &[u8]) -> Self {
        Self { bus, ports: ports.to_vec() }
    }

    /// The bus.
    pub fn bus(&self) -> u16 {
        self.bus
    }

    /// The port of the root hub, where that is the whole path.
    pub fn root(&self) -> Option<u8> {
        match self.ports.as_slice() {
            [root] => Some(*root),
            _ => None,
        }
    }

    /// The same socket's port at SuperSpeed (or back): what is plugged in there shows up on either.
    pub fn twin(&self) -> Option<Self> {
        self.twin_below(Path::new("/sys/bus/usb/devices"))
    }

    /// The same below another folder of the kernel's USB devices.
    pub(crate) fn twin_below(&self, devices: &Path) -> Option<Self> {
        let peer = std::fs::read_link(self.hub_port(devices)?.join("peer")).ok()?;
        Self::of_hub_port(peer.file_name()?.to_str()?)
    }

    /// The folder of the port itself (not of what is plugged in), as the kernel's hub driver names it.
    fn hub_port(&self, devices: &Path) -> Option<PathBuf> {
        let (last, hub) = self.ports.split_last()?;
        let bus = self.bus;
        Some(match hub {
            [] => devices.join(format!("{bus}-0:1.0/usb{bus}-port{last}")),
            _ => {
                let hub = Self::new(bus, hub);
                devices.join(format!("{hub}:1.0/{hub}-port{last}"))
            }
        })
    }

    /// Reads the name of such a folder: `usb2-port3`, `2-1.4-port2`.
    pub(crate) fn of_hub_port(name: &str) -> Option<Self> {
        let (hub, port) = name.rsplit_once("-port")?;
        match hub.strip_prefix("usb") {
            Some(bus) => format!("{bus}-{port}"),
            None => format!("{hub}.{port}"),
        }
        .parse()
        .ok()
    }
}

impl fmt::Display for PortPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.bus)?;
        for (index, port) in self.ports.iter().enumerate() {
            write!(f, "{}{port}", if index > 0 { "." } else { "" })?;
        }
        Ok(())
    }
}

impl FromStr for PortPath {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!("`{text}` is not a USB port path such as 1-1.4.2 (see `racklet-flash list`)")
        };
        let (bus, ports) = text.split_once('-').ok_or_else(wrong)?;
        let ports: Result<Vec<u8>, _> = ports.split('.').map(str::parse).collect();
        let ports = ports.ok().filter(|ports| !ports.contains(&0)).ok_or_else(wrong)?;
        Ok(Self { bus: bus.parse().map_err(|_| wrong())?, ports })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_read_as_the_kernel_writes_them() {
        for text in ["1-1", "1-1.4.2", "12-3.255"] {
            assert_eq!(text.parse::<PortPath>().expect(text).to_string(), text);
        }
        for text in ["", "1", "1-", "-1", "1-0", "1-1.", "1-1..2", "x-1", "1-256", "/dev/ttyUSB0"] {
            assert!(text.parse::<PortPath>().is_err(), "{text} was taken for a port");
        }
    }

    #[test]
    fn the_twin_is_found_through_the_hubs_port() {
        let devices = tempfile::tempdir().expect("a temporary folder");
        for (folder, peer) in [
            ("1-0:1.0/usb1-port2", "../../../usb2/2-0:1.0/usb2-port3"),
            ("1-2:1.0/1-2-port4", "../../2-3:1.0/2-3-port1"),
        ] {
            let folder = devices.path().join(folder);
            std::fs::create_dir_all(&folder).expect("a folder");
            std::os::unix::fs::symlink(peer, folder.join("peer")).expect("a link");
        }
        let twin = |text: &str| {
            let port: PortPath = text.parse().expect(text);
            port.twin_below(devices.path()).map(|twin| twin.to_string())
        };
        assert_eq!(twin("1-2").as_deref(), Some("2-3"));
        assert_eq!(twin("1-2.4").as_deref(), Some("2-3.1"));
        assert_eq!(twin("1-2.5"), None);
    }
}
