//! Memory of the board's on its way here over the network.

use std::time::Duration;

use link::{ByteLink, StepId, Watch};
use uboot::host::{Pending, Prompt, Step};

use super::{
    ending::{GIVEN_UP, explained, is_over, require_power, told},
    network::Network,
    piece::LISTEN,
};
use crate::net::Inbox;

const SEND: Step = Step::new(&(StepId::READ, "sending memory over the network"));
/// The longest until U-Boot says how it ended, once everything is here. It may miss the end: net/tftp.c of 2026.10 goes past
/// it when an answer comes twice.
const END: Duration = Duration::from_secs(5);

/// A transfer that is under way. U-Boot is busy with it: nothing else may be typed.
pub(super) struct Export {
    inbox: Inbox,
    pending: Pending,
}

impl Export {
    /// Has U-Boot send memory.
    pub(super) fn begin(
        mut prompt: Prompt<'_, '_>,
        network: &Network,
        memory: u64,
        bytes: u64,
    ) -> anyhow::Result<Self> {
        let inbox = network.accept(bytes);
        prompt.console().set_step(SEND);
        prompt.start(&format!("tftpput {memory:#x} {bytes:#x} {}", inbox.name()))?;
        Ok(Self { inbox, pending: prompt.suspend() })
    }

    /// Fills `buf` with the bytes that come next. `false`: it ended before.
    pub(super) fn take(
        &mut self,
        buf: &mut [u8],
        link: &mut dyn ByteLink,
        network: &Network,
    ) -> anyhow::Result<bool> {
        let mut filled = 0;
        while filled < buf.len() {
            // What came before it ended is here.
            let over = is_over(&self.pending);
            let got = self.inbox.get(&mut buf[filled..]).map_err(|error| network.blamed(error))?;
            match got {
                Some(0) if over => return Ok(false),
                // U-Boot draws its progress: what nobody reads fills the adapter's buffers.
                Some(0) => self.pending.listen(link, LISTEN)?,
                Some(count) => filled += count,
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Waits until U-Boot is at its prompt again. What came is proven by its sum, whatever U-Boot says of it; its last packet
    /// is answered until then.
    pub(super) fn end(
        mut self,
        link: &mut dyn ByteLink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        self.pending.listen(link, Duration::ZERO)?;
        require_power(&self.pending)?;
        told(self.pending, END, link, watch).map(drop)
    }

    /// Ends it early: U-Boot hears that no more is wanted.
    pub(super) fn give_up(
        self,
        link: &mut dyn ByteLink,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<()> {
        require_power(&self.pending)?;
        drop(self.inbox);
        told(self.pending, GIVEN_UP, link, watch).map(drop)
    }

    /// Why it failed: what U-Boot says of it, where it says anything, or else `error`.
    pub(super) fn explain(
        self,
        error: anyhow::Error,
        link: &mut dyn ByteLink,
        watch: &mut dyn Watch,
        network: &Network,
    ) -> anyhow::Error {
        drop(self.inbox);
        explained(error, self.pending, link, watch, network)
    }
}
