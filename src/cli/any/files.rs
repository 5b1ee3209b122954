//! The files of a board's boot loaders: named, or found in a folder.

use std::{path::PathBuf, str::FromStr};

use super::Target;
use crate::{
    boards::{self, Board, Role},
    family::driver,
    plan::Artifacts,
};

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
