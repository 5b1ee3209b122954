//! What a NOR flash says of itself: SFDP (JESD216) tables, or its id.

use alloc::vec::Vec;

/// An erasure: bytes, and its command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erase {
    /// Bytes, a power of two.
    pub size: u32,
    /// The command with three bytes of address.
    pub opcode: u8,
    /// With four.
    pub wide: u8,
}

/// What the tables say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parameters {
    pub(super) size: u64,
    pub(super) erases: Vec<Erase>,
}

/// Bytes that are read of the tables: both are within them on every flash that is known.
pub(super) const LENGTH: usize = 512;
/// Ids of the tables: basic parameters, and commands with four bytes of address.
const BASIC: u16 = 0xff00;
const FOUR_BYTES: u16 = 0xff84;

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// The place of a table, and its words.
fn table(bytes: &[u8], wanted: u16) -> Option<(usize, usize)> {
    let headers = usize::from(*bytes.get(6)?) + 1;
    (0..headers).map(|index| 8 + 8 * index).find_map(|at| {
        let (first, second) = (word(bytes, at)?, word(bytes, at + 4)?);
        let id = (second >> 24 << 8 | first & 0xff) as u16;
        (id == wanted).then_some(((second & 0x00ff_ffff) as usize, (first >> 24) as usize))
    })
}

/// The command with four bytes of address that is usual for one with three.
fn usual(opcode: u8) -> u8 {
    match opcode {
        0x20 => 0x21,
        0x52 => 0x5c,
        _ => 0xdc,
    }
}

/// Reads the tables. `None`: there are none, or they make no sense.
pub(super) fn parse(bytes: &[u8]) -> Option<Parameters> {
    if word(bytes, 0)? != u32::from_le_bytes(*b"SFDP") {
        return None;
    }
    let (at, words) = table(bytes, BASIC)?;
    let density = word(bytes, at + 4)?;
    let bits = match density >> 31 {
        0 => u64::from(density) + 1,
        _ => 1u64.checked_shl(density & 0x7fff_ffff)?,
    };
    let wide = table(bytes, FOUR_BYTES).and_then(|(at, _)| word(bytes, at + 4));
    let mut erases: Vec<Erase> = (0..4usize)
        .filter(|_| words >= 9)
        .filter_map(|index| {
            let half = word(bytes, at + 28 + index / 2 * 4)? >> (16 * (index % 2));
            let (power, opcode) = (half & 0xff, (half >> 8) as u8);
            let told =
                wide.map(|word| (word >> (8 * index)) as u8).filter(|opcode| *opcode != 0xff);
            let wide = told.unwrap_or_else(|| usual(opcode));
            (8..=18).contains(&power).then(|| Erase { size: 1 << power, opcode, wide })
        })
        .collect();
    if erases.is_empty() {
        erases = usual_erases();
    }
    erases.sort_by_key(|erase| erase.size);
    let size = bits / 8;
    ((1 << 16..=1 << 32).contains(&size) && size.is_power_of_two())
        .then_some(Parameters { size, erases })
}

/// What nearly every flash has.
fn usual_erases() -> Vec<Erase> {
    [(4 << 10, 0x20), (64 << 10, 0xd8)]
        .map(|(size, opcode)| Erase { size, opcode, wide: usual(opcode) })
        .into()
}

/// What the third byte of the id says where there are no tables.
pub(super) fn by_id([_, _, capacity]: [u8; 3]) -> Option<Parameters> {
    let size = match capacity {
        0x10..=0x1c => 1 << capacity,
        // Larger ones are counted on in decimal tens.
        0x20..=0x22 => 1 << (capacity - 6),
        _ => return None,
    };
    Some(Parameters { size, erases: usual_erases() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;
    use proptest::prelude::*;

    /// Made up, as those of flashes of 32 MiB are: three erasures, and commands with four bytes of address.
    fn tables() -> Vec<u8> {
        let mut bytes = vec![0xff; LENGTH];
        let mut put = |at: usize, words: &[u32]| {
            for (index, word) in words.iter().enumerate() {
                bytes[at + 4 * index..at + 4 * index + 4].copy_from_slice(&word.to_le_bytes());
            }
        };
        put(0, &[0x5044_4653, 0xff01_0106, 0x1001_0600, 0xff00_0080, 0x0201_0084, 0xff00_00d0]);
        put(0x80, &[0xfff3_20e5, 0x0fff_ffff, 0x6b08_eb44, 0xbb42_3b08, 0xffff_fffe, 0xff00_ffff]);
        put(0x98, &[0xeb21_ffff, 0x520f_200c, 0x0000_d810]);
        put(0xd0, &[0xfeff_ff8f, 0xffdc_5c21]);
        bytes
    }

    #[test]
    fn size_and_erasures_are_in_the_tables() {
        let found = parse(&tables()).expect("tables");
        assert_eq!(found.size, 32 << 20);
        let erases: Vec<_> =
            found.erases.iter().map(|erase| (erase.size >> 10, erase.opcode, erase.wide)).collect();
        assert_eq!(erases, [(4, 0x20, 0x21), (32, 0x52, 0x5c), (64, 0xd8, 0xdc)]);
    }

    #[test]
    fn without_tables_the_id_tells() {
        assert_eq!(parse(&[0xff; LENGTH]), None);
        assert_eq!(by_id([0xef, 0x40, 0x18]).expect("known").size, 16 << 20);
        assert_eq!(by_id([0x20, 0xba, 0x20]).expect("known").size, 64 << 20);
        assert_eq!(by_id([0xff; 3]), None);
        assert_eq!(by_id([0; 3]), None);
    }

    proptest! {
        #[test]
        fn damaged_tables_are_no_panic(places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
            let mut bytes = tables();
            for (place, value) in places {
                let at = place.index(0xd8);
                bytes[at] = value;
            }
            if let Some(found) = parse(&bytes) {
                prop_assert!(found.size.is_power_of_two() && !found.erases.is_empty());
            }
        }
    }
}
