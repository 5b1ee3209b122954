//! What the host says.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use super::hex;

/// What comes up after a restart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reboot {
    /// The system.
    System,
    /// The boot loader, in fastboot again.
    Bootloader,
    /// The system's own fastboot.
    Fastboot,
    /// The recovery system.
    Recovery,
}

impl Reboot {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::System, Self::Bootloader, Self::Fastboot, Self::Recovery];

    /// The command.
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "reboot",
            Self::Bootloader => "reboot-bootloader",
            Self::Fastboot => "reboot-fastboot",
            Self::Recovery => "reboot-recovery",
        }
    }
}

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Asks for a variable.
    Getvar(String),
    /// Announces this many bytes of data.
    Download(u32),
    /// Writes what was downloaded to a partition.
    Flash(String),
    /// Erases a partition.
    Erase(String),
    /// Starts what was downloaded.
    Boot,
    /// Leaves fastboot and goes on with starting.
    Continue,
    /// Restarts.
    Reboot(Reboot),
    /// Asks for data that the device has ready.
    Upload,
    /// Chooses a slot.
    SetActive(String),
    /// A command of the vendor's: all that follows `oem `.
    Oem(String),
    /// Another line, as it is.
    Other(String),
}

impl Command {
    /// The line, without an end of its own: the transfer ends it.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.to_string().into_bytes()
    }

    /// Reads a line; what is none of the others is [`Command::Other`].
    pub fn parse(line: &str) -> Self {
        let Some((word, rest)) = line.split_once(':') else { return Self::plain(line) };
        match (word, hex(rest).and_then(|size| size.try_into().ok())) {
            ("getvar", _) => Self::Getvar(rest.into()),
            ("download", Some(size)) => Self::Download(size),
            ("flash", _) => Self::Flash(rest.into()),
            ("erase", _) => Self::Erase(rest.into()),
            ("set_active", _) => Self::SetActive(rest.into()),
            _ => Self::plain(line),
        }
    }

    fn plain(line: &str) -> Self {
        match line {
            "boot" => Self::Boot,
            "continue" => Self::Continue,
            "upload" => Self::Upload,
            _ => match (
                Reboot::ALL.into_iter().find(|to| to.word() == line),
                line.strip_prefix("oem "),
            ) {
                (Some(to), _) => Self::Reboot(to),
                (_, Some(rest)) => Self::Oem(rest.into()),
                _ => Self::Other(line.into()),
            },
        }
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Getvar(name) => write!(f, "getvar:{name}"),
            Self::Download(size) => write!(f, "download:{size:08x}"),
            Self::Flash(partition) => write!(f, "flash:{partition}"),
            Self::Erase(partition) => write!(f, "erase:{partition}"),
            Self::Boot => f.write_str("boot"),
            Self::Continue => f.write_str("continue"),
            Self::Reboot(to) => f.write_str(to.word()),
            Self::Upload => f.write_str("upload"),
            Self::SetActive(slot) => write!(f, "set_active:{slot}"),
            Self::Oem(line) => write!(f, "oem {line}"),
            Self::Other(line) => f.write_str(line),
        }
    }
}
