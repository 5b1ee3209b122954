//! Amlogic's mask ROMs and the programs that follow them, over USB.
//!
//! [`optimus`] is the older protocol of vendor requests (1b8e:c003), [`adnl`] the newer one that resembles fastboot
//! (1b8e:c004). [`families`] is the table of SoC families; [`image`] and [`package`] are what users' files hold,
//! [`storage`] is what virtual boards keep theirs in.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod adnl;
mod bytes;
pub mod disk;
#[cfg(feature = "rom")]
mod expand;
pub mod families;
pub mod image;
pub mod mpt;
pub mod optimus;
pub mod package;
mod sums;

pub use link::storage;
pub use sums::{Addsum, addsum};

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
