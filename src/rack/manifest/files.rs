//! The boot loaders' files of a node.

use std::path::{Path, PathBuf};

use super::{
    node::Reader,
    read::{Entry, beside},
};
use crate::{
    boards::{self, Board, BoardFile, Role},
    family::driver,
    files::regular::Regular,
    plan::Artifacts,
};

/// The files that the node names, and those that are in its folder of files. What is missing or not for the board is noted.
pub(super) fn of(
    reader: &mut Reader<'_>,
    entry: &Entry<'_>,
    board: &'static Board,
) -> Vec<(Role, PathBuf)> {
    let (named, sound) = named(reader, entry);
    let mut files = named.clone();
    let mut folders = boards::folders("files");
    if let Some(folder) = entry.all.text("files") {
        let folder = beside(reader.folder, folder);
        match folder.is_dir() {
            true => files.extend(found(board, &named, &folder)),
            false => reader.notes.bad_file(entry.at("files"), &folder, "there is no such folder"),
        }
        folders.insert(0, folder);
    }
    if sound && let Err(error) = judge(board, &files, &folders) {
        let key = if named.is_empty() { "files" } else { "file" };
        reader.notes.error(entry.at(key), &error, "");
    }
    files
}

/// The files that are named, and whether all of them are there.
fn named(reader: &mut Reader<'_>, entry: &Entry<'_>) -> (Vec<(Role, PathBuf)>, bool) {
    let (mut files, mut sound) = (Vec::new(), true);
    let Some(table) = entry.all.table("file") else { return (files, sound) };
    for (name, _) in &table.0 {
        let role = Role::ALL.into_iter().find(|role| role.name() == name);
        let (Some(role), Some(file)) = (role, table.text(name)) else { continue };
        let path = beside(reader.folder, file);
        if let Err(problem) = Regular::open(&path) {
            reader.notes.error(entry.at_in("file", name), &problem.into(), "");
            sound = false;
        }
        files.push((role, path));
    }
    (files, sound)
}

/// Refuses files that do not bring the board up, as the commands for one board do.
fn judge(
    board: &'static Board,
    files: &[(Role, PathBuf)],
    folders: &[PathBuf],
) -> anyhow::Result<()> {
    driver(board)?.judge(board, &Artifacts::collect(board, files, folders)?)?;
    Ok(())
}

/// The board's files in a folder that are not named: below the board's name, or under their own alone.
fn found(board: &Board, named: &[(Role, PathBuf)], folder: &Path) -> Vec<(Role, PathBuf)> {
    let mut files: Vec<(Role, PathBuf)> = Vec::new();
    let is_file = |file: &BoardFile, folder: &Path| {
        Some(folder.join(&file.name)).filter(|path| path.is_file())
    };
    for file in board.files().into_iter().filter(|file| file.role.brings_up() && file.is_literal())
    {
        let known = named.iter().chain(&files).any(|(role, _)| *role == file.role);
        let path = is_file(file, &folder.join(&board.name)).or_else(|| is_file(file, folder));
        files.extend(path.filter(|_| !known).map(|path| (file.role, path)));
    }
    files
}
