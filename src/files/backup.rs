//! The file of a backup: compressed by its ending, with its SHA-256 in another file beside it.

use std::{
    ffi::OsString,
    fs,
    io::{self, Write},
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
};

use anyhow::Context;
use link::{IoError, Sink};
use sha2::{Digest, Sha256};

use super::{
    hex,
    output::{Output, is_stdout},
    pack::Packer,
};

/// A backup that is being made. It and its sum appear when it is [finished](Self::finish).
pub(crate) struct Backup {
    path: PathBuf,
    file: Packer<Summed>,
    /// The sum of what comes, where the file holds something else.
    data: Option<Sha256>,
    sum: Option<(PathBuf, Output)>,
}

/// A backup that was made.
pub(crate) struct Saved {
    /// The SHA-256 of what the storage holds.
    pub(crate) sha256: String,
    /// The file with the sum of the backup's file.
    pub(crate) sum: Option<PathBuf>,
}

impl Backup {
    /// A file at `path`, `-` is stdout, and FILE.sha256 beside it. Fails if one of them exists and the user did not allow to
    /// replace it.
    pub(crate) fn create(path: &Path) -> anyhow::Result<Self> {
        let named = || path.display().to_string();
        let sum = match is_file(path) {
            true => {
                let mut name = OsString::from(path);
                name.push(".sha256");
                let sum = PathBuf::from(name);
                Some((sum.clone(), Output::create(&sum)?))
            }
            false => None,
        };
        let file = Summed { file: Output::create(path)?, sum: Sha256::new() };
        let file = Packer::by_ending(path, file).with_context(named)?;
        let data = file.packs().then(Sha256::new);
        Ok(Self { path: path.into(), file, data, sum })
    }

    /// Makes sure that everything is written, and gives the files their names.
    pub(crate) fn finish(self) -> anyhow::Result<Saved> {
        let Summed { file, sum } =
            self.file.finish().with_context(|| self.path.display().to_string())?;
        file.finish()?;
        let stored = hex(&sum.finalize());
        let sha256 = self.data.map_or_else(|| stored.clone(), |data| hex(&data.finalize()));
        let Some((path, mut file)) = self.sum else { return Ok(Saved { sha256, sum: None }) };
        let written = file.write_all(&line(&stored, &self.path));
        written.with_context(|| path.display().to_string())?;
        file.finish()?;
        Ok(Saved { sha256, sum: Some(path) })
    }
}

/// Whether a path is, or becomes, a file: pipes and devices have no sum beside them.
fn is_file(path: &Path) -> bool {
    !is_stdout(path) && fs::metadata(path).map_or(true, |metadata| metadata.is_file())
}

/// What `sha256sum -c` reads.
fn line(sum: &str, path: &Path) -> Vec<u8> {
    let name = path.file_name().unwrap_or_default().as_bytes();
    let is_odd = name.iter().any(|byte| matches!(byte, b'\\' | b'\n' | b'\r'));
    let mut line = if is_odd { vec![b'\\'] } else { Vec::new() };
    line.extend_from_slice(format!("{sum}  ").as_bytes());
    for byte in name {
        match byte {
            b'\\' => line.extend_from_slice(b"\\\\"),
            b'\n' => line.extend_from_slice(b"\\n"),
            b'\r' => line.extend_from_slice(b"\\r"),
            other => line.push(*other),
        }
    }
    line.push(b'\n');
    line
}

impl Sink for Backup {
    fn write(&mut self, data: &[u8]) -> Result<(), IoError> {
        if let Some(sum) = &mut self.data {
            sum.update(data);
        }
        let written = self.file.write_all(data);
        written.map_err(|error| format!("{}: {error}", self.path.display()).into())
    }
}

/// A file, and the sum of what it holds.
struct Summed {
    file: Output,
    sum: Sha256,
}

impl Write for Summed {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        let count = self.file.write(data)?;
        self.sum.update(&data[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_names_are_escaped_as_sha256sum_has_them() {
        assert_eq!(line("ab", Path::new("/x/disk.img")), b"ab  disk.img\n");
        assert_eq!(line("ab", Path::new("a\\b\nc")), b"\\ab  a\\\\b\\nc\n");
    }
}
