//! Boards that are not there: a virtual ROM below the link, at the level of packets.

mod host;
mod plug;
mod qemu;
mod spec;

pub use host::{Fault, Model, VirtualHost};
pub use plug::{Machine, Plugged, plug};
pub use qemu::{Ended, Handle, QemuError};
pub use spec::{EngineKind, OPTIONS, Spec};
