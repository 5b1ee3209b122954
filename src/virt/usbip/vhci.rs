//! This machine's own virtual USB controller, vhci-hcd, reached through sysfs: a socket pair takes the place of a network.

use std::{
    fmt, fs, io,
    net::SocketAddr,
    os::{fd::AsRawFd, unix::net::UnixStream},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use super::wire::Speed;
use crate::{transport::PortPath, virt::PlugError};

const CONTROLLER: &str = "/sys/devices/platform/vhci_hcd.0";
/// `VDEV_ST_NULL` of the kernel: nothing is attached to the port.
const FREE: u8 = 4;
/// How long the kernel may take to let go of a device.
const DETACH: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(10);

/// Why virtual boards cannot be put on a bus.
#[derive(Debug)]
pub enum ServeError {
    /// The kernel has no virtual controller, or its module is not loaded.
    NoController,
    /// Only root may attach devices to it.
    Permission(PathBuf),
    /// The port does not exist there, or something is attached to it.
    Port {
        /// The port that was asked for.
        port: PortPath,
        /// Why it cannot be had.
        why: String,
    },
    /// The address cannot be listened on.
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        error: io::Error,
    },
    /// A board has no power.
    Board(PlugError),
    /// Something else.
    Other {
        /// What was tried.
        what: String,
        /// Why it failed.
        error: io::Error,
    },
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoController => {
                f.write_str("this machine has no virtual USB controller (vhci-hcd)")
            }
            Self::Permission(path) => {
                write!(f, "no permission to attach devices through {}", path.display())
            }
            Self::Port { port, why } => write!(f, "port {port}: {why}"),
            Self::Listen { address, error } => {
                write!(f, "{address} cannot be listened on: {error}")
            }
            Self::Board(error) => error.fmt(f),
            Self::Other { what, error } => write!(f, "{what}: {error}"),
        }
    }
}

impl std::error::Error for ServeError {}

impl From<PlugError> for ServeError {
    fn from(error: PlugError) -> Self {
        Self::Board(error)
    }
}

/// The high-speed half of the controller.
pub(super) struct Vhci {
    folder: PathBuf,
    bus: u16,
}

impl Vhci {
    /// Finds the controller.
    pub(super) fn find() -> Result<Self, ServeError> {
        let folder = PathBuf::from(CONTROLLER);
        let bus = high_speed_bus(&folder).ok_or(ServeError::NoController)?;
        Ok(Self { folder, bus })
    }

    /// Chooses a port for each wish; those without one get what is free.
    pub(super) fn assign(&self, wishes: &[Option<PortPath>]) -> Result<Vec<PortPath>, ServeError> {
        assign(self.bus, &self.states()?, wishes)
    }

    /// Attaches the device that speaks through `stream`, which the kernel keeps.
    pub(super) fn attach(
        &self,
        port: &PortPath,
        stream: &UnixStream,
        address: u32,
        speed: Speed,
    ) -> Result<(), ServeError> {
        self.await_free(port)?;
        let device = u32::from(self.bus) << 16 | address;
        let line = format!("{} {} {device} {}", index(port), stream.as_raw_fd(), speed as u32);
        let path = self.folder.join("attach");
        fs::write(&path, line).map_err(|error| match error.kind() {
            io::ErrorKind::PermissionDenied => ServeError::Permission(path),
            _ => ServeError::Port {
                port: port.clone(),
                why: format!("it cannot be attached: {error}"),
            },
        })
    }

    /// Waits until the kernel has let go of the device that was on the port before.
    fn await_free(&self, port: &PortPath) -> Result<(), ServeError> {
        let start = Instant::now();
        loop {
            match self.states()?.get(index(port)) {
                Some(&FREE) => return Ok(()),
                _ if start.elapsed() < DETACH => thread::sleep(POLL),
                _ => {
                    let why = "the kernel does not let go of what was attached to it".into();
                    return Err(ServeError::Port { port: port.clone(), why });
                }
            }
        }
    }

    /// The state of each high-speed port.
    fn states(&self) -> Result<Vec<u8>, ServeError> {
        let path = self.folder.join("status");
        let text = fs::read_to_string(&path)
            .map_err(|error| ServeError::Other { what: path.display().to_string(), error })?;
        Ok(states(&text))
    }
}

/// The bus of the controller's root hub that is not SuperSpeed.
fn high_speed_bus(folder: &Path) -> Option<u16> {
    let is_high = |path: &Path| {
        fs::read_to_string(path.join("speed")).is_ok_and(|speed| speed.trim() == "480")
    };
    fs::read_dir(folder).ok()?.flatten().find_map(|entry| {
        let name = entry.file_name();
        let bus = name.to_str()?.strip_prefix("usb")?.parse().ok()?;
        is_high(&entry.path()).then_some(bus)
    })
}

/// Reads the lines of `status`: `hs  0000 004 000 00000000 000000 0-0`.
fn states(text: &str) -> Vec<u8> {
    let state = |line: &str| {
        let mut words = line.split_whitespace();
        words.next().filter(|hub| *hub == "hs")?;
        words.nth(1)?.parse().ok()
    };
    text.lines().filter_map(state).collect()
}

/// Counted from 0, as the controller does.
fn index(port: &PortPath) -> usize {
    port.root().map_or(usize::MAX, |root| usize::from(root) - 1)
}

fn assign(
    bus: u16,
    states: &[u8],
    wishes: &[Option<PortPath>],
) -> Result<Vec<PortPath>, ServeError> {
    let free = |port: &PortPath| states.get(index(port)) == Some(&FREE);
    let mut rest: Vec<PortPath> = (1..=states.len() as u8)
        .map(|root| PortPath::new(bus, &[root]))
        .filter(|port| free(port) && !wishes.iter().flatten().any(|wish| wish == port))
        .rev()
        .collect();
    let mut ports = Vec::new();
    for wish in wishes {
        let port = match wish {
            None => rest.pop().ok_or_else(|| ServeError::Port {
                port: PortPath::new(bus, &[1]),
                why: "every port of the virtual controller is in use".into(),
            })?,
            Some(port) => {
                let why = match () {
                    () if port.bus() != bus
                        || port.root().is_none()
                        || index(port) >= states.len() =>
                    {
                        format!(
                            "the virtual controller's ports are {bus}-1 to {bus}-{}",
                            states.len()
                        )
                    }
                    () if !free(port) => "something is attached to it".into(),
                    () if ports.contains(port) => "it was asked for twice".into(),
                    () => String::new(),
                };
                if !why.is_empty() {
                    return Err(ServeError::Port { port: port.clone(), why });
                }
                port.clone()
            }
        };
        ports.push(port);
    }
    Ok(ports)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATUS: &str = "hub port sta spd dev      sockfd local_busid
hs  0000 006 003 00010002 000004 1-1
hs  0001 004 000 00000000 000000 0-0
hs  0002 004 000 00000000 000000 0-0
ss  0003 004 000 00000000 000000 0-0
";

    fn wishes(ports: &[&str]) -> Result<Vec<String>, String> {
        let wishes: Vec<_> = ports.iter().map(|port| port.parse().ok()).collect();
        let ports = assign(1, &states(STATUS), &wishes).map_err(|error| error.to_string())?;
        Ok(ports.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn ports_go_to_those_who_asked_and_then_to_the_others() {
        assert_eq!(states(STATUS), [6, 4, 4]);
        assert_eq!(wishes(&["-", "1-2"]), Ok(vec!["1-3".into(), "1-2".into()]));
    }

    #[test]
    fn ports_that_cannot_be_had_are_refused_in_words() {
        for (ports, says) in [
            (&["1-1"][..], "something is attached"),
            (&["1-4"], "ports are 1-1 to 1-3"),
            (&["2-1"], "ports are 1-1 to 1-3"),
            (&["1-2.1"], "ports are 1-1 to 1-3"),
            (&["1-2", "1-2"], "asked for twice"),
            (&["-", "-", "-"], "every port"),
        ] {
            let error = wishes(ports).expect_err("refused");
            assert!(error.contains(says), "{ports:?}: {error}");
        }
    }
}
