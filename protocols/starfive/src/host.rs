//! What the tool says, from a board in its mask ROM to verified flash.
//!
//! Every function is straight-line, over a [`Console`](::uboot::host::Console). U-Boot's prompt, which is the same on every
//! board, is the crate `racklet-uboot`.

mod agent;
mod boot;
mod error;
mod firmware;
mod jh7100;
pub mod step;

pub use agent::{Agent, Firmware, Target};
pub use boot::{Loaded, boot_rom, boot_spl};
pub use error::{Cause, Error};
pub use firmware::{BUFFERS, Layout, write_firmware};
pub use jh7100::{Slot, answers as jh7100_answers, recover as recover_jh7100};
