//! The boot loader on storage: the ID block of a loader file, at the place where the mask ROM looks for it.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use link::{Verified, Watch};
use rockusb::{
    chips::{self, Fit},
    gpt::{Place, Table},
    host::Download,
    idb::{self, IdBlock},
    loader::Loader,
    wire::SECTOR,
};

use super::{Load, Target, loader::unknown, partitions};
use crate::{failure::Problem, family::transfer, files::rockchip::read_loader};

/// What replaces the boot loader on storage, and comes with the loader that brings the board up for it.
pub trait Replacing {
    /// What is done, in words.
    fn plan(&self) -> Vec<String>;

    /// What of the board's storage is lost, in words.
    fn destroys(&self) -> String;

    /// The loader for a board in its mask ROM; `None` where there is nothing for that.
    fn loader(&self) -> anyhow::Result<Option<Load>>;

    /// Refuses a board with this product id, where the ID block is known not to start it. A board in its mask ROM is sent
    /// a loader first: this is found out before.
    fn suits(&self, product: u16) -> anyhow::Result<()>;
}

/// A loader file with an ID block.
pub struct Upgrade {
    path: PathBuf,
    bytes: Vec<u8>,
    block: IdBlock,
    /// The code of the SoC that it is for.
    chip: u32,
}

impl Upgrade {
    /// Reads a loader file, or the one in a package.
    pub fn of(path: &Path) -> anyhow::Result<Self> {
        let name = || path.display().to_string();
        let bytes = read_loader(path)?;
        let loader = Loader::parse(&bytes).with_context(name)?;
        let (chip, block) = (loader.header.chip, IdBlock::of(&loader).with_context(name)?);
        Ok(Self { path: path.into(), block, chip, bytes })
    }

    /// The same with an ID block that is not the loader file's: an image of a package.
    pub fn with_block(path: &Path, mut block: Vec<u8>) -> anyhow::Result<Self> {
        let name = || path.display().to_string();
        let bytes = read_loader(path)?;
        let chip = Loader::parse(&bytes).with_context(name)?.header.chip;
        let layout = idb::layout(&block)
            .ok_or_else(|| Problem::BadInput(format!("{}: its ID block is damaged", name())))?;
        block.resize(block.len().next_multiple_of(SECTOR), 0);
        Ok(Self { path: path.into(), block: IdBlock { bytes: block, layout }, chip, bytes })
    }

    /// Refuses a board that it is not for.
    pub fn require(&self, target: &mut Target<'_>, watch: &mut dyn Watch) -> anyhow::Result<()> {
        let Target { rock, survey, .. } = target;
        if rock.require_chip(survey, self.chip)? == Fit::Unknown {
            watch.note(&unknown(self.chip));
        }
        Ok(rock.require_block(survey, &self.block)?)
    }

    /// Writes the ID block, verifies it, and clears older ones. Says so, too.
    pub fn write(
        &self,
        target: &mut Target<'_>,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<(Verified, Vec<Older>)> {
        let Target { rock, survey, .. } = target;
        let known = rock.write_id_block(survey, &self.block, watch)?;
        transfer::tell(&known, watch);
        let older = rock.older_id_blocks(survey, &self.block)?;
        let older = older.into_iter().map(|sector| clear(target, sector, watch));
        Ok((known, older.collect::<anyhow::Result<_>>()?))
    }

    /// Sectors that it takes.
    pub fn sectors(&self) -> u64 {
        self.block.sectors().into()
    }
}

impl Replacing for Upgrade {
    fn plan(&self) -> Vec<String> {
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

    fn destroys(&self) -> String {
        format!(
            "replaces the boot loader (the ID block) by that of {}, and clears older copies of it",
            self.path.display()
        )
    }

    fn loader(&self) -> anyhow::Result<Option<Load>> {
        let some = !Download::of(&Loader::parse(&self.bytes)?).is_empty();
        Ok(some.then(|| Load::File { path: self.path.clone(), bytes: self.bytes.clone().into() }))
    }

    fn suits(&self, product: u16) -> anyhow::Result<()> {
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
}

/// An older ID block, where the mask ROM goes on to.
pub struct Older {
    /// Its first sector.
    pub sector: u64,
    /// Whether its head was cleared; otherwise a partition may have it.
    pub cleared: bool,
}

/// Takes an older ID block away, unless a partition may have it: a mask ROM that finds the new one bad would start it.
fn clear(target: &mut Target<'_>, sector: u64, watch: &mut dyn Watch) -> anyhow::Result<Older> {
    let keeps = keeper(target, sector, watch)?;
    let there = format!("an older ID block is at sector {sector}, where the mask ROM goes on to");
    match &keeps {
        Some(keeper) => watch.note(&format!("{there}: it was left, as it is in {keeper}")),
        None => {
            target.rock.clear_head(&target.survey, sector, watch)?;
            watch.note(&format!("{there}: its head was cleared"));
        }
    }
    Ok(Older { sector, cleared: keeps.is_none() })
}

/// What a sector belongs to, as far as there is a partition table.
fn keeper(
    target: &mut Target<'_>,
    sector: u64,
    watch: &mut dyn Watch,
) -> anyhow::Result<Option<String>> {
    let bytes = partitions::head(target, watch)?;
    Ok(match Table::parse(Place::primary(&bytes)) {
        Ok(Some(table)) => table
            .touched(sector, 8)
            .next()
            .map(|part| format!("partition {}", part.name.escape_debug())),
        Ok(None) => None,
        Err(error) => Some(format!("what may be a partition ({error})")),
    })
}
