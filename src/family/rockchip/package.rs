//! All of a firmware package, on its way to the board.

mod pieces;

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use link::Watch;
use rockusb::{gpt::Table, host::Rock, wire::ResetKind};

use super::{
    Load, Older, Replacing, Target, Upgrade,
    layout::{self, Layout},
    partitions,
};
use crate::{
    failure::{Problem, unrestarted},
    family::{Context, How, Written, transfer},
    files::rockchip::Checked,
    transport::Stop,
};
use pieces::{BLOCK_LIMIT, Piece, is_block, pieces};

/// A package that is sound, and what is done with it.
pub struct Firmware {
    path: PathBuf,
    /// The loader file, and the ID block: the loader file's, or one among the images.
    loader: Upgrade,
    /// The partition of the image that is the ID block.
    block: Option<String>,
    /// The code of the SoC that it is for.
    chip: u32,
    layout: Layout,
    /// What is done, in this order.
    steps: Vec<Step>,
}

/// A part of the work: what a plan shows is what is carried out.
enum Step {
    /// Clear the head of the ID block.
    Clear,
    /// Write what says where partitions are.
    Layout,
    /// Write an image to its partition.
    Part(Box<Piece>),
    /// Write the ID block, which has the mask ROM start what was written.
    Block,
    /// Restart the board.
    Restart,
}

impl Firmware {
    /// Opens a package, checks its sums and finds out where its parts go.
    pub fn open(
        path: &Path,
        restart: bool,
        stop: &Stop,
        watch: &mut dyn Watch,
    ) -> anyhow::Result<Self> {
        let mut package = Checked::open(path, stop, watch)?;
        let name = path.display().to_string();
        let Some(chip) = package.wrapper.as_ref().map(|wrapper| wrapper.chip) else {
            let text = format!("{name}: an archive (RKAF) has no loader; a package (RKFW) has one");
            return Err(Problem::BadInput(text).into());
        };
        let layout = Layout::of(&mut package).with_context(|| name.clone())?;
        layout.notes().iter().for_each(|note| watch.note(note));
        let mut pieces = pieces(&package, &name, &layout, stop, watch)?;
        let found = pieces.iter().position(|(piece, part)| is_block(&layout, piece, part));
        let block = found.map(|index| pieces.remove(index));
        let loader = match &block {
            None => Upgrade::of(path)?,
            Some((_, part)) => {
                Upgrade::with_block(path, layout::read(&mut package, part, BLOCK_LIMIT)?)?
            }
        };
        let pieces = pieces.into_iter().map(|(piece, _)| piece).collect();
        let steps = steps(&layout, pieces, restart);
        let block = block.map(|(piece, _)| piece.name);
        Ok(Self { path: path.into(), loader, block, chip, layout, steps })
    }

    fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.steps.iter().filter_map(|step| match step {
            Step::Part(piece) => Some(&**piece),
            _ => None,
        })
    }

    fn words(&self, step: &Step) -> Vec<String> {
        match step {
            Step::Clear => vec![
                "clear the head of the ID block, so that a board that is cut off comes up in its mask ROM"
                    .into(),
            ],
            Step::Layout => self.layout.plan().map(Into::into).into_iter().collect(),
            Step::Part(piece) => {
                let Piece { name, image } = &**piece;
                vec![format!("write partition {name} and verify it: {}", image.describe())]
            }
            Step::Block => self.loader.plan(),
            Step::Restart => vec!["restart the board".into()],
        }
    }

    /// Finds the place of every image on a board's storage. Refuses a board that the package is not for, or that it would
    /// keep from starting. Nothing is written.
    pub fn place(
        mut self,
        target: &mut Target<'_>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Placed> {
        target.rock.require_chip(&target.survey, self.chip)?;
        self.loader.require(target, cx.desk)?;
        let table = self.layout.table(target)?;
        self.check_block(&table, target.survey().id_block())?;
        let place = |step| place(step, &table);
        self.steps = self.steps.into_iter().map(place).collect::<Result<_, _>>()?;
        for step in &mut self.steps {
            if let Step::Part(piece) = step {
                transfer::require_start(target, &mut piece.image, cx)?;
            }
        }
        Ok(Placed { firmware: self, table })
    }

    /// Refuses a table in which an image shares a sector with the ID block, which begins at `start`, or a partition holds
    /// a part of that only.
    fn check_block(&self, table: &Table, start: u64) -> Result<(), Problem> {
        let end = start + self.loader.sectors();
        if let Some(name) = &self.block
            && partitions::room(table, name)?.0 != start
        {
            let text = format!(
                "the package has no ID block for sector {start}, where the mask ROM looks for it on the chosen storage: is \
                 it for another? --on chooses"
            );
            return Err(Problem::Refused(text));
        }
        for part in table.touched(start, self.loader.sectors()) {
            let holds = part.first <= start && end <= part.last + 1;
            if !holds || self.pieces().any(|piece| piece.name == part.name) {
                let (name, last) = (&part.name, end - 1);
                let text =
                    format!("partition {name} overlaps the ID block (sectors {start} to {last})");
                return Err(Problem::BadInput(text));
            }
        }
        Ok(())
    }
}

impl Replacing for Firmware {
    fn plan(&self) -> Vec<String> {
        self.steps.iter().flat_map(|step| self.words(step)).collect()
    }

    fn destroys(&self) -> String {
        let names: Vec<_> = self.pieces().map(|piece| piece.name.as_str()).collect();
        let (names, file) = (names.join(", "), self.path.display());
        format!("replaces the loader, the partition table and {names} by those of {file}")
    }

    fn loader(&self) -> anyhow::Result<Option<Load>> {
        self.loader.loader()
    }

    fn suits(&self, product: u16) -> anyhow::Result<()> {
        self.loader.suits(product)
    }
}

/// What is done with a package, in this order. The ID block comes after all that it starts.
fn steps(layout: &Layout, pieces: Vec<Piece>, restart: bool) -> Vec<Step> {
    let table = layout.plan().map(|_| Step::Layout);
    let parts = pieces.into_iter().map(|piece| Step::Part(Box::new(piece)));
    let last = restart.then_some(Step::Restart);
    [Step::Clear].into_iter().chain(table).chain(parts).chain([Step::Block]).chain(last).collect()
}

/// A step with its image at its partition, which it must fit into.
fn place(step: Step, table: &Table) -> Result<Step, Problem> {
    Ok(match step {
        Step::Part(piece) => {
            let Piece { name, image } = *piece;
            let image = partitions::fit(table, &name, image)?;
            Step::Part(Box::new(Piece { name, image }))
        }
        other => other,
    })
}

/// A package whose images have their places on a board's storage.
pub struct Placed {
    firmware: Firmware,
    table: Table,
}

/// What became of a package.
pub struct Flashed {
    /// The partitions that were written: name, first sector, what is known.
    pub parts: Vec<(String, u64, Written)>,
    /// Whether all that was written is known to be right.
    pub complete: bool,
    /// Older ID blocks.
    pub older: Vec<Older>,
    /// Whether the board was restarted.
    pub restarted: bool,
}

impl Placed {
    /// Writes all of it.
    pub fn write(
        mut self,
        target: &mut Target<'_>,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Flashed> {
        let mut done =
            Flashed { parts: Vec::new(), complete: true, older: Vec::new(), restarted: false };
        for step in std::mem::take(&mut self.firmware.steps) {
            self.carry_out(step, target, &mut done, cx)?;
        }
        Ok(done)
    }

    fn carry_out(
        &self,
        step: Step,
        target: &mut Target<'_>,
        done: &mut Flashed,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<()> {
        let Self { firmware, table } = self;
        match step {
            Step::Clear => target.rock.clear_id_block(&target.survey, cx.desk)?,
            Step::Layout => {
                let known = firmware.layout.write(target, table, cx.desk)?;
                done.complete &= known.is_complete();
            }
            Step::Part(mut piece) => {
                let (start, written) = (piece.image.start, piece.write(target, table, cx)?);
                done.take(piece.name, start, written);
            }
            Step::Block => {
                let (known, older) = firmware.loader.write(target, cx.desk)?;
                done.older = older;
                done.complete &= known.is_complete();
                if let Some(name) = &firmware.block {
                    let written = Written { known, ..Written::default() };
                    done.take(name.clone(), target.survey().id_block(), written);
                }
            }
            Step::Restart => {
                restart(&mut target.rock, done.complete)?;
                done.restarted = true;
            }
        }
        Ok(())
    }
}

impl Flashed {
    fn take(&mut self, name: String, start: u64, written: Written) {
        self.complete &= written.known.is_complete();
        self.parts.push((name, start, written));
    }
}

impl Piece {
    fn write(
        &mut self,
        target: &mut Target<'_>,
        table: &Table,
        cx: &mut Context<'_>,
    ) -> anyhow::Result<Written> {
        let Self { name, image } = self;
        cx.desk.note(&format!("partition {name}"));
        partitions::clear_for(target, image, partitions::room(table, name)?, cx.desk)?;
        target.write(image, How::default(), cx)
    }
}

/// Restarts a board that has all of its package.
fn restart(rock: &mut Rock<'_>, complete: bool) -> anyhow::Result<()> {
    let done = if complete {
        "the package is written and verified"
    } else {
        "the package is written, and verified as far as this loader allows"
    };
    rock.reset(ResetKind::Normal).map_err(|error| unrestarted(done, error.into()))
}
