//! Rockchip's mask ROM download and the rockusb protocol of the programs that follow it.
//!
//! [`wire`] is the bytes, both ways. [`host`] is what the tool says, [`rom`] what a board answers in each of its three
//! states, over a [`storage::Storage`]. [`chips`] holds the table of SoCs. The other modules are what users' files hold.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod bytes;
pub mod chips;
pub mod gpt;
pub mod host;
pub mod idb;
pub mod loader;
pub mod package;
pub mod parameter;
pub mod rc4;
#[cfg(feature = "rom")]
pub mod rom;
pub mod sums;
mod unsound;
pub mod wire;

pub use link::storage;
pub use unsound::Unsound;

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
