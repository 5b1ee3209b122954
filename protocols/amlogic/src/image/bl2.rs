//! BL2: what the mask ROM loads.

use alloc::format;
use core::ops::Range;

use sha2::{Digest, Sha256};

use super::{Layout, Unsound};
use crate::bytes::le32;

/// What is at 0x10.
pub(super) const MAGIC: &[u8] = b"@AML";
/// Where the header and its hash begin; all offsets in the header count from its beginning.
const HEADER: usize = 0x10;
const HASH: usize = 0x50;
/// Where the hashed data begin in most files; those of the S905's P200 begin at 0x200.
const DATA: usize = 0x70;
/// What the vendor's build writes before its time, which the family follows: `Built : 15:22:05, Aug 28 2019. g12b g1bf2b53`.
const BUILT: &[u8] = b"Built : ";
/// Bytes in which the family follows.
const LINE: usize = 48;

/// How BL2 can be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sum {
    /// The SHA-256 over the header and over these bytes holds.
    Holds(Range<usize>),
    /// It is signed: only the SoC can check it.
    Signed,
}

/// BL2 and its length: 48 KiB on GX and AXG, 64 KiB on G12.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bl2 {
    /// Bytes.
    pub size: usize,
    /// Whether it is sound, as far as that can be told.
    pub sum: Sum,
}

impl Bl2 {
    /// Its length on GX and AXG.
    pub const GX: usize = 0xc000;
    /// Its length on G12.
    pub const G12: usize = 0x1_0000;

    /// Reads the header and checks that the hash in it holds.
    ///
    /// # Errors
    ///
    /// It has no header of a known length, ends too early, or its hash does not hold.
    pub fn check(bytes: &[u8]) -> Result<Self, Unsound> {
        let Some(size) = size(bytes) else {
            return Err(Unsound::new("not BL2: no @AML header of a known length"));
        };
        let Some(bl2) = bytes.get(..size) else {
            return Err(Unsound(format!(
                "the file ends before BL2 does: {} of {size} bytes",
                bytes.len()
            )));
        };
        Ok(Self { size, sum: check(bl2)? })
    }

    /// BL2 of that length with an arbitrary body, for tests. `word`: the family in the line of the vendor's build.
    pub fn build(size: usize, word: &str, fill: &dyn Fn(usize) -> u8) -> alloc::vec::Vec<u8> {
        let mut bl2: alloc::vec::Vec<u8> = (0..size).map(fill).collect();
        let line = format!("Built : 12:00:00, Jan  1 2020. {word} g0000000 - nobody\0");
        crate::bytes::put(&mut bl2, 0x9000, line.as_bytes());
        bl2[HEADER..HASH].fill(0);
        crate::bytes::put(&mut bl2, HEADER, MAGIC);
        for (at, word) in [
            (0x04, size - HEADER),
            (0x08, 0x0101_0040),
            (0x14, HASH - HEADER),
            (0x18, 0x200),
            (0x1c, DATA - HEADER),
            (0x2c, size - DATA),
        ] {
            crate::bytes::put(&mut bl2, HEADER + at, &(word as u32).to_le_bytes());
        }
        let hash = hash(&bl2, DATA..size);
        crate::bytes::put(&mut bl2, HASH, &hash);
        bl2
    }
}

/// Checks BL2, which is as long as its header says. The hash covers the header and the data that the header names (seen
/// on the files of 40 boards in amlogic-boot-fip; gxlimg and meson-tools name the fields).
fn check(bl2: &[u8]) -> Result<Sum, Unsound> {
    // Another kind of signature than a hash: gxlimg calls it RSA.
    if le32(bl2, HEADER + 0x10) != 0 {
        return Ok(Sum::Signed);
    }
    let [start, length] = [0x1c, 0x2c].map(|at| le32(bl2, HEADER + at) as usize);
    let start = HEADER + start;
    let data = start.checked_add(length).filter(|&end| length > 0 && end <= bl2.len());
    let data = match data {
        Some(end) if start >= DATA => start..end,
        _ => return Err(Unsound::new("BL2 is damaged: its header names data that are not there")),
    };
    if hash(bl2, data.clone())[..] != bl2[HASH..DATA] {
        return Err(Unsound::new("BL2 is damaged: its SHA-256 does not hold"));
    }
    Ok(Sum::Holds(data))
}

fn hash(bl2: &[u8], data: Range<usize>) -> [u8; 32] {
    Sha256::new().chain_update(&bl2[HEADER..HASH]).chain_update(&bl2[data]).finalize().into()
}

/// The families that a BL2 is for, by its length and by the line of its build.
pub(super) fn layout(bytes: &[u8]) -> Option<Layout> {
    let size = size(bytes)?;
    let shape = if size == Bl2::GX { Layout::GX_OR_AXG } else { Layout::G12 };
    let built = bytes.get(..size).or(Some(bytes)).and_then(built);
    Some(built.and_then(|built| shape.both(built)).unwrap_or(shape))
}

/// Its length, where it is BL2.
pub(super) fn size(bytes: &[u8]) -> Option<usize> {
    if bytes.get(HEADER..HEADER + 4) != Some(MAGIC) {
        return None;
    }
    let size = (le32(bytes, HEADER + 4) as usize).checked_add(HEADER);
    size.filter(|size| [Bl2::GX, Bl2::G12].contains(size))
}

/// The families that the line of the vendor's build names. A line may break before the name.
fn built(bl2: &[u8]) -> Option<Layout> {
    let at = bl2.windows(BUILT.len()).position(|bytes| bytes == BUILT)?;
    let line = &bl2[at..bl2.len().min(at + LINE)];
    let date = line.windows(2).position(|bytes| bytes == b". ")?;
    let word = line[date + 2..].trim_ascii_start();
    let end = word.iter().position(|byte| !byte.is_ascii_alphanumeric())?;
    Layout::of_word(&word[..end])
}
