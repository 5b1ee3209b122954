//! Boot files for simulated boards, in the shapes that the families want: sound as far as anybody can tell, with nothing in
//! them that could run.

use amlogic::{
    adnl::rom::profile,
    image::{Bl2, Part},
};

use crate::{
    boards::{Board, Chip, Protocol, Role},
    family::noise::noise,
};

/// A file with that role for a simulated board. `None`: it needs none, or none can be made up.
pub(super) fn file(board: &Board, role: Role) -> Option<Vec<u8>> {
    match (board.protocol()?, role) {
        (Protocol::Optimus, Role::Fip) => whole(board),
        (Protocol::Adnl, Role::Bl2 | Role::Uboot) => {
            profile(board.profile()?).map(|profile| signed(profile.name))
        }
        _ => None,
    }
}

/// `u-boot.bin` for a board that speaks Optimus.
fn whole(board: &Board) -> Option<Vec<u8>> {
    let Chip::Amlogic(family) = board.chip() else { return None };
    Some(match family.name {
        "GXBB" => gxbb(),
        "GXL" | "GXM" => {
            let (bl2, tpl) = gx();
            [bl2, tpl].concat()
        }
        "AXG" | "TXLX" => axg(),
        "G12A" | "SM1" => g12("g12a"),
        "G12B" => g12("g12b"),
        _ => return None,
    })
}

fn put(bytes: &mut [u8], at: usize, what: &[u8]) {
    bytes[at..at + what.len()].copy_from_slice(what);
}

/// BL2 whose build names this family.
fn bl2(size: usize, word: &str) -> Vec<u8> {
    let mut body = noise(size, 7);
    if word == "gxb" {
        // As amlogic-boot-fip makes them, so that cards can start with them, too.
        put(&mut body, 0x210, b"@AML\xf0\xbf\0\0");
    }
    Bl2::build(size, word, &|at| body[at])
}

/// BL2 and U-Boot for GXL and GXM, apart.
pub fn gx() -> (Vec<u8>, Vec<u8>) {
    let mut tpl = vec![];
    for length in [0x3e00_usize, 0xd400, 0x2c400] {
        let at = tpl.len();
        tpl.extend(noise(length + 512, length as u32));
        tpl[at..at + 256].fill(0);
        for place in [12, 252] {
            put(&mut tpl, at + place, b"AMLC");
        }
        for place in [2, 250] {
            put(&mut tpl, at + place, &512_u16.to_le_bytes());
        }
        for place in [16, 24, 28] {
            put(&mut tpl, at + place, &(length as u32).to_le_bytes());
        }
        tpl.resize(tpl.len().next_multiple_of(0x4000), 0);
    }
    (bl2(Bl2::GX, "gxl"), tpl)
}

/// A plain FIP with these parts after its table.
fn fip(length: usize, parts: &[(Part, usize, usize)]) -> Vec<u8> {
    let mut fip = noise(length, 11);
    fip[..0x4000].fill(0);
    put(&mut fip, 0x10, &0xaa64_0001_u32.to_le_bytes());
    put(&mut fip, 0x14, &0x1234_5678_u32.to_le_bytes());
    for (index, (part, start, size)) in parts.iter().enumerate() {
        let at = 0x20 + 40 * index;
        put(&mut fip, at, &part.number());
        put(&mut fip, at + 16, &(*start as u64).to_le_bytes());
        put(&mut fip, at + 24, &(*size as u64).to_le_bytes());
    }
    fip
}

/// `u-boot.bin` for AXG.
pub fn axg() -> Vec<u8> {
    let fip = fip(0x8_0000, &[(Part::Bl30, 0x4000, 0x5000), (Part::Bl33, 0x9000, 0x6_0000)]);
    [bl2(Bl2::GX, "axg"), fip].concat()
}

/// `u-boot.bin` for GXBB.
pub fn gxbb() -> Vec<u8> {
    let mut fip = fip(0x8_0000, &[(Part::Bl30, 0x4000, 0x5000), (Part::Bl33, 0x9000, 0x6_0000)]);
    fip.copy_within(0x10..0x200, 0);
    [bl2(Bl2::GX, "gxb"), fip].concat()
}

/// `u-boot.bin` for G12B (`g12b`), or for G12A and SM1 (`g12a`).
pub fn g12(word: &str) -> Vec<u8> {
    g12_of(word, 0x9_8123)
}

/// The same, with this many bytes after BL2.
pub fn g12_of(word: &str, length: usize) -> Vec<u8> {
    let parts = [(Part::Bl30, 0x6_8000, 0xe570), (Part::Bl33, 0x7_6570, length - 0x7_6570)];
    [bl2(Bl2::G12, word), fip(length, &parts)].concat()
}

/// A boot file that only its maker can read, for the board of that profile.
///
/// # Panics
///
/// Where no profile has that name.
pub fn signed(name: &str) -> Vec<u8> {
    let profile = profile(name).expect("the name of one of the profiles");
    let mut file = noise(profile.boot_file(), profile.family);
    for at in [0x10, 0x110] {
        put(&mut file, at, b"@AML");
    }
    file
}
