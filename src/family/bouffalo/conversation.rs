//! The conversation with one chip in its mask ROM.

use std::time::Duration;

use anyhow::Context as _;
use bouffalo::{
    host::Isp,
    wire::{BootInfo, Flash},
};

use super::target::SpiNor;
use crate::{
    boards::storage::Storage,
    failure::Problem,
    family::{self, BlockTarget, Context, Conversation, Identity, Medium, Stage, Via},
    plan::{Artifacts, Start},
    session::{Access, OpenedLine},
    transport::Stop,
};

/// The rate of the handshake, in bit/s: the vendor's tool has the same.
const START: u32 = 500_000;
/// The rate of all that follows, likewise.
const FAST: u32 = 2_000_000;
/// How long a person may take to bring the board into its mask ROM, unless told otherwise.
const PATIENCE: Duration = Duration::from_secs(30);

/// A board with a BL808. Its line is opened when the first byte goes out: opening a port moves its modem lines, which resets
/// some boards.
pub struct Talk {
    access: Access,
    name: String,
    rate: u32,
    line: Option<OpenedLine>,
    info: Option<BootInfo>,
    flash: Option<Flash>,
}

impl Talk {
    /// Finds the one line that is meant; `rate`: the fastest that it bears, in bit/s.
    ///
    /// # Errors
    /// When there is none, or several.
    pub fn find(access: &Access, rate: Option<u32>, stop: &Stop) -> anyhow::Result<Self> {
        let name = family::line(access, stop)?.name().to_owned();
        let rate = rate.unwrap_or(FAST);
        Ok(Self { access: access.clone(), name, rate, line: None, info: None, flash: None })
    }

    /// The flash, set up and made sure of.
    ///
    /// # Errors
    /// When the chip was not asked yet, when no flash answers it, and when the line fails.
    pub fn flash(&mut self, cx: &mut Context<'_>) -> anyhow::Result<SpiNor<'_>> {
        let info = self.info.context("the chip was not asked which one it is")?;
        let line = self.line.as_mut().context("the line is not open")?;
        let flash = match self.flash {
            Some(flash) => flash,
            None => *self.flash.insert(Isp::new(line.link(), cx.desk).open_flash(&info)?),
        };
        Ok(SpiNor::new(line.link(), flash))
    }

    fn link(&mut self, stop: &Stop) -> anyhow::Result<&mut OpenedLine> {
        if self.line.is_none() {
            let start = START.min(self.rate);
            let opened = family::line(&self.access, stop)?.open(&self.access, start, stop)?;
            self.line = Some(opened);
        }
        self.line.as_mut().context("it was just opened")
    }
}

/// What the chip said of itself.
fn identity(info: &BootInfo) -> Identity {
    Identity {
        vendor: "Bouffalo Lab",
        stage: Stage::MaskRom,
        mode: "mask ROM (ISP)",
        socs: vec!["BL808".into()],
        number: None,
        chip_id: Some(format!("{:012x}", info.chip_id())),
        medium: None,
    }
}

/// What a flash tells of itself.
pub(super) fn medium(flash: &Flash) -> Medium {
    let [maker, kind, capacity] = flash.id;
    Medium {
        kind: Some(Storage::SpiNor),
        sectors: flash.size().map(|size| u64::from(size) / super::SECTOR),
        id: Some(format!("{maker:02x}{kind:02x}{capacity:02x}")),
        boots: None,
        part: None,
    }
}

impl Conversation for Talk {
    fn name(&self) -> &str {
        &self.name
    }

    fn port(&self) -> String {
        family::line_port(&self.name)
    }

    fn identify(&mut self, cx: &mut Context<'_>) -> anyhow::Result<Identity> {
        if let Some(info) = &self.info {
            return Ok(identity(info));
        }
        let (rate, patience) = (self.rate, self.access.wait.unwrap_or(PATIENCE));
        let line = self.link(cx.stop)?;
        let mut isp = Isp::new(line.link(), cx.desk);
        let info = isp.connect(patience)?;
        isp.speed_up(rate)?;
        if info.signed || info.encrypted {
            let what = if info.signed { "signed" } else { "encrypted" };
            cx.desk.note(&format!("the chip's fuses say that it starts {what} programs only"));
        }
        self.info = Some(info);
        Ok(identity(&info))
    }

    fn start(&mut self, _: &Start, _: &Artifacts, _: &mut Context<'_>) -> anyhow::Result<Identity> {
        Err(Problem::Refused("the mask ROM reaches the flash by itself".into()).into())
    }

    fn target(
        &mut self,
        _: Option<(Storage, Via)>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + '_>> {
        Ok(Box::new(self.flash(cx)?))
    }

    fn restart(&mut self, cx: &mut Context<'_>) -> anyhow::Result<()> {
        let line = self.link(cx.stop)?;
        Ok(Isp::new(line.link(), cx.desk).reset()?)
    }

    fn close(
        self: Box<Self>,
        outcome: anyhow::Result<()>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        match self.line {
            Some(line) => line.end(outcome, cx.desk),
            None => outcome,
        }
    }
}
