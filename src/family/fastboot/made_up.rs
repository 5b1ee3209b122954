//! Boot files for simulated boards: their mask ROMs take any bytes, and nothing in these could run.

use crate::{boards::Role, family::noise::noise};

/// A file with that role.
pub(super) fn file(role: Role) -> Vec<u8> {
    // As long as real ones.
    let length = if role == Role::Spl { 200_000 } else { 1_000_000 };
    noise(length, length as u32)
}
