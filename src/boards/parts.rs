//! What a board is described by, part by part. `docs/boards.md` explains every key.

use serde::{Deserialize, Serialize};

use super::storage::Storage;

/// Something about a board, and who says so.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// One or two sentences.
    pub text: String,
    /// In a family's file: the SoCs that it is about. Empty: all.
    #[serde(default, skip_serializing)]
    pub socs: Vec<String>,
    /// Who says so; the short names are those of `sources.toml`.
    pub source: Option<String>,
}

/// What to do, step by step.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Instructions {
    /// One sentence each, in their order.
    pub steps: Vec<String>,
    /// Who says so.
    pub source: Option<String>,
}

/// How a board gets into recovery.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Recovery {
    /// One sentence each, in their order.
    pub steps: Vec<String>,
    /// A small drawing for the terminal, of at most 72 columns and 16 lines.
    pub drawing: Option<String>,
    /// Who says so.
    pub source: Option<String>,
    /// Other ways, for revisions or states in which this one does not work.
    #[serde(default)]
    pub alternatives: Vec<Alternative>,
}

/// Another way into recovery.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// When to take it.
    pub when: String,
    /// One sentence each, in their order.
    pub steps: Vec<String>,
    /// Who says so.
    pub source: Option<String>,
}

/// A kind of connector.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum SocketKind {
    /// USB A: the cable has an A plug at both ends.
    UsbA,
    /// USB-C.
    UsbC,
    /// Micro-USB.
    MicroUsb,
    /// USB, of which kind is not known.
    Usb,
    /// Pins or pads of a UART.
    Serial,
    /// A USB socket of the board's own serial adapter.
    UsbSerial,
}

/// The connector that leads to a board's mask ROM.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case"))]
pub struct Socket {
    /// What kind of connector it is.
    pub kind: SocketKind,
    /// Which of the board's connectors it is.
    #[serde(rename = "where")]
    pub place: String,
    /// Whether it powers the board, where that is known.
    pub powers_board: Option<bool>,
    /// Who says so.
    pub source: Option<String>,
}

/// How a storage is fitted.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Fit {
    /// Soldered to the board.
    Soldered,
    /// A module that can be taken out.
    Module,
    /// A slot for cards or drives.
    Slot,
}

/// Bytes of a storage, or the least and the most that boards have.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(untagged, expecting = "a size is a number of bytes, or [least, most] in bytes")]
pub enum Size {
    /// All boards have the same.
    Exact(u64),
    /// From the first to the second.
    Range([u64; 2]),
}

impl Size {
    /// The bytes of the smallest.
    pub fn least(self) -> u64 {
        match self {
            Self::Exact(bytes) | Self::Range([bytes, _]) => bytes,
        }
    }
}

/// A storage of a board.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case"))]
pub struct StorageEntry {
    /// What it is.
    pub kind: Storage,
    /// Its bytes, where a source tells them.
    pub size_bytes: Option<Size>,
    /// How it is fitted.
    pub fit: Option<Fit>,
    /// Whether an image goes here unless the user says where to.
    #[serde(default)]
    pub default: bool,
    /// What else there is to know.
    pub note: Option<String>,
    /// Who says so.
    pub source: Option<String>,
}

/// A serial console: 8 data bits, no parity, one stop bit.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Console {
    /// Bit/s.
    pub rate: u32,
    /// Where its pins are.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// Who says so.
    pub source: Option<String>,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Rockchip's loader: code for SRAM and DRAM that takes commands over USB.
    Loader,
    /// The first stage of U-Boot.
    Spl,
    /// U-Boot itself, or all of it with its first stage.
    Uboot,
    /// Amlogic's first stage.
    Bl2,
    /// What follows Amlogic's first stage.
    Tpl,
    /// Amlogic's boot loader as one file.
    Fip,
    /// The vendor's recovery program for a serial line.
    Program,
    /// A boot loader made for SPI flash: an image, and no help for writing one.
    Spi,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 8] = [
        Self::Loader,
        Self::Spl,
        Self::Uboot,
        Self::Bl2,
        Self::Tpl,
        Self::Fip,
        Self::Program,
        Self::Spi,
    ];

    /// The word before `=` in `--file ROLE=FILE`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Loader => "loader",
            Self::Spl => "spl",
            Self::Uboot => "uboot",
            Self::Bl2 => "bl2",
            Self::Tpl => "tpl",
            Self::Fip => "fip",
            Self::Program => "program",
            Self::Spi => "spi",
        }
    }

    /// Whether the board needs the file to be brought up. A file for SPI flash is only written there.
    pub fn brings_up(self) -> bool {
        self != Self::Spi
    }
}

/// A file that a board needs.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case"))]
pub struct BoardFile {
    /// What it is for.
    pub role: Role,
    /// What its publisher calls it.
    pub name: String,
    /// What it is.
    pub what: String,
    /// Who publishes it.
    pub publisher: String,
    /// A page of the publisher's.
    pub url: Option<String>,
    /// SHA-256 of the file in hexadecimal, where everybody has the same one.
    pub sha256: Option<String>,
    /// Boards for which it is this file, where it depends on more than the SoC: "16 GB of RAM".
    pub when: Option<String>,
    /// The role of the file that it, alone or with others of the kind, can stand for.
    pub instead_of: Option<Role>,
    /// In a family's file: the SoCs that it is for. Empty: all.
    #[serde(default, skip_serializing)]
    pub socs: Vec<String>,
    /// Who says so.
    pub source: Option<String>,
}

impl BoardFile {
    /// Whether its name is one file's, and no pattern.
    pub fn is_literal(&self) -> bool {
        !self.name.contains(['*', '?', '/', '<'])
    }
}

/// What `mmc bootbus` sets: BOOT_BUS_WIDTH, RESET_BOOT_BUS_CONDITIONS and BOOT_MODE (EXT_CSD byte 177).
pub type BootBus = [u8; 3];

/// A piece of a boot loader, and where it is stored.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// The storages it is about.
    pub on: Vec<Storage>,
    /// Bytes from the start of the storage, or of `area`.
    pub at: Option<u64>,
    /// The hardware partition, where it is not the user area: `boot0`.
    pub area: Option<String>,
    /// How the SoC has to read that partition when it starts: the numbers of U-Boot's `mmc bootbus`.
    pub boot_bus: Option<BootBus>,
    /// What is there.
    pub what: String,
    /// In a family's file: the SoCs that it is about. Empty: all.
    #[serde(default, skip_serializing)]
    pub socs: Vec<String>,
    /// Who says so.
    pub source: Option<String>,
}

/// How far a board is proven. `docs/boards.md` defines the levels.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Proven {
    /// The level.
    pub level: Level,
    /// What proved it.
    pub source: Option<String>,
}

/// A level of proof. None of them says that this program ever met the board.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing was tried.
    Nothing,
    /// Only our own virtual board answered.
    Virtual,
    /// Other people's tools and files agree with our virtual board.
    Peers,
    /// Other people did it on this very board and published what they saw.
    SiliconByOthers,
}

impl Level {
    /// Its name in the files and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Virtual => "virtual",
            Self::Peers => "peers",
            Self::SiliconByOthers => "silicon-by-others",
        }
    }

    /// What it means, in a sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Nothing => "Nothing was tried.",
            Self::Virtual => "Only our own simulated board was used.",
            Self::Peers => "Other people's tools or files work with our simulated board.",
            Self::SiliconByOthers => {
                "Other people measured this very board; racklet-flash itself has not met it."
            }
        }
    }
}
