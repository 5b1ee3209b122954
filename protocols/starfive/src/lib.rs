//! StarFive's JH7110 and JH7100, which have no USB mask ROM: they speak XMODEM on a UART.
//!
//! [`image`], [`header`] and [`mod@uboot`] are the files, [`chips`] the properties of the SoCs. [`host`] is what the tool says:
//! to the mask ROM, to the SPL, to the vendor's recovery agent, and what it writes through U-Boot, whose prompt is the crate
//! `racklet-uboot`. [`rom`] is what boards answer: virtual ones, byte by byte, at a time that the caller gives.
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

pub use ::uboot::crc32;

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
