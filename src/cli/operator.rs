//! The user of a command, as drivers and plans see them: hears of progress, and may say yes.

use std::time::{Duration, Instant};

use link::{StepId, Watch};

use super::confirm::Consent;
use crate::{
    boards::Board,
    family::Desk,
    plan::{Loss, Numbered},
    report::Report,
};

/// The user of the command.
pub(super) struct Operator<'o> {
    pub(super) report: &'o mut Report,
    pub(super) consent: &'o Consent<'o>,
    /// How long questions have waited for their answers.
    pub(super) asked: Duration,
}

impl<'o> Operator<'o> {
    pub(super) fn new(report: &'o mut Report, consent: &'o Consent<'o>) -> Self {
        Self { report, consent, asked: Duration::ZERO }
    }
}

impl Watch for Operator<'_> {
    fn step(&mut self, id: StepId, label: &str, bytes: u64) {
        self.report.step(id, label, bytes);
    }

    fn advance(&mut self, bytes: u64) {
        self.report.advance(bytes);
    }

    fn note(&mut self, text: &str) {
        self.report.note(text);
    }

    fn wait(&mut self, what: &str, limit: Duration) {
        self.report.wait(what, limit);
    }
}

impl Desk for Operator<'_> {
    fn opened(&mut self, board: &'static Board, name: &str, port: &str) {
        self.report.about(Some(&board.name), Some(port));
        self.consent.about(name);
    }

    fn begin(&mut self, step: &Numbered<'_>) {
        self.report.plan_step(step);
    }

    fn then(&mut self, bytes: &[(StepId, u64)]) {
        self.report.then(bytes);
    }

    fn may_agree(&self) -> bool {
        // A dry run looks further, and asks nothing in the end.
        self.consent.is_dry() || !self.consent.is_hopeless()
    }

    fn detail(&mut self, text: &str) {
        self.report.detail(text);
    }

    fn allow(&mut self, loss: &Loss) -> anyhow::Result<()> {
        let begin = Instant::now();
        let answer = self.consent.ask(self.report, || Ok(loss.clone()));
        self.asked += begin.elapsed();
        answer
    }
}
