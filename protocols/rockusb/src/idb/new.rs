//! The layout of RK35xx and later: a plain head that tells of up to four images, with their hashes.
//!
//! Layout: mainline U-Boot's `rkcommon` and blocks made by boot_merger 1.35, read as facts.

use alloc::{borrow::Cow, format, vec::Vec};
use core::fmt;

use sha2::{Digest, Sha256, Sha512};

use crate::{
    Unsound,
    bytes::{array, le32, put},
    wire::SECTOR,
};

/// Bytes of the head.
pub const HEAD_SIZE: usize = 2048;
/// Bytes of the head that its own hash covers.
const HASHED: usize = 1536;
/// Where the images are told of, and in how many bytes each.
const IMAGES: (usize, usize) = (120, 88);

/// How images and head are hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// Not at all.
    None,
    /// SHA-256.
    Sha256,
    /// SHA-512.
    Sha512,
}

impl Algorithm {
    /// The hash of `bytes`, zeros behind it.
    pub fn hash(self, bytes: &[u8]) -> [u8; 64] {
        let mut hash = [0; 64];
        match self {
            Self::None => {}
            Self::Sha256 => hash[..32].copy_from_slice(&Sha256::digest(bytes)),
            Self::Sha512 => hash.copy_from_slice(&Sha512::digest(bytes)),
        }
        hash
    }
}

/// An image that the head tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Image {
    /// First sector, counted from the head.
    pub offset: u16,
    /// Sectors.
    pub sectors: u16,
    /// Where it is loaded; 0xffffffff: where the boot ROM likes.
    pub load: u32,
    /// Flags.
    pub flag: u32,
    /// Its number, from 1.
    pub counter: u32,
    /// Its hash.
    pub hash: [u8; 64],
}

impl Image {
    fn parse(bytes: &[u8]) -> Self {
        let place = le32(bytes, 0);
        Self {
            offset: place as u16,
            sectors: (place >> 16) as u16,
            load: le32(bytes, 4),
            flag: le32(bytes, 8),
            counter: le32(bytes, 12),
            hash: array(bytes, 24),
        }
    }

    /// Its bytes in a block; `None` where the block ends before.
    pub fn of<'b>(&self, block: &'b [u8]) -> Option<&'b [u8]> {
        let start = usize::from(self.offset) * SECTOR;
        block.get(start..start + usize::from(self.sectors) * SECTOR)
    }
}

/// A head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// It is signed: the hash at its end is a signature, whose key the SoC has.
    pub signed: bool,
    /// How images are hashed.
    pub algorithm: Algorithm,
    /// The images.
    pub images: Vec<Image>,
}

/// What is wrong with an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageError {
    /// The block ends before it does.
    Missing,
    /// Its hash does not hold.
    Differs,
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "lies outside the block",
            Self::Differs => "is damaged or in another place: its hash does not hold",
        })
    }
}

impl Head {
    /// Whether bytes begin with one.
    pub fn is_one(bytes: &[u8]) -> bool {
        bytes.starts_with(b"RKNS") || bytes.starts_with(b"RKSS")
    }

    /// Reads and checks a head.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unsound> {
        if !Self::is_one(bytes) {
            return Err(Unsound::new("not an ID block: it begins with neither RKNS nor RKSS"));
        }
        let Some(head) = bytes.get(..HEAD_SIZE) else {
            return Err(Unsound::new("the ID block ends in its head"));
        };
        let algorithm = match le32(head, 12) & 15 {
            0 => Algorithm::None,
            1 => Algorithm::Sha256,
            2 => Algorithm::Sha512,
            other => {
                return Err(Unsound(format!("the ID block has an unknown kind of hash ({other})")));
            }
        };
        let count = (le32(head, 8) >> 16) as usize;
        if count == 0 || count > 4 {
            return Err(Unsound(format!("the ID block tells of {count} images, not of 1 to 4")));
        }
        let (start, size) = IMAGES;
        let images = head[start..start + 4 * size].chunks_exact(size).take(count).map(Image::parse);
        let parsed =
            Self { signed: head.starts_with(b"RKSS"), algorithm, images: images.collect() };
        // A signature in this place can only be checked with the key that the SoC holds.
        if !parsed.signed && head[HASHED..HASHED + 64] != algorithm.hash(&head[..HASHED]) {
            return Err(Unsound::new("the ID block's head is damaged: its hash does not hold"));
        }
        Ok(parsed)
    }

    /// Checks every image of a block that begins with this head.
    pub fn check(&self, block: &[u8]) -> Vec<Result<(), ImageError>> {
        let one = |image: &Image| {
            let bytes = image.of(block).ok_or(ImageError::Missing)?;
            let same =
                self.algorithm == Algorithm::None || self.algorithm.hash(bytes) == image.hash;
            if same { Ok(()) } else { Err(ImageError::Differs) }
        };
        self.images.iter().map(one).collect()
    }

    /// The block that begins with the bytes `head`, every image being the part that has its hash; `None` where one has
    /// none.
    pub(super) fn place(&self, head: &[u8], parts: &[Cow<'_, [u8]>]) -> Option<Vec<u8>> {
        let mut block = head.to_vec();
        block.resize(self.sectors() as usize * SECTOR, 0);
        for image in &self.images {
            let length = usize::from(image.sectors) * SECTOR;
            let fits = |part: &&Cow<'_, [u8]>| {
                part.len() == length && self.algorithm.hash(part) == image.hash
            };
            let part = parts.iter().find(fits)?;
            put(&mut block, usize::from(image.offset) * SECTOR, part);
        }
        Some(block)
    }

    /// Sectors of the whole block, as the head tells.
    pub fn sectors(&self) -> u32 {
        let ends =
            self.images.iter().map(|image| u32::from(image.offset) + u32::from(image.sectors));
        ends.max().unwrap_or(0).max((HEAD_SIZE / SECTOR) as u32)
    }

    /// A block with these images one behind the other, the first at `first` sectors. Each is padded to 2048 bytes and
    /// comes with the address where it is loaded.
    pub fn build(
        images: &[(&[u8], u32)],
        first: u16,
        algorithm: Algorithm,
    ) -> Result<Vec<u8>, Unsound> {
        if images.is_empty() || images.len() > 4 || usize::from(first) * SECTOR < HEAD_SIZE {
            return Err(Unsound::new("an ID block has 1 to 4 images behind its head"));
        }
        let mut block = alloc::vec![0; usize::from(first) * SECTOR];
        block[..4].copy_from_slice(b"RKNS");
        let count = images.len() as u32;
        put(&mut block, 8, &(count << 16 | (HASHED as u32 / 4)).to_le_bytes());
        put(&mut block, 12, &(algorithm as u32).to_le_bytes());
        for (index, (bytes, load)) in images.iter().enumerate() {
            let start = block.len();
            block.extend_from_slice(bytes);
            block.resize(block.len().next_multiple_of(HEAD_SIZE), 0);
            let (offset, sectors) = (start / SECTOR, (block.len() - start) / SECTOR);
            let long = || Unsound::new("an ID block is longer than its fields can tell");
            let offset = u16::try_from(offset).map_err(|_| long())?;
            let sectors = u16::try_from(sectors).map_err(|_| long())?;
            let hash = algorithm.hash(&block[start..]);
            let at = IMAGES.0 + index * IMAGES.1;
            put(&mut block, at, &(u32::from(sectors) << 16 | u32::from(offset)).to_le_bytes());
            put(&mut block, at + 4, &load.to_le_bytes());
            put(&mut block, at + 12, &(index as u32 + 1).to_le_bytes());
            put(&mut block, at + 24, &hash);
        }
        let hash = algorithm.hash(&block[..HASHED]);
        put(&mut block, HASHED, &hash);
        Ok(block)
    }
}

/// Checks a whole block: head and images.
pub(super) fn check(block: &[u8]) -> Result<(), Unsound> {
    let head = Head::parse(block)?;
    for (index, result) in head.check(block).into_iter().enumerate() {
        result.map_err(|error| Unsound(format!("image {} of the ID block {error}", index + 1)))?;
    }
    Ok(())
}
