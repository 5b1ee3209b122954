//! The parameter page, as ONFI lays it out, of a flash whose id is not known.

use alloc::string::{String, ToString};

use super::info::Geometry;

/// Bytes of a copy; there are three at the least.
const COPY: usize = 256;
/// Bytes that are read.
pub(super) const LENGTH: usize = 3 * COPY;

/// CRC-16 as ONFI has it, over all but the last two bytes of a copy.
fn sum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0x4f4e, |sum, byte| {
        (0..8).rev().fold(sum, |sum: u16, bit| {
            let out = (sum >> 15) as u8 ^ (byte >> bit & 1);
            sum << 1 ^ if out == 1 { 0x8005 } else { 0 }
        })
    })
}

/// Name and division by the first copy that is sound. `None`: there is none, or it is of a flash with several dies or planes.
pub(super) fn parse(bytes: &[u8]) -> Option<(String, Geometry)> {
    let copy = bytes.chunks_exact(COPY).find(|copy| is_sound(copy))?;
    let word = |at: usize| u32::from_le_bytes([copy[at], copy[at + 1], copy[at + 2], copy[at + 3]]);
    let half = |at: usize| u32::from(u16::from_le_bytes([copy[at], copy[at + 1]]));
    let geometry = Geometry { page: word(80), spare: half(84), pages: word(92), blocks: word(96) };
    // Dies, and bits of an address that choose a plane.
    let is_plain = copy[100] == 1 && copy[113] & 0xf == 0;
    let is_usual = matches!(geometry.page, 2048 | 4096)
        && (32..=256).contains(&geometry.spare)
        && matches!(geometry.pages, 64 | 128)
        && (64..=8192).contains(&geometry.blocks);
    (is_plain && is_usual).then(|| (name(copy), geometry))
}

fn is_sound(copy: &[u8]) -> bool {
    let told = u16::from_le_bytes([copy[COPY - 2], copy[COPY - 1]]);
    copy.starts_with(b"ONFI") && sum(&copy[..COPY - 2]) == told
}

/// Maker and model.
fn name(copy: &[u8]) -> String {
    let text = |bytes: &[u8]| {
        let text: String = bytes
            .iter()
            .map(|byte| if byte.is_ascii_graphic() { char::from(*byte) } else { ' ' })
            .collect();
        text.trim().to_string()
    };
    alloc::format!("{} {}", text(&copy[32..44]), text(&copy[44..64])).trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::{vec, vec::Vec};
    use proptest::prelude::*;

    fn page() -> Vec<u8> {
        let mut copy = vec![0; COPY];
        copy[..4].copy_from_slice(b"ONFI");
        copy[32..38].copy_from_slice(b"MAKER ");
        copy[44..49].copy_from_slice(b"MODEL");
        copy[80..84].copy_from_slice(&2048u32.to_le_bytes());
        copy[84..86].copy_from_slice(&64u16.to_le_bytes());
        copy[92..96].copy_from_slice(&64u32.to_le_bytes());
        copy[96..100].copy_from_slice(&1024u32.to_le_bytes());
        copy[100] = 1;
        let sum = sum(&copy[..COPY - 2]);
        copy[COPY - 2..].copy_from_slice(&sum.to_le_bytes());
        copy.repeat(3)
    }

    #[test]
    fn the_first_sound_copy_counts() {
        let mut bytes = page();
        let expected = Geometry { page: 2048, spare: 64, pages: 64, blocks: 1024 };
        assert_eq!(parse(&bytes), Some(("MAKER MODEL".into(), expected)));
        (bytes[81], bytes[COPY + 96]) = (1, 7);
        assert_eq!(parse(&bytes), Some(("MAKER MODEL".into(), expected)));
        bytes[2 * COPY] = 0;
        assert_eq!(parse(&bytes), None);
        assert_eq!(parse(&[0xff; LENGTH]), None);
    }

    proptest! {
        #[test]
        fn damaged_pages_are_no_panic(bytes in prop::collection::vec(any::<u8>(), LENGTH)) {
            let mut bytes = bytes;
            bytes[..4].copy_from_slice(b"ONFI");
            let sum = sum(&bytes[..COPY - 2]);
            bytes[COPY - 2..COPY].copy_from_slice(&sum.to_le_bytes());
            if let Some((_, geometry)) = parse(&bytes) {
                prop_assert!(geometry.page.is_power_of_two() && geometry.blocks > 0);
            }
        }
    }
}
