//! What a board's cable saw, in Optimus' words.

use amlogic::optimus::wire::Amls;

pub(super) use link::cable::{Cable as Wire, KINDS, Kind, Said};

/// Sums of the records of AMLC that were sent, in order.
pub(super) fn sums(wire: &Wire) -> Vec<u32> {
    wire.outs.iter().filter_map(|out| Amls::from_bytes(out).ok()).map(|amls| amls.sum).collect()
}
