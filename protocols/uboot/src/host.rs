//! What a host says to U-Boot: it stops its countdown, runs commands at its prompt, loads files and writes SPI NOR.
//!
//! Every function is straight-line, over a [`Console`]: the line, and the text that came over it.

mod console;
mod error;
mod flash;
mod pending;
mod prompt;
mod reach;

pub use console::{Console, Found};
pub use error::{Cause, Error, Step};
pub use flash::{Buffers, Flasher, Written, erase_limit};
pub use pending::Pending;
pub use prompt::{Output, Prompt};
pub use reach::reach_prompt;
