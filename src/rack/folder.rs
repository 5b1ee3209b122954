//! The folder of a run: what every node said and did, for whoever asks later.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use serde::Serialize;

use crate::failure::Problem;

/// The name of the link to the newest run.
const LATEST: &str = "latest";

/// A run's folder.
#[derive(Clone, Debug)]
pub struct RunFolder {
    path: PathBuf,
}

impl RunFolder {
    /// The folder that was named, or a new one of this time below `runs` beside the manifest. Fails where it cannot be made.
    pub fn make(manifest: &Path, named: Option<&Path>) -> Result<Self, Problem> {
        let path = match named {
            Some(path) => path.to_owned(),
            None => runs(manifest).join(stamp(SystemTime::now())),
        };
        fs::create_dir_all(&path).map_err(|error| unmade(&path, &error))?;
        let folder = Self { path };
        if named.is_none() {
            folder.is_latest(manifest);
        }
        Ok(folder)
    }

    /// The folder of the run that is to go on: the one that was named, or the newest one.
    pub fn find(manifest: &Path, named: Option<&Path>) -> Result<Self, Problem> {
        let path = named.map_or_else(|| runs(manifest).join(LATEST), Path::to_owned);
        // What the link leads to now: another run may begin meanwhile.
        match fs::canonicalize(&path) {
            Ok(path) if path.join("journal").is_file() => Ok(Self { path }),
            _ => {
                let text = format!("{}: there is no run to go on with", path.display());
                Err(Problem::BadInput(text).advised("leave out --resume, or name a run with --run"))
            }
        }
    }

    /// Has `runs/latest` lead to it. A file system without links has none.
    fn is_latest(&self, manifest: &Path) {
        let Some(name) = self.path.file_name() else { return };
        let link = runs(manifest).join(LATEST);
        let new = runs(manifest).join(format!(".{LATEST}.{}", std::process::id()));
        let made = std::os::unix::fs::symlink(name, &new).and_then(|()| fs::rename(&new, &link));
        if made.is_err() {
            let _ = fs::remove_file(&new);
        }
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// The folder of a node, which is made where it is not there.
    pub fn node(&self, name: &str) -> Result<PathBuf, Problem> {
        let path = self.path.join(name);
        fs::create_dir_all(&path).map_err(|error| unmade(&path, &error))?;
        Ok(path)
    }

    /// Writes a file whole, or leaves the one that was there.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(&self.path)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        // Others than root read it, too: node_exporter, a web server.
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o644);
        file.as_file().set_permissions(mode)?;
        file.persist(self.file(name)).map(drop).map_err(|error| error.error)
    }

    /// The same of a value as JSON.
    pub fn write_json(&self, name: &str, value: &impl Serialize) -> io::Result<()> {
        let mut text = serde_json::to_string_pretty(value)?;
        text.push('\n');
        self.write(name, text.as_bytes())
    }
}

/// Where the runs of a manifest are.
fn runs(manifest: &Path) -> PathBuf {
    manifest.parent().unwrap_or_else(|| Path::new("")).join("runs")
}

fn unmade(path: &Path, error: &io::Error) -> Problem {
    Problem::BadInput(format!("{}: {error}", path.display()))
        .advised("name a folder that can be written with --run")
}

/// A time as a name that sorts: 20261130-154910, of UTC, with milliseconds.
fn stamp(now: SystemTime) -> String {
    let since = now.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let text = humantime::format_rfc3339_millis(UNIX_EPOCH + since).to_string();
    text.chars().filter(|c| !matches!(c, '-' | ':' | 'Z')).collect::<String>().replace('T', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_name_that_sorts() {
        assert_eq!(
            stamp(UNIX_EPOCH + Duration::from_millis(1_796_053_750_042)),
            "20261130-154910.042"
        );
    }

    #[test]
    fn the_newest_run_is_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let manifest = folder.path().join("rack.toml");
        let none = RunFolder::find(&manifest, None).expect_err("there was none").to_string();
        assert!(none.contains("no run"), "{none}");
        let run = RunFolder::make(&manifest, None).expect("a folder of our own");
        RunFolder::find(&manifest, None).expect_err("nothing was begun in it");
        run.write("journal", b"").expect("a file");
        let found = RunFolder::find(&manifest, None).expect("it is there");
        assert_eq!(found.path().file_name(), run.path().file_name());
    }
}
