//! What client and server agree on.

use super::Limits;
use crate::wire::{BLOCK_SIZE, Options};

/// The terms of a transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Terms {
    /// Data bytes in a block.
    pub(crate) block_size: u16,
    /// Blocks in a window.
    pub(super) window_size: u16,
    /// The OACK; `None` where the client asked for nothing that is agreed to.
    pub(crate) answer: Option<Options>,
}

impl Terms {
    /// The server's answer to what a client asks for: never more than that, and never more than its own limits.
    ///
    /// `timeout` is not agreed to, which RFC 2349 leaves to the server: it would be the server's own, and U-Boot asks for
    /// 5 s, fifty times as long as a lost packet has to cost.
    pub(super) fn agree(asked: &Options, limits: &Limits, length: Option<u64>) -> Self {
        let block_size = within(asked.block_size, 8..=65464, limits.block_size.max(8));
        let window_size = within(asked.window_size, 1..=65535, limits.window_size.max(1));
        let answer = Options {
            block_size: block_size.map(u64::from),
            timeout: None,
            transfer_size: asked.transfer_size.and(length),
            window_size: window_size.map(u64::from),
        };
        Self {
            block_size: block_size.unwrap_or(BLOCK_SIZE),
            window_size: window_size.unwrap_or(1),
            answer: (!answer.is_empty()).then_some(answer),
        }
    }
}

impl Terms {
    /// The answer to a client that wants to write a file: the same, without windows. The length that it tells is taken.
    pub(crate) fn to_receive(asked: &Options, block_size: u16) -> Self {
        let limits = Limits { block_size, window_size: 1, attempts: 0 };
        Self::agree(asked, &limits, asked.transfer_size)
    }
}

/// A number that the client asks for, if the option's RFC allows it, made smaller where the server allows less.
fn within(asked: Option<u64>, allowed: core::ops::RangeInclusive<u64>, limit: u16) -> Option<u16> {
    let asked = asked.filter(|number| allowed.contains(number))?;
    Some(u16::try_from(asked).map_or(limit, |asked| asked.min(limit)))
}
