//! What follows BL2 on GX: encrypted blocks, one after the other.

use alloc::{format, vec::Vec};
use core::ops::Range;

use super::Unsound;
use crate::bytes::{le16, le32};

const MAGIC: &[u8] = b"AMLC";
/// Where it stands, twice.
const PLACES: [usize; 2] = [12, 252];
/// Bytes of a header.
const HEADER: usize = 256;
/// Blocks begin at multiples of this.
const ALIGN: usize = 0x4000;

/// The blocks, of which the first holds the table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Where they are.
    pub blocks: Vec<Range<usize>>,
}

impl Chain {
    /// Whether bytes begin with a block.
    pub fn is_one(bytes: &[u8]) -> bool {
        PLACES.iter().all(|&at| bytes.get(at..at + 4) == Some(MAGIC))
    }

    /// Follows the blocks. What is in them only the SoC can tell.
    ///
    /// # Errors
    /// When it is not such an image, or damaged.
    pub fn check(bytes: &[u8]) -> Result<Self, Unsound> {
        let mut blocks = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let rest = &bytes[at..];
            if !Self::is_one(rest) {
                let number = blocks.len() + 1;
                return Err(Unsound(format!("block {number} of U-Boot is missing at {at:#x}")));
            }
            let length = block(rest)?;
            blocks.push(at..at + length);
            at = (at + length).next_multiple_of(ALIGN);
        }
        Ok(Self { blocks })
    }
}

/// The length of the block that bytes begin with: its first cipher block comes last.
fn block(bytes: &[u8]) -> Result<usize, Unsound> {
    let unit = usize::from(le16(bytes, 2));
    let [first, whole, used] = [16, 24, 28].map(|at| le32(bytes, at) as usize);
    if unit < HEADER || unit != usize::from(le16(bytes, 250)) || used > whole || first != whole {
        return Err(Unsound::new("a block of U-Boot contradicts itself"));
    }
    match first.checked_add(unit).filter(|&end| end <= bytes.len()) {
        Some(end) => Ok(end),
        None => Err(Unsound::new("the file ends before a block of U-Boot does")),
    }
}
