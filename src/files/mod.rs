//! Files that users name: opened, checked, described, unpacked; and files that are made for them.

pub(crate) mod amlogic;
mod backup;
pub(crate) mod detect;
pub mod disk_image;
mod dump;
pub(crate) mod folder;
mod input;
pub mod ledger;
pub(crate) mod memory_file;
pub mod node_files;
pub mod output;
mod pack;
pub mod regular;
pub(crate) mod rockchip;
pub mod shared_image;
pub mod sums;
pub(crate) mod unpack;

pub(crate) use backup::{Backup, Saved};
pub(crate) use dump::{Dump, save};
pub(crate) use input::{
    Fill, Input, Watched, bad, glance, hex, read_image, recording, step_through, through, trouble,
};
