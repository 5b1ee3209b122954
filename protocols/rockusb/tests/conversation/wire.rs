//! What a board's cable saw, in Rockchip's words.

use std::mem;

pub(super) use link::cable::{Cable as Wire, KINDS, Kind};

/// The opcodes of the commands that were sent, oldest first; none is left.
pub(super) fn opcodes(wire: &mut Wire) -> Vec<u8> {
    mem::take(&mut wire.outs).iter().map(|block| block[15]).collect()
}
