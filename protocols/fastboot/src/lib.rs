//! Fastboot over USB, as boot ROMs and U-Boot speak it.
//!
//! [`wire`] is the bytes. [`host`] is what a tool says. [`sparse`] reads Android sparse images and cuts an image of any length into
//! pieces that a device has room for. With the feature `rom` the crate also has the other side: simulated boards, for tests.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod host;
#[cfg(feature = "rom")]
pub mod rom;
pub mod sparse;
pub mod wire;

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
