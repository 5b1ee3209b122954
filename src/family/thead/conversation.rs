//! The conversation with one board: its mask ROM, then the image writer.

use std::time::Duration;

use anyhow::Context as _;
use thead::{
    host::{Board as Answered, Cct},
    wire::BAUD,
};

use super::target::SpiNor;
use crate::{
    boards::{Role, storage::Storage},
    family::{self, BlockTarget, Context, Conversation, Identity, Medium, Stage, Via},
    plan::{Artifacts, Start},
    session::{Access, OpenedLine},
    transport::Stop,
};

/// How long a person may take to power the board on, unless told otherwise.
const PATIENCE: Duration = Duration::from_secs(60);

/// A board with a TH1520. Its line is opened when the first byte goes out: opening a port moves its modem lines, which resets
/// some boards.
pub struct Talk {
    access: Access,
    name: String,
    line: Option<OpenedLine>,
    /// What the program that answers has.
    has: Option<Answered>,
    stage: Stage,
}

impl Talk {
    /// Finds the one line that is meant.
    ///
    /// # Errors
    /// When there is none, or several.
    pub fn find(access: &Access, stop: &Stop) -> anyhow::Result<Self> {
        let name = family::line(access, stop)?.name().to_owned();
        Ok(Self { access: access.clone(), name, line: None, has: None, stage: Stage::MaskRom })
    }

    /// The version of the protocol that what answers speaks, once it was asked.
    pub fn protocol(&self) -> Option<u8> {
        self.has.as_ref().map(|has| has.version)
    }

    /// Sends the image writer to the mask ROM, which is waited for, has it summed and starts it.
    ///
    /// # Errors
    /// When no mask ROM answers in time, when the program does not arrive or does not start, and when the line fails.
    pub fn start_writer(
        &mut self,
        writer: &[u8],
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Identity> {
        self.identify(cx)?;
        let line = self.line.as_mut().context("the line was opened")?;
        let rom = self.has.take().context("the mask ROM was asked")?;
        let mut cct = Cct::new(line.link(), cx.desk);
        self.has = Some(cct.start_writer(&rom, writer)?);
        self.stage = Stage::ImageWriter;
        Ok(self.identity())
    }

    /// The SPI flash that the program lists which answers.
    ///
    /// # Errors
    /// When it lists none, and when nothing was asked yet.
    pub fn flash(&mut self) -> anyhow::Result<SpiNor<'_>> {
        let line = self.line.as_mut().context("the line was opened")?;
        let has = self.has.as_ref().context("the board was asked")?;
        Ok(SpiNor::new(line.link(), has)?)
    }

    /// What it said of itself. The protocol is that of other chips of the vendor's, too: it does not tell which one answers.
    fn identity(&self) -> Identity {
        Identity {
            vendor: "T-Head",
            stage: self.stage,
            mode: match self.stage {
                Stage::MaskRom => "mask ROM (CCT)",
                _ => "the vendor's image writer (in memory)",
            },
            socs: Vec::new(),
            number: None,
            chip_id: None,
            medium: self.has.as_ref().and_then(medium),
        }
    }
}

/// The flash that a board lists.
pub(super) fn medium(has: &Answered) -> Option<Medium> {
    let flash = has.flash()?;
    Some(Medium {
        kind: Some(Storage::SpiNor),
        sectors: Some(u64::from(flash.size) / super::SECTOR),
        id: None,
        boots: None,
        part: None,
    })
}

impl Conversation for Talk {
    fn name(&self) -> &str {
        &self.name
    }

    fn port(&self) -> String {
        family::line_port(&self.name)
    }

    fn identify(&mut self, cx: &mut Context<'_>) -> anyhow::Result<Identity> {
        if self.has.is_none() {
            let opened = family::line(&self.access, cx.stop)?.open(&self.access, BAUD, cx.stop)?;
            let line = self.line.insert(opened);
            let patience = self.access.wait.unwrap_or(PATIENCE);
            self.has = Some(Cct::new(line.link(), cx.desk).connect(patience)?);
        }
        Ok(self.identity())
    }

    fn start(
        &mut self,
        _: &Start,
        files: &Artifacts,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Identity> {
        self.start_writer(&files.require(Role::Program)?.bytes, cx)
    }

    fn target(
        &mut self,
        _: Option<(Storage, Via)>,
        _: &mut Context<'_>,
    ) -> anyhow::Result<Box<dyn BlockTarget + '_>> {
        Ok(Box::new(self.flash()?))
    }

    fn restart(&mut self, _: &mut Context<'_>) -> anyhow::Result<()> {
        Err(crate::failure::Problem::Refused("the board has no command that restarts it".into())
            .into())
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
