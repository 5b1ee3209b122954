//! One load into U-Boot's memory over the network, while its data come.

use std::time::Duration;

use link::{ByteLink, StepId, Watch};
use uboot::{
    host::{Pending, Prompt, Step},
    network::Fetch,
};

use super::{
    ending::{explained, is_over, require_power, told},
    network::Network,
};
use crate::{failure::Problem, net::Offer};

/// A step of a load.
pub(super) const LOAD: Step = Step::new(&(StepId::WRITE, "loading over the network"));
/// How long the line is listened to before the transfer gets its turn: at a gigabit, a quarter of what waits to be sent.
pub(super) const LISTEN: Duration = Duration::from_millis(2);
/// The longest until U-Boot says how a load ended, once it has acknowledged all of it.
const END: Duration = Duration::from_secs(30);

/// A load that is under way. U-Boot is busy with it: nothing else may be typed.
pub(super) struct Piece {
    offer: Offer,
    pending: Pending,
    /// The first sector of storage that it is for.
    pub(super) sector: u64,
    /// Bytes that were sent.
    pub(super) bytes: u64,
    sum: crc32fast::Hasher,
}

impl Piece {
    /// Has U-Boot fetch a file into memory.
    pub(super) fn begin(
        mut prompt: Prompt<'_, '_>,
        network: &Network,
        address: u64,
        sector: u64,
    ) -> anyhow::Result<Self> {
        let offer = network.offer();
        prompt.console().set_step(LOAD);
        prompt.start(&format!("tftpboot {address:#x} {}", offer.name()))?;
        let pending = prompt.suspend();
        Ok(Self { offer, pending, sector, bytes: 0, sum: crc32fast::Hasher::new() })
    }

    /// Sends bytes, as fast as they are taken.
    pub(super) fn send(
        &mut self,
        bytes: &[u8],
        link: &mut dyn ByteLink,
        network: &Network,
    ) -> anyhow::Result<()> {
        let mut rest = bytes;
        loop {
            let count = self.offer.put(rest).map_err(|error| network.blamed(error))?;
            rest = &rest[count..];
            // U-Boot draws its progress: what nobody reads fills the adapter's buffers.
            let limit = if rest.is_empty() { Duration::ZERO } else { LISTEN };
            self.pending.listen(link, limit)?;
            if is_over(&self.pending) {
                return Err(Problem::Network("U-Boot ended the transfer".into()).into());
            }
            if rest.is_empty() {
                break;
            }
        }
        self.sum.update(bytes);
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Ends the file. Returns its length and its sum, once U-Boot says that it has all of it.
    pub(super) fn end(
        self,
        link: &mut dyn ByteLink,
        watch: &mut dyn Watch,
        network: &Network,
    ) -> anyhow::Result<(u64, u32)> {
        let Self { mut offer, mut pending, sector, bytes, sum } = self;
        offer.end();
        loop {
            match offer.ended() {
                Ok(None) => {}
                Ok(Some(_)) => break,
                Err(error) => {
                    let error = network.blamed(error);
                    return Err(failed(error, (sector, pending), link, watch, network));
                }
            }
            pending.listen(link, LISTEN)?;
            // It may know the end before the last acknowledgement has arrived here.
            if is_over(&pending) {
                break;
            }
        }
        network.learn(&offer.sent());
        require_power(&pending)?;
        let problem = match told(pending, END, link, watch)? {
            Some(Fetch::Done(count)) if count == bytes => return Ok((bytes, sum.finalize())),
            Some(Fetch::Done(count)) => {
                Problem::Network(format!("U-Boot says that it has {count} bytes of {bytes}"))
            }
            Some(outcome) => network.problem(&outcome),
            None => network.problem(&Fetch::NoAnswer),
        };
        Err(network.lost(sector, problem.into()))
    }

    /// Why a load failed: what U-Boot says of it, where it says anything, or else `error`.
    pub(super) fn explain(
        self,
        error: anyhow::Error,
        link: &mut dyn ByteLink,
        watch: &mut dyn Watch,
        network: &Network,
    ) -> anyhow::Error {
        // U-Boot hears that there is no more.
        drop(self.offer);
        failed(error, (self.sector, self.pending), link, watch, network)
    }
}

/// Why a load for a sector failed, and whether it may be tried again: not after a restart, which takes U-Boot's memory.
fn failed(
    error: anyhow::Error,
    (sector, pending): (u64, Pending),
    link: &mut dyn ByteLink,
    watch: &mut dyn Watch,
    network: &Network,
) -> anyhow::Error {
    let restarted = pending.has_restarted();
    let error = explained(error, pending, link, watch, network);
    if restarted { error } else { network.lost(sector, error) }
}
