//! What uses a disk: mounts, swap, and devices that are made of it.

use std::{fs, path::Path};

use super::found::{FoundDisk, entries, number};

/// What uses a disk or one of its partitions, in words; `None`: nothing that the kernel tells of.
pub(super) fn of(root: &Path, disk: &FoundDisk) -> Option<String> {
    let partitions = entries(&disk.folder, |name| name.starts_with(&disk.name));
    let all = std::iter::once(&disk.folder).chain(&partitions);
    all.filter_map(|folder| Some((folder.file_name()?.to_str()?, folder)))
        .find_map(|(name, folder)| used(root, name, folder))
}

fn used(root: &Path, name: &str, folder: &Path) -> Option<String> {
    held(name, folder)
        .or_else(|| mounted(root, name, number(folder)?))
        .or_else(|| swapped(root, name))
}

/// A device that is made of it: LVM, RAID, encryption.
fn held(name: &str, folder: &Path) -> Option<String> {
    let holder = entries(&folder.join("holders"), |_| true).into_iter().next()?;
    Some(format!("{} is made of {name}", holder.file_name()?.to_str()?))
}

/// Where it is mounted.
fn mounted(root: &Path, name: &str, (major, minor): (u32, u32)) -> Option<String> {
    let mounts = fs::read_to_string(root.join("proc/self/mountinfo")).ok()?;
    let number = format!("{major}:{minor}");
    let mut lines = mounts.lines().map(|line| line.split(' ').collect::<Vec<_>>());
    let line = lines.find(|words| words.get(2) == Some(&number.as_str()))?;
    let place = link::Foreign(line.get(4)?.replace("\\040", " ")).to_string();
    Some(format!("{name} is mounted at {place}"))
}

/// Whether the system swaps to it.
fn swapped(root: &Path, name: &str) -> Option<String> {
    let swaps = fs::read_to_string(root.join("proc/swaps")).ok()?;
    let node = |line: &str| line.split_whitespace().next().map(str::to_owned);
    let is_it = |node: String| Path::new(&node).file_name().is_some_and(|last| last == name);
    swaps.lines().filter_map(node).any(is_it).then(|| format!("{name} is swap"))
}
