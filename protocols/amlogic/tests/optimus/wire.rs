//! What a board's cable saw, in Optimus' words.

use amlogic::optimus::wire::Amls;

pub(super) use link::cable::{Cable as Wire, KINDS, Kind, Said};

/// Sums of the records of AMLC that were sent, in order.
pub(super) fn sums(wire: &Wire) -> Vec<u32> {
    let sent = wire.outs.iter().chain(&wire.streams);
    sent.filter_map(|bytes| Amls::from_bytes(bytes).ok()).map(|amls| amls.sum).collect()
}
