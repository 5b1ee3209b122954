//! Boards that are not there: a virtual ROM below the link, at the level of packets.

mod bus;
mod descriptors;
mod host;
mod model;
mod plug;
mod qemu;
mod rockchip;
mod spec;
mod storage;
pub mod usbip;

pub use bus::Fault;
pub use host::VirtualHost;
pub use model::Model;
pub use plug::{Machine, PlugError, Plugged, plug};
pub use qemu::{Ended, Handle, QemuError};
pub use rockchip::Rockchip;
pub use spec::{EngineKind, OPTIONS, Spec};
