//! `package flash`: all of a firmware package goes to the board.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use link::Watch;
use rockusb::{
    gpt::Table,
    host::{Rock, Survey},
    idb,
    package::Part,
    wire::{ResetKind, SECTOR, Storage},
};
use serde_json::{Value, json};

use super::{
    Context, Session,
    layout::{self, Layout},
    partition, stream, upgrade,
};
use crate::cli::verified;
use crate::family::{How, Written};
use crate::{
    failure::Problem,
    family::rockchip::Load,
    files::{Input, disk_image::DiskImage, rockchip::Checked},
    image::{Image, Options as Reading},
    report::Answer,
};

/// Parts of a package that are for packers and for the mask ROM, and no partitions.
const NO_PARTITIONS: [&str; 3] = ["package-file", "bootloader", "parameter"];
/// Longest ID block, in bytes: before the vendor storage.
const BLOCK_LIMIT: usize = idb::LIMIT as usize * SECTOR;

/// A package that is sound.
pub(super) struct Job {
    path: PathBuf,
    /// The loader file, and the ID block: the loader file's, or one among the images.
    loader: upgrade::Job,
    /// The partition of the image that is the ID block.
    block: Option<String>,
    /// The code of the SoC that it is for.
    chip: u32,
    layout: Layout,
    pieces: Vec<Piece>,
    reset: bool,
}

/// An image and the name of its partition, as the layout has it.
struct Piece {
    name: String,
    image: DiskImage,
}

impl Job {
    pub(super) fn prepare(
        path: &Path,
        no_reset: bool,
        session: &mut Session<'_>,
    ) -> anyhow::Result<Self> {
        let mut package = Checked::open(path, session.stop, session.report)?;
        let name = path.display().to_string();
        let Some(chip) = package.wrapper.as_ref().map(|wrapper| wrapper.chip) else {
            let text = format!("{name}: an archive (RKAF) has no loader; a package (RKFW) has one");
            return Err(Problem::BadInput(text).into());
        };
        let layout = Layout::of(&mut package).with_context(|| name.clone())?;
        layout.notes().iter().for_each(|note| session.report.note(note));
        let mut pieces = pieces(&package, &name, &layout, session)?;
        let found = pieces.iter().position(|(piece, part)| is_block(&layout, piece, part));
        let block = found.map(|index| pieces.remove(index));
        let loader = match &block {
            None => upgrade::Job::prepare(path)?,
            Some((_, part)) => {
                upgrade::Job::with_block(path, layout::read(&mut package, part, BLOCK_LIMIT)?)?
            }
        };
        let pieces = pieces.into_iter().map(|(piece, _)| piece).collect();
        let block = block.map(|(piece, _)| piece.name);
        Ok(Self { path: path.into(), loader, block, chip, layout, pieces, reset: !no_reset })
    }

    /// Refuses a board with this product id, where the loader is known not to start it.
    pub(super) fn suits(&self, product: u16) -> anyhow::Result<()> {
        self.loader.suits(product)
    }

    pub(super) fn loader(&self) -> anyhow::Result<Option<Load>> {
        self.loader.loader()
    }

    fn names(&self) -> String {
        self.pieces.iter().map(|piece| piece.name.as_str()).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn plan(&self) -> Vec<String> {
        let first = "clear the head of the ID block, so that a board that is cut off comes up in its mask ROM";
        let parts = self.pieces.iter().map(|piece| {
            format!("write partition {} and verify it: {}", piece.name, piece.image.describe())
        });
        let last = self.reset.then(|| "restart the board".into());
        let layout = self.layout.plan().map(Into::into);
        [first.into()]
            .into_iter()
            .chain(layout)
            .chain(parts)
            .chain(self.loader.plan())
            .chain(last)
            .collect()
    }

    /// What of the board's storage is lost, in words.
    pub(super) fn destroys(&self) -> String {
        let (names, file) = (self.names(), self.path.display());
        format!("replaces the loader, the partition table and {names} by those of {file}")
    }

    pub(super) fn run(self, context: &mut Context<'_>) -> anyhow::Result<Answer> {
        let does = self.destroys();
        let (mut rock, survey, session) = context.survey()?;
        rock.require_chip(&survey, self.chip)?;
        self.loader.require(&mut rock, &survey, session)?;
        let table = self.layout.table(&survey)?;
        let mut placed =
            place(&table, self.pieces, &survey, (&self.loader, self.block.as_deref()))?;
        for (piece, _) in &mut placed {
            stream::require_start(&mut rock, &survey, &mut piece.image, session)?;
        }
        session.confirm(&mut rock, &survey, does)?;
        // From here on the board is written.
        rock.clear_id_block(&survey, session.report)?;
        let mut complete = self.layout.write(&mut rock, &survey, &table, session)?.is_complete();
        let mut fields = Vec::new();
        for (Piece { name, mut image }, room) in placed {
            session.report.event("part", &format!("partition {name}"), &json!({"name": name}));
            partition::clear(&mut rock, &survey, &image, room, session)?;
            let written = stream::write(&mut rock, &survey, &mut image, How::default(), session)?;
            complete &= written.known.is_complete();
            fields.push(part_fields(&name, image.start, &written));
        }
        let (known, older) = self.loader.write(&mut rock, &survey, session)?;
        complete &= known.is_complete();
        if let Some(name) = &self.block {
            let (start, sectors) = (survey.id_block(), self.loader.sectors());
            let verified = known.is_complete();
            fields.push(
                json!({"name": name, "start": start, "sectors": sectors, "verified": verified}),
            );
        }
        if self.reset {
            restart(&mut rock, complete)?;
        }
        let text = if complete { "" } else { "not all of it could be verified" };
        Ok(Answer::new(
            text,
            json!({"parts": fields, "verified": complete, "reset": self.reset, "older_copies": older}),
        ))
    }
}

/// Restarts a board that has all of its package.
fn restart(rock: &mut Rock<'_>, complete: bool) -> anyhow::Result<()> {
    let known = if complete {
        "written and verified"
    } else {
        "written, and verified as far as this loader allows"
    };
    rock.reset(ResetKind::Normal).map_err(|error| {
        Problem::Unrestarted(format!(
            "the package is {known}, but the board did not restart: {error}"
        ))
        .into()
    })
}

fn part_fields(name: &str, start: u64, written: &Written) -> Value {
    let mut fields = verified::written(start, written);
    fields["name"] = json!(name);
    fields
}

/// The images of a package, each with its entry. Those in layouts with holes are read through.
fn pieces(
    package: &Checked,
    file: &str,
    layout: &Layout,
    session: &mut Session<'_>,
) -> anyhow::Result<Vec<(Piece, Part)>> {
    let wanted = |part: &&Part| part.has_data() && !NO_PARTITIONS.contains(&part.name.as_str());
    let parts: Vec<_> = package.archive.parts.iter().filter(wanted).cloned().collect();
    let mut pieces: Vec<(Piece, Part)> = Vec::new();
    for part in parts {
        let Some((name, sectors)) = region(layout, &part, session)? else { continue };
        if pieces.iter().any(|(piece, _)| piece.name == name) {
            let text = format!("{file}: two images are for the partition {name}");
            return Err(Problem::BadInput(text).into());
        }
        let image = image(package, file, &part, session)?;
        if let Some(sectors) = sectors {
            partition::check_fit(&name, sectors, &image)?;
        }
        pieces.push((Piece { name, image }, part));
    }
    Ok(pieces)
}

/// An image of a package, open.
fn image(
    package: &Checked,
    file: &str,
    part: &Part,
    session: &mut Session<'_>,
) -> anyhow::Result<DiskImage> {
    let Input::File(input) = &package.input else {
        let text = "a package is read here and there: it has to be a file".into();
        return Err(Problem::Usage(text).into());
    };
    let (range, title) = (package.place(part), format!("{file}: {}", part.name));
    let reading = Reading { stop: session.stop.clone(), ..Reading::default() };
    let mut image = Image::part(title.clone(), input.clone(), range, &reading)?;
    let extent = image.extent(session.report, session.stop)?;
    Ok(DiskImage::new(title, image, 0).of_extent(extent))
}

/// Whether an image is an ID block that goes to where one belongs on some medium.
fn is_block(layout: &Layout, piece: &Piece, part: &Part) -> bool {
    let places = [Storage::EMMC, Storage::MTD_SPI_NOR, Storage::MTD_SPI_NAND].map(idb::sector_on);
    let regions = layout.regions();
    let first = regions.iter().find(|(name, ..)| *name == piece.name).map(|(_, first, _)| *first);
    let short = part.range.end - part.range.start <= BLOCK_LIMIT as u64;
    short
        && first.is_some_and(|first| places.iter().any(|&place| u64::from(place) == first))
        && idb::is_one(piece.image.head())
}

/// The partition that an image is for, by its name in the layout, and its sectors where they are told. `None`: the image
/// has no place on the board.
fn region(
    layout: &Layout,
    part: &Part,
    session: &mut Session<'_>,
) -> Result<Option<(String, Option<u64>)>, Problem> {
    let (regions, wanted) = (layout.regions(), &part.name);
    let exact = regions.iter().find(|(name, ..)| name == wanted);
    let like = || {
        let mut like = regions.iter().filter(|(name, ..)| name.eq_ignore_ascii_case(wanted));
        like.next().filter(|_| like.next().is_none())
    };
    let Some((name, first, sectors)) = exact.or_else(like) else {
        if part.sector.is_none() {
            session.report.note(&format!("{wanted} has no place on the board: it is not written"));
            return Ok(None);
        }
        let names: Vec<_> = regions.iter().map(|(name, ..)| *name).collect();
        let text = format!("no partition is called {wanted}; there are {}", names.join(", "));
        return Err(Problem::Refused(text));
    };
    let told = part.sector.map(u64::from).filter(|told| told != first);
    match (told, layout) {
        (None, _) => {}
        (Some(told), Layout::Environment(_)) => {
            let text = format!("the package puts {name} at sector {told}, its environment at sector {first}");
            return Err(Problem::BadInput(text));
        }
        (Some(told), _) => session.report.note(&format!(
            "the package puts {name} at sector {told}, its parameter file at {first}: the parameter file decides"
        )),
    }
    Ok(Some(((*name).into(), *sectors)))
}

/// Every image at its partition, with the partition's first sector and sectors. None may share a sector with the ID
/// block, nor a partition hold a part of it only. `block`: the partition of the image that is the ID block.
fn place(
    table: &Table,
    pieces: Vec<Piece>,
    survey: &Survey,
    (loader, block): (&upgrade::Job, Option<&str>),
) -> anyhow::Result<Vec<(Piece, (u64, u64))>> {
    let (start, end) = (survey.id_block(), survey.id_block() + loader.sectors());
    if let Some(name) = block
        && partition::room(table, name)?.0 != start
    {
        let text = format!(
            "the package has no ID block for sector {start}, where the mask ROM looks for it on the chosen storage: is it \
             for another? --on chooses"
        );
        return Err(Problem::Refused(text).into());
    }
    for part in table.touched(start, loader.sectors()) {
        let holds = part.first <= start && end <= part.last + 1;
        if !holds || pieces.iter().any(|piece| piece.name == part.name) {
            let (name, last) = (&part.name, end - 1);
            let text =
                format!("partition {name} overlaps the ID block (sectors {start} to {last})");
            return Err(Problem::BadInput(text).into());
        }
    }
    let place = |Piece { name, image }| {
        let (image, room) = (partition::fit(table, &name, image)?, partition::room(table, &name)?);
        Ok((Piece { name, image }, room))
    };
    pieces.into_iter().map(place).collect()
}
