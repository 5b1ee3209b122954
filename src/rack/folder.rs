//! The folder of a run: what every node said and did, for whoever asks later.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use rustix::{fs::OFlags, io::Errno};
use serde::Serialize;

use crate::failure::Problem;

/// The name of the link to the newest run.
const LATEST: &str = "latest";

/// The files of a run that say how it ended.
const RESULTS: [&str; 3] = ["result.json", "report.html", "metrics.prom"];

/// Names of files in a run's folder: no node is called like them, as it has a folder of its name there.
pub(super) const FILES: [&str; 6] =
    ["journal", "plan.json", RESULTS[0], RESULTS[1], RESULTS[2], "lock"];

/// A run's folder.
#[derive(Clone, Debug)]
pub struct RunFolder {
    path: PathBuf,
    /// Whether it is a new one below `runs`, which `latest` is to lead to.
    is_new: bool,
}

impl RunFolder {
    /// The folder that was named, or a new one of this time below `runs` beside the manifest. Fails where it cannot be made.
    pub fn make(manifest: &Path, named: Option<&Path>) -> Result<Self, Problem> {
        let path = match named {
            Some(path) => path.to_owned(),
            None => runs(manifest).join(stamp(SystemTime::now())),
        };
        fs::create_dir_all(&path).map_err(|error| unmade(&path, &error))?;
        Ok(Self { path, is_new: named.is_none() })
    }

    /// The folder of the run that is to go on: the one that was named, or the newest one.
    pub fn find(manifest: &Path, named: Option<&Path>) -> Result<Self, Problem> {
        let path = named.map_or_else(|| runs(manifest).join(LATEST), Path::to_owned);
        // What the link leads to now: another run may begin meanwhile.
        match fs::canonicalize(&path) {
            Ok(path) if path.join("journal").is_file() => Ok(Self { path, is_new: false }),
            _ => {
                let text = format!("{}: there is no run to go on with", path.display());
                Err(Problem::BadInput(text).advised("leave out --resume, or name a run with --run"))
            }
        }
    }

    /// Has `runs/latest` lead to it, where it is a new one below `runs`. A file system without links has none.
    pub(super) fn become_latest(&self, manifest: &Path) {
        let Some(name) = self.path.file_name().filter(|_| self.is_new) else { return };
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

    /// The folder of a node, which is made where it is not there. Fails where that is not possible, or a link is there.
    pub fn node(&self, name: &str) -> Result<PathBuf, Problem> {
        let path = self.path.join(name);
        let made = fs::create_dir_all(&path).and_then(|()| fs::symlink_metadata(&path));
        match made.map(|found| found.is_dir()) {
            Ok(true) => Ok(path),
            Ok(false) => Err(unmade(&path, &io::Error::other("it is a link, and not a folder"))),
            Err(error) => Err(unmade(&path, &error)),
        }
    }

    /// Removes what an earlier run in this folder said of its end: it is not how this one ends.
    pub(super) fn forget_results(&self) {
        for name in RESULTS {
            let _ = fs::remove_file(self.file(name));
        }
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

/// Opens a file of a run's own. Whatever is there in its place is not touched: a link could lead anywhere.
pub(super) fn open_own(path: &Path, mut options: OpenOptions) -> io::Result<File> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let flags = i32::try_from(flags.bits()).map_err(io::Error::other)?;
    let file = options.custom_flags(flags).open(path).map_err(|error| {
        match error.raw_os_error() == Some(Errno::LOOP.raw_os_error()) {
            true => io::Error::other("it is a link, and not a file of this run"),
            false => error,
        }
    })?;
    match file.metadata()?.is_file() {
        true => Ok(file),
        false => Err(io::Error::other("it is no file")),
    }
}

/// Opens a file of a run's own to add to it.
pub(super) fn append(path: &Path) -> io::Result<File> {
    open_own(path, OpenOptions::new().create(true).append(true).clone())
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
        RunFolder::find(&manifest, None).expect_err("no node was begun");
        run.become_latest(&manifest);
        let found = RunFolder::find(&manifest, None).expect("it is there");
        assert_eq!(found.path().file_name(), run.path().file_name());
    }

    #[test]
    fn nothing_is_written_through_a_link() {
        let folder = tempfile::tempdir().expect("a folder");
        let run = folder.path().join("run");
        let run = RunFolder::make(Path::new("rack.toml"), Some(&run)).expect("of our own");
        let link = |to: &str, name: &str| {
            std::os::unix::fs::symlink(folder.path().join(to), run.file(name)).expect("a link");
        };
        fs::write(folder.path().join("other"), "kept").expect("a file");
        link("other", "log");
        link("other", "result.json");
        link("", "slot1");
        let error = append(&run.file("log")).expect_err("it is a link").to_string();
        assert!(error.contains("it is a link"), "{error}");
        run.node("slot1").expect_err("it is a link");
        run.write("result.json", b"new").expect("the link is replaced");
        assert_eq!(fs::read(folder.path().join("other")).expect("there"), b"kept");
        append(&run.node("slot2").expect("a folder")).expect_err("it is a folder");
        run.forget_results();
        assert!(!run.file("result.json").exists());
    }
}
