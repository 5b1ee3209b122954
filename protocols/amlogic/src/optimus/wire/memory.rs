//! Data stages of the requests for memory.

use alloc::vec::Vec;

use super::Malformed;
use crate::bytes::{le32, put};

/// Most bytes of one WRITE_MEM or READ_MEM.
pub const CONTROL_PIECE: usize = 64;
/// Bytes of a block of a large transfer that every device takes: U-Boot uses no other, whatever it is told.
pub const BLOCK: usize = 4096;

/// What goes with WR_LARGE_MEM and RD_LARGE_MEM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Large {
    /// Where it starts.
    pub address: u32,
    /// All bytes.
    pub total: u32,
    /// The vendor's tool puts an Internet checksum here; devices ignore it, everybody else sends 0.
    pub sum: u32,
    /// 0.
    pub sequence: u32,
}

impl Large {
    /// Length on the wire.
    pub const SIZE: usize = 16;

    /// As it is sent.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        let words = [self.address, self.total, self.sum, self.sequence];
        words
            .iter()
            .enumerate()
            .for_each(|(at, word)| put(&mut bytes, 4 * at, &word.to_le_bytes()));
        bytes
    }

    /// Reads what a host sent: exactly 16 bytes.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() != Self::SIZE {
            return Err(Malformed("a large transfer does not begin with 16 bytes"));
        }
        let word = |at| le32(bytes, at);
        Ok(Self { address: word(0), total: word(4), sum: word(8), sequence: word(12) })
    }
}

/// A change of a word. Only these two mean the same to everybody; of the other opcodes U-Boot and pyamlboot's notes say
/// different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modify {
    /// The word becomes `data`.
    Set {
        /// Where it is.
        address: u32,
        /// What it becomes.
        data: u32,
    },
    /// The bits of `mask` become those of `data`.
    Bits {
        /// Where it is.
        address: u32,
        /// The new bits.
        data: u32,
        /// Which bits.
        mask: u32,
    },
}

impl Modify {
    /// Length on the wire.
    pub const SIZE: usize = 16;

    /// Its opcode.
    pub fn opcode(self) -> u16 {
        match self {
            Self::Set { .. } => 0,
            Self::Bits { .. } => 4,
        }
    }

    /// As it is sent.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let (address, data, mask) = match self {
            Self::Set { address, data } => (address, data, 0),
            Self::Bits { address, data, mask } => (address, data, mask),
        };
        let mut bytes = [0; Self::SIZE];
        put(&mut bytes, 0, &address.to_le_bytes());
        put(&mut bytes, 4, &data.to_le_bytes());
        put(&mut bytes, 8, &mask.to_le_bytes());
        bytes
    }

    /// Reads what a host sent.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(opcode: u16, bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() != Self::SIZE {
            return Err(Malformed("a change of a word is not 16 bytes long"));
        }
        let (address, data, mask) = (le32(bytes, 0), le32(bytes, 4), le32(bytes, 8));
        match opcode {
            0 => Ok(Self::Set { address, data }),
            4 => Ok(Self::Bits { address, data, mask }),
            _ => Err(Malformed(
                "a change of a word that means different things to different devices",
            )),
        }
    }
}

/// Reads the data stage of FILL_MEM: pairs of address and value.
///
/// # Errors
/// When the bytes are too few, or do not have this form.
pub fn fill_pairs(bytes: &[u8]) -> Result<Vec<(u32, u32)>, Malformed> {
    if !bytes.len().is_multiple_of(8) {
        return Err(Malformed("a fill is not pairs of words"));
    }
    Ok(bytes.chunks(8).map(|pair| (le32(pair, 0), le32(pair, 4))).collect())
}
