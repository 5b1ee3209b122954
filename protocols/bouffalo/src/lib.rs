//! The mask ROM of Bouffalo Lab's BL808, on its serial line.
//!
//! [`wire`] is the bytes, [`header`] the boot header that the ROM looks for in flash. [`host`] is what the tool says, from
//! the handshake to verified flash. [`rom`] is what the chip answers, byte by byte, at a time that the caller gives.
//!
//! Sources: PyPI's `bflb-mcu-tool` 1.10.0 (`libs/bflb_eflash_loader.py`, `libs/bflb_img_loader.py`), pine64's `blisp` and
//! platform-system-interface's `bl_boot`, which flash boards with it.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod header;
pub mod host;
#[cfg(feature = "rom")]
pub mod rom;
pub mod wire;

use sha2::{Digest, Sha256};

/// Bytes of the smallest part of the flash that can be erased.
pub const SECTOR: u32 = 4096;

/// The SHA-256 of bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The CRC-32 (IEEE) of bytes.
fn crc32(bytes: &[u8]) -> u32 {
    crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(bytes)
}

/// The 32-bit number at `offset`, little endian; `None`: it is not all there.
fn word(bytes: &[u8], offset: usize) -> Option<u32> {
    let word = bytes.get(offset..offset.checked_add(4)?)?;
    Some(u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
}

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
