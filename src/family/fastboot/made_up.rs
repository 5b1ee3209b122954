//! Boot files for simulated boards: their mask ROMs take any bytes, and nothing in these could run.

use crate::boards::Role;

/// A file with that role.
pub(super) fn file(role: Role) -> Vec<u8> {
    // As long as real ones.
    let length: u32 = if role == Role::Spl { 200_000 } else { 1_000_000 };
    (0..length).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
}
