//! StarFive's JH7110 and JH7100, which have no USB mask ROM: they speak XMODEM on a UART.
//!
//! [`image`], [`header`] and [`uboot`] are the files, [`chips`] the properties of the SoCs. [`host`] is what the tool says: to the mask ROM, to the SPL, at U-Boot's prompt,
//! to the vendor's recovery agent. [`rom`] is what boards answer: virtual ones, byte by byte, at a time that the caller
//! gives.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod chips;
pub mod header;
pub mod host;
pub mod image;
#[cfg(feature = "rom")]
pub mod rom;
pub mod uboot;

use crc::{CRC_32_ISO_HDLC, Crc};

/// The CRC-32 of zlib: the JH7110's headers have it, and U-Boot's `crc32`.
pub fn crc32(data: &[u8]) -> u32 {
    const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
    CRC.checksum(data)
}

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
