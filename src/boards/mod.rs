//! The board database: one file per SoC family, one per board, compiled in and checked by a test.

pub mod storage;

use std::sync::LazyLock;

use serde::Deserialize;

use storage::Storage;

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
}

/// A SoC, as its family's table has it.
#[derive(Clone, Copy, Debug)]
pub enum Chip {
    /// Of Allwinner.
    Allwinner(&'static fel::chips::Chip),
    /// Of Rockchip.
    Rockchip(&'static rockusb::chips::Chip),
    /// Of Amlogic: the family that it belongs to.
    Amlogic(&'static amlogic::families::Family),
    /// Of StarFive.
    Starfive(Starfive),
}

/// StarFive's SoCs: they have no numbers that they are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Starfive {
    /// On the VisionFive 1.
    Jh7100,
    /// On the VisionFive 2.
    Jh7110,
}

impl Chip {
    fn by_name(protocol: Protocol, name: &str) -> Option<Self> {
        match protocol {
            Protocol::Fel => fel::chips::by_name(name).map(Self::Allwinner),
            Protocol::Rockusb => rockusb::chips::by_name(name).map(Self::Rockchip),
            Protocol::Optimus => amlogic_family(name, amlogic::families::Protocol::Optimus),
            Protocol::Adnl => amlogic_family(name, amlogic::families::Protocol::Adnl),
            Protocol::Starfive => match name {
                "JH7100" => Some(Self::Starfive(Starfive::Jh7100)),
                "JH7110" => Some(Self::Starfive(Starfive::Jh7110)),
                _ => None,
            },
        }
    }

    /// The SoC, where it speaks FEL.
    pub fn fel(self) -> Option<&'static fel::chips::Chip> {
        match self {
            Self::Allwinner(chip) => Some(chip),
            Self::Rockchip(_) | Self::Amlogic(_) | Self::Starfive(_) => None,
        }
    }
}

/// The family of Amlogic's that a part belongs to, where its mask ROM may speak this protocol.
fn amlogic_family(part: &str, protocol: amlogic::families::Protocol) -> Option<Chip> {
    use amlogic::families::{Protocol, by_name};
    let speaks = |known: Protocol| known == protocol || known == Protocol::Either;
    by_name(part).filter(|family| speaks(family.protocol)).map(Chip::Amlogic)
}

/// What a family's boards have in common.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Family {
    /// The protocol of its mask ROM.
    pub protocol: Protocol,
    /// Who makes the SoCs.
    pub vendor: String,
    /// What its boards look like on USB in a recovery mode.
    pub usb: Vec<UsbId>,
    /// How a board gets into recovery.
    pub recovery: String,
}

impl Family {
    /// Which commands are for its boards, in a few words.
    pub fn advice(&self) -> String {
        let word = match self.protocol {
            Protocol::Fel => "fel",
            Protocol::Rockusb => "rockchip",
            Protocol::Optimus | Protocol::Adnl => "amlogic",
            Protocol::Starfive => "starfive",
        };
        format!("use `racklet-flash {word} …`")
    }
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
    pub storage: Vec<Storage>,
    /// The connector that leads to the mask ROM.
    pub port: String,
    /// How this board gets into recovery, where its maker made it easier than its family's boards have it.
    pub recovery: Option<String>,
    /// The QEMU machine that can stand for its processor.
    pub qemu: Option<String>,
    /// The board that its virtual ROM behaves like, by its name in its protocol's `rom`.
    pub profile: Option<String>,
}

impl Board {
    /// Its family.
    pub fn family(&self) -> &'static Family {
        family(&self.family).expect("a test resolves the family of every board")
    }

    /// Whether its mask ROM is on a serial line.
    pub fn is_serial(&self) -> bool {
        self.family().protocol == Protocol::Starfive
    }

    /// Its SoC's numbers.
    pub fn chip(&self) -> Chip {
        Chip::by_name(self.family().protocol, &self.soc)
            .expect("a test resolves the SoC of every board")
    }
}

/// The families, by the names of their files.
const FAMILY_FILES: [(&str, &str); 5] = [
    ("allwinner", include_str!("allwinner.toml")),
    ("amlogic", include_str!("amlogic.toml")),
    ("amlogic-adnl", include_str!("amlogic-adnl.toml")),
    ("rockchip", include_str!("rockchip.toml")),
    ("starfive", include_str!("starfive.toml")),
];
const FILES: &[&str] = &[
    include_str!("allwinner-nezha-d1.toml"),
    include_str!("amlogic-ad401.toml"),
    include_str!("amlogic-p200.toml"),
    include_str!("amlogic-s400.toml"),
    include_str!("bananapi-m2-ultra.toml"),
    include_str!("firefly-roc-rk3308-cc.toml"),
    include_str!("friendlyelec-nanopi-k2.toml"),
    include_str!("friendlyelec-nanopi-r6s.toml"),
    include_str!("generic-rv1103b-camera.toml"),
    include_str!("generic-s905x4-box.toml"),
    include_str!("hardkernel-odroid-c2.toml"),
    include_str!("hardkernel-odroid-c4.toml"),
    include_str!("hardkernel-odroid-m1.toml"),
    include_str!("hardkernel-odroid-n2.toml"),
    include_str!("khadas-edge2.toml"),
    include_str!("khadas-vim1.toml"),
    include_str!("khadas-vim2.toml"),
    include_str!("khadas-vim3.toml"),
    include_str!("khadas-vim3l.toml"),
    include_str!("luckfox-aura.toml"),
    include_str!("luckfox-pico-plus.toml"),
    include_str!("luckfox-pico-pro.toml"),
    include_str!("luckfox-pico-ultra.toml"),
    include_str!("mangopi-mq-quad.toml"),
    include_str!("pine64-pinebook-pro.toml"),
    include_str!("pine64-rock64.toml"),
    include_str!("pine64-rockpro64.toml"),
    include_str!("radxa-e20c.toml"),
    include_str!("radxa-rock-4d.toml"),
    include_str!("radxa-rock-5b.toml"),
    include_str!("radxa-rock-s0.toml"),
    include_str!("radxa-zero.toml"),
    include_str!("radxa-zero-3w.toml"),
    include_str!("sharevdi-r1.toml"),
    include_str!("starfive-visionfive-1.toml"),
    include_str!("starfive-visionfive-2.toml"),
    include_str!("ugoos-am9-pro.toml"),
    include_str!("wetek-hub.toml"),
    include_str!("wetek-play2.toml"),
    include_str!("xunlong-orangepi-5.toml"),
    include_str!("xunlong-orangepi-pc.toml"),
];

static FAMILIES: LazyLock<Vec<(&str, Family)>> = LazyLock::new(|| {
    FAMILY_FILES
        .iter()
        .map(|(name, text)| {
            (*name, toml::from_str(text).expect("a test parses every family's file"))
        })
        .collect()
});
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

/// The family whose file has that name.
fn family(name: &str) -> Option<&'static Family> {
    FAMILIES.iter().find(|(known, _)| *known == name).map(|(_, family)| family)
}

/// Every family.
pub fn families() -> impl Iterator<Item = &'static Family> {
    FAMILIES.iter().map(|(_, family)| family)
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
        for board in all() {
            let family = family(&board.family);
            let protocol =
                family.unwrap_or_else(|| panic!("{} has no family", board.name)).protocol;
            assert!(
                Chip::by_name(protocol, &board.soc).is_some(),
                "{} has an unknown SoC",
                board.name
            );
            assert_eq!(board.is_serial(), board.family().usb.is_empty(), "{}", board.name);
            assert!(
                board
                    .name
                    .split_once('/')
                    .is_some_and(|(vendor, model)| !vendor.is_empty() && !model.is_empty())
            );
            assert!(!board.storage.is_empty(), "{} has no storage", board.name);
            let name = board.profile.as_deref().unwrap_or_default();
            // Who it says that it is, and who its profile says that it is.
            let (own, profiles) = match (board.chip(), protocol) {
                (Chip::Rockchip(chip), _) => {
                    (chip.name, rockusb::rom::profile(name).map(|profile| profile.chip().name))
                }
                (Chip::Amlogic(chip), Protocol::Optimus) => {
                    let profile = amlogic::optimus::rom::profile(name);
                    (chip.name, profile.map(|profile| profile.family().name))
                }
                (Chip::Amlogic(chip), _) => {
                    let profile = amlogic::adnl::rom::profile(name);
                    assert_eq!(
                        profile.map(|profile| profile.family),
                        Some(chip.id.into()),
                        "{}",
                        board.name
                    );
                    (chip.name, Some(chip.name))
                }
                (Chip::Allwinner(_) | Chip::Starfive(_), _) => {
                    assert!(board.profile.is_none(), "{}", board.name);
                    continue;
                }
            };
            assert_eq!(profiles, Some(own), "{}", board.name);
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
            all().len() + FAMILY_FILES.len(),
            "a board's file is not compiled in"
        );
    }

    #[test]
    fn the_boot_rom_is_recognised_by_its_usb_ids() {
        assert!(recognise(0x1f3a, 0xefe8).is_some_and(|(family, _)| family.vendor == "Allwinner"));
        assert!(recognise(0x1f3a, 0x1010).is_none());
        for (product, protocol) in [
            (amlogic::optimus::wire::PRODUCT, Protocol::Optimus),
            (amlogic::adnl::wire::PRODUCT, Protocol::Adnl),
        ] {
            let found = recognise(amlogic::optimus::wire::VENDOR, product).expect("a family");
            assert_eq!((found.0.vendor.as_str(), found.0.protocol), ("Amlogic", protocol));
        }
    }

    #[test]
    fn rockchips_ids_are_those_of_its_table() {
        let family = family("rockchip").expect("the family");
        let ids: Vec<_> = family.usb.iter().map(|id| (id.vendor, id.product)).collect();
        let table = rockusb::chips::all().map(|chip| (rockusb::wire::VENDOR, chip.product));
        assert_eq!(ids, table.collect::<Vec<_>>());
    }
}
