//! A command that runs while something else is done.

use alloc::{format, string::String, vec::Vec};
use core::time::Duration;

use link::{ByteLink, LineError};

use super::{
    Console, Prompt,
    console::{HELD, asks_for_program},
};
use crate::text::{find, readable};

/// What U-Boot and its SPL begin with (`include/version_string.h`, `common/spl/spl.c`): years follow.
const BANNERS: [&[u8]; 2] = [b"U-Boot 20", b"U-Boot SPL 20"];

/// A command that was started. U-Boot is busy with it: nothing may be typed before [`Prompt::resume`].
#[derive(Debug)]
pub struct Pending {
    number: u32,
    heard: Vec<u8>,
}

impl Pending {
    /// Takes in what U-Boot prints: what nobody reads is lost in the buffers on the way. It waits for the first byte, at
    /// most for `limit`.
    ///
    /// # Errors
    /// When the line fails.
    pub fn listen(&mut self, link: &mut dyn ByteLink, limit: Duration) -> Result<(), LineError> {
        let mut buf = [0; 4096];
        let mut limit = limit;
        loop {
            let heard = link.read(&mut buf, limit)?;
            self.heard.extend(&buf[..heard.count]);
            let extra = self.heard.len().saturating_sub(HELD);
            self.heard.drain(..extra);
            if heard.count < buf.len() {
                return Ok(());
            }
            limit = Duration::ZERO;
        }
    }

    /// What the command has printed and nobody has read.
    pub fn text(&self) -> String {
        readable(&self.heard)
    }

    /// Whether U-Boot has said how the command ended, which [`Prompt::finish`] reads.
    pub fn has_ended(&self) -> bool {
        find(&self.heard, format!("rf{}:", self.number).as_bytes()).is_some()
    }

    /// Whether a U-Boot has started meanwhile, or a boot ROM asks for a program: the board was reset.
    pub fn has_restarted(&self) -> bool {
        BANNERS.iter().any(|banner| find(&self.heard, banner).is_some())
            || asks_for_program(&self.heard)
    }
}

impl<'c, 'a> Prompt<'c, 'a> {
    /// Leaves the command that was started to itself.
    pub fn suspend(self) -> Pending {
        let heard = self.console.pending().to_vec();
        self.console.forget();
        Pending { number: self.number, heard }
    }

    /// Takes up a suspended command again. [`finish`](Self::finish) waits for its end.
    pub fn resume(console: &'c mut Console<'a>, pending: Pending) -> Self {
        console.hear(&pending.heard);
        Self { console, number: pending.number }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reset_is_heard_from_whatever_starts() {
        let restarted = |heard: &[u8]| Pending { number: 1, heard: heard.to_vec() }.has_restarted();
        assert!(restarted(b"Loading: ###\r\n\r\nU-Boot SPL 2023.01-2"));
        assert!(restarted(b"Loading: ###\r\n(C)StarFive\r\nCCCCCCCCCCCC"));
        assert!(!restarted(b"Loading: ####T ###CCCCCCCCCCCC#"));
        assert!(!restarted(b"done\r\nrf1:0 C"));
    }
}
