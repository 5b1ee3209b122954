//! A command's way to its board: found, opened, recorded, and found again when another program starts on it.
//!
//! Nothing here knows a command line or a protocol's requests. [`Access`] says which board is meant and how it is reached,
//! [`open`] and [`find_line`] lead there.

mod access;
mod connect;
mod serial;
mod usb;

pub use access::{Access, Recorder, Way};
pub use connect::{Opened, Unopened, claim, open, plug};
pub use serial::{BAUD, FoundLine, OpenedLine, Unfound, find as find_line};
pub use usb::{Awaited, UsbSession, is_amlogic, is_board, is_fastboot, is_fel, is_rockchip};
