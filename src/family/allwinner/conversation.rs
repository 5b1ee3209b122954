//! The conversation with one board in FEL, until U-Boot has taken it over.

use anyhow::Context as _;
use fel::{
    host::{Fel, Plan},
    image::Image,
};
use uboot::host::{Console, Prompt, reach_prompt};

use super::stages::{boot, unknown};
use crate::{
    boards::{Role, storage::Storage},
    failure::Problem,
    family::{self, BlockTarget, Context, Conversation, Identity, Stage, Via, uboot::Reached},
    plan::{Artifacts, Start},
    session::{Access, BAUD, Opened, OpenedLine, is_fel},
    transport::Stop,
};

/// A board of Allwinner's.
pub(super) struct Talk {
    opened: Opened,
    port: String,
    /// What was started: it has left FEL, and nothing answers on USB any more.
    up: Option<Identity>,
    /// How its console is reached, where U-Boot is to be asked.
    access: Access,
    console: Option<OpenedLine>,
    reached: Option<Reached>,
}

impl Talk {
    pub(super) fn open(access: &Access, stop: &Stop) -> anyhow::Result<Self> {
        let opened = family::open(access, is_fel, stop)?;
        let port = opened.board.port().unwrap_or_default();
        let access = access.clone();
        Ok(Self { opened, port, up: None, access, console: None, reached: None })
    }

    /// Opens the board's console, if U-Boot is to be asked: its countdown begins at once.
    fn listen(&mut self, cx: &Context<'_>) -> anyhow::Result<()> {
        if self.access.net.is_some() && self.console.is_none() {
            let access = self.access.of_console()?;
            self.console = Some(family::line(&access, cx.stop)?.open(&access, BAUD, cx.stop)?);
        }
        Ok(())
    }
}

/// The number of the chip, from its eFuses. It is read by code in SRAM, as `fel sid` does it; where it cannot be read it is
/// not known.
fn chip_id(fel: &mut Fel<'_>) -> Option<String> {
    let words = fel.sid(0, 4, false).ok()?;
    let is_blank = words.iter().all(|word| *word == 0);
    (!is_blank).then(|| words.iter().map(|word| format!("{word:08x}")).collect())
}

impl Conversation for Talk {
    fn name(&self) -> &str {
        &self.opened.name
    }

    fn port(&self) -> String {
        self.port.clone()
    }

    fn identify(&mut self, _: &mut Context<'_>) -> anyhow::Result<Identity> {
        if let Some(up) = &self.up {
            return Ok(up.clone());
        }
        let mut seen = super::identify(&mut self.opened.board)?;
        if seen.stage == Stage::MaskRom && !seen.socs.is_empty() {
            seen.chip_id = chip_id(&mut Fel::open(&mut self.opened.board.link)?);
        }
        Ok(seen)
    }

    fn start(
        &mut self,
        start: &Start,
        files: &Artifacts,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Identity> {
        let before = self.identify(cx)?;
        self.listen(cx)?;
        let file = files.require(Role::Uboot)?;
        let image = Image::parse(&file.bytes)?;
        let mut fel = Fel::open(&mut self.opened.board.link)?;
        let chip = fel.chip()?;
        let plan = Plan::new(chip, &image, &[], true)?;
        if let Some(text) = unknown(chip, &image) {
            cx.desk.note(&text);
        }
        let started = boot(&mut fel, &image, &plan, &mut [], true, cx.desk)?;
        match &mut self.console {
            Some(line) => reach_prompt(&mut Console::new(line.link(), cx.desk)).map(drop)?,
            None => cx.desk.note(&format!(
                "{}; it left FEL, and says on its serial line how it fares: it is not asked",
                started.words()
            )),
        }
        let up = Identity { stage: start.to, mode: "U-Boot (started from memory)", ..before };
        Ok(self.up.insert(up).clone())
    }

    fn target(
        &mut self,
        storage: Option<(Storage, Via)>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + '_>> {
        let (Some(line), Some(net)) = (&mut self.console, self.access.net) else {
            return Err(Problem::Refused("FEL reaches memory, and no storage".into()).into());
        };
        if let Some((storage, _)) = storage {
            self.reached = Some(Reached::find(line.link(), storage, net, cx)?);
        }
        let reached = self.reached.as_ref().context("no disk was chosen")?;
        Ok(reached.target(line.link()))
    }

    fn restart(&mut self, cx: &mut Context<'_>) -> anyhow::Result<()> {
        let text = "U-Boot runs already, and is not asked";
        let line = self.console.as_mut().ok_or_else(|| Problem::Refused(text.into()))?;
        Ok(Prompt::answered(&mut Console::new(line.link(), cx.desk)).start("reset")?)
    }

    fn close(
        self: Box<Self>,
        outcome: anyhow::Result<()>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        let outcome = match self.console {
            Some(line) => line.end(outcome, cx.desk),
            None => outcome,
        };
        self.opened.end(outcome, cx.stop, cx.desk)
    }
}
