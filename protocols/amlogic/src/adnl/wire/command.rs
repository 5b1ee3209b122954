//! What is said to the board.

use alloc::{
    format,
    string::{String, ToString},
};
use core::fmt;

use super::{
    Stage, Transfer,
    number::{c_number, hex},
};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Var {
    /// Who is there: see [`Identify`](super::Identify).
    Identify,
    /// The chip's number, 24 digits.
    Serial,
    /// How many bytes of the file the mask ROM wants.
    DownloadSize,
    /// A page of the chip's description: see [`ChipPage`](super::ChipPage).
    ChipPage(u8),
    /// What BL2 wants next: see [`Request`](super::Request).
    Request,
    /// Another.
    Other(String),
}

impl Var {
    fn parse(text: &str) -> Self {
        match text {
            "identify" => Self::Identify,
            "serialno" => Self::Serial,
            "downloadsize" => Self::DownloadSize,
            "cbw" => Self::Request,
            _ => {
                let page = text.strip_prefix("getchipinfo-");
                let page = page.filter(|page| page.len() == 1).and_then(|page| page.parse().ok());
                page.map_or_else(|| Self::Other(text.into()), Self::ChipPage)
            }
        }
    }
}

impl fmt::Display for Var {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Identify => f.write_str("identify"),
            Self::Serial => f.write_str("serialno"),
            Self::DownloadSize => f.write_str("downloadsize"),
            Self::ChipPage(page) => write!(f, "getchipinfo-{page}"),
            Self::Request => f.write_str("cbw"),
            Self::Other(name) => f.write_str(name),
        }
    }
}

/// A value that mask ROM and BL2 are given, four bytes in a data phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// How far the job is. Mask ROMs from protocol 6 on do not know it.
    Burnsteps,
    /// The sum of the last window.
    Checksum,
}

/// Where a restart leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reboot {
    /// What is on storage.
    Normal,
    /// U-Boot.
    Bootloader,
    /// The mask ROM, with USB first.
    Rom,
}

impl Reboot {
    /// All, with their commands.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::Normal, "reboot"),
        (Self::Bootloader, "reboot-bootloader"),
        (Self::Rom, "reboot-romusb"),
    ];
}

/// A step of a read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadStep {
    /// How long the next window is.
    Request,
    /// The window itself, without an answer before or after it.
    Upload,
    /// Whether all of it was fetched.
    Finish,
}

impl ReadStep {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Request, "request"), (Self::Upload, "upload"), (Self::Finish, "finish")];
}

/// A command that only the vendor's U-Boot knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oem {
    /// Data are to come.
    Write(Transfer),
    /// Data are to be fetched.
    Read(Transfer),
    /// Whether what was written has this SHA-1.
    Verify([u8; 20]),
    /// Lay out the storage; see [`host`](crate::adnl::host) for what it erases.
    DiskInitial(u8),
    /// How far the job is.
    Burnsteps(u32),
    /// Keep the default environment.
    SaveSetting,
    /// Whether the storage's header has to be in memory first.
    SheaderNeed,
    /// One command of U-Boot's own.
    Other(String),
}

impl Oem {
    fn parse(text: &str) -> Self {
        Self::known(text).unwrap_or_else(|| Self::Other(text.into()))
    }

    fn known(text: &str) -> Option<Self> {
        let (verb, rest) = text.split_once(' ').unwrap_or((text, ""));
        Some(match verb {
            "mwrite" => Self::Write(Transfer::parse(rest)?),
            "mread" => Self::Read(Transfer::parse(rest)?),
            "verify" => Self::Verify(digest(rest.strip_prefix("sha1sum ")?)?),
            "disk_initial" => Self::DiskInitial(c_number(rest)?.try_into().ok()?),
            "setvar" => {
                let value = c_number(rest.strip_prefix("burnsteps ")?)?;
                Self::Burnsteps(value.try_into().ok()?)
            }
            "save_setting" if rest.is_empty() => Self::SaveSetting,
            "sheader_need" if rest.is_empty() => Self::SheaderNeed,
            _ => return None,
        })
    }
}

impl fmt::Display for Oem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Write(transfer) => write!(f, "mwrite {transfer}"),
            Self::Read(transfer) => write!(f, "mread {transfer}"),
            Self::Verify(hash) => {
                f.write_str("verify sha1sum ")?;
                hash.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
            Self::DiskInitial(mode) => write!(f, "disk_initial {mode}"),
            Self::Burnsteps(value) => write!(f, "setvar burnsteps {value:#x}"),
            Self::SaveSetting => f.write_str("save_setting"),
            Self::SheaderNeed => f.write_str("sheader_need"),
            Self::Other(text) => f.write_str(text),
        }
    }
}

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// A question.
    GetVar(Var),
    /// A value: the board answers that it waits for four bytes.
    SetVar(Register),
    /// The beginning of the boot file, which the S905X5's mask ROM wants before the rest.
    FirstSect,
    /// This many bytes are to come.
    Download(u32),
    /// Start what was downloaded.
    Boot,
    /// Whether someone is there.
    Devices,
    /// Restart.
    Reboot(Reboot),
    /// What the running write wants next; with a sum after the data or without.
    Window {
        /// With a sum.
        sum: bool,
    },
    /// A step of the running read.
    Read(ReadStep),
    /// A command for U-Boot.
    Oem(Oem),
}

impl Command {
    /// The question `var`.
    pub fn get(var: Var) -> Self {
        Self::GetVar(var)
    }

    /// The bytes on the wire.
    pub fn to_bytes(&self) -> alloc::vec::Vec<u8> {
        self.to_string().into_bytes()
    }

    /// Reads a command as boards do: by how it begins.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let text = core::str::from_utf8(bytes).ok()?;
        let after = |prefix| text.strip_prefix(prefix);
        if let Some(name) = after("getvar:") {
            return Some(Self::GetVar(Var::parse(name)));
        }
        if let Some(name) = after("setvar:") {
            return register(name).map(Self::SetVar);
        }
        if let Some(size) = after("download:") {
            return hex(size).and_then(|size| size.try_into().ok()).map(Self::Download);
        }
        if let Some(rest) = after("oem ") {
            return Some(Self::Oem(Oem::parse(rest)));
        }
        if let Some(step) = after("mread:status=") {
            let known = ReadStep::ALL.iter().find(|(_, name)| *name == step);
            return known.map(|(step, _)| Self::Read(*step));
        }
        Self::plain(text)
    }

    fn plain(text: &str) -> Option<Self> {
        // The longest name first: one begins with the other.
        let reboot = Reboot::ALL.iter().rev().find(|(_, name)| text.starts_with(name));
        if let Some((kind, _)) = reboot {
            return Some(Self::Reboot(*kind));
        }
        let names = [
            ("firstsect", Self::FirstSect),
            ("boot", Self::Boot),
            ("devices", Self::Devices),
            ("mwrite:verify=addsum", Self::Window { sum: true }),
            ("mwrite", Self::Window { sum: false }),
        ];
        names.into_iter().find(|(name, _)| text.starts_with(name)).map(|(_, command)| command)
    }
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::GetVar(var) => write!(f, "getvar:{var}"),
            Self::SetVar(Register::Burnsteps) => f.write_str("setvar:burnsteps"),
            Self::SetVar(Register::Checksum) => f.write_str("setvar:checksum"),
            Self::FirstSect => f.write_str("firstsect"),
            Self::Download(size) => write!(f, "download:{size:08x}"),
            Self::Boot => f.write_str("boot"),
            Self::Devices => f.write_str("devices"),
            Self::Reboot(kind) => f.write_str(named(&Reboot::ALL, *kind)),
            Self::Window { sum: true } => f.write_str("mwrite:verify=addsum"),
            Self::Window { sum: false } => f.write_str("mwrite"),
            Self::Read(step) => {
                f.write_str(&format!("mread:status={}", named(&ReadStep::ALL, *step)))
            }
            Self::Oem(oem) => write!(f, "oem {oem}"),
        }
    }
}

/// The value of the burnsteps register: how far a job is in a stage.
pub fn burnsteps(stage: Stage, step: u8) -> u32 {
    0xc004 << 16 | u32::from(stage.0) << 8 | u32::from(step)
}

fn register(name: &str) -> Option<Register> {
    match name {
        "burnsteps" => Some(Register::Burnsteps),
        "checksum" => Some(Register::Checksum),
        _ => None,
    }
}

fn named<T: Copy + PartialEq>(all: &[(T, &'static str)], one: T) -> &'static str {
    all.iter().find(|(value, _)| *value == one).map_or("", |(_, name)| name)
}

fn digest(text: &str) -> Option<[u8; 20]> {
    let mut bytes = [0; 20];
    if text.len() != 40 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, digits) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(core::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(bytes)
}
