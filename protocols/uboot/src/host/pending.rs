//! A command that runs while something else is done.

use alloc::vec::Vec;
use core::time::Duration;

use link::{ByteLink, LineError};

use super::{Console, Prompt, console::HELD};

/// A command that was started. U-Boot is busy with it: nothing may be typed before [`Prompt::resume`].
#[derive(Debug)]
pub struct Pending {
    number: u32,
    heard: Vec<u8>,
}

impl Pending {
    /// Takes in what U-Boot has printed, without waiting for more: what nobody reads is lost in the buffers on the way.
    ///
    /// # Errors
    /// When the line fails.
    pub fn listen(&mut self, link: &mut dyn ByteLink) -> Result<(), LineError> {
        let mut buf = [0; 4096];
        loop {
            let heard = link.read(&mut buf, Duration::ZERO)?;
            self.heard.extend(&buf[..heard.count]);
            let extra = self.heard.len().saturating_sub(HELD);
            self.heard.drain(..extra);
            if heard.count < buf.len() {
                return Ok(());
            }
        }
    }
}

impl<'c, 'a> Prompt<'c, 'a> {
    /// Leaves the command that was started to itself.
    pub fn suspend(self) -> Pending {
        let heard = self.console.pending().to_vec();
        self.console.forget();
        Pending { number: self.number, heard }
    }

    /// Comes back to a command: its [`finish`](Self::finish) is next.
    pub fn resume(console: &'c mut Console<'a>, pending: Pending) -> Self {
        console.hear(&pending.heard);
        Self { console, number: pending.number }
    }
}
