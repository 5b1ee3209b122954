//! Rockchip's files, without a board: `loader` and `package`.

pub(super) mod describe;
mod loader;
mod package;
mod tree;

pub(super) use loader::{Loader, read as read_loader, run as run_loader};
pub(super) use package::{Checked, Package, run as run_package};
