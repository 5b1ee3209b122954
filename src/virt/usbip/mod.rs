//! Virtual boards on USB/IP: a kernel sees them as devices, this one's or another's.

mod patient;
mod server;
mod session;
mod slot;
mod vhci;
mod wire;

pub use server::{Event, Server, What, serve_tcp, serve_vhci};
pub use vhci::ServeError;
