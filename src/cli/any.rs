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

use crate::{
    boards::{self, Board},
    family::driver,
    files::disk_image::ImageFile,
    plan::Place,
};

/// Which board, and the files of its boot loaders.
#[derive(Debug, clap::Args)]
pub(super) struct Target {
    /// The board, by any unique part of its name (see `boards`)
    board: String,
    /// A file of the board's boot loaders, by its role (`boards BOARD` lists them); repeatable
    #[arg(long = "file", value_name = "ROLE=FILE")]
    files: Vec<RoleFile>,
    /// Allow another board than before at the port
    #[arg(long)]
    new_board: bool,
}

impl Target {
    fn board(&self) -> anyhow::Result<&'static Board> {
        Ok(boards::find(&self.board)?)
    }
}

/// Where an image goes, or what it is compared with. Fails where that cannot be reached, or the file is no image.
fn place(board: &'static Board, named: Option<&str>, image: &ImageFile) -> anyhow::Result<Place> {
    let place = Place::parse(board, named)?;
    driver(board)?.reaches(board, place.storage())?;
    image.glance()?;
    Ok(place)
}
