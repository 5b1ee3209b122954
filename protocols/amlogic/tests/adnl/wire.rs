//! What a board's cable saw, in ADNL's words.

use std::mem;

pub(super) use link::cable::{Cable as Wire, KINDS, Kind};

/// The commands that were sent, oldest first; none is left. What is no text is left out: sums.
pub(super) fn commands(wire: &mut Wire) -> Vec<String> {
    let outs = mem::take(&mut wire.outs).into_iter().filter(|out| out.len() > 3);
    let texts = outs.filter_map(|out| String::from_utf8(out).ok());
    texts.filter(|text| text.bytes().take(3).all(|byte| byte.is_ascii_lowercase())).collect()
}
