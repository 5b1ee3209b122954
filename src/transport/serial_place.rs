//! Finding serial ports: by their device, or by the USB port that their adapter hangs on.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    str::FromStr,
    thread,
    time::{Duration, Instant},
};

use super::{PortPath, Stop};

/// The time between two looks for a port that is awaited.
const LOOK: Duration = Duration::from_millis(50);

/// What `--port` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PortName {
    /// A USB port: a board's, or a serial adapter's.
    Usb(PortPath),
    /// A serial device.
    Serial(PathBuf),
}

impl FromStr for PortName {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.contains('/') {
            true => Ok(Self::Serial(text.into())),
            false => text.parse().map(Self::Usb).map_err(|_| {
                format!(
                    "`{text}` is not a USB port path such as 1-1.4.2 (see `racklet-flash list`), nor a serial device such as /dev/ttyUSB0"
                )
            }),
        }
    }
}

impl fmt::Display for PortName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usb(port) => port.fmt(f),
            Self::Serial(path) => path.display().fmt(f),
        }
    }
}

/// Why there is no serial port to open.
#[derive(Debug)]
pub enum SerialMissing {
    /// Nothing is plugged in there.
    Empty(PortPath),
    /// What is plugged in there has no serial port.
    NoPort(PortPath),
    /// No USB serial adapter is there at all.
    None,
    /// More than one serial port fits.
    Several {
        /// The USB port, where one was named.
        port: Option<PortPath>,
        /// The devices.
        ttys: Vec<Tty>,
    },
    /// The device that was named did not come.
    Device(PathBuf),
    /// The user stopped the wait.
    Interrupted,
}

impl fmt::Display for SerialMissing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty(port) => write!(f, "nothing is plugged in at USB port {port}"),
            Self::NoPort(port) => {
                write!(f, "what is plugged in at USB port {port} has no serial port")
            }
            Self::None => f.write_str("there is no USB serial adapter"),
            Self::Several { port: Some(port), ttys } => {
                write!(f, "the adapter at USB port {port} has several serial ports: {}", list(ttys))
            }
            Self::Several { port: None, ttys } => {
                write!(f, "more than one serial port fits: {}", list(ttys))
            }
            Self::Device(path) => write!(f, "there is no serial port {}", path.display()),
            Self::Interrupted => f.write_str("interrupted while waiting for the serial port"),
        }
    }
}

impl std::error::Error for SerialMissing {}

fn list(ttys: &[Tty]) -> String {
    let names: Vec<_> =
        ttys.iter().map(|tty| format!("{} (USB port {})", tty.path.display(), tty.port)).collect();
    names.join(", ")
}

/// A serial port of a USB adapter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tty {
    /// The USB port that the adapter hangs on.
    pub port: PortPath,
    /// Its device.
    pub path: PathBuf,
}

/// The device that `name` means, or the only one there is; waits for it at most for `wait`.
pub fn find_serial(
    name: Option<&PortName>,
    wait: Duration,
    stop: &Stop,
) -> Result<PathBuf, SerialMissing> {
    let end = Instant::now() + wait;
    loop {
        match find_below(Path::new("/"), name) {
            Err(
                error @ (SerialMissing::Empty(_)
                | SerialMissing::NoPort(_)
                | SerialMissing::None
                | SerialMissing::Device(_)),
            ) if Instant::now() >= end => return Err(error),
            Err(error @ SerialMissing::Several { .. }) => return Err(error),
            Err(_) if stop.asked() => return Err(SerialMissing::Interrupted),
            Err(_) => thread::sleep(LOOK),
            found => return found,
        }
    }
}

/// The same on the machine whose files are below `root`.
fn find_below(root: &Path, name: Option<&PortName>) -> Result<PathBuf, SerialMissing> {
    let port = match name {
        Some(PortName::Serial(path)) if path.exists() => return Ok(path.clone()),
        Some(PortName::Serial(path)) => return Err(SerialMissing::Device(path.clone())),
        Some(PortName::Usb(port)) => Some(port),
        None => None,
    };
    let mut ttys = usb_ttys(root);
    ttys.retain(|tty| port.is_none_or(|port| tty.port == *port));
    match (ttys.as_slice(), port) {
        ([tty], _) => Ok(tty.path.clone()),
        ([], None) => Err(SerialMissing::None),
        ([], Some(port)) => {
            Err(match root.join("sys/bus/usb/devices").join(port.to_string()).exists() {
                true => SerialMissing::NoPort(port.clone()),
                false => SerialMissing::Empty(port.clone()),
            })
        }
        (_, port) => Err(SerialMissing::Several { port: port.cloned(), ttys }),
    }
}

/// Every serial port that a USB adapter has, by port, on the machine whose files are below `root`.
pub fn usb_ttys(root: &Path) -> Vec<Tty> {
    let Ok(entries) = fs::read_dir(root.join("sys/class/tty")) else { return Vec::new() };
    let mut ttys: Vec<_> = entries
        .flatten()
        .filter_map(|entry| {
            let device = entry.path().join("device").canonicalize().ok()?;
            Some(Tty { port: port_of(&device)?, path: Path::new("/dev").join(entry.file_name()) })
        })
        .collect();
    ttys.sort();
    ttys
}

/// The USB port above a device's folder: `…/1-1.4/1-1.4:1.0/ttyUSB0` is at 1-1.4.
fn port_of(device: &Path) -> Option<PortPath> {
    let names = device.iter().rev().filter_map(|name| name.to_str());
    let mut interfaces = names.filter_map(|name| name.split_once(':')?.0.parse().ok());
    interfaces.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn machine(ttys: &[(&str, &str)]) -> tempfile::TempDir {
        let root = tempfile::tempdir().expect("a temporary folder");
        for (name, device) in ttys {
            let folder = root.path().join("sys/devices").join(device);
            fs::create_dir_all(&folder).expect("a folder");
            let class = root.path().join("sys/class/tty").join(name);
            fs::create_dir_all(&class).expect("a folder");
            std::os::unix::fs::symlink(&folder, class.join("device")).expect("a link");
        }
        fs::create_dir_all(root.path().join("sys/bus/usb/devices/1-3")).expect("a folder");
        root
    }

    const FTDI: (&str, &str) =
        ("ttyUSB0", "pci0000:00/0000:00:14.0/usb1/1-1/1-1.4/1-1.4:1.0/ttyUSB0");
    const QUAD: (&str, &str) =
        ("ttyUSB1", "pci0000:00/0000:00:14.0/usb1/1-1/1-1.4/1-1.4:1.1/ttyUSB1");
    const ACM: (&str, &str) = ("ttyACM0", "pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0");
    const PLATFORM: (&str, &str) = ("ttyS0", "pnp0/00:01");

    fn found(machine: &[(&str, &str)], name: Option<&str>) -> String {
        let root = self::machine(machine);
        let name = name.map(|name| name.parse().expect("a port"));
        match find_below(root.path(), name.as_ref()) {
            Ok(path) => path.display().to_string(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn a_usb_port_leads_to_its_serial_device() {
        let all = [FTDI, ACM, PLATFORM];
        assert_eq!(found(&all, Some("1-1.4")), "/dev/ttyUSB0");
        assert_eq!(found(&all, Some("1-2")), "/dev/ttyACM0");
        assert_eq!(found(&[ACM, PLATFORM], None), "/dev/ttyACM0");
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let all = [FTDI, QUAD, ACM];
        assert_eq!(
            found(&all, Some("1-1.4")),
            "the adapter at USB port 1-1.4 has several serial ports: /dev/ttyUSB0 (USB port 1-1.4), /dev/ttyUSB1 (USB port 1-1.4)"
        );
        assert_eq!(found(&all, Some("1-1")), "nothing is plugged in at USB port 1-1");
        assert_eq!(
            found(&all, Some("1-3")),
            "what is plugged in at USB port 1-3 has no serial port"
        );
        assert!(found(&[FTDI, ACM], None).starts_with("more than one serial port fits"));
        assert_eq!(found(&[PLATFORM], None), "there is no USB serial adapter");
        assert_eq!(found(&[], Some("/dev/ttyUSB77")), "there is no serial port /dev/ttyUSB77");
        assert!("ttyUSB0".parse::<PortName>().expect_err("no place").contains("/dev/ttyUSB0"));
    }
}
