//! The bytes of ADNL: texts to the board, answers of up to 512 bytes from it.
//!
//! Facts: the vendor's U-Boot (v3_burning), its tool `adnl` 2.6.3, pyamlboot, aml_boot's fork for the S905X4, and a
//! capture of the vendor's burning tool on an S905X5.

mod chip;
mod command;
mod identify;
mod number;
mod reply;
mod request;
mod transfer;

use core::fmt;

pub use chip::ChipPage;
pub use command::{Command, Oem, ReadStep, Reboot, Register, Var, burnsteps};
pub use identify::{Identify, Stage};
pub use reply::{Reply, text};
pub use request::{Request, RequestKind};
pub use transfer::{Format, Medium, Transfer};

/// The vendor's id on the bus.
pub const VENDOR: u16 = 0x1b8e;
/// The product's.
pub const PRODUCT: u16 = 0xc004;
/// Address of the endpoint towards the board.
pub const OUT: u8 = 0x01;
/// Address of the endpoint towards the host.
pub const IN: u8 = 0x81;
/// Most bytes of a command: the board's buffer has one more.
pub const COMMAND_MOST: usize = 255;
/// Most bytes of an answer.
pub const REPLY_MOST: usize = 512;
/// Bytes of a window of raw data, in either direction.
pub const WINDOW: u64 = 0x2_0000;
/// Most bytes that a mask ROM asks for.
pub const DOWNLOAD_MOST: u32 = 0xc_0000;

/// Bytes that are not what the protocol calls for.
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
