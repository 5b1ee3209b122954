//! U-Boot at the end of a serial line: its prompt, for any board.
//!
//! [`host`] is what a host says: how it gets to the prompt, runs commands there, loads files and writes SPI NOR. A command is
//! carried out only after the prompt has shown it back letter for letter, so a damaged byte never becomes another command.
//! [`memory`], [`disk`], [`flash`], [`network`] and [`program`] read what commands print. With the feature `rom` there is a virtual
//! U-Boot, too: what answers at the other end.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod disk;
pub mod flash;
pub mod host;
pub mod memory;
pub mod network;
pub mod program;
#[cfg(feature = "rom")]
pub mod rom;
pub mod text;

use crc::{CRC_32_ISO_HDLC, Crc};

/// The CRC-32 of zlib, which U-Boot's command `crc32` prints.
pub fn crc32(data: &[u8]) -> u32 {
    const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
    CRC.checksum(data)
}

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
