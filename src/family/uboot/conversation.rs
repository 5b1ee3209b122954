//! One board at U-Boot's prompt.

use uboot::host::{Cause, Console, Prompt, reach_prompt};

use super::{Reached, Shown, Wanted, leave};
use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{self, BlockTarget, Context, Conversation, Identity, Stage, Via},
    plan::{Artifacts, Start},
    session::{Access, BAUD, OpenedLine},
    transport::Stop,
};

/// The conversation, and what U-Boot has found.
pub(super) struct Talk {
    line: OpenedLine,
    access: Access,
    reached: Option<Reached>,
    /// Storage that it shows over USB.
    shown: Option<Shown>,
}

impl Talk {
    /// Opens the one line that is meant.
    pub(super) fn open(access: &Access, stop: &Stop) -> anyhow::Result<Self> {
        let line = family::line(access, stop)?.open(access, BAUD, stop)?;
        Ok(Self { line, access: access.clone(), reached: None, shown: None })
    }
}

impl Conversation for Talk {
    fn name(&self) -> &str {
        self.line.name()
    }

    fn port(&self) -> String {
        family::line_port(self.line.name())
    }

    fn identify(&mut self, cx: &mut Context<'_>) -> anyhow::Result<Identity> {
        let mut console = Console::new(self.line.link(), cx.desk);
        if let Err(error) = Prompt::open(&mut console) {
            // It may be about to start.
            match error.cause {
                Cause::Silence | Cause::Missing(_) => reach_prompt(&mut console).map(drop)?,
                _ => return Err(error.into()),
            }
        }
        Ok(Identity {
            vendor: "U-Boot",
            stage: Stage::Uboot,
            mode: "U-Boot (at its prompt)",
            socs: Vec::new(),
            number: None,
            chip_id: None,
            medium: None,
        })
    }

    fn start(&mut self, _: &Start, _: &Artifacts, _: &mut Context<'_>) -> anyhow::Result<Identity> {
        Err(Problem::Refused("U-Boot runs already".into()).into())
    }

    fn target(
        &mut self,
        storage: Option<(Storage, Via)>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + '_>> {
        if let Some((storage, Via::Disk)) = storage {
            self.shown = Some(Shown::start(self.line.link(), storage, &self.access, cx)?);
        }
        if let Some(shown) = &self.shown {
            return Ok(shown.target());
        }
        let net = self.access.net;
        let wanted = storage.map(|(storage, _)| Wanted { storage, net, guard: None });
        Reached::open(&mut self.reached, self.line.link(), wanted, cx)
    }

    fn restart(&mut self, cx: &mut Context<'_>) -> anyhow::Result<()> {
        Shown::end(&mut self.shown, self.line.link(), cx.desk)?;
        leave(self.reached.take().as_ref(), self.line.link(), cx.desk)?;
        let mut console = Console::new(self.line.link(), cx.desk);
        Ok(Prompt::answered(&mut console).start("reset")?)
    }

    fn close(
        mut self: Box<Self>,
        outcome: anyhow::Result<()>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        let ended = Shown::end(&mut self.shown, self.line.link(), cx.desk);
        let outcome = outcome
            .and(ended)
            .and_then(|()| leave(self.reached.as_ref(), self.line.link(), cx.desk));
        self.line.end(outcome, cx.desk)
    }
}
