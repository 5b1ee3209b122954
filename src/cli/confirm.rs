//! Asking before something is destroyed.

use std::io::{self, IsTerminal};

use super::Options;
use crate::failure::Problem;

/// Lets something go ahead that cannot be undone: the user said so, or says so now. Off a terminal that is a refusal.
pub(super) fn confirm(options: &Options, what: &str) -> anyhow::Result<()> {
    if options.yes {
        return Ok(());
    }
    // The question is on stderr: where nobody sees it, nobody has answered it.
    if options.json || !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        let text = format!("to {what} cannot be undone: --yes confirms it");
        return Err(Problem::Refused(text).into());
    }
    eprint!("{what}: this cannot be undone. Type yes to go on: ");
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    match answer.trim() {
        "yes" => Ok(()),
        _ => Err(Problem::Refused("not confirmed: nothing was done".into()).into()),
    }
}
