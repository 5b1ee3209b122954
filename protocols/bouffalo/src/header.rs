//! The boot header: 352 bytes at the beginning of the flash, without which the ROM starts nothing.
//!
//! `BFNP`, a revision, commands for the flash (`FCFG`, 84 bytes, CRC-32), clocks (`PCFG`, 20 bytes, CRC-32), where the program
//! is with its length and SHA-256, three processors, and a CRC-32 of it all.

use alloc::vec::Vec;
use core::fmt;

use crate::{crc32, sha256, wire, word};

/// Bytes of a header.
pub const SIZE: usize = 352;
/// How it begins.
pub const MAGIC: &[u8; 4] = b"BFNP";
/// The CRC of a header that the vendor's tools have not completed.
const UNSET: u32 = 0xdead_beef;

/// What a header says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header {
    /// Where the program is in flash, in bytes.
    pub offset: u32,
    /// Its length in bytes, or the number of its segments.
    pub length: u32,
    /// The maker of the flash that its commands are for, by its JEDEC id; `None`: of any.
    pub maker: Option<u8>,
}

/// What is wrong with a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderError {
    /// It is shorter than a header.
    Short,
    /// It does not begin like one.
    NoHeader,
    /// It is another chip's of the same maker: its clocks are fewer.
    OtherChip,
    /// A part of it does not have the sum that is beside it.
    Sum(&'static str),
}

impl fmt::Display for HeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Short => f.write_str("it is shorter than a boot header"),
            Self::NoHeader => f.write_str("it begins with no boot header (`BFNP`)"),
            Self::OtherChip => {
                f.write_str("its boot header is for another chip (BL602, BL616, BL702)")
            }
            Self::Sum(part) => write!(f, "the checksum of {part} is wrong"),
        }
    }
}

impl core::error::Error for HeaderError {}

/// The parts with a CRC of their own: name, first byte, and the byte behind the last, where the CRC is.
const PARTS: [(&str, usize, usize); 3] = [
    ("its flash commands", 12, 96),
    ("its clocks", 104, 124),
    ("the whole boot header", 0, SIZE - 4),
];

/// Where clocks begin, and where those of other chips end (BL602 and BL702, BL616, others), with their CRC.
const CLOCKS: usize = 104;
const OTHERS: [usize; 3] = [112, 116, 120];

impl Header {
    /// Reads the header that `bytes` begins with. A sum that was never set (`deadbeef`) is no error.
    ///
    /// # Errors
    /// When there is none, or when it is damaged.
    pub fn parse(bytes: &[u8]) -> Result<Self, HeaderError> {
        let start = bytes.get(..MAGIC.len()).ok_or(HeaderError::Short)?;
        if start != MAGIC {
            return Err(HeaderError::NoHeader);
        }
        let header = bytes.get(..SIZE).ok_or(HeaderError::Short)?;
        let at = |offset| word(header, offset).unwrap_or_default();
        if header[8..12] != *b"FCFG" || header[100..104] != *b"PCFG" {
            return Err(HeaderError::NoHeader);
        }
        if OTHERS.into_iter().any(|to| crc32(&header[CLOCKS..to]) == at(to)) {
            return Err(HeaderError::OtherChip);
        }
        for (name, from, to) in PARTS {
            if ![crc32(&header[from..to]), UNSET].contains(&at(to)) {
                return Err(HeaderError::Sum(name));
            }
        }
        let maker = Some(header[25]).filter(|maker| !matches!(maker, 0 | 0xff));
        Ok(Self { offset: at(132), length: at(140), maker })
    }
}

/// A header for a program that is at 4 KiB in flash, of any maker, as a simulated board's ROM takes it.
pub fn build(program: &[u8]) -> Vec<u8> {
    let mut header = Vec::from(*MAGIC);
    header.extend(1u32.to_le_bytes());
    header.extend(b"FCFG");
    header.extend(wire::flash_commands(0xff));
    header.extend([0; 4]);
    header.extend(&wire::clock(0)[8..]);
    // One program, not segments; D0 is powered.
    for value in [0x0004_0100, 0x1000, 0, program.len() as u32] {
        header.extend(u32::to_le_bytes(value));
    }
    header.extend(sha256(program));
    header.resize(SIZE, 0);
    for (_, from, to) in PARTS {
        let sum = crc32(&header[from..to]);
        header[to..to + 4].copy_from_slice(&sum.to_le_bytes());
    }
    header
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_header_is_checked_part_by_part() {
        let good = build(&[7; 100]);
        assert_eq!(Header::parse(&good), Ok(Header { offset: 0x1000, length: 100, maker: None }));
        assert_eq!(Header::parse(&good[..351]), Err(HeaderError::Short));
        assert_eq!(Header::parse(&[0; 400]), Err(HeaderError::NoHeader));
        for (at, part) in [(20, PARTS[0].0), (110, PARTS[1].0), (200, PARTS[2].0)] {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert_eq!(Header::parse(&bad), Err(HeaderError::Sum(part)));
        }
        for (to, length) in [(112, 8), (116, 12)] {
            let mut other = good.clone();
            let sum = crc32(&other[CLOCKS..CLOCKS + length]);
            other[to..to + 4].copy_from_slice(&sum.to_le_bytes());
            assert_eq!(Header::parse(&other), Err(HeaderError::OtherChip));
        }
        let mut unset = good;
        unset[348..].copy_from_slice(&UNSET.to_le_bytes());
        assert!(Header::parse(&unset).is_ok());
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = Header::parse(&bytes);
            let _ = Header::parse(&[&MAGIC[..], &bytes].concat());
        }
    }
}
