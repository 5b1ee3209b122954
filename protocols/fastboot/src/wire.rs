//! The bytes of fastboot: lines to the device, answers of one short packet from it, and data in between.
//!
//! Facts: AOSP's `fastboot/README.md` (protocol 0.4), U-Boot's `drivers/fastboot`, and devices that people described.

mod command;
mod reply;

use core::fmt;

pub use command::{Command, Reboot};
pub use reply::Reply;

/// Class, subclass and protocol of the interface: the one sign of fastboot that does not mislead. Vendor and product are
/// shared with mask ROMs.
pub const INTERFACE: [u8; 3] = [0xff, 0x42, 0x03];
/// Most bytes of a command: U-Boot's buffer has one more, and other devices less.
pub const COMMAND_MOST: usize = 4095;
/// Bytes of every command that all devices take.
pub const COMMAND_SAFE: usize = 64;
/// Bytes to receive an answer into: 256 are the most that hosts take, and a packet has up to 1024.
pub const REPLY_ROOM: usize = 1024;
/// Most bytes of an answer of U-Boot's.
pub const REPLY_UBOOT: usize = 64;

/// Bytes that are not what the protocol calls for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed(pub &'static str);

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl core::error::Error for Malformed {}

/// A number as variables have it: decimal, or hexadecimal after `0x`, with blanks around it.
pub fn number(text: &str) -> Option<u64> {
    let text = text.trim();
    match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) => hex(digits),
        None if text.starts_with('+') => None,
        None => text.parse().ok(),
    }
}

/// Hexadecimal digits and nothing else.
fn hex(digits: &str) -> Option<u64> {
    let whole = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    whole.then(|| u64::from_str_radix(digits, 16).ok()).flatten()
}

#[cfg(test)]
mod tests;
