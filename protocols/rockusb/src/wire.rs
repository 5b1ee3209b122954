//! The bytes of the mask ROM's download and of rockusb, both directions.
//!
//! Layouts: rkdeveloptool at 304f073, the vendor's U-Boot at 63c5561 and mainline U-Boot v2026.10-rc2, read as facts;
//! the replies are compared with what people measured on an RK3588S and an RK3566.

mod block;
mod command;
mod download;
mod reply;

use core::fmt;

pub use block::{Cbw, Csw, Direction, Status};
pub use command::{Command, DataPhase, Opcode, parity};
pub use download::{Area, Framed, PIECE, REQUEST, SumKind, is_whole};
pub(crate) use reply::code_name;
pub use reply::{Capability, ChipInfo, FlashId, FlashInfo, ResetKind, Storage};

/// USB vendor of the mask ROM and of everything that speaks rockusb.
pub const VENDOR: u16 = 0x2207;
/// Bytes of a sector, on every medium.
pub const SECTOR: usize = 512;
/// First sector that some loaders do not let a host read: 32 MiB.
pub const READ_WALL: u64 = 65_536;
/// What such loaders return instead of data.
pub const WALL_FILL: u8 = 0xcc;
/// Most sectors of one write with parity: the device compares in a buffer of 1 MiB and checks no bounds.
pub const PARITY_SECTORS: u16 = 2048;
/// `bRequest` of the class request that ends a broken conversation (to the interface, no data).
pub const BULK_ONLY_RESET: u8 = 0xff;
/// `bmRequestType` of it.
pub const BULK_ONLY_RESET_TYPE: u8 = 0x21;

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
