//! How a transfer over the network ends, as U-Boot tells it at its prompt.

use std::time::Duration;

use link::{ByteLink, Watch};
use uboot::{
    host::{Cause, Console, Error, Pending, Prompt},
    network::Fetch,
};

use super::network::Network;
use crate::failure::Problem;

/// The longest until U-Boot tells that a transfer was given up: it is told so, unless the network is gone.
pub(super) const GIVEN_UP: Duration = Duration::from_secs(5);

/// Why a transfer failed: what U-Boot says of it, where it says anything, or else `error`.
pub(super) fn explained(
    error: anyhow::Error,
    pending: Pending,
    link: &mut dyn ByteLink,
    watch: &mut dyn Watch,
    network: &Network,
) -> anyhow::Error {
    if let Err(problem) = require_power(&pending) {
        return problem.into();
    }
    match told(pending, GIVEN_UP, link, watch) {
        Ok(Some(outcome)) if !matches!(outcome, Fetch::Done(_) | Fetch::Refused { .. }) => {
            network.problem(&outcome).into()
        }
        _ => error,
    }
}

/// Whether nothing more is to be expected of the command.
pub(super) fn is_over(pending: &Pending) -> bool {
    pending.has_ended() || pending.has_restarted()
}

/// Fails where the board has restarted meanwhile.
pub(super) fn require_power(pending: &Pending) -> Result<(), Problem> {
    match pending.has_restarted() {
        false => Ok(()),
        true => Err(Problem::Network("the board restarted in the midst of a transfer".into())
            .advised("check its power supply, then run this again: a write goes on with --resume")),
    }
}

/// What U-Boot says at the end of a transfer. One that goes on for longer than `limit` is ended: a key does that.
pub(super) fn told(
    pending: Pending,
    limit: Duration,
    link: &mut dyn ByteLink,
    watch: &mut dyn Watch,
) -> anyhow::Result<Option<Fetch>> {
    let mut console = Console::new(link, watch);
    let mut prompt = Prompt::resume(&mut console, pending);
    match prompt.finish(limit) {
        Ok(output) => Ok(Fetch::parse(&output.text)),
        Err(Error { cause: Cause::Missing(_), .. }) => {
            prompt.interrupt()?;
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}
