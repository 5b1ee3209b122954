//! The open disk at a port.

use super::{require_board, unopened};
use crate::transport::{Disk, FoundDisk, PortLock};

/// The open disk. Nothing else mounts it meanwhile.
pub(in crate::family) struct Held {
    /// What messages call it.
    pub(in crate::family) name: String,
    /// The disk.
    pub(in crate::family) disk: Disk,
    _lock: PortLock,
}

impl Held {
    /// Opens a disk that was found at a port of which this process has the lock. Fails where no U-Boot shows it, and where
    /// something uses it.
    pub(in crate::family) fn open(found: FoundDisk, lock: PortLock) -> anyhow::Result<Self> {
        require_board(&found)?;
        let name = format!("port {} ({})", found.port, found.name);
        let disk = Disk::open(found).map_err(unopened)?;
        Ok(Self { name, disk, _lock: lock })
    }
}
