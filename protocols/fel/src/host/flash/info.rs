//! What a NOR flash is.

use alloc::vec::Vec;

use super::sfdp::{Erase, Parameters};

/// Bytes that are programmed at once.
pub(super) const PAGE: usize = 256;
/// The largest erasure that is used where there are smaller ones: larger ones gain nothing.
const LARGE: u32 = 64 << 10;
/// Addresses up to here have three bytes.
const THREE_BYTES: u64 = 1 << 24;

/// A NOR flash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Info {
    /// The answer to 9Fh: maker, kind, capacity.
    pub id: [u8; 3],
    /// Bytes.
    pub size: u64,
    /// Its erasures, the smallest first.
    pub erases: Vec<Erase>,
    /// Size and erasures are what it said itself (SFDP), and not inferred from its id.
    pub by_sfdp: bool,
    /// The status register as it was found.
    pub status: u8,
}

impl Info {
    pub(super) fn new(id: [u8; 3], parameters: Parameters, by_sfdp: bool, status: u8) -> Self {
        let Parameters { size, erases } = parameters;
        Self { id, size, erases, by_sfdp, status }
    }

    /// The maker's name, where the id is known.
    pub fn maker(&self) -> Option<&'static str> {
        Some(match self.id[0] {
            0x01 => "Spansion/Infineon",
            0x0b => "XTX",
            0x1c => "EON",
            0x20 => "Micron/XMC",
            0x5e => "Zbit",
            0x68 => "Boya",
            0x85 => "Puya",
            0x9d => "ISSI",
            0xa1 => "Fudan",
            0xbf => "SST/Microchip",
            0xc2 => "Macronix",
            0xc8 => "GigaDevice",
            0xef => "Winbond",
            _ => return None,
        })
    }

    /// Whether bits of the status register protect some of it: BP0 to BP2, and BP3 where makers have it.
    pub fn is_protected(&self) -> bool {
        self.status & self.protection() != 0
    }

    /// The bits that protect; on others bit 5 says from which end.
    pub(super) fn protection(&self) -> u8 {
        match self.id[0] {
            0x20 | 0x9d | 0xc2 => 0x3c,
            _ => 0x1c,
        }
    }

    /// Whether addresses have four bytes.
    pub(super) fn is_wide(&self) -> bool {
        self.size > THREE_BYTES
    }

    /// The smallest erasure.
    pub(super) fn small(&self) -> Erase {
        self.erases[0]
    }

    /// The erasure of a region that is all to be erased.
    pub(super) fn large(&self) -> Erase {
        let all = self.erases.iter().rev().find(|erase| erase.size <= LARGE);
        *all.unwrap_or(&self.erases[0])
    }

    /// A command with an address.
    pub(super) fn command(&self, (three, four): (u8, u8), at: u64) -> Vec<u8> {
        let address = (at as u32).to_be_bytes();
        let mut bytes = Vec::from([if self.is_wide() { four } else { three }]);
        bytes.extend(&address[usize::from(!self.is_wide())..]);
        bytes
    }
}
