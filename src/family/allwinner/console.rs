//! The serial console of a board that is started over FEL, and the proof that it is this board's.

use std::time::Duration;

use link::StepId;
use uboot::host::{Console, Prompt, Step, reach_prompt};

use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{
        self, BlockTarget, Context,
        uboot::{Reached, Wanted, leave},
    },
    session::{Access, BAUD, OpenedLine},
};

const PROVE: Step = Step::new(&(StepId::FIND, "proving whose console it is"));
/// Bytes of a token.
pub(super) const TOKEN: usize = 16;

/// An open console. Its board gets a token into its memory over FEL: only its own U-Boot can tell the token's sum.
pub(super) struct BoardConsole {
    line: OpenedLine,
    pub(super) token: [u8; TOKEN],
    reached: Option<Reached>,
}

impl BoardConsole {
    /// Opens the console of the board that `access` means. Its U-Boot counts down as soon as it is started.
    pub(super) fn open(access: &Access, cx: &Context<'_>) -> anyhow::Result<Self> {
        let access = access.of_console()?;
        let line = family::line(&access, cx.stop)?.open(&access, BAUD, cx.stop)?;
        let mut token = [0; TOKEN];
        getrandom::fill(&mut token).map_err(|error| Problem::Failed(error.to_string()))?;
        Ok(Self { line, token, reached: None })
    }

    /// Gets to U-Boot's prompt, and makes sure that it is the one of the board with the token at `address`.
    pub(super) fn prove(&mut self, address: u32, cx: &mut Context<'_>) -> anyhow::Result<()> {
        let name = self.line.name().to_owned();
        let mut console = Console::new(self.line.link(), cx.desk);
        let mut prompt = reach_prompt(&mut console)?;
        let sum = prompt.sum(PROVE, address.into(), TOKEN as u64, Duration::from_secs(10))?;
        match sum == crc32fast::hash(&self.token) {
            true => Ok(()),
            false => Err(Problem::Refused(format!(
                "{name} is the console of another board than the one that U-Boot was started on; nothing was written"
            ))
            .advised("name the board's own console with --console")
            .into()),
        }
    }

    /// Storage that U-Boot drives; `None`: the one that is chosen.
    pub(super) fn target(
        &mut self,
        storage: Option<Storage>,
        access: &Access,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + '_>> {
        let wanted = storage.map(|storage| Wanted { storage, net: access.net, guard: None });
        Reached::open(&mut self.reached, self.line.link(), wanted, cx)
    }

    /// Restarts the board.
    pub(super) fn restart(&mut self, cx: &mut Context<'_>) -> anyhow::Result<()> {
        leave(self.reached.take().as_ref(), self.line.link(), cx.desk)?;
        Ok(Prompt::answered(&mut Console::new(self.line.link(), cx.desk)).start("reset")?)
    }

    /// Ends the conversation.
    pub(super) fn end(
        mut self,
        outcome: anyhow::Result<()>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        let outcome =
            outcome.and_then(|()| leave(self.reached.as_ref(), self.line.link(), cx.desk));
        self.line.end(outcome, cx.desk)
    }
}
