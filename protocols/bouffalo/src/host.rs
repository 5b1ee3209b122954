//! What the tool says, from the handshake to verified flash.
//!
//! [`Isp`] is a conversation with a mask ROM. It keeps nothing that the line does not: one can be made for each piece of work.
//! Every wait has a limit. Where an answer does not come or is not readable, the ROM is given the time after which it listens
//! anew, trained again, and told again: all that it is told here may be said twice.
//!
//! Sums of commands have eight bits. Any bit that flips and any byte that is lost is noticed; a zero that comes twice in an
//! address may not be, and the command is then obeyed elsewhere. Have all that was written summed as a whole at the end.

mod conversation;
mod error;
mod flash;
mod join;

pub use conversation::Isp;
pub use error::{Cause, Error};
pub use flash::STEP;
