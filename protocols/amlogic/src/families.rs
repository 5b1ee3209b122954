//! The families of SoCs: numbers, and which protocol speaks when.
//!
//! The ids are word 1 of the chip information page; parts and load addresses come from the vendor's U-Boot and from
//! pyamlboot, read as facts. Nothing of it was tried on a board by us. What is inferred says so.

/// How the mask ROM of a family speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// Vendor requests, 1b8e:c003.
    Optimus,
    /// Fastboot-like commands, 1b8e:c004.
    Adnl,
    /// One of the two: an efuse bit decides.
    Either,
}

/// How a family starts U-Boot over Optimus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// A DDR program, then a packed U-Boot that a third program unpacks.
    M8,
    /// BL2 twice, with a block of parameters that says what it is to do.
    Gx {
        /// Where BL2 is loaded and run.
        bl2: u32,
        /// Where its parameters are.
        params: u32,
        /// Where U-Boot (TPL, a FIP) is loaded.
        tpl: u32,
    },
    /// BL2 once; it then asks for the rest, segment by segment (AMLC).
    G12 {
        /// Where BL2 is loaded and run.
        bl2: u32,
    },
    /// None is known over Optimus.
    None,
}

impl Flow {
    /// Where BL2 is loaded, if that is known.
    pub fn bl2(self) -> Option<u32> {
        match self {
            Self::M8 => Some(0xd900_0000),
            Self::Gx { bl2, .. } | Self::G12 { bl2 } => Some(bl2),
            Self::None => None,
        }
    }

    /// Bytes of BL2 at the front of `u-boot.bin`.
    pub fn bl2_length(self) -> Option<usize> {
        match self {
            Self::Gx { .. } => Some(0xc000),
            Self::G12 { .. } => Some(0x1_0000),
            Self::M8 | Self::None => None,
        }
    }
}

/// A register bit that says whether secure boot is fused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fuse {
    /// Address of the word.
    pub address: u32,
    /// The bit.
    pub mask: u32,
}

/// A family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Family {
    /// Its number on the chip information page, also the first byte of the vendor's chip ids.
    pub id: u8,
    /// Its name.
    pub name: &'static str,
    /// Parts that belong to it; empty where none is known.
    pub parts: &'static [&'static str],
    /// Versions that its mask ROM calls itself, as far as seen.
    pub roms: &'static [(u8, u8)],
    /// What its mask ROM speaks.
    pub protocol: Protocol,
    /// How it starts U-Boot over Optimus.
    pub flow: Flow,
    /// Where it tells of secure boot.
    pub fuse: Option<Fuse>,
}

const GX: Flow = Flow::Gx { bl2: 0xd900_0000, params: 0xd900_c000, tpl: 0x0200_c000 };
const AXG: Flow = Flow::Gx { bl2: 0xfffc_0000, params: 0xfffc_c000, tpl: 0x0200_c000 };
const G12: Flow = Flow::G12 { bl2: 0xfffa_0000 };
const FUSE_GX: Option<Fuse> = Some(Fuse { address: 0xc810_0228, mask: 0x10 });
const FUSE_AXG: Option<Fuse> = Some(Fuse { address: 0xff80_0228, mask: 0x10 });
const FUSE_M8: Option<Fuse> = Some(Fuse { address: 0xd901_8048, mask: 0x80 });

const fn family(id: u8, name: &'static str, parts: &'static [&'static str]) -> Family {
    let (roms, protocol) = (&[], Protocol::Adnl);
    Family { id, name, parts, roms, protocol, flow: Flow::None, fuse: None }
}

/// A family whose mask ROM speaks Optimus.
const fn optimus(
    base: Family,
    roms: &'static [(u8, u8)],
    flow: Flow,
    fuse: Option<Fuse>,
) -> Family {
    Family { roms, protocol: Protocol::Optimus, flow, fuse, ..base }
}

const fn either(base: Family) -> Family {
    Family { protocol: Protocol::Either, ..base }
}

/// G12A, G12B, SM1, TL1 and TM2 speak ADNL where a bit of AO_SEC_SD_CFG9 is set, which no board at hand was seen to
/// have; the first three are listed by what they were seen to speak.
pub static TABLE: [Family; 29] = [
    optimus(
        family(0x19, "M8", &["S805", "A111"]),
        &[(2, 0), (2, 1), (2, 2), (2, 3)],
        Flow::M8,
        FUSE_M8,
    ),
    optimus(family(0x1f, "GXBB", &["S905", "S905H", "S905M"]), &[(2, 2), (2, 3)], GX, FUSE_GX),
    optimus(
        family(0x21, "GXL", &["S905X", "S905D", "S905W", "S905L", "S805X", "S805Y", "S905M2"]),
        &[(2, 4)],
        GX,
        FUSE_GX,
    ),
    optimus(family(0x22, "GXM", &["S912"]), &[(2, 4)], GX, FUSE_GX),
    // Its addresses are only said to be of AXG's kind.
    optimus(family(0x24, "TXLX", &["T962"]), &[(2, 5), (3, 0)], AXG, FUSE_AXG),
    optimus(family(0x25, "AXG", &["A113X", "A113D"]), &[(3, 0), (3, 1)], AXG, FUSE_AXG),
    optimus(family(0x28, "G12A", &["S905X2", "S905D2", "S905Y2"]), G12_ROMS, G12, FUSE_AXG),
    optimus(family(0x29, "G12B", &["A311D", "S922X"]), G12_ROMS, G12, FUSE_AXG),
    optimus(family(0x2b, "SM1", &["S905X3", "S905D3"]), &[(3, 2)], G12, FUSE_AXG),
    either(family(0x2c, "A1", &["A113L"])),
    either(family(0x2e, "TL1", &[])),
    either(family(0x2f, "TM2", &[])),
    either(family(0x30, "C1", &[])),
    family(0x32, "SC2", &["S905X4"]),
    either(family(0x33, "C2", &[])),
    family(0x34, "T5", &[]),
    family(0x35, "T5D", &[]),
    family(0x36, "T7", &["A311D2"]),
    family(0x37, "S4", &["S905Y4"]),
    family(0x38, "T3", &[]),
    family(0x39, "P1", &[]),
    family(0x3a, "S4D", &[]),
    family(0x3e, "S5", &[]),
    family(0x40, "A4", &[]),
    family(0x45, "S1A", &[]),
    family(0x46, "S7", &[]),
    family(0x47, "S7D", &[]),
    family(0x48, "S6", &["S905X5"]),
    family(0x4d, "A9", &[]),
];

/// A board of this class without password was seen with 3.0.
const G12_ROMS: &[(u8, u8)] = &[(3, 0), (3, 1), (3, 2)];

/// The family with this number.
pub fn by_id(id: u8) -> Option<&'static Family> {
    TABLE.iter().find(|family| family.id == id)
}

/// The family with this name, or the one that a part with this name belongs to, in capitals or not.
pub fn by_name(name: &str) -> Option<&'static Family> {
    let is = |other: &str| other.eq_ignore_ascii_case(name);
    TABLE.iter().find(|family| is(family.name) || family.parts.iter().any(|part| is(part)))
}

/// The families whose mask ROM may call itself by this version.
pub fn by_rom(rom: (u8, u8)) -> impl Iterator<Item = &'static Family> {
    TABLE.iter().filter(move |family| family.roms.contains(&rom))
}

/// Where a mask ROM keeps the chip's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChipIdAt {
    /// 12 bytes of memory.
    Memory(u32),
    /// The chip information page 1, at 0x14.
    Page,
}

/// The place of the chip's id by the version of the mask ROM, as the vendor's tool has it.
pub fn chip_id_at(rom: (u8, u8)) -> Option<ChipIdAt> {
    Some(match rom {
        (2, 0 | 1) => ChipIdAt::Memory(0xd901_3c24),
        (2, 2) => ChipIdAt::Memory(0xc801_3c24),
        (2, 3) | (3, 1 | 2) => ChipIdAt::Page,
        (2, 4) => ChipIdAt::Memory(0xd900_d400),
        (2, 5) | (3, 0) => ChipIdAt::Memory(0xfffc_d400),
        _ => return None,
    })
}

/// Whether a mask ROM of this version has chip information pages. 2.4 has none and answers with a string descriptor.
pub fn has_chip_info(rom: (u8, u8)) -> bool {
    rom.0 >= 3 || rom == (2, 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_names_are_in_order_and_their_own() {
        for (index, family) in TABLE.iter().enumerate() {
            assert!(TABLE[..index].iter().all(|other| other.id < family.id), "{}", family.name);
            assert_eq!(by_id(family.id).map(|found| found.name), Some(family.name));
            assert_eq!(by_name(family.name).map(|found| found.id), Some(family.id));
            for part in family.parts {
                assert_eq!(by_name(part).map(|found| found.id), Some(family.id), "{part}");
            }
            let boots = family.flow != Flow::None;
            assert_eq!(boots, family.protocol == Protocol::Optimus, "{}", family.name);
            assert_eq!(boots, !family.roms.is_empty() && family.fuse.is_some(), "{}", family.name);
        }
    }

    #[test]
    fn the_two_boards_of_the_rack() {
        let vim1 = by_name("s905x").expect("a part");
        assert_eq!(
            (vim1.name, vim1.protocol, vim1.flow.bl2()),
            ("GXL", Protocol::Optimus, Some(0xd900_0000))
        );
        assert_eq!(by_name("S905X4").map(|family| family.protocol), Some(Protocol::Adnl));
        let names: alloc::vec::Vec<_> = by_rom((2, 4)).map(|family| family.name).collect();
        assert_eq!(names, ["GXL", "GXM"]);
        assert_eq!(chip_id_at((2, 4)), Some(ChipIdAt::Memory(0xd900_d400)));
        assert_eq!(chip_id_at((3, 2)), Some(ChipIdAt::Page));
        assert_eq!(chip_id_at((9, 9)), None);
        assert!(!has_chip_info((2, 4)) && has_chip_info((3, 2)));
    }
}
