//! Boards that are not there: a virtual ROM below the link, at the level of packets.

mod adapter;
mod amlogic;
mod bus;
mod descriptors;
mod held;
mod host;
mod model;
mod plug;
mod pty;
mod qemu;
mod rockchip;
mod serial;
mod spec;
mod storage;
pub mod usbip;

use crate::transport::PortPath;

pub use amlogic::Amlogic;
pub use bus::Fault;
pub use host::VirtualHost;
pub use model::Model;
pub use plug::{Machine, PlugError, Plugged, plug};
pub use pty::PtyServer;
pub use qemu::{Ended, Handle, QemuError};
pub use rockchip::Rockchip;
pub use serial::{Flash, Powered, SERIAL_OPTIONS, SerialSpec};
pub use spec::{EngineKind, Spec, options};

/// What `--virtual` names: a board on USB or one on a serial line.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// On USB.
    Usb(Box<Spec>),
    /// On a serial line.
    Serial(SerialSpec),
}

impl Wanted {
    /// The board's name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Usb(spec) => &spec.board.name,
            Self::Serial(spec) => &spec.board.name,
        }
    }

    /// The USB port that was asked for: the board's, or that of the adapter which its line ends in.
    pub fn port(&self) -> Option<&PortPath> {
        match self {
            Self::Usb(spec) => spec.port.as_ref(),
            Self::Serial(spec) => spec.port.as_ref(),
        }
    }
}

impl std::str::FromStr for Wanted {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let name = text.split(':').next().unwrap_or_default();
        match crate::boards::by_name(name).is_some_and(crate::boards::Board::is_serial) {
            true => text.parse().map(Self::Serial),
            false => text.parse().map(Box::new).map(Self::Usb),
        }
    }
}
