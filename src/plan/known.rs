//! Which board was at which port: a board that was swapped is noticed before it is written.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::{boards::Board, failure::Problem, family::Identity};

/// What was seen at a port.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub struct Known {
    /// The board's name in the database.
    pub board: String,
    /// The SoC that it told.
    pub soc: Option<String>,
    /// The number of its chip.
    pub chip_id: Option<String>,
    /// What its storage calls itself.
    pub storage_id: Option<String>,
    /// How long its storage is, in sectors of 512 bytes.
    pub storage_sectors: Option<u64>,
}

/// All ports.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
struct Ports {
    #[serde(default)]
    port: BTreeMap<String, Known>,
}

impl Known {
    /// What is to be remembered of a board.
    pub fn of(board: &Board, seen: &Identity) -> Self {
        let medium = seen.medium.as_ref();
        Self {
            board: board.name.clone(),
            soc: seen.soc(),
            chip_id: seen.chip_id.clone(),
            storage_id: medium.and_then(|medium| medium.id.clone()),
            storage_sectors: medium.and_then(|medium| medium.sectors),
        }
    }

    /// What differs from what was seen before, in words; `None`: nothing that both tell.
    pub fn unlike(&self, before: &Self) -> Option<String> {
        if self.board != before.board {
            return Some(format!("it was {}, not {}", before.board, self.board));
        }
        differs("chip id", &self.chip_id, &before.chip_id)
            .or_else(|| differs("SoC", &self.soc, &before.soc))
            .or_else(|| differs("storage's id", &self.storage_id, &before.storage_id))
            .or_else(|| differs("storage's length", &self.storage_sectors, &before.storage_sectors))
    }

    /// Refuses a board that is not the one which was at the port before.
    pub fn expect(&self, port: &str, file: &Path) -> Result<(), Problem> {
        let before = load(file).port.remove(port);
        match before.and_then(|before| self.unlike(&before)) {
            None => Ok(()),
            Some(what) => {
                Err(Problem::Refused(format!("another board is at {port} than before: {what}"))
                    .advised("plug the right board in; if this one is right, add --new-board"))
            }
        }
    }

    /// Remembers it.
    pub fn remember(self, port: &str, file: &Path) -> std::io::Result<()> {
        let mut ports = load(file);
        ports.port.insert(port.into(), self);
        let text = toml::to_string(&ports).map_err(std::io::Error::other)?;
        let folder = file.parent().unwrap_or_else(|| Path::new("."));
        fs::create_dir_all(folder)?;
        let temporary = tempfile::NamedTempFile::new_in(folder)?;
        fs::write(temporary.path(), text)?;
        temporary.persist(file).map_err(|error| error.error)?;
        Ok(())
    }

    /// Where the state of this user is kept: `$XDG_STATE_HOME/racklet-flash/ports.toml`.
    pub fn file() -> Option<PathBuf> {
        let state = std::env::var_os("XDG_STATE_HOME").filter(|folder| !folder.is_empty());
        let home = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".local/state"));
        let folder = state.map(PathBuf::from).or_else(home)?;
        Some(folder.join("racklet-flash/ports.toml"))
    }
}

fn differs<T: PartialEq + std::fmt::Display>(
    what: &str,
    now: &Option<T>,
    before: &Option<T>,
) -> Option<String> {
    let (now, before) = now.as_ref().zip(before.as_ref())?;
    (now != before).then(|| format!("its {what} was {before} and is {now}"))
}

/// What is remembered. A file that cannot be read is as good as none: it guards against a mistake, and is no record.
fn load(file: &Path) -> Ports {
    fs::read_to_string(file).ok().and_then(|text| toml::from_str(&text).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(board: &str, chip: Option<&str>) -> Known {
        Known {
            board: board.into(),
            soc: Some("RK3588".into()),
            chip_id: chip.map(Into::into),
            storage_id: None,
            storage_sectors: Some(61_071_360),
        }
    }

    #[test]
    fn a_swapped_board_is_noticed() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("state/ports.toml");
        let first = known("radxa/rock-5b", Some("01"));
        first.expect("1-1", &file).expect("nothing is remembered");
        first.clone().remember("1-1", &file).expect("a folder of our own");
        first.expect("1-1", &file).expect("the same board");
        known("radxa/rock-5b", None).expect("1-1", &file).expect("it does not tell its chip");
        first.expect("1-2", &file).expect("another port");
        for other in [known("radxa/rock-5b", Some("02")), known("khadas/edge2", Some("01"))] {
            let error = other.expect("1-1", &file).expect_err("another board").to_string();
            assert!(error.contains("another board is at 1-1"), "{error}");
        }
    }
}
