//! A lock for each USB port: the kernel keeps two programs from one interface, but a board that restarts is a new device,
//! which another program could take in between.

use std::{
    env,
    fs::{File, OpenOptions},
    io::{Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use rustix::fs::{FlockOperation, OFlags, flock};

use super::PortPath;

/// A port that this process uses.
#[derive(Debug)]
pub struct PortLock(#[expect(dead_code, reason = "it is held, not used")] Option<File>);

/// Takes a port. The error is the process that uses it, where that is known. Where no folder takes locks there are none.
pub(super) fn take(port: &PortPath) -> Result<PortLock, Option<u32>> {
    // What is plugged in shows up at either side of a socket.
    let port = port.twin().map_or_else(|| port.clone(), |twin| twin.min(port.clone()));
    let name = format!("racklet-flash-{port}.lock");
    match folders().iter().find_map(|folder| open(&folder.join(&name))) {
        None => Ok(PortLock(None)),
        Some(file) => lock(file),
    }
}

fn lock(mut file: File) -> Result<PortLock, Option<u32>> {
    match flock(&file, FlockOperation::NonBlockingLockExclusive) {
        Err(rustix::io::Errno::WOULDBLOCK) => {
            let mut text = String::new();
            let read = (&file).take(32).read_to_string(&mut text);
            Err(read.ok().and_then(|_| text.trim().parse().ok()))
        }
        Err(_) => Ok(PortLock(None)),
        Ok(()) => {
            // Somebody else's file may be locked and not written: then the process has no name.
            let _ = file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id()));
            Ok(PortLock(Some(file)))
        }
    }
}

/// Folders for locks: the one that the user names, for containers that share a machine's USB, and one that all users have.
fn folders() -> Vec<PathBuf> {
    let of = |variable| env::var_os(variable).map(PathBuf::from);
    let shared = of("RACKLET_FLASH_LOCK_DIR");
    let own = of("XDG_RUNTIME_DIR");
    [shared, Some("/run/lock".into()), own, Some(env::temp_dir())].into_iter().flatten().collect()
}

fn open(path: &Path) -> Option<File> {
    let flags = OFlags::NOFOLLOW.bits().cast_signed();
    let options = |write: bool| {
        let mut options = OpenOptions::new();
        options.read(true).write(write).custom_flags(flags);
        options
    };
    let there = options(true).open(path).or_else(|_| options(false).open(path));
    let made = || options(true).create_new(true).mode(0o666).open(path);
    // Two may make it at once.
    there.or_else(|_| made()).or_else(|_| options(false).open(path)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_taken_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lock");
        let held = lock(open(&path).expect("made")).expect("free");
        let other = lock(open(&path).expect("there")).expect_err("taken");
        assert_eq!(other, Some(std::process::id()));
        drop(held);
        lock(open(&path).expect("there")).expect("free again");
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("link")).expect("a link");
        assert!(open(&folder.path().join("link")).is_none());
    }
}
