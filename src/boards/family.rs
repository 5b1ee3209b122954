//! What the boards of one SoC family share: `src/boards/FAMILY.toml`.

use serde::Deserialize;

use super::{
    chip::Chip,
    parts::{BoardFile, Fact, Instructions, Layout, Recovery},
};

/// The protocol of a family's mask ROM.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Protocol {
    /// Allwinner's.
    Fel,
    /// Rockchip's.
    Rockusb,
    /// Amlogic's older one.
    Optimus,
    /// Amlogic's newer one.
    Adnl,
    /// StarFive's, on a serial line.
    Starfive,
    /// Fastboot: T-Head's and SpacemiT's.
    Fastboot,
    /// Bouffalo Lab's, on a serial line.
    Bouffalo,
    /// T-Head's, on a serial line.
    Cct,
    /// None: a U-Boot that is at its prompt already, on a serial line.
    Uboot,
    /// None: a U-Boot that shows storage as a USB disk already.
    Ums,
}

/// What a family's boards have in common.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Family {
    /// The protocol of its mask ROM. None: its boards are known, but nothing here speaks to them yet.
    pub protocol: Option<Protocol>,
    /// Who makes the SoCs.
    pub vendor: String,
    /// The SoCs of a family without a protocol; those of the others are in the tables of their protocol crates.
    #[serde(default)]
    pub chips: Vec<String>,
    /// What its boards look like on USB in a recovery mode. Empty: the mask ROM is on a serial line.
    pub usb: Vec<UsbId>,
    /// How a board gets into recovery, where its own file does not say.
    pub recovery: Recovery,
    /// Files that its boards need, by SoC.
    #[serde(default)]
    pub files: Vec<BoardFile>,
    /// Where boot loaders are on each kind of storage.
    #[serde(default)]
    pub layout: Vec<Layout>,
    /// What goes wrong with any of its boards.
    #[serde(default)]
    pub traps: Vec<Fact>,
    /// Why its boards cannot be flashed yet. None: they can.
    pub not_flashable: Option<String>,
    /// What other people's tools do with its boards, where we cannot flash them.
    pub elsewhere: Option<Instructions>,
}

/// A USB device in a recovery mode.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsbId {
    /// `idVendor`
    pub vendor: u16,
    /// `idProduct`
    pub product: u16,
    /// What answers there.
    pub mode: String,
    /// Mbit/s that it reaches where nothing is in its way.
    pub speed: u32,
}

impl Family {
    /// Whether its mask ROM is on a serial line.
    pub fn is_serial(&self) -> bool {
        // What a USB disk is known by is not its numbers.
        self.usb.is_empty() && self.protocol != Some(Protocol::Ums)
    }

    /// Which commands are for its boards, in a few words.
    pub fn advice(&self) -> String {
        let word = match self.protocol {
            Some(Protocol::Fel) => "fel",
            Some(Protocol::Rockusb) => "rockchip",
            Some(Protocol::Optimus | Protocol::Adnl) => "amlogic",
            Some(Protocol::Starfive) => "starfive",
            Some(Protocol::Bouffalo) => "bouffalo",
            Some(Protocol::Cct) => "flash milkv/meles-uart",
            Some(Protocol::Uboot) => "flash generic/u-boot",
            Some(Protocol::Fastboot) => "fastboot",
            Some(Protocol::Ums) => "flash generic/u-boot-ums",
            None => {
                return "racklet-flash does not speak to these boards yet".into();
            }
        };
        format!("use `racklet-flash {word} …`")
    }

    /// The SoC that it calls `name`.
    pub(super) fn chip(&self, name: &str) -> Option<Chip> {
        Chip::by_name(self, name)
    }
}
