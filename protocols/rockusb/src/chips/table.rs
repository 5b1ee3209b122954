//! The table itself.

use super::{Chip, IdBlock};

const OLD: Chip = Chip {
    name: "",
    also: &[],
    product: 0,
    code: None,
    rc4: true,
    zero_sum: false,
    tag: None,
    spl_limit: None,
    id_block: IdBlock::Old,
    head_sectors: 4,
    queues: false,
    quirk: None,
};
const NEW: Chip = Chip { rc4: false, id_block: IdBlock::New, tag: Some(*b"RK35"), ..OLD };

const fn old(name: &'static str, product: u16, tag: Option<[u8; 4]>, spl: u32) -> Chip {
    Chip { name, product, tag, spl_limit: if spl == 0 { None } else { Some(spl) }, ..OLD }
}

const fn new(name: &'static str, product: u16, code: &'static str, spl: u32) -> Chip {
    Chip {
        name,
        product,
        code: Some(code),
        spl_limit: if spl == 0 { None } else { Some(spl) },
        ..NEW
    }
}

const RK30: Option<[u8; 4]> = Some(*b"RK30");
const RK31: Option<[u8; 4]> = Some(*b"RK31");
const RK32: Option<[u8; 4]> = Some(*b"RK32");
const RK33: Option<[u8; 4]> = Some(*b"RK33");

/// Every SoC, by product id. The RV1103B is not in it: its id (0x110e?) has not been confirmed.
pub const TABLE: [Chip; 29] = [
    old("RV1108", 0x110a, Some(*b"RK11"), 0x1800),
    Chip { also: &["RV1109"], ..old("RV1126", 0x110b, Some(*b"110B"), 0xf000) },
    Chip { also: &["RV1103"], zero_sum: true, tag: None, ..new("RV1106", 0x110c, "1106", 0) },
    Chip { also: &["RK1806"], ..old("RK1808", 0x180a, None, 0) },
    old("RK2818", 0x281a, None, 0),
    old("RK2918", 0x290a, None, 0),
    old("RK2928", 0x292a, None, 0),
    old("RK3026", 0x292c, None, 0),
    Chip {
        quirk: Some("its mask ROM reports bcdUSB 0x0201, as vendor loaders do"),
        ..old("RK3066", 0x300a, RK30, 0x7800)
    },
    old("RK3168", 0x300b, None, 0),
    old("RK3036", 0x301a, RK30, 0x1000),
    old("RK3066B", 0x310a, RK31, 0),
    old("RK3188", 0x310b, RK31, 0x7800),
    Chip { also: &["RK3126C"], ..old("RK3128", 0x310c, RK31, 0x1800) },
    old("RK3126", 0x310d, RK31, 0x1800),
    old("RK3288", 0x320a, RK32, 0x8000),
    Chip {
        also: &["RK3228", "RK3229"],
        code: Some("322A"),
        quirk: Some(
            "only the first 36 KiB of a blob for DRAM arrive reliably (measured on an RK3229)",
        ),
        ..old("RK322x", 0x320b, RK32, 0x7000)
    },
    Chip { also: &["RK322xH"], ..old("RK3328", 0x320c, RK32, 0x7800) },
    Chip { also: &["PX5"], ..old("RK3368", 0x330a, RK33, 0x7000) },
    old("RK3366", 0x330b, RK33, 0),
    Chip { also: &["RK3399Pro"], ..old("RK3399", 0x330c, RK33, 0x2e000) },
    Chip { also: &["RK3326"], ..old("PX30", 0x330d, RK33, 0x2800) },
    Chip {
        quirk: Some("its mask ROM insists on the sum of a blob"),
        ..old("RK3308", 0x330e, RK33, 0x3f000)
    },
    Chip { also: &["RK3568"], ..new("RK3566", 0x350a, "3568", 0xf000) },
    Chip { also: &["RK3588S", "RK3582", "RK3583"], ..new("RK3588", 0x350b, "3588", 0xff000) },
    Chip { zero_sum: true, ..new("RK3528", 0x350c, "3528", 0xf000) },
    new("RK3562", 0x350d, "3562", 0),
    Chip {
        zero_sum: true,
        head_sectors: 8,
        quirk: Some("erasing fails now and then; comes back more than 3 s after a loader was sent"),
        ..new("RK3576", 0x350e, "3576", 0x7f000)
    },
    Chip { zero_sum: true, ..new("RK3506", 0x350f, "3506", 0xb000) },
];
