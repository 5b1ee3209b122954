//! Allwinner's FEL: the USB protocol of the boot ROM of every Allwinner SoC.
//!
//! [`wire`] is the bytes, both ways. [`host`] is what the tool says, [`rom`] what the boot ROM answers, over an
//! [`engine::Engine`] that stands for the processor. [`chips`] holds the numbers of every SoC, [`payload`] the code of
//! ours that runs there.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod chips;
pub mod egon;
#[cfg(feature = "rom")]
pub mod engine;
pub mod fit;
pub mod host;
pub mod image;
#[cfg(feature = "rom")]
pub mod memory;
pub mod payload;
#[cfg(feature = "rom")]
pub mod rom;
pub mod uimage;
pub mod vendor;
pub mod wire;

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
