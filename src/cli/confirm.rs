//! Asking before something is destroyed.

use std::io::{self, IsTerminal};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::Options;
use crate::{failure::Problem, transport::Stop};

/// How often it is looked whether the user wants to stop, in nanoseconds.
const LOOK: i64 = 50_000_000;

/// Lets something go ahead that cannot be undone: the user said so, or says so now. Off a terminal that is a refusal.
pub(super) fn confirm(options: &Options, what: &str, stop: &Stop) -> anyhow::Result<()> {
    if options.yes {
        return Ok(());
    }
    // The question is on stderr: where nobody sees it, nobody has answered it.
    if options.json || !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        let text = format!("to {what} cannot be undone: --yes confirms it");
        return Err(Problem::Refused(text).into());
    }
    eprint!("{what}: this cannot be undone. Type yes to go on: ");
    await_answer(stop)?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    match answer.trim() {
        "yes" => Ok(()),
        _ => Err(Problem::Refused("not confirmed: nothing was done".into()).into()),
    }
}

/// Waits until a line was typed, or Ctrl-C.
fn await_answer(stop: &Stop) -> anyhow::Result<()> {
    let stdin = io::stdin();
    let limit = Timespec { tv_sec: 0, tv_nsec: LOOK };
    while !stop.asked() {
        let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
        match poll(&mut fds, Some(&limit)) {
            Ok(0) | Err(rustix::io::Errno::INTR) => {}
            Ok(_) => return Ok(()),
            Err(error) => return Err(io::Error::from(error).into()),
        }
    }
    Err(Problem::Interrupted.into())
}
