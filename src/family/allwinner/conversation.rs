//! The conversation with one board in FEL, whose storage is reached by an agent there or by the U-Boot that takes it over.

use fel::{
    host::{Fel, Plan, Upload},
    image::Image,
};

use super::{
    console::BoardConsole,
    stages::{boot, unknown},
    target::OpenDisk,
};
use crate::{
    boards::{Role, storage::Storage},
    failure::Problem,
    family::{self, BlockTarget, Context, Conversation, Identity, Stage, Via},
    plan::{Artifacts, Start},
    session::{Access, Opened, is_fel},
    transport::Stop,
};

/// A board of Allwinner's.
pub(super) struct Talk {
    opened: Opened,
    port: String,
    /// What was started: it has left FEL, and nothing answers on USB any more.
    up: Option<Identity>,
    access: Access,
    /// Its console, where U-Boot is to be asked.
    console: Option<BoardConsole>,
    /// The storage that the agent has opened.
    disk: Option<OpenDisk>,
}

impl Talk {
    pub(super) fn open(access: &Access, stop: &Stop) -> anyhow::Result<Self> {
        let opened = family::open(access, is_fel, stop)?;
        let port = opened.board.port().unwrap_or_default();
        let access = access.clone();
        Ok(Self { opened, port, up: None, access, console: None, disk: None })
    }

    /// Completes what was written to the storage that the agent has opened.
    fn end_disk(&mut self) -> anyhow::Result<()> {
        match self.disk.take() {
            Some(mut disk) => disk.close(&mut self.opened.board.link),
            None => Ok(()),
        }
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
        if self.access.net.is_some() {
            self.console = Some(BoardConsole::open(&self.access, cx)?);
        }
        let file = files.require(Role::Uboot)?;
        let image = Image::parse(&file.bytes)?;
        let mut fel = Fel::open(&mut self.opened.board.link)?;
        let chip = fel.chip()?;
        let token = self.console.as_ref().map(|console| console.token).unwrap_or_default();
        let (place, mut bytes) = (chip.script_address(), &token[..]);
        let upload =
            Upload { name: "token".into(), address: place, data: &mut bytes, script: None };
        let mut uploads: Vec<_> = self.console.is_some().then_some(upload).into_iter().collect();
        let plan = Plan::new(chip, &image, &uploads, true)?;
        if let Some(text) = unknown(chip, &image) {
            cx.desk.note(&text);
        }
        let started = boot(&mut fel, &image, &plan, &mut uploads, true, cx.desk)?;
        match &mut self.console {
            Some(console) => console.prove(place, cx)?,
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
        if let (None, Some((storage, _))) = (&self.console, storage) {
            self.end_disk()?;
            self.disk = Some(OpenDisk::open(&mut self.opened.board.link, storage)?);
        }
        if let Some(console) = &mut self.console {
            return console.target(storage.map(|(storage, _)| storage), &self.access, cx);
        }
        let untold = || Problem::Refused("no storage is chosen yet".into());
        let disk = self.disk.as_mut().ok_or_else(untold)?;
        Ok(Box::new(disk.target(&mut self.opened.board.link)?))
    }

    /// A card is asked through FEL, and only asked.
    fn chooses_freely(&self) -> bool {
        self.up.is_none()
    }

    fn restart(&mut self, cx: &mut Context<'_>) -> anyhow::Result<()> {
        match (&mut self.console, &self.up) {
            (Some(console), _) => console.restart(cx),
            (None, Some(_)) => {
                Err(Problem::Refused("U-Boot runs already, and is not asked".into()).into())
            }
            (None, None) => {
                self.end_disk()?;
                Ok(Fel::open(&mut self.opened.board.link)?.watchdog_reset()?)
            }
        }
    }

    fn close(
        mut self: Box<Self>,
        outcome: anyhow::Result<()>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        // An eMMC is left as it was found, whatever happened; what happened first is told.
        let ended = self.end_disk();
        let outcome = outcome.and(ended);
        let outcome = match self.console {
            Some(console) => console.end(outcome, cx),
            None => outcome,
        };
        self.opened.end(outcome, cx.stop, cx.desk)
    }
}
