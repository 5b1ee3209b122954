//! Amlogic's files, without a board: `package`, and boot files.

pub(super) mod describe;
mod package;

pub(super) use describe::families;
pub(super) use package::{Checked, Package, Sound, run as run_package};
