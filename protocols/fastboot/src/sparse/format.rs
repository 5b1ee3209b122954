//! The two headers.

use alloc::format;

use super::Error;

/// The first four bytes, as a little-endian number.
pub const MAGIC: u32 = 0xed26_ff3a;
/// Bytes of the file's header.
pub const HEADER: usize = 28;
/// Bytes of a chunk's header.
pub const CHUNK: usize = 12;

/// Blocks as they are.
pub(super) const RAW: u16 = 0xcac1;
/// A word over and over.
pub(super) const FILL: u16 = 0xcac2;
/// Blocks that are left alone.
pub(super) const SKIP: u16 = 0xcac3;
/// A checksum of everything before. Never written: U-Boot does not go past its four bytes.
pub(super) const CRC: u16 = 0xcac4;

/// The file's header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Bytes of a block.
    pub block: u32,
    /// Blocks of the whole image.
    pub blocks: u32,
    /// Chunks.
    pub chunks: u32,
    /// CRC-32 of the whole image, absent blocks as zeros; 0: not told.
    pub crc: u32,
    /// Bytes of this header: 28 or more.
    pub header: u16,
    /// Bytes of a chunk's header: 12 or more.
    pub chunk_header: u16,
}

impl Header {
    /// The header of an image that is written here.
    pub fn new(block: u32, blocks: u32, chunks: u32) -> Self {
        Self { block, blocks, chunks, crc: 0, header: HEADER as u16, chunk_header: CHUNK as u16 }
    }

    /// Reads and checks a header.
    ///
    /// # Errors
    /// When it is none, is of another version than 1, or tells sizes that cannot be.
    pub fn parse(bytes: &[u8; HEADER]) -> Result<Self, Error> {
        if word(bytes, 0) != MAGIC {
            return Err(Error::Damaged("it does not begin as one".into()));
        }
        if half(bytes, 4) != 1 {
            return Err(Error::Damaged(format!("version {} is not known", half(bytes, 4))));
        }
        let header = Self {
            header: half(bytes, 8),
            chunk_header: half(bytes, 10),
            block: word(bytes, 12),
            blocks: word(bytes, 16),
            chunks: word(bytes, 20),
            crc: word(bytes, 24),
        };
        if usize::from(header.header) < HEADER || usize::from(header.chunk_header) < CHUNK {
            return Err(Error::Damaged("its headers are shorter than any".into()));
        }
        if header.block == 0 || !header.block.is_multiple_of(4) {
            return Err(Error::Damaged(format!(
                "blocks of {} bytes, no multiple of 4",
                header.block
            )));
        }
        Ok(header)
    }

    /// The bytes of a header without additions.
    pub fn to_bytes(&self) -> [u8; HEADER] {
        let mut bytes = [0; HEADER];
        bytes[0..4].copy_from_slice(&MAGIC.to_le_bytes());
        bytes[4..6].copy_from_slice(&1_u16.to_le_bytes());
        bytes[8..10].copy_from_slice(&self.header.to_le_bytes());
        bytes[10..12].copy_from_slice(&self.chunk_header.to_le_bytes());
        bytes[12..16].copy_from_slice(&self.block.to_le_bytes());
        bytes[16..20].copy_from_slice(&self.blocks.to_le_bytes());
        bytes[20..24].copy_from_slice(&self.chunks.to_le_bytes());
        bytes[24..28].copy_from_slice(&self.crc.to_le_bytes());
        bytes
    }

    /// Bytes of the whole image.
    pub fn length(&self) -> u64 {
        u64::from(self.block) * u64::from(self.blocks)
    }
}

/// A chunk's header: its kind, its blocks, and the bytes of the chunk with this header.
pub(super) fn chunk(kind: u16, blocks: u32, total: u32) -> [u8; CHUNK] {
    let mut bytes = [0; CHUNK];
    bytes[0..2].copy_from_slice(&kind.to_le_bytes());
    bytes[4..8].copy_from_slice(&blocks.to_le_bytes());
    bytes[8..12].copy_from_slice(&total.to_le_bytes());
    bytes
}

/// The 16-bit number at a place that is inside.
pub(super) fn half(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

/// The 32-bit number at a place that is inside.
pub(super) fn word(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}
