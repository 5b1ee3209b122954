//! How many blocks of a file are on their way at a time (RFC 7440): as many as the board's network driver has room for,
//! which no driver tells.

use crate::net::Sent;

/// What a board is asked to begin with. Half of it is in every driver's buffers but those of dwc_eth_qos, which has 4
/// (JH7110, RK3588); virtio-net has 32, and hears nothing any more after a 33rd packet.
const BEGIN: u16 = 8;
/// The most: what fills a gigabit link.
pub(super) const MOST: u16 = 16;
/// The least that any driver has room for.
const LEAST: u16 = 4;
/// One block in this many may be sent again: networks lose some.
const RARE: u64 = 1000;
/// What is loaded before anything is known, in bytes: where half of each window is dropped, 4 MiB take two seconds.
const TRIAL: u64 = 4 << 20;

/// The pace that a board has kept up with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    window: u16,
    most: u16,
    is_known: bool,
}

impl Pace {
    pub(super) fn new() -> Self {
        Self { window: BEGIN, most: MOST, is_known: false }
    }

    /// Blocks that may be on their way.
    pub(super) fn window(self) -> u16 {
        self.window
    }

    /// The most that the next load should have, in bytes.
    pub(super) fn load(self) -> u64 {
        if self.is_known { u64::MAX } else { TRIAL }
    }

    /// Whether anything was loaded at it.
    pub(super) fn is_known(self) -> bool {
        self.is_known
    }

    /// The pace after a load that failed.
    pub(super) fn slower(self) -> Self {
        let most = (self.window / 2).max(LEAST);
        Self { window: most, most, ..self }
    }

    /// The pace after a load.
    pub(super) fn after(self, sent: &Sent) -> Self {
        let lost = sent.resent * RARE > sent.blocks;
        let most = if lost { (self.window / 2).max(LEAST) } else { self.most };
        let window = if sent.resent == 0 { self.window * 2 } else { self.window };
        Self { window: window.min(most), most, is_known: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(pace: Pace, resent: u64) -> Pace {
        pace.after(&Sent { blocks: 10_000, resent, ..Sent::default() })
    }

    #[test]
    fn a_board_that_keeps_up_gets_more_and_one_that_drops_blocks_less() {
        let pace = Pace::new();
        assert_eq!((pace.window(), pace.load()), (8, 4 << 20));
        let fast = after(pace, 0);
        assert_eq!((fast.window(), fast.load()), (16, u64::MAX));
        assert_eq!(after(fast, 0).window(), 16);
        assert_eq!(after(fast, 9).window(), 16, "networks lose some");
        let slow = after(after(fast, 500), 500);
        assert_eq!(slow.window(), 4);
        assert_eq!(after(slow, 500).window(), 4);
        assert_eq!(after(slow, 0).window(), 4, "it is not tried again");
        assert_eq!((fast.slower().window(), slow.slower().window()), (8, 4));
        assert_eq!(after(fast.slower(), 0).window(), 8);
    }
}
