//! `upgrade-loader`: the ID block of a loader file goes to where the mask ROM looks for it.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use link::{StepId, Watch};
use rockusb::{
    chips::{self, Fit},
    gpt::{PRIMARY_SECTORS, Place, Table},
    host::{Download, Rock, Survey},
    idb::{self, IdBlock},
    loader::Loader,
    wire::SECTOR,
};
use serde_json::{Value, json};

use super::{Context, Session};
use crate::family::rockchip::known;
use crate::{
    failure::Problem,
    family::rockchip::{Load, unknown},
    files::rockchip::read_loader,
    report::Answer,
};
use link::Verified;

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

    /// The same with an ID block that is not the loader file's: an image of a package.
    pub(super) fn with_block(path: &Path, mut block: Vec<u8>) -> anyhow::Result<Self> {
        let name = || path.display().to_string();
        let bytes = read_loader(path)?;
        let chip = Loader::parse(&bytes).with_context(name)?.header.chip;
        let layout = idb::layout(&block)
            .ok_or_else(|| Problem::BadInput(format!("{}: its ID block is damaged", name())))?;
        block.resize(block.len().next_multiple_of(SECTOR), 0);
        Ok(Self { path: path.into(), block: IdBlock { bytes: block, layout }, chip, bytes })
    }

    /// The same file for a board in its mask ROM; `None` where it has nothing for that.
    pub(super) fn loader(&self) -> anyhow::Result<Option<Load>> {
        let some = !Download::of(&Loader::parse(&self.bytes)?).is_empty();
        Ok(some.then(|| Load::File { path: self.path.clone(), bytes: self.bytes.clone() }))
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let (file, sectors) = (self.path.display(), self.block.sectors());
        vec![
            format!(
                "write the ID block of {file}: {sectors} sectors, {}, its head last",
                self.block.layout
            ),
            "verify it by reading back".into(),
            "clear the heads of older ID blocks where the mask ROM would go on to them, outside of partitions".into(),
        ]
    }

    /// What of the board's storage is lost, in words.
    pub(super) fn destroys(&self) -> String {
        format!(
            "replaces the boot loader (the ID block) by that of {}, and clears older copies of it",
            self.path.display()
        )
    }

    /// Refuses a board with this product id, where the ID block is known not to start it. A board in its mask ROM is sent
    /// a loader first: this is found out before.
    pub(super) fn suits(&self, product: u16) -> anyhow::Result<()> {
        let name = || self.path.display().to_string();
        Download::require_chip(&Loader::parse(&self.bytes)?, product).with_context(name)?;
        let chip = chips::by_product(product);
        match chip.and_then(|chip| idb::misfit(&self.block.bytes, chip)) {
            Some(why) => {
                let text = format!("{}: its ID block does not start this board: {why}", name());
                Err(Problem::Refused(text).into())
            }
            None => Ok(()),
        }
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let (mut rock, survey, session) = context.survey()?;
        self.require(&mut rock, &survey, session)?;
        session.confirm(&mut rock, &survey, self.destroys())?;
        let (known, older) = self.write(&mut rock, &survey, session)?;
        let fields = json!({
            "sector": survey.id_block(), "sectors": self.block.sectors(), "verified": known.is_complete(),
            "older_copies": older,
        });
        Ok(Answer::new("", fields))
    }

    /// Refuses a board that it is not for.
    pub(super) fn require(
        &self,
        rock: &mut Rock<'_>,
        survey: &Survey,
        session: &mut Session<'_>,
    ) -> anyhow::Result<()> {
        if rock.require_chip(survey, self.chip)? == Fit::Unknown {
            session.report.note(&unknown(self.chip));
        }
        Ok(rock.require_block(survey, &self.block)?)
    }

    /// Writes the ID block, verifies it, and clears older ones; also returns what became of each of those.
    pub(super) fn write(
        &self,
        rock: &mut Rock<'_>,
        survey: &Survey,
        session: &mut Session<'_>,
    ) -> anyhow::Result<(Verified, Vec<Value>)> {
        let known = known(&rock.write_id_block(survey, &self.block, session.report)?);
        session.tell(&known);
        let older = rock.older_id_blocks(survey, &self.block)?;
        let older = older.into_iter().map(|sector| clear(rock, survey, sector, session));
        let older = older.collect::<anyhow::Result<_>>()?;
        Ok((known, older))
    }

    /// Sectors that it takes.
    pub(super) fn sectors(&self) -> u64 {
        self.block.sectors().into()
    }
}

/// Takes an older ID block away, unless a partition may have it: a mask ROM that finds the new one bad would start it.
fn clear(
    rock: &mut Rock<'_>,
    survey: &Survey,
    sector: u64,
    session: &mut Session<'_>,
) -> anyhow::Result<Value> {
    let keeps = keeper(rock, survey, sector, session)?;
    let there = format!("an older ID block is at sector {sector}, where the mask ROM goes on to");
    match &keeps {
        Some(keeper) => session.report.note(&format!("{there}: it was left, as it is in {keeper}")),
        None => {
            rock.clear_head(survey, sector, session.report)?;
            session.report.note(&format!("{there}: its head was cleared"));
        }
    }
    Ok(json!({"sector": sector, "cleared": keeps.is_none()}))
}

/// What a sector belongs to, as far as there is a partition table.
fn keeper(
    rock: &mut Rock<'_>,
    survey: &Survey,
    sector: u64,
    session: &mut Session<'_>,
) -> anyhow::Result<Option<String>> {
    let mut bytes = Vec::new();
    session.report.step(StepId::READ, "read the partition table", PRIMARY_SECTORS * SECTOR as u64);
    rock.read(survey, 0, PRIMARY_SECTORS, false, &mut bytes, session.report)?;
    Ok(match Table::parse(Place::primary(&bytes)) {
        Ok(Some(table)) => table
            .touched(sector, 8)
            .next()
            .map(|part| format!("partition {}", part.name.escape_debug())),
        Ok(None) => None,
        Err(error) => Some(format!("what may be a partition ({error})")),
    })
}
