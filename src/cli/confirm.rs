//! Asking before something is destroyed.

use std::io::{self, BufRead, IsTerminal, Write};

use super::Options;
use crate::failure::Problem;

/// Asks whether `what` may happen, unless the options say so; off a terminal that is a refusal.
pub(super) fn confirm(options: &Options, what: &str) -> anyhow::Result<()> {
    if options.yes {
        return Ok(());
    }
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(Problem::Refused(format!("this {what}: confirm it with --yes")).into());
    }
    eprint!("This {what}. Go on? [y/N] ");
    io::stderr().flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    match matches!(answer.trim(), "y" | "Y" | "yes") {
        true => Ok(()),
        false => Err(Problem::Refused("not confirmed: nothing was touched".into()).into()),
    }
}
