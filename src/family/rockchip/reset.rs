//! Restarts.

use std::time::Duration;

use link::Watch;
use rockusb::{
    host::{Rock, State},
    wire::ResetKind,
};

use super::seen;
use crate::{
    session::{Awaited, UsbSession, is_rockchip},
    transport::Stop,
};

/// How long a board may take until it is back after a restart.
const RESTART: Duration = Duration::from_secs(10);

/// Restarts a board. One that is to come up in its mask ROM is waited for and asked: boards were seen that acknowledge that
/// and start as usual. Returns what answers then.
pub fn reset(
    board: &mut UsbSession,
    kind: ResetKind,
    stop: &Stop,
    watch: &mut dyn Watch,
) -> anyhow::Result<Option<State>> {
    Rock::answered(&mut board.link).reset(kind)?;
    if kind != ResetKind::Maskrom {
        return Ok(None);
    }
    let next = Awaited { what: "the mask ROM", fits: is_rockchip, limit: RESTART };
    board.reconnect(&next, stop, watch)?;
    let state = seen(board).require(&mut board.link, &[State::Maskrom])?;
    watch.note(&format!("the board is in {state}"));
    Ok(Some(state))
}
