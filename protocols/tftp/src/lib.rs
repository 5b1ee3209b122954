//! TFTP: files over a network, as boot loaders load them.
//!
//! [`wire`] is the packets of RFC 1350, with the options of RFC 2347, 2348, 2349 and 7440. [`server`] sends one file to
//! one client that asked for it, and [`receiver`] takes one file from one client that writes it. With the feature `rom` the
//! crate also has the other side: a client that reads or writes with the habits of U-Boot, for tests and simulated boards.
//!
//! Neither side knows sockets, files or a clock: they are told what came and what time it is, and say what to send.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

#[cfg(feature = "rom")]
pub mod client;
pub mod receiver;
mod refusal;
pub mod server;
pub mod wire;

pub use refusal::Refusal;

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
