//! The mask ROM of T-Head's TH1520 on its serial line: the protocol that its maker calls CCT.
//!
//! [`wire`] is the bytes. [`host`] is what the tool says, from the wait for power to a flash that the chip has summed. [`rom`]
//! is what the board answers, byte by byte, at a time that the caller gives.
//!
//! The ROM writes its SRAM only. An *image writer*, a program of the vendor's (`iw-single-line.bin`), is sent there and
//! started; it speaks the same protocol, and writes SPI flash.
//!
//! Sources: the vendor's client (PyPI's `yoctools` 2.1.11, `subcmds/cct.py`), with which Milk-V and RevyOS have people write the
//! flash of a Meles, and a client for another chip of the family that names more results.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod host;
#[cfg(feature = "rom")]
pub mod rom;
pub mod wire;

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
