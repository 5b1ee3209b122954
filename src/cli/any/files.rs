//! The files of a board's boot loaders: named, found, the image itself, or made up by a simulated board.

use std::{path::PathBuf, str::FromStr};

use link::Watch;

use super::Target;
use crate::{
    boards::{self, Board, BoardFile, Role},
    family::driver,
    files::disk_image::DiskImage,
    plan::{self, Artifacts},
    report::Report,
    transport::Stop,
};

/// The longest boot loader, in bytes.
const LOADER: u64 = 32 << 20;

/// A file with a role: `loader=FILE`.
#[derive(Clone, Debug)]
pub(super) struct RoleFile(Role, PathBuf);

impl FromStr for RoleFile {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (role, path) = text.split_once('=').ok_or("it is not ROLE=FILE")?;
        let known = Role::ALL.into_iter().find(|known| known.name() == role);
        let role = known.ok_or_else(|| {
            let names: Vec<_> = Role::ALL.iter().map(|role| role.name()).collect();
            format!("no role is called `{role}`; there are {}", names.join(", "))
        })?;
        Ok(Self(role, path.into()))
    }
}

/// The files of the board's boot loaders that are named or found. Fails where they would not bring it up.
pub(super) fn collect(board: &'static Board, target: &Target) -> anyhow::Result<Artifacts> {
    let named: Vec<_> =
        target.files.iter().map(|RoleFile(role, path)| (*role, path.clone())).collect();
    let files = Artifacts::collect(board, &named, &boards::folders("files"))?;
    driver(board)?.judge(board, &files)?;
    Ok(files)
}

/// Has an image that is one of the board's boot loader files bring it up, too. Where another file does, the image is checked
/// as that one is.
pub(super) fn serve(
    board: &'static Board,
    image: &mut DiskImage,
    files: &mut Artifacts,
    stop: &Stop,
) -> anyhow::Result<()> {
    let driver = driver(board)?;
    let Some(role) = driver.serves(image) else { return Ok(()) };
    let Some(bytes) = image.bytes(LOADER, stop)? else { return Ok(()) };
    let mut with = files.clone();
    with.replace(role, image.name(), bytes);
    driver.judge(board, &with)?;
    if files.get(role).is_none() {
        *files = with;
    }
    Ok(())
}

/// Adds what a simulated board makes up of the files that are missing, and says so.
pub(super) fn make_up(
    board: &'static Board,
    files: &mut Artifacts,
    report: &mut Report,
) -> anyhow::Result<()> {
    let (driver, all) = (driver(board)?, board.files());
    for role in plan::roles(board) {
        let stands_in =
            |file: &&BoardFile| file.instead_of == Some(role) && files.get(file.role).is_some();
        if files.get(role).is_none()
            && !all.iter().any(stands_in)
            && let Some(bytes) = driver.made_up(board, role)
        {
            let word = role.name();
            report.note(&format!(
                "the simulated board makes up a {word}: a real one needs --file {word}=FILE"
            ));
            files.add(role, format!("a made-up {word}"), bytes);
        }
    }
    Ok(())
}
