//! Android sparse images, version 1: read strictly, and written so that the strictest reader takes them.
//!
//! [`Pieces`] cuts an image of any length into pieces of which each is whole in itself and no longer than a device's limit.
//! [`Reader`] takes a sparse image apart. Layout: AOSP's `libsparse/sparse_format.h`, read as facts.

mod blocks;
mod build;
mod error;
mod format;
mod piece;
mod reader;
mod units;

pub use error::Error;
pub use format::{CHUNK, HEADER, Header, MAGIC};
pub use piece::{Form, Piece, Pieces};
pub use reader::{Content, Input, Part, Reader, Runs, repeated};

use link::IoError;

/// Bytes of a block, unless a [`Plan`] says otherwise.
pub const BLOCK: u32 = 4096;
/// The least limit that an image is cut for: other tools hang or fail below it.
pub const LIMIT_LEAST: u32 = 64 << 10;
/// The most bytes of a piece, whatever the device says: U-Boot counts what is left of a download in 31 bits.
pub const LIMIT_MOST: u32 = 1 << 30;
/// The most bytes of storage that one piece writes, so that no answer takes for ever: zeros take no room in a piece.
pub const WRITTEN_MOST: u64 = 256 << 20;
/// From this many bytes on, blocks of one repeated word become a FILL chunk. U-Boot fills a buffer of 512 KiB for each, which takes
/// longer than to receive a few blocks.
pub const FILL_LEAST: u64 = 64 << 10;

/// What is not in the image's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holes {
    /// It has to be zero: zeros are written.
    Zero,
    /// It may stay as it is. Zeros may be written all the same.
    Keep,
}

/// How an image is to be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Most bytes of a piece: what the device has room for, or less. One piece of this length is in memory.
    pub limit: u32,
    /// Bytes of a block: a power of two, 512 or more, and a multiple of the storage's block.
    pub block: u32,
    /// What is not in the image's data.
    pub holes: Holes,
    /// Bytes of the image, where that is known beforehand. Where it is not, a piece tells as the image's blocks those up to
    /// its own end, and nothing is refused for its length before that place is reached.
    pub length: Option<u64>,
    /// Whether an image that is no longer than the limit goes as it is, with zeros where it has no data. Where not, it is a
    /// sparse image all the same, which leaves out what the data leave out.
    pub raw: bool,
}

impl Plan {
    /// For a device with this limit: blocks of 4096 bytes, and zeros where the image has no data.
    pub fn new(limit: u32, length: Option<u64>) -> Self {
        Self { limit: limit.min(LIMIT_MOST), block: BLOCK, holes: Holes::Zero, length, raw: true }
    }
}

/// Data of an image: the place of the first byte, and the bytes. Runs come in order and do not overlap. An empty run says
/// that the image is at least that long.
pub type Run<B> = Result<(u64, B), IoError>;

#[cfg(test)]
mod tests;
