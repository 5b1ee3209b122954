//! XMODEM and YMODEM: files over a serial line that speaks out of turn.
//!
//! [`wire`] is the bytes. [`Sender`] and [`Receiver`] are state machines without I/O and without a clock: they are told
//! what came and what time it is, and say what to do. [`drive`] runs them over a [`link::ByteLink`]. What receivers
//! differ in, and they differ in everything, is named in [`Profile`] (how to speak to one) and [`Manner`] (how one
//! behaves).
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod drive;
mod failure;
mod manner;
mod profile;
mod receiver;
mod sender;
pub mod wire;

pub use failure::Failure;
pub use manner::{Manner, Refusal};
pub use profile::Profile;
pub use receiver::{Heard, Receiver, Reply};
pub use sender::{Action, Block, Event, Frame, Sender};

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
