//! What cards and eMMCs say of themselves.

use alloc::{string::String, vec::Vec};

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// An eMMC, not an SD card.
    pub is_emmc: bool,
    /// Sectors of 512 bytes.
    pub sectors: u64,
    /// Sectors of each boot partition; 0: none.
    pub boot_sectors: u64,
    /// CID as it was read, the lowest word first.
    pub cid: [u32; 4],
    /// CSD, likewise.
    pub csd: [u32; 4],
    /// EXT_CSD byte 179 as it was found (eMMC).
    pub partition_config: u8,
    /// Whether what is written may stay in a cache of the eMMC's until that is told to write it.
    pub has_cache: bool,
    /// The data are addressed by sectors, not by bytes.
    pub by_sector: bool,
}

/// Bits of a register of 128 bits, the lowest word first.
pub(super) fn bits(words: &[u32; 4], high: u32, low: u32) -> u32 {
    (low..=high).rev().fold(0, |value, bit| value << 1 | words[bit as usize / 32] >> (bit % 32) & 1)
}

impl Info {
    /// The product's name.
    pub fn name(&self) -> String {
        let (high, count) = if self.is_emmc { (103, 6) } else { (103, 5) };
        let letters =
            (0..count).map(|index| bits(&self.cid, high - 8 * index, high - 7 - 8 * index));
        letters.map(|letter| letter as u8 as char).filter(char::is_ascii_graphic).collect()
    }

    /// The serial number.
    pub fn serial(&self) -> u32 {
        if self.is_emmc { bits(&self.cid, 47, 16) } else { bits(&self.cid, 55, 24) }
    }

    /// The maker's number.
    pub fn maker(&self) -> u8 {
        bits(&self.cid, 127, 120) as u8
    }
}

/// Sectors by an SD card's CSD, of versions 1 and 2; `None`: another version.
pub(super) fn sd_sectors(csd: &[u32; 4]) -> Option<u64> {
    match bits(csd, 127, 126) {
        0 => Some(first_sectors(csd)),
        1 => Some((u64::from(bits(csd, 69, 48)) + 1) * 1024),
        _ => None,
    }
}

/// Sectors by the fields that cards up to 2 GiB and eMMCs have.
pub(super) fn first_sectors(csd: &[u32; 4]) -> u64 {
    let blocks = u64::from(bits(csd, 73, 62) + 1) << (bits(csd, 49, 47) + 2);
    (blocks << bits(csd, 83, 80)) / 512
}

/// An eMMC's extended register.
pub(super) struct Extended(pub(super) Vec<u8>);

impl Extended {
    fn byte(&self, at: usize) -> u8 {
        self.0.get(at).copied().unwrap_or(0)
    }

    pub(super) fn sectors(&self) -> u64 {
        (0..4).map(|index| u64::from(self.byte(212 + index)) << (8 * index)).sum()
    }

    pub(super) fn boot_sectors(&self) -> u64 {
        u64::from(self.byte(226)) * (128 << 10) / 512
    }

    pub(super) fn partition_config(&self) -> u8 {
        self.byte(179)
    }

    /// Whether it has a cache that is on.
    pub(super) fn has_cache(&self) -> bool {
        self.byte(33) & 1 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An SDHC card of 15523840 KiB, as Linux prints it: 400e00325b590000764d7f800a400001.
    const CSD: [u32; 4] = [0x0a40_0001, 0x764d_7f80, 0x5b59_0000, 0x400e_0032];

    #[test]
    fn a_cards_size_is_in_its_csd() {
        assert_eq!(sd_sectors(&CSD), Some((0x764d + 1) * 1024));
        assert_eq!(bits(&CSD, 127, 126), 1);
    }

    #[test]
    fn a_small_card_counts_in_other_fields() {
        // C_SIZE 3839, C_SIZE_MULT 7, READ_BL_LEN 10: 3840 * 512 * 1024 bytes.
        let mut csd = [0; 4];
        for (value, low) in [(3839u32, 62), (7, 47), (10, 80)] {
            for bit in (0..12).filter(|bit| value >> bit & 1 != 0) {
                let at = low + bit;
                csd[at / 32] |= 1 << (at % 32);
            }
        }
        assert_eq!(sd_sectors(&csd), Some(3840 * 1024));
    }
}
