//! Optimus: the older protocol, vendor requests on endpoint 0 with bulk transfers beside them.
//!
//! [`wire`] is the bytes, both ways. [`host`] is what the tool says; its [`boot`](host::boot) takes a board from
//! whatever stage it is in to U-Boot. [`rom`] is what a board answers: mask ROM, BL2, and the vendor's U-Boot in its
//! burn mode.

pub mod host;
#[cfg(feature = "rom")]
pub mod rom;
pub mod wire;
