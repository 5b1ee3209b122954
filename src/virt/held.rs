//! A storage file is one process's: two virtual boards that write it at once would leave neither's bytes.

use std::{
    fmt,
    fs::File,
    io,
    os::unix::fs::MetadataExt,
    path::Path,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use rustix::fs::{FlockOperation, flock};

use super::PlugError;
use crate::files::ledger::{self, Listed};

/// The files that this process holds. A board that is powered on afresh shares the hold of the one before it.
static HELD: Mutex<Vec<(u64, u64, Weak<Held>)>> = Mutex::new(Vec::new());

/// A file that no other process uses as storage for as long as this lives.
pub(super) struct Held {
    _file: File,
    _listed: Listed,
}

impl fmt::Debug for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Held")
    }
}

impl Held {
    /// Takes a hold of a file. Fails where another process has it, or this one reads it.
    pub(super) fn take(file: &File, path: &Path) -> Result<Arc<Self>, PlugError> {
        let words = |error: io::Error| PlugError::Storage(format!("{}: {error}", path.display()));
        let metadata = file.metadata().map_err(words)?;
        let (device, number) = (metadata.dev(), metadata.ino());
        let mut all = HELD.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|(.., held)| held.strong_count() > 0);
        let known = all.iter().find(|(d, n, _)| (*d, *n) == (device, number));
        if let Some(held) = known.and_then(|(.., held)| held.upgrade()) {
            return Ok(held);
        }
        // Of its own: closing another descriptor of the file does not end the lock.
        let own = File::open(path).map_err(words)?;
        // File systems without locks fail in other ways.
        let locked = flock(&own, FlockOperation::NonBlockingLockExclusive);
        if locked == Err(rustix::io::Errno::WOULDBLOCK) {
            let text = format!("{} is in use by another process", path.display());
            return Err(PlugError::Busy(text));
        }
        let listed =
            ledger::writes(file, path).map_err(|error| PlugError::Busy(error.to_string()))?;
        let held = Arc::new(Self { _file: own, _listed: listed });
        all.push((device, number, Arc::downgrade(&held)));
        Ok(held)
    }
}
