//! A partition over fastboot, beside Debian's fastboot.

use std::{fs::File, os::unix::fs::FileExt};

use crate::{
    job::{Job, PORT, Task, Way},
    tool::{Folder, noise},
};

/// Bytes of the image, and of each part of it: data, and then zeros, 30 % of all.
const LENGTH: u64 = 4 << 30;
const PART: u64 = 16 << 20;
const DATA: u64 = PART * 7 / 10 / 4096 * 4096;

/// 4 GiB, 30 % of them zeros, for a U-Boot that takes 256 MiB at a time and keeps none of them: a guest has no memory for two
/// such images.
fn partition(folder: &Folder) -> Job {
    let path = folder.path("image");
    let image = File::create(&path).expect("the image");
    let mut data = noise(DATA as usize, 6);
    for at in (0..LENGTH).step_by(PART as usize) {
        data[..8].copy_from_slice(&at.to_le_bytes());
        image.write_all_at(&data, at).expect("room");
    }
    image.set_len(LENGTH).expect("room");
    let file = path.display();
    let ways = vec![
        Way::ours("racklet-flash", &format!("fastboot partition write root {file} --yes")),
        Way::other("fastboot", "fastboot", &format!("-s usb:{PORT} flash root {file}")),
    ];
    let board = "sipeed/licheepi-4a:mode=uboot,protected=on,size=16G".into();
    // What must go over the link; the zeros are a few bytes.
    Job { board, bytes: Some(LENGTH / PART * DATA), ways, leaves: false }
}

/// Every task.
pub(crate) const TASKS: &[Task] = &[("fastboot 4 GiB", partition)];
