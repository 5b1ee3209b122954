//! Whoever runs a command, as drivers and plans see them: they hear how far things are, and may say yes.

use link::Watch;

use super::confirm::Consent;
use crate::{family::Desk, plan::Loss, report::Report};

/// Whoever runs the command.
pub(super) struct Operator<'o> {
    pub(super) report: &'o mut Report,
    pub(super) consent: &'o Consent<'o>,
}

impl Watch for Operator<'_> {
    fn step(&mut self, what: &str, bytes: u64) {
        self.report.step(what, bytes);
    }

    fn advance(&mut self, bytes: u64) {
        self.report.advance(bytes);
    }

    fn note(&mut self, text: &str) {
        self.report.note(text);
    }
}

impl Desk for Operator<'_> {
    fn may_agree(&self) -> bool {
        !self.consent.is_hopeless()
    }

    fn detail(&mut self, text: &str) {
        self.report.detail(text);
    }

    fn allow(&mut self, loss: &Loss) -> anyhow::Result<()> {
        self.consent.ask(self.report, || Ok(loss.clone()))
    }
}
