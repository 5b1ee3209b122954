//! Virtual boards: what answers at the other end of the line.
//!
//! They are state machines over bytes, at a time that the caller gives: [`link::line::Line`] makes that time itself, a
//! pty server paces it by a clock. A board takes what its forerunners are known to take and no more; what it does in
//! untested places is said there. Their U-Boot is that of the crate `racklet-uboot`.

mod agent;
mod jh7100;
mod jh7110;
mod profile;

pub use ::uboot::rom::{FLASH, Flaw};
pub use jh7100::Jh7100;
pub use jh7110::{Behaviour, Jh7110};
