//! `upgrade-loader`: the ID block of a loader file goes to where the mask ROM looks for it.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use link::Watch;
use rockusb::{
    host::{Download, Report as Known, Rock, Survey},
    idb::IdBlock,
    loader::Loader,
};
use serde_json::json;

use super::{Context, Session, download::Load};
use crate::{cli::rockchip_files::read_loader, report::Answer};

/// A loader file with an ID block.
pub(super) struct Job {
    path: PathBuf,
    bytes: Vec<u8>,
    block: IdBlock,
    /// The code of the SoC that it is for.
    chip: u32,
}

impl Job {
    /// Reads a loader file, or the one in a package.
    pub(super) fn prepare(path: &Path) -> anyhow::Result<Self> {
        let name = || path.display().to_string();
        let bytes = read_loader(path)?;
        let loader = Loader::parse(&bytes).with_context(name)?;
        let (chip, block) = (loader.header.chip, IdBlock::of(&loader).with_context(name)?);
        Ok(Self { path: path.into(), block, chip, bytes })
    }

    /// The same file for a board in its mask ROM; `None` where it has nothing for that.
    pub(super) fn loader(&self) -> anyhow::Result<Option<Load>> {
        let loader = Loader::parse(&self.bytes)?;
        let some = !Download::of(&loader, None)?.is_empty();
        Ok(some.then(|| Load::File { path: self.path.clone(), bytes: self.bytes.clone() }))
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let (file, sectors) = (self.path.display(), self.block.sectors());
        let layout = if self.block.new { "new" } else { "old" };
        vec![
            format!(
                "write the ID block of {file}: {sectors} sectors, {layout} layout, its head last"
            ),
            "verify it by reading back".into(),
        ]
    }

    /// What of the board's storage is lost, in words.
    pub(super) fn destroys(&self) -> String {
        format!("replaces the boot loader (the ID block) by that of {}", self.path.display())
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let product = context.board.ids().1;
        let (mut rock, survey, session) = context.survey()?;
        self.require(&mut rock, &survey, product)?;
        session.confirm(&mut rock, &survey, self.destroys())?;
        let known = self.write(&mut rock, &survey, session)?;
        let fields = json!({
            "sector": survey.id_block(), "sectors": self.block.sectors(), "verified": known.is_complete(),
        });
        Ok(Answer::new("", fields))
    }

    /// Refuses a board that it is not for.
    pub(super) fn require(
        &self,
        rock: &mut Rock<'_>,
        survey: &Survey,
        product: u16,
    ) -> anyhow::Result<()> {
        rock.require_chip(survey, product, self.chip)?;
        Ok(rock.require_layout(survey, &self.block)?)
    }

    /// Writes the ID block and verifies it.
    pub(super) fn write(
        &self,
        rock: &mut Rock<'_>,
        survey: &Survey,
        session: &mut Session<'_>,
    ) -> anyhow::Result<Known> {
        session.report.step("write the ID block", self.block.bytes.len() as u64);
        let known = rock.write_id_block(survey, &self.block, session.report)?;
        session.tell(&known);
        Ok(known)
    }

    /// Sectors that it takes.
    pub(super) fn sectors(&self) -> u64 {
        self.block.sectors().into()
    }
}
