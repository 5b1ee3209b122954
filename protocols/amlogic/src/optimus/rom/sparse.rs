//! Android's sparse images, as the burn mode unpacks them.

use alloc::vec::Vec;

use crate::bytes::{le16, le32};

const MAGIC: u32 = 0xed26_ff3a;

/// A piece of the unpacked image: where it goes, in bytes, and what.
pub(super) type Piece = (u64, Vec<u8>);

/// Unpacks an image; `None`: it is not sound. Pieces that do not matter are left out.
pub(super) fn unpack(bytes: &[u8]) -> Option<Vec<Piece>> {
    if bytes.len() < 28 || le32(bytes, 0) != MAGIC {
        return None;
    }
    let (head, chunk_head) = (usize::from(le16(bytes, 8)), usize::from(le16(bytes, 10)));
    let (block, chunks) = (le32(bytes, 12) as usize, le32(bytes, 20));
    if chunk_head < 12 || block == 0 || !block.is_multiple_of(512) || block > 1 << 20 {
        return None;
    }
    let (mut at, mut place, mut pieces) = (head, 0_u64, Vec::new());
    for _ in 0..chunks {
        let chunk = bytes.get(at..at.checked_add(chunk_head)?)?;
        let total = le32(chunk, 8) as usize;
        let data = bytes.get(at + chunk_head..at.checked_add(total)?)?;
        let length = u64::from(le32(chunk, 4)).checked_mul(block as u64)?;
        match le16(chunk, 0) {
            0xcac1 if data.len() as u64 == length => pieces.push((place, data.to_vec())),
            0xcac2 if data.len() == 4 => {
                pieces.push((place, data.repeat(usize::try_from(length / 4).ok()?)));
            }
            0xcac3 | 0xcac4 => {}
            _ => return None,
        }
        at += total;
        place = place.checked_add(length)?;
    }
    Some(pieces)
}
