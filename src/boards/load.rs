//! Users' own boards: files in their data folder and in the system's, which add boards or replace those built in.

use std::{
    collections::BTreeMap,
    env,
    ffi::OsString,
    fmt, fs,
    path::{Path, PathBuf},
};

use link::Foreign;

use super::{
    Board,
    check::{Flaw, validate},
    find::{is_called, plain},
};
use crate::files::regular;

/// The most bytes of a board's file.
const LONGEST: u64 = 64 << 10;
/// The most files in a folder that are looked at.
const MOST: usize = 1000;

/// Users' boards, and the files that are not sound.
pub(super) struct Own {
    /// By name.
    boards: BTreeMap<String, Board>,
    pub(super) invalid: Vec<Invalid>,
}

/// A user's file that is not sound.
#[derive(Clone, Debug)]
pub struct Invalid {
    /// The file.
    pub path: PathBuf,
    /// The board that it says it is for, where that much can be read.
    pub name: Option<String>,
    /// What is wrong with it.
    pub flaws: Vec<Flaw>,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = Foreign(self.path.display());
        for (index, flaw) in self.flaws.iter().enumerate() {
            let gap = if index == 0 { "" } else { "; " };
            match flaw.line {
                Some(line) => write!(f, "{gap}{path}:{line}: {flaw}")?,
                None => write!(f, "{gap}{path}: {flaw}")?,
            }
        }
        Ok(())
    }
}

impl std::error::Error for Invalid {}

impl Invalid {
    /// Whether the file was meant for the board that `text` names.
    pub(super) fn concerns(&self, text: &str) -> bool {
        let wanted = plain(text);
        let is = |name: &str| is_called(name, &wanted);
        let stem = self.path.file_stem().map(|stem| stem.to_string_lossy());
        self.name.as_deref().is_some_and(is) || stem.is_some_and(|stem| is(&stem))
    }
}

impl Own {
    /// Reads every folder.
    pub(super) fn read() -> Self {
        let mut own = Self { boards: BTreeMap::new(), invalid: Vec::new() };
        // The user's folder last: its boards replace all others.
        for folder in folders("boards").iter().rev() {
            let (boards, invalid) = of_folder(folder);
            own.boards.extend(boards);
            own.invalid.extend(invalid);
        }
        own
    }

    /// Whether there are no files at all.
    pub(super) fn is_empty(&self) -> bool {
        self.boards.is_empty() && self.invalid.is_empty()
    }

    /// Every board: these, and of `built_in` those that none of these replaces.
    pub(super) fn over(&self, built_in: &[Board]) -> Vec<Board> {
        let built_in = built_in.iter().map(|board| (&board.name, board));
        let boards: BTreeMap<_, _> = built_in.chain(&self.boards).collect();
        boards.into_values().cloned().collect()
    }
}

/// The folders for `what` (`boards`, `files`), the most important first: the user's, then the system's.
pub fn folders(what: &str) -> Vec<PathBuf> {
    let home = env::var_os("HOME").map(|home| Path::new(&home).join(".local/share"));
    let user = env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let system = env::var_os("XDG_DATA_DIRS").filter(|dirs| !dirs.is_empty());
    let system = system.unwrap_or_else(|| OsString::from("/usr/local/share:/usr/share"));
    let system = env::split_paths(&system).filter(|path| path.is_absolute());
    let all = user.or(home).into_iter().chain(system);
    all.map(|folder| folder.join("racklet-flash").join(what)).collect()
}

fn of_folder(folder: &Path) -> (BTreeMap<String, Board>, Vec<Invalid>) {
    let (mut boards, mut invalid) = (BTreeMap::new(), Vec::new());
    for path in files(folder) {
        match check(&path) {
            Ok(board) if boards.contains_key(&board.name) => {
                let text = format!("another file of this folder describes {}, too", board.name);
                let name = Some(board.name);
                invalid.push(Invalid { path, name, flaws: vec![Flaw::new(None, text)] });
            }
            Ok(board) => drop(boards.insert(board.name.clone(), board)),
            Err(bad) => invalid.push(bad),
        }
    }
    (boards, invalid)
}

/// The board files of a folder, by name. A folder that is not there or cannot be read has none.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let paths = entries.map(|entry| entry.path());
    let mut files: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "toml")).take(MOST).collect();
    files.sort();
    files
}

/// Reads a board's file.
///
/// # Errors
///
/// The file cannot be read, or what is wrong with it.
pub fn check(path: &Path) -> Result<Board, Invalid> {
    let invalid = |name, flaws| Invalid { path: path.to_owned(), name, flaws };
    let alone = |text: String| invalid(None, vec![Flaw::new(None, text)]);
    // The error names the file, as we do.
    let lead = format!("{}: ", path.display());
    let unnamed =
        |text: String| text.strip_prefix(&lead).map_or_else(|| text.clone(), ToOwned::to_owned);
    let bytes = regular::read(path, LONGEST).map_err(|error| alone(unnamed(error.to_string())))?;
    let text = String::from_utf8(bytes).map_err(|_| alone("it is not text in UTF-8".into()))?;
    let board = validate(&text).map_err(|flaws| invalid(name(&text), flaws))?;
    Ok(Board { origin: Some(path.to_owned()), ..board })
}

/// The name in a file that may be unsound otherwise.
pub(super) fn name(text: &str) -> Option<String> {
    let line = text.lines().find_map(|line| line.trim_start().strip_prefix("name"))?;
    let value = line.trim_start().strip_prefix('=')?.trim();
    Some(value.trim_matches(['"', '\'']).to_owned())
}
