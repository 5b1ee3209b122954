//! The words that protocols and devices share.
//!
//! A protocol crate speaks to a board through [`UsbLink`] and learns nothing of the operating system, of files or of
//! time: every call says how long it may take. A virtual board answers through [`device::Device`], one packet at a
//! time, so that stalls, short packets and transfers that never end look as they do on a cable. Serial lines are the
//! same with bytes instead of packets: [`ByteLink`] on the host's side, [`serial::SerialDevice`] on the board's, and
//! [`mod@line`] between them. [`Foreign`] is text that is not ours; [`storage`] is what virtual boards keep their sectors in.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod bytes;
#[cfg(feature = "cable")]
pub mod cable;
mod classify;
mod code;
pub mod device;
#[cfg(feature = "cable")]
pub mod dialog;
mod fault;
mod foreign;
mod io;
pub mod line;
pub mod noise;
mod once;
pub mod serial;
mod step;
pub mod storage;
mod sub_source;
mod usb;
mod verified;

pub use bytes::{ByteLink, Heard, LineError};
pub use classify::{Class, Classify, Meaning};
pub use code::Code;
pub use fault::{Fault, Pipe, UsbError};
pub use foreign::{Foreign, is_control};
pub use io::{IoError, Silent, Sink, Source, Watch};
pub use once::Once;
pub use step::StepId;
pub use sub_source::SubSource;
pub use usb::{Counts, Data, ExchangeError, Phase, Setup, UsbLink};
pub use verified::{Check, Method, Verified};

/// The README's example is run as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
