//! Which board was at which port: a board that was swapped is noticed before it is written.

use std::{
    collections::BTreeMap,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use rustix::fs::{FlockOperation, flock};
use serde::{Deserialize, Serialize};

use crate::{
    boards::Board,
    failure::Problem,
    family::{Identity, Medium},
};

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

/// A file in which boards are remembered, by the port that they are at or by the node that they are.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
struct Places {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    port: BTreeMap<String, Known>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    node: BTreeMap<String, Known>,
}

/// Where one board is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Memory {
    file: PathBuf,
    /// The node that it is; `None`: it is the board at its port.
    node: Option<String>,
}

/// Nodes of one rack are remembered in one file, which their threads write in turn.
static WRITING: Mutex<()> = Mutex::new(());

impl Known {
    /// What is to be remembered of a board.
    pub fn of(board: &Board, seen: &Identity) -> Self {
        let medium = seen.medium.as_ref();
        Self {
            board: board.name.clone(),
            soc: seen.soc(),
            chip_id: seen.chip_id.clone(),
            storage_id: medium.and_then(|medium| medium.id.clone()),
            storage_sectors: medium.and_then(Medium::length),
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
}

impl Known {
    /// The same board with what it told before and does not tell now: it depends on what runs on it.
    fn with(self, before: Option<Self>) -> Self {
        let Some(before) = before.filter(|before| self.unlike(before).is_none()) else {
            return self;
        };
        Self {
            board: self.board,
            soc: self.soc.or(before.soc),
            chip_id: self.chip_id.or(before.chip_id),
            storage_id: self.storage_id.or(before.storage_id),
            storage_sectors: self.storage_sectors.or(before.storage_sectors),
        }
    }
}

impl Memory {
    /// In the state of this user, by port: `$XDG_STATE_HOME/racklet-flash/ports.toml`. `None`: the user has none.
    pub fn of_ports() -> Option<Self> {
        let state = std::env::var_os("XDG_STATE_HOME").filter(|folder| !folder.is_empty());
        let home = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".local/state"));
        let folder = state.map(PathBuf::from).or_else(home)?;
        Some(Self { file: folder.join("racklet-flash/ports.toml"), node: None })
    }

    /// In a file, under a node's name.
    pub fn of_node(file: PathBuf, name: &str) -> Self {
        Self { file, node: Some(name.into()) }
    }

    /// The file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The board that was there before, where one is remembered. Fails where the file cannot be read, or is damaged.
    pub fn before(&self, port: &str) -> Result<Option<Known>, Problem> {
        let mut places = self.load()?;
        Ok(match &self.node {
            Some(node) => places.node.remove(node),
            None => places.port.remove(port),
        })
    }

    /// What is remembered. Of the ports of a user that is a guard against mistakes, and as good as nothing where it cannot be
    /// read; of a rack's nodes it is what they have to be.
    fn load(&self) -> Result<Places, Problem> {
        let places = load(&self.file);
        match self.node {
            Some(_) => places.map_err(|text| {
                let text = format!("{}: {}", self.file.display(), text.trim_end());
                Problem::BadInput(text).advised(
                    "it remembers the boards of the rack: restore it, or remove it to have them learned again",
                )
            }),
            None => Ok(places.unwrap_or_default()),
        }
    }

    /// Refuses a board that is not the one which was there before, or whatever it is where that is not known any more.
    pub fn expect(&self, port: &str, known: &Known) -> Result<(), Problem> {
        let Some(what) = self.before(port)?.and_then(|before| known.unlike(&before)) else {
            return Ok(());
        };
        let (place, advice) = match &self.node {
            Some(node) => (
                format!("{port} (node {node})"),
                format!(
                    "plug the right board in; if this one is right, remove [node.\"{node}\"] from {}",
                    self.file.display()
                ),
            ),
            None => (
                port.into(),
                "plug the right board in; if this one is right, add --new-board".into(),
            ),
        };
        let text = format!("another board is at {place} than before: {what}");
        Err(Problem::Refused(text).advised(advice))
    }

    /// Remembers it.
    pub fn remember(&self, port: &str, known: Known) -> std::io::Result<()> {
        let _turn = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = self.file.parent().filter(|folder| *folder != Path::new(""));
        let folder = folder.unwrap_or_else(|| Path::new("."));
        fs::create_dir_all(folder)?;
        // Another process may remember another board in the same file. A file system without locks has one writer.
        let turn = fs::File::open(folder)?;
        let _ = flock(&turn, FlockOperation::LockExclusive);
        let mut places = self.load().map_err(std::io::Error::other)?;
        match &self.node {
            Some(node) => {
                let known = known.with(places.node.remove(node));
                places.node.insert(node.clone(), known)
            }
            None => places.port.insert(port.into(), known),
        };
        let text = toml::to_string(&places).map_err(std::io::Error::other)?;
        let temporary = tempfile::NamedTempFile::new_in(folder)?;
        fs::write(temporary.path(), text)?;
        temporary.persist(&self.file).map_err(|error| error.error)?;
        Ok(())
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

/// What is remembered in a file: nothing where there is none. Fails with what is wrong with it.
fn load(file: &Path) -> Result<Places, String> {
    match fs::read_to_string(file) {
        Ok(text) => toml::from_str(&text).map_err(|error| error.message().to_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Places::default()),
        Err(error) => Err(error.to_string()),
    }
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
        let at = |node: Option<&str>| Memory { file: file.clone(), node: node.map(Into::into) };
        let first = known("radxa/rock-5b", Some("01"));
        for memory in [at(None), at(Some("slot3"))] {
            memory.expect("1-1", &first).expect("nothing is remembered");
            memory.remember("1-1", first.clone()).expect("a folder of our own");
            memory.expect("1-1", &first).expect("the same board");
            memory.expect("1-1", &known("radxa/rock-5b", None)).expect("it tells no chip");
            for other in [known("radxa/rock-5b", Some("02")), known("khadas/edge2", Some("01"))] {
                let error = memory.expect("1-1", &other).expect_err("another board").to_string();
                assert!(error.contains("another board is at 1-1"), "{error}");
            }
        }
        at(Some("slot3")).remember("1-1", known("radxa/rock-5b", None)).expect("it tells no chip");
        let other = known("radxa/rock-5b", Some("02"));
        at(Some("slot3")).expect("1-1", &other).expect_err("the chip is not forgotten");
        at(None).expect("1-2", &known("khadas/edge2", None)).expect("another port");
        at(Some("slot3")).expect("1-2", &known("khadas/edge2", None)).expect_err("a node moves");
        at(Some("slot4")).expect("1-1", &known("khadas/edge2", None)).expect("another node");
    }

    #[test]
    fn what_a_rack_remembers_is_not_forgotten_with_a_damaged_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("rack.toml.lock");
        fs::write(&file, "[node.slot3]\nboard = ").expect("a file of our own");
        let memory = Memory::of_node(file.clone(), "slot3");
        let known = known("radxa/rock-5b", Some("01"));
        let error = memory.expect("1-1", &known).expect_err("who knows").to_string();
        assert!(error.contains("rack.toml.lock: "), "{error}");
        memory.remember("1-1", known.clone()).expect_err("more may be in it");
        assert!(fs::read(&file).expect("it stays").ends_with(b"board = "));
        Memory { file, node: None }.expect("1-1", &known).expect("a guard against mistakes only");
    }
}
