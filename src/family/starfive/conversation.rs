//! The conversation with one board: from its mask ROM to U-Boot's prompt.

use std::{path::Path, time::Duration};

use anyhow::Context as _;
use starfive::host::BUFFERS;
use uboot::{
    flash::Flash,
    host::{Console, Flasher, Prompt},
};

use super::{
    FAST, PATIENCE, bring_up, check_uboot,
    target::{BEGINNING, SpiNor},
    unchecked_note,
};
use crate::{
    boards::{Role, storage::Storage},
    family::{
        self, BlockTarget, Context, Conversation, Identity, Stage, Via,
        uboot::{Reached, Shown, Wanted, leave},
    },
    plan::{Artifacts, Start},
    session::{Access, BAUD, OpenedLine},
    transport::Stop,
};

/// A board with a JH7110. Its line is opened when the first byte goes out: opening a port moves its modem lines, which
/// resets some boards.
pub(super) struct Talk {
    access: Access,
    name: String,
    patience: Duration,
    fast: Option<u32>,
    line: Option<OpenedLine>,
    flash: Option<Flash>,
    /// Storage that is reached over the network.
    reached: Option<Reached>,
    /// Storage that U-Boot shows over USB.
    shown: Option<Shown>,
}

impl Talk {
    /// Finds the one line that is meant.
    pub(super) fn find(access: &Access, stop: &Stop) -> anyhow::Result<Self> {
        let name = family::line(access, stop)?.name().to_owned();
        let patience = access.wait.unwrap_or(PATIENCE);
        Ok(Self {
            access: access.clone(),
            name,
            patience,
            fast: None,
            line: None,
            flash: None,
            reached: None,
            shown: None,
        })
    }

    fn line(&mut self) -> anyhow::Result<&mut OpenedLine> {
        self.line.as_mut().context("U-Boot was not brought up")
    }
}

/// What a board on a serial line has told. Before a program is sent it cannot be asked anything: a mask ROM is what is
/// waited for. Only the JH7110's mask ROM takes an SPL with that header, and starts it only if its sum holds: a U-Boot that
/// came up so tells the SoC.
fn identity(stage: Stage) -> Identity {
    let up = stage == Stage::Uboot;
    Identity {
        vendor: "StarFive",
        stage,
        mode: if up { "U-Boot (in memory)" } else { "mask ROM" },
        socs: if up { vec!["JH7110".into()] } else { Vec::new() },
        number: None,
        chip_id: None,
        medium: None,
    }
}

impl Conversation for Talk {
    fn name(&self) -> &str {
        &self.name
    }

    fn port(&self) -> String {
        family::line_port(&self.name)
    }

    fn identify(&mut self, _: &mut Context<'_>) -> anyhow::Result<Identity> {
        Ok(identity(if self.line.is_some() { Stage::Uboot } else { Stage::MaskRom }))
    }

    fn start(
        &mut self,
        _: &Start,
        files: &Artifacts,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Identity> {
        let (spl, uboot) = (files.require(Role::Spl)?, files.require(Role::Uboot)?);
        let unchecked = check_uboot(Path::new(&uboot.name), &uboot.bytes)?;
        if let Some(note) = unchecked_note(unchecked.as_deref()) {
            cx.desk.note(&note);
        }
        let opened = family::line(&self.access, cx.stop)?.open(&self.access, BAUD, cx.stop)?;
        let line = self.line.insert(opened);
        bring_up(line.link(), &spl.bytes, &uboot.bytes, self.patience, cx.desk)?;
        Ok(identity(Stage::Uboot))
    }

    fn target(
        &mut self,
        storage: Option<(Storage, Via)>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + '_>> {
        let line = self.line.as_mut().context("U-Boot was not brought up")?;
        if let Some((storage, Via::Disk)) = storage {
            self.shown = Some(Shown::start(line.link(), storage, &self.access, cx)?);
        }
        if let Some(shown) = &self.shown {
            return Ok(shown.target());
        }
        let over_net = storage.filter(|(_, via)| *via == Via::Ethernet);
        if over_net.is_some() || self.reached.is_some() {
            let wanted = over_net.map(|(storage, _)| Wanted {
                storage,
                net: self.access.net,
                guard: (storage == Storage::SpiNor).then_some(BEGINNING),
            });
            return Reached::open(&mut self.reached, line.link(), wanted, cx);
        }
        if storage.is_some() {
            let mut console = Console::new(line.link(), cx.desk);
            let mut prompt = Prompt::answered(&mut console);
            self.flash = Flasher::new(&mut prompt, BUFFERS, None).probe()?;
        }
        Ok(Box::new(SpiNor::new(line.link(), self.flash.as_ref(), &mut self.fast)))
    }

    fn hurry(&mut self) {
        self.fast = Some(FAST);
    }

    fn restart(&mut self, cx: &mut Context<'_>) -> anyhow::Result<()> {
        let line = self.line.as_mut().context("U-Boot was not brought up")?;
        Shown::end(&mut self.shown, line.link(), cx.desk)?;
        let reached = self.reached.take();
        leave(reached.as_ref(), self.line()?.link(), cx.desk)?;
        let mut console = Console::new(self.line()?.link(), cx.desk);
        Prompt::answered(&mut console).start("reset")?;
        cx.desk.note(
            "set the board's boot switches back from UART to SPI flash, or let its jumper or button go, and reset it once \
             more: until then it waits in its mask ROM",
        );
        Ok(())
    }

    fn close(
        mut self: Box<Self>,
        outcome: anyhow::Result<()>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        match self.line {
            Some(mut line) => {
                let ended = Shown::end(&mut self.shown, line.link(), cx.desk);
                let outcome = outcome
                    .and(ended)
                    .and_then(|()| leave(self.reached.as_ref(), line.link(), cx.desk));
                line.end(outcome, cx.desk)
            }
            None => outcome,
        }
    }
}
