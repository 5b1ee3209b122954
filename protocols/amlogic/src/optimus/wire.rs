//! The bytes of Optimus, both directions.
//!
//! Sources of the layouts, read as facts: pyamlboot at d7806ac and its PROTOCOL.md with records captured from a
//! Khadas VIM3; the vendor's tool `update` 1.7.2; the device's side in the vendor's U-Boot (odroidg12-v2015.01).

mod amlc;
mod chip;
mod identity;
mod media;
mod memory;
mod params;
mod request;
mod text;

use core::fmt;

pub use crate::{Addsum, addsum};
pub use amlc::{AMLC_PIECE, AmlcRequest, AmlcStatus, Amls, RECORD, Verdict};
pub use chip::{ChipPage, INDEX_PAGE, PAGE, ROM_DESCRIPTOR};
pub use identity::{Identity, Lock, Stage};
pub use media::{MEDIA_PIECE, MediaAck, MediaHead, ReadHead, SumKind};
pub use memory::{BLOCK, CONTROL_PIECE, Large, Modify, fill_pairs};
pub use params::{DDR_INIT, DONE, Params, RUN_FIP};
pub use request::{Request, password_sum};
pub use text::{COMMAND_MOST, LEAD, Reply, command_block};

/// USB vendor of mask ROMs and of everything that follows them.
pub const VENDOR: u16 = 0x1b8e;
/// USB product of whatever speaks Optimus.
pub const PRODUCT: u16 = 0xc003;
/// Address of the bulk endpoint towards the device.
pub const OUT: u8 = 0x02;
/// Address of the bulk endpoint towards the host.
pub const IN: u8 = 0x81;

/// Bytes that are not what the protocol calls for, and what should have been there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl core::error::Error for Malformed {}

#[cfg(test)]
mod tests;
