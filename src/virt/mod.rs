//! Boards that are not there: a virtual ROM below the link, at the level of packets.

mod adapter;
mod amlogic;
mod bouffalo;
mod bus;
mod cards;
mod descriptors;
mod disk;
mod fastboot;
mod gadget;
mod handover;
mod held;
mod host;
mod hub;
mod loopback;
mod model;
mod options;
mod plug;
mod pty;
mod qemu;
mod rockchip;
mod serial;
mod spec;
mod storage;
mod thead;
mod uboot;
pub mod usbip;
mod wire;

use crate::{
    boards::{self, Board, NotFound},
    failure::Problem,
    transport::PortPath,
};

pub use amlogic::Amlogic;
pub use bus::Fault;
pub use gadget::Gadget;
pub use host::VirtualHost;
pub use loopback::network;
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
    Serial(Box<SerialSpec>),
    /// The disk that a board on a serial line shows over USB, whenever its U-Boot does that.
    Disk(Gadget),
}

impl Wanted {
    /// The board's name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Usb(spec) => &spec.board.name,
            Self::Serial(spec) => &spec.board.name,
            Self::Disk(gadget) => gadget.board,
        }
    }

    /// The board, where it is on USB. Fails where it is not.
    pub fn usb(&self) -> Result<&Spec, Problem> {
        match self {
            Self::Usb(spec) => Ok(spec),
            Self::Serial(spec) => Err(elsewhere(spec.board, "on a serial line", "on USB")),
            Self::Disk(gadget) => Err(gadget.alone()),
        }
    }

    /// The board, where it is on a serial line. Fails where it is not.
    pub fn serial(&self) -> Result<&SerialSpec, Problem> {
        match self {
            Self::Usb(spec) => Err(elsewhere(spec.board, "on USB", "on a serial line")),
            Self::Serial(spec) => Ok(spec),
            Self::Disk(gadget) => Err(gadget.alone()),
        }
    }

    /// The USB port that was asked for: the board's, or that of the adapter which its line ends in.
    pub fn port(&self) -> Option<&PortPath> {
        match self {
            Self::Usb(spec) => spec.port.as_ref(),
            Self::Serial(spec) => spec.port.as_ref(),
            Self::Disk(gadget) => Some(&gadget.port),
        }
    }
}

fn elsewhere(board: &Board, is: &str, wanted: &str) -> Problem {
    Problem::Usage(format!(
        "{} is {is}, and this command is for boards {wanted}: {}",
        board.name,
        board.family().advice()
    ))
}

/// Why there is no such virtual board.
#[derive(Debug)]
pub enum Unwanted {
    /// No board is called so, or its file is not sound.
    Board(NotFound),
    /// The board cannot be what the options say.
    Options(String),
}

impl std::fmt::Display for Unwanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Board(error) => error.fmt(f),
            Self::Options(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for Unwanted {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Board(error) => Some(error),
            Self::Options(_) => None,
        }
    }
}

impl std::str::FromStr for Wanted {
    type Err = Unwanted;

    fn from_str(text: &str) -> Result<Self, Unwanted> {
        let name = text.split(':').next().unwrap_or_default();
        let board = boards::find(name).map_err(Unwanted::Board)?;
        let parsed = match board.is_serial() {
            true => text.parse().map(Box::new).map(Self::Serial),
            false => text.parse().map(Box::new).map(Self::Usb),
        };
        parsed.map_err(Unwanted::Options)
    }
}

/// Refuses a board that nobody has simulated.
fn require_virtual(board: &Board) -> Result<(), String> {
    match board.is_virtual() {
        true => Ok(()),
        false => Err(format!(
            "there is no virtual board of {}; `racklet-flash virtual list` shows those that there are",
            board.name
        )),
    }
}
