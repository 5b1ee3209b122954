//! A virtual board's medium in a file of the user's, which takes room only for what was written.

use std::{fs::File, os::unix::fs::FileExt, path::Path, sync::Arc};

use super::{PlugError, held::Held};
use link::{
    IoError,
    storage::{Memory, SECTOR, Storage},
};

/// How the user wants a board's first medium to be kept.
#[derive(Clone, Copy)]
pub(super) struct Kept<'s> {
    /// In this file; otherwise in memory.
    pub(super) path: Option<&'s Path>,
    /// Its bytes, where the user says how many.
    pub(super) size: Option<u64>,
}

/// What the sectors of a board's first medium are kept in. `usual`: its bytes where the user says none; `blank`: what
/// bytes are on it that were erased.
pub(super) fn of(kept: Kept<'_>, usual: u64, blank: u8) -> Result<Box<dyn Storage>, PlugError> {
    Ok(match kept.path {
        Some(path) => Box::new(FileStorage::open(path, kept.size, usual, blank)?),
        None => Box::new(Memory::new(kept.size.unwrap_or(usual) / SECTOR as u64, blank)),
    })
}

/// The sectors of a board's other media in a file of `usual` bytes, or of its own length where it exists.
pub(super) fn in_file(path: &Path, usual: u64, blank: u8) -> Result<Box<dyn Storage>, PlugError> {
    Ok(Box::new(FileStorage::open(path, None, usual, blank)?))
}

/// Sectors in a file.
struct FileStorage {
    file: File,
    sectors: u64,
    /// What bytes are that were erased.
    blank: u8,
    /// Keeps other processes off.
    _held: Option<Arc<Held>>,
}

impl FileStorage {
    /// Opens a medium; where there is no such file, a sparse one of `size` bytes is made (`otherwise`, where the user
    /// says none). A file that exists has its own size, and `size` has to be it. `blank`: what bytes are on a medium that
    /// holds nothing; only zeros take no room.
    fn open(path: &Path, size: Option<u64>, otherwise: u64, blank: u8) -> Result<Self, PlugError> {
        let words = |what: &dyn std::fmt::Display| {
            PlugError::Storage(format!("{}: {what}", path.display()))
        };
        let mut options = File::options();
        options.read(true).write(true);
        let file = match options.open(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let file = options.create_new(true).open(path).map_err(|error| words(&error))?;
                let size = size.unwrap_or(otherwise);
                file.set_len(size).map_err(|error| words(&error))?;
                let new = Self { file, sectors: size / SECTOR as u64, blank, _held: None };
                if blank != 0 {
                    new.fill(0, new.sectors).map_err(|error| words(&error))?;
                }
                new.file
            }
            other => other.map_err(|error| words(&error))?,
        };
        let metadata = file.metadata().map_err(|error| words(&error))?;
        if !metadata.is_file() {
            return Err(words(&"not a regular file"));
        }
        let length = metadata.len();
        match size {
            Some(size) if size != length => {
                Err(words(&format_args!("it has {length} bytes, not size={size}")))
            }
            _ if length == 0 || !length.is_multiple_of(SECTOR as u64) => {
                Err(words(&format_args!("{length} bytes are not whole sectors of 512")))
            }
            _ => {
                let held = Some(Held::take(&file, path)?);
                Ok(Self { file, sectors: length / SECTOR as u64, blank, _held: held })
            }
        }
    }

    fn fill(&self, sector: u64, count: u64) -> std::io::Result<()> {
        let bytes = vec![self.blank; 128 * SECTOR];
        for first in (sector..sector + count).step_by(128) {
            let sectors = (sector + count - first).min(128) as usize;
            self.file.write_all_at(&bytes[..sectors * SECTOR], at(first))?;
        }
        Ok(())
    }
}

fn at(sector: u64) -> u64 {
    sector * SECTOR as u64
}

impl Storage for FileStorage {
    fn sectors(&self) -> u64 {
        self.sectors
    }

    fn read_at(&mut self, sector: u64, buf: &mut [u8]) -> Result<(), IoError> {
        Ok(self.file.read_exact_at(buf, at(sector))?)
    }

    fn write_at(&mut self, sector: u64, data: &[u8]) -> Result<(), IoError> {
        if at(sector) + data.len() as u64 > at(self.sectors) {
            return Err("it ends before that".into());
        }
        Ok(self.file.write_all_at(data, at(sector))?)
    }

    fn erase(&mut self, sector: u64, count: u64) -> Result<(), IoError> {
        if sector.checked_add(count).is_none_or(|end| end > self.sectors) {
            return Err("it ends before that".into());
        }
        if self.blank == 0 && has_hole(&self.file, at(sector), at(count)) {
            return Ok(());
        }
        // Not every file system has holes.
        Ok(self.fill(sector, count)?)
    }
}

/// Makes a hole in a file, which reads as zeros. Whether that was possible.
#[cfg(target_os = "linux")]
fn has_hole(file: &File, start: u64, length: u64) -> bool {
    use rustix::fs::{FallocateFlags, fallocate};
    let hole = FallocateFlags::PUNCH_HOLE | FallocateFlags::KEEP_SIZE;
    fallocate(file, hole, start, length).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn has_hole(_: &File, _: u64, _: u64) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_medium_is_sparse_and_keeps_what_was_written() {
        use std::os::unix::fs::MetadataExt;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("emmc");
        let mut storage = FileStorage::open(&path, None, 1 << 30, 0).expect("it is made");
        storage.write_at(4096, &[7; 1024]).expect("inside");
        drop(storage);
        let metadata = path.metadata().expect("a file");
        assert_eq!(metadata.len(), 1 << 30);
        assert!(metadata.blocks() * 512 < 1 << 20, "{} blocks", metadata.blocks());
        let mut storage = FileStorage::open(&path, Some(1 << 30), 512, 0).expect("it is there");
        assert!(storage.write_at((1 << 21) - 1, &[7; 1024]).is_err());
        assert_eq!(path.metadata().expect("a file").len(), 1 << 30);
        let mut bytes = [0; 1536];
        storage.read_at(4096, &mut bytes).expect("inside");
        assert_eq!((bytes[0], bytes[1023], bytes[1024]), (7, 7, 0));
        storage.erase(4097, 1).expect("inside");
        storage.read_at(4096, &mut bytes).expect("inside");
        assert_eq!((bytes[511], bytes[512]), (7, 0));
        assert_eq!(storage.sectors(), 1 << 21);
    }

    #[test]
    fn flash_is_blank_with_all_bits_set() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("nor");
        let mut storage = FileStorage::open(&path, Some(100 << 10), 512, 0xff).expect("it is made");
        storage.write_at(7, &[0; 512]).expect("inside");
        storage.erase(7, 1).expect("inside");
        assert!(std::fs::read(&path).expect("the file") == vec![0xff; 100 << 10]);
    }

    #[test]
    fn what_is_no_medium_is_refused() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let odd = folder.path().join("odd");
        std::fs::write(&odd, [0; 700]).expect("a file");
        let says = |path: &Path, size| match FileStorage::open(path, size, 512, 0) {
            Err(error) => error.to_string(),
            Ok(_) => String::new(),
        };
        assert!(says(&odd, None).contains("whole sectors"));
        assert!(says(&odd, Some(512)).contains("700 bytes, not size=512"));
        assert!(says(folder.path(), None).contains("directory"));
    }
}
