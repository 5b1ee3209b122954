//! A board's SoC, as the table of its family has it.

use super::family::{Family, Protocol};

/// A SoC.
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
    /// Of Bouffalo Lab: the BL808.
    Bl808,
    /// Of T-Head, on its serial line: the TH1520.
    Th1520,
    /// One whose mask ROM speaks fastboot: its name.
    Fastboot(&'static str),
    /// Of a family whose mask ROM is not spoken yet: only its name is known.
    Unspoken,
    /// Any: U-Boot runs on it.
    Any,
}

/// StarFive's SoCs: they have no numbers that they are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Starfive {
    /// On the VisionFive 1.
    Jh7100,
    /// On the VisionFive 2.
    Jh7110,
}

/// The vendors of SoCs whose mask ROM speaks fastboot, their SoCs, and what a virtual board with one behaves like.
const FASTBOOT: [(&str, &str, &str); 4] = [
    ("T-Head", "TH1520", "licheepi-4a"),
    ("SpacemiT", "K1", "bananapi-f3"),
    ("SpacemiT", "M1", "bananapi-f3"),
    ("U-Boot", "any", "uboot"),
];

/// Those of a family.
fn fastboot(family: &Family) -> impl Iterator<Item = &'static str> {
    let own = FASTBOOT.into_iter().filter(|(vendor, ..)| *vendor == family.vendor);
    own.map(|(_, name, _)| name)
}

impl Chip {
    /// The SoC that a family calls `name`.
    pub(super) fn by_name(family: &Family, name: &str) -> Option<Self> {
        let Some(protocol) = family.protocol else {
            return family.chips.iter().any(|chip| chip == name).then_some(Self::Unspoken);
        };
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
            Protocol::Bouffalo => (name == Self::Bl808.name()).then_some(Self::Bl808),
            Protocol::Cct => (name == Self::Th1520.name()).then_some(Self::Th1520),
            Protocol::Fastboot => fastboot(family).find(|chip| *chip == name).map(Self::Fastboot),
            Protocol::Uboot | Protocol::Ums => (name == Self::Any.name()).then_some(Self::Any),
        }
    }

    /// The names of a family's SoCs, for messages.
    pub(super) fn names(family: &Family) -> Vec<&str> {
        use amlogic::families::TABLE;
        match family.protocol {
            None => family.chips.iter().map(String::as_str).collect(),
            Some(Protocol::Fel) => fel::chips::all().map(|chip| chip.name).collect(),
            Some(Protocol::Rockusb) => {
                rockusb::chips::all().flat_map(|chip| chip.names()).collect()
            }
            Some(Protocol::Optimus | Protocol::Adnl) => {
                let parts = TABLE.iter().flat_map(|family| family.parts.iter().copied());
                parts.filter(|part| Self::by_name(family, part).is_some()).collect()
            }
            Some(Protocol::Starfive) => vec!["JH7100", "JH7110"],
            Some(Protocol::Bouffalo) => vec![Self::Bl808.name()],
            Some(Protocol::Cct) => vec![Self::Th1520.name()],
            Some(Protocol::Fastboot) => fastboot(family).collect(),
            Some(Protocol::Uboot | Protocol::Ums) => vec![Self::Any.name()],
        }
    }

    /// What a board with it says that it is: the SoC's name in the table of its family, or that of the family of SoCs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Allwinner(chip) => chip.name,
            Self::Rockchip(chip) => chip.name,
            Self::Amlogic(family) => family.name,
            Self::Starfive(Starfive::Jh7100) => "JH7100",
            Self::Starfive(Starfive::Jh7110) => "JH7110",
            Self::Bl808 => "BL808",
            Self::Th1520 => "TH1520",
            Self::Fastboot(name) => name,
            Self::Unspoken => "",
            Self::Any => "any",
        }
    }

    /// The SoC, where it speaks FEL.
    pub fn fel(self) -> Option<&'static fel::chips::Chip> {
        match self {
            Self::Allwinner(chip) => Some(chip),
            Self::Rockchip(_)
            | Self::Amlogic(_)
            | Self::Starfive(_)
            | Self::Bl808
            | Self::Th1520
            | Self::Fastboot(_)
            | Self::Unspoken
            | Self::Any => None,
        }
    }

    /// The profiles of measured boards that a virtual board with this SoC can behave like, the usual one first.
    pub(super) fn profiles(self) -> Vec<&'static str> {
        match self {
            Self::Rockchip(chip) => {
                let same = |of: &&rockusb::rom::Profile| of.chip().name == chip.name;
                rockusb::rom::PROFILES.iter().filter(same).map(|profile| profile.name).collect()
            }
            Self::Amlogic(family) => {
                let optimus = amlogic::optimus::rom::PROFILES.iter();
                let optimus = optimus.filter(|profile| profile.family().id == family.id);
                let adnl = amlogic::adnl::rom::PROFILES.iter();
                let adnl = adnl.filter(|profile| profile.family == u32::from(family.id));
                optimus
                    .map(|profile| profile.name)
                    .chain(adnl.map(|profile| profile.name))
                    .collect()
            }
            Self::Fastboot(name) => {
                let own = FASTBOOT.iter().filter(|(_, chip, _)| *chip == name);
                own.map(|(.., profile)| *profile).collect()
            }
            Self::Allwinner(_)
            | Self::Starfive(_)
            | Self::Bl808
            | Self::Th1520
            | Self::Unspoken
            | Self::Any => Vec::new(),
        }
    }

    /// The number that its mask ROM is known by, and what that number is. A serial line has none.
    pub fn id(self) -> Option<(&'static str, u32)> {
        match self {
            Self::Allwinner(chip) => Some(("FEL id", chip.id.into())),
            Self::Rockchip(chip) => Some(("USB product id", chip.product.into())),
            Self::Amlogic(family) => Some(("family id", family.id.into())),
            Self::Starfive(_)
            | Self::Bl808
            | Self::Th1520
            | Self::Fastboot(_)
            | Self::Unspoken
            | Self::Any => None,
        }
    }
}

/// The family of Amlogic's that a part belongs to, where its mask ROM may speak this protocol.
fn amlogic_family(part: &str, protocol: amlogic::families::Protocol) -> Option<Chip> {
    use amlogic::families::{Protocol, by_name};
    let speaks = |known: Protocol| known == protocol || known == Protocol::Either;
    by_name(part).filter(|family| speaks(family.protocol)).map(Chip::Amlogic)
}
