//! BL2: what the mask ROM loads.

use alloc::format;

use sha2::{Digest, Sha256};

use super::{Layout, Unsound};
use crate::bytes::le32;

/// What stands at 0x10.
pub(super) const MAGIC: &[u8] = b"@AML";
/// Where the header, its hash and the hashed rest begin.
const HEADER: usize = 0x10;
const HASH: usize = 0x50;
const REST: usize = 0x70;

/// BL2 and its length: 48 KiB on GX and AXG, 64 KiB on G12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bl2 {
    /// Bytes.
    pub size: usize,
}

impl Bl2 {
    /// Its length on GX and AXG.
    pub const GX: usize = 0xc000;
    /// Its length on G12.
    pub const G12: usize = 0x1_0000;

    /// Reads the header and checks that the hash in it holds.
    pub fn check(bytes: &[u8]) -> Result<Self, Unsound> {
        let Some(layout) = layout(bytes) else {
            return Err(Unsound::new("not BL2: no @AML header of a known length"));
        };
        let size = if layout == Layout::G12 { Self::G12 } else { Self::GX };
        let Some(bl2) = bytes.get(..size) else {
            return Err(Unsound(format!(
                "the file ends before BL2 does: {} of {size} bytes",
                bytes.len()
            )));
        };
        if hash(bl2)[..] == bl2[HASH..REST] {
            return Ok(Self { size });
        }
        Err(Unsound::new("BL2 is damaged: its SHA-256 does not hold"))
    }

    /// BL2 of that length with an arbitrary body, for tests.
    pub fn build(size: usize, fill: &dyn Fn(usize) -> u8) -> alloc::vec::Vec<u8> {
        let mut bl2: alloc::vec::Vec<u8> = (0..size).map(fill).collect();
        bl2[HEADER..HASH].fill(0);
        crate::bytes::put(&mut bl2, HEADER, MAGIC);
        crate::bytes::put(&mut bl2, HEADER + 4, &(size as u32 - 16).to_le_bytes());
        let hash = hash(&bl2);
        crate::bytes::put(&mut bl2, HASH, &hash);
        bl2
    }
}

fn hash(bl2: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(&bl2[HEADER..HASH]).chain_update(&bl2[REST..]).finalize().into()
}

/// The families that a BL2 is for, by its length.
pub(super) fn layout(bytes: &[u8]) -> Option<Layout> {
    if bytes.get(HEADER..HEADER + 4) != Some(MAGIC) {
        return None;
    }
    match le32(bytes, HEADER + 4) as usize + 16 {
        Bl2::GX => Some(Layout::GxOrAxg),
        Bl2::G12 => Some(Layout::G12),
        _ => None,
    }
}
