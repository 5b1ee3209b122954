//! A USB disk, beside dd.

use crate::{
    job::{Job, PORT, Task, Way},
    tool::{Folder, noise},
};

const LENGTH: usize = 128 << 20;

/// 128 MiB to a disk. Ours comes first: it waits for the disk.
fn disk(folder: &Folder) -> Job {
    let file = folder.file("disk", &noise(LENGTH, 5));
    let flash = format!("flash generic/u-boot-ums {file} --to emmc --port {PORT} --yes");
    let dd = format!("if={file} of=/dev/sda bs=4M oflag=direct conv=nocreat,fsync status=none");
    let ways = vec![
        Way::ours("racklet-flash", &format!("{flash} --verify none")),
        Way::ours("… and read back", &flash),
        Way::other("dd, direct", "dd", &dd),
    ];
    let board = "generic/u-boot-fastboot:mode=ums,size=256M".into();
    Job { board, bytes: Some(LENGTH as u64), ways, leaves: false }
}

/// Every task.
pub(crate) const TASKS: &[Task] = &[("USB disk", disk)];
