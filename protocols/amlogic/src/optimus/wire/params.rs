//! The parameters that BL2 of the GX and AXG families finds beside it.

use super::Malformed;
use crate::bytes::{le32, put};

/// Parameters for setting up DRAM, the same for all boards (files of amlogic-boot-fip and pyamlboot agree).
pub const DDR_INIT: [u8; 32] =
    bytes8([0x3412_cdab, 0x0200, Params::DDR, 1, 0x0040_0000, 0x0082_c0cc, 0x1000_0000, 0]);

/// Parameters for running U-Boot's FIP from 0x0200c000, likewise. What the last three words are is not known; that
/// the size in them is shorter than real files is so in the field too.
pub const RUN_FIP: [u8; 48] = bytes12([
    0x3412_cdab,
    0x0200,
    Params::RUN,
    1,
    0,
    0xc000,
    1,
    0x0200_c000,
    0x000a_4000,
    0x85cc_6257,
    0x105e_7ec6,
    0xdf84_f8d4,
]);

/// What BL2 leaves in the first word when it has done what it was told.
pub const DONE: u32 = 0x7856_efab;

/// What BL2 is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Params {
    /// Set up DRAM.
    DdrInit,
    /// Sum the image that is there.
    Verify {
        /// Where it is.
        address: u32,
        /// Its bytes.
        size: u32,
        /// Their addsum.
        sum: u32,
    },
    /// Run the FIP that is there.
    RunFip {
        /// Where it is.
        address: u32,
        /// Its bytes, as far as anybody tells.
        size: u32,
    },
}

impl Params {
    /// Bytes that are looked at.
    pub const ROOM: usize = 48;
    /// The first word, as it is in memory: ab cd 12 34.
    pub const MAGIC: u32 = 0x3412_cdab;
    const DDR: u32 = 0xc0df;
    const VERIFY: u32 = 0xc0e0;
    const RUN: u32 = 0xc0e1;

    /// Reads a block of parameters.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        let word = |index: usize| le32(bytes, 4 * index);
        if word(0) != Self::MAGIC {
            return Err(Malformed("the parameters of BL2 do not begin with their magic number"));
        }
        match word(2) {
            Self::DDR => Ok(Self::DdrInit),
            Self::VERIFY => Ok(Self::Verify { address: word(6), size: word(7), sum: word(8) }),
            Self::RUN => Ok(Self::RunFip { address: word(7), size: word(8) }),
            _ => Err(Malformed("the parameters of BL2 have an unknown command")),
        }
    }

    /// As pyamlboot's burning flow writes them, which knows no more words than it needs.
    pub fn to_bytes(self) -> [u8; Self::ROOM] {
        let mut words = [Self::MAGIC, 0x200, 0, 0, 0, 0, 0, 0, 0];
        match self {
            Self::DdrInit => words[2] = Self::DDR,
            Self::Verify { address, size, sum } => {
                words[2] = Self::VERIFY;
                words[5..].copy_from_slice(&[1, address, size, sum]);
            }
            Self::RunFip { address, size } => {
                words[2] = Self::RUN;
                words[6..].copy_from_slice(&[1, address, size]);
            }
        }
        let mut bytes = [0; Self::ROOM];
        words
            .iter()
            .enumerate()
            .for_each(|(at, word)| put(&mut bytes, 4 * at, &word.to_le_bytes()));
        bytes
    }
}

const fn bytes8(words: [u32; 8]) -> [u8; 32] {
    let mut bytes = [0; 32];
    let mut at = 0;
    while at < 32 {
        bytes[at] = words[at / 4].to_le_bytes()[at % 4];
        at += 1;
    }
    bytes
}

const fn bytes12(words: [u32; 12]) -> [u8; 48] {
    let mut bytes = [0; 48];
    let mut at = 0;
    while at < 48 {
        bytes[at] = words[at / 4].to_le_bytes()[at % 4];
        at += 1;
    }
    bytes
}
