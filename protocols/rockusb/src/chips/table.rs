//! The table itself.

use super::{Chip, IdBlock};

const OLD: Chip = Chip {
    name: "",
    also: &[],
    product: 0,
    codes: &[],
    rc4: true,
    zero_sum: false,
    tag: None,
    spl_limit: None,
    id_block: IdBlock::Old,
    head_sectors: 4,
    sram: None,
    bits: None,
    quirk: None,
};
const NEW: Chip =
    Chip { rc4: false, id_block: IdBlock::New, tag: Some(*b"RK35"), bits: Some(64), ..OLD };

const fn old(name: &'static str, product: u16, tag: Option<[u8; 4]>, spl: u32) -> Chip {
    Chip { name, product, tag, spl_limit: if spl == 0 { None } else { Some(spl) }, ..OLD }
}

const fn new(name: &'static str, product: u16, codes: &'static [&'static str], spl: u32) -> Chip {
    Chip { name, product, codes, spl_limit: if spl == 0 { None } else { Some(spl) }, ..NEW }
}

const RK30: Option<[u8; 4]> = Some(*b"RK30");
const RK31: Option<[u8; 4]> = Some(*b"RK31");
const RK32: Option<[u8; 4]> = Some(*b"RK32");
const RK33: Option<[u8; 4]> = Some(*b"RK33");

/// Every SoC, by product id. Which id an RK3128X and a PX3SE have is not known: their codes (312X, 312A) are good for
/// each that they may have.
pub const TABLE: [Chip; 31] = [
    old("RV1108", 0x110a, Some(*b"RK11"), 0x1800),
    Chip {
        also: &["RV1109"],
        codes: &["1126", "1109"],
        ..old("RV1126", 0x110b, Some(*b"110B"), 0xf000)
    },
    Chip {
        also: &["RV1103"],
        zero_sum: true,
        tag: None,
        bits: Some(32),
        ..new("RV1106", 0x110c, &["1106"], 0)
    },
    Chip {
        tag: None,
        bits: Some(32),
        sram: Some((0x210f_0000, 0x2110_0000)),
        ..new("RV1103B", 0x110e, &["110E", "1103"], 0)
    },
    Chip { tag: None, bits: None, ..new("RV1126B", 0x110f, &["110F"], 0) },
    Chip { also: &["RK1806"], ..old("RK1808", 0x180a, Some(*b"RK18"), 0) },
    old("RK2818", 0x281a, None, 0),
    old("RK2918", 0x290a, None, 0),
    old("RK2928", 0x292a, None, 0),
    old("RK3026", 0x292c, None, 0),
    Chip {
        quirk: Some("its mask ROM reports bcdUSB 0x0201, as vendor loaders do"),
        ..old("RK3066", 0x300a, RK30, 0x7800)
    },
    old("RK3168", 0x300b, None, 0),
    Chip { also: &["RK3032"], codes: &["303A", "3032"], ..old("RK3036", 0x301a, RK30, 0x1000) },
    old("RK3066B", 0x310a, RK31, 0),
    old("RK3188", 0x310b, RK31, 0x7800),
    Chip {
        also: &["RK3126C", "PX3SE"],
        codes: &["312A", "312X"],
        ..old("RK3128", 0x310c, RK31, 0x1800)
    },
    Chip { codes: &["312A", "312X"], ..old("RK3126", 0x310d, RK31, 0x1800) },
    old("RK3288", 0x320a, RK32, 0x8000),
    Chip {
        also: &["RK3228", "RK3229", "RK3128X"],
        codes: &["322A", "312X"],
        quirk: Some(
            "only the first 36 KiB of a blob for DRAM arrive reliably (measured on an RK3229)",
        ),
        ..old("RK322x", 0x320b, RK32, 0x7000)
    },
    Chip { also: &["RK322xH"], codes: &["322H"], ..old("RK3328", 0x320c, RK32, 0x7800) },
    Chip { also: &["PX5"], ..old("RK3368", 0x330a, RK33, 0x7000) },
    old("RK3366", 0x330b, RK33, 0),
    Chip { also: &["RK3399Pro"], ..old("RK3399", 0x330c, RK33, 0x2e000) },
    Chip { also: &["RK3326"], codes: &["PX30", "3326"], ..old("PX30", 0x330d, RK33, 0x2800) },
    Chip {
        codes: &["3308"],
        quirk: Some("its mask ROM insists on the sum of a blob"),
        ..old("RK3308", 0x330e, RK33, 0x3f000)
    },
    Chip { also: &["RK3568"], ..new("RK3566", 0x350a, &["3568"], 0xf000) },
    Chip { also: &["RK3588S", "RK3582", "RK3583"], ..new("RK3588", 0x350b, &["3588"], 0xff000) },
    Chip { zero_sum: true, ..new("RK3528", 0x350c, &["3528"], 0xf000) },
    new("RK3562", 0x350d, &["3562"], 0),
    Chip {
        zero_sum: true,
        head_sectors: 8,
        sram: Some((0x3ff8_0000, 0x4000_0000)),
        quirk: Some(
            "erasing fails now and then; re-enumerates more than 3 s after a loader was sent",
        ),
        ..new("RK3576", 0x350e, &["3576"], 0x7f000)
    },
    Chip { zero_sum: true, bits: Some(32), ..new("RK3506", 0x350f, &["3506"], 0xb000) },
];
