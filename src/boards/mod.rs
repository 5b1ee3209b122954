//! The board database: one file per SoC family, one per board, compiled in and checked by a test.

use std::sync::LazyLock;

use fel::chips::{self, Chip};
use serde::Deserialize;

/// What a family's boards have in common.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Family {
    /// The protocol of its mask ROM.
    pub protocol: String,
    /// Who makes the SoCs.
    pub vendor: String,
    /// What its boards look like on USB in a recovery mode.
    pub usb: Vec<UsbId>,
    /// Whether transfers may be queued across the phases of an exchange.
    pub queue_across_phases: bool,
    /// How a board gets into recovery.
    pub recovery: String,
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

/// A board.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Board {
    /// `vendor/model`
    pub name: String,
    /// What its maker calls it.
    pub title: String,
    /// Name of its family's file.
    pub family: String,
    /// Its SoC, by a name that the family's table knows.
    pub soc: String,
    /// Where it can keep a system.
    pub storage: Vec<String>,
    /// The connector that leads to the mask ROM.
    pub port: String,
    /// The QEMU machine that can stand for its processor.
    pub qemu: Option<String>,
}

impl Board {
    /// Its family.
    pub fn family(&self) -> &'static Family {
        match self.family.as_str() {
            "starfive" => &STARFIVE,
            _ => &ALLWINNER,
        }
    }

    /// Whether its mask ROM is on a serial line.
    pub fn is_serial(&self) -> bool {
        self.family == "starfive"
    }

    /// Its SoC's numbers, of a board that speaks FEL.
    pub fn chip(&self) -> &'static Chip {
        chips::by_name(&self.soc).expect("a test resolves the SoC of every board")
    }
}

const FAMILY: &str = include_str!("allwinner.toml");
const STARFIVE_FAMILY: &str = include_str!("starfive.toml");
const FILES: [&str; 7] = [
    include_str!("allwinner-nezha-d1.toml"),
    include_str!("bananapi-m2-ultra.toml"),
    include_str!("mangopi-mq-quad.toml"),
    include_str!("sharevdi-r1.toml"),
    include_str!("starfive-visionfive-1.toml"),
    include_str!("starfive-visionfive-2.toml"),
    include_str!("xunlong-orangepi-pc.toml"),
];

static ALLWINNER: LazyLock<Family> =
    LazyLock::new(|| toml::from_str(FAMILY).expect("a test parses the family's file"));
static STARFIVE: LazyLock<Family> =
    LazyLock::new(|| toml::from_str(STARFIVE_FAMILY).expect("a test parses the family's file"));
static BOARDS: LazyLock<Vec<Board>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|text| toml::from_str(text).expect("a test parses every board's file"))
        .collect()
});

/// Every board, by name.
pub fn all() -> &'static [Board] {
    &BOARDS
}

/// The board of that name.
pub fn by_name(name: &str) -> Option<&'static Board> {
    BOARDS.iter().find(|board| board.name == name)
}

/// The Allwinner family.
pub fn allwinner() -> &'static Family {
    &ALLWINNER
}

/// The StarFive family.
pub fn starfive() -> &'static Family {
    &STARFIVE
}

/// Every family.
pub fn families() -> impl Iterator<Item = &'static Family> {
    [allwinner(), starfive()].into_iter()
}

/// The family and the recovery mode that a USB device belongs to.
pub fn recognise(vendor: u16, product: u16) -> Option<(&'static Family, &'static UsbId)> {
    let mut known = families().flat_map(|family| family.usb.iter().map(move |id| (family, id)));
    known.find(|(_, id)| (id.vendor, id.product) == (vendor, product))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_board_resolves() {
        assert_eq!(allwinner().protocol, "fel");
        assert!(!allwinner().queue_across_phases, "no trace from silicon shows it to be safe");
        assert_eq!(starfive().protocol, "starfive");
        for board in all() {
            let known = match board.family.as_str() {
                "allwinner" => chips::by_name(&board.soc).is_some(),
                "starfive" => ["JH7100", "JH7110"].contains(&board.soc.as_str()),
                _ => false,
            };
            assert!(known, "{} has an unknown family or SoC", board.name);
            assert!(
                board
                    .name
                    .split_once('/')
                    .is_some_and(|(vendor, model)| !vendor.is_empty() && !model.is_empty())
            );
            assert!(!board.storage.is_empty(), "{} has no storage", board.name);
        }
    }

    #[test]
    fn names_are_sorted_and_there_is_a_file_for_each() {
        assert!(all().is_sorted_by(|a, b| a.name < b.name));
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/boards");
        let files = std::fs::read_dir(folder).expect("the folder of this file");
        let toml = files.filter(|entry| {
            entry
                .as_ref()
                .is_ok_and(|entry| entry.path().extension().is_some_and(|ext| ext == "toml"))
        });
        assert_eq!(
            toml.count(),
            all().len() + families().count(),
            "a board's file is not compiled in"
        );
    }

    #[test]
    fn the_boot_rom_is_recognised_by_its_usb_ids() {
        assert!(recognise(0x1f3a, 0xefe8).is_some_and(|(family, _)| family.vendor == "Allwinner"));
        assert!(recognise(0x1f3a, 0x1010).is_none());
    }
}
