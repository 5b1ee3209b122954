//! `--resume` and `--if-different`: what of an image is written where the board may hold some of it.

use crate::family::Scope;

/// What of an image is written.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct Held {
    /// Compare first, and write only what differs
    #[arg(long, conflicts_with = "resume")]
    if_different: bool,
    /// Continue an interrupted write
    ///
    /// It compares up to the first difference, and writes from there on.
    #[arg(long)]
    resume: bool,
}

impl Held {
    /// As the transfers take it.
    pub(super) fn scope(self) -> Scope {
        match (self.resume, self.if_different) {
            (true, _) => Scope::Rest,
            (_, true) => Scope::Different,
            _ => Scope::All,
        }
    }
}

/// What comes before a write of this scope, as a line of a plan.
pub(super) fn first(scope: Scope) -> Option<String> {
    (scope != Scope::All).then(|| "compare with what the board already holds".into())
}
