//! What a board says of itself.

use serde_json::{Value, json};

use crate::{
    boards::{Board, storage::Storage},
    number::size,
};

/// The program that answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The SoC's own boot ROM.
    MaskRom,
    /// A mask ROM that takes nothing without its password.
    Locked,
    /// Amlogic's first stage.
    Bl2,
    /// A loader in memory that takes commands over USB (Rockchip's usbplug).
    Usbplug,
    /// A loader that came from storage.
    Loader,
    /// The vendor's program in memory that writes storage (T-Head's image writer).
    ImageWriter,
    /// U-Boot, at its prompt or in its burn mode.
    Uboot,
    /// The vendor's boot loader under the mask ROM's USB ids (Allwinner's FES).
    Fes,
    /// Something else.
    Unknown,
}

impl Stage {
    /// The word that scripts see.
    pub fn name(self) -> &'static str {
        match self {
            Self::MaskRom => "mask-rom",
            Self::Locked => "locked",
            Self::Bl2 => "bl2",
            Self::Usbplug => "usbplug",
            Self::Loader => "loader",
            Self::ImageWriter => "image-writer",
            Self::Uboot => "uboot",
            Self::Fes => "fes",
            Self::Unknown => "unknown",
        }
    }
}

/// A storage that a board tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Medium {
    /// What it is; `None`: something that is not in the table.
    pub kind: Option<Storage>,
    /// How long it is, in sectors of 512 bytes.
    pub sectors: Option<u64>,
    /// What it calls itself.
    pub id: Option<String>,
    /// Which part of an eMMC the SoC starts from, where the board tells: `boot0`, `boot1`, `user` or `none`.
    pub boots: Option<&'static str>,
    /// The partition that sectors count from, where the board reaches nothing else of it: how long that is, `sectors` tells.
    pub part: Option<String>,
}

impl Medium {
    /// It in words: `emmc (58 GiB)`.
    pub fn words(&self) -> String {
        let kind = self.kind.map_or("its storage", Storage::name);
        match self.length() {
            Some(sectors) => format!("{kind} ({})", size(sectors.saturating_mul(512))),
            None => kind.into(),
        }
    }

    /// The same with the partition: `partition root of emmc`.
    pub fn place(&self) -> String {
        let part = self.part.as_ref().map(|part| format!("partition {part} of "));
        part.unwrap_or_default() + &self.words()
    }

    /// How long all of it is, in sectors of 512 bytes.
    pub fn length(&self) -> Option<u64> {
        self.sectors.filter(|_| self.part.is_none())
    }
}

/// What a board says of itself, as far as it tells.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Who makes the SoC.
    pub vendor: &'static str,
    /// The program that answers.
    pub stage: Stage,
    /// The same for people: `usbplug (loader in memory)`.
    pub mode: &'static str,
    /// The SoCs, or families of SoCs, that it may be; empty: it does not tell. Names of the family's own table.
    pub socs: Vec<String>,
    /// The number of a SoC that is in no table.
    pub number: Option<String>,
    /// The number of this very chip, in hexadecimal.
    pub chip_id: Option<String>,
    /// The storage that is chosen.
    pub medium: Option<Medium>,
}

/// Whether a board can be the one that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// It has the same SoC.
    Yes,
    /// It does not tell its SoC.
    Untold,
    /// It has another SoC.
    No,
}

impl Identity {
    /// The SoC in a word, where it tells.
    pub fn soc(&self) -> Option<String> {
        (!self.socs.is_empty()).then(|| self.socs.join("/"))
    }

    /// Whether it can be that board.
    pub fn fits(&self, board: &Board) -> Match {
        match self.socs.as_slice() {
            [] => Match::Untold,
            socs if socs.iter().any(|soc| *soc == board.chip().name()) => Match::Yes,
            _ => Match::No,
        }
    }

    /// It in words, with its article: `an Allwinner H3 in FEL (mask ROM)`.
    pub fn noun(&self) -> String {
        let soc = match (self.soc(), &self.number) {
            (Some(soc), _) => soc,
            (None, Some(number)) => format!("board ({number})"),
            (None, None) => "board".into(),
        };
        a(&format!("{} {soc} in {}", self.vendor, self.mode))
    }

    /// It for scripts.
    pub fn fields(&self) -> Value {
        let medium = self.medium.as_ref();
        json!({
            "vendor": self.vendor, "stage": self.stage.name(), "soc": self.soc(), "chip_id": self.chip_id,
            "storage": medium.and_then(|medium| medium.kind).map(Storage::name),
            "storage_sectors": medium.and_then(Medium::length),
            "storage_id": medium.and_then(|medium| medium.id.clone()),
            "storage_boots": medium.and_then(|medium| medium.boots),
        })
    }
}

/// A noun with its article.
pub fn a(noun: &str) -> String {
    let article = if noun.starts_with(['A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    format!("{article} {noun}")
}
