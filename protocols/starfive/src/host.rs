//! What the tool says, from a board in its mask ROM to verified flash.
//!
//! Every function is straight-line, over a [`Console`]: the line, and the text that came over it.

mod agent;
mod boot;
mod console;
mod error;
mod flash;
mod jh7100;
mod prompt;

pub use agent::{Agent, Firmware, Target};
pub use boot::{Loaded, boot_rom, boot_spl, reach_prompt};
pub use console::{Console, Found};
pub use error::{Cause, Error, Step};
pub use flash::{Flash, Flasher, Layout, Ram, Written};
pub use jh7100::{Slot, recover as recover_jh7100};
pub use prompt::{Output, Prompt};
