//! Pages of chip information.

use super::Malformed;
use crate::bytes::{array, le32, put};

/// Bytes of a page.
pub const PAGE: usize = 64;
/// The page that lists the others.
pub const INDEX_PAGE: u16 = 0;
/// What mask ROM 2.4 returns to any IN request that it does not know: the string descriptor of its product name.
pub const ROM_DESCRIPTOR: [u8; 16] = *b"\x10\x03G\0X\0-\0C\0H\0I\0P\0";

/// Page 1, which tells of the chip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChipPage {
    /// The family's number.
    pub family: u32,
    /// Words of package and revision, as they are.
    pub revision: [u32; 2],
    /// The chip's id.
    pub id: [u8; 12],
    /// Feature bits.
    pub features: u32,
}

impl ChipPage {
    /// Its number.
    pub const NUMBER: u16 = 1;
    /// As the words of an S905D3's page have it. A note of the same author shows the index page's tag turned around, so
    /// both are taken.
    const TAG: [u8; 4] = *b"CHIP";
    const TURNED: [u8; 4] = *b"PIHC";

    /// As the mask ROM sends it.
    pub fn to_bytes(self) -> [u8; PAGE] {
        let mut bytes = [0; PAGE];
        bytes[..4].copy_from_slice(&Self::TAG);
        put(&mut bytes, 4, &self.family.to_le_bytes());
        put(&mut bytes, 8, &self.revision[0].to_le_bytes());
        put(&mut bytes, 12, &self.revision[1].to_le_bytes());
        put(&mut bytes, 0x14, &self.id);
        put(&mut bytes, 0x24, &self.features.to_le_bytes());
        bytes
    }

    /// Reads the answer.
    ///
    /// # Errors
    /// When the bytes are too few, or do not have this form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Malformed> {
        if bytes.len() < PAGE {
            return Err(Malformed("a page of chip information is shorter than 64 bytes"));
        }
        if !bytes.starts_with(&Self::TAG) && !bytes.starts_with(&Self::TURNED) {
            return Err(Malformed("the page of chip information does not begin with its tag"));
        }
        Ok(Self {
            family: le32(bytes, 4),
            revision: [le32(bytes, 8), le32(bytes, 12)],
            id: array(bytes, 0x14),
            features: le32(bytes, 0x24),
        })
    }
}
