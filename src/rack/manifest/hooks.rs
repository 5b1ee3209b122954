//! The programs of a node.

use std::{
    env, fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use super::{
    Hooks,
    node::Reader,
    read::{Entry, beside},
};

/// The hooks of a node. A program that is not there or cannot be run is noted.
pub(super) fn of(reader: &mut Reader<'_>, entry: &Entry<'_>) -> Hooks {
    let table = entry.all.table("hook").cloned().unwrap_or_default();
    let mut hook = |key: &str| {
        let mut words = table.texts(key).filter(|words| !words.is_empty())?;
        let at = entry.at_in("hook", key);
        match program(reader.folder, &words[0]) {
            Ok(program) => words[0] = program,
            Err((path, why)) => reader.notes.bad_file(at, &path, &format!("{why} (hook `{key}`)")),
        }
        Some(words)
    };
    Hooks {
        recover: hook("recover"),
        power_cycle: hook("power-cycle"),
        usb: hook("usb"),
        limit: table.time_or("limit", 30),
    }
}

/// The program that a hook's first word names: a path from the manifest's folder, or a word that is looked for in `PATH`.
fn program(folder: &Path, word: &str) -> Result<String, (PathBuf, &'static str)> {
    if !word.contains('/') {
        let paths = env::var_os("PATH").unwrap_or_default();
        let there = env::split_paths(&paths).any(|folder| runs(&folder.join(word)).is_ok());
        return match there {
            true => Ok(word.to_owned()),
            false => Err((
                word.into(),
                "there is no such program in PATH; `./` before it looks beside the manifest",
            )),
        };
    }
    let path = beside(folder, word);
    runs(&path).map_err(|why| (path.clone(), why))?;
    path.into_os_string()
        .into_string()
        .map_err(|path| (path.into(), "its path is not text in UTF-8"))
}

fn runs(path: &Path) -> Result<(), &'static str> {
    match fs::metadata(path) {
        Err(_) => Err("there is no such program"),
        Ok(data) if !data.is_file() => Err("it is no program"),
        Ok(data) if data.permissions().mode() & 0o111 == 0 => {
            Err("it cannot be run: `chmod +x` makes it a program")
        }
        Ok(_) => Ok(()),
    }
}
