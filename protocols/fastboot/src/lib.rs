//! Fastboot over USB, as boot ROMs and U-Boot speak it.
//!
//! [`wire`] is the bytes. [`sparse`] reads Android sparse images and cuts an image of any length into pieces that a device has room
//! for.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod sparse;
pub mod wire;

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
