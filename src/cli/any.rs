//! `flash`, `recover`, `verify` and `backup`: any board, by its name.

pub(super) mod backup;
mod closing;
pub(super) mod demo;
mod files;
pub(super) mod flash;
mod job;
pub(super) mod recover;
pub(super) mod verify;

use files::RoleFile;

use clap::{ValueEnum, builder::PossibleValue};

use crate::{
    boards::{self, Board, storage::Storage},
    failure::Problem,
    family::{Known, Via},
    files::disk_image::ImageFile,
    net::Addressing,
    plan::Place,
    session::Access,
    transport::{PortName, PortPath},
};

/// Which board, and the files of its boot loaders.
#[derive(Debug, clap::Args)]
pub(super) struct Target {
    /// The board, by any unique part of its name (see `boards`)
    board: String,
    /// A file of the board's boot loaders, by its role; repeatable
    ///
    /// `boards BOARD` lists the roles.
    #[arg(long = "file", value_name = "ROLE=FILE")]
    files: Vec<RoleFile>,
    /// Allow another board than before at the port
    #[arg(long, hide_short_help = true)]
    new_board: bool,
}

impl Target {
    fn board(&self) -> anyhow::Result<&'static Board> {
        Ok(boards::find(&self.board)?)
    }
}

/// The way to a storage.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Road {
    /// The way that the data take; otherwise the fastest
    #[arg(long, value_name = "WAY", value_enum)]
    via: Option<Via>,
    /// The board's network, for data over Ethernet
    ///
    /// The board and this computer are on it: 10.7.0.0/24, or with the board's own address 10.7.0.15/24, or `dhcp` where a
    /// server gives it one.
    #[arg(long, value_name = "SUBNET")]
    net: Option<Addressing>,
    /// The serial port of the board's console, for Ethernet on a board whose mask ROM is on USB. Needed only where there is
    /// more than one
    #[arg(long, value_name = "PORT", hide_short_help = true, requires = "net")]
    console: Option<PortName>,
    /// The USB port that the board's USB device port is connected to, for data over USB on a board on a serial line: its U-Boot
    /// shows the storage as a disk there (`ums`)
    #[arg(long, value_name = "PORT", hide_short_help = true)]
    usb_port: Option<PortPath>,
}

impl Road {
    /// Over Ethernet, within that network.
    fn ethernet(net: Addressing) -> Self {
        Self { net: Some(net), ..Self::default() }
    }

    /// The way to a storage. Fails where there is none.
    fn choose(&self, board: &'static Board, storage: Storage) -> Result<Via, Problem> {
        if self.console.is_some() && board.is_serial() {
            let text =
                format!("--console is for boards on USB, and {} is on a serial line", board.name);
            return Err(Problem::Usage(text).advised("name the serial line with --port"));
        }
        let known = Known { net: self.net.is_some(), usb: self.usb_port.is_some() };
        Via::choose(board, storage, self.via, known)
    }

    /// What it adds to how a board is reached.
    fn of(&self, access: Access) -> Access {
        let (console, disk) = (self.console.clone(), self.usb_port.clone());
        Access { net: self.net, console, disk, ..access }
    }
}

impl ValueEnum for Via {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ASKED
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// Where an image goes, or what it is compared with. Fails where that cannot be reached, or the file is no image.
fn place(
    board: &'static Board,
    named: Option<&str>,
    road: &Road,
    image: &ImageFile,
) -> anyhow::Result<(Place, Via)> {
    let place = Place::parse(board, named)?;
    let via = road.choose(board, place.storage())?;
    image.glance()?;
    Ok((place, via))
}
