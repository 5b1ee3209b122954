//! CID and CSD: 128 bits, of which the lowest eight are a CRC.

/// Sectors of 512 KiB, the unit of large cards.
const UNIT: u64 = 1024;
const SMALL: u64 = (2 << 30) / 512;
/// What 12 bits hold.
const LARGEST: u64 = 4096;

/// A field whose lowest bit is at `at`.
fn field(value: u64, at: u32) -> u128 {
    u128::from(value) << at
}

/// With the CRC-7 of the upper 120 bits, and the bit after it.
fn sealed(register: u128) -> u128 {
    let crc = (8..128).rev().fold(0u8, |crc, at| {
        let bit = (register >> at & 1) as u8 ^ crc >> 6 & 1;
        (crc << 1 ^ if bit != 0 { 9 } else { 0 }) & 0x7f
    });
    register & !0xff | u128::from(crc) << 1 | 1
}

pub(super) fn cid(name: [u8; 5]) -> u128 {
    let name = name.into_iter().fold(0, |all, byte| all << 8 | u64::from(byte));
    sealed(field(0x1b, 120) | field(name, 64) | field(0x10, 56) | field(0x1234_5678, 24))
}

/// How a small card's size is told: C_SIZE, C_SIZE_MULT, READ_BL_LEN.
fn small(sectors: u64) -> (u64, u32, u32) {
    let places = (9..=11).flat_map(|length| (0..8).map(move |mult| (mult, length)));
    let fits = |(mult, length): &(u32, u32)| sectors >> (mult + 2 + length - 9) <= LARGEST;
    let (mult, length) = places.into_iter().find(fits).unwrap_or((7, 11));
    ((sectors >> (mult + 2 + length - 9)).max(1) - 1, mult, length)
}

/// The sectors that a card tells of those that it has: whole units.
pub(super) fn told(sectors: u64) -> u64 {
    if sectors > SMALL {
        return sectors / UNIT * UNIT;
    }
    let (size, mult, length) = small(sectors);
    (size + 1) << (mult + 2 + length - 9)
}

fn common(length: u32) -> u128 {
    field(0x0e, 112) | field(0x32, 96) | field(length.into(), 80) | field(length.into(), 22)
}

fn csd_of_small(sectors: u64) -> u128 {
    let (size, mult, length) = small(sectors);
    common(length) | field(0x5b5, 84) | field(size, 62) | field(mult.into(), 47) | field(0x7f, 39)
}

pub(super) fn csd_of_sd(sectors: u64) -> u128 {
    if sectors <= SMALL {
        return sealed(csd_of_small(sectors) | field(1, 46));
    }
    let size = sectors / UNIT - 1;
    sealed(
        common(9)
            | field(1, 126)
            | field(0x5b5, 84)
            | field(size, 48)
            | field(1, 46)
            | field(0x7f, 39),
    )
}

/// Version 4; above 2 GiB the size is in EXT_CSD alone.
pub(super) fn csd_of_emmc(sectors: u64) -> u128 {
    let kind = field(3, 126) | field(4, 122);
    let register = match sectors > SMALL {
        true => common(9) | field(0xf5, 84) | field(0xfff, 62) | field(7, 47),
        false => csd_of_small(sectors) & !field(0xfff, 84) | field(0xf5, 84),
    };
    sealed(register | kind)
}
