//! What the tool says, from the wait for power to flash that the chip has summed.
//!
//! [`Cct`] is a conversation with a mask ROM, or with the image writer that it has started. Every wait has a limit. Nothing is
//! said twice: commands have no sum and packets no number, so one whose answer does not come may have been obeyed or not, and
//! the ROM may wait for the rest of it. Then the board has to be powered on anew.

mod conversation;
mod download;
mod error;
mod join;

pub use conversation::Cct;
pub use error::{Cause, Error};
pub use join::Board;
