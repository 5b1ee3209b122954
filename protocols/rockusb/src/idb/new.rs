//! The layout of RK35xx and later: a plain head that tells of up to four images, with their hashes.
//!
//! Layout: mainline U-Boot's `rkcommon` and blocks made by boot_merger 1.35, read as facts.

use alloc::{borrow::Cow, format, vec::Vec};
use core::fmt;

use sha2::{Digest, Sha256, Sha512};
use sm3::Sm3;

use crate::{
    Unsound,
    bytes::{array, le32, put},
    wire::SECTOR,
};

/// Bytes of the head.
pub const HEAD_SIZE: usize = 2048;
/// Bytes of the head that its own hash covers.
const HASHED: usize = 1536;
/// Offset of the table of images, and bytes of each entry.
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
    /// SM3.
    Sm3,
}

impl Algorithm {
    /// The hash of `bytes`, zeros after it.
    pub fn hash(self, bytes: &[u8]) -> [u8; 64] {
        let mut hash = [0; 64];
        match self {
            Self::None => {}
            Self::Sha256 => hash[..32].copy_from_slice(&Sha256::digest(bytes)),
            Self::Sha512 => hash.copy_from_slice(&Sha512::digest(bytes)),
            Self::Sm3 => hash[..32].copy_from_slice(&Sm3::digest(bytes)),
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
#[non_exhaustive]
pub enum ImageError {
    /// The block ends before it does.
    Missing,
    /// Its hash does not hold.
    Differs,
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "is outside of the block",
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
    ///
    /// # Errors
    /// When there is no head of an ID block.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unsound> {
        if !Self::is_one(bytes) {
            return Err(Unsound::new("not an ID block: it begins with neither RKNS nor RKSS"));
        }
        let Some(head) = bytes.get(..HEAD_SIZE) else {
            return Err(Unsound::new("the ID block ends in its head"));
        };
        let algorithm = match le32(head, 12) & 15 {
            // An RK3576's boot ROM takes 0 for SHA-256, mainline's mkimage for none.
            0 if head[HASHED..HASHED + 32] == [0; 32] => Algorithm::None,
            0 | 1 => Algorithm::Sha256,
            2 => Algorithm::Sha512,
            3 => Algorithm::Sm3,
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
    ///
    /// # Errors
    /// For each image: when its sum does not hold or it is not all there.
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

    /// A block with these images one after the other, the first at `first` sectors. Each is padded to 2048 bytes and
    /// comes with the address where it is loaded.
    ///
    /// # Errors
    /// When the images do not fit.
    pub fn build(
        images: &[(&[u8], u32)],
        first: u16,
        algorithm: Algorithm,
    ) -> Result<Vec<u8>, Unsound> {
        let padded = images.iter().map(|(bytes, load)| (padded(bytes, HEAD_SIZE), *load, 0));
        let images = padded.collect();
        let draft = Draft { images, first, algorithm, words: [0; WORDS] };
        let mut block = draft.head()?;
        draft.images.iter().for_each(|(bytes, ..)| block.extend_from_slice(bytes));
        Ok(block)
    }
}

/// Words of a head that packers copy from recipes: 10 and 8 of two sections.
pub(crate) const WORDS: usize = 18;
/// Where they are.
const WORDS_AT: usize = 48;

/// A head to be made, whose images are known.
pub(crate) struct Draft<'i> {
    /// Whole sectors each, with the address where they are loaded and their flags.
    pub(crate) images: Vec<(Cow<'i, [u8]>, u32, u32)>,
    /// Sectors before the first image.
    pub(crate) first: u16,
    pub(crate) algorithm: Algorithm,
    pub(crate) words: [u32; WORDS],
}

impl Draft<'_> {
    /// The head: all sectors before the first image.
    pub(crate) fn head(&self) -> Result<Vec<u8>, Unsound> {
        let (count, length) = (self.images.len(), usize::from(self.first) * SECTOR);
        if count == 0 || count > 4 || length < HEAD_SIZE {
            return Err(Unsound(format!(
                "an ID block has 1 to 4 images after its head, not {count}"
            )));
        }
        let mut head = alloc::vec![0; length];
        head[..4].copy_from_slice(b"RKNS");
        put(&mut head, 8, &((count as u32) << 16 | (HASHED as u32 / 4)).to_le_bytes());
        put(&mut head, 12, &(self.algorithm as u32).to_le_bytes());
        for (index, word) in self.words.iter().enumerate() {
            put(&mut head, WORDS_AT + 4 * index, &word.to_le_bytes());
        }
        let mut start = usize::from(self.first);
        for index in 0..count {
            start = self.image(&mut head, index, start)?;
        }
        let hash = self.algorithm.hash(&head[..HASHED]);
        put(&mut head, HASHED, &hash);
        Ok(head)
    }

    /// Describes an image that begins at sector `start`; returns the sector after it.
    fn image(&self, head: &mut [u8], index: usize, start: usize) -> Result<usize, Unsound> {
        let (bytes, load, flag) = &self.images[index];
        let field = |value: usize| {
            let long = |_| Unsound::new("an ID block is longer than its fields can tell");
            u16::try_from(value).map_err(long).map(u32::from)
        };
        let sectors = bytes.len() / SECTOR;
        let at = IMAGES.0 + index * IMAGES.1;
        put(head, at, &(field(sectors)? << 16 | field(start)?).to_le_bytes());
        put(head, at + 4, &load.to_le_bytes());
        put(head, at + 8, &flag.to_le_bytes());
        put(head, at + 12, &(index as u32 + 1).to_le_bytes());
        put(head, at + 24, &self.algorithm.hash(bytes));
        Ok(start + sectors)
    }
}

/// Bytes with zeros after them, up to a multiple of `unit`.
pub(crate) fn padded(bytes: &[u8], unit: usize) -> Cow<'_, [u8]> {
    let mut padded = Cow::Borrowed(bytes);
    if !bytes.len().is_multiple_of(unit) {
        padded.to_mut().resize(bytes.len().next_multiple_of(unit), 0);
    }
    padded
}

/// Checks a whole block: head and images.
pub(super) fn check(block: &[u8]) -> Result<(), Unsound> {
    let head = Head::parse(block)?;
    for (index, result) in head.check(block).into_iter().enumerate() {
        result.map_err(|error| Unsound(format!("image {} of the ID block {error}", index + 1)))?;
    }
    Ok(())
}
