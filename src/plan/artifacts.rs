//! The files that a board's boot loaders are in, by role: named by the user, found in a data folder, or made up by a
//! simulated board.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use sha2::{Digest, Sha256};

use crate::{
    boards::{Board, BoardFile, Role},
    failure::Problem,
    files::{bad, hex, read_image},
};

/// A file with a role.
#[derive(Clone, Debug)]
pub struct Artifact {
    /// What it is for.
    pub role: Role,
    /// What messages call it.
    pub name: String,
    /// All of it, which several boards may share.
    pub bytes: Arc<Vec<u8>>,
}

/// The files of one board.
#[derive(Clone, Debug)]
pub struct Artifacts {
    board: &'static Board,
    files: Vec<Artifact>,
}

impl Artifacts {
    /// Reads the files that were named, and finds others below `folders` under the board's name. `made_up` is asked for
    /// those of a simulated board that are nowhere else; returns what that made. Fails where a file cannot be read, or is
    /// not the one that the database tells the hash of.
    pub fn collect(
        board: &'static Board,
        named: &[(Role, PathBuf)],
        folders: &[PathBuf],
    ) -> anyhow::Result<Self> {
        let mut files = Vec::new();
        for (role, path) in named {
            if files.iter().any(|file: &Artifact| file.role == *role) {
                let text = format!("two files were named for the role {}", role.name());
                return Err(Problem::Usage(text).into());
            }
            files.push(read(*role, path)?);
        }
        let mut artifacts = Self { board, files };
        for file in board.files().into_iter().filter(|file| file.role.brings_up()) {
            if artifacts.get(file.role).is_none()
                && let Some(found) = found(board, file, folders)?
            {
                artifacts.files.push(found);
            }
        }
        Ok(artifacts)
    }

    /// Adds a file that the user did not name.
    pub fn add(&mut self, role: Role, name: String, bytes: Vec<u8>) {
        self.files.push(Artifact { role, name, bytes: Arc::new(bytes) });
    }

    /// Takes a file instead of the one that had its role.
    pub fn replace(&mut self, role: Role, name: String, bytes: Vec<u8>) {
        self.files.retain(|file| file.role != role);
        self.add(role, name, bytes);
    }

    /// Has boards share the memory of files that are the same: `known` are those of the boards before.
    pub fn share(&mut self, known: &mut Vec<Arc<Vec<u8>>>) {
        for file in &mut self.files {
            match known.iter().find(|bytes| **bytes == file.bytes) {
                Some(bytes) => file.bytes = bytes.clone(),
                None => known.push(file.bytes.clone()),
            }
        }
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Artifact> {
        self.files.iter()
    }

    /// The file with a role.
    pub fn get(&self, role: Role) -> Option<&Artifact> {
        self.files.iter().find(|file| file.role == role)
    }

    /// The first of these roles that a file was given for: what was named comes before what was found.
    pub fn first_of(&self, roles: &[Role]) -> Option<Role> {
        self.files.iter().map(|file| file.role).find(|role| roles.contains(role))
    }

    /// The file with a role. Fails where there is none: the error says which it is and who publishes it.
    pub fn require(&self, role: Role) -> Result<&Artifact, Problem> {
        self.get(role).ok_or_else(|| Problem::Usage(self.missing(role)))
    }

    /// What to say of those of these roles that have no file.
    pub fn missing_of(&self, roles: &[Role]) -> Vec<String> {
        let missing = roles.iter().filter(|role| self.get(**role).is_none());
        missing.map(|role| self.missing(*role)).collect()
    }

    /// What to say of a role that has no file.
    pub fn missing(&self, role: Role) -> String {
        let word = role.name();
        match self.board.file(role) {
            Some(file) => format!(
                "--file {word}=FILE: {} ({}), published by {}",
                file.name, file.what, file.publisher
            ),
            None => format!("--file {word}=FILE"),
        }
    }
}

fn read(role: Role, path: &Path) -> anyhow::Result<Artifact> {
    let bytes = read_image(path)?;
    if bytes.is_empty() {
        return Err(bad(path, "it is empty").into());
    }
    Ok(Artifact { role, name: path.display().to_string(), bytes: Arc::new(bytes) })
}

/// A board's file in one of the folders, under the board's name and the file's own. The database's names may hold patterns,
/// which name no file.
fn found(board: &Board, file: &BoardFile, folders: &[PathBuf]) -> anyhow::Result<Option<Artifact>> {
    if !file.is_literal() {
        return Ok(None);
    }
    let path = folders.iter().map(|folder| folder.join(&board.name).join(&file.name));
    let Some(path) = path.into_iter().find(|path| path.is_file()) else { return Ok(None) };
    let artifact = read(file.role, &path)?;
    match &file.sha256 {
        Some(wanted) if hex(&Sha256::digest(&*artifact.bytes)) != wanted.to_ascii_lowercase() => {
            let text = format!("its SHA-256 is not {wanted}, which {} has", file.name);
            Err(bad(&path, text).into())
        }
        _ => Ok(Some(artifact)),
    }
}
