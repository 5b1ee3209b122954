//! The page of the chip's description that tells the SoC.

use crate::bytes::{array, le32, put};

use super::Malformed;

/// Page 1, which begins with CHIP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChipPage {
    /// The family's number.
    pub family: u32,
    /// The chip's number.
    pub id: [u8; 12],
    /// Switches that were fused.
    pub features: u32,
}

impl ChipPage {
    /// The page's number.
    pub const PAGE: u8 = 1;
    /// Bytes of any page.
    pub const SIZE: usize = 64;

    /// Reads the page. Where its name is written backwards, as some describe it, that is no error.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() < Self::SIZE {
            return Err(Malformed("the page of the chip is shorter than 64 bytes"));
        }
        if !bytes.starts_with(b"CHIP") && !bytes.starts_with(b"PIHC") {
            return Err(Malformed("the page of the chip does not begin with CHIP"));
        }
        Ok(Self { family: le32(bytes, 4), id: array(bytes, 0x14), features: le32(bytes, 0x24) })
    }

    /// The page, with zeros instead of what has no meaning here.
    pub fn to_bytes(self) -> [u8; Self::SIZE] {
        let mut bytes = [0; Self::SIZE];
        put(&mut bytes, 0, b"CHIP");
        put(&mut bytes, 4, &self.family.to_le_bytes());
        put(&mut bytes, 0x14, &self.id);
        put(&mut bytes, 0x24, &self.features.to_le_bytes());
        bytes
    }

    /// Whether the SoC starts only what its maker signed, for the families whose switch is known (pyamlboot's list).
    pub fn is_secure(&self) -> Option<bool> {
        let mask = match self.family {
            0x2c | 0x30 | 0x33 => 1,
            0x34 | 0x35 => 0x10,
            _ => return None,
        };
        Some(self.features & mask != 0)
    }
}
